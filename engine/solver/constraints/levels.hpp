#pragma once

#include "engine/solver/constraints/cumulative.hpp"
#include "engine/solver/constraints/task.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <memory>
#include <vector>

namespace rul::solver {

/// level[t] >= what the tasks that run at t take together: Cumulative whose capacity is a variable
/// at each time, and may cost.
///
///     level   0 0 1 2 1 0 0      a and b run for certain where there is a #
///     a         . # # . .        where a level can rise no further, no more can run
///     b           . # # .
///
/// Times are 0, 1, ... levels.size() - 1; what runs beyond them is not counted.
///
/// Strength: as Cumulative's; the levels' lower bounds are those of the certain parts.
/// Cost: O(tasks * length + times) a call. Reasons: of tasks that run at one time two bounds each,
/// the weakest that serve, and the level's bound; lazy.
/// Rows: at each time, what runs takes no more than the level, as a sum of its steps.
class Levels final : public Propagator {
  public:
    /// @pre each variable once; each end after its start; 0 <= amount; a sum of all amounts is no
    /// more than max_value
    Levels(std::vector<Demand> demands, std::vector<IntVar> levels);

    [[nodiscard]] std::string_view name() const override { return "levels"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    void subscribe(Subscriptions& s) const override;
    [[nodiscard]] bool propagate(Store& s) override;
    void explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                 std::vector<Literal>& out) const override;
    [[nodiscard]] bool gives_advice() const override { return true; }
    [[nodiscard]] std::span<const IntVar> payers() const override { return levels_; }
    void advise(const Problem& problem, const Assignment& given, IntVar x,
                std::span<Cost> by_value) const override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &Levels::demands_, &Levels::levels_, &Levels::scope_);
    }
    void relax(Relaxation& rows) const override;
    [[nodiscard]] int priority() const override { return 2; }

  private:
    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

    void add(Demand demand);
    /// Of the level, if so much is taken.
    [[nodiscard]] Cost cost_at(const Problem& problem, Value time, Cost taken) const;
    /// The counted part of what the task runs for certain.
    [[nodiscard]] TaskPair::Core core_of(const Store& s, const Task& task) const;
    void measure(const Store& s);
    [[nodiscard]] bool raise_levels(Store& s) const;
    [[nodiscard]] bool push_later(Store& s, std::size_t i) const;
    [[nodiscard]] bool pull_earlier(Store& s, std::size_t i) const;
    [[nodiscard]] bool is_full_for(const Store& s, std::size_t i, Value time) const;
    /// Those of the task's times that are counted.
    [[nodiscard]] static Value first_time(const Task& task, Value value);
    [[nodiscard]] Value end_time(const Task& task, Value value) const;
    [[nodiscard]] Value size() const { return static_cast<Value>(levels_.size()); }
    [[nodiscard]] IntVar level(Value time) const { return levels_[static_cast<std::size_t>(time)]; }
    void explain_taken(const Store& s, Value time, std::size_t except, Cost needed, Position at,
                       std::vector<Literal>& out) const;

    std::vector<Demand> demands_;  // of more than nothing
    std::vector<IntVar> levels_;   // by time
    Value greatest_length_ = 0;
    std::vector<IntVar> scope_;
    std::vector<TaskPair::Core> cores_;  // by demand; empty: latest_start >= least_end
    std::vector<Cost> taken_;            // by time: by what runs for certain
    mutable std::vector<Cost> given_;    // scratch of advise(), by time
    mutable std::vector<Cost> more_;     // the same: what one more costs at all times before
};

}  // namespace rul::solver
