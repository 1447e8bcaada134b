#include "engine/solver/constraints/count.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/row_terms.hpp"

#include <algorithm>
#include <utility>

namespace rul::solver {

namespace {

std::vector<IntVar> vars_of(const std::vector<Literal>& literals, IntVar count) {
    std::vector<IntVar> vars{count};
    for (const Literal l : literals) {
        RUL_CHECK(l.var != count.index);
        vars.push_back({l.var});
    }
    return vars;
}

}  // namespace

Count::Count(std::vector<Literal> literals, IntVar count)
    : literals_{std::move(literals)}, count_{count}, scope_{scope_of(vars_of(literals_, count))} {}

bool Count::propagate(Store& s) {
    Value is_true = 0;
    Value is_open = 0;
    for (const Literal l : literals_)
        if (s.is_true(l))
            ++is_true;
        else if (!s.is_false(l))
            ++is_open;
    Guard guard{s, why_};
    if (!infer(guard, at_least(count_, is_true), true)) return false;
    if (!infer(guard, at_most(count_, is_true + is_open), false)) return false;
    if (is_open == 0) return true;
    if (s.max(count_) == is_true) return set_open(guard, false);
    if (s.min(count_) == is_true + is_open) return set_open(guard, true);
    return true;
}

// `fact` follows from the literals that are true, or from those that are false.
bool Count::infer(Guard& guard, Literal fact, bool by_true_ones) const {
    const Store& s = guard.store();
    if (s.is_true(fact)) return true;
    for (const Literal l : literals_)
        if (s.is_true(by_true_ones ? l : !l)) guard.because(by_true_ones ? l : !l);
    return guard.infer(fact);
}

bool Count::set_open(Guard& guard, bool to) const {
    const Store& s = guard.store();
    const Literal bound = to ? at_least(count_, s.min(count_)) : at_most(count_, s.max(count_));
    for (const Literal l : literals_) {
        if (s.is_true(l) || s.is_false(l)) continue;
        guard.because(bound);
        if (!infer(guard, to ? l : !l, !to)) return false;
    }
    return true;
}

bool Count::holds(const Assignment& values) const {
    return values[count_.index]
           == std::count_if(literals_.begin(), literals_.end(),
                            [&](Literal l) { return solver::holds(l, values[l.var]); });
}

void Count::relax(Relaxation& rows) const {
    for (const int sign : {1, -1}) {
        Row row;
        for (const Literal l : literals_)
            add_literal(row, rows.root(), l, sign);
        add_steps(row, rows.root(), count_, static_cast<Value>(literals_.size()), -sign);
        rows.add(std::move(row));
    }
}

}  // namespace rul::solver
