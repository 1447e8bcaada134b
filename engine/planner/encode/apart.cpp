#include "engine/planner/encode/encode.hpp"
#include "engine/solver/constraints/separation.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rul::planner {

namespace {

using model::Apart;
using model::MeetingId;

bool can_be_near(Encoding& e, MeetingId a, MeetingId b, Value days) {
    const auto& x = *e.starts(a).days();
    const auto& y = *e.starts(b).days();
    if (x.back() + days <= y.front() || y.back() + days <= x.front()) return false;
    // Of one series, no two are on one date.
    const auto& series = e.brief().at(a).series;
    return days > 1 || !series || series != e.brief().at(b).series;
}

// The pairs the rule names, with those of which each date decides the validity.
std::map<std::pair<MeetingId, MeetingId>, std::set<MeetingId>> pairs_of(const Encoding& e,
                                                                        const Apart& kind) {
    std::map<std::pair<MeetingId, MeetingId>, std::set<MeetingId>> pairs;
    for (const MeetingId a : e.planned(kind.a))
        for (const MeetingId b : e.planned(kind.b))
            if (a != b) pairs[std::minmax(a, b)].insert(b);
    return pairs;
}

}  // namespace

void encode(Encoding& e, const model::Rule& rule, const Apart& kind) {
    const Value gap = kind.week ? 1 : kind.days;
    if (gap <= 0) return;
    for (const auto& [pair, judged_by] : pairs_of(e, kind)) {
        const auto [a, b] = pair;
        if (!can_be_near(e, a, b, kind.week ? 7 : gap)) continue;
        const Literal is_broken = e.broken(rule);
        for (const MeetingId judge : judged_by) {
            const When dated = e.dated(judge, rule.validity);
            if (!dated) continue;
            const solver::Condition when{e.unless(*dated, is_broken)};
            if (kind.week)
                e.problem().post<solver::Separation>(e.week(a), e.week(b), gap, when);
            else
                e.problem().post<solver::Separation>(e.day(a), e.day(b), gap, when);
            if (dated->empty()) break;
        }
    }
}

}  // namespace rul::planner
