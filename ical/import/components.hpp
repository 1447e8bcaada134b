#pragma once

#include "engine/model/time.hpp"
#include "ical/import/content.hpp"
#include "ical/import/recurrence.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rul::ical {

/// A DATE or DATE-TIME as written.
struct WrittenTime {
    LocalTime time;
    bool is_date = false;
    bool is_utc = false;
    std::string tzid;  ///< Empty: floating, a date, or UTC.
};

/// A DURATION: its days are days of the calendar, its seconds are exact.
struct WrittenDuration {
    std::chrono::days days{0};
    std::chrono::seconds seconds{0};
};

/// An RDATE or a FREEBUSY: a time, or a period with one of the two ends.
struct WrittenPeriod {
    WrittenTime start;
    std::optional<WrittenTime> end;
    std::optional<WrittenDuration> duration;
};

/// An RRULE; its `until` is still as written.
struct WrittenRule {
    Recurrence rule;
    bool until_is_date = false;
    bool until_is_utc = false;
};

/// A VEVENT.
struct WrittenEvent {
    int line = 0;
    std::string uid;
    std::string summary;
    int sequence = 0;
    std::optional<WrittenTime> start, end, recurrence_id;
    bool this_and_future = false;
    std::optional<WrittenDuration> duration;
    std::vector<WrittenRule> rules;
    std::vector<WrittenPeriod> extra;   ///< RDATE
    std::vector<WrittenTime> except;    ///< EXDATE
    bool is_free = false;               ///< Transparent, cancelled, or shown as free.
    std::vector<std::string> declined;  ///< Addresses of those who said no, in small letters.
    std::size_t attendees = 0;
};

/// One STANDARD or DAYLIGHT of a VTIMEZONE.
struct Observance {
    WrittenTime start;
    std::chrono::seconds offset_before{0};
    std::chrono::seconds offset_after{0};
    std::vector<WrittenRule> rules;
    std::vector<WrittenPeriod> extra;
};

/// A VTIMEZONE.
struct WrittenZone {
    std::string tzid;
    std::string location;  ///< X-LIC-LOCATION: an IANA name, if the writer was kind.
    std::vector<Observance> observances;
};

/// What the blocks say, by libical. Problems (a rule it cannot read, one that comes more often than
/// daily) go to `problems`; whatever else a component says still counts.
[[nodiscard]] WrittenEvent read_event(const Block& block, Problems& problems);
[[nodiscard]] WrittenZone read_zone(const Block& block, Problems& problems);
/// The busy periods of a VFREEBUSY.
[[nodiscard]] std::vector<WrittenPeriod> read_free_busy(const Block& block);

/// An RRULE's value; nothing when it cannot be read or its frequency is below a day.
[[nodiscard]] std::optional<WrittenRule> read_rule(const std::string& text);

}  // namespace rul::ical
