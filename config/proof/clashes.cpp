#include "config/proof/parts.hpp"
#include "engine/model/plan.hpp"

#include <algorithm>

namespace rul::config::proof {

namespace {

using model::Meeting;
using model::minutes;

struct Standing {
    MeetingId id;
    model::MomentRange span;
};

// Everything that stands at a known time, in order of start.
std::vector<Standing> all_standing(const Brief& brief) {
    std::vector<Standing> all;
    for (std::size_t i = 0; i < brief.meetings.size(); ++i)
        if (is_certain(brief.meetings[i]))
            if (const auto span = fixed_span(brief.meetings[i]))
                all.push_back({MeetingId{i}, *span});
    std::stable_sort(all.begin(), all.end(),
                     [](const Standing& a, const Standing& b) { return a.span < b.span; });
    return all;
}

std::optional<model::VenueId> venue_of(const Meeting& meeting) {
    if (meeting.options.empty()) return std::nullopt;
    return meeting.options.front().venue;
}

minutes pause_of(const Brief& brief) {
    minutes pause{0};
    for_each_rule<model::Attendance>(
        brief, [&](const model::Rule&, const model::Attendance& a) { pause = a.pause; });
    return pause;
}

minutes gap_between(const Brief& brief, const Meeting& a, const Meeting& b) {
    const auto here = venue_of(a);
    const auto there = venue_of(b);
    if (!here || !there) return pause_of(brief);
    return std::max(pause_of(brief), travel_between(brief, *here, *there));
}

bool is_inside(const Brief& brief, MeetingId a, MeetingId b) {
    bool found = false;
    for_each_rule<model::Inside>(brief, [&](const model::Rule&, const model::Inside& inside) {
        found = found || (contains(inside.meetings, a) && contains(inside.seminars, b))
                || (contains(inside.meetings, b) && contains(inside.seminars, a));
    });
    return found;
}

std::vector<model::PersonId> required_at(const Meeting& meeting) {
    std::vector<model::PersonId> required;
    for (const model::Member& member : meeting.attendees)
        if (member.presence == model::Presence::required && !has_substitute(meeting, member.person))
            required.push_back(member.person);
    return required;
}

std::vector<model::PersonId> shared_by(const Meeting& a, const Meeting& b) {
    const auto others = required_at(b);
    std::vector<model::PersonId> shared;
    for (const model::PersonId person : required_at(a))
        if (std::find(others.begin(), others.end(), person) != others.end())
            shared.push_back(person);
    return shared;
}

Text when_words(const Standing& standing) {
    const auto day = std::chrono::floor<std::chrono::days>(standing.span.start);
    const model::TimeRange time{standing.span.start - model::Moment{day},
                                standing.span.end - model::Moment{day}};
    if (time.to > minutes{24 * 60}) return in_words(day);
    return model::in_both(
        [&](Language l) { return model::to_words(day, l) + " " + to_text(time, l); });
}

const base::Location& place_of(const Meeting& meeting) {
    return meeting.options.empty() ? meeting.source : meeting.options.front().source;
}

void check_pair(Proof& proof, const Standing& first, const Standing& second) {
    const Brief& brief = proof.brief();
    const Meeting& a = brief.at(first.id);
    const Meeting& b = brief.at(second.id);
    if (is_event(a) && is_event(b)) return;
    const minutes gap = gap_between(brief, a, b);
    if (second.span.start >= first.span.end + gap || is_inside(brief, first.id, second.id)) return;
    const auto shared = shared_by(a, b);
    if (shared.empty()) return;
    const Meeting& blamed = is_event(b) ? a : b;
    const Meeting& other = is_event(b) ? b : a;
    const bool overlaps = first.span.overlaps(second.span);
    const std::string& person = brief.at(shared.front()).name;
    const Text help =
        say("{} står på {}", "{} is on {}", other.key, line_of(place_of(other), place_of(blamed)));
    if (overlaps)
        proof.error("plan.double-booked", place_of(blamed),
                    say("{} ({}) og {} ({}) kræver begge {}{}",
                        "{} ({}) and {} ({}) both require {}{}", a.key, when_words(first), b.key,
                        when_words(second), person, other_persons_words(shared.size() - 1)),
                    help);
    else
        proof.error("plan.no-break", place_of(blamed),
                    say("{} ({}) og {} ({}) ligger for tæt til, at {}{} kan nå begge",
                        "{} ({}) and {} ({}) are too close for {}{} to attend both", a.key,
                        when_words(first), b.key, when_words(second), person,
                        other_persons_words(shared.size() - 1)),
                    help);
}

void check_busy(Proof& proof, const Standing& standing) {
    const Brief& brief = proof.brief();
    const Meeting& meeting = brief.at(standing.id);
    if (is_event(meeting)) return;
    for (const model::PersonId id : required_at(meeting)) {
        const model::Person& person = brief.at(id);
        const auto busy =
            std::find_if(person.busy.begin(), person.busy.end(),
                         [&](const model::Busy& b) { return b.when.overlaps(standing.span); });
        if (busy == person.busy.end()) continue;
        const std::string why = busy->why.empty() ? "" : ": " + busy->why;
        proof.error("plan.busy", place_of(meeting),
                    say("{} kræver {}, som er optaget {}{}", "{} requires {}, who is busy {}{}",
                        meeting.key, person.name, when_words(standing), why));
    }
}

}  // namespace

void check_clashes(Proof& proof) {
    const std::vector<Standing> all = all_standing(proof.brief());
    // Nothing more than a day's travel after the end of a meeting clashes with it.
    constexpr minutes farthest{24 * 60};
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (all[j].span.start >= all[i].span.end + farthest) break;
            check_pair(proof, all[i], all[j]);
        }
        check_busy(proof, all[i]);
    }
}

}  // namespace rul::config::proof
