#pragma once

#include "engine/solver/constraints/task.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <memory>
#include <vector>

namespace rul::solver {

/// A task and how much of the resource it takes while it runs.
struct Demand {
    Task task;
    Value amount;

    void rename(const Renaming& to) { task.rename(to); }
};
/// The place of the demand whose task is at `x`; demands.size(): there is none.
[[nodiscard]] std::size_t demand_of(const std::vector<Demand>& demands, IntVar x);

/// At each time the tasks that run take `capacity` at most together: rooms, a crew, seats.
///
///     capacity 3    . . 2 2 2 . . .     a (takes 2) runs from 2 to 4 for certain
///     b (takes 2)   [# #]x x x[. . .    so b, which takes 2 and lasts 2, starts at 0 or from 5 on
///
/// Source: time-table filtering with pointwise reasons; Schutt, Feydy, Stuckey, Wallace, Explaining
/// the cumulative propagator (Constraints 2011).
///
/// Strength: no task is at its earliest or (if held) latest value where the certain parts of the
/// others leave no room; with one task open its bounds are consistent.
/// Cost: O(n log n + pushes * profile) a call.
/// Reasons: of tasks that fill one point of time, two bounds each, the weakest that serve; lazy.
class Cumulative final : public Propagator {
  public:
    /// @pre each variable once; each end after its start; 0 <= amount, capacity <= max_value
    Cumulative(std::vector<Demand> demands, Value capacity);

    [[nodiscard]] std::string_view name() const override { return "cumulative"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    void subscribe(Subscriptions& s) const override;
    [[nodiscard]] bool propagate(Store& s) override;
    void explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                 std::vector<Literal>& out) const override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &Cumulative::demands_, &Cumulative::scope_);
    }
    [[nodiscard]] int priority() const override { return 2; }

  private:
    /// How much certain parts take, from one time to another.
    struct Stretch {
        Value begin;
        Value end;
        Cost taken;
    };
    struct Edge {
        Value time;
        Cost change;
    };

    void add(Demand demand);
    void build_profile(const Store& s);
    [[nodiscard]] bool leave_out_too_large(Store& s, std::size_t i) const;
    [[nodiscard]] bool push_later(Store& s, std::size_t i);
    [[nodiscard]] bool pull_earlier(Store& s, std::size_t i);
    /// The first (last) stretch that leaves task i at `value` no room.
    [[nodiscard]] const Stretch* first_clash(std::size_t i, Value value) const;
    [[nodiscard]] const Stretch* last_clash(std::size_t i, Value value) const;
    [[nodiscard]] bool clashes(std::size_t i, const Stretch& stretch) const;
    void explain_full(const Store& s, Value time, std::size_t except, Cost more_than, Position at,
                      std::vector<Literal>& out) const;

    std::vector<Demand> demands_;  // of more than nothing
    Value capacity_;
    std::vector<IntVar> scope_;
    std::vector<TaskPair::Core> cores_;  // by demand; empty: latest_start >= least_end
    std::vector<Edge> edges_;
    std::vector<Stretch> profile_;
    std::vector<Literal> why_;
};

}  // namespace rul::solver
