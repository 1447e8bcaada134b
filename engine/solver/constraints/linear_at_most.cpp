#include "engine/solver/constraints/linear_at_most.hpp"

#include "base/check.hpp"
#include "engine/solver/core/relaxation.hpp"

#include <algorithm>
#include <cstdlib>

namespace rul::solver {

LinearAtMost::LinearAtMost(std::vector<std::pair<Value, IntVar>> terms, Cost bound, Condition when)
    : bound_{bound}, when_{std::move(when)} {
    std::sort(terms.begin(), terms.end(),
              [](const auto& left, const auto& right) { return left.second < right.second; });
    for (const auto& [coefficient, x] : terms) {
        if (terms_.empty() || terms_.back().x != x) terms_.push_back({0, x});
        terms_.back().coefficient += coefficient;
    }
    terms_.erase(std::remove_if(terms_.begin(), terms_.end(),
                                [](const LinearTerm& t) { return t.coefficient == 0; }),
                 terms_.end());
    std::vector<IntVar> xs;
    for (const LinearTerm& t : terms_)
        xs.push_back(t.x);
    scope_ = scope_of(xs, when_);
}

void LinearAtMost::subscribe(Subscriptions& s) const {
    for (const LinearTerm& t : terms_)
        s.wake_on(t.x, Wake::bounds);
    wake_on_condition(s, when_);
}

Cost LinearAtMost::least(const Store& s, const LinearTerm& term) {
    return term.coefficient * (term.coefficient > 0 ? s.min(term.x) : s.max(term.x));
}

bool LinearAtMost::propagate(Store& s) {
    Guard guard{s, when_, why_};
    if (guard.is_idle()) return true;
    Cost least_sum = 0;
    for (const LinearTerm& t : terms_)
        least_sum += least(s, t);
    if (least_sum > bound_) {
        add_reason(guard, terms_.size(), least_sum - bound_ - 1);
        return guard.fail();
    }
    if (!guard.is_on()) return true;
    for (std::size_t i = 0; i < terms_.size(); ++i)
        if (!narrow(guard, i, least_sum)) return false;
    return true;
}

bool LinearAtMost::narrow(Guard& guard, std::size_t index, Cost least_sum) const {
    const Store& s = guard.store();
    const auto [c, x] = terms_[index];
    const Cost room = (bound_ - least_sum) / std::abs(c);
    if (Cost{s.max(x)} - s.min(x) <= room) return true;
    // What the first value that does not fit exceeds the bound by, beyond need.
    const Cost spare = least_sum + std::abs(c) * (room + 1) - bound_ - 1;
    add_reason(guard, index, spare);
    const auto steps = static_cast<Value>(room);
    return guard.infer(c > 0 ? at_most(x, s.min(x) + steps) : at_least(x, s.max(x) - steps));
}

// The bounds that make the least sum of all terms but one, together `spare` weaker than they are.
void LinearAtMost::add_reason(Guard& guard, std::size_t except, Cost spare) const {
    const Store& s = guard.store();
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        if (i == except) continue;
        const auto [c, x] = terms_[i];
        const Cost moved =
            c > 0 ? Cost{s.min(x)} - s.initial_min(x) : Cost{s.initial_max(x)} - s.max(x);
        const auto weaker = static_cast<Value>(std::min(spare / std::abs(c), moved));
        spare -= weaker * std::abs(c);
        guard.because(c > 0 ? at_least(x, s.min(x) - weaker) : at_most(x, s.max(x) + weaker));
    }
}

bool LinearAtMost::holds(const Assignment& values) const {
    if (!when_.holds(values)) return true;
    Cost sum = 0;
    for (const LinearTerm& t : terms_)
        sum += t.coefficient * values[t.x.index];
    return sum <= bound_;
}

void LinearAtMost::relax(Relaxation& rows) const {
    constexpr Cost few_values = 16;
    constexpr Cost greatest_coefficient = 1'000'000;
    if (!when_.is_empty()) return;
    Row row{.bound = bound_};
    for (const auto& [c, x] : terms_) {
        const Value first = rows.root().initial_min(x);
        const Value last = rows.root().initial_max(x);
        if (last - first > few_values || std::abs(c) * few_values > greatest_coefficient) return;
        row.bound -= c * first;
        for (Value v = first + 1; v <= last; ++v)
            row.terms.push_back({x, v, v, static_cast<int>(c) * (v - first)});
    }
    rows.add(std::move(row));
}

}  // namespace rul::solver
