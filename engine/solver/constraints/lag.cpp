#include "engine/solver/constraints/lag.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/lag_step.hpp"
#include "engine/solver/constraints/row_terms.hpp"

#include <cstdlib>

namespace rul::solver {

Lag::Lag(Coordinate a, Coordinate b, Value least, Condition when)
    : a_{std::move(a)},
      b_{std::move(b)},
      least_{least},
      when_{std::move(when)},
      scope_{scope_of({a_.var(), b_.var()}, when_)} {
    RUL_CHECK(-max_value <= least && least <= max_value);
    RUL_CHECK(a_.var() != b_.var());
}

void Lag::subscribe(Subscriptions& s) const {
    s.wake_on(a_.var(), Wake::bounds);
    s.wake_on(b_.var(), Wake::bounds);
    wake_on_condition(s, when_);
}

bool Lag::propagate(Store& s) {
    Guard guard{s, when_, why_};
    if (guard.is_idle()) return true;
    const auto nothing_more = [](Guard& /*guard*/, Value /*difference*/) {};
    return LagStep{guard, a_, b_, least_, nothing_more}.propagate();
}

bool Lag::holds(const Assignment& values) const {
    const Value a = values[a_.var().index];
    const Value b = values[b_.var().index];
    if (!a_.is_held_at(a) || !b_.is_held_at(b) || !when_.holds(values)) return true;
    return b_.of(b) >= a_.of(a) + least_;
}

void Lag::relax(Relaxation& rows) const {
    Value last_a = -2;
    for (Value b = b_.count() - 1; b >= 0; --b) {
        // a is later than b - least although b is not later: never both. Of the coordinates of b
        // that leave a the same values, the latest says it all.
        const Value a = a_.last_until(b_.of(b) - least_);
        if (a == last_a || a + 1 >= a_.count()) continue;
        last_a = a;
        Row row{.terms = {{b_.var(), 0, b, 1}, {a_.var(), a + 1, a_.count() - 1, 1}}, .bound = 1};
        add_condition(row, rows.root(), when_);
        rows.add(std::move(row));
    }
}

}  // namespace rul::solver
