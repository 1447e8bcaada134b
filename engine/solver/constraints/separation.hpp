#pragma once

#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/core/coordinate.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <memory>
#include <vector>

namespace rul::solver {

/// |a - b| >= gap, of coordinates, if both are held: `gap` apart, whichever comes first.
///
///     a      m.......]            Once a >= m and b <= m + gap - 1, a cannot go first,
///     b  [.......]                so b does: b + gap <= a, and both bounds move.
///            |<-gap->|
///
/// Strength: bounds consistent once the condition is true. Cost: O(log n) a call.
/// Reasons: three bounds at most, and the condition.
/// Rows: in each window of `gap` coordinates stands at most one of the two.
class Separation final : public Propagator {
  public:
    /// @pre 0 < gap <= max_value. With gap == 0 every assignment holds: post nothing.
    Separation(Coordinate a, Coordinate b, Value gap, Condition when = {});

    [[nodiscard]] std::string_view name() const override { return "separation"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    void subscribe(Subscriptions& s) const override;
    [[nodiscard]] bool propagate(Store& s) override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &Separation::a_, &Separation::b_, &Separation::when_,
                       &Separation::scope_);
    }
    void relax(Relaxation& rows) const override;
    [[nodiscard]] int priority() const override { return 0; }

  private:
    [[nodiscard]] bool push_later(Guard& guard, const Coordinate& late,
                                  const Coordinate& early) const;
    [[nodiscard]] bool pull_earlier(Guard& guard, const Coordinate& early,
                                    const Coordinate& late) const;

    Coordinate a_;
    Coordinate b_;
    Value gap_;
    Condition when_;
    std::vector<IntVar> scope_;
    std::vector<Literal> why_;
};

}  // namespace rul::solver
