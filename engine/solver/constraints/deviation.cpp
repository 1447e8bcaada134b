#include "engine/solver/constraints/deviation.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/lag_step.hpp"
#include "engine/solver/constraints/row_terms.hpp"

#include <algorithm>

namespace rul::solver {

namespace {

bool is_convex(const ConvexCost& f) {
    for (std::size_t i = 2; i < f.of.size(); ++i)
        if (f.of[i] - f.of[i - 1] < f.of[i - 1] - f.of[i - 2]) return false;
    return std::all_of(f.of.begin(), f.of.end(),
                       [](Cost c) { return 0 <= c && c <= infinite_cost; });
}

// max(0, later - earlier - threshold) units are paid for at `weight` each: one for each d with
// earlier <= d - threshold and d < later. Where no coordinate lies between, many d share a row.
void add_rows(Relaxation& rows, const Coordinate& earlier, const Coordinate& later, Value threshold,
              Cost weight, const Condition& when) {
    const Value end = later.of(later.count() - 1);
    for (Value d = earlier.of(0) + threshold; d < end;) {
        const Value last = earlier.last_until(d - threshold);
        const Value first = later.first_from(d + 1);
        Value next = later.of(first);
        if (last + 1 < earlier.count()) next = std::min(next, earlier.of(last + 1) + threshold);
        // A weight that no cost variable can hold forbids.
        const Cost price = weight > max_value ? infinite_cost : weight * (Cost{next} - d);
        Row row{.terms = {{earlier.var(), 0, last, 1}, {later.var(), first, later.count() - 1, 1}},
                .bound = 1,
                .price = price};
        add_condition(row, rows.root(), when);
        rows.add(std::move(row));
        d = next;
    }
}

}  // namespace

Deviation::Deviation(Coordinate a, Coordinate b, std::shared_ptr<const ConvexCost> f, IntVar cost,
                     Condition when)
    : a_{std::move(a)},
      b_{std::move(b)},
      f_{std::move(f)},
      cost_{cost},
      when_{std::move(when)},
      scope_{scope_of({a_.var(), b_.var(), cost_}, when_)} {
    RUL_CHECK(f_ && !f_->of.empty() && is_convex(*f_));
    RUL_CHECK(-max_value <= f_->first && f_->last() <= max_value);
    RUL_CHECK(a_.var() != b_.var());
    const auto least = std::min_element(f_->of.begin(), f_->of.end());
    const auto end = std::find_if(least, f_->of.end(), [&](Cost c) { return c > *least; });
    bottom_ = f_->first + static_cast<Value>(least - f_->of.begin());
    bottom_end_ = f_->first + static_cast<Value>(end - f_->of.begin()) - 1;
}

void Deviation::subscribe(Subscriptions& s) const {
    for (const IntVar x : {a_.var(), b_.var(), cost_})
        s.wake_on(x, Wake::bounds);
    wake_on_condition(s, when_);
}

bool Deviation::propagate(Store& s) {
    if (a_.is_left_out(s) || b_.is_left_out(s)) return true;
    Guard guard{s, when_, why_};
    if (guard.is_idle()) return true;
    return keep_within(guard) && raise_cost(guard);
}

// The greatest cost leaves an interval of differences.
bool Deviation::keep_within(Guard& guard) const {
    const Store& s = guard.store();
    const Cost most = s.max(cost_);
    if (most < f_->at(bottom_)) return leave_one_out(guard);
    const auto add_cost = [this](Guard& g, Value d) { g.because(cost_below(d)); };
    const auto add_mirrored = [this](Guard& g, Value d) { g.because(cost_below(-d)); };
    return LagStep{guard, a_, b_, least_within(most), add_cost}.propagate()
           && LagStep{guard, b_, a_, -greatest_within(most), add_mirrored}.propagate();
}

// Even the bottom costs too much: not both.
bool Deviation::leave_one_out(Guard& guard) const {
    const Store& s = guard.store();
    for (const auto& [held, other] : {std::pair{&a_, &b_}, std::pair{&b_, &a_}})
        if (held->is_held(s))
            return guard.because(cost_below(bottom_))
                .because(held->held())
                .infer(other->left_out());
    return true;
}

bool Deviation::raise_cost(Guard& guard) const {
    const Store& s = guard.store();
    if (!a_.is_held(s) || !b_.is_held(s)) return true;
    const Value least = b_.min(s) - a_.max(s);
    const Value greatest = b_.max(s) - a_.min(s);
    const Value nearest = least > bottom_end_ ? least : greatest < bottom_ ? greatest : bottom_;
    const Cost cost = f_->at(nearest);
    // Differences outside the table are left to keep_within().
    if (cost <= s.min(cost_) || cost >= infinite_cost) return true;
    guard.because(a_.held()).because(b_.held());
    if (nearest > bottom_end_) guard.because(b_.from(b_.min(s))).because(a_.until(a_.max(s)));
    if (nearest < bottom_) guard.because(b_.until(b_.max(s))).because(a_.from(a_.min(s)));
    return guard.infer(at_least(cost_, static_cast<Value>(std::min<Cost>(cost, max_value + 1))));
}

// The difference least (greatest) of those that cost at most `most`. @pre the bottom does
Value Deviation::least_within(Cost most) const {
    const auto begin = f_->of.begin();
    const auto found = std::partition_point(begin, begin + (bottom_ - f_->first),
                                            [most](Cost c) { return c > most; });
    return f_->first + static_cast<Value>(found - begin);
}

Value Deviation::greatest_within(Cost most) const {
    const auto found = std::partition_point(f_->of.begin() + (bottom_ - f_->first), f_->of.end(),
                                            [most](Cost c) { return c <= most; });
    return f_->first + static_cast<Value>(found - f_->of.begin()) - 1;
}

// "The cost is too small for this difference"; true from the start outside the table.
Literal Deviation::cost_below(Value difference) const {
    return at_most(cost_, static_cast<Value>(std::min<Cost>(f_->at(difference) - 1, max_value)));
}

bool Deviation::holds(const Assignment& values) const {
    const Value a = values[a_.var().index];
    const Value b = values[b_.var().index];
    if (!a_.is_held_at(a) || !b_.is_held_at(b) || !when_.holds(values)) return true;
    return values[cost_.index] >= f_->at(b_.of(b) - a_.of(a));
}

void Deviation::relax(Relaxation& rows) const {
    if (!rows.pays(cost_, when_.literals)) return;
    const auto step = [this](Value from, Value to) { return f_->at(to) - f_->at(from); };
    for (Value t = bottom_end_; t < f_->last(); ++t) {
        const Cost bend = step(t, t + 1) - (t == bottom_end_ ? 0 : step(t - 1, t));
        if (bend > 0) add_rows(rows, a_, b_, t, bend, when_);
    }
    for (Value t = bottom_; t > f_->first; --t) {
        const Cost bend = step(t, t - 1) - (t == bottom_ ? 0 : step(t + 1, t));
        if (bend > 0) add_rows(rows, b_, a_, -t, bend, when_);
    }
}

}  // namespace rul::solver
