#include "engine/planner/pair_table.hpp"

#include <algorithm>
#include <vector>

namespace rul::planner {

namespace {

using Interval = solver::IntervalTable::Interval;

void extend(std::vector<Interval>& intervals, Value first, Value last) {
    if (last < first) return;
    if (!intervals.empty() && intervals.back().last == first - 1)
        intervals.back().last = last;
    else
        intervals.push_back({first, last});
}

PairTable both_ways(solver::IntervalTable b_of_a, Value b_count) {
    auto a_of_b = std::make_shared<const solver::IntervalTable>(b_of_a.mirrored(b_count));
    return {std::make_shared<const solver::IntervalTable>(std::move(b_of_a)), std::move(a_of_b)};
}

// The numbers of b's starts within the window of a's start `from`: [first, second).
std::pair<Value, Value> in_window(const StartTable& b, Value day, DayWindow window) {
    const std::vector<Value>& days = *b.days();
    const auto first = std::lower_bound(days.begin(), days.end(), day + window.first);
    const auto last = std::upper_bound(first, days.end(), day + window.last);
    return {static_cast<Value>(first - days.begin()), static_cast<Value>(last - days.begin())};
}

// By value of a, the values of b.
solver::IntervalTable one_way(Side a, Side b, DayWindow window, const StartPredicate& goes,
                              bool wanted) {
    solver::IntervalTable table;
    std::vector<Interval> intervals;
    for (const Start& start : a.starts.all()) {
        intervals.clear();
        const auto [first, last] = in_window(b.starts, start.day, window);
        if (!wanted) extend(intervals, 0, first - 1);
        for (Value v = first; v < last; ++v)
            if (goes(start, b.starts.at(v)) == wanted) extend(intervals, v, v);
        if (!wanted) extend(intervals, last, b.starts.count() - 1);
        extend(intervals, b.starts.count(), b.value_count() - 1);
        table.add(intervals);
    }
    if (a.may_be_left_out) table.add(std::vector<Interval>{{0, b.value_count() - 1}});
    return table;
}

// Asking again from the other side looks at the window alone; a mirror would go over every pair.
PairTable pairs(Side a, Side b, DayWindow window, const StartPredicate& goes, bool wanted) {
    const auto turned = [&goes](const Start& y, const Start& x) { return goes(x, y); };
    return {std::make_shared<const solver::IntervalTable>(one_way(a, b, window, goes, wanted)),
            std::make_shared<const solver::IntervalTable>(
                one_way(b, a, {-window.last, -window.first}, turned, wanted))};
}

}  // namespace

PairTable pairs_with(Side a, Side b, DayWindow window, const StartPredicate& goes) {
    return pairs(a, b, window, goes, true);
}

PairTable pairs_without(Side a, Side b, DayWindow window, const StartPredicate& goes) {
    return pairs(a, b, window, goes, false);
}

bool some_pair(const StartTable& a, const StartTable& b, DayWindow window,
               const StartPredicate& goes) {
    return std::any_of(a.all().begin(), a.all().end(), [&](const Start& start) {
        const auto [first, last] = in_window(b, start.day, window);
        for (Value v = first; v < last; ++v)
            if (goes(start, b.at(v))) return true;
        return false;
    });
}

PairTable pairs_of_values(Value a_count, Value b_count,
                          const std::function<bool(Value a, Value b)>& goes) {
    solver::IntervalTable table;
    for (Value a = 0; a < a_count; ++a) {
        std::vector<Interval> intervals;
        for (Value b = 0; b < b_count; ++b)
            if (goes(a, b)) extend(intervals, b, b);
        table.add(intervals);
    }
    return both_ways(std::move(table), b_count);
}

PairTable pairs_of_lists(const std::vector<std::vector<Value>>& b_of_a, Value b_count) {
    solver::IntervalTable table;
    std::vector<Interval> intervals;
    for (const std::vector<Value>& list : b_of_a) {
        intervals.clear();
        for (const Value b : list)
            extend(intervals, b, b);
        table.add(intervals);
    }
    return both_ways(std::move(table), b_count);
}

}  // namespace rul::planner
