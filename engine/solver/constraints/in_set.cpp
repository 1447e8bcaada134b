#include "engine/solver/constraints/in_set.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/absence.hpp"
#include "engine/solver/constraints/row_terms.hpp"

#include <algorithm>
#include <utility>

namespace rul::solver {

InSet::InSet(IntVar x, std::shared_ptr<const std::vector<bool>> set, Literal then)
    : x_{x}, set_{std::move(set)}, then_{then}, scope_{scope_of({x, IntVar{then.var}})} {
    RUL_CHECK(set_ && x.index != then.var);
    for (Value v = 0; v < static_cast<Value>(set_->size()); ++v) {
        if (!contains(v)) continue;
        if (!runs_.empty() && runs_.back().last == v - 1)
            runs_.back().last = v;
        else
            runs_.push_back({v, v});
    }
}

bool InSet::propagate(Store& s) {
    if (s.is_true(then_)) return true;
    if (s.is_false(then_)) {
        Guard guard{s, why_};
        return remove_set(guard);
    }
    if (!is_certainly_in(s) || !can_hold(s, then_)) return true;
    return s.infer_lazily(then_, id(), 0);
}

// Looks first at the value that was last seen outside the set.
bool InSet::is_certainly_in(const Store& s) {
    if (outside_ >= 0 && s.contains(x_, outside_)) return false;
    for (Value v = s.min(x_); v <= s.max(x_); v = s.next(x_, v + 1)) {
        if (contains(v)) continue;
        outside_ = v;
        return false;
    }
    return true;
}

bool InSet::remove_set(Guard& guard) const {
    const Store& s = guard.store();
    for (const auto& [first, last] : runs_) {
        const Value end = std::min(last, s.max(x_));
        Value v = s.next(x_, first);
        if (v > end) continue;
        if (first <= s.min(x_)) {
            guard.because(!then_).because(at_least(x_, first));
            if (!guard.infer(at_least(x_, last + 1))) return false;
        } else if (s.max(x_) <= last) {
            guard.because(!then_).because(at_most(x_, last));
            if (!guard.infer(at_most(x_, first - 1))) return false;
        } else {
            for (; v <= end; v = s.next(x_, v + 1))
                if (!guard.because(!then_).infer(differs(x_, v))) return false;
        }
    }
    return true;
}

// Why all values outside the set were missing: only those next to the bounds, and the holes.
void InSet::explain(const Store& s, Literal /*fact*/, std::uint64_t /*data*/, Position at,
                    std::vector<Literal>& out) const {
    Absence absence{s, x_, at, out};
    Value below = absence.before().min() - 1;
    while (below >= s.initial_min(x_) && contains(below))
        --below;
    Value above = absence.before().max() + 1;
    while (above <= s.initial_max(x_) && contains(above))
        ++above;
    absence.cover(below);
    absence.cover(above);
    for (Value v = absence.before().min(); v <= absence.before().max(); ++v)
        if (!contains(v)) absence.cover(v);
    absence.finish();
}

bool InSet::holds(const Assignment& values) const {
    return !contains(values[x_.index]) || solver::holds(then_, values[then_.var]);
}

// Being in the set takes as much as `then` gives.
void InSet::relax(Relaxation& rows) const {
    Row row;
    for (const IntervalTable::Interval& run : runs_)
        row.terms.push_back({x_, run.first, run.last, 1});
    add_literal(row, rows.root(), then_, -1);
    rows.add(std::move(row));
}

}  // namespace rul::solver
