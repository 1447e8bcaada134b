#pragma once

#include "engine/solver/constraints/deviation.hpp"
#include "engine/solver/constraints/interval_table.hpp"
#include "engine/solver/constraints/nearest_cost.hpp"
#include "engine/solver/core/types.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

/// The tables that constraints share, written down where they are posted: by hand, or by the fuzzer
/// of the solver when it prints what failed.
namespace rul::testing {

inline std::shared_ptr<const std::vector<solver::Value>> numbers(std::vector<solver::Value> by) {
    return std::make_shared<const std::vector<solver::Value>>(std::move(by));
}

inline std::shared_ptr<const std::vector<bool>> flags(std::vector<bool> by) {
    return std::make_shared<const std::vector<bool>>(std::move(by));
}

inline std::shared_ptr<const solver::IntervalTable> intervals(
    const std::vector<std::vector<solver::IntervalTable::Interval>>& by) {
    return std::make_shared<const solver::IntervalTable>(by);
}

inline std::shared_ptr<const solver::IntervalTable> mirrored(
    const std::shared_ptr<const solver::IntervalTable>& table, solver::Value b_count) {
    return std::make_shared<const solver::IntervalTable>(table->mirrored(b_count));
}

/// What it costs to be off `ideal`: `before` a unit below it, `after` a unit above, `least` on it.
struct Valley {
    solver::Value ideal = 0;
    solver::Value before = 1;
    solver::Value after = 1;
    solver::Value least = 0;
};

/// Over all differences from -reach to reach.
inline std::shared_ptr<const solver::ConvexCost> convex(solver::Value reach, const Valley& valley) {
    solver::ConvexCost f{.first = -reach};
    for (solver::Value d = -reach; d <= reach; ++d)
        f.of.push_back(valley.least + valley.before * std::max(valley.ideal - d, 0)
                       + valley.after * std::max(d - valley.ideal, 0));
    return std::make_shared<const solver::ConvexCost>(std::move(f));
}

inline std::shared_ptr<const solver::Nearness> nearness(solver::Value first,
                                                        std::vector<solver::Cost> of,
                                                        solver::Cost beyond) {
    return std::make_shared<const solver::Nearness>(solver::Nearness{first, std::move(of), beyond});
}

}  // namespace rul::testing
