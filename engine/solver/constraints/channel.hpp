#pragma once

#include "engine/solver/constraints/interval_table.hpp"
#include "engine/solver/core/propagator.hpp"

#include <array>
#include <memory>
#include <vector>

namespace rul::solver {

/// y = table[x]: what follows from a start: its mode, its venue's town, its quarter.
///
///     x      0 1 2 3 4 5
///     table  7 7 8 8 8 7      y != 8 removes 2, 3, 4; x >= 5 fixes y to 7
///
/// Strength: domain consistent (on the bounds of wide variables). Cost: O(values left) a call.
/// Reasons: of a value of x one literal of y; of a value of y the bounds and holes of x over the
/// runs of that value; lazy.
class Channel final : public Propagator {
  public:
    /// @pre x counts from 0 and the table has a value for each of its values; x != y
    Channel(IntVar x, IntVar y, std::shared_ptr<const std::vector<Value>> table);

    [[nodiscard]] std::string_view name() const override { return "channel"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    [[nodiscard]] bool propagate(Store& s) override;
    void explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                 std::vector<Literal>& out) const override;
    [[nodiscard]] bool holds(const Assignment& values) const override;

  private:
    [[nodiscard]] Value of(Value x) const { return (*table_)[static_cast<std::size_t>(x)]; }
    [[nodiscard]] std::span<const IntervalTable::Interval> runs_of(Value y) const;
    [[nodiscard]] bool is_supported(const Store& s, Value y) const;
    [[nodiscard]] bool narrow_x(Store& s) const;
    [[nodiscard]] bool narrow_y(Store& s) const;

    IntVar x_;
    IntVar y_;
    std::shared_ptr<const std::vector<Value>> table_;
    std::vector<Value> values_;  // of the table, each once, sorted
    IntervalTable runs_;         // by place in values_: where the table has it
    std::array<IntVar, 2> scope_;
};

}  // namespace rul::solver
