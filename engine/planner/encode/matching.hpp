#pragma once

#include "engine/solver/core/types.hpp"

#include <optional>
#include <vector>

namespace rul::planner {

/// How many rows got a column of their own, and what these cost together.
struct Matching {
    solver::Cost served = 0;
    solver::Cost cost = 0;
};

/// The cheapest of the matchings that serve the most rows; costs[row][column], nothing: impossible.
///
/// Algorithm: successive cheapest augmenting paths (Bellman, Ford), O(rows^2 * columns^2).
[[nodiscard]] Matching cheapest_matching(
    const std::vector<std::vector<std::optional<solver::Cost>>>& costs);

}  // namespace rul::planner
