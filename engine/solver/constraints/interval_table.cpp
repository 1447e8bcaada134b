#include "engine/solver/constraints/interval_table.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace rul::solver {

IntervalTable::IntervalTable(const std::vector<std::vector<Interval>>& by_value) {
    for (const std::vector<Interval>& intervals : by_value)
        add(intervals);
}

void IntervalTable::add(std::span<const Interval> intervals) {
    for (std::size_t i = 0; i < intervals.size(); ++i) {
        RUL_CHECK(0 <= intervals[i].first && intervals[i].first <= intervals[i].last);
        RUL_CHECK(i == 0 || intervals[i - 1].last < intervals[i].first);
    }
    intervals_.insert(intervals_.end(), intervals.begin(), intervals.end());
    starts_.push_back(intervals_.size());
}

bool IntervalTable::allows(Value value, Value other) const {
    const auto intervals = of(value);
    return std::any_of(intervals.begin(), intervals.end(),
                       [other](const Interval& i) { return i.first <= other && other <= i.last; });
}

IntervalTable IntervalTable::mirrored(Value b_count) const {
    std::vector<std::vector<Interval>> by_other(static_cast<std::size_t>(b_count));
    for (Value v = 0; v < count(); ++v)
        for (const Interval& i : of(v))
            for (Value other = i.first; other <= std::min(i.last, b_count - 1); ++other) {
                auto& runs = by_other[static_cast<std::size_t>(other)];
                if (!runs.empty() && runs.back().last == v - 1)
                    runs.back().last = v;
                else
                    runs.push_back({v, v});
            }
    return IntervalTable{by_other};
}

}  // namespace rul::solver
