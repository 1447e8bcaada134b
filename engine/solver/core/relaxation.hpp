#pragma once

#include "engine/solver/core/store.hpp"
#include "engine/solver/core/types.hpp"

#include <algorithm>
#include <map>
#include <optional>
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
/// The priced bound then leaves that cost variable out of its own sum (Relaxation::pays).
struct Row {
    std::vector<Term> terms;
    Cost bound = 0;
    Cost price = infinite_cost;  ///< Greatest multiplier; infinite_cost: a hard row.
    std::size_t source = 0;      ///< Relaxation::from
    std::optional<IntVar> paid;  ///< Of a soft row: the cost variable that it accounts for.
};

/// Collects the rows of all constraints: the linear relaxation whose multipliers are the prices.
///
/// Source: Lagrangian decomposition; day-by-day rows of precedence constraints as in the
/// time-indexed formulation of Christofides, Alvarez-Valdes, Tamarit (1987).
class Relaxation {
  public:
    using Costs = std::vector<std::vector<Cost>>;

    /// @pre `root` outlives it; its initial bounds are what the rows may count on. So does `costs`,
    /// by variable and value; without it each variable is taken to cost 1 a unit. `unit`: what 1 is
    /// in these costs.
    explicit Relaxation(const Store& root, const Costs* costs = nullptr, Cost unit = 1)
        : root_{&root}, costs_{costs}, unit_{unit} {}

    /// Whose rows follow: the number of a constraint, then of a clause.
    void from(std::size_t source) {
        source_ = source;
        paid_.reset();
    }

    [[nodiscard]] const Store& root() const { return *root_; }

    /// Terms are cut to the initial bounds of their variables; empty ones are dropped.
    void add(Row row) {
        for (Term& t : row.terms) {
            t.first = std::max(t.first, root_->initial_min(t.x));
            t.last = std::min(t.last, root_->initial_max(t.x));
        }
        std::erase_if(row.terms,
                      [](const Term& t) { return t.first > t.last || t.coefficient == 0; });
        if (row.price < infinite_cost) {
            row.price *= unit_;
            row.paid = paid_;
        }
        row.source = source_;
        rows_.push_back(std::move(row));
    }
    /// Asks for soft rows that account for what cost variable `x` costs while `when` is true, at 1
    /// a unit. False: it costs less, or others may pay it at the same time; no rows are to be
    /// given.
    [[nodiscard]] bool pays(IntVar x, const std::vector<Literal>& when);

    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    [[nodiscard]] const std::vector<IntVar>& covered() const { return covered_; }

  private:
    [[nodiscard]] bool costs_a_unit(IntVar x) const;

    const Store* root_;
    const Costs* costs_;
    std::vector<Row> rows_;
    /// By cost variable: when it is paid.
    std::map<IntVar, std::vector<std::vector<Literal>>> paid_when_;
    std::vector<IntVar> covered_;
    Cost unit_;
    std::size_t source_ = 0;
    std::optional<IntVar> paid_;  ///< by the soft rows that follow
};

}  // namespace rul::solver
