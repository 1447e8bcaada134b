#include "engine/solver/constraints/cumulative.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/condition.hpp"

#include <algorithm>
#include <utility>

namespace rul::solver {

namespace {

constexpr auto nobody = static_cast<std::size_t>(-1);

}  // namespace

std::size_t demand_of(const std::vector<Demand>& demands, IntVar x) {
    const auto found = std::find_if(demands.begin(), demands.end(),
                                    [&](const Demand& d) { return d.task.x == x; });
    return static_cast<std::size_t>(found - demands.begin());
}

Cumulative::Cumulative(std::vector<Demand> demands, Value capacity) : capacity_{capacity} {
    RUL_CHECK(0 <= capacity && capacity <= max_value);
    for (Demand& demand : demands) {
        RUL_CHECK(demand.task.is_well_formed());
        RUL_CHECK(0 <= demand.amount && demand.amount <= max_value);
        if (demand.amount > 0) add(std::move(demand));
    }
    cores_.resize(demands_.size());
}

void Cumulative::add(Demand demand) {
    const IntVar x = demand.task.x;
    RUL_CHECK(demand_of(demands_, x) == demands_.size());
    scope_.push_back(x);
    demands_.push_back(std::move(demand));
}

void Cumulative::subscribe(Subscriptions& s) const {
    for (const IntVar x : scope_)
        s.wake_on(x, Wake::bounds);
}

bool Cumulative::propagate(Store& s) {
    build_profile(s);
    for (const Stretch& stretch : profile_) {
        if (stretch.taken <= capacity_) continue;
        why_.clear();
        explain_full(s, stretch.begin, nobody, capacity_, s.trail_size(), why_);
        return s.fail(why_);
    }
    for (std::size_t i = 0; i < demands_.size(); ++i)
        if (!leave_out_too_large(s, i) || !push_later(s, i) || !pull_earlier(s, i)) return false;
    return true;
}

// What is larger than all there is fits nowhere.
bool Cumulative::leave_out_too_large(Store& s, std::size_t i) const {
    const Task& task = demands_[i].task;
    return demands_[i].amount <= capacity_ || s.infer(at_least(task.x, task.count()), {});
}

// What runs for certain, as stretches in order of time; those that take nothing are left out.
void Cumulative::build_profile(const Store& s) {
    edges_.clear();
    for (std::size_t i = 0; i < demands_.size(); ++i) {
        cores_[i] = {0, 0};
        if (!demands_[i].task.is_held(s)) continue;
        cores_[i] = TaskPair::core_of(s, demands_[i].task);
        if (cores_[i].latest_start >= cores_[i].least_end) continue;
        edges_.push_back({cores_[i].latest_start, demands_[i].amount});
        edges_.push_back({cores_[i].least_end, -Cost{demands_[i].amount}});
    }
    std::sort(edges_.begin(), edges_.end(),
              [](const Edge& a, const Edge& b) { return a.time < b.time; });
    profile_.clear();
    Cost taken = 0;
    for (std::size_t k = 0; k < edges_.size(); ++k) {
        taken += edges_[k].change;
        const bool is_last = k + 1 == edges_.size();
        if (is_last || edges_[k + 1].time == edges_[k].time || taken == 0) continue;
        profile_.push_back({edges_[k].time, edges_[k + 1].time, taken});
    }
}

// Whether `stretch`, which task i would meet, has no room for it.
bool Cumulative::clashes(std::size_t i, const Stretch& stretch) const {
    const bool is_part =
        cores_[i].latest_start <= stretch.begin && stretch.end <= cores_[i].least_end;
    return stretch.taken + (is_part ? 0 : demands_[i].amount) > capacity_;
}

const Cumulative::Stretch* Cumulative::first_clash(std::size_t i, Value value) const {
    const Value begin = demands_[i].task.start_at(value);
    const Value end = demands_[i].task.end_at(value);
    auto at = std::upper_bound(profile_.begin(), profile_.end(), begin,
                               [](Value time, const Stretch& st) { return time < st.end; });
    for (; at != profile_.end() && at->begin < end; ++at)
        if (clashes(i, *at)) return &*at;
    return nullptr;
}

const Cumulative::Stretch* Cumulative::last_clash(std::size_t i, Value value) const {
    const Value begin = demands_[i].task.start_at(value);
    const Value end = demands_[i].task.end_at(value);
    auto at = std::lower_bound(profile_.begin(), profile_.end(), end,
                               [](const Stretch& st, Value time) { return st.begin < time; });
    while (at != profile_.begin() && (--at)->end > begin)
        if (clashes(i, *at)) return &*at;
    return nullptr;
}

// One point of time after another: what runs there leaves no room.
bool Cumulative::push_later(Store& s, std::size_t i) {
    const Task& task = demands_[i].task;
    while (s.min(task.x) < task.count()) {
        const Value value = s.min(task.x);
        const Stretch* const clash = first_clash(i, value);
        if (clash == nullptr) return true;
        const Value time = std::min(clash->end, task.end_at(value)) - 1;
        Value first = value + 1;
        while (first < task.count() && first <= s.max(task.x) && task.runs_at(first, time))
            ++first;
        if (!s.infer_lazily(at_least(task.x, first), id(), static_cast<std::uint64_t>(time)))
            return false;
    }
    return true;
}

bool Cumulative::pull_earlier(Store& s, std::size_t i) {
    const Task& task = demands_[i].task;
    while (s.max(task.x) < task.count()) {
        const Value value = s.max(task.x);
        const Stretch* const clash = last_clash(i, value);
        if (clash == nullptr) return true;
        const Value time = std::max(clash->begin, task.start_at(value));
        Value last = value - 1;
        while (last >= s.min(task.x) && task.runs_at(last, time))
            --last;
        if (!s.infer_lazily(at_most(task.x, last), id(), static_cast<std::uint64_t>(time)))
            return false;
    }
    return true;
}

// ---- Reasons ------------------------------------------------------------------------------------

// Tasks, not `except`, that take more than `more_than` at `time`: none that could be spared.
void Cumulative::explain_full(const Store& s, Value time, std::size_t except, Cost more_than,
                              Position at, std::vector<Literal>& out) const {
    std::vector<std::size_t> running;
    Cost spare = -more_than - 1;
    for (std::size_t i = 0; i < demands_.size(); ++i) {
        if (i == except) continue;
        if (!demands_[i].task.ran_for_certain(s, time, at)) continue;
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

void Cumulative::explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                         std::vector<Literal>& out) const {
    const auto time = static_cast<Value>(data);
    const std::size_t moved = demand_of(demands_, {fact.var});
    demands_[moved].task.explain_moved_from(s, fact, time, at, out);
    explain_full(s, time, moved, capacity_ - demands_[moved].amount, at, out);
}

bool Cumulative::holds(const Assignment& values) const {
    // Where most is taken, some task starts.
    const auto is_full_at = [&](Value time) {
        Cost taken = 0;
        for (const Demand& d : demands_) {
            const Value v = values[d.task.x.index];
            if (d.task.is_held_at(v) && d.task.runs_at(v, time)) taken += d.amount;
        }
        return taken > capacity_;
    };
    return std::none_of(demands_.begin(), demands_.end(), [&](const Demand& d) {
        const Value v = values[d.task.x.index];
        return d.task.is_held_at(v) && is_full_at(d.task.start_at(v));
    });
}

}  // namespace rul::solver
