#pragma once

#include "engine/model/plan.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace rul::tests {

inline model::Date date(int year, unsigned month, unsigned day) {
    return model::Date{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)};
}

inline model::TimeRange time(int from_hour, int to_hour) {
    return {std::chrono::hours{from_hour}, std::chrono::hours{to_hour}};
}

/// A small calendar made by hand: two bodies, one seminar, one cancelled and one left-out meeting.
struct World {
    model::Brief brief;
    model::Plan plan;

    World() {
        brief.title = "Mødekalender 2023";
        brief.period = {date(2023, 1, 1), date(2023, 12, 31)};
        brief.calendar = model::Calendar{
            model::danish_holidays(std::chrono::year{2023}, model::CustomaryDays{})};
        brief.persons = {person("formand", "Direktør, Aalborg Kommune"),
                         person("medlem", "Direktør, Thisted Kommune")};
        brief.bodies = {body("SDFU", "Sundhedsdirektørernes Forretningsudvalg"),
                        body("SSF", "Sundhedsstrategisk Forum")};
        brief.venues = {{.key = "Aalborg", .name = "Rådhuset, Aalborg", .rooms = {{"lokale 2"}}}};
        brief.series = {{.key = "SDFU", .body = model::BodyId{0U}},
                        {.key = "SSF", .body = model::BodyId{1U}}};
        brief.blocks.push_back({.days = {{date(2023, 7, 10), date(2023, 7, 14)}}, .why = "ferie"});
        brief.rules.push_back({.key = "jaevnt",
                               .text = "SDFU mødes jævnt",
                               .strength = model::soft(1),
                               .source = {"rul.toml", 14, 1},
                               .kind = model::SlotChoice{}});

        add(0, 1, model::Placement{date(2023, 1, 16), time(14, 16), model::Mode::teams});
        add(0, 2,
            model::Placement{date(2023, 3, 7), time(9, 11), model::Mode::physical,
                             model::VenueId{0U}, 0});
        add(0, 3, model::Placement{date(2023, 4, 21), time(9, 11), model::Mode::teams});
        add(0, 4, std::nullopt);
        add(1, 1, model::Placement{date(2023, 3, 7)});
        add(1, 2, model::Placement{date(2023, 9, 14), model::TimeRange{time(12, 12)}});
        brief.meetings.back().kind = model::Meeting::Kind::seminar;
        cancel("SSF/aflyst", date(2023, 6, 1));
    }

    static model::Person person(std::string key, std::string name) {
        return {.key = std::move(key), .name = std::move(name)};
    }
    static model::Body body(std::string key, std::string name) {
        return {.key = std::move(key), .name = std::move(name)};
    }

    void add(std::size_t of, int ordinal, std::optional<model::Placement> placement) {
        auto& series = brief.series[of];
        series.meetings.emplace_back(brief.meetings.size());
        model::Meeting meeting;
        meeting.key = series.key + "/" + std::to_string(ordinal);
        meeting.body = series.body;
        meeting.series = model::SeriesId{of};
        meeting.ordinal = ordinal;
        meeting.attendees = {{model::PersonId{of}}};
        brief.meetings.push_back(std::move(meeting));
        plan.placements.push_back(placement);
    }

    void cancel(std::string key, model::Date on) {
        model::Meeting meeting;
        meeting.key = std::move(key);
        meeting.state = model::Meeting::State::cancelled;
        meeting.body = model::BodyId{1U};
        meeting.options = {{.date = on}};
        meeting.because = "formanden er syg";
        brief.meetings.push_back(std::move(meeting));
        plan.placements.emplace_back();
    }
};

}  // namespace rul::tests
