#include "engine/planner/encode/encode.hpp"
#include "engine/planner/encode/steps.hpp"

namespace rul::planner {

namespace {

using model::Inside;

bool lies_inside(const Inside& kind, const Start& inner, const Start& outer) {
    if (!inner.has_span || !outer.has_span) return false;
    if (inner.begin < outer.begin || outer.end < inner.end) return false;
    if (!kind.time) return true;
    const Value midnight = (outer.day + kind.day) * 24 * 60;
    return inner.begin == midnight + static_cast<Value>(kind.time->from.count())
           && inner.end == midnight + static_cast<Value>(kind.time->to.count());
}

}  // namespace

void encode(Encoding& e, const model::Rule& rule, const Inside& kind) {
    const Steps steps{e, kind.meetings, kind.seminars};
    const auto fits = [&kind](const Start& inner, const Start& outer) {
        return lies_inside(kind, inner, outer);
    };
    for (const Steps::Pair& pair : steps.pairs()) {
        const When dated = Encoding::both(pair.when, e.dated(pair.a, rule.validity));
        if (!dated || pair.a == pair.b) continue;
        e.allow(pair.a, pair.b, pairs_with(e.side(pair.a), e.side(pair.b), {}, fits),
                e.unless(*dated, e.broken(rule)));
    }
    for (const Steps::Single& single : steps.first_alone()) {
        When when = Encoding::both(single.when, e.dated(single.meeting, rule.validity));
        if (!when) continue;
        when->push_back(e.held(single.meeting));
        e.imply(std::move(*when), e.broken(rule));
    }
}

}  // namespace rul::planner
