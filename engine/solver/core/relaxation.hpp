#pragma once

#include "engine/solver/core/types.hpp"

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
    void add(Row row) { rows_.push_back(std::move(row)); }
    /// The soft rows given so far and those that follow account for what cost variable `x` costs.
    void covers(IntVar x) { covered_.push_back(x); }

    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    [[nodiscard]] const std::vector<IntVar>& covered() const { return covered_; }

  private:
    std::vector<Row> rows_;
    std::vector<IntVar> covered_;
};

}  // namespace rul::solver
