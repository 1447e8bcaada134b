#include "documents/minizinc/calls.hpp"
#include "engine/model/plan.hpp"

#include <fmt/format.h>

#include <algorithm>

// Rules on how and where meetings are held, and on who has to be there.
namespace rul::documents::minizinc {

using model::MeetingId;
using model::PersonId;
using model::VenueId;

namespace {

// The venues of which `is` holds.
template <class Is>
std::string venues_that(const World& world, Is is) {
    Items items;
    for (std::size_t v = 0; v < world.brief().venues.size(); ++v)
        if (is(world.brief().venues[v])) items.push_back(world.name(VenueId{v}));
    return set(items);
}

std::string in_municipality(const World& world, const std::string& name) {
    return venues_that(world,
                       [&](const model::Venue& venue) { return venue.municipality == name; });
}

// Every municipality with a venue, once.
std::vector<std::string> municipalities(const model::Brief& brief) {
    std::vector<std::string> found;
    for (const model::Venue& venue : brief.venues) {
        const bool is_new =
            std::find(found.begin(), found.end(), venue.municipality) == found.end();
        if (!venue.municipality.empty() && is_new) found.push_back(venue.municipality);
    }
    return found;
}

std::string detours(const model::Rotation& rule, const Spoken& in) {
    Items minutes;
    for (const MeetingId id : rule.meetings.meetings) {
        const model::Meeting& meeting = in.world.at(id);
        if (meeting.state == model::Meeting::State::cancelled) continue;
        minutes.emplace_back("0");
        for (std::size_t v = 0; v < in.brief().venues.size(); ++v)
            minutes.push_back(
                std::to_string(model::mean_travel(in.brief(), meeting.attendees, VenueId{v})));
    }
    const std::size_t rows = minutes.size() / (in.brief().venues.size() + 1);
    return fmt::format("detours({}, array2d(1..{}, VENUE, {}), {})", in.world.group(rule.meetings),
                       rows, list(minutes), in.valid());
}

bool is_expected(const model::Meeting& meeting, PersonId person) {
    return std::any_of(
        meeting.attendees.begin(), meeting.attendees.end(), [person](const model::Member& member) {
            return member.person == person && member.presence != model::Presence::standby;
        });
}

}  // namespace

Call call(const model::Mix& rule, const Spoken& in) {
    Call found;
    const std::string group = in.world.group(rule.meetings);
    for (const auto& share : rule.shares)
        found.times.push_back(fmt::format("wrong_share({}, {}, {}, {}, {})", group,
                                          mode_name(share.mode), bound(share.least),
                                          bound(share.most), in.valid()));
    if (rule.most_in_a_row)
        found.times.push_back(
            fmt::format("long_runs({}, {}, {})", group, *rule.most_in_a_row, in.valid()));
    for (const auto& season : rule.seasons)
        found.times.push_back(fmt::format("out_of_season({}, {}, {}, {}, {})", group,
                                          number_set(season.months), weekday_set(season.weekdays),
                                          mode_name(season.mode), in.valid()));
    return found;
}

Call call(const model::Rotation& rule, const Spoken& in) {
    Call found;
    const std::string group = in.world.group(rule.meetings);
    Items listed;
    for (const std::string& name : rule.municipalities)
        listed.push_back(in_municipality(in.world, name));
    Items all;
    for (const std::string& name : municipalities(in.brief()))
        all.push_back(in_municipality(in.world, name));
    if (rule.fair && !listed.empty())
        found.times.push_back(
            fmt::format("unfairness({}, {}, {})", group, list(listed), in.valid()));
    if (rule.no_repeat && !all.empty())
        found.times.push_back(fmt::format("repeats({}, {}, {})", group, list(all), in.valid()));
    if (rule.nearest_points > 0 && group != "[]")
        found.points.push_back(fmt::format("{} * {}", rule.nearest_points, detours(rule, in)));
    return found;
}

Call call(const model::Gather& rule, const Spoken& in) {
    return {{}, {fmt::format("ungathered({}, {})", in.world.group(rule.meetings), in.valid())}, {}};
}

Call call(const model::Load& rule, const Spoken& in) {
    Call found;
    std::vector<PersonId> persons = rule.persons;
    for (std::size_t i = 0; rule.persons.empty() && i < in.brief().persons.size(); ++i)
        persons.emplace_back(i);
    for (const PersonId person : persons) {
        std::vector<MeetingId> meetings;
        for (const MeetingId id : in.world.meetings())
            if (is_expected(in.world.at(id), person)) meetings.push_back(id);
        if (meetings.empty()) continue;
        const std::string& home = in.brief().at(person).municipality;
        const auto is_away = [&](const model::Venue& venue) {
            return rule.travel && !home.empty() && !venue.municipality.empty()
                   && venue.municipality != home;
        };
        found.times.push_back(fmt::format(
            "too_many_a_{}({}, {}, {}, {})", rule.per == model::Load::Per::day ? "day" : "week",
            in.world.group(meetings), venues_that(in.world, is_away), rule.most, in.valid()));
    }
    return found;
}

}  // namespace rul::documents::minizinc
