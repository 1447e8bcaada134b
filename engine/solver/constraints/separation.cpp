#include "engine/solver/constraints/separation.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/row_terms.hpp"

#include <algorithm>
#include <cstdlib>

namespace rul::solver {

Separation::Separation(Coordinate a, Coordinate b, Value gap, Condition when)
    : a_{std::move(a)},
      b_{std::move(b)},
      gap_{gap},
      when_{std::move(when)},
      scope_{scope_of({a_.var(), b_.var()}, when_)} {
    RUL_CHECK(0 < gap && gap <= max_value);
    RUL_CHECK(a_.var() != b_.var());
}

void Separation::subscribe(Subscriptions& s) const {
    s.wake_on(a_.var(), Wake::bounds);
    s.wake_on(b_.var(), Wake::bounds);
    wake_on_condition(s, when_);
}

bool Separation::propagate(Store& s) {
    Guard guard{s, when_, why_};
    if (guard.is_idle()) return true;
    return push_later(guard, a_, b_) && push_later(guard, b_, a_) && pull_earlier(guard, a_, b_)
           && pull_earlier(guard, b_, a_);
}

// `early` is held, and where `late` starts at its earliest, `early` fits on neither side: so `late`
// comes after it, or is left out.
bool Separation::push_later(Guard& guard, const Coordinate& late, const Coordinate& early) const {
    const Store& s = guard.store();
    if (late.is_left_out(s) || !early.is_held(s)) return true;
    const Value pivot = late.min(s);
    if (pivot + gap_ <= early.max(s)) return true;
    const Value first = late.first_from(early.min(s) + gap_);
    if (first <= s.min(late.var())) return true;
    // The weakest bounds on `early` that still rule "late first" out, and the values up to `first`.
    return guard.because(late.from(pivot))
        .because(early.until(pivot + gap_ - 1))
        .because(early.from(late.of(first - 1) - gap_ + 1))
        .infer(at_least(late.var(), first));
}

// The mirror image: `early` cannot stand at its latest, nor after `late`.
bool Separation::pull_earlier(Guard& guard, const Coordinate& early, const Coordinate& late) const {
    const Store& s = guard.store();
    if (!early.is_held(s) || !late.is_held(s)) return true;
    const Value pivot = early.max(s);
    if (late.min(s) + gap_ <= pivot) return true;
    const Value last = early.last_until(late.max(s) - gap_);
    if (s.max(early.var()) <= last) return true;
    return guard.because(early.until(pivot))
        .because(late.from(pivot - gap_ + 1))
        .because(late.until(early.of(last + 1) + gap_ - 1))
        .infer(at_most(early.var(), last));
}

bool Separation::holds(const Assignment& values) const {
    const Value a = values[a_.var().index];
    const Value b = values[b_.var().index];
    if (!a_.is_held_at(a) || !b_.is_held_at(b) || !when_.holds(values)) return true;
    return std::abs(a_.of(a) - b_.of(b)) >= gap_;
}

void Separation::relax(Relaxation& rows) const {
    std::vector<Value> starts;
    for (const Coordinate* c : {&a_, &b_})
        for (Value v = 0; v < c->count(); ++v)
            starts.push_back(c->of(v));
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());

    Value last_a = -1;
    Value last_b = -1;
    for (const Value start : starts) {
        const Value end_a = a_.last_until(start + gap_ - 1);
        const Value end_b = b_.last_until(start + gap_ - 1);
        if (end_a == last_a && end_b == last_b) continue;  // within the window before
        last_a = end_a;
        last_b = end_b;
        const Value first_a = a_.first_from(start);
        const Value first_b = b_.first_from(start);
        if (first_a > end_a || first_b > end_b) continue;
        Row row{.terms = {{a_.var(), first_a, end_a, 1}, {b_.var(), first_b, end_b, 1}},
                .bound = 1};
        add_condition(row, rows.root(), when_);
        rows.add(std::move(row));
    }
}

}  // namespace rul::solver
