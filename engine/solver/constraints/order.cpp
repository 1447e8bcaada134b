#include "engine/solver/constraints/order.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace rul::solver {

Order::Order(IntVar a, IntVar b, Value after_a, Value after_b, IntVar a_first)
    : ways_{{a, b, after_a, is_true(a_first)}, {b, a, after_b, is_false(a_first)}},
      scope_{a, b, a_first} {
    RUL_CHECK(a != b && a != a_first && b != a_first);
    RUL_CHECK(0 <= after_a && after_a <= max_value && 0 <= after_b && after_b <= max_value);
}

void Order::subscribe(Subscriptions& s) const {
    for (const IntVar x : scope_)
        s.wake_on(x, Wake::bounds);
}

bool Order::propagate(Store& s) {
    return std::all_of(ways_.begin(), ways_.end(), [&s](const Way& way) { return follow(s, way); });
}

bool Order::follow(Store& s, const Way& way) {
    if (s.is_false(way.chosen)) return true;
    const Value earliest = s.min(way.first);
    if (!s.is_true(way.chosen)) {
        if (earliest + way.after <= s.max(way.second)) return true;
        return s.infer(!way.chosen, {at_least(way.first, earliest),
                                     at_most(way.second, earliest + way.after - 1)});
    }
    // A bound beyond the other's domain says no more than one that just empties it.
    const Value from = std::min(earliest + way.after, s.max(way.second) + 1);
    if (from > s.min(way.second)
        && !s.infer(at_least(way.second, from),
                    {at_least(way.first, from - way.after), way.chosen}))
        return false;
    const Value until = std::max(s.max(way.second) - way.after, s.min(way.first) - 1);
    return until >= s.max(way.first)
           || s.infer(at_most(way.first, until),
                      {at_most(way.second, until + way.after), way.chosen});
}

bool Order::holds(const Assignment& values) const {
    return std::all_of(ways_.begin(), ways_.end(), [&values](const Way& way) {
        return !solver::holds(way.chosen, values[way.chosen.var])
               || values[way.first.index] + way.after <= values[way.second.index];
    });
}

}  // namespace rul::solver
