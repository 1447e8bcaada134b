#include "engine/planner/decode.hpp"

namespace rul::planner {

namespace {

model::Placement placement_of(const Encoding& encoding, const Sitting& sitting) {
    const Place& place = encoding.places().at(sitting.place);
    model::Placement placed;
    placed.date = encoding.grid().date_of(sitting.start->day);
    placed.time = sitting.start->time;
    placed.mode = sitting.start->mode;
    placed.venue = place.venue;
    placed.room = place.room;
    return placed;
}

}  // namespace

model::Plan decode(const Encoding& encoding, const solver::Assignment& values) {
    model::Plan plan;
    plan.placements.resize(encoding.brief().meetings.size());
    for (std::size_t i = 0; i < plan.placements.size(); ++i) {
        const model::MeetingId id{i};
        if (!encoding.is_planned(id)) continue;
        const auto sitting = encoding.sitting(id, values[encoding.start(id).index],
                                              values[encoding.place(id).index]);
        if (sitting) plan.placements[i] = placement_of(encoding, *sitting);
    }
    return plan;
}

}  // namespace rul::planner
