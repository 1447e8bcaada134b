#pragma once

#include "base/language.hpp"
#include "engine/model/time.hpp"

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace rul::model {

/// A day on which nobody works, and what it is called.
struct Holiday {
    Date date;
    base::Text name;
};

/// Which of the customary Danish closed days a plan keeps closed.
struct CustomaryDays {
    bool constitution_day = true;  ///< Grundlovsdag, 5 June.
    bool christmas_eve = true;     ///< 24 December.
    bool new_years_eve = true;     ///< 31 December.
};

/// Easter Sunday of a Gregorian year. Source: Meeus, Jones, Butcher.
[[nodiscard]] Date easter_sunday(std::chrono::year of);

/// Denmark's public holidays of a year in date order; store bededag up to and including 2023
/// (lov nr. 214 af 06/03/2023), and the customary closed days that are kept. A date may stand
/// twice (Grundlovsdag on 2. pinsedag in 2017), the public holiday first.
[[nodiscard]] std::vector<Holiday> danish_holidays(std::chrono::year of, CustomaryDays customary);

struct IsoWeek {
    int year = 0;
    int week = 0;

    friend auto operator<=>(const IsoWeek&, const IsoWeek&) = default;
};

/// ISO 8601 week of `date`.
[[nodiscard]] IsoWeek iso_week(Date date);
/// Monday to Sunday of an ISO week, or nothing when that year has no such week (53).
[[nodiscard]] std::optional<DateRange> days_of(IsoWeek week);

[[nodiscard]] std::chrono::weekday weekday_of(Date date);
[[nodiscard]] inline std::chrono::year_month_day ymd(Date date) {
    return std::chrono::year_month_day{date};
}

/// Which days are closed, and hence what a working day is. Answers from a table (O(1); `shifted`
/// by working days O(log)) of first_plannable_date - 1 year .. last_plannable_date + 1 year;
/// questions about working days outside it are answered as at its ends.
class Calendar {
  public:
    /// Closed: Saturdays, Sundays, and every date of `closed` (holidays and the plan's own closed
    /// days) with what it is called; the first name given to a date stays.
    explicit Calendar(const std::vector<Holiday>& closed = {});

    /// Monday to Friday, no holiday, no closed day of the plan (hverdag).
    [[nodiscard]] bool is_working_day(Date date) const;
    /// The holiday or closed day on `date`; null on other days, Saturdays and Sundays included.
    [[nodiscard]] const base::Text* find_holiday(Date date) const;
    /// Working days in (from, to]; when `to` is before `from`, minus those in (to, from].
    [[nodiscard]] int working_days_between(Date from, Date to) const;
    /// The date `offset` from `date`. In working days: that many working days on or back, never
    /// counting `date` itself (one back from a Sunday is the Friday); 0 working days is `date`.
    /// @pre offset.unit is a unit of days.
    [[nodiscard]] Date shifted(Date date, Offset offset) const;
    /// `date` itself, or else the nearest working day before it.
    [[nodiscard]] Date working_day_on_or_before(Date date) const;
    /// Signed distance from `a` to `b` in working days for that unit, else in days (also for
    /// weeks).
    [[nodiscard]] int distance(Date a, Date b, Unit unit) const;

  private:
    std::map<Date, base::Text> names_;
    std::vector<int> working_days_until_;  // working days in [first day of the table, day]
};

}  // namespace rul::model
