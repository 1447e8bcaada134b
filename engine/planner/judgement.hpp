#pragma once

#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace rul::planner {

/// cost >= judge(values of `seen`), whenever all of `when` hold.
///
/// The planner's last resort, for what no constraint of the solver says: neighbours of a group
/// whose order is open, distances in minutes that cost. It waits until everything it sees is fixed.
///
/// Strength: checks; a cost variable fixed to 0 makes it a hard constraint. Cost: O(seen) a call.
class Judgement final : public solver::Propagator {
  public:
    /// Looks at nothing but the values, and what never changes.
    using Judge = std::function<solver::Cost(std::span<const solver::Value>)>;

    Judgement(std::vector<solver::IntVar> seen, std::vector<solver::Literal> when,
              solver::IntVar cost, Judge judge);

    [[nodiscard]] std::string_view name() const override { return "judgement"; }
    [[nodiscard]] std::span<const solver::IntVar> scope() const override { return scope_; }
    [[nodiscard]] bool propagate(solver::Store& s) override;
    [[nodiscard]] bool holds(const solver::Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<solver::Propagator> renamed(
        const solver::Renaming& to) const override {
        return to.copy(*this, &Judgement::seen_, &Judgement::when_, &Judgement::cost_,
                       &Judgement::scope_);
    }
    [[nodiscard]] int priority() const override { return 2; }

  private:
    std::vector<solver::IntVar> seen_;
    std::vector<solver::Literal> when_;
    solver::IntVar cost_;
    Judge judge_;
    std::vector<solver::IntVar> scope_;
};

}  // namespace rul::planner
