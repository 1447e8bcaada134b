#include "ical/import/recurrence.hpp"

#include <algorithm>
#include <array>

namespace rul::ical {

namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::months;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::years;
using Frequency = Recurrence::Frequency;

bool has(const std::vector<int>& values, int value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

// Whether the list names place `index` (from 1) of `size`, from the front or from the back.
bool names(const std::vector<int>& places, int index, int size) {
    return has(places, index) || has(places, index - size - 1);
}

int distance(local_days from, local_days to) {
    return static_cast<int>((to - from).count());
}

/// A stretch of days: a day, a week, a month or a year.
struct Period {
    local_days first;
    local_days last;

    [[nodiscard]] int index_of(local_days day) const { return distance(first, day) + 1; }
    [[nodiscard]] int size() const { return index_of(last); }
};

Period month_of(local_days day) {
    const year_month_day date{day};
    return {local_days{date.year() / date.month() / 1},
            local_days{date.year() / date.month() / std::chrono::last}};
}

Period year_of(local_days day) {
    const year y = year_month_day{day}.year();
    return {local_days{y / 1 / 1}, local_days{y / 12 / 31}};
}

local_days week_start_of(local_days day, weekday week_start) {
    return day - (weekday{day} - week_start);
}

// The weeks of the year `day`'s week belongs to: week 1 is the first with four days in the year.
Period week_year_of(local_days day, weekday week_start) {
    const local_days fourth = week_start_of(day, week_start) + days{3};
    const auto first_of = [&](year y) { return week_start_of(local_days{y / 1 / 4}, week_start); };
    const year y = year_month_day{fourth}.year();
    return {first_of(y), first_of(y + years{1}) - days{1}};
}

/// The days, and then the times, of one rule.
class Expansion {
  public:
    Expansion(const Recurrence& rule, LocalTime first)
        : rule_{rule},
          first_{first},
          first_day_{std::chrono::floor<days>(first)},
          first_date_{first_day_} {}

    /// The k-th period; @return nothing beyond the years a calendar has.
    [[nodiscard]] std::optional<Period> period(long k) const {
        const long step = k * rule_.interval;
        constexpr std::array<long, 4> in_700_years{700L * 366, 700L * 53, 700L * 12, 700};
        if (step > in_700_years.at(static_cast<std::size_t>(rule_.frequency))) return std::nullopt;
        switch (rule_.frequency) {
            case Frequency::daily:
                return Period{first_day_ + days{step}, first_day_ + days{step}};
            case Frequency::weekly: {
                const local_days start =
                    week_start_of(first_day_, rule_.week_start) + days{7 * step};
                return Period{start, start + days{6}};
            }
            case Frequency::monthly:
                return month_of(
                    local_days{(first_date_.year() / first_date_.month() + months{step}) / 1});
            case Frequency::yearly:
                return year_of(local_days{(first_date_.year() + years{step}) / 1 / 1});
        }
        return std::nullopt;
    }

    /// A period that surely lies before `time`: the first to look at when nothing is counted.
    [[nodiscard]] long period_before(LocalTime time) const {
        constexpr std::array<long, 4> most_days{1, 7, 31, 366};
        const long away = distance(first_day_, std::chrono::floor<days>(time));
        const long length = most_days.at(static_cast<std::size_t>(rule_.frequency));
        return std::max(0L, away / (length * rule_.interval) - 2);
    }

    [[nodiscard]] std::vector<LocalTime> times_in(const Period& period, Budget& budget) const {
        std::vector<LocalTime> times;
        if (!budget.spend(period.size())) return times;
        for (local_days day = period.first; day <= period.last; day += days{1})
            if (is_chosen(day) && !add_times(times, day, budget)) return {};
        return rule_.positions.empty() ? times : at_positions(times);
    }

  private:
    [[nodiscard]] bool is_chosen(local_days day) const {
        const year_month_day date{day};
        const auto month = static_cast<int>(unsigned{date.month()});
        if (!rule_.months.empty() && !has(rule_.months, month)) return false;
        if (!rule_.year_days.empty()
            && !names(rule_.year_days, year_of(day).index_of(day), year_of(day).size()))
            return false;
        if (!rule_.month_days.empty()
            && !names(rule_.month_days, month_of(day).index_of(day), month_of(day).size()))
            return false;
        if (!rule_.week_nos.empty() && !is_in_weeks(day)) return false;
        if (!rule_.days.empty() && !is_on_days(day)) return false;
        return fits_first(day);
    }

    // What no part of the rule says is as it was the first time.
    [[nodiscard]] bool fits_first(local_days day) const {
        const year_month_day date{day};
        const bool says_day =
            !rule_.days.empty() || !rule_.month_days.empty() || !rule_.year_days.empty();
        if (says_day || rule_.frequency == Frequency::daily) return true;
        if (rule_.frequency == Frequency::weekly || !rule_.week_nos.empty())
            return weekday{day} == weekday{first_day_};
        if (date.day() != first_date_.day()) return false;
        return rule_.frequency == Frequency::monthly || !rule_.months.empty()
               || date.month() == first_date_.month();
    }

    [[nodiscard]] bool is_in_weeks(local_days day) const {
        const Period weeks = week_year_of(day, rule_.week_start);
        return names(rule_.week_nos, distance(weeks.first, day) / 7 + 1, weeks.size() / 7);
    }

    [[nodiscard]] bool is_on_days(local_days day) const {
        return std::any_of(rule_.days.begin(), rule_.days.end(), [&](const Recurrence::Day& one) {
            return one.weekday == weekday{day} && (one.nth == 0 || is_nth(one.nth, day));
        });
    }

    // "The 2nd Monday": of the month, or in a yearly rule without months of the year.
    [[nodiscard]] bool is_nth(int nth, local_days day) const {
        const bool of_year = rule_.frequency == Frequency::yearly && rule_.months.empty();
        const bool of_month = rule_.frequency == Frequency::monthly
                              || (rule_.frequency == Frequency::yearly && !of_year);
        if (!of_year && !of_month) return true;
        const Period whole = of_year ? year_of(day) : month_of(day);
        if (nth > 0) return distance(whole.first, day) / 7 + 1 == nth;
        return distance(day, whole.last) / 7 + 1 == -nth;
    }

    [[nodiscard]] bool add_times(std::vector<LocalTime>& times, local_days day,
                                 Budget& budget) const {
        const std::chrono::hh_mm_ss clock{first_ - first_day_};
        const auto or_first = [](const std::vector<int>& said, auto first) {
            return said.empty() ? std::vector<int>{static_cast<int>(first.count())} : said;
        };
        const auto hours = or_first(rule_.hours, clock.hours());
        const auto minutes = or_first(rule_.minutes, clock.minutes());
        const auto seconds = or_first(rule_.seconds, clock.seconds());
        if (!budget.spend(static_cast<long>(hours.size() * minutes.size() * seconds.size())))
            return false;
        const auto start = static_cast<std::ptrdiff_t>(times.size());
        for (const int h : hours)
            for (const int m : minutes)
                for (const int s : seconds)
                    times.push_back(day + std::chrono::hours{h} + std::chrono::minutes{m}
                                    + std::chrono::seconds{s});
        std::sort(times.begin() + start, times.end());
        return true;
    }

    [[nodiscard]] std::vector<LocalTime> at_positions(const std::vector<LocalTime>& times) const {
        std::vector<LocalTime> chosen;
        const auto size = static_cast<int>(times.size());
        for (int i = 1; i <= size; ++i)
            if (names(rule_.positions, i, size))
                chosen.push_back(times[static_cast<std::size_t>(i - 1)]);
        return chosen;
    }

    const Recurrence& rule_;
    LocalTime first_;
    local_days first_day_;
    year_month_day first_date_;
};

/// Takes times in order, counts them, and keeps those in the window.
class Collector {
  public:
    Collector(const Recurrence& rule, LocalTime first, LocalWindow window)
        : rule_{rule}, first_{first}, window_{window} {
        take(first);
    }

    /// @return whether more can come.
    bool take(LocalTime time) {
        if (rule_.until && time > *rule_.until && time != first_) return false;
        if (rule_.count && taken_ >= *rule_.count) return false;
        ++taken_;
        if (window_.first <= time && time <= window_.last) kept_.push_back(time);
        return time <= window_.last;
    }

    [[nodiscard]] bool take_all(const std::vector<LocalTime>& times) {
        return std::all_of(times.begin(), times.end(),
                           [this](LocalTime time) { return time <= first_ || take(time); });
    }

    [[nodiscard]] std::vector<LocalTime> kept() { return std::move(kept_); }

  private:
    const Recurrence& rule_;
    LocalTime first_;
    LocalWindow window_;
    int taken_ = 0;
    std::vector<LocalTime> kept_;
};

}  // namespace

std::vector<LocalTime> occurrences(const Recurrence& rule, LocalTime first, LocalWindow window,
                                   Budget& budget) {
    const Expansion expansion{rule, first};
    Collector collector{rule, first, window};
    for (long k = rule.count ? 0 : expansion.period_before(window.first);; ++k) {
        const auto period = expansion.period(k);
        if (!period || LocalTime{period->first} > window.last || budget.left < 0) break;
        if (!collector.take_all(expansion.times_in(*period, budget))) break;
    }
    return collector.kept();
}

}  // namespace rul::ical
