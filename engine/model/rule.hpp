#pragma once

#include "engine/model/things.hpp"
#include "engine/model/time.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace rul::model {

/// The meetings a rule speaks of, by what the user called them ("SSF", "SDFU/3", "KL-topmøde").
///
/// In order of ordinal. Left-out and cancelled meetings never count: a rule is about the meetings
/// that are held. "k-th" means the k-th of those held. Events are always held, at no venue.
struct Group {
    std::string said;
    std::vector<MeetingId> meetings;
};

// Each kind says: what holds, and (`costs:`) what a soft strength p costs when it does not.
// "day(m)" is the date a meeting starts on. All pairs are of two different meetings.
// "Neighbours" and "in a row" are by date, then start time (date only: first), then MeetingId;
// "k-th" is by the order of the group.
// A meeting *stands by an appointment* if it is fixed or either-or, or is free and stands as one of
// its series' `includes` says.
// deviation(d) = |d| + max(0, |d| - 7): a day's deviation costs double beyond a week.

/// Nobody required is in two places at once; everybody expected who cannot come costs.
/// One such rule exists in every brief, always `must`.
///
/// Two meetings *clash* for a person when their times overlap, each widened by the gap the two
/// need: `pause`, or the travel time between their venues where both have one, if longer.
/// (a and b clash when start(a) < end(b) + gap and start(b) < end(a) + gap.)
/// Ranks below are of the presence the person has at each of the two (the foremost of several).
/// A meeting planned by date only, or left out, clashes with nothing. A meeting of Inside::meetings
/// never clashes with one of the same rule's Inside::seminars, nor an event with an event. A
/// meeting, unless it is an event, clashes with the person's busy time when they overlap (no gap);
/// busy time is Person::busy and the blocks for that person (model::busy_of).
/// A person *can come* to m if they are not busy, and m clashes with no meeting they rank higher:
/// required before counted before optional before standby, then the earlier start, then the
/// smaller MeetingId. A standby person who replaces x can come under the same conditions.
/// x is *present* at m if x, or somebody who replaces x, can come.
/// must: every required person is present; counted + required chairs, co-chairs and members present
///   >= quorum, where there is one.
/// costs: missing_member for each counted, missing_guest for each optional person not present.
struct Attendance {
    minutes pause{0};
    Points missing_member = 5;
    Points missing_guest = 1;
};

/// min <= distance(a, b) <= max for the pairs (a, b) of meetings held, a of `from`, b of `to`.
///   neighbours: from == to, consecutive meetings by date.  in_step: the k-th with the k-th, as
///   long as both exist.  every_pair: all; two meetings that are in both groups are one pair, the
///   earlier first.  (one meeting each: all three are the same)
/// costs: p for each day (working day, minute / 15) outside [min, max], rounded up to whole ones.
/// `ideal_points` cost ideal_points * deviation(distance - ideal) per pair, for ideal in days or
/// weeks counted in days, in working days counted in those, in minutes and hours per 15 minutes,
/// rounded up. In minutes and hours a pair of which a time is not known is not measured.
struct Distance {
    enum class Pairs { neighbours, in_step, every_pair };

    Group from;
    Group to;
    Pairs pairs = Pairs::every_pair;
    DistanceRange range;
    Points ideal_points = 1;
};

/// Each meeting s of `subject` has, in each of `providers`, some meeting p with
/// min <= distance(p, s) <= max (before), or min <= distance(s, p) <= max (after).
///   in_step: the k-th has the k-th.  own: no p serves two s (for one provider group at a time).
///   In minutes and hours, a meeting whose time is not known neither serves nor is served.
/// costs: p for each (s, provider group) without. With `own`, the most are served, then cheapest.
/// `ideal_points` * deviation(distance - ideal) for the p that serves s (the one that costs least).
struct Needs {
    enum class Side { before, after };
    struct Provider {
        Group meetings;
        DistanceRange window;  ///< min and max are set.
    };

    Group subject;
    std::vector<Provider> providers;  ///< All of them (join).
    Side side = Side::before;
    bool in_step = false;
    bool own = false;
    Points ideal_points = 1;
};

/// The k-th of `first` and the k-th of `second` on the same day, first ending `gap` (minutes;
/// min default 0) before second starts; with same_venue, at the same venue.
/// A meeting without a partner (more of the one than of the other) is a violation too. Where a
/// time is not known, `gap` is not asked; same_venue: both have one, and it is the same.
/// costs: p for each pair for which any of that fails.
struct SameDay {
    Group first;
    Group second;
    DistanceRange gap{0, std::nullopt, std::nullopt, Unit::minute};
    bool same_venue = false;
};

