#pragma once

#include "engine/model/things.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace rul::referee {

/// costs[row][column]: what it costs that `column` serves `row`; nothing: it cannot.
using CostTable = std::vector<std::vector<std::optional<model::Points>>>;

/// For each row the column that serves it, no column serving two: as many rows as can be, and of
/// these matchings the cheapest; of equally cheap ones always the same.
///
/// Cost: O(rows^2 * columns * (rows + columns)).
/// Source: successive shortest augmenting paths (Ford, Fulkerson), paths by Bellman and Ford.
[[nodiscard]] std::vector<std::optional<std::size_t>> cheapest_matching(const CostTable& costs);

}  // namespace rul::referee
