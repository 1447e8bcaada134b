#include "documents/minizinc/definitions.hpp"
#include "documents/minizinc/parts.hpp"
#include "documents/minizinc/text.hpp"
#include "engine/model/words.hpp"

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>

namespace rul::documents::minizinc {

using model::Appointment;
using model::Meeting;
using model::MeetingId;
using model::Slot;

namespace {

std::string place_of(const base::Location& source) {
    return source.line == 0 ? "" : fmt::format("({}:{})", source.file, source.line);
}

// "% as the user wrote it (rul.toml:11)"
std::string remark(std::string_view text, const base::Location& source) {
    const std::string place = place_of(source);
    const bool has_both = !text.empty() && !place.empty();
    return comment(fmt::format("{}{}{}", text, has_both ? " " : "", place));
}

// All slots of the plan, numbered from 1, those of a series once.
class Slots {
  public:
    explicit Slots(const World& world) : world_{world} {}

    // "{1, 2}": the meeting's own, or its series'; without any, one that says nothing.
    std::string of(MeetingId id) {
        const Meeting& meeting = world_.at(id);
        if (is_event(meeting)) return "{}";
        if (!meeting.slots.empty()) return add(meeting.slots);
        if (!meeting.series) return nothing_said();
        const auto& slots = world_.brief().at(*meeting.series).slots;
        if (slots.empty()) return nothing_said();
        const auto known = of_series_.find(*meeting.series);
        if (known != of_series_.end()) return known->second;
        return of_series_[*meeting.series] = add(slots);
    }

    [[nodiscard]] std::string text() const {
        return fmt::format("set of int: SLOT = 1..{};\n", slots_.size())
               + "array[SLOT] of set of int: slot_days = [\n" + days() + "];\n"
               + "% Minutes after midnight; -1: by date only.\n"
               + array("array[SLOT] of int: slot_from", each([](const Slot& slot) {
                           return std::to_string(slot.time ? slot.time->from.count() : -1);
                       }))
               + array("array[SLOT] of int: slot_to", each([](const Slot& slot) {
                           return std::to_string(slot.time ? slot.time->to.count() : -1);
                       }))
               + "% {}: the meeting's own.\n"
               + array("array[SLOT] of set of MODE: slot_modes", each([](const Slot& slot) {
                           return slot.mode ? set({mode_name(*slot.mode)}) : "{}";
                       }))
               + array("array[SLOT] of set of VENUE: slot_venues", each([&](const Slot& slot) {
                           return slot.venue ? set({world_.name(*slot.venue)}) : "{}";
                       }))
               + array("array[SLOT] of int: slot_cost",
                       each([](const Slot& slot) { return std::to_string(slot.cost); }));
    }

  private:
    std::string add(const std::vector<Slot>& slots) {
        Items numbers;
        for (const Slot& slot : slots) {
            slots_.push_back(slot);
            numbers.push_back(std::to_string(slots_.size()));
        }
        return set(numbers);
    }

    std::string nothing_said() {
        if (nothing_said_.empty()) nothing_said_ = add({Slot{}});
        return nothing_said_;
    }

    [[nodiscard]] std::string days() const {
        std::string text;
        for (const Slot& slot : slots_)
            text += fmt::format("   days_like({}, {}, {}){}  {}", weekday_set(slot.weekdays),
                                number_set(slot.nth), number_set(slot.months),
                                &slot == &slots_.back() ? "" : ",", remark(slot.text, slot.source));
        return text;
    }

    template <class Of>
    [[nodiscard]] Items each(Of of) const {
        Items items;
        for (const Slot& slot : slots_)
            items.push_back(of(slot));
        return items;
    }