/// The k-th of `meetings` lies inside the k-th of `seminars`; at `time` on its day `day` (0: the
/// first), if given (no time: any day). Times must be known on both sides. A meeting without a
/// k-th seminar fails, a seminar without a meeting does not. costs: p for each that does not.
struct Inside {
    Group meetings;
    Group seminars;
    int day = 0;
    std::optional<TimeRange> time;
};

/// In each month / quarter / half year of the period (or in `window`), at least `least` and at most
/// `most` meetings start (weeks are ISO weeks). Only parts that lie wholly in the period, and in
/// the validity, count for `least`. costs: p for each meeting too few or too many.
struct Spread {
    enum class Part { week, month, quarter, half_year, window };

    Group meetings;
    Part part = Part::quarter;
    std::optional<DateRange> window;
    std::optional<int> least;
    std::optional<int> most;
};

/// How many of the meetings held are on Teams and how many physical (hybrid counts as physical;
/// unspecified is neither).
struct Mix {
    struct Share {
        Mode mode = Mode::teams;  ///< teams or physical
        std::optional<int> least;
        std::optional<int> most;
    };
    /// In these months / on these weekdays (empty: all): this mode.
    struct Season {
        std::vector<unsigned> months;
        std::vector<std::chrono::weekday> weekdays;
        Mode mode = Mode::teams;
    };

    Group meetings;
    std::vector<Share> shares;         ///< costs: p for each meeting too few or too many.
    std::optional<int> most_in_a_row;  ///< Of one mode. costs: p for each run of n + 1 neighbours.
    std::vector<Season> seasons;       ///< costs: p for each meeting in the wrong mode, by season.
};

/// Physical (and hybrid) meetings go round the municipalities: their numbers differ by at most one.
/// costs: p for each more than one by which the most and the least visited differ.
/// no_repeat: two physical neighbours (teams meetings between them skipped) are not in the same
///   municipality, listed or not (one not known is never the same); costs p for each that are.
/// `nearest_points` for each started 15 minutes of travel that a venue is worse than the best of
///   Meeting::venues, by model::mean_travel().
/// A room must hold everybody expected, and is used by one meeting at a time: always `must`, and
/// not a rule of its own (rule kind `Rooms`).
struct Rotation {
    Group meetings;
    std::vector<std::string> municipalities;
    bool fair = true;
    bool no_repeat = false;
    Points nearest_points = 0;
};

/// Every meeting at a venue with rooms has a room that holds all expected (standby not counted), is
/// not busy, and is used by no other meeting at the time, but that a meeting of Inside::meetings
/// may share that of one of the same rule's Inside::seminars. A meeting by date only meets no busy
/// time and no other meeting; events need no room. One in every brief, always `must`.
struct Rooms {};

/// Any meeting of `a` and any of `b` start at least `days` days apart (1: not the same day), or
/// with `week` not in the same ISO week (`days` then does not count). costs: p for each pair, once,
/// even if the groups name it both ways (validity then: of either one).
struct Apart {
    Group a;
    Group b;
    int days = 1;
    bool week = false;
};

/// Physical (and hybrid) meetings of the group on one day and at one venue. Always soft.
/// costs: p for each physical meeting held that shares its day and venue with no other of the
/// group.
struct Gather {
    Group meetings;
};

/// At most `most` meetings in which a person is required, counted or optional touch one day / start
/// in one ISO week. With `travel`, a physical or hybrid meeting at a venue outside the person's
/// municipality counts two.
/// costs: p for each one too many, per person and day / week.
struct Load {
    enum class Per { day, week };

    std::vector<PersonId> persons;  ///< Empty: everybody.
    Per per = Per::day;
    int most = 1;
    bool travel = false;
};

/// The date `offset` from each meeting (items in, agenda out, minutes out).
/// forbid: it must be a working day, free of whole-day blocks for everyone or the meeting's body.
///   costs: p for each that is not.  move_before: then it is the nearest open day before, and
///   never restricts the calendar. Events have no deadlines.
struct Deadline {
    enum class What { items_in, agenda_out, minutes_out, other };
    enum class OnClosed { move_before, forbid };

    Group meetings;
    What what = What::agenda_out;
    std::string title;  ///< Of `other`.
    Offset offset;
    OnClosed on_closed = OnClosed::move_before;
};

/// No meeting is placed or moved to before Brief::today + days, unless it stands by an appointment:
/// one on its published date, with its published start where that is given, has not been moved.
/// costs: p for each.
struct Notice {
    Group meetings;
    int days = 0;
};

