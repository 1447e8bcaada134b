#include "engine/solver/constraints/binary.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <utility>

namespace rul::solver {

Binary::Binary(IntVar a, IntVar b, std::shared_ptr<const IntervalTable> allowed_b,
               std::shared_ptr<const IntervalTable> allowed_a, Condition when)
    : sides_{Side{a, b, std::move(allowed_b), {}}, Side{b, a, std::move(allowed_a), {}}},
      when_{std::move(when)},
      scope_{scope_of({a, b}, when_)} {
    RUL_CHECK(a != b);
    for (Side& side : sides_) {
        RUL_CHECK(side.allowed);
        side.supports.resize(static_cast<std::size_t>(side.allowed->count()), -1);
    }
}

bool Binary::propagate(Store& s) {
    Guard guard{s, when_, why_};
    if (guard.is_idle()) return true;
    if (!guard.is_on()) return fail_if_unsupported(guard);
    return remove_unsupported(s, sides_[0]) && remove_unsupported(s, sides_[1]);
}

// Whether a value of the other variable goes with v; looks first at the one that did last.
bool Binary::is_supported(const Store& s, Side& side, Value v) {
    if (v < 0 || v >= side.allowed->count()) return false;
    Value& support = side.supports[static_cast<std::size_t>(v)];
    if (support >= 0 && s.contains(side.other, support)) return true;
    for (const IntervalTable::Interval& i : side.allowed->of(v)) {
        const Value found = s.next(side.other, i.first);
        if (found > std::min(i.last, s.max(side.other))) continue;
        support = found;
        return true;
    }
    return false;
}

bool Binary::remove_unsupported(Store& s, Side& side) const {
    return keep_supported(s, side.x, id(), 0, [&](Value v) { return is_supported(s, side, v); });
}

bool Binary::fail_if_unsupported(Guard& guard) {
    const Store& s = guard.store();
    Side& side = sides_[0];
    for (Value v = s.min(side.x); v <= s.max(side.x); v = s.next(side.x, v + 1))
        if (is_supported(s, side, v)) return true;
    absences_.clear();
    explain_run(s, side, {s.min(side.x), s.max(side.x)}, s.trail_size(), absences_);
    guard.because(at_least(side.x, s.min(side.x))).because(at_most(side.x, s.max(side.x)));
    for (const Literal l : absences_)
        guard.because(l);
    return guard.fail();
}

// Why no value of the run had a support before `at`, those missing then left aside.
void Binary::explain_run(const Store& s, const Side& side, Run run, Position at,
                         std::vector<Literal>& out) {
    const Before x{s, side.x, at};
    Absence absence{s, side.other, at, out};
    for (Value v = run.first; v <= run.last; ++v) {
        if (!x.contains(v)) {
            out.push_back(differs(side.x, v));
            continue;
        }
        for (const IntervalTable::Interval& i : side.allowed->of(v))
            absence.cover(i.first, i.last);
    }
    absence.finish();
}

void Binary::explain(const Store& s, Literal fact, std::uint64_t /*data*/, Position at,
                     std::vector<Literal>& out) const {
    const std::size_t from = out.size();
    const Run run = run_of(s, fact, at, out);
    explain_run(s, sides_[fact.var == sides_[0].x.index ? 0 : 1], run, at, out);
    for (const Literal l : when_.literals)
        append_cause(s, l, out);
    without_repeats(out, from);
}

void Binary::breaking_values(IntVar x, const Assignment& values, std::vector<ValueRun>& out) const {
    const bool is_first = x == sides_[0].x;
    if (!is_first && x != sides_[1].x) {
        if (!sides_[0].allowed->allows(values[sides_[0].x.index], values[sides_[1].x.index]))
            append_binding_values(when_, x, values, out);
        return;
    }
    binding_.clear();
    append_binding_values(when_, x, values, binding_);
    const auto add = [&](Value first, Value last) {
        for (const ValueRun& binds : binding_) {
            const ValueRun both{std::max(first, binds.first), std::min(last, binds.last)};
            if (both.first <= both.last) out.push_back(both);
        }
    };
    const Side& side = sides_[is_first ? 0 : 1];
    Value next = 0;
    for (const IntervalTable::Interval& i :
         sides_[is_first ? 1 : 0].allowed->of(values[side.other.index])) {
        if (next < i.first) add(next, i.first - 1);
        next = i.last + 1;
    }
    add(next, max_value);
}

bool Binary::holds(const Assignment& values) const {
    return !when_.holds(values)
           || sides_[0].allowed->allows(values[sides_[0].x.index], values[sides_[1].x.index]);
}

}  // namespace rul::solver