    const World& world_;
    std::vector<Slot> slots_;
    std::map<model::SeriesId, std::string> of_series_;
    std::string nothing_said_;
};

// The appointments by which a meeting may stand: its own, and those its series includes.
std::vector<Appointment> said_of(const World& world, MeetingId id) {
    const Meeting& meeting = world.at(id);
    if (is_event(meeting)) return {};
    std::vector<Appointment> said = meeting.options;
    if (!meeting.series) return said;
    const auto& included = world.brief().at(*meeting.series).includes;
    said.insert(said.end(), included.begin(), included.end());
    return said;
}

// The end counts from midnight of the first day; a seminar ends the day after.
int end_of(const Meeting& meeting, const model::TimeRange& time) {
    return static_cast<int>(time.to.count()) + (is_seminar(meeting) ? 24 * 60 : 0);
}

template <class Of>
std::string by_meeting(const World& world, std::string_view head, Of of) {
    Items items;
    for (const MeetingId id : world.meetings())
        items.push_back(of(id));
    return array(fmt::format("array[MEETING] of {}", head), items);
}

template <class Is>
std::string meetings_that(const World& world, std::string_view name, Is is) {
    Items items;
    for (const MeetingId id : world.meetings())
        if (is(world.at(id))) items.push_back(world.name(id));
    return fmt::format("set of MEETING: {} = {};\n", name, set(items));
}

std::string names(const World& world) {
    std::string text = "enum MEETING = {\n";
    for (const MeetingId id : world.meetings())
        text += fmt::format("   {}{}  {}", world.name(id), id == world.meetings().back() ? "" : ",",
                            remark(world.at(id).title, world.at(id).source));
    return text + "};\n";
}

std::string how_long(const World& world, MeetingId id) {
    const Meeting& meeting = world.at(id);
    if (is_seminar(meeting)) return "2";
    return is_event(meeting) ? std::to_string(days_of_event(meeting).days()) : "1";
}

std::string said_days(const World& world, MeetingId id) {
    std::set<int> days;
    for (const Appointment& said : said_of(world, id))
        if (world.days().contains(said.date)) days.insert(world.day(said.date));
    return number_set(days);
}

template <class Of>
std::string said_times(const World& world, MeetingId id, Of of) {
    std::set<int> times;
    for (const Appointment& said : said_of(world, id))
        if (said.time) times.insert(of(*said.time));
    return number_set(times);
}

std::string what_is_known(const World& world) {
    const auto numbers = [&](std::string_view head, auto of) {
        return by_meeting(world, head, [&](MeetingId id) { return of(id, world.at(id)); });
    };
    return meetings_that(world, "events", is_event) + meetings_that(world, "seminars", is_seminar)
           + meetings_that(world, "may_be_left_out",
                           [](const Meeting& m) { return !is_event(m) && m.may_be_left_out; })
           + meetings_that(world, "free",
                           [](const Meeting& m) { return m.state == Meeting::State::free; })
           + numbers("set of int: within",
                     [&](MeetingId, const Meeting& m) { return world.days(m.within); })
           + "% Minutes; 0: fills the slot.\n"
           + numbers("int: lasts",
                     [](MeetingId, const Meeting& m) {
                         return std::to_string(m.length.value_or(model::minutes{0}).count());
                     })
           + numbers("int: days_long",
                     [&](MeetingId id, const Meeting&) { return how_long(world, id); })
           + numbers("set of MODE: modes_of",
                     [](MeetingId, const Meeting& m) {
                         Items items;
                         for (const model::Mode mode : m.modes)
                             items.push_back(mode_name(mode));
                         return set(items);
                     })
           + numbers("set of VENUE: venues_of",
                     [&](MeetingId, const Meeting& m) {
                         Items items;
                         for (const model::VenueId venue : m.venues)
                             items.push_back(world.name(venue));
                         return set(items);
                     })
           + "% Of the dates and times the user gave.\n"
           + numbers("set of int: said_days",
                     [&](MeetingId id, const Meeting&) { return said_days(world, id); })
           + numbers("set of int: said_beginnings",
                     [&](MeetingId id, const Meeting&) {
                         return said_times(world, id, [](const model::TimeRange& time) {
                             return static_cast<int>(time.from.count());
                         });
                     })
           + numbers("set of int: said_ends", [&](MeetingId id, const Meeting& m) {
                 return said_times(world, id,
                                   [&](const model::TimeRange& time) { return end_of(m, time); });
             });
}

std::string published(const World& world) {
    const auto of = [&](MeetingId id) { return world.at(id).published; };
    return "% Where it stands in the published plan; the time -1: not said.\n"
           "int: unpublished = -1000000;\n"
           + by_meeting(world, "int: published_on",
                        [&](MeetingId id) {
                            return of(id) ? std::to_string(world.day(of(id)->date))
                                          : std::string{"unpublished"};
                        })
           + by_meeting(world, "int: published_at", [&](MeetingId id) {
                 const bool is_said = of(id) && of(id)->time;
                 return std::to_string(is_said ? of(id)->time->from.count() : -1);
             });
}

// Fixed and either-or meetings do; one of a series may by a date the series includes.
std::string by_appointment(const World& world, MeetingId id) {
    const Meeting& meeting = world.at(id);
    if (meeting.state != Meeting::State::free || is_event(meeting)) return "true";
    std::string text;
    if (meeting.series)
        for (const Appointment& said : world.brief().at(*meeting.series).includes)
            text += (text.empty() ? "" : " \\/ ") + stands_as(world, id, said);
    return text.empty() ? "false" : text;
}

// An event stands where it is, at no venue.
std::string stands(const World& world, MeetingId id) {
    const Meeting& event = world.at(id);
    const auto days = days_of_event(event);
    int from = -1;
    int to = -1;
    if (event.span) {
        from = static_cast<int>((event.span->start - model::Moment{days.first}).count());
        to = static_cast<int>((event.span->end - model::Moment{days.first}).count());
    } else if (event.options.front().time) {
        from = static_cast<int>(event.options.front().time->from.count());
        to = static_cast<int>(event.options.front().time->to.count());
    }
    const std::string& name = world.name(id);
    return fmt::format(
        "constraint date[{0}] = {1} /\\ begins[{0}] = {2} /\\ ends[{0}] = {3}\n"
        "           /\\ mode[{0}] = unspecified /\\ venue[{0}] = 'no venue';\n",
        name, world.day(days.first), from, to);
}

std::size_t most_rooms(const World& world) {
    std::size_t most = 0;
    for (const auto& venue : world.brief().venues)
        most = std::max(most, venue.rooms.size());
    return most;
}

}  // namespace

std::string stands_as(const World& world, MeetingId id, const Appointment& said) {
    const bool has_time = said.time.has_value();
    return fmt::format("stands_as({}, {}, {}, {}, {}, {})", world.name(id), world.day(said.date),
                       has_time ? said.time->from.count() : -1,
                       has_time ? end_of(world.at(id), *said.time) : -1,
                       said.mode ? set({mode_name(*said.mode)}) : "{}",
                       said.venue ? set({world.name(*said.venue)}) : "{}");
}

std::string meetings_part(const World& world) {
    Slots slots{world};
    const std::string slots_of =
        by_meeting(world, "set of int: slots_of", [&](MeetingId id) { return slots.of(id); });
    std::string text =
        names(world) + "enum MODE = {unspecified, teams, physical, hybrid};\n"
        + fmt::format("int: grid = {};\n", world.brief().grid.count()) + what_is_known(world)
        + published(world)
        + meetings_that(world, "whole_days",
                        [](const Meeting& m) {
                            return is_event(m) && !m.options.empty() && !m.options.front().time;
                        })
        + slots_of + slots.text() + fmt::format("int: most_rooms = {};\n", most_rooms(world)) + "\n"
        + std::string{definition_of("variables")};
    for (const MeetingId id : world.meetings())
        if (is_event(world.at(id))) text += stands(world, id);
    return text + "\n% Stands by an appointment: needs no slot, and no block or holiday moves it.\n"
           + by_meeting(world, "var bool: by_appointment",
                        [&](MeetingId id) { return by_appointment(world, id); });
}

}  // namespace rul::documents::minizinc
