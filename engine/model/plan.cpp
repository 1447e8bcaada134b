#include "engine/model/plan.hpp"

#include <algorithm>

namespace rul::model {

namespace {

using std::chrono::days;

// Where people from `municipality` set out: the first venue known there.
std::optional<VenueId> find_home_venue(const Brief& brief, const std::string& municipality) {
    if (municipality.empty()) return std::nullopt;
    const auto at = std::find_if(
        brief.venues.begin(), brief.venues.end(),
        [&municipality](const Venue& venue) { return venue.municipality == municipality; });
    if (at == brief.venues.end()) return std::nullopt;
    return VenueId{static_cast<std::size_t>(at - brief.venues.begin())};
}

bool concerns(const Block& block, BodyId body) {
    return block.is_for_everyone()
           || std::find(block.bodies.begin(), block.bodies.end(), body) != block.bodies.end();
}

bool is_on(const Block& block, Date date) {
    const auto in = [date](const DateRange& range) { return range.contains(date); };
    if (std::none_of(block.days.begin(), block.days.end(), in)) return false;
    return block.weekdays.empty()
           || std::find(block.weekdays.begin(), block.weekdays.end(), weekday_of(date))
                  != block.weekdays.end();
}

}  // namespace

std::optional<MomentRange> span_of(const Meeting& meeting, const Placement& placement) {
    if (meeting.kind == Meeting::Kind::event && meeting.span) return meeting.span;
    if (!placement.time) return std::nullopt;
    const Date end_day =
        meeting.kind == Meeting::Kind::seminar ? placement.date + days{1} : placement.date;
    return MomentRange{placement.date + placement.time->from, end_day + placement.time->to};
}

Date last_day_of(const Meeting& meeting, const Placement& placement) {
    if (meeting.kind == Meeting::Kind::event && meeting.span)
        return std::chrono::floor<days>(meeting.span->end - minutes{1});  // midnight ends the day
    return meeting.kind == Meeting::Kind::seminar ? placement.date + days{1} : placement.date;
}

std::vector<Busy> busy_of(const Brief& brief, PersonId person) {
    std::vector<Busy> found = brief.at(person).busy;
    for (const Block& block : brief.blocks) {
        const auto& named = block.persons;
        if (std::find(named.begin(), named.end(), person) == named.end()) continue;
        const TimeRange time = block.time.value_or(TimeRange{minutes{0}, days{1}});
        for (const DateRange& range : block.days)
            for (Date date = range.first; date <= range.last; date += days{1})
                if (is_on(block, date))
                    found.push_back({{date + time.from, date + time.to}, block.why});
    }
    return found;
}

int mean_travel(const Brief& brief, const std::vector<Member>& attendees, VenueId venue) {
    minutes total{0};
    int travellers = 0;
    for (const Member& member : attendees) {
        if (member.presence == Presence::standby) continue;
        const auto home = find_home_venue(brief, brief.at(member.person).municipality);
        if (!home) continue;
        total += travel_between(brief, *home, venue);
        ++travellers;
    }
    return travellers == 0 ? 0 : static_cast<int>(total.count() / travellers);
}

minutes travel_between(const Brief& brief, VenueId a, VenueId b) {
    if (a == b) return minutes{0};
    const auto& known = brief.at(a).travel;
    const auto at =
        std::find_if(known.begin(), known.end(), [b](const Travel& way) { return way.to == b; });
    return at == known.end() ? minutes{0} : at->time;
}

Date deadline_date(const Brief& brief, const Deadline& deadline, BodyId body, Date date) {
    Date found = brief.calendar.shifted(date, deadline.offset);
    if (deadline.on_closed == Deadline::OnClosed::forbid) return found;
    while (found > first_plannable_date && !is_open_for_deadlines(brief, body, found))
        found -= days{1};
    return found;
}

bool is_open_for_deadlines(const Brief& brief, BodyId body, Date date) {
    if (!brief.calendar.is_working_day(date)) return false;
    return std::none_of(brief.blocks.begin(), brief.blocks.end(), [&](const Block& block) {
        return !block.time && concerns(block, body) && is_on(block, date);
    });
}

bool touches(const Block& block, DateRange days_met, std::optional<MomentRange> span) {
    for (Date day = days_met.first; day <= days_met.last; day += days{1}) {
        if (!is_on(block, day)) continue;
        if (!block.time) return true;
        const MomentRange blocked{day + block.time->from, day + block.time->to};
        if (span && span->overlaps(blocked)) return true;
    }
    return false;
}

}  // namespace rul::model
