#pragma once

#include "engine/solver/core/propagator.hpp"

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
    /// @pre three different variables; a and b count from 0 and every pair is in the table
    Function(IntVar a, IntVar b, IntVar z, std::shared_ptr<const std::vector<Value>> table,
             Value b_count);

    [[nodiscard]] std::string_view name() const override { return "function"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    [[nodiscard]] bool propagate(Store& s) override;
    void explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                 std::vector<Literal>& out) const override;
    [[nodiscard]] bool holds(const Assignment& values) const override;

  private:
    enum class Role : std::uint8_t { a, b, z };

    [[nodiscard]] Value at(Value a, Value b) const {
        return (*table_)[static_cast<std::size_t>(a) * static_cast<std::size_t>(b_count_)
                         + static_cast<std::size_t>(b)];
    }
    [[nodiscard]] IntVar var(Role role) const { return scope_[static_cast<std::size_t>(role)]; }
    [[nodiscard]] bool is_supported(const Store& s, Role role, Value v);
    [[nodiscard]] bool a_is_supported(const Store& s, Value a);
    [[nodiscard]] bool b_is_supported(const Store& s, Value b);
    [[nodiscard]] bool z_is_supported(const Store& s, Value z);
    [[nodiscard]] bool narrow(Store& s, Role role);
    [[nodiscard]] std::span<const std::uint32_t> entries_of(Value z) const;

    std::shared_ptr<const std::vector<Value>> table_;
    Value b_count_;
    std::array<IntVar, 3> scope_;
    std::vector<Value> support_of_a_;  // by value of a: the value of b that served last
    std::vector<Value> support_of_b_;
    std::vector<Value> values_;                // of the table, each once, sorted
    std::vector<std::size_t> entry_starts_;    // by place in values_, and the end
    std::vector<std::uint32_t> entries_;       // places in the table, grouped by value
    std::vector<std::uint32_t> support_of_z_;  // by place in values_: a place in the table
};

}  // namespace rul::solver
