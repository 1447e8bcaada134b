#include "engine/solver/constraints/no_overlap.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/core/relaxation.hpp"

#include <algorithm>
#include <set>

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

// At each start at most one task runs, its pause included. A row is left out when nothing ends
// before the next start: then that one says more.
void NoOverlap::relax(Relaxation& rows) const {
    std::set<Value> starts;
    std::set<Value> ends;
    for (const Task& task : tasks_) {
        starts.insert(task.start->begin(), task.start->end());
        for (const Value end : *task.end)
            ends.insert(end + pause_);
    }
    for (auto start = starts.begin(); start != starts.end(); ++start) {
        const auto next = std::next(start);
        const auto end = ends.upper_bound(*start);
        if (next != starts.end() && (end == ends.end() || *end > *next)) continue;
        add_row(rows, *start);
    }
}

void NoOverlap::add_row(Relaxation& rows, Value time) const {
    Row row{.bound = 1};
    int running = 0;
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        const Task& task = tasks_[i];
        const std::size_t terms = row.terms.size();
        const Value last = task.first_from(time + 1) - 1;
        for (Value v = task.first_from(time - pause_ - greatest_length_[i]); v <= last; ++v) {
            if (task.end_at(v) + pause_ <= time) continue;
            if (row.terms.size() > terms && row.terms.back().last == v - 1)
                row.terms.back().last = v;
            else
                row.terms.push_back({task.x, v, v, 1});
        }
        if (row.terms.size() > terms) ++running;
    }
    if (running > 1) rows.add(std::move(row));
}

}  // namespace rul::solver
