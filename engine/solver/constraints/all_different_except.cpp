#include "engine/solver/constraints/all_different_except.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/absence.hpp"
#include "engine/solver/core/relaxation.hpp"

#include <algorithm>
#include <utility>

namespace rul::solver {

AllDifferentExcept::AllDifferentExcept(std::vector<IntVar> xs, Value except)
    : xs_{std::move(xs)}, except_{except} {
    RUL_CHECK(scope_of(xs_).size() == xs_.size());
}

bool AllDifferentExcept::propagate(Store& s) {
    Guard guard{s, why_};
    for (std::size_t i = 0; i < xs_.size(); ++i)
        if (s.is_fixed(xs_[i]) && s.min(xs_[i]) != except_ && !remove_from_others(guard, i))
            return false;
    return fits_pigeons(s);
}

bool AllDifferentExcept::remove_from_others(Guard& guard, std::size_t fixed) const {
    const Store& s = guard.store();
    const Value v = s.min(xs_[fixed]);
    for (std::size_t j = 0; j < xs_.size(); ++j)
        if (j != fixed && s.contains(xs_[j], v)
            && !guard.because(equals(xs_[fixed], v)).infer(differs(xs_[j], v)))
            return false;
    return true;
}

// As many values as variables that cannot be `except`, taken all together.
bool AllDifferentExcept::fits_pigeons(Store& s) {
    pigeons_.clear();
    Value first = max_value;
    Value last = -max_value;
    for (const IntVar x : xs_) {
        if (s.contains(x, except_)) continue;
        pigeons_.push_back(x);
        first = std::min(first, s.min(x));
        last = std::max(last, s.max(x));
    }
    if (pigeons_.size() < 2) return true;
    const auto wanted = static_cast<Value>(pigeons_.size());
    const auto is_roomy = [&](IntVar x) { return s.size(x) >= wanted; };
    if (wanted < 2 || last - first >= Store::dense_limit
        || std::any_of(pigeons_.begin(), pigeons_.end(), is_roomy))
        return true;
    taken_.assign(static_cast<std::size_t>(last - first) + 1, false);
    for (const IntVar x : pigeons_)
        for (Value v = s.min(x); v <= s.max(x); v = s.next(x, v + 1))
            taken_[static_cast<std::size_t>(v - first)] = true;
    if (std::count(taken_.begin(), taken_.end(), true) >= wanted) return true;

    why_.clear();
    for (const IntVar x : pigeons_) {
        Absence absence{s, x, s.trail_size(), why_};
        absence.cover(s.initial_min(x), first - 1);
        absence.cover(last + 1, s.initial_max(x));
        for (Value v = first; v <= last; ++v)
            if (!taken_[static_cast<std::size_t>(v - first)]) absence.cover(v);
        // The hull of what is taken may lie on both sides of `except`.
        absence.cover(except_);
        absence.finish();
    }
    without_repeats(why_, 0);
    return s.fail(why_);
}

bool AllDifferentExcept::holds(const Assignment& values) const {
    for (std::size_t i = 0; i < xs_.size(); ++i)
        for (std::size_t j = i + 1; j < xs_.size(); ++j) {
            const Value v = values[xs_[i].index];
            if (v != except_ && v == values[xs_[j].index]) return false;
        }
    return true;
}

void AllDifferentExcept::relax(Relaxation& rows) const {
    constexpr Value many = 4096;
    if (xs_.empty()) return;
    Value first = max_value;
    Value last = -max_value;
    for (const IntVar x : xs_) {
        first = std::min(first, rows.root().initial_min(x));
        last = std::max(last, rows.root().initial_max(x));
    }
    if (last - first > many) return;
    for (Value v = first; v <= last; ++v) {
        if (v == except_) continue;
        Row row{.bound = 1};
        for (const IntVar x : xs_)
            row.terms.push_back({x, v, v, 1});
        rows.add(std::move(row));
    }
}

}  // namespace rul::solver
