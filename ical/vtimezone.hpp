#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace rul::ical {

/// The VTIMEZONE of a zone as content lines without their ends: one observance, or two with a
/// yearly RRULE since 1970 that say for each year from `first` to `last` what the zone says.
///
/// Not libical's own: its names and its offsets since 1890 break most readers (docs/feeds.md).
/// @throws base::Error when the zone is unknown, or two such rules cannot say what it does.
[[nodiscard]] std::vector<std::string> vtimezone_lines(const std::string& iana_name,
                                                       std::chrono::year first,
                                                       std::chrono::year last);

}  // namespace rul::ical
