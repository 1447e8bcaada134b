#pragma once

#include "engine/solver/constraints/value_groups.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

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
/// Reasons: of a value of x one literal of y; of a value of y the bounds and holes of x where
/// the table has it; lazy.
class Channel final : public Propagator {
  public:
    /// @pre x counts from 0; a value beyond the table goes with nothing; x != y
    Channel(IntVar x, IntVar y, std::shared_ptr<const std::vector<Value>> table);

    [[nodiscard]] std::string_view name() const override { return "channel"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    [[nodiscard]] bool propagate(Store& s) override;
    void explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                 std::vector<Literal>& out) const override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &Channel::x_, &Channel::y_, &Channel::scope_);
    }
    [[nodiscard]] bool names_breaking_values() const override { return true; }
    void breaking_values(IntVar x, const Assignment& values,
                         std::vector<ValueRun>& out) const override;

  private:
    [[nodiscard]] bool has(Value x) const {
        return 0 <= x && x < static_cast<Value>(table_->size());
    }
    [[nodiscard]] Value of(Value x) const { return (*table_)[static_cast<std::size_t>(x)]; }
    [[nodiscard]] bool stands_somewhere(const Store& s, std::size_t i);

    IntVar x_;
    IntVar y_;
    std::shared_ptr<const std::vector<Value>> table_;
    ValueGroups groups_;
    std::vector<std::uint32_t> supports_;  // by value of the table: which place served last
    std::array<IntVar, 2> scope_;
};

}  // namespace rul::solver
