#include "engine/planner/candidates.hpp"

#include "engine/model/plan.hpp"
#include "engine/planner/raw_starts.hpp"
#include "engine/planner/unary.hpp"

#include <algorithm>
#include <set>

namespace rul::planner {

namespace {

using model::MeetingId;
using model::RuleId;

int heads_expected(const model::Meeting& meeting) {
    return static_cast<int>(std::count_if(
        meeting.attendees.begin(), meeting.attendees.end(),
        [](const model::Member& m) { return m.presence != model::Presence::standby; }));
}

// Whether the room cannot take this meeting at this start, whoever else wants it.
bool is_unfit(const model::Brief& brief, const Grid& grid, const Place& place, const Start& start,
              int heads) {
    if (!place.room) return false;
    const model::Room& room = brief.at(*place.venue).rooms[static_cast<std::size_t>(*place.room)];
    if (room.capacity != 0 && room.capacity < heads) return true;
    if (!start.has_span) return false;
    const model::MomentRange span{grid.moment_of(start.begin), grid.moment_of(start.end)};
    return std::any_of(room.busy.begin(), room.busy.end(),
                       [&](const model::Busy& busy) { return busy.when.overlaps(span); });
}

// Without the rule Rooms a venue's first room stands for the venue.
void keep_first_room_of_each_venue(const Places& places, Start& start) {
    std::set<std::optional<model::VenueId>> seen;
    std::vector<Value> kept;
    for (const Value place : start.places)
        if (seen.insert(places.at(place).venue).second) kept.push_back(place);
    start.places = kept;
}

}  // namespace

std::vector<model::PersonId> substitutes_of(const std::vector<model::Member>& attendees,
                                            model::PersonId person) {
    std::vector<model::PersonId> found;
    for (const model::Member& member : attendees)
        if (member.presence == model::Presence::standby && member.replaces == person)
            found.push_back(member.person);
    return found;
}

CandidateFinder::CandidateFinder(const model::Brief& brief, const Grid& grid, const Places& places,
                                 const Without& without)
    : brief_{brief},
      grid_{grid},
      places_{places},
      without_{without},
      unary_{unary_rules(brief)},
      busy_(brief.persons.size()),
      rooms_{find_rule<model::Rooms>(brief, without)},
      attendance_{find_rule<model::Attendance>(brief, without)} {
    for (std::size_t i = 0; i < brief.persons.size(); ++i)
        busy_[i] = model::busy_of(brief, model::PersonId{i});
}

bool CandidateFinder::is_busy(model::PersonId person, const Start& start) const {
    if (!start.has_span) return false;
    const model::MomentRange span{grid_.moment_of(start.begin), grid_.moment_of(start.end)};
    const auto& busy = busy_[person.index];
    return std::any_of(busy.begin(), busy.end(),
                       [&](const model::Busy& b) { return b.when.overlaps(span); });
}

Candidates CandidateFinder::find(MeetingId meeting) const {
    Heard heard;
    if (const auto series = brief_.at(meeting).series)
        for (const model::Appointment& included : brief_.at(*series).includes)
            heard.unheard_includes.push_back(without_.drops_include(*series, included.date));
    heard.appointment = !without_.frees(meeting);
    for (const RuleId rule : unary_[meeting.index])
        if (std::holds_alternative<model::SlotChoice>(brief_.at(rule).kind)
            && without_.passes_over(rule))
            heard.slots = false;
    Candidates candidates;
    candidates.starts = raw_starts(brief_, grid_, places_, meeting, heard);
    candidates.considered = static_cast<int>(candidates.starts.size());
    drop_by_unary_rules(candidates, meeting);
    drop_by_rooms(candidates, meeting);
    drop_by_busy_persons(candidates, meeting);
    return candidates;
}

void CandidateFinder::drop(Candidates& candidates, RuleId rule,
                           const std::vector<bool>& is_dropped) {
    std::vector<Start> left;
    for (std::size_t i = 0; i < candidates.starts.size(); ++i)
        if (!is_dropped[i]) left.push_back(std::move(candidates.starts[i]));
    const auto dropped = static_cast<int>(is_dropped.size() - left.size());
    if (dropped > 0) candidates.removals.push_back({rule, dropped});
    candidates.starts = std::move(left);
}

void CandidateFinder::drop_by_unary_rules(Candidates& candidates, MeetingId meeting) const {
    for (const RuleId id : unary_[meeting.index]) {
        const model::Rule& rule = brief_.at(id);
        if (!rule.strength.must || has_own_prices(rule) || without_.passes_over(id)) continue;
        std::vector<bool> is_dropped;
        for (const Start& start : candidates.starts)
            is_dropped.push_back(unary_breaks(brief_, grid_, rule, meeting, start) > 0);
        drop(candidates, id, is_dropped);
    }
}

void CandidateFinder::drop_by_rooms(Candidates& candidates, MeetingId meeting) const {
    if (!rooms_) {
        for (Start& start : candidates.starts)
            keep_first_room_of_each_venue(places_, start);
        return;
    }
    const int heads = heads_expected(brief_.at(meeting));
    std::vector<bool> is_dropped;
    for (Start& start : candidates.starts) {
        const auto is_out = [&](Value place) {
            return is_unfit(brief_, grid_, places_.at(place), start, heads);
        };
        auto& places = start.places;
        places.erase(std::remove_if(places.begin(), places.end(), is_out), places.end());
        is_dropped.push_back(places.empty());
    }
    drop(candidates, *rooms_, is_dropped);
}

void CandidateFinder::drop_by_busy_persons(Candidates& candidates, MeetingId id) const {
    const model::Meeting& meeting = brief_.at(id);
    if (!attendance_ || meeting.kind == model::Meeting::Kind::event) return;
    std::vector<bool> is_dropped(candidates.starts.size());
    for (const model::Member& member : meeting.attendees) {
        if (member.presence != model::Presence::required) continue;
        if (!substitutes_of(meeting.attendees, member.person).empty()) continue;
        for (std::size_t i = 0; i < is_dropped.size(); ++i)
            is_dropped[i] = is_dropped[i] || is_busy(member.person, candidates.starts[i]);
    }
    drop(candidates, *attendance_, is_dropped);
}

}  // namespace rul::planner
