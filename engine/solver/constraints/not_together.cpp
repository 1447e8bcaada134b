#include "engine/solver/constraints/not_together.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/problem.hpp"

#include <utility>

namespace rul::solver {

NotTogether::NotTogether(Task a, Task b, IntVar place_a, IntVar place_b,
                         std::shared_ptr<const std::vector<bool>> exclusive)
    : tasks_{std::move(a), std::move(b)},
      places_{place_a, place_b},
      exclusive_{std::move(exclusive)},
      scope_{tasks_[0].x, tasks_[1].x, place_a, place_b} {
    RUL_CHECK(exclusive_ && tasks_[0].is_well_formed() && tasks_[1].is_well_formed());
    RUL_CHECK(scope_of({scope_.begin(), scope_.end()}).size() == scope_.size());
    for (std::size_t i = 0; i < tasks_.size(); ++i)
        greatest_length_[i] = tasks_[i].greatest_length();
}

void NotTogether::subscribe(Subscriptions& s) const {
    s.wake_on(tasks_[0].x, Wake::bounds);
    s.wake_on(tasks_[1].x, Wake::bounds);
    s.wake_on(places_[0], Wake::fixed);
    s.wake_on(places_[1], Wake::fixed);
}

bool NotTogether::is_exclusive(Value place) const {
    return 0 <= place && place < static_cast<Value>(exclusive_->size())
           && (*exclusive_)[static_cast<std::size_t>(place)];
}

bool NotTogether::propagate(Store& s) {
    for (std::size_t i = 0; i < 2; ++i)
        if (s.is_fixed(places_[i]) && is_exclusive(s.min(places_[i])))
            return s.is_fixed(places_[1 - i]) ? keep_times_apart(s) : keep_places_apart(s, i);
    return true;
}

// Place `known` is fixed: the other is another, once the two certainly overlap.
bool NotTogether::keep_places_apart(Store& s, std::size_t known) const {
    if (!tasks_[0].is_held(s) || !tasks_[1].is_held(s)) return true;
    const TaskPair::Core a = TaskPair::core_of(s, tasks_[0]);
    const TaskPair::Core b = TaskPair::core_of(s, tasks_[1]);
    if (a.latest_start >= b.least_end || b.latest_start >= a.least_end) return true;
    const Literal fact = differs(places_[1 - known], s.min(places_[known]));
    return !can_hold(s, fact) || s.infer_lazily(fact, id(), 0);
}

bool NotTogether::keep_times_apart(Store& s) const {
    if (s.min(places_[0]) != s.min(places_[1])) return true;
    for (std::size_t i = 0; i < 2; ++i) {
        if (s.min(tasks_[1 - i].x) >= tasks_[1 - i].count()) return true;
        if (!tasks_[i].is_held(s)) continue;
        const TaskPair::Core core = TaskPair::core_of(s, tasks_[i]);
        const TaskPair pair{tasks_[i], tasks_[1 - i], 0};
        if (!pair.remove_clashes(s, core, greatest_length_[1 - i], id(), i + 1)) return false;
    }
    return true;
}

void NotTogether::explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                          std::vector<Literal>& out) const {
    if (data > 0) {
        TaskPair{tasks_[data - 1], tasks_[2 - data], 0}.explain(s, fact, at, out);
        append_cause(s, equals(places_[0], s.min_before(places_[0], at)), out);
        append_cause(s, equals(places_[1], s.min_before(places_[0], at)), out);
        return;
    }
    const IntVar known = fact.var == places_[0].index ? places_[1] : places_[0];
    append_cause(s, equals(known, fact.value), out);
    // Widen the one against the other's bounds, then the other against the widened.
    const auto [a, b] = tasks_;
    const TaskPair::Span b_before{s.min_before(b.x, at), s.max_before(b.x, at)};
    const TaskPair::Span of_a = TaskPair::widest_clash(s, a, TaskPair::core_of(b, b_before), 0, at);
    const TaskPair::Span of_b = TaskPair::widest_clash(s, b, TaskPair::core_of(a, of_a), 0, at);
    append_cause(s, at_least(a.x, of_a.first), out);
    append_cause(s, at_most(a.x, of_a.last), out);
    append_cause(s, at_least(b.x, of_b.first), out);
    append_cause(s, at_most(b.x, of_b.last), out);
}

bool NotTogether::are_at_once(Value a, Value b) const {
    return tasks_[1].start_at(b) < tasks_[0].end_at(a)
           && tasks_[0].start_at(a) < tasks_[1].end_at(b);
}

void NotTogether::advise(const Problem& problem, const Assignment& given, IntVar x,
                         std::span<Cost> by_value) const {
    const Value low = problem.store().initial_min(x);
    const std::size_t own = x == tasks_[0].x || x == places_[0] ? 0 : 1;
    const Task& other = tasks_[1 - own];
    const Value place = given[places_[1 - own].index];
    if (!other.is_given(given) || !is_exclusive(place)) return;
    if (x == tasks_[own].x) {
        if (given[places_[own].index] != place) return;
        const Value v = given[other.x.index];
        tasks_[own].for_each_inside(
            other.start_at(v), other.end_at(v), greatest_length_[own], low, by_value.size(),
            [&](Value mine, Value /*start*/, Value /*end*/) {
                by_value[static_cast<std::size_t>(mine - low)] += dear_advice;
            });
        return;
    }
    if (!tasks_[own].is_given(given)) return;
    const bool is_open = low <= place && place <= problem.store().initial_max(x)
                         && are_at_once(given[tasks_[0].x.index], given[tasks_[1].x.index]);
    if (is_open) by_value[static_cast<std::size_t>(place - low)] += dear_advice;
}

// Those of task i that overlap the other task where it stands.
void NotTogether::clashing_values(std::size_t i, Value other, std::vector<ValueRun>& out) const {
    const auto take = [&out](Value v, Value /*start*/, Value /*end*/) {
        if (!out.empty() && out.back().last == v - 1)
            out.back().last = v;
        else
            out.push_back({v, v});
    };
    tasks_[i].for_each_inside(tasks_[1 - i].start_at(other), tasks_[1 - i].end_at(other),
                              greatest_length_[i], 0, static_cast<std::size_t>(tasks_[i].count()),
                              take);
}

void NotTogether::breaking_values(IntVar x, const Assignment& values,
                                  std::vector<ValueRun>& out) const {
    for (std::size_t i = 0; i < 2; ++i) {
        if (x == tasks_[i].x) {
            const Value place = values[places_[0].index];
            const Value other = values[tasks_[1 - i].x.index];
            if (place == values[places_[1].index] && is_exclusive(place)
                && tasks_[1 - i].is_held_at(other))
                clashing_values(i, other, out);
        } else if (x == places_[i]) {
            const Value place = values[places_[1 - i].index];
            if (is_exclusive(place) && overlap(values)) out.push_back({place, place});
        }
    }
}

bool NotTogether::overlap(const Assignment& values) const {
    const Value u = values[tasks_[0].x.index];
    const Value v = values[tasks_[1].x.index];
    return tasks_[0].is_held_at(u) && tasks_[1].is_held_at(v) && are_at_once(u, v);
}

bool NotTogether::holds(const Assignment& values) const {
    const Value place = values[places_[0].index];
    return place != values[places_[1].index] || !is_exclusive(place) || !overlap(values);
}

}  // namespace rul::solver
