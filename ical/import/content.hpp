#pragma once

#include "ical/import/problem.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rul::ical {

/// One component of a calendar file, cut down to the lines that say when, and made harmless: well
/// formed UTF-8, no control characters, no line over 64 KB, no impossible date.
struct Block {
    enum class Kind { event, time_zone, free_busy };

    Kind kind = Kind::event;
    int line = 0;                ///< Where it begins.
    std::string text;            ///< Unfolded content lines with CRLF, BEGIN and END included.
    bool has_bad_start = false;  ///< Its DTSTART was impossible and is gone.
};

/// What stands in a calendar file.
struct Content {
    std::vector<Block> blocks;
    std::string name;  ///< X-WR-CALNAME; Google writes the owner's address there.
    Problems problems;

    [[nodiscard]] bool is_usable() const;
};

/// Splits a file into its components. Components left open at the end mean a file cut off, which is
/// not used: what is missing would be taken for free time.
[[nodiscard]] Content read_content(std::string_view bytes);

/// Whether `text` is a DATE or DATE-TIME with fields in range ("20270112T130000Z").
[[nodiscard]] bool is_possible_date(std::string_view text);

}  // namespace rul::ical
