#pragma once

#include "engine/model/calendar.hpp"
#include "engine/model/rule.hpp"
#include "engine/model/things.hpp"
#include "engine/model/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rul::model {

/// Everything a plan file says: what is to be planned, and by which rules.
///
/// A value. Ids are indices into the vectors below. Order is the order of the file, and nothing
/// depends on anything else (architecture, invariant 5).
struct Brief {
    std::string title;
    DateRange period{};
    std::string timezone = "Europe/Copenhagen";
    base::Language language = base::Language::danish;  ///< Of feeds and documents.
    minutes grid{15};                                  ///< 5, 10, 15 or 30.
    std::optional<Date> today;  ///< For `notice` and `keep`; those rules need it.
    Organizer organizer;
    Calendar calendar;

    std::vector<Person> persons;
    std::vector<Body> bodies;
    std::vector<Venue> venues;
    std::vector<Series> series;
    std::vector<Meeting> meetings;  ///< Events too (Meeting::Kind::event).
    std::vector<Block> blocks;
    std::vector<Process> processes;
    std::vector<Rule> rules;

    [[nodiscard]] const Person& at(PersonId id) const { return persons[id.index]; }
    [[nodiscard]] const Body& at(BodyId id) const { return bodies[id.index]; }
    [[nodiscard]] const Venue& at(VenueId id) const { return venues[id.index]; }
    [[nodiscard]] const Series& at(SeriesId id) const { return series[id.index]; }
    [[nodiscard]] const Meeting& at(MeetingId id) const { return meetings[id.index]; }
    [[nodiscard]] const Rule& at(RuleId id) const { return rules[id.index]; }

    [[nodiscard]] std::optional<BodyId> find_body(std::string_view key) const;
    [[nodiscard]] std::optional<PersonId> find_person(std::string_view key) const;
    [[nodiscard]] std::optional<VenueId> find_venue(std::string_view key) const;
    [[nodiscard]] std::optional<SeriesId> find_series(std::string_view key) const;
    [[nodiscard]] std::optional<MeetingId> find_meeting(std::string_view key) const;
};

}  // namespace rul::model
