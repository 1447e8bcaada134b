#pragma once

#include "engine/solver/core/renaming.hpp"
#include "engine/solver/core/store.hpp"
#include "engine/solver/core/types.hpp"

#include <memory>
#include <vector>

namespace rul::solver {

/// Something that takes time: by value of x its start and its end. Values from start->size() on
/// mean left out.
///
/// `start` is nondecreasing; `end` need not be (a long and a short slot may begin together).
struct Task {
    IntVar x;
    std::shared_ptr<const std::vector<Value>> start;
    std::shared_ptr<const std::vector<Value>> end;

    void rename(const Renaming& to) { to.apply(x); }

    [[nodiscard]] Value count() const { return static_cast<Value>(start->size()); }
    [[nodiscard]] bool is_held_at(Value value) const { return value < count(); }
    /// Whether advice may count on it, and it is held.
    [[nodiscard]] bool is_given(const Assignment& given) const {
        return given[x.index] != not_given && is_held_at(given[x.index]);
    }
    [[nodiscard]] bool is_held(const Store& s) const { return s.max(x) < count(); }
    [[nodiscard]] Value start_at(Value v) const { return (*start)[static_cast<std::size_t>(v)]; }
    [[nodiscard]] Value end_at(Value v) const { return (*end)[static_cast<std::size_t>(v)]; }
    [[nodiscard]] bool runs_at(Value v, Value time) const {
        return start_at(v) <= time && time < end_at(v);
    }
    /// The least value that starts at `time` or later; count() when there is none.
    [[nodiscard]] Value first_from(Value time) const;
    /// Calls visit(v, start, end) for each value in [low, low + size) that runs inside
    /// [from, until). @pre no value is longer than `greatest_length`
    template <class Visit>
    void for_each_inside(Value from, Value until, Value greatest_length, Value low,
                         std::size_t size, const Visit& visit) const {
        const Value beyond = std::min(first_from(until), low + static_cast<Value>(size));
        for (Value v = std::max(first_from(from - greatest_length + 1), low); v < beyond; ++v)
            if (end_at(v) > from) visit(v, start_at(v), end_at(v));
    }
    /// As large tables; start nondecreasing; each end after its start.
    [[nodiscard]] bool is_well_formed() const;
    /// Of its longest value.
    [[nodiscard]] Value greatest_length() const;

    /// Whether before trail position `at` all values it could have ran at `time`.
    [[nodiscard]] bool ran_for_certain(const Store& s, Value time, Position at) const;
    /// Why it did: the weakest two bounds that serve.
    void explain_running(const Store& s, Value time, Position at, std::vector<Literal>& out) const;
    /// Of why a bound moved to `fact` over values that all run at `time`: the weakest bound that
    /// may have stood before.
    void explain_moved_from(const Store& s, Literal fact, Value time, Position at,
                            std::vector<Literal>& out) const;
};

/// Two tasks of which one is to end `pause` before the other starts, once both are held.
///
///     i      [#######]            whatever value i takes between its bounds, it runs from its
///         S..|       |..E         latest start S until its least end E, and where S - pause is
///     j    xxxxxxxxxxxxx          before E + pause, j has no value that runs there
///
/// Shared by NoOverlap and NotTogether.
class TaskPair {
  public:
    TaskPair(const Task& fixed, const Task& moved, Value pause)
        : fixed_{fixed}, moved_{moved}, pause_{pause} {}

    /// Values of a task, first..last.
    struct Span {
        Value first;
        Value last;
    };
    /// The part of the time line that a task takes for certain; empty: latest start >= least end.
    struct Core {
        Value latest_start;
        Value least_end;
    };
    /// @pre the task is held at all of `span`
    [[nodiscard]] static Core core_of(const Task& task, Span span);
    [[nodiscard]] static Core core_of(const Store& s, const Task& held) {
        return core_of(held, {s.min(held.x), s.max(held.x)});
    }
    /// Wider than what `task` could be before `at`, as far as all of it clashes with `core`.
    [[nodiscard]] static Span widest_clash(const Store& s, const Task& task, Core core, Value pause,
                                           Position at);

    /// Removes the values of `moved` that clash with the core; lazily, for `who` with `data`.
    [[nodiscard]] bool remove_clashes(Store& s, Core core, Value greatest_length, std::uint32_t who,
                                      std::uint64_t data) const;
    /// Why remove_clashes() inferred `fact` at `at`: the weakest bounds of `fixed` that serve.
    void explain(const Store& s, Literal fact, Position at, std::vector<Literal>& out) const;

  private:
    [[nodiscard]] bool clashes_with(Core core, Value v) const {
        return moved_.start_at(v) < core.least_end + pause_
               && core.latest_start < moved_.end_at(v) + pause_;
    }

    const Task& fixed_;
    const Task& moved_;
    Value pause_;
};

}  // namespace rul::solver
