#pragma once

#include "engine/model/brief.hpp"

#include <optional>
#include <vector>

namespace rul::model {

/// Where a meeting stands.
struct Placement {
    Date date{};
    std::optional<TimeRange>
        time;  ///< Absent: by date only. A seminar's ends the day after: 12-12.
    Mode mode = Mode::unspecified;
    std::optional<VenueId> venue;
    std::optional<int> room;  ///< Index in Venue::rooms.

    friend bool operator==(const Placement&, const Placement&) = default;
};

/// A placement for each meeting of the brief, by MeetingId. Nothing: left out or cancelled.
/// Events stand where they are, whether placed here (on their date) or not.
struct Plan {
    std::vector<std::optional<Placement>> placements;

    [[nodiscard]] const std::optional<Placement>& of(MeetingId id) const {
        return placements[id.index];
    }
};

/// From start to end, seminars and events over midnight; nothing when only the date is known.
[[nodiscard]] std::optional<MomentRange> span_of(const Meeting& meeting,
                                                 const Placement& placement);

/// The last day the meeting touches.
[[nodiscard]] Date last_day_of(const Meeting& meeting, const Placement& placement);

/// A person's busy time: Person::busy, and the blocks in which they are named.
[[nodiscard]] std::vector<Busy> busy_of(const Brief& brief, PersonId person);

/// Mean minutes of travel, rounded down, to `venue` for those of `attendees` (standby left out)
/// with a home municipality in which some venue is known: the travel time from the first such
/// venue.
[[nodiscard]] int mean_travel(const Brief& brief, const std::vector<Member>& attendees,
                              VenueId venue);

/// Minutes between two venues; 0 when unknown or the same.
[[nodiscard]] minutes travel_between(const Brief& brief, VenueId a, VenueId b);

/// The date of a deadline for a meeting on `date`. With move_before: the nearest date on or before
/// it that is open for deadlines.
[[nodiscard]] Date deadline_date(const Brief& brief, const Deadline& deadline, BodyId body,
                                 Date date);

/// Whether `date` is a working day and free of whole-day blocks, hard or soft, for everyone or for
/// `body`.
[[nodiscard]] bool is_open_for_deadlines(const Brief& brief, BodyId body, Date date);

/// Whether a meeting on the days `days_met` and over `span` (nothing: its time is not known)
/// touches the block: a whole-day block on any of those days, a block of hours only where `span`
/// overlaps it. Whom the block concerns is not asked.
[[nodiscard]] bool touches(const Block& block, DateRange days_met, std::optional<MomentRange> span);

}  // namespace rul::model
