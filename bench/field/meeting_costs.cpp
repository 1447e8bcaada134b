#include "bench/field/meeting_costs.hpp"

#include "engine/solver/problem.hpp"

#include <algorithm>
#include <utility>

namespace rul::bench {

using solver::Assignment;
using solver::IntVar;
using solver::Literal;
using solver::Store;
using solver::Task;
using solver::Value;

namespace {

constexpr Value most_apart = 2;

void add_fixed(const Store& s, IntVar x, std::vector<Literal>& why) {
    why.push_back(at_least(x, s.min(x)));
    why.push_back(at_most(x, s.min(x)));
}

}  // namespace

// ---- Touch --------------------------------------------------------------------------------------

Touch::Touch(std::vector<Task> tasks, std::vector<IntVar> touch)
    : tasks_{std::move(tasks)},
      touch_{std::move(touch)},
      starting_(touch_.size()),
      ending_(touch_.size()) {
    for (const Task& task : tasks_)
        scope_.push_back(task.x);
    scope_.insert(scope_.end(), touch_.begin(), touch_.end());
}

void Touch::subscribe(solver::Subscriptions& s) const {
    for (const Task& task : tasks_)
        s.wake_on(task.x, solver::Wake::fixed);
    for (const IntVar x : touch_)
        s.wake_on(x, solver::Wake::bounds);
}

bool Touch::propagate(Store& s) {
    for (std::size_t time = 0; time < touch_.size(); ++time) {
        starting_[time].clear();
        ending_[time].clear();
    }
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        if (!s.is_fixed(tasks_[i].x)) continue;
        const auto start = static_cast<std::size_t>(tasks_[i].start_at(s.min(tasks_[i].x)));
        const auto end = static_cast<std::size_t>(tasks_[i].end_at(s.min(tasks_[i].x)));
        if (start < touch_.size()) starting_[start].push_back(i);
        if (end < touch_.size()) ending_[end].push_back(i);
    }
    for (std::size_t time = 0; time < touch_.size(); ++time)
        if (!raise(s, time)) return false;
    return true;
}

bool Touch::raise(Store& s, std::size_t time) {
    const auto pairs = static_cast<Value>(starting_[time].size() * ending_[time].size());
    if (s.min(touch_[time]) >= pairs) return true;
    why_.clear();
    for (const auto* tasks : {&starting_[time], &ending_[time]})
        for (const std::size_t i : *tasks)
            add_fixed(s, tasks_[i].x, why_);
    return s.infer(at_least(touch_[time], pairs), why_);
}

void Touch::advise(const solver::Problem& problem, const Assignment& given, IntVar x,
                   std::span<solver::Cost> by_value) const {
    std::vector<Value> starting(touch_.size() + 1);
    std::vector<Value> ending(touch_.size() + 1);
    const Task* own = nullptr;
    for (const Task& task : tasks_) {
        if (task.x == x) own = &task;
        if (task.x == x || !task.is_given(given)) continue;
        ++starting[static_cast<std::size_t>(task.start_at(given[task.x.index]))];
        ++ending[static_cast<std::size_t>(task.end_at(given[task.x.index]))];
    }
    const solver::Cost each = problem.cost_of(touch_.front(), 1);
    const Value low = problem.store().initial_min(x);
    for (std::size_t i = 0; i < by_value.size(); ++i) {
        const Value v = low + static_cast<Value>(i);
        by_value[i] += each
                       * (ending[static_cast<std::size_t>(own->start_at(v))]
                          + starting[static_cast<std::size_t>(own->end_at(v))]);
    }
}

bool Touch::holds(const Assignment& values) const {
    std::vector<Value> pairs(touch_.size());
    for (const Task& before : tasks_)
        for (const Task& after : tasks_) {
            const Value time = before.end_at(values[before.x.index]);
            if (after.start_at(values[after.x.index]) == time
                && time < static_cast<Value>(pairs.size()))
                ++pairs[static_cast<std::size_t>(time)];
        }
    for (std::size_t time = 0; time < touch_.size(); ++time)
        if (values[touch_[time].index] < pairs[time]) return false;
    return true;
}

