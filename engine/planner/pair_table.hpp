#pragma once

#include "engine/planner/starts.hpp"
#include "engine/solver/constraints/interval_table.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace rul::planner {

/// Which values of one variable go with which of another, both ways round, as Binary wants it.
struct PairTable {
    std::shared_ptr<const solver::IntervalTable> b_of_a;
    std::shared_ptr<const solver::IntervalTable> a_of_b;
};

/// The starts of a meeting as one side of a pair: those in the table, and one more for "left out".
struct Side {
    const StartTable& starts;
    bool may_be_left_out = false;

    [[nodiscard]] Value value_count() const { return starts.count() + (may_be_left_out ? 1 : 0); }
};

/// Which days after day(a) are looked at: outside them the answer of the predicate is false.
struct DayWindow {
    Value first = -solver::max_value;
    Value last = solver::max_value;
};

using StartPredicate = std::function<bool(const Start& a, const Start& b)>;

/// The pairs for which `goes` is true; what is left out goes with everything.
[[nodiscard]] PairTable pairs_with(Side a, Side b, DayWindow window, const StartPredicate& goes);
/// The pairs for which it is false; what is left out goes with everything.
[[nodiscard]] PairTable pairs_without(Side a, Side b, DayWindow window, const StartPredicate& goes);
/// Whether it is true of some pair.
[[nodiscard]] bool some_pair(const StartTable& a, const StartTable& b, DayWindow window,
                             const StartPredicate& goes);

/// The pairs of values (a from 0 to a_count - 1, b likewise) for which `goes` is true.
[[nodiscard]] PairTable pairs_of_values(Value a_count, Value b_count,
                                        const std::function<bool(Value a, Value b)>& goes);

/// By value of a, the values of b (ascending, from 0 to b_count - 1) that go with it.
[[nodiscard]] PairTable pairs_of_lists(const std::vector<std::vector<Value>>& b_of_a,
                                       Value b_count);

}  // namespace rul::planner
