#pragma once

#include "engine/model/brief.hpp"
#include "engine/planner/grid.hpp"
#include "engine/planner/starts.hpp"

#include <vector>

namespace rul::planner {

/// How often `rule` is broken by `meeting` having this start, whatever the other meetings do; for
/// Keep and SlotChoice, which have prices of their own, the points.
///
/// Answers for the rules that look at one meeting at a time: Deadline, Notice, Within, Blocked,
/// ClosedDays, SlotChoice, Keep, and the seasons of a Mix. Of the others: 0.
[[nodiscard]] model::Points unary_breaks(const model::Brief& brief, const Grid& grid,
                                         const model::Rule& rule, model::MeetingId meeting,
                                         const Start& start);

/// What Keep charges for leaving a meeting out.
[[nodiscard]] model::Points keep_cost_of_leaving_out(const model::Brief& brief,
                                                     const model::Rule& rule,
                                                     model::MeetingId meeting);

/// The rules unary_breaks() knows that speak of the meeting, in the order of the file.
/// @return by MeetingId
[[nodiscard]] std::vector<std::vector<model::RuleId>> unary_rules(const model::Brief& brief);

/// Whether the unary part of the rule has prices of its own, rather than the rule's strength.
[[nodiscard]] bool has_own_prices(const model::Rule& rule);

}  // namespace rul::planner
