#include "engine/solver/constraints/overlap.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/problem.hpp"

#include <algorithm>
#include <utility>

namespace rul::solver {

Overlap::Overlap(Task a, Task b, IntVar overlap)
    : tasks_{std::move(a), std::move(b)}, overlap_{overlap} {
    for (const Task& task : tasks_) {
        RUL_CHECK(task.is_well_formed());
        scope_.push_back(task.x);
    }
    for (std::size_t i = 0; i < 2; ++i)
        greatest_length_[i] = tasks_[i].greatest_length();
    scope_.push_back(overlap);
    RUL_CHECK(scope_of(scope_).size() == scope_.size());
}

void Overlap::subscribe(Subscriptions& s) const {
    for (const IntVar x : scope_)
        s.wake_on(x, Wake::bounds);
}

bool Overlap::propagate(Store& s) {
    return s.infer(at_least(overlap_, 0), {}) && raise_overlap(s)
           && clear_way(s, tasks_[0], tasks_[1]) && clear_way(s, tasks_[1], tasks_[0]);
}

// Because of the weakest bounds with which the task certainly runs throughout [from, until).
void Overlap::add_running(const Store& s, const Task& task, Value from, Value until) {
    const auto runs = [&](Value v) { return task.start_at(v) <= from && until <= task.end_at(v); };
    Value first = s.min(task.x);
    Value last = s.max(task.x);
    while (first > 0 && runs(first - 1))
        --first;
    while (last + 1 < task.count() && runs(last + 1))
        ++last;
    append_cause(s, at_least(task.x, first), why_);
    append_cause(s, at_most(task.x, last), why_);
}

bool Overlap::raise_overlap(Store& s) {
    if (!tasks_[0].is_held(s) || !tasks_[1].is_held(s)) return true;
    const TaskPair::Core a = TaskPair::core_of(s, tasks_[0]);
    const TaskPair::Core b = TaskPair::core_of(s, tasks_[1]);
    const Value from = std::max(a.latest_start, b.latest_start);
    const Value until = std::min(a.least_end, b.least_end);
    if (until - from <= s.min(overlap_)) return true;
    why_.clear();
    for (const Task& task : tasks_)
        add_running(s, task, from, until);
    return s.infer(at_least(overlap_, until - from), why_);
}

// Where `fixed` runs for certain, `moved` runs no longer than the greatest overlap.
bool Overlap::clear_way(Store& s, const Task& fixed, const Task& moved) {
    if (!fixed.is_held(s)) return true;
    const TaskPair::Core core = TaskPair::core_of(s, fixed);
    if (core.latest_start >= core.least_end) return true;
    const Value most = s.max(overlap_);
    const auto is_too_long = [&](Value v) {
        return std::min(moved.end_at(v), core.least_end)
                   - std::max(moved.start_at(v), core.latest_start)
               > most;
    };
    const auto infer = [&](Literal fact, Literal before) {
        why_.clear();
        append_cause(s, before, why_);
        append_cause(s, at_most(overlap_, most), why_);
        add_running(s, fixed, core.latest_start, core.least_end);
        return s.infer(fact, why_);
    };
    const Value min = s.min(moved.x);
    Value first = min;
    while (first < moved.count() && first <= s.max(moved.x) && is_too_long(first))
        ++first;
    if (first > min && !infer(at_least(moved.x, first), at_least(moved.x, min))) return false;
    const Value max = s.max(moved.x);
    if (max >= moved.count()) return true;
    Value last = max;
    while (last >= s.min(moved.x) && is_too_long(last))
        --last;
    return last == max || infer(at_most(moved.x, last), at_most(moved.x, max));
}

void Overlap::advise(const Problem& problem, const Assignment& given, IntVar x,
                     std::span<Cost> by_value) const {
    const std::size_t own = x == tasks_[0].x ? 0 : 1;
    const Task& other = tasks_[1 - own];
    if (!other.is_given(given)) return;
    const Value from = other.start_at(given[other.x.index]);
    const Value until = other.end_at(given[other.x.index]);
    const Store& s = problem.store();
    const Value low = s.initial_min(x);
    const Value least = std::max(s.initial_min(overlap_), 0);
    const Cost paid = problem.cost_of(overlap_, least);
    tasks_[own].for_each_inside(
        from, until, greatest_length_[own], low, by_value.size(),
        [&](Value v, Value start, Value end) {
            const Value length = std::max(std::min(end, until) - std::max(start, from), least);
            by_value[static_cast<std::size_t>(v - low)] +=
                length > s.initial_max(overlap_)
                    ? dear_advice
                    : std::min(problem.cost_of(overlap_, length) - paid, dear_advice);
        });
}

bool Overlap::holds(const Assignment& values) const {
    Value longest = 0;
    const Value a = values[tasks_[0].x.index];
    const Value b = values[tasks_[1].x.index];
    if (tasks_[0].is_held_at(a) && tasks_[1].is_held_at(b))
        longest = std::min(tasks_[0].end_at(a), tasks_[1].end_at(b))
                  - std::max(tasks_[0].start_at(a), tasks_[1].start_at(b));
    return values[overlap_.index] >= std::max(longest, 0);
}

}  // namespace rul::solver
