#pragma once

#include "engine/solver/constraints/theta_tree.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <array>
#include <memory>
#include <vector>

namespace rul::solver {

/// No two tasks of fixed lengths run at once: one machine, one person all of whose tasks are held.
///
///     time  0 1 2 3 4 5 6 7 8
///     a     [. . . # #]           a and b take 5 of the 6 before B: c cannot come between or
///     b       [. . # # #]         before them, so it waits for both
///     c       x x x x x x [. .
///                         B
///
/// Four rules, each in both directions of time (what is said of starts holds of ends, mirrored):
///   overload: tasks that must lie between A and B take more than B - A;
///   edge finding: with one more they would, so that one comes after them all;
///   precedences: those that can only come before a task put off its start, all together;
///   not last: tasks that end after the latest start of another cannot all come before it.
/// Who comes first of two is Order's business; without it this is complete all the same.
///
/// Strength: the four rules; with one task open its bounds are consistent. Cost: O(n log n) a call.
/// Reasons: two bounds of each task in the set, loosened by what the set has to spare.
/// Source: Vilim, Global constraints in scheduling (2007), 2; reasons as in Vilim, Computing
/// explanations for the unary resource constraint (CPAIOR 2005).
class Disjunctive final : public Propagator {
  public:
    /// @pre each variable once; as many lengths, each 0 < length <= max_value
    Disjunctive(std::vector<IntVar> starts, std::vector<Value> lengths);

    [[nodiscard]] std::string_view name() const override { return "disjunctive"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return starts_; }
    void subscribe(Subscriptions& s) const override;
    [[nodiscard]] bool propagate(Store& s) override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &Disjunctive::starts_);
    }
    [[nodiscard]] int priority() const override { return 2; }

  private:
    using Tasks = std::vector<std::size_t>;

    /// Time forwards, or mirrored: then times are negated, and starts are ends.
    void look(const Store& s, bool is_mirrored);
    [[nodiscard]] Literal from(std::size_t task, Cost time) const;
    [[nodiscard]] Literal until(std::size_t task, Cost time) const;
    [[nodiscard]] Cost latest_start(std::size_t task) const {
        return latest_end_[task] - length_[task];
    }
    [[nodiscard]] Cost earliest_end(std::size_t task) const {
        return earliest_[task] + length_[task];
    }

    [[nodiscard]] bool find_edges(Store& s);
    [[nodiscard]] bool follow_precedences(Store& s);
    [[nodiscard]] bool find_not_last(Store& s);

    /// The tasks of a set that make its completion: those that start at `from` or later.
    struct Critical {
        Cost from;
        Cost completion;
    };
    /// Of the tasks marked in is_in_.
    [[nodiscard]] Critical critical() const;
    /// Of those and `task`, which is itself part of it.
    [[nodiscard]] Critical critical_with(std::size_t task) const;

    [[nodiscard]] bool fail_overloaded(Store& s, Cost end);
    [[nodiscard]] bool put_after(Store& s, std::size_t task, Cost end);
    [[nodiscard]] bool wait(Store& s, std::size_t task);
    [[nodiscard]] bool end_before_last(Store& s, std::size_t task);
    void add_window(const Store& s, std::size_t task, Cost begin, Cost end);
    [[nodiscard]] Cost drop_spare(Cost begin, Cost before, Cost spare);
    void white(std::size_t task);

    std::vector<IntVar> starts_;
    std::vector<Value> length_;
    ThetaTree tree_;
    // As seen in the present direction, by task:
    bool is_mirrored_ = false;
    std::vector<Cost> earliest_;
    std::vector<Cost> latest_end_;
    std::vector<std::size_t> place_;  ///< in by_start_
    std::vector<bool> is_in_;         ///< in the set looked at
    Tasks by_start_, by_end_, by_latest_start_, by_earliest_end_;
    std::vector<Literal> why_;
};

}  // namespace rul::solver
