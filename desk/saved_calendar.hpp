#pragma once

#include "base/diagnostic.hpp"
#include "engine/planner/planner.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace rul::desk {

/// What `rul plan` keeps beside a plan file: where the meetings stand, and what was known of that.
struct SavedCalendar {
    model::Plan plan;
    planner::Status status = planner::Status::feasible;
    model::Points cost = 0;
    model::Points bound = 0;
    std::string fingerprint;  ///< Of the plan file it was made from.
};

/// "rul.toml" -> "rul.calendar.json", "rul.identities.json": files that belong to a plan file.
[[nodiscard]] std::filesystem::path beside(const std::filesystem::path& plan_file,
                                           std::string_view what);

[[nodiscard]] std::string to_json(const SavedCalendar& saved, const model::Brief& brief);

/// Meetings, venues and rooms go by their names: what `brief` no longer knows is passed over, what
/// it has got since is not held. `file` names the text in messages.
/// @return nothing when the text is no saved calendar; why goes to `diagnostics`.
[[nodiscard]] std::optional<SavedCalendar> read_saved_calendar(std::string_view json,
                                                               const model::Brief& brief,
                                                               const std::string& file,
                                                               base::Diagnostics& diagnostics);

}  // namespace rul::desk
