#pragma once

#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <memory>
#include <vector>

namespace rul::solver {

/// count = how many of `literals` are true.
///
///     literals  1 1 ? ? 0      2 <= count <= 4; count <= 2 makes the open ones false
///
/// Strength: bounds consistent if the literals are about different variables. Cost: O(literals) a
/// call. Reasons: the true (false) ones and, for a literal, the bound of count.
/// Rows: the number of true ones = count, with count as a sum of its steps.
class Count final : public Propagator {
  public:
    /// @pre count is not the variable of a literal
    Count(std::vector<Literal> literals, IntVar count);

    [[nodiscard]] std::string_view name() const override { return "count"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    [[nodiscard]] bool propagate(Store& s) override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &Count::literals_, &Count::count_, &Count::scope_);
    }
    void relax(Relaxation& rows) const override;

  private:
    [[nodiscard]] bool infer(Guard& guard, Literal fact, bool by_true_ones) const;
    [[nodiscard]] bool set_open(Guard& guard, bool to) const;

    std::vector<Literal> literals_;
    IntVar count_;
    std::vector<IntVar> scope_;
    std::vector<Literal> why_;
};

}  // namespace rul::solver
