#include "engine/referee/rules/rules.hpp"

#include <algorithm>
#include <tuple>

namespace rul::referee {

using base::Text;
using model::Attendance;
using model::MeetingId;
using model::Member;
using model::PersonId;
using model::Presence;
using model::Role;

namespace {

struct Seat {
    MeetingId meeting;
    Presence presence;
};

// Why a person cannot come: another meeting, or busy time.
struct Hindrance {
    std::optional<MeetingId> other;
};

bool is_event(const Standing& standing, MeetingId id) {
    return standing.meeting(id).kind == model::Meeting::Kind::event;
}

// Who can come where, each person's meetings looked at together.
class Roll {
  public:
    Roll(const Standing& standing, model::minutes pause) : standing_{standing}, pause_{pause} {
        seats_.resize(standing.brief().persons.size());
        for (std::size_t i = 0; i < seats_.size(); ++i)
            busy_.push_back(model::busy_of(standing.brief(), PersonId{i}));
        for (const MeetingId id : standing.held())
            for (const Member& member : standing.meeting(id).attendees)
                seat(member, id);
    }

    // Nothing when the person can come to `meeting`, seated there as `presence`.
    [[nodiscard]] std::optional<Hindrance> find_hindrance(PersonId person, Presence presence,
                                                          MeetingId meeting) const {
        if (is_busy(person, meeting)) return Hindrance{};
        for (const Seat& other : seats_[person.index])
            if (other.meeting != meeting && clash(meeting, other.meeting)
                && ranks_higher(other, {meeting, presence}))
                return Hindrance{other.meeting};
        return std::nullopt;
    }

