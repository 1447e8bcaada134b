#pragma once

#include "engine/solver/core/renaming.hpp"
#include "engine/solver/core/store.hpp"
#include "engine/solver/core/types.hpp"

#include <memory>
#include <vector>

namespace rul::solver {

/// A nondecreasing function of a variable's value: the day, or the first minute, of a start.
///
/// Variables number the possible starts of a meeting 0..n-1 in order of time. A meeting that may be
/// left out has one value more, n, which stands for "not held" and has no coordinate; it is the
/// greatest value, so a lower bound on the coordinate never removes it.
///
/// Because the function is monotone, "coordinate >= c" is a literal on the variable itself: no
/// variable for the day and no channelling is needed.
class Coordinate {
  public:
    /// @pre `at` is nondecreasing, not empty; x has the values 0..n-1, or 0..n when optional
    Coordinate(IntVar x, std::shared_ptr<const std::vector<Value>> at)
        : x_{x}, at_{std::move(at)} {}

    [[nodiscard]] IntVar var() const { return x_; }
    void rename(const Renaming& to) { to.apply(x_); }
    [[nodiscard]] Value count() const { return static_cast<Value>(at_->size()); }
    [[nodiscard]] Value of(Value value) const { return (*at_)[static_cast<std::size_t>(value)]; }
    [[nodiscard]] bool is_held_at(Value value) const { return value < count(); }

    /// Certainly held / certainly left out.
    [[nodiscard]] bool is_held(const Store& s) const { return s.max(x_) < count(); }
    [[nodiscard]] bool is_left_out(const Store& s) const { return s.min(x_) >= count(); }
    [[nodiscard]] Literal held() const { return at_most(x_, count() - 1); }
    [[nodiscard]] Literal left_out() const { return solver::at_least(x_, count()); }

    /// Of the values that are held. @pre not is_left_out(s)
    [[nodiscard]] Value min(const Store& s) const { return of(s.min(x_)); }
    [[nodiscard]] Value max(const Store& s) const;

    /// The least value whose coordinate is >= c; count() when there is none.
    [[nodiscard]] Value first_from(Value c) const;
    /// The greatest value whose coordinate is <= c; -1 when there is none.
    [[nodiscard]] Value last_until(Value c) const { return first_from(c + 1) - 1; }

    /// "coordinate >= c, or left out".
    [[nodiscard]] Literal from(Value c) const { return solver::at_least(x_, first_from(c)); }
    /// "held, and coordinate <= c".
    [[nodiscard]] Literal until(Value c) const { return at_most(x_, last_until(c)); }

  private:
    IntVar x_;
    std::shared_ptr<const std::vector<Value>> at_;
};

}  // namespace rul::solver
