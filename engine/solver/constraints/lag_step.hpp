#pragma once

#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/core/coordinate.hpp"

namespace rul::solver {

/// The inferences of b >= a + least. Shared by Lag and Deviation.
///
/// `add_more(guard, difference)` adds to the reason what rules out differences b - a up to the one
/// given, which is less than `least`. Lag has nothing to add.
template <class AddMore>
class LagStep {
  public:
    LagStep(Guard& guard, const Coordinate& a, const Coordinate& b, Value least, AddMore add_more)
        : guard_{guard}, s_{guard.store()}, a_{a}, b_{b}, least_{least}, add_more_{add_more} {}

    [[nodiscard]] bool propagate() const {
        if (a_.is_left_out(s_) || b_.is_left_out(s_)) return true;
        return push_later() && pull_earlier();
    }

  private:
    // a is held: b comes `least` after a's earliest, or is left out.
    [[nodiscard]] bool push_later() const {
        if (!a_.is_held(s_)) return true;
        const Value first = b_.first_from(a_.min(s_) + least_);
        if (first <= s_.min(b_.var())) return true;
        // The weakest bound on a that still excludes the last value before `first`.
        const Value before = b_.of(first - 1);
        guard_.because(a_.from(before - least_ + 1)).because(a_.held());
        add_more_(guard_, least_ - 1);
        return guard_.infer(at_least(b_.var(), first));
    }

    // b is held: a comes `least` before b's latest, or is left out.
    [[nodiscard]] bool pull_earlier() const {
        if (a_.is_left_out(s_) || !b_.is_held(s_)) return true;
        const Value last = a_.last_until(b_.max(s_) - least_);
        if (a_.is_held(s_)) {
            if (s_.max(a_.var()) <= last) return true;
            guard_.because(b_.until(a_.of(last + 1) + least_ - 1)).because(a_.held());
            add_more_(guard_, least_ - 1);
            return guard_.infer(at_most(a_.var(), last));
        }
        const Value earliest = s_.min(a_.var());
        if (earliest <= last) return true;
        const Value pivot = a_.of(earliest);
        guard_.because(a_.from(pivot)).because(b_.until(pivot + least_ - 1));
        add_more_(guard_, least_ - 1);
        return guard_.infer(a_.left_out());
    }

    Guard& guard_;
    const Store& s_;
    const Coordinate& a_;
    const Coordinate& b_;
    Value least_;
    AddMore add_more_;
};

}  // namespace rul::solver
