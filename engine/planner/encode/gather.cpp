#include "engine/planner/encode/encode.hpp"
#include "engine/solver/constraints/binary.hpp"

#include <algorithm>

namespace rul::planner {

namespace {

using model::Gather;
using model::MeetingId;

Literal is_physical(Encoding& e, const model::Rule& rule, MeetingId id) {
    return e.held_where(id, [&](const Start& start) {
        return model::needs_venue(start.mode)
               && rule.validity.contains(e.grid().date_of(start.day));
    });
}

// A literal that may only be true if both are on one day at one venue, each of them physical.
Literal are_together(Encoding& e, const model::Rule& rule, MeetingId a, MeetingId b) {
    const auto same_day = [](const Start& x, const Start& y) { return x.day == y.day; };
    const Literal one = is_physical(e, rule, a);
    const Literal other = is_physical(e, rule, b);
    if (e.is_no(one) || e.is_no(other) || !some_pair(e.starts(a), e.starts(b), {0, 0}, same_day))
        return e.no();
    const Literal together = solver::is_true(e.problem().new_bool());
    e.imply({together}, one);
    e.imply({together}, other);
    e.allow(a, b, pairs_with(e.side(a), e.side(b), {0, 0}, same_day), {together});
    const Places& places = e.places();
    const PairTable same_venue =
        pairs_of_values(places.count(), places.count(), [&places](Value x, Value y) {
            return x != 0 && y != 0 && places.at(x).venue == places.at(y).venue;
        });
    e.problem().post<solver::Binary>(e.place(a), e.place(b), same_venue.b_of_a, same_venue.a_of_b,
                                     solver::Condition{{together}});
    return together;
}

}  // namespace

void encode(Encoding& e, const model::Rule& rule, const Gather& kind) {
    const std::vector<MeetingId> group = e.planned(kind.meetings);
    std::vector<Literals> company(group.size());
    for (std::size_t i = 0; i < group.size(); ++i)
        for (std::size_t j = i + 1; j < group.size(); ++j) {
            const Literal together = are_together(e, rule, group[i], group[j]);
            if (e.is_no(together)) continue;
            company[i].push_back(together);
            company[j].push_back(together);
        }
    for (std::size_t i = 0; i < group.size(); ++i) {
        Literals alone{is_physical(e, rule, group[i])};
        if (e.is_no(alone.front())) continue;
        for (const Literal together : company[i])
            alone.push_back(!together);
        e.imply(std::move(alone), e.broken(rule));
    }
}

}  // namespace rul::planner
