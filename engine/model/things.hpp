#pragma once

#include "base/diagnostic.hpp"
#include "base/strong_id.hpp"
#include "engine/model/time.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rul::model {

using PersonId = base::StrongId<struct PersonTag>;
using BodyId = base::StrongId<struct BodyTag>;
using VenueId = base::StrongId<struct VenueTag>;
using SeriesId = base::StrongId<struct SeriesTag>;
using MeetingId = base::StrongId<struct MeetingTag>;
using BlockId = base::StrongId<struct BlockTag>;
using ProcessId = base::StrongId<struct ProcessTag>;
using RuleId = base::StrongId<struct RuleTag>;

/// The unit of cost. One point is about what one day's unevenness is worth to a secretary.
using Points = std::int64_t;

/// `must` is never broken; anything else costs `points` each time it is (or per unit, see Rule).
struct Strength {
    bool must = true;
    Points points = 0;  ///< Of a soft rule; > 0.

    friend bool operator==(const Strength&, const Strength&) = default;
};

/// The named soft strengths, as docs/plan-file.md tables them.
inline constexpr Points should_points = 20;
inline constexpr Points wish_points = 5;

inline constexpr Strength must{true, 0};
[[nodiscard]] constexpr Strength soft(Points points) {
    return {false, points};
}

// ---- People and bodies ------------------------------------------------------------------------

struct Busy {
    MomentRange when;
    std::string why;  ///< May be empty; never shown in a feed.
};

struct Person {
    std::string key;
    std::string name;
    std::string organisation;
    std::string municipality;  ///< Home; decides travel and the municipality feed. May be empty.
    std::string email;
    std::vector<Busy> busy;  ///< Days off are whole days here.
    base::Location source;
};

enum class Role { chair, co_chair, member, substitute, secretary, guest };

/// How much a person's presence matters.
enum class Presence {
    required,  ///< The meeting cannot be held without them (or their substitute).
    counted,   ///< Counts towards the quorum; missing costs Attendance::missing_member.
    optional,  ///< Missing costs Attendance::missing_guest.
    standby    ///< A substitute: expected only when the person they replace is missing. Costs
               ///< nothing.
};

struct Member {
    PersonId person;
    Role role = Role::member;
    Presence presence = Presence::required;
    std::optional<PersonId> replaces;  ///< Of a substitute.
};

enum class Mode { unspecified, teams, physical, hybrid };  // hybrid needs a venue as physical does
[[nodiscard]] constexpr bool needs_venue(Mode mode) {
    return mode == Mode::physical || mode == Mode::hybrid;
}

enum class Visibility { open, members, hidden };  ///< hidden: no feed of its own.

struct Body {
    std::string key;  ///< "SDFU"
    std::string name;
    std::vector<Member> members;
    std::optional<int> quorum;  ///< Of chair, co-chair and members.
    std::string municipality;   ///< Of the secretariat; may be empty.
    Visibility feed = Visibility::open;
    std::string colour;  ///< CSS3 name for the feed; may be empty.
    base::Location source;
};

struct Room {
    std::string name;
    int capacity = 0;  ///< 0: any number.
    std::vector<Busy> busy;
};

struct Travel {
    VenueId to;
    minutes time{0};
};

struct Venue {
    std::string key;
    std::string name;
    std::string municipality;
    std::string address;
    std::vector<Room> rooms;     ///< Empty: always room enough.
    std::vector<Travel> travel;  ///< Symmetric: config writes both directions. Absent: 0.
    base::Location source;
};

/// Who publishes the feeds: a function mailbox, never a person.
struct Organizer {
    std::string name = "Sekretariatet";
    std::string email = "sekretariat@example.org";
};

// ---- Series and meetings ----------------------------------------------------------------------

/// A pattern of times a series may use: "man 14.00-16.00 teams", "2. tirsdag 9-12".
struct Slot {
    std::vector<std::chrono::weekday> weekdays;  ///< Empty: Monday to Friday.
    std::vector<int> nth;  ///< Of the month: 1..5, -1 the last. Empty: any. Counts in weekdays[i].
    std::vector<unsigned> months;   ///< 1..12. Empty: any.
    std::optional<TimeRange> time;  ///< Absent: the meeting is planned by date only.
    std::optional<Mode> mode;       ///< Absent: Series::modes.
    std::optional<VenueId> venue;   ///< Absent: Series::venues.
    Points cost = 0;                ///< Of using it: 0 for the preferred ones.
    std::string text;               ///< As written.
    base::Location source;
};

