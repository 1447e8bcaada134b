#pragma once

#include "ical/zone.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace rul::ical {

/// When something comes again (RFC 5545 3.3.10), in wall-clock time. Frequencies below a day are
/// not for calendars and have no place here; RSCALE neither.
struct Recurrence {
    enum class Frequency { daily, weekly, monthly, yearly };
    struct Day {
        std::chrono::weekday weekday;
        int nth = 0;  ///< Of the month or the year; negative from its end; 0: every.
    };

    Frequency frequency = Frequency::daily;
    int interval = 1;                ///< >= 1
    std::optional<int> count;        ///< Occurrences in all, the first included.
    std::optional<LocalTime> until;  ///< The last may be at this time.
    std::chrono::weekday week_start = std::chrono::Monday;
    std::vector<int> months;      ///< 1..12
    std::vector<int> week_nos;    ///< ISO weeks of `week_start`, 1..53 or from the end
    std::vector<int> year_days;   ///< 1..366 or from the end
    std::vector<int> month_days;  ///< 1..31 or from the end
    std::vector<Day> days;
    std::vector<int> hours, minutes, seconds;  ///< Empty: those of the first.
    std::vector<int> positions;                ///< BYSETPOS, 1.. or from the end
};

/// From `first` to `last`, both included.
struct LocalWindow {
    LocalTime first;
    LocalTime last;
};

/// How much work an expansion may still do: one unit for each day looked at and each time made.
struct Budget {
    long left = 2'000'000;

    /// False once there is none.
    [[nodiscard]] bool spend(long units) { return (left -= units) >= 0; }
};

/// The times in `window` at which something that first is at `first` comes again, in order, `first`
/// itself among them. Stops early when the budget is spent (`budget.left` < 0).
///
/// Cost: without `count` only periods near the window are looked at; with it, all since `first`.
[[nodiscard]] std::vector<LocalTime> occurrences(const Recurrence& rule, LocalTime first,
                                                 LocalWindow window, Budget& budget);

}  // namespace rul::ical
