#include "engine/referee/slots.hpp"

#include <algorithm>

namespace rul::referee {

using model::Appointment;
using model::Brief;
using model::Date;
using model::Meeting;
using model::Mode;
using model::Placement;
using model::Slot;
using std::chrono::days;
using std::chrono::hours;

namespace {

constexpr model::TimeRange noon_to_noon{hours{12}, hours{12}};

template <class List, class Value>
bool has(const List& list, const Value& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool is_seminar(const Meeting& meeting) {
    return meeting.kind == Meeting::Kind::seminar;
}

bool allows_weekday(const Slot& slot, Date date) {
    const auto weekday = model::weekday_of(date);
    if (!slot.weekdays.empty()) return has(slot.weekdays, weekday);
    return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

bool allows_place_in_month(const Slot& slot, Date date) {
    if (slot.nth.empty()) return true;
    const auto day = static_cast<unsigned>(model::ymd(date).day());
    const int nth = static_cast<int>(day - 1) / 7 + 1;
    const bool is_last = model::ymd(date).month() != model::ymd(date + days{7}).month();
    return has(slot.nth, nth) || (is_last && has(slot.nth, -1));
}

bool allows_time(const Slot& slot, const Brief& brief, const Meeting& meeting,
                 const Placement& placement) {
    if (is_seminar(meeting)) return placement.time == noon_to_noon;
    if (!slot.time || !placement.time) return !slot.time && !placement.time;
    if (!meeting.length || *meeting.length == slot.time->length())
        return placement.time == slot.time;
    return placement.time->from % brief.grid == model::minutes{0}
           && placement.time->from >= slot.time->from && placement.time->to <= slot.time->to
           && placement.time->length() == *meeting.length;
}

bool allows_mode(const Slot& slot, const Meeting& meeting, Mode mode) {
    if (slot.mode) return mode == *slot.mode;
    if (!meeting.modes.empty()) return has(meeting.modes, mode);
    return mode == (is_seminar(meeting) ? Mode::physical : Mode::unspecified);
}

bool allows_venue(const Slot& slot, const Meeting& meeting, const Placement& placement) {
    if (!model::needs_venue(placement.mode)) return !placement.venue;
    if (slot.venue) return placement.venue == slot.venue;
    if (meeting.venues.empty()) return !placement.venue;
    return placement.venue && has(meeting.venues, *placement.venue);
}

// The slots that allow the date; where none does, all of them.
std::vector<Slot> slots_for(const Brief& brief, const Meeting& meeting, Date date) {
    const std::vector<Slot> all = slots_of(brief, meeting);
    std::vector<Slot> found;
    std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                 [date](const Slot& slot) { return allows_date(slot, date); });
    return found.empty() ? all : found;
}

bool agrees(const Appointment& said, const Placement& placement) {
    return placement.date == said.date && (!said.time || placement.time == said.time)
           && (!said.mode || placement.mode == *said.mode)
           && (!said.venue || placement.venue == said.venue);
}

// Mode and venue, where the appointment leaves them open, are those of `slot`.
bool leaves_rest_to(const Slot& slot, const Appointment& said, const Meeting& meeting,
                    const Placement& placement) {
    return (said.mode || allows_mode(slot, meeting, placement.mode))
           && (said.venue || allows_venue(slot, meeting, placement));
}

}  // namespace

std::vector<Slot> slots_of(const Brief& brief, const Meeting& meeting) {
    if (!meeting.slots.empty()) return meeting.slots;
    if (meeting.series && !brief.at(*meeting.series).slots.empty())
        return brief.at(*meeting.series).slots;
    return {Slot{}};
}

bool allows_date(const Slot& slot, Date date) {
    return allows_weekday(slot, date) && allows_place_in_month(slot, date)
           && (slot.months.empty()
               || has(slot.months, static_cast<unsigned>(model::ymd(date).month())));
}

bool stands_in(const Slot& slot, const Brief& brief, const Meeting& meeting,
               const Placement& placement) {
    if (is_seminar(meeting)
        && !(brief.calendar.is_working_day(placement.date)
             && brief.calendar.is_working_day(placement.date + days{1})))
        return false;
    return allows_date(slot, placement.date) && allows_time(slot, brief, meeting, placement)
           && allows_mode(slot, meeting, placement.mode) && allows_venue(slot, meeting, placement);
}

bool stands_as(const Appointment& said, const Brief& brief, const Meeting& meeting,
               const Placement& placement) {
    if (!agrees(said, placement)) return false;
    if (is_seminar(meeting) && placement.time != noon_to_noon) return false;
    bool is_time_of_a_slot = false;
    for (const Slot& slot : slots_for(brief, meeting, said.date)) {
        if (!allows_time(slot, brief, meeting, placement)) continue;
        if (leaves_rest_to(slot, said, meeting, placement)) return true;
        is_time_of_a_slot = true;
    }
    if (is_time_of_a_slot || !said.time) return false;
    const Slot nowhere{.mode = Mode::unspecified};
    return leaves_rest_to(nowhere, said, meeting, placement);
}

}  // namespace rul::referee
