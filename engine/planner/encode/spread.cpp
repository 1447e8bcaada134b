#include "engine/planner/encode/encode.hpp"
#include "engine/solver/constraints/among.hpp"
#include "engine/solver/constraints/linear_at_most.hpp"

#include <algorithm>
#include <chrono>

namespace rul::planner {

namespace {

using model::Date;
using model::DateRange;
using model::Spread;
using std::chrono::days;

unsigned months_of(Spread::Part part) {
    if (part == Spread::Part::month) return 1;
    return part == Spread::Part::quarter ? 3 : 6;
}

DateRange months_around(Date date, unsigned count) {
    const auto ymd = model::ymd(date);
    const unsigned first = (static_cast<unsigned>(ymd.month()) - 1) / count * count + 1;
    const auto start = ymd.year() / std::chrono::month{first};
    return {Date{start / 1}, Date{(start + std::chrono::months{count}) / 1} - days{1}};
}

// The parts that touch the period, in order.
std::vector<DateRange> parts_of(const Spread& kind, const DateRange& period) {
    std::vector<DateRange> parts;
    if (kind.part == Spread::Part::window) {
        if (kind.window) parts.push_back(*kind.window);
        return parts;
    }
    for (Date date = period.first; date <= period.last; date = parts.back().last + days{1}) {
        const Date monday = Date{days{Grid::week_of(date) * 7 - 3}};
        parts.push_back(kind.part == Spread::Part::week
                            ? DateRange{monday, monday + days{6}}
                            : months_around(date, months_of(kind.part)));
    }
    return parts;
}

bool lies_in(const DateRange& part, const DateRange& whole) {
    return whole.first <= part.first && part.last <= whole.last;
}

void encode_part(Encoding& e, const model::Rule& rule, const Spread& kind, const DateRange& part,
                 const std::vector<solver::Coordinate>& members) {
    const auto n = static_cast<Value>(members.size());
    const Value first = e.grid().day_of(std::max(part.first, rule.validity.first));
    const Value last = e.grid().day_of(std::min(part.last, rule.validity.last));
    const bool is_whole = lies_in(part, e.brief().period) && lies_in(part, rule.validity);
    const Value least = is_whole ? kind.least.value_or(0) : 0;
    const Value most = kind.most.value_or(n);
    if (least <= 0 && most >= n) return;
    const IntVar count = e.problem().new_var(0, n);
    e.problem().post<solver::Among>(members, first, last, count);
    e.bound(rule, count, least, most);
}

}  // namespace

void encode(Encoding& e, const model::Rule& rule, const Spread& kind) {
    std::vector<solver::Coordinate> members;
    for (const model::MeetingId id : e.planned(kind.meetings))
        members.push_back(e.day(id));
    for (const DateRange& part : parts_of(kind, e.brief().period))
        if (part.first <= rule.validity.last && rule.validity.first <= part.last)
            encode_part(e, rule, kind, part, members);
}

}  // namespace rul::planner
