#pragma once

#include "engine/solver/constraints/value_groups.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <array>
#include <memory>
#include <vector>

namespace rul::solver {

/// z = table[a * b_count + b]: what follows from two choices.
///
///         b 0 1 2
///     a 0   4 4 5      z != 4 leaves (0, 2), (1, 1), (1, 2)
///       1   4 6 6
///
/// Strength: domain consistent (on the bounds of wide variables). Cost: O(values left) a call while
/// the supports last found still stand, O(pairs) at worst.
/// Reasons: of each pair that would serve, one literal of one of the two others; lazy.
class Function final : public Propagator {
  public:
    /// @pre three different variables; a and b count from 0; a pair beyond the
    /// table goes with nothing
    Function(IntVar a, IntVar b, IntVar z, std::shared_ptr<const std::vector<Value>> table,
             Value b_count);

    [[nodiscard]] std::string_view name() const override { return "function"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    [[nodiscard]] bool propagate(Store& s) override;
    void explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                 std::vector<Literal>& out) const override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &Function::a_, &Function::b_, &Function::z_, &Function::scope_);
    }

  private:
    [[nodiscard]] Value value_at(Value a, Value b) const {
        return (*table_)[static_cast<std::size_t>(a) * static_cast<std::size_t>(b_count_)
                         + static_cast<std::size_t>(b)];
    }
    [[nodiscard]] bool has(Value a, Value b) const {
        return 0 <= a && a < a_count_ && 0 <= b && b < b_count_;
    }
    [[nodiscard]] Value a_of(std::uint32_t place) const {
        return static_cast<Value>(place) / b_count_;
    }
    [[nodiscard]] Value b_of(std::uint32_t place) const {
        return static_cast<Value>(place) % b_count_;
    }
    [[nodiscard]] bool fits(const Store& s, Value a, Value b) const;
    [[nodiscard]] bool a_is_supported(const Store& s, Value a);
    [[nodiscard]] bool b_is_supported(const Store& s, Value b);
    [[nodiscard]] bool z_is_supported(const Store& s, std::size_t i);

    IntVar a_;
    IntVar b_;
    IntVar z_;
    std::shared_ptr<const std::vector<Value>> table_;
    Value b_count_;
    Value a_count_;
    ValueGroups groups_;
    std::array<IntVar, 3> scope_;
    // What served last: by value of a a value of b, the other way round, by value of z a place.
    std::vector<Value> support_of_a_;
    std::vector<Value> support_of_b_;
    std::vector<std::uint32_t> support_of_z_;
};

}  // namespace rul::solver
