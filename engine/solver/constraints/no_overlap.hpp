#pragma once

#include "engine/solver/constraints/task.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <memory>
#include <vector>

namespace rul::solver {

/// Of any two tasks held, one ends at least `pause` before the other starts: one person, one room.
///
///     task 1      [###]
///     task 2  [###]   pause              task 3 cannot run where another runs for certain,
///     task 3  xxxxxxxxxxxxx[. . . .]     with the pause on both sides
///
/// Source: time-table filtering of the disjunctive constraint; Baptiste, Le Pape, Nuijten,
/// Constraint-Based Scheduling (2001), 3.1.
///
/// Strength: a value that overlaps the certain part of another task is removed, so domain
/// consistent once all but one are fixed; no edge finding. Cost: O(narrow tasks * tasks * log n) a
/// call, where a task is narrow when its start is known to about the length of a task.
/// Reasons: two bounds of the other task, the weakest that serve; lazy.
/// Rows: at each start, at most one task runs.
class NoOverlap final : public Propagator {
  public:
    /// @pre each variable once; 0 <= pause; each end after its start
    NoOverlap(std::vector<Task> tasks, Value pause);

    [[nodiscard]] std::string_view name() const override { return "no-overlap"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    void subscribe(Subscriptions& s) const override;
    [[nodiscard]] bool propagate(Store& s) override;
    void explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                 std::vector<Literal>& out) const override;
    [[nodiscard]] bool gives_advice() const override { return true; }
    void advise(const Problem& problem, const Assignment& given, IntVar x,
                std::span<Cost> by_value) const override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &NoOverlap::tasks_, &NoOverlap::scope_);
    }
    void relax(Relaxation& rows) const override;
    [[nodiscard]] int priority() const override { return 2; }

  private:
    [[nodiscard]] bool clear_way_of(Store& s, std::size_t fixed);

    std::vector<Task> tasks_;
    Value pause_;
    std::vector<Value> greatest_length_;  // by task
    std::vector<IntVar> scope_;
};

}  // namespace rul::solver
