#pragma once

#include "engine/solver/knots/clash.hpp"
#include "engine/solver/knots/knots.hpp"

#include <limits>
#include <span>
#include <vector>

namespace rul::solver {

/// A bound from knots that are solved one by one, under prices on the rows between them:
///
///     cost >= constant - prices * bounds of rows between + what is in no knot
///             + what each knot costs by itself, with its share of the prices
///
/// Never less than the priced bound under the same prices, but for their rounding: a row is no
/// longer priced only where it is obeyed.
///
/// Source: Lagrangian decomposition with larger parts (Guignard, Kim 1987).
class KnotBound {
  public:
    /// Costs of the knots' own problems are in 1/knot_unit points.
    static constexpr Cost knot_unit = 64;

    /// @pre all but the prices outlive it; `domains` is at level 0, and stays as it is as long as
    /// part_of() is asked
    KnotBound(const Problem& problem, const Relaxation& relaxation, const Prices& prices,
              const Knots& knots, const Store& domains, std::span<const Clash> clashes = {});

    [[nodiscard]] std::size_t count() const { return knots_.size(); }
    /// Knot k by itself. A solution of it costs `offset` more than its cost there.
    struct KnotPart {
        Part part;
        Cost offset;
    };
    [[nodiscard]] KnotPart part_of(std::size_t k) const;
    /// Knot k costs `least` or more under the prices, its offset included; infinite_cost: it has no
    /// solution. What was so under wider domains is so.
    void raise(std::size_t k, Cost least);
    [[nodiscard]] Cost least(std::size_t k) const { return least_[k]; }
    /// By how much knot k costs more at least than under the prices that `before` has.
    [[nodiscard]] Cost least_change(std::size_t k, const KnotBound& before) const;
    /// By how much `solution` is dearer in knot k than the knot costs at least.
    [[nodiscard]] Cost excess(std::size_t k, const Assignment& solution) const;
    /// Of the whole, in 1/knot_unit points. infinite_cost: no solution.
    [[nodiscard]] Cost total() const;
    /// In points, rounded up. infinite_cost: no solution.
    [[nodiscard]] Cost bound() const;

  private:
    static constexpr auto no_knot = std::numeric_limits<std::size_t>::max();

    /// A term of a row that keeps its price: what it costs while it is true.
    struct Share {
        Value first;
        Value last;
        Cost cost;
    };

    [[nodiscard]] Cost add_costs(const Knot& knot, Part& part) const;
    [[nodiscard]] std::size_t inside(const Row& row) const;
    void find_between(const Prices& prices);
    void share_out(const Row& row, Cost price);
    [[nodiscard]] std::vector<Cost> priced_costs(IntVar x) const;
    [[nodiscard]] Cost least_of(IntVar x, const std::vector<Cost>& costs) const;

    const Problem& problem_;
    const Relaxation& relaxation_;
    const Knots& all_;
    const std::vector<Knot>& knots_;
    const Store& domains_;
    std::vector<std::vector<Share>> shares_;  ///< by variable
    std::vector<bool> is_paid_by_rows_;       ///< by variable: rows stand for its own cost
    std::vector<std::size_t> home_;           ///< by variable
    std::vector<Cost> least_;                 ///< by knot
    Cost rest_ = 0;                           ///< all but the knots
};

}  // namespace rul::solver
