#include "engine/solver/constraints/disjunctive.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/condition.hpp"

#include <algorithm>
#include <numeric>

namespace rul::solver {

namespace {

// A time as a value: what lies beyond every domain may be cut off there.
Value as_value(Cost time) {
    return static_cast<Value>(std::clamp<Cost>(time, -2 * Cost{max_value}, 2 * Cost{max_value}));
}

// Keeps the order of the last call as far as it still holds: domains move little between calls.
template <class Key>
void sort_by(std::vector<std::size_t>& tasks, Key key) {
    for (std::size_t i = 1; i < tasks.size(); ++i) {
        const std::size_t task = tasks[i];
        const Cost value = key(task);
        std::size_t at = i;
        for (; at > 0
               && (key(tasks[at - 1]) > value
                   || (key(tasks[at - 1]) == value && tasks[at - 1] > task));
             --at)
            tasks[at] = tasks[at - 1];
        tasks[at] = task;
    }
}

}  // namespace

Disjunctive::Disjunctive(std::vector<IntVar> starts, std::vector<Value> lengths)
    : starts_{std::move(starts)}, length_{std::move(lengths)} {
    RUL_CHECK(starts_.size() == length_.size());
    RUL_CHECK(scope_of(starts_).size() == starts_.size());
    for (const Value length : length_)
        RUL_CHECK(0 < length && length <= max_value);
    const std::size_t count = starts_.size();
    earliest_.resize(count);
    latest_end_.resize(count);
    place_.resize(count);
    is_in_.resize(count);
    by_start_.resize(count);
    std::iota(by_start_.begin(), by_start_.end(), std::size_t{0});
    by_end_ = by_latest_start_ = by_earliest_end_ = by_start_;
}

void Disjunctive::subscribe(Subscriptions& s) const {
    for (const IntVar x : starts_)
        s.wake_on(x, Wake::bounds);
}

bool Disjunctive::propagate(Store& s) {
    for (const bool is_mirrored : {false, true}) {
        look(s, is_mirrored);
        if (!find_edges(s) || !follow_precedences(s) || !find_not_last(s)) return false;
    }
    return true;
}

bool Disjunctive::holds(const Assignment& values) const {
    for (std::size_t i = 0; i < starts_.size(); ++i)
        for (std::size_t j = i + 1; j < starts_.size(); ++j) {
            const Value a = values[starts_[i].index];
            const Value b = values[starts_[j].index];
            if (a < b + length_[j] && b < a + length_[i]) return false;
        }
    return true;
}

// ---- Directions ---------------------------------------------------------------------------------

void Disjunctive::look(const Store& s, bool is_mirrored) {
    is_mirrored_ = is_mirrored;
    for (std::size_t i = 0; i < starts_.size(); ++i) {
        const Cost min = s.min(starts_[i]);
        const Cost max = s.max(starts_[i]);
        earliest_[i] = is_mirrored ? -(max + length_[i]) : min;
        latest_end_[i] = is_mirrored ? -min : max + length_[i];
    }
    sort_by(by_start_, [this](std::size_t i) { return earliest_[i]; });
    sort_by(by_end_, [this](std::size_t i) { return latest_end_[i]; });
    sort_by(by_latest_start_, [this](std::size_t i) { return latest_start(i); });
    sort_by(by_earliest_end_, [this](std::size_t i) { return earliest_end(i); });
    for (std::size_t place = 0; place < by_start_.size(); ++place)
        place_[by_start_[place]] = place;
}

// "It starts at `time` or later."
Literal Disjunctive::from(std::size_t task, Cost time) const {
    if (is_mirrored_) return at_most(starts_[task], as_value(-time - length_[task]));
    return at_least(starts_[task], as_value(time));
}

// "It ends at `time` or sooner."
Literal Disjunctive::until(std::size_t task, Cost time) const {
    if (is_mirrored_) return at_least(starts_[task], as_value(-time));
    return at_most(starts_[task], as_value(time - length_[task]));
}

// ---- Sets ---------------------------------------------------------------------------------------

void Disjunctive::white(std::size_t task) {
    is_in_[task] = true;
    tree_.add(place_[task], earliest_[task], length_[task]);
}

Disjunctive::Critical Disjunctive::critical() const {
    Critical best{0, ThetaTree::none};
    Cost length = 0;
    for (std::size_t place = by_start_.size(); place-- > 0;) {
        const std::size_t task = by_start_[place];
        if (!is_in_[task]) continue;
        length += length_[task];
        if (earliest_[task] + length > best.completion)
            best = {earliest_[task], earliest_[task] + length};
    }
    return best;
}

Disjunctive::Critical Disjunctive::critical_with(std::size_t task) const {
    Critical best{0, ThetaTree::none};
    Cost length = length_[task];
    for (std::size_t place = by_start_.size(); place-- > 0;) {
        const std::size_t other = by_start_[place];
        if (!is_in_[other] && other != task) continue;
        if (other != task) length += length_[other];
        const Cost start = std::min(earliest_[other], earliest_[task]);
        if (start + length > best.completion) best = {start, start + length};
    }
    return best;
}

void Disjunctive::add_window(const Store& s, std::size_t task, Cost begin, Cost end) {
    append_cause(s, from(task, begin), why_);
    append_cause(s, until(task, end), why_);
}

// Takes out of the set those that start in [begin, before) and that it can do without; what it has
// to spare then.
Cost Disjunctive::drop_spare(Cost begin, Cost before, Cost spare) {
    for (const std::size_t task : by_start_) {
        if (!is_in_[task] || earliest_[task] < begin || earliest_[task] >= before) continue;
        if (length_[task] > spare) continue;
        spare -= length_[task];
        is_in_[task] = false;
    }
    return spare;
}

// ---- Overload and edge finding ------------------------------------------------------------------

bool Disjunctive::find_edges(Store& s) {
    tree_.reset(starts_.size());
    for (const std::size_t task : by_start_)
        white(task);
    for (std::size_t k = by_end_.size(); k-- > 0;) {
        const std::size_t last = by_end_[k];
        if (tree_.completion() > latest_end_[last]) return fail_overloaded(s, latest_end_[last]);
        is_in_[last] = false;
        tree_.turn_grey(place_[last], earliest_[last], length_[last]);
        if (k == 0) break;
        const Cost end = latest_end_[by_end_[k - 1]];
        while (tree_.completion() <= end && tree_.completion_with_grey() > end) {
            const std::size_t task = by_start_[tree_.responsible()];
            if (tree_.completion() > earliest_[task] && !put_after(s, task, end)) return false;
            tree_.remove(place_[task]);
        }
    }
    return true;
}

// The set must end by `end`, and cannot.
bool Disjunctive::fail_overloaded(Store& s, Cost end) {
    const Critical all = critical();
    const Cost spare = drop_spare(all.from, infinite_cost, all.completion - end - 1);
    why_.clear();
    for (const std::size_t task : by_start_)
        if (is_in_[task] && earliest_[task] >= all.from) add_window(s, task, all.from - spare, end);
    return s.fail(why_);
}

// With `task` the set could not end by `end`, so `task` comes after all of it.
bool Disjunctive::put_after(Store& s, std::size_t task, Cost end) {
    const std::vector<bool> set = is_in_;
    const Critical alone = critical();
    const Cost begin = std::min(critical_with(task).from, alone.from);
    Cost spare = begin + length_[task] - end - 1;
    for (const std::size_t other : by_start_)
        if (is_in_[other] && earliest_[other] >= begin) spare += length_[other];
    // Those that make the completion are needed at their full start, the others for their length.
    spare = drop_spare(begin, alone.from, spare);
    why_.clear();
    append_cause(s, from(task, begin - spare), why_);
    for (const std::size_t other : by_start_)
        if (is_in_[other] && earliest_[other] >= begin)
            add_window(s, other, earliest_[other] >= alone.from ? alone.from : begin - spare, end);
    is_in_ = set;
    return s.infer(from(task, alone.completion), why_);
}

// ---- Precedences --------------------------------------------------------------------------------

bool Disjunctive::follow_precedences(Store& s) {
    tree_.reset(starts_.size());
    is_in_.assign(is_in_.size(), false);
    std::size_t next = 0;
    for (const std::size_t task : by_earliest_end_) {
        for (; next < by_latest_start_.size()
               && latest_start(by_latest_start_[next]) < earliest_end(task);
             ++next)
            white(by_latest_start_[next]);
        const bool was_in = is_in_[task];
        if (was_in) tree_.remove(place_[task]);
        is_in_[task] = false;
        if (tree_.completion() > earliest_[task] && !wait(s, task)) return false;
        if (was_in) white(task);
    }
    return true;
}

// All of the set start before `task` could end, so `task` waits for them.
bool Disjunctive::wait(Store& s, std::size_t task) {
    const Critical all = critical();
    Cost latest = -infinite_cost;
    for (const std::size_t other : by_start_)
        if (is_in_[other] && earliest_[other] >= all.from)
            latest = std::max(latest, latest_start(other));
    why_.clear();
    append_cause(s, from(task, latest + 1 - length_[task]), why_);
    for (const std::size_t other : by_start_)
        if (is_in_[other] && earliest_[other] >= all.from)
            add_window(s, other, all.from, latest + length_[other]);
    return s.infer(from(task, all.completion), why_);
}

// ---- Not last -----------------------------------------------------------------------------------

bool Disjunctive::find_not_last(Store& s) {
    tree_.reset(starts_.size());
    is_in_.assign(is_in_.size(), false);
    std::size_t next = 0;
    for (const std::size_t task : by_end_) {
        for (; next < by_latest_start_.size()
               && latest_start(by_latest_start_[next]) < latest_end_[task];
             ++next)
            white(by_latest_start_[next]);
        const bool was_in = is_in_[task];
        if (was_in) tree_.remove(place_[task]);
        is_in_[task] = false;
        if (tree_.completion() > latest_start(task) && !end_before_last(s, task)) return false;
        if (was_in) white(task);
    }
    return true;
}

// The set cannot end before `task` starts, so one of the set starts after `task` ends.
bool Disjunctive::end_before_last(Store& s, std::size_t task) {
    const Critical all = critical();
    Cost latest = -infinite_cost;
    for (const std::size_t other : by_start_)
        if (is_in_[other] && earliest_[other] >= all.from)
            latest = std::max(latest, latest_start(other));
    why_.clear();
    append_cause(s, until(task, all.completion - 1 + length_[task]), why_);
    for (const std::size_t other : by_start_)
        if (is_in_[other] && earliest_[other] >= all.from)
            add_window(s, other, all.from, latest + length_[other]);
    return s.infer(until(task, latest), why_);
}

}  // namespace rul::solver
