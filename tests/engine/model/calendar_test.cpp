#include "engine/model/calendar.hpp"

#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>

using namespace rul::model;   // NOLINT(google-build-using-namespace): tests only
using namespace std::chrono;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::testing::for_each_seed;

namespace {

Date on(int y, unsigned m, unsigned d) {
    return Date{year{y} / month{m} / std::chrono::day{d}};
}

// "01-04", in the order of the year: short enough to write a whole year by hand.
std::string as_list(const std::vector<Holiday>& holidays) {
    std::string list;
    for (const Holiday& holiday : holidays) {
        const auto date = ymd(holiday.date);
        list += fmt::format("{}{}/{}", list.empty() ? "" : " ", static_cast<unsigned>(date.day()),
                            static_cast<unsigned>(date.month()));
    }
    return list;
}

constexpr CustomaryDays none{false, false, false};

Calendar danish_calendar() {
    std::vector<Holiday> all;
    for (int y = 1989; y <= 2038; ++y)
        for (const Holiday& holiday : danish_holidays(year{y}, {}))
            all.push_back(holiday);
    return Calendar{all};
}

Date random_date(Random& random) {
    return on(1991, 1, 1) + days{random.between(0, 46 * 365)};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(calendar)

BOOST_AUTO_TEST_CASE(easter_is_on_the_dates_the_almanacs_print) {
    std::ifstream table{"data/calendar/easter_1990_2037.txt"};
    int lines = 0;
    for (std::string line; std::getline(table, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream words{line};
        int y = 0;
        unsigned m = 0, d = 0;
        words >> y >> m >> d;
        BOOST_TEST((easter_sunday(year{y}) == on(y, m, d)), "Easter " << line);
        ++lines;
    }
    BOOST_TEST(lines == 48);
}

BOOST_AUTO_TEST_CASE(public_holidays_match_years_checked_by_hand) {
    BOOST_TEST(as_list(danish_holidays(year{2015}, none))
               == "1/1 2/4 3/4 5/4 6/4 1/5 14/5 24/5 25/5 25/12 26/12");
    BOOST_TEST(as_list(danish_holidays(year{2016}, none))
               == "1/1 24/3 25/3 27/3 28/3 22/4 5/5 15/5 16/5 25/12 26/12");
    BOOST_TEST(as_list(danish_holidays(year{2022}, none))
               == "1/1 14/4 15/4 17/4 18/4 13/5 26/5 5/6 6/6 25/12 26/12");
    BOOST_TEST(as_list(danish_holidays(year{2023}, none))
               == "1/1 6/4 7/4 9/4 10/4 5/5 18/5 28/5 29/5 25/12 26/12");
}

BOOST_AUTO_TEST_CASE(store_bededag_is_gone_from_2024) {
    BOOST_TEST(as_list(danish_holidays(year{2024}, none))
               == "1/1 28/3 29/3 31/3 1/4 9/5 19/5 20/5 25/12 26/12");
    BOOST_TEST(danish_holidays(year{2023}, none)[5].name.danish == "Store bededag");
}

BOOST_AUTO_TEST_CASE(customary_days_are_closed_when_the_plan_keeps_them) {
    BOOST_TEST(as_list(danish_holidays(year{2024}, {}))
               == "1/1 28/3 29/3 31/3 1/4 9/5 19/5 20/5 5/6 24/12 25/12 26/12 31/12");
    BOOST_TEST(as_list(danish_holidays(year{2024}, {false, true, false}))
               == "1/1 28/3 29/3 31/3 1/4 9/5 19/5 20/5 24/12 25/12 26/12");
}

BOOST_AUTO_TEST_CASE(a_public_holiday_gives_the_date_its_name_before_a_customary_day) {
    const Calendar calendar{danish_holidays(year{2017}, {})};
    BOOST_TEST(calendar.find_holiday(on(2017, 6, 5))->danish == "2. pinsedag");
    BOOST_TEST(calendar.find_holiday(on(2017, 6, 6)) == nullptr);
    BOOST_TEST(calendar.find_holiday(on(2017, 6, 3)) == nullptr);  // a Saturday
}

BOOST_AUTO_TEST_CASE(iso_weeks_at_the_turn_of_the_year) {
    const auto is = [](Date date, int y, int w) { return iso_week(date) == IsoWeek{y, w}; };
    BOOST_TEST(is(on(2018, 12, 31), 2019, 1));  // week 1 begins in December
    BOOST_TEST(is(on(2020, 12, 31), 2020, 53));
    BOOST_TEST(is(on(2021, 1, 3), 2020, 53));  // week 53 ends in January
    BOOST_TEST(is(on(2021, 1, 4), 2021, 1));
    BOOST_TEST(is(on(2023, 1, 1), 2022, 52));
    BOOST_TEST(is(on(2024, 12, 30), 2025, 1));
    BOOST_TEST(is(on(2026, 12, 31), 2026, 53));
}

BOOST_AUTO_TEST_CASE(a_week_runs_from_monday_to_sunday_and_week_53_is_not_in_every_year) {
    BOOST_TEST((days_of({2020, 53}) == DateRange{on(2020, 12, 28), on(2021, 1, 3)}));
    BOOST_TEST((days_of({2019, 1}) == DateRange{on(2018, 12, 31), on(2019, 1, 6)}));
    BOOST_TEST((days_of({2023, 42}) == DateRange{on(2023, 10, 16), on(2023, 10, 22)}));
    BOOST_TEST(!days_of({2021, 53}));
    BOOST_TEST(!days_of({2020, 54}));
    BOOST_TEST(!days_of({2020, 0}));
    BOOST_TEST(!days_of({2020, -1}));
}

BOOST_AUTO_TEST_CASE(days_of_undoes_iso_week) {
    for_each_seed([](Random& random) {
        const Date date = random_date(random);
        const auto week = days_of(iso_week(date));
        BOOST_REQUIRE(week.has_value());
        BOOST_TEST(week->contains(date));
        BOOST_TEST(week->days() == 7);
        BOOST_TEST((weekday_of(week->first) == Monday));
    });
}

BOOST_AUTO_TEST_CASE(eleven_days_before_a_meeting_may_be_a_saturday) {
    const Calendar calendar = danish_calendar();
    BOOST_TEST((weekday_of(on(2022, 3, 16)) == Wednesday));
    BOOST_TEST((calendar.shifted(on(2022, 3, 16), {-11, Unit::day}) == on(2022, 3, 5)));
    BOOST_TEST((calendar.working_day_on_or_before(on(2022, 3, 5)) == on(2022, 3, 4)));
}

BOOST_AUTO_TEST_CASE(four_working_days_before_a_tuesday_is_the_wednesday_before) {
    const Calendar calendar = danish_calendar();
    BOOST_TEST((calendar.shifted(on(2022, 3, 15), {-4, Unit::working_day}) == on(2022, 3, 9)));
    // Over Easter 2022 (14 to 18 April) the same four reach back five days more.
    BOOST_TEST((calendar.shifted(on(2022, 4, 21), {-4, Unit::working_day}) == on(2022, 4, 12)));
    BOOST_TEST((calendar.shifted(on(2022, 4, 12), {4, Unit::working_day}) == on(2022, 4, 21)));
}

BOOST_AUTO_TEST_CASE(shifting_never_counts_the_day_itself) {
    const Calendar calendar = danish_calendar();
    const Date sunday = on(2023, 3, 12);
    BOOST_TEST((calendar.shifted(sunday, {0, Unit::working_day}) == sunday));
    BOOST_TEST((calendar.shifted(sunday, {-1, Unit::working_day}) == on(2023, 3, 10)));
    BOOST_TEST((calendar.shifted(sunday, {1, Unit::working_day}) == on(2023, 3, 13)));
    BOOST_TEST((calendar.shifted(sunday, {-2, Unit::week}) == on(2023, 2, 26)));
}

BOOST_AUTO_TEST_CASE(distance_counts_days_for_weeks_and_working_days_for_working_days) {
    const Calendar calendar = danish_calendar();
    const Date before = on(2023, 4, 5), after = on(2023, 4, 12);  // Easter between them
    BOOST_TEST(calendar.distance(before, after, Unit::day) == 7);
    BOOST_TEST(calendar.distance(before, after, Unit::week) == 7);
    BOOST_TEST(calendar.distance(before, after, Unit::working_day) == 2);
    BOOST_TEST(calendar.distance(after, before, Unit::working_day) == -2);
    BOOST_TEST(calendar.distance(after, before, Unit::day) == -7);
}

BOOST_AUTO_TEST_CASE(working_days_are_counted_as_a_loop_over_the_days_counts_them) {
    const Calendar calendar = danish_calendar();
    for_each_seed(
        [&](Random& random) {
            const Date from = random_date(random);
            const Date to = from + days{random.between(0, 400)};
            int count = 0;
            for (Date d = from + days{1}; d <= to; d += days{1}) {
                const bool weekend = weekday_of(d) == Saturday || weekday_of(d) == Sunday;
                if (!weekend && calendar.find_holiday(d) == nullptr) ++count;
            }
            BOOST_TEST(calendar.working_days_between(from, to) == count);
            BOOST_TEST(calendar.working_days_between(to, from) == -count);
        },
        200);
}

BOOST_AUTO_TEST_CASE(shifting_by_working_days_and_counting_them_undo_each_other) {
    const Calendar calendar = danish_calendar();
    for_each_seed([&](Random& random) {
        const Date from = random_date(random);
        const int n = random.between(1, 60);
        const Date later = calendar.shifted(from, {n, Unit::working_day});
        BOOST_TEST(calendar.is_working_day(later));
        BOOST_TEST(calendar.working_days_between(from, later) == n);

        const Date start = calendar.working_day_on_or_before(from);
        const Date earlier = calendar.shifted(start, {-n, Unit::working_day});
        BOOST_TEST(calendar.is_working_day(earlier));
        BOOST_TEST(calendar.working_days_between(earlier, start) == n);
        BOOST_TEST((calendar.shifted(earlier, {n, Unit::working_day}) == start));
    });
}

BOOST_AUTO_TEST_CASE(dates_outside_the_table_are_answered_as_at_its_ends) {
    const Calendar calendar;
    BOOST_TEST(calendar.working_days_between(on(2050, 1, 1), on(2060, 1, 1)) == 0);
    BOOST_TEST((calendar.shifted(on(2037, 12, 31), {5000, Unit::working_day})
                == last_plannable_date + days{365}));
    BOOST_TEST((calendar.shifted(on(2037, 12, 31), {5000, Unit::day}) > on(2050, 1, 1)));
}

BOOST_AUTO_TEST_SUITE_END()
