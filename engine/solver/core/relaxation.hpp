#pragma once

#include "engine/solver/core/store.hpp"
#include "engine/solver/core/types.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace rul::solver {

/// coefficient * [first <= x <= last]
struct Term {
    IntVar x;
    Value first;
    Value last;
    int coefficient;
};

/// sum of terms <= bound, in every solution; a soft row may be broken for `price` a unit.
///
/// Of a soft row the price is paid *inside the objective's own cost of the constraint that gave
/// it*: the rows of one constraint together never charge more than that constraint really costs.
/// The priced bound then leaves that cost variable out of its own sum (Relaxation::covers).
struct Row {
    std::vector<Term> terms;
    Cost bound = 0;
    Cost price = infinite_cost;  ///< Greatest multiplier; infinite_cost: a hard row.
};

/// Collects the rows of all constraints: the linear relaxation whose multipliers are the prices.
///
/// Source: Lagrangian decomposition; day-by-day rows of precedence constraints as in the
/// time-indexed formulation of Christofides, Alvarez-Valdes, Tamarit (1987).
class Relaxation {
  public:
    /// @pre `root` outlives it; its initial bounds are what the rows may count on
    explicit Relaxation(const Store& root) : root_{&root} {}

    [[nodiscard]] const Store& root() const { return *root_; }

    /// Terms are cut to the initial bounds of their variables; empty ones are dropped.
    void add(Row row) {
        for (Term& t : row.terms) {
            t.first = std::max(t.first, root_->initial_min(t.x));
            t.last = std::min(t.last, root_->initial_max(t.x));
        }
        std::erase_if(row.terms,
                      [](const Term& t) { return t.first > t.last || t.coefficient == 0; });
        rows_.push_back(std::move(row));
    }
    /// The soft rows given so far and those that follow account for what cost variable `x` costs.
    void covers(IntVar x) { covered_.push_back(x); }

    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    [[nodiscard]] const std::vector<IntVar>& covered() const { return covered_; }

  private:
    const Store* root_;
    std::vector<Row> rows_;
    std::vector<IntVar> covered_;
};

}  // namespace rul::solver
