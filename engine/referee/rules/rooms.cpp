#include "engine/referee/rules/rules.hpp"

#include <algorithm>

namespace rul::referee {

using model::MeetingId;
using model::Room;

namespace {

int expected_at(const model::Meeting& meeting) {
    return static_cast<int>(std::count_if(
        meeting.attendees.begin(), meeting.attendees.end(),
        [](const model::Member& m) { return m.presence != model::Presence::standby; }));
}

const Room* find_room(const model::Venue& venue, std::optional<int> index) {
    if (!index || *index < 0 || static_cast<std::size_t>(*index) >= venue.rooms.size())
        return nullptr;
    return &venue.rooms[static_cast<std::size_t>(*index)];
}

bool is_room_busy(const Standing& standing, const Room& room, MeetingId id) {
    const auto span = standing.span_of(id);
    return span && std::any_of(room.busy.begin(), room.busy.end(), [&](const model::Busy& busy) {
               return busy.when.overlaps(*span);
           });
}

void judge_room(MeetingId id, Ruling& ruling) {
    const Standing& standing = ruling.standing();
    const model::Venue& venue = ruling.brief().at(*standing.at(id).venue);
    const Room* const room = find_room(venue, standing.at(id).room);
    if (room == nullptr) {
        ruling.violated({id}, say("{} har intet lokale på {}", "{} has no room at {}",
                                  ruling.name(id), venue.name));
        return;
    }
    const int expected = expected_at(standing.meeting(id));
    if (room->capacity != 0 && room->capacity < expected)
        ruling.violated({id}, say("{} venter {} deltagere, men {} har kun {} pladser",
                                  "{} expects {} people, but {} holds only {}", ruling.name(id),
                                  expected, room->name, room->capacity));
    if (is_room_busy(standing, *room, id))
        ruling.violated({id}, say("{} står i {}, som er optaget", "{} stands in {}, which is taken",
                                  ruling.name(id), room->name));
}

bool share_a_room(const Standing& standing, MeetingId a, MeetingId b) {
    const model::Placement& one = standing.at(a);
    const model::Placement& other = standing.at(b);
    const auto first = standing.span_of(a);
    const auto second = standing.span_of(b);
    return one.room && one.venue == other.venue && one.room == other.room && first && second
           && first->overlaps(*second) && !standing.is_inside(a, b);
}

// Held, at a venue that has rooms.
bool needs_room(const Standing& standing, MeetingId id) {
    const auto& venue = standing.at(id).venue;
    return standing.meeting(id).kind != model::Meeting::Kind::event && venue
           && !standing.brief().at(*venue).rooms.empty();
}

}  // namespace

void judge(const model::Rooms& /*rule*/, Ruling& ruling) {
    MeetingIds in_rooms;
    for (const MeetingId id : ruling.standing().held())
        if (needs_room(ruling.standing(), id)) in_rooms.push_back(id);
    for (const MeetingId id : in_rooms)
        judge_room(id, ruling);
    for (std::size_t i = 0; i < in_rooms.size(); ++i)
        for (std::size_t j = i + 1; j < in_rooms.size(); ++j)
            if (share_a_room(ruling.standing(), in_rooms[i], in_rooms[j]))
                ruling.violated({in_rooms[i], in_rooms[j]},
                                say("{} og {} står i samme lokale samtidig",
                                    "{} and {} stand in one room at the same time",
                                    ruling.name(in_rooms[i]), ruling.name(in_rooms[j])));
}

}  // namespace rul::referee
