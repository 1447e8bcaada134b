#pragma once

#include <string>
#include <string_view>

namespace rul::ical {

/// One content line as it stands in a file: at most 75 octets between the CRLFs, broken on UTF-8
/// boundaries, never inside `\n`, `\,`, `\;` or `\\`, never right after the colon before the value,
/// and never so that a line ends in a blank (RFC 5545 3.1; docs/feeds.md, rule 15).
/// @pre `line` is well-formed UTF-8 without line ends and without more than 60 blanks in a row.
[[nodiscard]] std::string folded(std::string_view line);

/// `text` as a calendar can hold it: line ends are LF, other control characters are gone, no line
/// of it ends in blanks, and no more than 40 blanks stand in a row.
[[nodiscard]] std::string tidied(std::string_view text);

}  // namespace rul::ical
