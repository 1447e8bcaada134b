#pragma once

#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/core/coordinate.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <memory>
#include <vector>

namespace rul::solver {

/// What each difference costs: of[i] is the cost of first + i. Convex: its steps never get smaller.
struct ConvexCost {
    Value first = 0;
    std::vector<Cost> of;

    [[nodiscard]] Value last() const { return first + static_cast<Value>(of.size()) - 1; }
    /// infinite_cost outside the table.
    [[nodiscard]] Cost at(Value difference) const {
        if (difference < first || last() < difference) return infinite_cost;
        return of[static_cast<std::size_t>(difference - first)];
    }
};

/// cost >= f(b - a), of coordinates, if both are held: what it costs to be off the ideal distance.
///
///     f   \            ___/       the bounds of a and b bound their difference, and f is least
///          \      ___/            at the end nearest its bottom; the other way round, the
///           \___/                 greatest cost leaves an interval of differences: two lags
///         first    b - a
///
/// A difference outside the table is forbidden, so the table covers all that may occur.
///
/// Strength: bounds consistent where each coordinate in between can be had; with gaps between the
/// coordinates weaker at the bottom of f. Cost: O(log n + log of the table) a call.
/// Reasons: two bounds, one of them of the cost, the weakest that serve; "held"; the condition.
/// Rows: f is a sum of max(0, difference - t) and max(0, t - difference), each
/// of weight w, and each of these a sum over days: soft rows "[a until d - t] - [b until d] <= 0"
/// at price w. They pay `cost` and so presume that it costs at least 1 a unit; the bottom f(m) is
/// not in them.
class Deviation final : public Propagator {
  public:
    /// @pre f is convex, not empty, all of it >= 0
    Deviation(Coordinate a, Coordinate b, std::shared_ptr<const ConvexCost> f, IntVar cost,
              Condition when = {});

    [[nodiscard]] std::string_view name() const override { return "deviation"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    void subscribe(Subscriptions& s) const override;
    [[nodiscard]] bool propagate(Store& s) override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &Deviation::a_, &Deviation::b_, &Deviation::cost_, &Deviation::when_,
                       &Deviation::scope_);
    }
    void relax(Relaxation& rows) const override;

  private:
    [[nodiscard]] Value least_within(Cost most) const;
    [[nodiscard]] Value greatest_within(Cost most) const;
    [[nodiscard]] Literal cost_below(Value difference) const;
    [[nodiscard]] bool raise_cost(Guard& guard) const;
    [[nodiscard]] bool keep_within(Guard& guard) const;
    [[nodiscard]] bool leave_one_out(Guard& guard) const;

    Coordinate a_;
    Coordinate b_;
    std::shared_ptr<const ConvexCost> f_;
    IntVar cost_;
    Condition when_;
    Value bottom_ = 0;      // the least difference of least cost
    Value bottom_end_ = 0;  // the greatest
    std::vector<IntVar> scope_;
    std::vector<Literal> why_;
};

}  // namespace rul::solver
