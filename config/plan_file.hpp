#pragma once

#include "base/diagnostic.hpp"
#include "engine/model/brief.hpp"
#include "engine/model/calendar_entry.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rul::config {

/// Reads an .ics file a plan names; `ical/` provides it, so that this room needs not know that one.
/// Problems go to the diagnostics, placed at `where` (the line of the plan that names the file).
using IcsReader = std::function<std::optional<std::vector<model::CalendarEntry>>(
    const std::filesystem::path& file, const model::DateRange& window, const std::string& timezone,
    const base::Location& where, base::Diagnostics& diagnostics)>;

/// Reads and proofreads a plan file (docs/plan-file.md) and the lists it names.
///
/// All problems are reported at once, sorted by place. `today`, if given, stands before the file's
/// own and serves rules that need one.
/// @return nothing when any of them is an error.
[[nodiscard]] std::optional<model::Brief> load_plan(const std::filesystem::path& file,
                                                    const IcsReader& read_ics,
                                                    base::Diagnostics& diagnostics,
                                                    std::optional<model::Date> today = {});

/// The same for text already read; `file` names it in messages, and lists are looked for beside it.
[[nodiscard]] std::optional<model::Brief> parse_plan(std::string_view text,
                                                     const std::filesystem::path& file,
                                                     const IcsReader& read_ics,
                                                     base::Diagnostics& diagnostics,
                                                     std::optional<model::Date> today = {});

}  // namespace rul::config
