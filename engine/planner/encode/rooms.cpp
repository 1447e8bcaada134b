#include "engine/planner/encode/clashes.hpp"
#include "engine/planner/encode/encode.hpp"
#include "engine/solver/constraints/binary.hpp"
#include "engine/solver/constraints/not_together.hpp"

#include <algorithm>

namespace rul::planner {

namespace {

using model::MeetingId;

std::vector<Value> shared_rooms(const Encoding& e, MeetingId a, MeetingId b) {
    std::vector<Value> shared;
    const auto& x = e.starts(a).places();
    const auto& y = e.starts(b).places();
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(shared));
    shared.erase(std::remove_if(shared.begin(), shared.end(),
                                [&e](Value place) { return !e.places().at(place).room; }),
                 shared.end());
    return shared;
}

// Not both timed throughout: the pairs that overlap, one room after the other.
void keep_apart_by_table(Encoding& e, MeetingId a, MeetingId b, const std::vector<Value>& rooms) {
    const PairTable table =
        pairs_without(e.side(a), e.side(b), clash_window(e.starts(a), e.starts(b), 0),
                      [](const Start& x, const Start& y) { return clash(x, y, 0); });
    for (const Value room : rooms)
        e.allow(a, b, table,
                {e.at_place(a, [room](Value p) { return p == room; }),
                 e.at_place(b, [room](Value p) { return p == room; })});
}

solver::Task task(const Encoding& e, MeetingId id) {
    return {e.start(id), e.starts(id).begins(), e.starts(id).ends()};
}

}  // namespace

void encode(Encoding& e, const model::Rule& /*rule*/, const model::Rooms& /*kind*/) {
    auto exclusive = std::make_shared<std::vector<bool>>();
    for (Value place = 0; place < e.places().count(); ++place)
        exclusive->push_back(e.places().at(place).room.has_value());
    const Nesting nesting{e};
    const auto n = e.brief().meetings.size();
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = i + 1; j < n; ++j) {
            const MeetingId a{i};
            const MeetingId b{j};
            if (!e.is_planned(a) || !e.is_planned(b) || nesting.are_nested(a, b)) continue;
            const std::vector<Value> rooms = shared_rooms(e, a, b);
            if (rooms.empty() || !can_clash(e, a, b, 0)) continue;
            if (e.starts(a).is_timed() && e.starts(b).is_timed())
                e.problem().post<solver::NotTogether>(
                    task(e, a), task(e, b), e.place(a), e.place(b),
                    std::shared_ptr<const std::vector<bool>>{exclusive});
            else
                keep_apart_by_table(e, a, b, rooms);
        }
}

}  // namespace rul::planner
