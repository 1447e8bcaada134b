#include "engine/solver/constraints/levels.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/constraints/row_terms.hpp"
#include "engine/solver/core/relaxation.hpp"
#include "engine/solver/problem.hpp"

#include <algorithm>
#include <utility>

namespace rul::solver {

Levels::Levels(std::vector<Demand> demands, std::vector<IntVar> levels)
    : levels_{std::move(levels)}, taken_(levels_.size()) {
    Cost sum = 0;
    for (Demand& demand : demands) {
        RUL_CHECK(demand.task.is_well_formed() && demand.amount >= 0);
        sum += demand.amount;
        if (demand.amount > 0) add(std::move(demand));
    }
    scope_.insert(scope_.end(), levels_.begin(), levels_.end());
    RUL_CHECK(sum <= max_value && scope_of(scope_).size() == scope_.size());
    cores_.resize(demands_.size());
}

void Levels::add(Demand demand) {
    const IntVar x = demand.task.x;
    scope_.push_back(x);
    greatest_length_ = std::max(greatest_length_, demand.task.greatest_length());
    demands_.push_back(std::move(demand));
}

void Levels::subscribe(Subscriptions& s) const {
    for (const IntVar x : scope_)
        s.wake_on(x, Wake::bounds);
}

Value Levels::first_time(const Task& task, Value value) {
    return std::max(task.start_at(value), 0);
}

Value Levels::end_time(const Task& task, Value value) const {
    return std::min(task.end_at(value), size());
}

bool Levels::propagate(Store& s) {
    measure(s);
    if (!raise_levels(s)) return false;
    for (std::size_t i = 0; i < demands_.size(); ++i)
        if (!push_later(s, i) || !pull_earlier(s, i)) return false;
    return true;
}

TaskPair::Core Levels::core_of(const Store& s, const Task& task) const {
    if (!task.is_held(s)) return {0, 0};
    const TaskPair::Core core = TaskPair::core_of(s, task);
    return {std::max(core.latest_start, 0), std::min(core.least_end, size())};
}

void Levels::measure(const Store& s) {
    std::fill(taken_.begin(), taken_.end(), 0);
    for (std::size_t i = 0; i < demands_.size(); ++i) {
        cores_[i] = core_of(s, demands_[i].task);
        for (Value time = cores_[i].latest_start; time < cores_[i].least_end; ++time)
            taken_[static_cast<std::size_t>(time)] += demands_[i].amount;
    }
}

bool Levels::raise_levels(Store& s) const {
    for (Value time = 0; time < size(); ++time) {
        const auto taken = static_cast<Value>(taken_[static_cast<std::size_t>(time)]);
        if (taken > 0
            && !s.infer_lazily(at_least(level(time), taken), id(),
                               static_cast<std::uint64_t>(time)))
            return false;
    }
    return true;
}

bool Levels::is_full_for(const Store& s, std::size_t i, Value time) const {
    const bool is_part = cores_[i].latest_start <= time && time < cores_[i].least_end;
    const Cost more = is_part ? 0 : demands_[i].amount;
    return taken_[static_cast<std::size_t>(time)] + more > s.max(level(time));
}

bool Levels::push_later(Store& s, std::size_t i) const {
    const Task& task = demands_[i].task;
    while (s.min(task.x) < task.count()) {
        const Value value = s.min(task.x);
        Value time = end_time(task, value) - 1;  // the latest full time pushes furthest
        while (time >= first_time(task, value) && !is_full_for(s, i, time))
            --time;
        if (time < first_time(task, value)) return true;
        Value first = value + 1;
        while (first < task.count() && first <= s.max(task.x) && task.runs_at(first, time))
            ++first;
        if (!s.infer_lazily(at_least(task.x, first), id(), static_cast<std::uint64_t>(time)))
            return false;
    }
    return true;
}

bool Levels::pull_earlier(Store& s, std::size_t i) const {
    const Task& task = demands_[i].task;
    while (s.max(task.x) < task.count()) {
        const Value value = s.max(task.x);
        Value time = first_time(task, value);
        while (time < end_time(task, value) && !is_full_for(s, i, time))
            ++time;
        if (time >= end_time(task, value)) return true;
        Value last = value - 1;
        while (last >= s.min(task.x) && task.runs_at(last, time))
            --last;
        if (!s.infer_lazily(at_most(task.x, last), id(), static_cast<std::uint64_t>(time)))
            return false;
    }
    return true;
}

// ---- Reasons ------------------------------------------------------------------------------------

// Tasks, not `except`, that take `needed` at `time` or more: none that could be spared.
void Levels::explain_taken(const Store& s, Value time, std::size_t except, Cost needed, Position at,
                           std::vector<Literal>& out) const {
    std::vector<std::size_t> running;
    Cost spare = -needed;
    for (std::size_t i = 0; i < demands_.size(); ++i) {
        const Task& task = demands_[i].task;
        if (i == except || !task.ran_for_certain(s, time, at)) continue;
        running.push_back(i);
        spare += demands_[i].amount;
    }
    RUL_ASSERT(spare >= 0);
    for (const std::size_t i : running) {
        if (demands_[i].amount <= spare)
            spare -= demands_[i].amount;
        else
            demands_[i].task.explain_running(s, time, at, out);
    }
}

void Levels::explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                     std::vector<Literal>& out) const {
    const auto time = static_cast<Value>(data);
    if (fact.var == level(time).index) return explain_taken(s, time, nobody, fact.value, at, out);
    const std::size_t moved = demand_of(demands_, {fact.var});
    demands_[moved].task.explain_moved_from(s, fact, time, at, out);
    const Value most = s.max_before(level(time), at);
    append_cause(s, at_most(level(time), most), out);
    explain_taken(s, time, moved, Cost{most} + 1 - demands_[moved].amount, at, out);
}

