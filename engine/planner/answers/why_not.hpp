#pragma once

#include "engine/planner/answers/asking.hpp"
#include "engine/planner/answers/core.hpp"
#include "engine/planner/planner.hpp"

namespace rul::planner {

/// Why there is no calendar: an irreducible set of `must` rules and appointed dates that cannot
/// hold together, told in the user's own words with file and line; of each meeting without any
/// possible start, what took its starts; and the smallest changes with which there is a calendar.
///
/// The set alone has been solved again, and so has the set without each of its members. Cut short
/// by `limits` it may be no conflict, or not the smallest: it says so.
///
/// @pre the brief has no calendar
[[nodiscard]] Conflict why_not(const model::Brief& brief, const Limits& limits = {});

/// The same without repairs, of a brief in which something more is asked. If `likely` alone forbids
/// it, that is the answer.
[[nodiscard]] Conflict conflict_of(const model::Brief& brief, const Asking& asking,
                                   const Extra& extra, const std::optional<Demand>& likely = {});

}  // namespace rul::planner
