#include "engine/referee/rules/rules.hpp"

#include <algorithm>
#include <map>

namespace rul::referee {

using model::Brief;
using model::Gather;
using model::MeetingId;
using model::Rotation;

namespace {

bool is_physical(const Standing& standing, MeetingId id) {
    return model::needs_venue(standing.at(id).mode);
}

// Physical meetings whose venue is known.
MeetingIds at_venues(const Standing& standing, const MeetingIds& meetings) {
    MeetingIds found;
    std::copy_if(meetings.begin(), meetings.end(), std::back_inserter(found),
                 [&](MeetingId id) { return is_physical(standing, id) && standing.at(id).venue; });
    return found;
}

const std::string& municipality_of(const Standing& standing, MeetingId id) {
    return standing.brief().at(*standing.at(id).venue).municipality;
}

void judge_fairness(const Rotation& rule, const MeetingIds& visits, Ruling& ruling) {
    std::map<std::string, model::Points> count;
    for (const std::string& name : rule.municipalities)
        count[name] = 0;
    for (const MeetingId id : visits) {
        const auto at = count.find(municipality_of(ruling.standing(), id));
        if (at != count.end()) ++at->second;
    }
    if (count.empty()) return;
    const auto [least, most] =
        std::minmax_element(count.begin(), count.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most->second - least->second <= 1) return;
    ruling.broken(
        visits,
        say("{} mødes {} gange i {}, men {} i {}", "{} meets {} times in {}, but {} in {}",
            rule.meetings.said, most->second, most->first, least->second, least->first),
        most->second - least->second - 1);
}

void judge_repeats(const MeetingIds& visits, Ruling& ruling) {
    for (std::size_t i = 1; i < visits.size(); ++i) {
        const std::string& place = municipality_of(ruling.standing(), visits[i]);
        if (place.empty() || place != municipality_of(ruling.standing(), visits[i - 1])) continue;
        ruling.broken({visits[i - 1], visits[i]},
                      say("{} og {} er begge i {}", "{} and {} are both in {}",
                          ruling.name(visits[i - 1]), ruling.name(visits[i]), place));
    }
}

// Minutes of travel more than to the nearest of the meeting's venues.
int detour(const Brief& brief, const model::Meeting& meeting, model::VenueId venue) {
    const int here = model::mean_travel(brief, meeting.attendees, venue);
    int nearest = here;
    for (const model::VenueId other : meeting.venues)
        nearest = std::min(nearest, model::mean_travel(brief, meeting.attendees, other));
    return here - nearest;
}

void judge_travel(const Rotation& rule, const MeetingIds& visits, Ruling& ruling) {
    for (const MeetingId id : visits) {
        const model::VenueId venue = *ruling.standing().at(id).venue;
        const int more = detour(ruling.brief(), ruling.standing().meeting(id), venue);
        ruling.charged({id},
                       say("til {} på {} er der i snit {} minutters rejse mere end til det "
                           "nærmeste mødested",
                           "{} at {} means {} minutes of travel more, on average, than the "
                           "nearest venue",
                           ruling.name(id), ruling.brief().at(venue).name, more),
                       rule.nearest_points * ((more + 14) / 15));
    }
}

bool is_gathered_with(const Standing& standing, MeetingId a, MeetingId b) {
    const auto& place = standing.at(a).venue;
    return a != b && standing.date_of(a) == standing.date_of(b) && place
           && place == standing.at(b).venue;
}

}  // namespace

void judge(const Rotation& rule, Ruling& ruling) {
    const Standing& standing = ruling.standing();
    const MeetingIds visits =
        standing.by_date(at_venues(standing, ruling.bound(standing.held(rule.meetings))));
    if (rule.fair) judge_fairness(rule, visits, ruling);
    if (rule.no_repeat) judge_repeats(visits, ruling);
    judge_travel(rule, visits, ruling);
}

void judge(const Gather& rule, Ruling& ruling) {
    MeetingIds physical;
    for (const MeetingId id : ruling.bound(ruling.standing().held(rule.meetings)))
        if (is_physical(ruling.standing(), id)) physical.push_back(id);
    for (const MeetingId id : physical) {
        const bool is_gathered = std::any_of(physical.begin(), physical.end(), [&](MeetingId o) {
            return is_gathered_with(ruling.standing(), id, o);
        });
        if (!is_gathered)
            ruling.broken({id}, say("{} deler ikke dag og mødested med et andet af møderne i {}",
                                    "{} shares its day and venue with no other meeting of {}",
                                    ruling.name(id), rule.meetings.said));
    }
}

}  // namespace rul::referee
