#include "config/proof/parts.hpp"

#include <algorithm>

namespace rul::config::proof {

namespace {

using model::Meeting;
using model::Member;
using model::minutes;
using model::Role;

bool counts_for_quorum(const Member& member) {
    return member.role == Role::chair || member.role == Role::co_chair
           || member.role == Role::member;
}

int quorum_members(const std::vector<Member>& members) {
    return static_cast<int>(std::count_if(members.begin(), members.end(), counts_for_quorum));
}

void report_quorum(Proof& proof, const std::string& key, const base::Location& where, int quorum,
                   int members) {
    proof.error("plan.quorum", where,
                say("{} kræver, at {} er til stede, men har kun {} medlemmer, formanden medregnet",
                    "{} requires {} present, but has only {} members, the chair included", key,
                    quorum, members));
}

void check_quorums(Proof& proof) {
    const Brief& brief = proof.brief();
    for (const model::Body& body : brief.bodies)
        if (body.quorum && quorum_members(body.members) < *body.quorum)
            report_quorum(proof, body.key, body.source, *body.quorum, quorum_members(body.members));
    for (const Meeting& meeting : brief.meetings) {
        if (is_event(meeting) || !meeting.quorum) continue;
        const model::Body& body = brief.at(meeting.body);
        const bool is_its_own =
            meeting.quorum != body.quorum
            || quorum_members(meeting.attendees) != quorum_members(body.members);
        if (is_its_own && quorum_members(meeting.attendees) < *meeting.quorum)
            report_quorum(proof, meeting.key, meeting.source, *meeting.quorum,
                          quorum_members(meeting.attendees));
    }
}

void check_chairs(Proof& proof) {
    for (const model::Body& body : proof.brief().bodies) {
        const bool has_chair = std::any_of(body.members.begin(), body.members.end(), [](auto& m) {
            return m.role == Role::chair || m.role == Role::co_chair;
        });
        if (!body.members.empty() && !has_chair)
            proof.note("plan.no-chair", body.source,
                       say("{} har ingen formand", "{} has no chair", body.key),
                       say("Skriv \"PERSON: formand\" blandt medlemmerne",
                           "Write \"PERSON: chair\" among the members"));
    }
}

// ---- Places -----------------------------------------------------------------------------------

// One way a meeting may be held.
struct Way {
    model::Mode mode = model::Mode::unspecified;
    std::vector<model::VenueId> venues;  // empty: none known
    const base::Location* source = nullptr;
};

void add_ways(const Meeting& meeting, const std::optional<model::Mode>& mode,
              const std::optional<model::VenueId>& venue, const base::Location& source,
              std::vector<Way>& ways) {
    std::vector<model::VenueId> venues = meeting.venues;
    if (venue) venues = {*venue};
    std::vector<model::Mode> modes = meeting.modes;
    if (mode) modes = {*mode};
    if (modes.empty())
        modes = {meeting.kind == Meeting::Kind::seminar ? model::Mode::physical
                                                        : model::Mode::unspecified};
    for (const model::Mode one : modes)
        ways.push_back({one, venues, &source});
}

std::vector<Way> ways_of(const Brief& brief, const Meeting& meeting) {
    std::vector<Way> ways;
    const bool is_free = meeting.state == Meeting::State::free;
    for (const model::Appointment& at : meeting.options)
        if (at.mode) add_ways(meeting, at.mode, at.venue, at.source, ways);
    // What an appointment leaves open, the slots decide.
    if (is_free || ways.size() < meeting.options.size()) {
        const auto& slots = slots_of(brief, meeting);
        for (const model::Slot& slot : slots)
            add_ways(meeting, slot.mode, slot.venue, slot.source, ways);
        if (slots.empty()) add_ways(meeting, {}, {}, meeting.source, ways);
    }
    return ways;
}

int expected_at(const Meeting& meeting) {
    return static_cast<int>(
        std::count_if(meeting.attendees.begin(), meeting.attendees.end(),
                      [](const Member& m) { return m.presence != model::Presence::standby; }));
}

// The places in the largest room; nothing: any number.
std::optional<int> largest_room(const model::Venue& venue) {
    int largest = 0;
    for (const model::Room& room : venue.rooms) {
        if (room.capacity == 0) return std::nullopt;
        largest = std::max(largest, room.capacity);
    }
    if (venue.rooms.empty()) return std::nullopt;
    return largest;
}

// The most places a way offers; nothing: room enough.
std::optional<int> most_places(const Brief& brief, const Way& way) {
    if (!needs_venue(way.mode) || way.venues.empty()) return std::nullopt;
    int most = 0;
    for (const model::VenueId venue : way.venues) {
        const auto places = largest_room(brief.at(venue));
        if (!places) return std::nullopt;
        most = std::max(most, *places);
    }
    return most;
}

// Whether every way the meeting may be held is too small. `most`: the largest room.
bool is_too_small(const Brief& brief, const std::vector<Way>& ways, int expected, int& most) {
    most = 0;
    for (const Way& way : ways) {
        const auto places = most_places(brief, way);
        if (!places || *places >= expected) return false;
        most = std::max(most, *places);
    }
    return !ways.empty();
}

bool check_room(Proof& proof, const Meeting& meeting, const std::vector<Way>& ways) {
    int most = 0;
    const int expected = expected_at(meeting);
    if (!is_too_small(proof.brief(), ways, expected, most)) return false;
    proof.error(
        "plan.room-too-small", meeting.source,
        say("{}: der ventes {}, men det største lokale har {} pladser",
            "{}: {} are expected, but the largest room seats {}", meeting.key, expected, most));
    return true;
}

bool check_venue(Proof& proof, const Meeting& meeting, const std::vector<Way>& ways) {
    const Brief& brief = proof.brief();
    for (const Way& way : ways) {
        if (!needs_venue(way.mode) || !way.venues.empty()) continue;
        const Text mode = model::in_both([&](Language l) { return to_text(way.mode, l); });
        proof.note("plan.no-venue", *way.source,
                   say("{}: mødestedet mangler ({})", "{}: the venue is missing ({})",
                       meeting.series && meeting.state == Meeting::State::free
                           ? brief.at(*meeting.series).key
                           : meeting.key,
                       mode),
                   say("Skriv mødesteder under venues, eller \"@ STED\" i mødetiden",
                       "Write venues, or \"@ VENUE\" in the slot"));
        return true;
    }
    return false;
}

// One message a series: its meetings are held alike.
void check_places(Proof& proof) {
    const Brief& brief = proof.brief();
    std::set<std::uint32_t> small;
    std::set<std::uint32_t> without;
    for (const Meeting& meeting : brief.meetings) {
        if (is_event(meeting) || !is_certain(meeting)) continue;
        const auto ways = ways_of(brief, meeting);
        const bool is_small_said = meeting.series && small.contains(meeting.series->index);
        if (!is_small_said && check_room(proof, meeting, ways) && meeting.series)
            small.insert(meeting.series->index);
        const bool is_without_said = meeting.series && without.contains(meeting.series->index);
        if (!is_without_said && check_venue(proof, meeting, ways) && meeting.series)
            without.insert(meeting.series->index);
    }
}

// ---- Lengths ----------------------------------------------------------------------------------

constexpr minutes longest{12 * 60};
constexpr minutes shortest{15};

void check_length(Proof& proof, const std::string& key, minutes length,
                  const base::Location& where) {
    if (shortest <= length && length <= longest) return;
    const Text words = model::in_both([&](Language l) { return model::length_text(length, l); });
    proof.warn("plan.length", where, say("{} varer {}", "{} takes {}", key, words),
               length > longest ? say("Et 12-12-seminar skrives seminar = true",
                                      "A noon-to-noon seminar is written seminar = true")
                                : Text{});
}

void check_slot_lengths(Proof& proof, const std::string& key,
                        const std::vector<model::Slot>& slots) {
    for (const model::Slot& slot : slots)
        if (slot.time) check_length(proof, key, slot.time->length(), slot.source);
}

// The slots of a series are as long as its meetings, unless these have a length of their own.
void check_series_lengths(Proof& proof, const model::Series& series) {
    if (series.meetings.empty()) return;
    const Meeting& first = proof.brief().at(series.meetings.front());
    if (first.kind == Meeting::Kind::seminar || first.length) return;
    check_slot_lengths(proof, series.key, series.slots);
}

void check_meeting_lengths(Proof& proof, const Meeting& meeting) {
    for (const model::Appointment& at : meeting.options)
        if (at.time) check_length(proof, meeting.key, at.time->length(), at.source);
    if (!meeting.length) check_slot_lengths(proof, meeting.key, meeting.slots);
    if (meeting.length && meeting.ordinal <= 1)
        check_length(proof, meeting.key, *meeting.length, meeting.source);
}

void check_lengths(Proof& proof) {
    const Brief& brief = proof.brief();
    for (const model::Series& series : brief.series)
        check_series_lengths(proof, series);
    for (const Meeting& meeting : brief.meetings)
        if (meeting.kind == Meeting::Kind::ordinary) check_meeting_lengths(proof, meeting);
}

}  // namespace

void check_bodies(Proof& proof) {
    check_quorums(proof);
    check_chairs(proof);
    check_places(proof);
    check_lengths(proof);
}

}  // namespace rul::config::proof
