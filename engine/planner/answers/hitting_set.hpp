#pragma once

#include <cstdint>
#include <vector>

namespace rul::planner {

/// The cheapest set of things of which every one of `sets` has a member: their numbers, ascending.
///
/// Exact: branches on the members of the first set not yet met, cut off by what disjoint sets
/// still cost at least. The first of equally cheap ones.
/// @pre no set is empty; all prices > 0
[[nodiscard]] std::vector<std::size_t> cheapest_hitting_set(
    const std::vector<std::vector<std::size_t>>& sets, const std::vector<std::int64_t>& prices);

}  // namespace rul::planner
