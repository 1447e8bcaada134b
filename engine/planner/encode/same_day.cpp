#include "engine/planner/encode/distances.hpp"
#include "engine/planner/encode/encode.hpp"
#include "engine/planner/encode/steps.hpp"
#include "engine/solver/constraints/binary.hpp"

#include <algorithm>

namespace rul::planner {

namespace {

using model::MeetingId;
using model::SameDay;

Measure gap_of(const SameDay& kind) {
    model::DistanceRange gap = kind.gap;
    if (!gap.min) gap.min = 0;
    return Measure{gap};
}

void post_times(Encoding& e, const SameDay& kind, const Steps::Pair& pair, const Literals& when) {
    const Measure gap = gap_of(kind);
    const auto fits = [&](const Start& first, const Start& second) {
        const auto between = gap.from_to(e.grid(), e.brief().calendar, first, second);
        return !between || gap.contains(*between);
    };
    e.allow(pair.a, pair.b, pairs_with(e.side(pair.a), e.side(pair.b), {0, 0}, fits), when);
}

void post_venue(Encoding& e, const Steps::Pair& pair, Literals when) {
    when.push_back(e.held(pair.a));
    when.push_back(e.held(pair.b));
    const Places& places = e.places();
    const PairTable same =
        pairs_of_values(places.count(), places.count(), [&places](Value a, Value b) {
            return a != 0 && b != 0 && places.at(a).venue == places.at(b).venue;
        });
    e.problem().post<solver::Binary>(e.place(pair.a), e.place(pair.b), same.b_of_a, same.a_of_b,
                                     solver::Condition{when});
}

void post_alone(Encoding& e, const model::Rule& rule, const std::vector<Steps::Single>& singles) {
    for (const Steps::Single& single : singles) {
        When when = Encoding::both(single.when, e.dated(single.meeting, rule.validity));
        if (!when) continue;
        when->push_back(e.held(single.meeting));
        e.imply(std::move(*when), e.broken(rule));
    }
}

}  // namespace

void encode(Encoding& e, const model::Rule& rule, const SameDay& kind) {
    const Steps steps{e, kind.first, kind.second};
    for (const Steps::Pair& pair : steps.pairs()) {
        const When dated = Encoding::both(pair.when, e.dated(pair.b, rule.validity));
        if (!dated || pair.a == pair.b) continue;
        const Literals when = e.unless(*dated, e.broken(rule));
        post_times(e, kind, pair, when);
        if (kind.same_venue) post_venue(e, pair, when);
    }
    post_alone(e, rule, steps.first_alone());
    post_alone(e, rule, steps.second_alone());
}

}  // namespace rul::planner
