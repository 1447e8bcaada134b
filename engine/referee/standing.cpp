#include "engine/referee/standing.hpp"

#include "base/check.hpp"
#include "engine/referee/slots.hpp"

#include <algorithm>
#include <tuple>

namespace rul::referee {

using model::Meeting;
using model::MeetingId;
using model::Placement;

namespace {

// When it is. Where is nobody's business here: events have no venue of ours.
std::optional<Placement> when_event_is(const Meeting& event) {
    Placement found;
    if (!event.options.empty())
        found = {event.options.front().date, event.options.front().time};
    else if (!event.span)
        return std::nullopt;
    if (event.span) found.date = std::chrono::floor<std::chrono::days>(event.span->start);
    return found;
}

}  // namespace

Standing::Standing(const model::Brief& brief, const model::Plan& plan)
    : brief_{brief}, placements_{plan.placements} {
    RUL_CHECK(plan.placements.size() == brief.meetings.size());
    for (std::size_t i = 0; i < placements_.size(); ++i) {
        const MeetingId id{i};
        if (meeting(id).kind == Meeting::Kind::event) placements_[i] = when_event_is(meeting(id));
        if (is_held(id)) held_.push_back(id);
    }
}

bool Standing::is_held(MeetingId id) const {
    return meeting(id).state != Meeting::State::cancelled && placements_[id.index].has_value();
}

MeetingIds Standing::held(const model::Group& group) const {
    MeetingIds found;
    std::copy_if(group.meetings.begin(), group.meetings.end(), std::back_inserter(found),
                 [this](MeetingId id) { return is_held(id); });
    return found;
}

const Placement& Standing::at(MeetingId id) const {
    RUL_CHECK(placements_[id.index].has_value());
    return *placements_[id.index];
}

model::DateRange Standing::days_of(MeetingId id) const {
    return {date_of(id), model::last_day_of(meeting(id), at(id))};
}

std::optional<model::MomentRange> Standing::span_of(MeetingId id) const {
    return model::span_of(meeting(id), at(id));
}

bool Standing::is_before(MeetingId a, MeetingId b) const {
    const auto key = [this](MeetingId id) {
        const auto span = span_of(id);
        // optional orders nothing before every start
        return std::tuple{date_of(id), span ? std::optional{span->start} : std::nullopt, id};
    };
    return key(a) < key(b);
}

MeetingIds Standing::by_date(MeetingIds meetings) const {
    std::sort(meetings.begin(), meetings.end(),
              [this](MeetingId a, MeetingId b) { return is_before(a, b); });
    return meetings;
}

bool Standing::stands_by_appointment(MeetingId id) const {
    const Meeting& meeting = brief_.at(id);
    if (meeting.state != Meeting::State::free) return true;
    if (!meeting.series) return false;
    const auto& included = brief_.at(*meeting.series).includes;
    return std::any_of(included.begin(), included.end(), [&](const model::Appointment& said) {
        return stands_as(said, brief_, meeting, at(id));
    });
}

bool Standing::is_inside(MeetingId a, MeetingId b) const {
    return std::any_of(brief_.rules.begin(), brief_.rules.end(), [&](const model::Rule& rule) {
        const auto* const inside = std::get_if<model::Inside>(&rule.kind);
        if (inside == nullptr) return false;
        const MeetingIds& inner = inside->meetings.meetings;
        const MeetingIds& outer = inside->seminars.meetings;
        return (contains(inner, a) && contains(outer, b))
               || (contains(inner, b) && contains(outer, a));
    });
}

bool contains(const MeetingIds& meetings, MeetingId id) {
    return std::find(meetings.begin(), meetings.end(), id) != meetings.end();
}

}  // namespace rul::referee
