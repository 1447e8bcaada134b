#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rul::ical {

/// ASCII letters only, whatever the locale: iCalendar's own names are ASCII.
[[nodiscard]] std::string to_lower(std::string_view text);
[[nodiscard]] std::string to_upper(std::string_view text);
[[nodiscard]] bool equals_ignoring_case(std::string_view a, std::string_view b);

/// Without blanks and double quotes at either end.
[[nodiscard]] std::string_view stripped(std::string_view text);

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace rul::ical
