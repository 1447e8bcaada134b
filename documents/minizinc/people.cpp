#include "documents/minizinc/parts.hpp"
#include "documents/minizinc/text.hpp"
#include "engine/model/plan.hpp"
#include "engine/model/words.hpp"

#include <fmt/format.h>

#include <array>

namespace rul::documents::minizinc {

using model::Date;
using model::MeetingId;
using model::Member;
using model::PersonId;
using model::Presence;
using model::Role;
using model::VenueId;

namespace {

// By day, what `of` says of it.
template <class Of>
std::string by_day(const World& world, std::string_view name, Of of) {
    Items items;
    for (Date date = world.days().first; date <= world.days().last; date += std::chrono::days{1})
        items.push_back(of(date));
    return array(fmt::format("array[DAY] of {}", name), items);
}

template <class Is>
std::string days_that(const World& world, std::string_view name, Is is) {
    Items items;
    for (Date date = world.days().first; date <= world.days().last; date += std::chrono::days{1})
        if (is(date)) items.push_back(std::to_string(world.day(date)));
    return fmt::format("set of int: {} = {};\n", name, set(items));
}

unsigned days_of_month(Date date) {
    const auto ymd = model::ymd(date);
    return static_cast<unsigned>((ymd.year() / ymd.month() / std::chrono::last).day());
}

// Parallel lists of stretches of time and whose they are.
struct Stretches {
    Items whose;
    Items from;
    Items to;

