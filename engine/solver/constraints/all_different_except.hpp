#pragma once

#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <memory>
#include <vector>

namespace rul::solver {

/// No two are equal, unless they equal `except`, which any number may take ("none").
///
///     x1 = 3          leaves the others without 3;
///     x2 x3 x4 in {1, 2}, none of them `except`: three pigeons, two holes
///
/// Strength: a fixed value leaves the others; more variables than values fails. Domain consistent
/// once all but one are fixed. Cost: O(fixed * variables) a call.
/// Reasons: the other's value; of the pigeons the bounds and holes outside their common values.
/// Rows: each value but `except` is taken at most once.
class AllDifferentExcept final : public Propagator {
  public:
    /// @pre each variable once
    AllDifferentExcept(std::vector<IntVar> xs, Value except);

    [[nodiscard]] std::string_view name() const override { return "all-different-except"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return xs_; }
    [[nodiscard]] bool propagate(Store& s) override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &AllDifferentExcept::xs_, &AllDifferentExcept::pigeons_);
    }
    void relax(Relaxation& rows) const override;

  private:
    [[nodiscard]] bool remove_from_others(Guard& guard, std::size_t fixed) const;
    [[nodiscard]] bool fits_pigeons(Store& s);

    std::vector<IntVar> xs_;
    Value except_;
    std::vector<IntVar> pigeons_;  // those that cannot be `except`
    std::vector<bool> taken_;      // by value from the least: in some pigeon's domain
    std::vector<Literal> why_;
};

}  // namespace rul::solver
