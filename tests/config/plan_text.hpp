#pragma once

#include "base/diagnostic.hpp"
#include "config/plan_file.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace rul::testing {

[[nodiscard]] inline std::string rendered(const base::Diagnostics& found, base::Language language) {
    std::ostringstream out;
    for (const base::Diagnostic& diagnostic : found.all())
        base::render(out, diagnostic, language);
    return out.str();
}

[[nodiscard]] inline std::string text_of_file(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// An .ics reader for tests: one busy hour, whatever the file says.
[[nodiscard]] inline config::IcsReader one_busy_hour() {
    return [](const std::filesystem::path&, const model::DateRange& window, const std::string&,
              const base::Location&, base::Diagnostics&) {
        const model::Moment start = model::Moment{window.first} + std::chrono::hours{9};
        return std::optional{std::vector<model::CalendarEntry>{
            {.span = {start, start + std::chrono::hours{1}}, .title = "Optaget"}}};
    };
}

/// The brief of a plan that is known to be right; fails the test with what was found otherwise.
[[nodiscard]] inline model::Brief brief_of(std::string_view text,
                                           const std::string& file = "plan.toml") {
    base::Diagnostics found;
    auto brief = config::parse_plan(text, file, one_busy_hour(), found);
    BOOST_REQUIRE_MESSAGE(brief, rendered(found, base::Language::english));
    BOOST_TEST(found.all().empty(), rendered(found, base::Language::english));
    return std::move(*brief);
}

/// The kind of the rule with this key. @pre there is one of this kind.
template <class Kind>
[[nodiscard]] const Kind& rule_at(const model::Brief& brief, std::string_view key) {
    for (const model::Rule& rule : brief.rules)
        if (rule.key == key) return std::get<Kind>(rule.kind);
    BOOST_FAIL("no rule " << key);
    throw std::logic_error{"unreachable"};
}

[[nodiscard]] inline const model::Rule& rule_named(const model::Brief& brief,
                                                   std::string_view key) {
    for (const model::Rule& rule : brief.rules)
        if (rule.key == key) return rule;
    BOOST_FAIL("no rule " << key);
    throw std::logic_error{"unreachable"};
}

}  // namespace rul::testing
