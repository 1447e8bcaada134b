#pragma once

#include "base/language.hpp"

#include <string>
#include <vector>

namespace rul::ical {

/// Something wrong with somebody else's calendar file.
struct Problem {
    bool is_fatal = false;  ///< The file cannot be used at all.
    std::string code;       ///< "ical.unknown-zone"
    int line = 0;           ///< Of that file; 0: of all of it.
    base::Text text;

    friend bool operator==(const Problem&, const Problem&) = default;
};

using Problems = std::vector<Problem>;

}  // namespace rul::ical
