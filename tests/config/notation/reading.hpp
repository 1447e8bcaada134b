#pragma once

#include "config/notation/read.hpp"
#include "engine/model/words.hpp"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace rul::testing {

/// A text, and what a reader makes of it, written down.
struct Row {
    std::string_view text;
    std::string_view expected;
};

/// The problem as "code offset+width: message (help)", in Danish.
inline std::string shown(const config::Problem& p) {
    std::string text = fmt::format("{} {}+{}: {}", p.code, p.offset, p.width, p.message.danish);
    if (!p.help.danish.empty()) text += " (" + p.help.danish + ")";
    return text;
}

/// What `read` made of each row's text, by `show` of a value.
template <class Read, class Show>
void check_rows(const std::vector<Row>& rows, Read read, Show show) {
    for (const Row& row : rows) {
        const auto result = read(row.text);
        const std::string got = result ? show(*result) : shown(result.problem);
        BOOST_TEST(got == row.expected,
                   "\"" << row.text << "\" gave   " << got << "\n    expected " << row.expected);
        if (!result) BOOST_TEST(!result.problem.message.english.empty());
    }
}

}  // namespace rul::testing
