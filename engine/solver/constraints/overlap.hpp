#pragma once

#include "engine/solver/constraints/task.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <array>
#include <memory>
#include <vector>

namespace rul::solver {

/// overlap >= how long both tasks run, if both are held: a person who is wanted in two places.
///
///     a        [##|###]           what both run for certain is the least overlap; and where one
///     b     [###|##]              runs for certain, a value of the other that runs longer beside
///               |--| overlap      it than the greatest overlap goes
///
/// Strength: no task is at its earliest or (if held) latest value where the certain part of the
/// other overlaps it too long; with one variable open its bounds are consistent.
/// Cost: O(log n + values removed) a call. Reasons: two bounds of the other task and the overlap's,
/// or two bounds of each, the weakest that serve for the overlap itself.
class Overlap final : public Propagator {
  public:
    /// @pre three different variables; each end after its start
    Overlap(Task a, Task b, IntVar overlap);

    [[nodiscard]] std::string_view name() const override { return "overlap"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    void subscribe(Subscriptions& s) const override;
    [[nodiscard]] bool propagate(Store& s) override;
    [[nodiscard]] bool gives_advice() const override { return true; }
    [[nodiscard]] std::span<const IntVar> payers() const override { return {&overlap_, 1}; }
    void advise(const Problem& problem, const Assignment& given, IntVar x,
                std::span<Cost> by_value) const override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &Overlap::tasks_, &Overlap::overlap_, &Overlap::scope_);
    }

  private:
    [[nodiscard]] bool raise_overlap(Store& s);
    [[nodiscard]] bool clear_way(Store& s, const Task& fixed, const Task& moved);
    void add_running(const Store& s, const Task& task, Value from, Value until);

    std::vector<Task> tasks_;
    std::array<Value, 2> greatest_length_{};
    IntVar overlap_;
    std::vector<IntVar> scope_;
    std::vector<Literal> why_;
};

}  // namespace rul::solver