// ---- ChangeOfRoom -------------------------------------------------------------------------------

ChangeOfRoom::ChangeOfRoom(Task a, Task b, IntVar room_a, IntVar room_b, IntVar moves)
    : tasks_{std::move(a), std::move(b)}, rooms_{room_a, room_b}, moves_{moves} {
    scope_ = {tasks_[0].x, tasks_[1].x, room_a, room_b, moves};
    for (std::size_t i = 0; i < 2; ++i)
        greatest_length_[i] = tasks_[i].greatest_length();
}

void ChangeOfRoom::subscribe(solver::Subscriptions& s) const {
    for (const IntVar x : scope_)
        s.wake_on(x, solver::Wake::fixed);
}

bool ChangeOfRoom::are_near(Value a, Value b) const {
    const Value start_a = tasks_[0].start_at(a);
    const Value start_b = tasks_[1].start_at(b);
    if (start_a == start_b) return false;
    return start_a < start_b ? start_b - tasks_[0].end_at(a) <= most_apart
                             : start_a - tasks_[1].end_at(b) <= most_apart;
}

void ChangeOfRoom::advise(const solver::Problem& problem, const Assignment& given, IntVar x,
                          std::span<solver::Cost> by_value) const {
    const std::size_t own = x == tasks_[0].x || x == rooms_[0] ? 0 : 1;
    const Value start = given[tasks_[1 - own].x.index];
    const Value room = given[rooms_[1 - own].index];
    if (start == solver::not_given || room == solver::not_given) return;
    const solver::Cost cost = problem.cost_of(moves_, 1);
    const Value low = problem.store().initial_min(x);
    const auto is_near = [&](Value mine) {
        return own == 0 ? are_near(mine, start) : are_near(start, mine);
    };
    if (x == rooms_[own]) {
        const Value mine = given[tasks_[own].x.index];
        if (mine == solver::not_given || !is_near(mine)) return;
        for (std::size_t i = 0; i < by_value.size(); ++i)
            if (low + static_cast<Value>(i) != room) by_value[i] += cost;
        return;
    }
    if (const Value mine = given[rooms_[own].index]; mine == solver::not_given || mine == room)
        return;
    const Task& other = tasks_[1 - own];
    tasks_[own].for_each_inside(other.start_at(start) - most_apart - 1,
                                other.end_at(start) + most_apart + 1, greatest_length_[own], low,
                                by_value.size(), [&](Value v, Value /*start*/, Value /*end*/) {
                                    if (is_near(v))
                                        by_value[static_cast<std::size_t>(v - low)] += cost;
                                });
}

bool ChangeOfRoom::propagate(Store& s) {
    if (s.min(moves_) > 0) return true;
    for (const Task& task : tasks_)
        if (!s.is_fixed(task.x)) return true;
    if (!are_near(s.min(tasks_[0].x), s.min(tasks_[1].x))) return true;
    why_.clear();
    for (const Task& task : tasks_)
        add_fixed(s, task.x, why_);
    if (s.is_fixed(rooms_[0]) && s.is_fixed(rooms_[1])) {
        if (s.min(rooms_[0]) == s.min(rooms_[1])) return true;
        add_fixed(s, rooms_[0], why_);
        add_fixed(s, rooms_[1], why_);
        return s.infer(is_true(moves_), why_);
    }
    if (s.max(moves_) > 0) return true;
    why_.push_back(is_false(moves_));
    for (const auto& [known, other] :
         {std::pair{rooms_[0], rooms_[1]}, std::pair{rooms_[1], rooms_[0]}}) {
        if (!s.is_fixed(known)) continue;
        add_fixed(s, known, why_);
        return s.infer(solver::equals(other, s.min(known)), why_);
    }
    return true;
}

bool ChangeOfRoom::holds(const Assignment& values) const {
    return values[moves_.index] > 0 || values[rooms_[0].index] == values[rooms_[1].index]
           || !are_near(values[tasks_[0].x.index], values[tasks_[1].x.index]);
}

}  // namespace rul::bench