/// The meetings keep one weekday / start time / the weeks of last year.
/// majority: costs p for each meeting held that differs from the most common value.
///   `must`: none does. A meeting by date only has no start time and is left out of that.
/// last_year (dates in order): the k-th has the weekday / ISO week of the k-th (for `time`:
///   nothing); costs p for each that has not.
struct Regular {
    enum class What { weekday, time, week };

    Group meetings;
    What what = What::weekday;
    std::vector<Date> last_year;  ///< Empty: the series' own majority. Needed for `week`.
};

/// Stay near the published plan. Always soft: for each meeting with `published`, not cancelled,
///   (per_meeting if date or start changed + per_day * |days moved| + per_weekday if the weekday
///   changed) * (near_factor if published within `near_days` after Brief::today, else 1);
///   per_meeting * near_factor-or-1 when it is left out. "Start changed": both times are known and
///   their beginnings differ. Validity: of the published date.
struct Keep {
    Group meetings;
    Points per_meeting = 10;
    Points per_day = 1;
    Points per_weekday = 5;
    int near_days = 0;
    Points near_factor = 1;
};

/// Every meeting starts before `window` / in it / after it (a phase, an event, a season).
/// costs: p for each that does not.
struct Within {
    enum class Side { before, inside, after };

    Group meetings;
    DateRange window{};
    Side side = Side::inside;
    std::string said;  ///< "høring"
};

/// A meeting stands in one of its slots; using one costs Slot::cost (the cheapest it fits). Always
/// `must`. One for each series, and one for each meeting with slots of its own.
///
/// It fits a slot when date, mode and venue do, and it is the slot's time, or with Meeting::length
/// begins on Brief::grid (from midnight), and ends, within it. Mode: the slot's, or one of
/// Meeting::modes. Venue, where the mode needs one: the slot's, or one of Meeting::venues; none if
/// there are none; none for other modes. No slots at all: any Monday to Friday, by date only. A
/// seminar: Monday to Thursday, 12 to 12, both days working days, whatever the slots say of time;
/// physical unless slot or modes say otherwise.
/// A meeting that stands by an appointment (fixed, either-or, includes) needs no slot and pays
/// none.
struct SlotChoice {
    Group meetings;
};

/// Each quota of the series holds between least (always `must`) and most meetings, the left-out
/// ones last; the meetings held are in date order, no two on one date. costs: `missing` for each
/// meeting fewer than most.
struct Count {
    SeriesId series;
    Points missing = 50;
};

/// No meeting, unless it stands by an appointment or is an event, touches the block's time (for
/// bodies: their meetings; for persons alone: it is busy time, and this rule is about nobody).
/// costs: p for each meeting that does.
struct Blocked {
    BlockId block;
};

/// No meeting, unless it stands by an appointment or is an event, touches a holiday; on Saturdays
/// and Sundays only if a slot names that weekday. One in every brief, always `must`.
struct ClosedDays {};

/// Fixed dates are kept, one of the either-or dates is taken, each date of Series::includes is that
/// of a meeting that stands by it; a free meeting lies in Meeting::within. Meetings that may not be
/// left out are placed, cancelled ones never; dates are plannable. One in every brief, always
/// `must`.
struct Appointments {};

using RuleKind = std::variant<Attendance, Distance, Needs, SameDay, Inside, Spread, Mix, Rotation,
                              Rooms, Apart, Gather, Load, Deadline, Notice, Regular, Keep, Within,
                              SlotChoice, Count, Blocked, ClosedDays, Appointments>;

/// One rule as the user wrote it.
///
/// `validity`: the rule binds only meetings whose date is in it (of a pair: the later-named one:
/// `to`, `subject`, `second`, `b`; of counts, runs and majorities: only those meetings are counted;
/// k-th and the neighbours of Distance: among all held). Of a meeting of `first` without a partner:
/// its own date. Count and the rules that are always `must` have none.
struct Rule {
    std::string key;   ///< "ffu-foer-ssf"; made up from its place when the user gave none.
    std::string text;  ///< In the user's words; may be empty.
    Strength strength = must;
    DateRange validity{Date{std::chrono::year{1900} / 1 / 1},
                       Date{std::chrono::year{2100} / 1 / 1}};
    base::Location source;
    RuleKind kind;
};

/// "distance", "needs", ...: the kind's name in the plan file.
[[nodiscard]] std::string_view name_of(const RuleKind& kind);

}  // namespace rul::model
