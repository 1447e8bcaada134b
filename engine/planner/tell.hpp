#pragma once

#include "engine/planner/encoding.hpp"
#include "engine/planner/planner.hpp"

namespace rul::planner {

/// The conflict for people: which rules and dates cannot hold together, each in the user's own
/// words with file and line.
[[nodiscard]] base::Text tell_conflict(const model::Brief& brief, const Conflict& conflict);

/// "SDFU/3 har ingen mulig dato. ...": what took the starts of a meeting that has none.
[[nodiscard]] base::Text unplaceable_words(const model::Brief& brief, model::MeetingId id,
                                           const Candidates& found);

}  // namespace rul::planner
