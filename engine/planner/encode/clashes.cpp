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

// Days from day(a) on which a start of b can clash with one of a.
DayWindow clash_window(const StartTable& a, const StartTable& b, Value gap) {
    return {-days_of(b.greatest_length() + gap) - 1, days_of(a.greatest_length() + gap) + 1};
}

}  // namespace

bool clash(const Start& a, const Start& b, Value gap) {
    return a.has_span && b.has_span && a.begin < b.end + gap && b.begin < a.end + gap;
}

Clashes::Clashes(const Encoding& e) : e_{e} {
    std::map<const StartTable*, MeetingId> first_with;
    for (std::size_t i = 0; i < e.brief().meetings.size(); ++i) {
        const MeetingId id{i};
        twins_.push_back(e.is_planned(id) ? first_with.emplace(&e.starts(id), id).first->second
                                          : id);
    }
}

bool Clashes::can_clash(MeetingId a, MeetingId b, Value gap) {
    const StartTable& x = e_.starts(a);
    const StartTable& y = e_.starts(b);
    const auto& series = e_.brief().at(a).series;
    const bool is_one_series = series && series == e_.brief().at(b).series;
    const PairKey key{twin_of(a), twin_of(b), gap, is_one_series};
    if (const auto known = can_clash_.find(key); known != can_clash_.end()) return known->second;
    const bool can =
        !(is_one_series && end_the_day(x, y, gap))
        && some_pair(x, y, clash_window(x, y, gap),
                     [gap](const Start& s, const Start& t) { return clash(s, t, gap); });
    return can_clash_.emplace(key, can).first->second;
}

const std::optional<PairTable>& Clashes::pairs_apart(MeetingId first, MeetingId second, Value gap,
                                                     Hindrance how) {
    const bool wins_ties = how == Hindrance::earlier && first < second;
    const TableKey key{twin_of(first),
                       twin_of(second),
                       gap,
                       how,
                       e_.may_be_left_out(first),
                       e_.may_be_left_out(second),
                       wins_ties};
    if (const auto known = apart_.find(key); known != apart_.end()) return known->second;
    const auto hinders = [=](const Start& a, const Start& b) {
        if (!clash(a, b, gap)) return false;
        return how == Hindrance::clash || a.begin < b.begin || (a.begin == b.begin && wins_ties);
    };
    const DayWindow window = clash_window(e_.starts(first), e_.starts(second), gap);
    std::optional<PairTable> apart;
    if (some_pair(e_.starts(first), e_.starts(second), window, hinders))
        apart = pairs_without(e_.side(first), e_.side(second), window, hinders);
    return apart_.emplace(key, std::move(apart)).first->second;
}

Nesting::Nesting(const Encoding& e) {
    for (const model::Rule& rule : e.brief().rules)
        if (const auto* inside = std::get_if<model::Inside>(&rule.kind))
            for (const MeetingId a : inside->meetings.meetings)
                for (const MeetingId b : inside->seminars.meetings)
                    pairs_.insert(std::minmax(a, b));
}

}  // namespace rul::planner
