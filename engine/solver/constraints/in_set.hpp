#pragma once

#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/constraints/interval_table.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <memory>
#include <vector>

namespace rul::solver {

/// x in set -> then. The set is a table by value from 0; values beyond it are outside the set.
///
///     set   . . # # # . #     then false: 2..4 and 6 go; x in 2..4 for certain: then is true
///     x     0 1 2 3 4 5 6
///
/// Strength: domain consistent if `then` is about another variable (on the bounds of wide ones).
/// Cost: O(runs of the set) a call. Reasons: !then; or the bounds and holes of x outside the set.
class InSet final : public Propagator {
  public:
    /// @pre x has no value below 0
    InSet(IntVar x, std::shared_ptr<const std::vector<bool>> set, Literal then);

    [[nodiscard]] std::string_view name() const override { return "in-set"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    [[nodiscard]] bool propagate(Store& s) override;
    void explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                 std::vector<Literal>& out) const override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &InSet::x_, &InSet::then_, &InSet::scope_);
    }
    void relax(Relaxation& rows) const override;

  private:
    [[nodiscard]] bool contains(Value v) const {
        return 0 <= v && v < static_cast<Value>(set_->size())
               && (*set_)[static_cast<std::size_t>(v)];
    }
    [[nodiscard]] bool is_certainly_in(const Store& s);
    [[nodiscard]] bool remove_set(Guard& guard) const;

    IntVar x_;
    std::shared_ptr<const std::vector<bool>> set_;
    Literal then_;
    std::vector<IntervalTable::Interval> runs_;
    Value outside_ = -1;  // a value of x that was last seen outside the set
    std::vector<IntVar> scope_;
    std::vector<Literal> why_;
};

}  // namespace rul::solver
