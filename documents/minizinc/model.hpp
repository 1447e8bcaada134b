#pragma once

#include "engine/model/plan.hpp"

#include <string>

namespace rul::documents {

/// `brief` as a MiniZinc model that needs no other file: its optimal solutions are the calendars
/// that break no `must` rule and cost least, and none exist when there is no calendar.
///
/// Written from the brief and rule.hpp, sharing no code with planner or referee, so that any solver
/// MiniZinc knows can check Rul. What each rule kind means stands in minizinc/definitions/.
[[nodiscard]] std::string minizinc_model(const model::Brief& brief);

/// `plan` as constraints to be read after minizinc_model(brief): what is left to find is its cost.
[[nodiscard]] std::string minizinc_calendar(const model::Brief& brief, const model::Plan& plan);

}  // namespace rul::documents