    // Somebody who replaces `person` at the meeting and can come.
    [[nodiscard]] std::optional<PersonId> find_substitute(PersonId person, MeetingId id) const {
        for (const Member& member : standing_.meeting(id).attendees)
            if (member.presence == Presence::standby && member.replaces == person
                && !find_hindrance(member.person, presence_at(member, id), id))
                return member.person;
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Hindrance> find_hindrance(const Member& member,
                                                          MeetingId id) const {
        return find_hindrance(member.person, presence_at(member, id), id);
    }

    // Present in person or by somebody who replaces them.
    [[nodiscard]] bool is_present(const Member& member, MeetingId id) const {
        return !find_hindrance(member, id) || find_substitute(member.person, id);
    }

  private:
    // The foremost presence the person has at the meeting.
    [[nodiscard]] Presence presence_at(const Member& member, MeetingId id) const {
        for (const Seat& seat : seats_[member.person.index])
            if (seat.meeting == id) return seat.presence;
        return member.presence;
    }

    void seat(const Member& member, MeetingId id) {
        auto& seats = seats_[member.person.index];
        if (!seats.empty() && seats.back().meeting == id)
            seats.back().presence = std::min(seats.back().presence, member.presence);
        else
            seats.push_back({id, member.presence});
    }

    [[nodiscard]] bool is_busy(PersonId person, MeetingId id) const {
        const auto span = standing_.span_of(id);
        if (!span || is_event(standing_, id)) return false;
        const auto& busy = busy_[person.index];
        return std::any_of(busy.begin(), busy.end(),
                           [&](const model::Busy& b) { return b.when.overlaps(*span); });
    }

    [[nodiscard]] model::minutes gap_between(MeetingId a, MeetingId b) const {
        const auto& from = standing_.at(a).venue;
        const auto& to = standing_.at(b).venue;
        if (!from || !to) return pause_;
        return std::max(pause_, model::travel_between(standing_.brief(), *from, *to));
    }

    [[nodiscard]] bool clash(MeetingId a, MeetingId b) const {
        const auto one = standing_.span_of(a);
        const auto other = standing_.span_of(b);
        if (!one || !other) return false;
        const model::minutes gap = gap_between(a, b);
        if (one->start >= other->end + gap || other->start >= one->end + gap) return false;
        return !(is_event(standing_, a) && is_event(standing_, b)) && !standing_.is_inside(a, b);
    }

    // @pre both have a time
    [[nodiscard]] bool ranks_higher(const Seat& a, const Seat& b) const {
        const auto key = [this](const Seat& seat) {
            return std::tuple{seat.presence, standing_.span_of(seat.meeting)->start, seat.meeting};
        };
        return key(a) < key(b);
    }

    const Standing& standing_;
    model::minutes pause_;
    std::vector<std::vector<Seat>> seats_;  // by person
    std::vector<std::vector<model::Busy>> busy_;
};

bool counts_for_quorum(const Member& member) {
    const bool is_role =
        member.role == Role::chair || member.role == Role::co_chair || member.role == Role::member;
    return is_role
           && (member.presence == Presence::required || member.presence == Presence::counted);
}

Text why(const Hindrance& hindrance, const Ruling& ruling) {
    if (!hindrance.other) return {"er optaget", "is busy"};
    return say("har {}", "has {}", ruling.name(*hindrance.other));
}

void judge_absence(const Attendance& rule, const Member& member, MeetingId id,
                   const Hindrance& hindrance, Ruling& ruling) {
    MeetingIds meetings{id};
    if (hindrance.other) meetings.push_back(*hindrance.other);
    const std::string& person = ruling.brief().at(member.person).name;
    const Text reason = why(hindrance, ruling);
    if (member.presence == Presence::required) {
        ruling.violated(meetings,
                        say("{} skal med til {}, men {}", "{} must come to {}, but {}", person,
                            ruling.name(id), reason),
                        member.person);
        return;
    }
    ruling.charged(meetings,
                   say("{} kan ikke komme til {}: {}", "{} cannot come to {}: {}", person,
                       ruling.name(id), reason),
                   member.presence == Presence::counted ? rule.missing_member : rule.missing_guest,
                   member.person);
}

void judge_quorum(const Roll& roll, MeetingId id, Ruling& ruling) {
    const model::Meeting& meeting = ruling.standing().meeting(id);
    if (!meeting.quorum) return;
    const auto present = std::count_if(
        meeting.attendees.begin(), meeting.attendees.end(), [&](const Member& member) {
            return counts_for_quorum(member) && roll.is_present(member, id);
        });
    if (present < *meeting.quorum)
        ruling.violated({id}, say("{} er ikke beslutningsdygtigt: {} af mindst {} kan komme",
                                  "{} has no quorum: {} of at least {} can come", ruling.name(id),
                                  present, *meeting.quorum));
}

Attending attending_at(const Standing& standing, const Roll& roll, MeetingId id) {
    Attending found;
    const auto add = [](std::vector<PersonId>& to, PersonId person) {
        if (std::find(to.begin(), to.end(), person) == to.end()) to.push_back(person);
    };
    for (const Member& member : standing.meeting(id).attendees) {
        if (member.presence == Presence::standby) continue;
        if (!roll.find_hindrance(member, id))
            add(found.present, member.person);
        else if (const auto substitute = roll.find_substitute(member.person, id))
            add(found.present, *substitute);
        else
            add(found.missing, member.person);
    }
    return found;
}

}  // namespace

void judge(const Attendance& rule, Ruling& ruling) {
    const Roll roll{ruling.standing(), rule.pause};
    for (const MeetingId id : ruling.standing().held()) {
        for (const Member& member : ruling.standing().meeting(id).attendees) {
            if (member.presence == Presence::standby || roll.is_present(member, id)) continue;
            judge_absence(rule, member, id, *roll.find_hindrance(member, id), ruling);
        }
        judge_quorum(roll, id, ruling);
    }
}

std::vector<Attending> who_comes(const Standing& standing, const Attendance& rule) {
    const Roll roll{standing, rule.pause};
    std::vector<Attending> found(standing.brief().meetings.size());
    for (const MeetingId id : standing.held())
        found[id.index] = attending_at(standing, roll, id);
    return found;
}

}  // namespace rul::referee