/// A date given by the user, with as much else as they said.
///
/// A meeting stands by it when what was said is so, and the rest is as the slots have it: those
/// that fit the date, or when none of them does, all. A time that was not said is one of theirs; a
/// mode that was not said is that of one with this time (if that has none, one of Meeting::modes),
/// unspecified when there is none; a venue that was not said is as for a slot.
struct Appointment {
    Date date;
    std::optional<TimeRange> time;  ///< Absent: the slots decide; no slot with a time: date only.
    std::optional<Mode>
        mode;  ///< Absent: the slot's, if the time is one of a slot; else unspecified.
    std::optional<VenueId> venue;
    base::Location source;
};

struct ProgrammeItem {
    int day = 0;  ///< 0: the day the seminar starts.
    TimeRange time;
    std::string title;
    std::optional<MeetingId> meeting;  ///< An ordinary meeting inside the seminar (rule Inside).
};

/// One sitting, to be placed or placed. Identity (`key`) is for life.
struct Meeting {
    enum class Kind {
        ordinary,
        seminar,  ///< 12:00 on a working day to 12:00 on the next day, which is a working day too.
        event  ///< Outside our control (KL conference, Folkemøde); always fixed; never exported.
    };
    enum class State {
        free,
        fixed,      ///< options.size() == 1
        either_or,  ///< options.size() >= 2
        cancelled   ///< Keeps its identity and, in options, its date; has no ordinal, is never
                    ///< placed.
    };

    std::string key;  ///< "SDFU/3", or the id of its own: "dialogforum".
    std::string title;
    Kind kind = Kind::ordinary;
    State state = State::free;
    BodyId body;                     ///< Of events: meaningless.
    std::optional<SeriesId> series;  ///< Of a meeting of its own: absent.
    int ordinal = 0;                 ///< 1-based in its series; 0: none.
    std::vector<Appointment> options;
    std::optional<MomentRange> span;  ///< Of an event: exactly when.
    DateRange within{};               ///< It lies in here: the period, or a part of it.
    std::vector<Slot> slots;          ///< Its own; empty: those of its series.
    std::optional<minutes> length;    ///< Absent: fills the slot.
    std::vector<Mode> modes;          ///< Possible where the slot names none; empty: unspecified.
    std::vector<VenueId> venues;      ///< Possible where the slot names none; empty: none needed.
    bool may_be_left_out = false;     ///< See Series: only after all later ones of its quota.
    std::vector<Member> attendees;    ///< Complete: the body's, with the meeting's own changes.
    std::optional<int> quorum;
    std::vector<ProgrammeItem> programme;
    std::optional<Appointment> published;  ///< Where it stands in the published plan (rule Keep).
    std::string note;
    std::string because;  ///< Why it was moved or cancelled.
    base::Location source;
};

/// How many meetings of a series lie in one part of the period.
struct Quota {
    DateRange within{};
    int least = 0;
    int most = 0;  ///< meetings number first..first + most - 1 (0-based in Series::meetings)
    int first = 0;
};

/// The meetings of one body in the period, in date order: meeting k+1 is on a later date than k.
///
/// A meeting that may be left out is left out only if all later ones of its quota are.
struct Series {
    std::string key;  ///< The body's key, unless the body has several series.
    BodyId body;
    std::vector<MeetingId> meetings;  ///< By ordinal; never cancelled ones.
    std::vector<MeetingId> cancelled;
    std::vector<Quota> quotas;  ///< In date order, disjoint.
    /// Dates of which each must be the date of one of the meetings, whose ordinal is not known
    /// beforehand; that meeting then stands exactly as the appointment says.
    std::vector<Appointment> includes;
    std::vector<Slot> slots;
    base::Location source;
};

// ---- Time that is not ours --------------------------------------------------------------------

/// Days or hours when nobody / some bodies / some persons cannot, or would rather not, meet.
struct Block {
    std::vector<DateRange> days;
    std::vector<std::chrono::weekday> weekdays;  ///< Within `days`; empty: every day.
    std::optional<TimeRange> time;               ///< Absent: the whole day.
    std::vector<BodyId> bodies;
    std::vector<PersonId> persons;  ///< bodies and persons empty: everyone.
    std::string why;
    base::Location source;

    [[nodiscard]] bool is_for_everyone() const { return bodies.empty() && persons.empty(); }
};

struct Phase {
    std::string key;
    std::string title;
    DateRange days{};
};

/// A dated course (hearing, approval); rules (Within, Spread) refer to its phases' dates.
struct Process {
    std::string key;
    std::string title;
    std::vector<Phase> phases;
    base::Location source;
};

}  // namespace rul::model
