#include "engine/planner/encode/clashes.hpp"

#include <algorithm>

namespace rul::planner {

namespace {

using model::MeetingId;

constexpr Value minutes_of_day = 24 * 60;

Value days_of(Value minutes) {
    return minutes / minutes_of_day + 1;
}

// Two of one series are on different dates: whether that is enough.
bool end_the_day(const StartTable& a, const StartTable& b, Value gap) {
    Value latest = 0;
    Value earliest = minutes_of_day;
    for (const StartTable* const table : {&a, &b})
        for (const Start& start : table->all()) {
            if (!start.has_span) continue;
            latest = std::max(latest, start.end - start.day * minutes_of_day);
            earliest = std::min(earliest, start.begin - start.day * minutes_of_day);
        }
    return latest + gap <= earliest + minutes_of_day;
}

}  // namespace

bool clash(const Start& a, const Start& b, Value gap) {
    return a.has_span && b.has_span && a.begin < b.end + gap && b.begin < a.end + gap;
}

DayWindow clash_window(const StartTable& a, const StartTable& b, Value gap) {
    return {-days_of(b.greatest_length() + gap) - 1, days_of(a.greatest_length() + gap) + 1};
}

bool can_clash(const Encoding& e, MeetingId a, MeetingId b, Value gap) {
    const StartTable& x = e.starts(a);
    const StartTable& y = e.starts(b);
    const auto& series = e.brief().at(a).series;
    if (series && series == e.brief().at(b).series && end_the_day(x, y, gap)) return false;
    return some_pair(x, y, clash_window(x, y, gap),
                     [gap](const Start& s, const Start& t) { return clash(s, t, gap); });
}

Nesting::Nesting(const Encoding& e) {
    for (const model::Rule& rule : e.brief().rules)
        if (const auto* inside = std::get_if<model::Inside>(&rule.kind))
            for (const MeetingId a : inside->meetings.meetings)
                for (const MeetingId b : inside->seminars.meetings)
                    pairs_.insert(std::minmax(a, b));
}

}  // namespace rul::planner
