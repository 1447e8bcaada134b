#include "engine/solver/constraints/no_overlap.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/core/relaxation.hpp"
#include "engine/solver/problem.hpp"

#include <algorithm>
#include <optional>

namespace rul::solver {

NoOverlap::NoOverlap(std::vector<Task> tasks, Value pause)
    : tasks_{std::move(tasks)}, pause_{pause} {
    RUL_CHECK(0 <= pause && pause <= max_value);
    for (const Task& task : tasks_) {
        RUL_CHECK(task.is_well_formed());
        greatest_length_.push_back(task.greatest_length());
        scope_.push_back(task.x);
    }
    RUL_CHECK(scope_of(scope_).size() == scope_.size());
}

void NoOverlap::subscribe(Subscriptions& s) const {
    for (const IntVar x : scope_)
        s.wake_on(x, Wake::bounds);
}

bool NoOverlap::propagate(Store& s) {
    for (std::size_t i = 0; i < tasks_.size(); ++i)
        if (tasks_[i].is_held(s) && !clear_way_of(s, i)) return false;
    return true;
}

// Removes from all others the values that clash with each value that task `fixed` can still take.
bool NoOverlap::clear_way_of(Store& s, std::size_t fixed) {
    const TaskPair::Core core = TaskPair::core_of(s, tasks_[fixed]);
    for (std::size_t j = 0; j < tasks_.size(); ++j) {
        const Task& moved = tasks_[j];
        if (j == fixed || s.min(moved.x) >= moved.count()) continue;
        // No value can clash when it would have to be longer than the longest.
        if (core.latest_start - core.least_end >= 2 * Cost{pause_} + greatest_length_[j]) continue;
        const auto data = (std::uint64_t{fixed} << 32U) | j;
        if (!TaskPair{tasks_[fixed], moved, pause_}.remove_clashes(s, core, greatest_length_[j],
                                                                   id(), data))
            return false;
    }
    return true;
}

void NoOverlap::explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                        std::vector<Literal>& out) const {
    const Task& fixed = tasks_[data >> 32U];
    const Task& moved = tasks_[data & 0xffffffffU];
    TaskPair{fixed, moved, pause_}.explain(s, fact, at, out);
}

bool NoOverlap::holds(const Assignment& values) const {
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        const Value u = values[tasks_[i].x.index];
        if (!tasks_[i].is_held_at(u)) continue;
        for (std::size_t j = i + 1; j < tasks_.size(); ++j) {
            const Value v = values[tasks_[j].x.index];
            if (!tasks_[j].is_held_at(v)) continue;
            if (tasks_[j].start_at(v) < tasks_[i].end_at(u) + pause_
                && tasks_[i].start_at(u) < tasks_[j].end_at(v) + pause_)
                return false;
        }
    }
    return true;
}

namespace {

// Tasks with the same tables, as the meetings of a series have.
struct Kin {
    const Task* first;
    Value greatest_length;
    std::vector<IntVar> members;
    std::vector<Term> running = {};  // scratch: of the first member

    // The values of its members that run at `time`, the pause after them included.
    void run_at(Value time, Value pause) {
        running.clear();
        const Value last = first->first_from(time + 1) - 1;
        for (Value v = first->first_from(time - pause - greatest_length); v <= last; ++v) {
            if (first->end_at(v) + pause <= time) continue;
            if (!running.empty() && running.back().last == v - 1)
                running.back().last = v;
            else
                running.push_back({first->x, v, v, 1});
        }
    }
};

std::vector<Kin> kin_of(const std::vector<Task>& tasks, const std::vector<Value>& greatest_length) {
    std::vector<Kin> kin;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const Task& task = tasks[i];
        const auto known = std::find_if(kin.begin(), kin.end(), [&](const Kin& other) {
            return other.first->start == task.start && other.first->end == task.end;
        });
        if (known != kin.end())
            known->members.push_back(task.x);
        else
            kin.push_back({&task, greatest_length[i], {task.x}});
    }
    return kin;
}

// At most one of all runs at `time`; no row where one at most could.
std::optional<Row> row_at(Value time, Value pause, std::vector<Kin>& kin) {
    Row row{.bound = 1};
    std::size_t running = 0;
    for (Kin& kind : kin) {
        kind.run_at(time, pause);
        if (kind.running.empty()) continue;
        running += kind.members.size();
        for (const IntVar x : kind.members)
            for (const Term& term : kind.running)
                row.terms.push_back({x, term.first, term.last, 1});
    }
    if (running < 2) return std::nullopt;
    return row;
}

void sort_out(std::vector<Value>& times) {
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
}

}  // namespace

// At each start at most one task runs, its pause included. A row is left out when nothing ends
// before the next start: then that one says more.
void NoOverlap::advise(const Problem& problem, const Assignment& given, IntVar x,
                       std::span<Cost> by_value) const {
    std::size_t own = 0;
    while (tasks_[own].x != x)
        ++own;
    const Value low = problem.store().initial_min(x);
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        if (i == own || !tasks_[i].is_given(given)) continue;
        const Value v = given[tasks_[i].x.index];
        tasks_[own].for_each_inside(
            tasks_[i].start_at(v) - pause_, tasks_[i].end_at(v) + pause_, greatest_length_[own],
            low, by_value.size(), [&](Value mine, Value /*start*/, Value /*end*/) {
                by_value[static_cast<std::size_t>(mine - low)] += dear_advice;
            });
    }
}

void NoOverlap::relax(Relaxation& rows) const {
    std::vector<Kin> kin = kin_of(tasks_, greatest_length_);
    std::vector<Value> starts;
    std::vector<Value> ends;
    for (const Kin& kind : kin) {
        starts.insert(starts.end(), kind.first->start->begin(), kind.first->start->end());
        for (const Value end : *kind.first->end)
            ends.push_back(end + pause_);
    }
    sort_out(starts);
    sort_out(ends);
    for (auto start = starts.begin(); start != starts.end(); ++start) {
        const auto next = std::next(start);
        const auto end = std::upper_bound(ends.begin(), ends.end(), *start);
        if (next != starts.end() && (end == ends.end() || *end > *next)) continue;
        if (auto row = row_at(*start, pause_, kin)) rows.add(*std::move(row));
    }
}

}  // namespace rul::solver
