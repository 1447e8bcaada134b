#pragma once

#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/core/coordinate.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <memory>
#include <vector>

namespace rul::solver {

/// b >= a + least, of coordinates, if both are held: the least lag from a to b.
///
///     a     m.......]                b cannot be before m + least,
///     b          [..........M        a not after M - least
///           |least|
///
/// The greatest lag is Lag(b, a, -most). `least` may be negative.
///
/// Strength: bounds consistent once the condition is true. Cost: O(log n) a call.
/// Reasons: one bound of the other side, "held" where it can be left out, the condition.
/// Rows: for each coordinate c of b, [b until c] <= [a until c - least].
class Lag final : public Propagator {
  public:
    /// @pre |least| <= max_value
    Lag(Coordinate a, Coordinate b, Value least, Condition when = {});

    [[nodiscard]] std::string_view name() const override { return "lag"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    void subscribe(Subscriptions& s) const override;
    [[nodiscard]] bool propagate(Store& s) override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &Lag::a_, &Lag::b_, &Lag::when_, &Lag::scope_);
    }
    void relax(Relaxation& rows) const override;
    [[nodiscard]] int priority() const override { return 0; }

  private:
    Coordinate a_;
    Coordinate b_;
    Value least_;
    Condition when_;
    std::vector<IntVar> scope_;
    std::vector<Literal> why_;
};

}  // namespace rul::solver
