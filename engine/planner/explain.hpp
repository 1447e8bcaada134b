#pragma once

#include "engine/planner/planner.hpp"

namespace rul::planner {

/// Why there is no calendar: an irreducible set of `must` rules and fixed dates that cannot hold
/// together, told in the user's own words with file and line; and of each meeting without any
/// possible start, what took its starts.
///
/// Every rule of the set was needed for the conflict when it was left out of it, and the set alone
/// has been solved again. Cut short by `limits` the set is still a conflict, but perhaps not the
/// smallest.
///
/// @pre the brief has no calendar
[[nodiscard]] Conflict explain(const model::Brief& brief, const Limits& limits = {});

}  // namespace rul::planner
