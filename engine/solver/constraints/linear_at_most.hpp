#pragma once

#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <memory>
#include <utility>
#include <vector>

namespace rul::solver {

/// sum of coefficient * x <= bound.
///
///     2x + 3y - z <= 7      least sum 2*1 + 3*0 - 4 = -2: 9 are left, so x <= 1 + 4, y <= 0 + 3
///
/// Strength: bounds consistent once the condition is true. Cost: O(terms) a call.
/// Reasons: a bound of each other variable, weakened by what the rounding leaves.
/// Rows (without condition): the constraint itself, where all variables have few values.
class LinearAtMost final : public Propagator {
  public:
    /// @pre the sum of |coefficient| * greatest |x|, and |bound|, stay below infinite_cost
    LinearAtMost(std::vector<std::pair<Value, IntVar>> terms, Cost bound, Condition when = {});

    [[nodiscard]] std::string_view name() const override { return "linear-at-most"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    void subscribe(Subscriptions& s) const override;
    [[nodiscard]] bool propagate(Store& s) override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &LinearAtMost::terms_, &LinearAtMost::when_, &LinearAtMost::scope_);
    }
    void relax(Relaxation& rows) const override;

  private:
    struct LinearTerm {
        Cost coefficient;
        IntVar x;

        void rename(const Renaming& to) { to.apply(x); }
    };

    [[nodiscard]] static Cost least(const Store& s, const LinearTerm& term);
    void add_reason(Guard& guard, std::size_t except, Cost spare) const;
    [[nodiscard]] bool narrow(Guard& guard, std::size_t index, Cost least_sum) const;

    std::vector<LinearTerm> terms_;  // each variable once, no coefficient 0
    Cost bound_;
    Condition when_;
    std::vector<IntVar> scope_;
    std::vector<Literal> why_;
};

}  // namespace rul::solver
