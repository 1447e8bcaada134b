#include "engine/model/calendar.hpp"

#include <date/iso_week.h>

#include <algorithm>

namespace rul::model {

namespace {

using std::chrono::days;
using std::chrono::year;

// One year more at each end: deadlines and distances reach out of the plannable years.
constexpr Date table_first = first_plannable_date - days{365};
constexpr Date table_last = last_plannable_date + days{365};

// Where `date`, or the end of the table nearest to it, stands.
std::size_t index_of(Date date) {
    return static_cast<std::size_t>(
        (std::clamp(date, table_first, table_last) - table_first).count());
}

constexpr year last_year_with_prayer_day{2023};

bool is_weekend(Date date) {
    const auto day = weekday_of(date);
    return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

void add_movable(std::vector<Holiday>& to, year of) {
    const Date easter = easter_sunday(of);
    to.push_back({easter - days{3}, {"Skærtorsdag", "Maundy Thursday"}});
    to.push_back({easter - days{2}, {"Langfredag", "Good Friday"}});
    to.push_back({easter, {"Påskedag", "Easter Sunday"}});
    to.push_back({easter + days{1}, {"2. påskedag", "Easter Monday"}});
    if (of <= last_year_with_prayer_day)
        to.push_back({easter + days{26}, {"Store bededag", "General Prayer Day"}});
    to.push_back({easter + days{39}, {"Kristi himmelfartsdag", "Ascension Day"}});
    to.push_back({easter + days{49}, {"Pinsedag", "Whit Sunday"}});
    to.push_back({easter + days{50}, {"2. pinsedag", "Whit Monday"}});
}

void add_fixed(std::vector<Holiday>& to, year of) {
    to.push_back({Date{of / 1 / 1}, {"Nytårsdag", "New Year's Day"}});
    to.push_back({Date{of / 12 / 25}, {"Juledag", "Christmas Day"}});
    to.push_back({Date{of / 12 / 26}, {"2. juledag", "Boxing Day"}});
}

void add_customary(std::vector<Holiday>& to, year of, CustomaryDays kept) {
    if (kept.constitution_day)
        to.push_back({Date{of / 6 / 5}, {"Grundlovsdag", "Constitution Day"}});
    if (kept.christmas_eve) to.push_back({Date{of / 12 / 24}, {"Juleaftensdag", "Christmas Eve"}});
    if (kept.new_years_eve)
        to.push_back({Date{of / 12 / 31}, {"Nytårsaftensdag", "New Year's Eve"}});
}

}  // namespace

// The letters are those of the published algorithm (Meeus, Astronomical Algorithms, ch. 8).
Date easter_sunday(year of) {
    const int y = static_cast<int>(of);
    const int a = y % 19;
    const int b = y / 100;
    const int c = y % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return Date{of / (n / 31) / (n % 31 + 1)};
}

std::vector<Holiday> danish_holidays(year of, CustomaryDays customary) {
    std::vector<Holiday> found;
    add_movable(found, of);
    add_fixed(found, of);
    add_customary(found, of, customary);
    // Stable: when Grundlovsdag is also a public holiday, the public holiday stands first.
    std::stable_sort(found.begin(), found.end(),
                     [](const Holiday& a, const Holiday& b) { return a.date < b.date; });
    return found;
}

IsoWeek iso_week(Date date) {
    const date::sys_days day{date::days{date.time_since_epoch().count()}};
    const iso_week::year_weeknum_weekday in_weeks{day};
    return {static_cast<int>(in_weeks.year()),
            static_cast<int>(static_cast<unsigned>(in_weeks.weeknum()))};
}

std::optional<DateRange> days_of(IsoWeek week) {
    if (week.week < 1) return std::nullopt;
    const iso_week::year_weeknum_weekday monday{iso_week::year{week.year},
                                                iso_week::weeknum{static_cast<unsigned>(week.week)},
                                                iso_week::weekday{1U}};
    if (!monday.ok()) return std::nullopt;
    const Date first{days{date::sys_days{monday}.time_since_epoch().count()}};
    return DateRange{first, first + days{6}};
}

std::chrono::weekday weekday_of(Date date) {
    return std::chrono::weekday{date};
}

Calendar::Calendar(const std::vector<Holiday>& closed) {
    for (const Holiday& holiday : closed)
        names_.emplace(holiday.date, holiday.name);
    working_days_until_.reserve(static_cast<std::size_t>((table_last - table_first).count()) + 1);
    int count = 0;
    for (Date day = table_first; day <= table_last; day += days{1}) {
        if (!is_weekend(day) && !names_.contains(day)) ++count;
        working_days_until_.push_back(count);
    }
}

bool Calendar::is_working_day(Date date) const {
    const std::size_t i = index_of(date);
    return working_days_until_[i] > (i == 0 ? 0 : working_days_until_[i - 1]);
}

const base::Text* Calendar::find_holiday(Date date) const {
    const auto at = names_.find(date);
    return at == names_.end() ? nullptr : &at->second;
}

int Calendar::working_days_between(Date from, Date to) const {
    return working_days_until_[index_of(to)] - working_days_until_[index_of(from)];
}

Date Calendar::shifted(Date date, Offset offset) const {
    if (offset.unit == Unit::day) return date + days{offset.count};
    if (offset.unit == Unit::week) return date + days{7 * offset.count};
    if (offset.count == 0) return date;

    // The n-th working day of the table is the first whose count is n.
    const std::size_t here = index_of(date);
    const int before = working_days_until_[here] - (is_working_day(date) ? 1 : 0);
    const int nth =
        offset.count > 0 ? working_days_until_[here] + offset.count : before + 1 + offset.count;
    const auto at = std::lower_bound(working_days_until_.begin(), working_days_until_.end(), nth);
    return std::min(table_first + days{at - working_days_until_.begin()}, table_last);
}

Date Calendar::working_day_on_or_before(Date date) const {
    while (date > table_first && !is_working_day(date))
        date -= days{1};
    return date;
}

int Calendar::distance(Date a, Date b, Unit unit) const {
    if (unit == Unit::working_day) return working_days_between(a, b);
    return static_cast<int>((b - a).count());
}

}  // namespace rul::model
