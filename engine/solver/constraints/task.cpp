#include "engine/solver/constraints/task.hpp"

#include "engine/solver/constraints/absence.hpp"
#include "engine/solver/constraints/condition.hpp"

#include <algorithm>

namespace rul::solver {

// ---- Task ---------------------------------------------------------------------------------------

Value Task::first_from(Value time) const {
    // As std::lower_bound, without a branch that could be foreseen wrongly.
    const Value* first = start->data();
    std::size_t left = start->size();
    while (left > 1) {
        const std::size_t half = left / 2;
        first += static_cast<std::size_t>(first[half - 1] < time) * half;
        left -= half;
    }
    return static_cast<Value>(first - start->data()) + (*first < time ? 1 : 0);
}

bool Task::is_well_formed() const {
    if (!start || !end || start->empty() || start->size() != end->size()) return false;
    if (start->front() < -max_value || *std::max_element(end->begin(), end->end()) > max_value)
        return false;
    return std::is_sorted(start->begin(), start->end())
           && std::equal(start->begin(), start->end(), end->begin(), std::less<>{});
}

Value Task::greatest_length() const {
    Value length = 0;
    for (Value v = 0; v < count(); ++v)
        length = std::max(length, end_at(v) - start_at(v));
    return length;
}

namespace {

// Wider than first..last, as far as all of it runs at `time`.
TaskPair::Span widest_at(const Task& task, Value time, TaskPair::Span span) {
    while (span.first > 0 && task.runs_at(span.first - 1, time))
        --span.first;
    while (span.last + 1 < task.count() && task.runs_at(span.last + 1, time))
        ++span.last;
    return span;
}

}  // namespace

bool Task::ran_for_certain(const Store& s, Value time, Position at) const {
    const Value max = s.max_before(x, at);
    if (max >= count() || start_at(max) > time) return false;
    return TaskPair::core_of(*this, {s.min_before(x, at), max}).least_end > time;
}

void Task::explain_running(const Store& s, Value time, Position at,
                           std::vector<Literal>& out) const {
    const TaskPair::Span span = widest_at(*this, time, {s.min_before(x, at), s.max_before(x, at)});
    append_cause(s, at_least(x, span.first), out);
    append_cause(s, at_most(x, span.last), out);
}

void Task::explain_moved_from(const Store& s, Literal fact, Value time, Position at,
                              std::vector<Literal>& out) const {
    const bool is_later = fact.op == Literal::Op::ge;
    const TaskPair::Span left = is_later ? TaskPair::Span{s.min_before(x, at), fact.value - 1}
                                         : TaskPair::Span{fact.value + 1, s.max_before(x, at)};
    const TaskPair::Span widest = widest_at(*this, time, left);
    append_cause(s, is_later ? at_least(x, widest.first) : at_most(x, widest.last), out);
}

// ---- TaskPair -----------------------------------------------------------------------------------

TaskPair::Core TaskPair::core_of(const Task& task, Span span) {
    Core core{task.start_at(span.last), task.end_at(span.first)};
    // Once a value starts at the least end known, it ends later, and so do all that follow.
    for (Value v = span.first + 1; v <= span.last && task.start_at(v) < core.least_end; ++v)
        core.least_end = std::min(core.least_end, task.end_at(v));
    return core;
}

bool TaskPair::remove_clashes(Store& s, Core core, Value greatest_length, std::uint32_t who,
                              std::uint64_t data) const {
    const IntVar x = moved_.x;
    const auto clashes = [&](Value v) { return clashes_with(core, v); };
    // A clashing value starts within its length before the core and before the core's end.
    Value first = moved_.first_from(core.latest_start - pause_ - greatest_length);
    const Value last = moved_.first_from(core.least_end + pause_) - 1;
    first = std::max(first, s.min(x));
    if (first == s.min(x)) {
        while (first <= last && clashes(first))
            ++first;
        if (first > s.min(x) && !s.infer_lazily(at_least(x, first), who, data)) return false;
    }
    Value end = std::min(last, s.max(x));
    if (end == s.max(x)) {
        while (end > first && clashes(end))
            --end;
        if (end < s.max(x) && !s.infer_lazily(at_most(x, end), who, data)) return false;
    }
    for (Value v = s.next(x, first); v <= end; v = s.next(x, v + 1))
        if (clashes(v) && can_hold(s, differs(x, v)) && !s.infer_lazily(differs(x, v), who, data))
            return false;
    return true;
}

void TaskPair::explain(const Store& s, Literal fact, Position at, std::vector<Literal>& out) const {
    const Run run = run_of(s, fact, at, out);
    Core core{moved_.start_at(run.last), moved_.end_at(run.first)};
    for (Value v = run.first; v <= run.last; ++v)
        core.least_end = std::min(core.least_end, moved_.end_at(v));
    const Span why = widest_clash(s, fixed_, core, pause_, at);
    append_cause(s, at_least(fixed_.x, why.first), out);
    append_cause(s, at_most(fixed_.x, why.last), out);
}

TaskPair::Span TaskPair::widest_clash(const Store& s, const Task& task, Core core, Value pause,
                                      Position at) {
    const auto clashes = [&](Value v) {
        return task.start_at(v) < core.least_end + pause
               && core.latest_start < task.end_at(v) + pause;
    };
    Span span{s.min_before(task.x, at), s.max_before(task.x, at)};
    while (span.first > 0 && clashes(span.first - 1))
        --span.first;
    while (span.last + 1 < task.count() && clashes(span.last + 1))
        ++span.last;
    return span;
}

}  // namespace rul::solver