Cost Levels::cost_at(const Problem& problem, Value time, Cost taken) const {
    const Store& s = problem.store();
    if (taken > s.initial_max(level(time))) return dear_advice;
    const auto least = std::max(static_cast<Value>(taken), s.initial_min(level(time)));
    return std::min(problem.cost_of(level(time), least), dear_advice);
}

void Levels::advise(const Problem& problem, const Assignment& given, IntVar x,
                    std::span<Cost> by_value) const {
    const std::size_t advised = demand_of(demands_, x);
    if (advised == demands_.size()) return;
    const Demand& own = demands_[advised];
    given_.assign(levels_.size(), 0);
    for (const Demand& d : demands_) {
        if (d.task.x == x || !d.task.is_given(given)) continue;
        const Value v = given[d.task.x.index];
        for (Value time = first_time(d.task, v); time < end_time(d.task, v); ++time)
            given_[static_cast<std::size_t>(time)] += d.amount;
    }
    more_.assign(1, 0);
    for (Value time = 0; time < size(); ++time) {
        const Cost now = given_[static_cast<std::size_t>(time)];
        more_.push_back(more_.back() + cost_at(problem, time, now + own.amount)
                        - cost_at(problem, time, now));
    }
    const Value low = problem.store().initial_min(x);
    own.task.for_each_inside(0, size(), greatest_length_, low, by_value.size(),
                             [&](Value v, Value /*start*/, Value /*end*/) {
                                 by_value[static_cast<std::size_t>(v - low)] +=
                                     more_[static_cast<std::size_t>(end_time(own.task, v))]
                                     - more_[static_cast<std::size_t>(first_time(own.task, v))];
                             });
}

bool Levels::holds(const Assignment& values) const {
    std::vector<Cost> taken(levels_.size());
    for (const Demand& d : demands_) {
        const Value v = values[d.task.x.index];
        if (!d.task.is_held_at(v)) continue;
        for (Value time = first_time(d.task, v); time < end_time(d.task, v); ++time)
            taken[static_cast<std::size_t>(time)] += d.amount;
    }
    for (std::size_t time = 0; time < levels_.size(); ++time)
        if (values[levels_[time].index] < taken[time]) return false;
    return true;
}

void Levels::relax(Relaxation& rows) const {
    for (Value time = 0; time < size(); ++time) {
        Row row;
        for (const Demand& d : demands_)
            for (Value v = 0; v < d.task.count(); ++v) {
                if (!d.task.runs_at(v, time)) continue;
                if (!row.terms.empty() && row.terms.back().x == d.task.x
                    && row.terms.back().last == v - 1)
                    row.terms.back().last = v;
                else
                    row.terms.push_back({d.task.x, v, v, d.amount});
            }
        if (row.terms.empty()) continue;
        add_steps(row, rows.root(), level(time), max_value, -1);
        rows.add(std::move(row));
    }
}

}  // namespace rul::solver