    void add(const World& world, const std::string& name, const model::MomentRange& when) {
        whose.push_back(name);
        from.push_back(std::to_string(world.moment(when.start)));
        to.push_back(std::to_string(world.moment(when.end)));
    }
};

bool is_among(const World& world, const model::MomentRange& when) {
    const model::MomentRange days{model::Moment{world.days().first},
                                  model::Moment{world.days().last + std::chrono::days{1}}};
    return days.overlaps(when);
}

std::string enumeration(std::string_view name, const Items& items) {
    std::string text = fmt::format("enum {} = {{", name);
    for (const std::string& item : items)
        text += "\n   " + item + (&item == &items.back() ? "" : ",");
    return text + "};\n";
}

std::string presence_name(Presence presence) {
    constexpr std::array<std::string_view, 4> names{"required", "counted", "optional", "standby"};
    return std::string{names.at(static_cast<std::size_t>(presence))};
}

bool has_vote(Role role) {
    return role == Role::chair || role == Role::co_chair || role == Role::member;
}

}  // namespace

std::string days_part(const World& world) {
    const auto number = [](auto value) { return std::to_string(value); };
    std::string text = comment(
        fmt::format("Day 1 is {}.", model::to_short(world.days().first, base::Language::english)));
    text += fmt::format("set of int: DAY = 1..{};\n", world.days().days());
    text += by_day(world, "string: date_of", [](Date date) {
        return quoted(model::to_short(date, base::Language::english));
    });
    text += "% 1: Monday\n";
    text += by_day(world, "int: weekday",
                   [&](Date date) { return number(model::weekday_of(date).iso_encoding()); });
    text += by_day(world, "int: day_of_month", [&](Date date) {
        return number(static_cast<unsigned>(model::ymd(date).day()));
    });
    text +=
        by_day(world, "int: days_of_month", [&](Date date) { return number(days_of_month(date)); });
    text += by_day(world, "int: month", [&](Date date) {
        return number(static_cast<unsigned>(model::ymd(date).month()));
    });
    text += "% ISO weeks: 202301 is week 1 of 2023\n";
    text += by_day(world, "int: week_of", [&](Date date) {
        const auto week = model::iso_week(date);
        return number(week.year * 100 + week.week);
    });
    text += "array[DAY] of int: week_number = [w mod 100 | w in week_of];\n";
    const auto& calendar = world.brief().calendar;
    text += days_that(world, "holidays",
                      [&](Date date) { return calendar.find_holiday(date) != nullptr; });
    text += "set of int: working_days = {d | d in DAY where weekday[d] <= 5} diff holidays;\n";
    int until = 0;
    text += by_day(world, "int: working_days_until", [&](Date date) {
        const bool is_closed =
            calendar.find_holiday(date) != nullptr || model::weekday_of(date).iso_encoding() > 5;
        return number(is_closed ? until : ++until);
    });
    return text;
}

std::string people_part(const World& world) {
    Items names{"'nobody'"};
    Stretches busy;
    for (std::size_t i = 0; i < world.brief().persons.size(); ++i) {
        names.push_back(world.name(PersonId{i}));
        for (const model::Busy& time : model::busy_of(world.brief(), PersonId{i}))
            if (is_among(world, time.when)) busy.add(world, names.back(), time.when);
    }
    return enumeration("PERSON", names)
           + "% When persons are busy: minutes since midnight before day 0.\n"
           + array("array[int] of PERSON: busy_of", busy.whose)
           + array("array[int] of int: busy_from", busy.from)
           + array("array[int] of int: busy_to", busy.to);
}

std::string venues_part(const World& world) {
    const auto& venues = world.brief().venues;
    Items names{"'no venue'"};
    Items rooms{"0"};
    Items room_venue;
    Items room_number;
    Items capacity;
    Stretches taken;
    Items taken_room;
    for (std::size_t i = 0; i < venues.size(); ++i) {
        names.push_back(world.name(VenueId{i}));
        rooms.push_back(std::to_string(venues[i].rooms.size()));
        for (std::size_t r = 0; r < venues[i].rooms.size(); ++r) {
            const model::Room& room = venues[i].rooms[r];
            room_venue.push_back(names.back());
            room_number.push_back(std::to_string(r + 1));
            capacity.push_back(std::to_string(room.capacity));
            for (const model::Busy& time : room.busy) {
                if (!is_among(world, time.when)) continue;
                taken.add(world, names.back(), time.when);
                taken_room.push_back(room_number.back());
            }
        }
    }
    Items travel(names.size(), "0");
    for (std::size_t i = 0; i < venues.size(); ++i) {
        travel.emplace_back("0");
        for (std::size_t j = 0; j < venues.size(); ++j)
            travel.push_back(std::to_string(
                model::travel_between(world.brief(), VenueId{i}, VenueId{j}).count()));
    }
    return enumeration("VENUE", names) + array("array[VENUE] of int: rooms_at", rooms)
           + array("array[int] of VENUE: room_venue", room_venue)
           + array("array[int] of int: room_number", room_number) + "% 0: room for any number\n"
           + array("array[int] of int: capacity", capacity)
           + array("array[int] of VENUE: taken_venue", taken.whose)
           + array("array[int] of int: taken_room", taken_room)
           + array("array[int] of int: taken_from", taken.from)
           + array("array[int] of int: taken_to", taken.to) + "% minutes from venue to venue\n"
           + array(
               "array[VENUE, VENUE] of int: travel = array2d(VENUE, VENUE, roads);\n"
               "array[int] of int: roads",
               travel);
}

std::string seats_part(const World& world) {
    Items at;
    Items of;
    Items as;
    Items votes;
    Items standing_in_for;
    for (const MeetingId id : world.meetings()) {
        for (const Member& member : world.at(id).attendees) {
            at.push_back(world.name(id));
            of.push_back(world.name(member.person));
            as.push_back(presence_name(member.presence));
            votes.push_back(truth(has_vote(member.role)));
            standing_in_for.push_back(member.replaces ? world.name(*member.replaces) : "'nobody'");
        }
    }
    return "enum PRESENCE = {required, counted, optional, standby};\n"
           + array("array[int] of MEETING: seat_at", at)
           + array("array[int] of PERSON: seat_of", of)
           + array("array[int] of PRESENCE: seat_as", as) + "% chair, co-chair or member\n"
           + array("array[int] of bool: seat_votes", votes) + "% whom a standby person replaces\n"
           + array("array[int] of PERSON: seat_for", standing_in_for);
}

}  // namespace rul::documents::minizinc
