#pragma once

#include "engine/model/plan.hpp"
#include "engine/planner/encoding.hpp"

namespace rul::planner {

/// The plan an assignment of the encoded problem stands for.
/// @pre encoding.problem().holds(values)
[[nodiscard]] model::Plan decode(const Encoding& encoding, const solver::Assignment& values);

}  // namespace rul::planner
