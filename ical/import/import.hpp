#pragma once

#include "engine/model/calendar_entry.hpp"
#include "ical/import/problem.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rul::ical {

struct ImportOptions {
    model::DateRange window{};
    std::string timezone = "Europe/Copenhagen";  ///< Of the entries, and of floating times.
    /// Whose calendar it is: what this address has declined is not busy. Empty: what the file
    /// calls itself, if that is an address.
    std::string owner_email;
};

/// What a calendar file says of the window.
struct Import {
    /// In order of start, end, UID and title; none twice.
    std::vector<model::CalendarEntry> entries;
    Problems problems;
    int events = 0;  ///< VEVENTs in the file, inside the window or not.

    [[nodiscard]] bool is_usable() const;
};

/// Reads other people's calendars (docs/rfc.md says how). Pure: the same bytes give the same.
[[nodiscard]] Import import_calendar(std::string_view bytes, const ImportOptions& options);

/// As plain bytes, to send from one process to another.
[[nodiscard]] std::string to_record(const Import& import);
/// Nothing when the bytes are not such a record, whole and alone.
[[nodiscard]] std::optional<Import> from_record(std::string_view record);

}  // namespace rul::ical
