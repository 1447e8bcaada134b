#pragma once

#include "config/proof.hpp"
#include "tests/support/brief_builder.hpp"

#include <boost/test/unit_test.hpp>

#include <sstream>
#include <string>

namespace rul::testing {

inline model::Date day(int year, unsigned month, unsigned day) {
    return model::Date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

/// Everything the proofreader finds, as it is shown to people.
inline std::string rendered(const BriefBuilder& builder, base::Language language) {
    base::Diagnostics diagnostics;
    config::proofread(builder.build(), diagnostics);
    diagnostics.sort();
    std::ostringstream out;
    for (const base::Diagnostic& diagnostic : diagnostics.all())
        render(out, diagnostic, language);
    return out.str();
}

inline std::string report(const BriefBuilder& builder) {
    return rendered(builder, base::Language::danish);
}

inline std::string english(const BriefBuilder& builder) {
    return rendered(builder, base::Language::english);
}

}  // namespace rul::testing
