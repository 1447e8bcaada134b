#pragma once

#include "ical/import/components.hpp"
#include "ical/import/file_zones.hpp"
#include "ical/import/import.hpp"

#include <vector>

namespace rul::ical {

/// Everything a file holds, read and not yet expanded.
struct WrittenCalendar {
    std::vector<WrittenEvent> events;
    std::vector<WrittenPeriod> busy;  ///< Of VFREEBUSY.
    std::string owner;                ///< Address in small letters; may be empty.
};

/// The occurrences in the window, in the plan's wall-clock time, unordered. Events in a time zone
/// nobody knows are refused with a problem, never taken for local time or UTC.
/// @throws base::Error when options.timezone is unknown.
[[nodiscard]] std::vector<model::CalendarEntry> expand(const WrittenCalendar& calendar,
                                                       FileZones& zones,
                                                       const ImportOptions& options,
                                                       Problems& problems);

}  // namespace rul::ical
