#pragma once

#include "base/diagnostic.hpp"
#include "engine/model/calendar_entry.hpp"
#include "ical/import/import.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rul::ical {

/// Reads what somebody else's calendar file says of `window`, in a child process with limits: 10 MB
/// of file, 5 seconds, 512 MB. It has the shape of config::IcsReader.
///
/// Problems go to `diagnostics`, placed at `where`; each names the file and its line. An event that
/// cannot be trusted is a warning and is left out; a file that cannot be is an error.
/// @return nothing when the file cannot be used at all.
[[nodiscard]] std::optional<std::vector<model::CalendarEntry>> read_calendar_file(
    const std::filesystem::path& file, const model::DateRange& window, const std::string& timezone,
    const base::Location& where, base::Diagnostics& diagnostics);

/// The same for bytes already fetched; `name` is what messages call them.
[[nodiscard]] std::optional<std::vector<model::CalendarEntry>> read_calendar(
    const std::string& bytes, const std::string& name, const ImportOptions& options,
    const base::Location& where, base::Diagnostics& diagnostics);

}  // namespace rul::ical
