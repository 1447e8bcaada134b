#include "config/plan_file.hpp"

#include "base/check.hpp"
#include "tests/fuzz/harness.hpp"

#include <sstream>

namespace {

// The plan file as somebody would want to read of it: a place that exists, words in both languages.
void check_told(const rul::base::Diagnostic& diagnostic) {
    RUL_CHECK(!diagnostic.code.empty());
    RUL_CHECK(!diagnostic.message.danish.empty() && !diagnostic.message.english.empty());
    RUL_CHECK(diagnostic.where.line >= 0 && diagnostic.where.column >= 0);
    std::ostringstream out;
    render(out, diagnostic, rul::base::Language::danish);
    RUL_CHECK(!out.str().empty());
}

}  // namespace

// A plan file gives a brief or at least one error, never both, and every word of it can be shown.
void rul::fuzz::try_input(std::string_view bytes) {
    base::Diagnostics diagnostics;
    const auto brief = config::parse_plan(bytes, "fuzzed.toml", {}, diagnostics);
    RUL_CHECK(brief.has_value() != diagnostics.has_errors());
    for (const auto& diagnostic : diagnostics.all())
        check_told(diagnostic);
}
