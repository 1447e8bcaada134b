#pragma once

#include "engine/solver/constraints/absence.hpp"
#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/constraints/interval_table.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <array>
#include <memory>
#include <vector>

namespace rul::solver {

/// (a, b) is one of the pairs that a table allows; by value of a the intervals of b.
///
///       b  0 1 2 3 4 5 6
///     a 0  . # # . . # .      a value stays while some value of the other variable goes with it
///       1  . . # # # . .
///
/// Both variables count from 0; a value beyond the table goes with nothing.
///
/// Strength: domain consistent once the condition is true (on the bounds of wide variables).
/// Cost: O(values left) a call while the supports last found still stand.
/// Reasons: bounds and holes of the other variable over the intervals; lazy, except under an open
/// condition.
class Binary final : public Propagator {
  public:
    /// @pre a != b; the tables are each other's mirror image (IntervalTable::mirrored)
    Binary(IntVar a, IntVar b, std::shared_ptr<const IntervalTable> allowed_b,
           std::shared_ptr<const IntervalTable> allowed_a, Condition when = {});

    [[nodiscard]] std::string_view name() const override { return "binary"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    [[nodiscard]] bool propagate(Store& s) override;
    void explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                 std::vector<Literal>& out) const override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &Binary::sides_, &Binary::when_, &Binary::scope_);
    }
    [[nodiscard]] std::span<const Literal> conditions() const override { return when_.literals; }
    [[nodiscard]] bool names_breaking_values() const override { return true; }
    void breaking_values(IntVar x, const Assignment& values,
                         std::vector<ValueRun>& out) const override;

  private:
    /// One variable, and what of the other goes with its values.
    struct Side {
        IntVar x;
        IntVar other;
        std::shared_ptr<const IntervalTable> allowed;
        std::vector<Value> supports;  // by value of x: the value of `other` that served last

        void rename(const Renaming& to) {
            to.apply(x);
            to.apply(other);
        }
    };

    [[nodiscard]] static bool is_supported(const Store& s, Side& side, Value v);
    [[nodiscard]] bool remove_unsupported(Store& s, Side& side) const;
    [[nodiscard]] bool fail_if_unsupported(Guard& guard);
    static void explain_run(const Store& s, const Side& side, Run run, Position at,
                            std::vector<Literal>& out);

    std::array<Side, 2> sides_;
    Condition when_;
    std::vector<IntVar> scope_;
    std::vector<Literal> why_;
    std::vector<Literal> absences_;
    mutable std::vector<ValueRun> binding_;  // scratch of breaking_values()
};

}  // namespace rul::solver
