#pragma once

#include <chrono>
#include <compare>
#include <optional>

namespace rul::model {

using std::chrono::minutes;

/// A civil date, in the plan's own time zone. Only `ical/` turns wall-clock time into UTC.
using Date = std::chrono::local_days;

/// A wall-clock minute in the plan's own time zone.
using Moment = std::chrono::local_time<minutes>;

/// The last date Rul plans: after 2037 the 32-bit time zone data of most systems ends, and with
/// it daylight saving time (HowardHinnant/date#874).
inline constexpr Date last_plannable_date = Date{std::chrono::year{2037} / 12 / 31};
inline constexpr Date first_plannable_date = Date{std::chrono::year{1990} / 1 / 1};

/// From `first` to `last`, both days included.
struct DateRange {
    Date first;
    Date last;

    [[nodiscard]] bool contains(Date date) const { return first <= date && date <= last; }
    [[nodiscard]] bool overlaps(const DateRange& o) const {
        return first <= o.last && o.first <= last;
    }
    [[nodiscard]] int days() const { return static_cast<int>((last - first).count()) + 1; }
    friend auto operator<=>(const DateRange&, const DateRange&) = default;
};

/// From `start` up to, but not including, `end`.
struct MomentRange {
    Moment start;
    Moment end;

    [[nodiscard]] bool overlaps(const MomentRange& o) const {
        return start < o.end && o.start < end;
    }
    [[nodiscard]] bool contains(const MomentRange& o) const {
        return start <= o.start && o.end <= end;
    }
    friend auto operator<=>(const MomentRange&, const MomentRange&) = default;
};

/// From `from` up to `to`, minutes since midnight; 0 <= from < to <= 24 h.
struct TimeRange {
    minutes from{0};
    minutes to{0};

    [[nodiscard]] minutes length() const { return to - from; }
    friend auto operator<=>(const TimeRange&, const TimeRange&) = default;
};

/// dage, hverdage, uger, minutter, timer. A week is always seven days.
enum class Unit { minute, hour, day, working_day, week };

/// min / ideal / max distance, all three in `unit`. An absent bound does not bind.
///
/// In days, weeks and working days a distance is counted date to date; in minutes and hours from
/// the end of the first to the start of the second. May be negative: "to before from".
struct DistanceRange {
    std::optional<int> min;
    std::optional<int> ideal;
    std::optional<int> max;
    Unit unit = Unit::day;

    friend bool operator==(const DistanceRange&, const DistanceRange&) = default;
};

/// A number of days, weeks or working days before or after a date: "14 dage før".
struct Offset {
    int count = 0;  ///< Negative: before.
    Unit unit = Unit::day;

    friend bool operator==(const Offset&, const Offset&) = default;
};

}  // namespace rul::model
