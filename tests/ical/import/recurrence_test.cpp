#include "ical/import/recurrence.hpp"

#include "ical/import/components.hpp"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <fstream>
#include <sstream>
#include <string>

namespace rul::ical {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::year;

// "19970902T090000", or a date at nine o'clock.
LocalTime time(const std::string& text) {
    const auto number = [&](std::size_t at, std::size_t size) {
        return text.size() > at ? std::stoi(text.substr(at, size)) : 0;
    };
    const auto day = local_days{year{number(0, 4)} / number(4, 2) / number(6, 2)};
    if (text.size() == 8) return day + hours{9};
    return day + hours{number(9, 2)} + std::chrono::minutes{number(11, 2)}
           + std::chrono::seconds{number(13, 2)};
}

std::string text_of(const std::vector<LocalTime>& times) {
    std::string result;
    for (const LocalTime one : times) {
        const auto day = std::chrono::floor<days>(one);
        const std::chrono::year_month_day date{day};
        result += fmt::format(" {:04}{:02}{:02}", int{date.year()}, unsigned{date.month()},
                              unsigned{date.day()});
        if (one - day != hours{9}) result += fmt::format("+{}s", (one - day).count());
    }
    return result;
}

struct Case {
    std::string rule;
    LocalTime start;
    LocalWindow window{};

    [[nodiscard]] std::string result() const {
        const auto written = read_rule(rule);
        if (!written) return "unreadable";
        Budget budget;
        return text_of(occurrences(written->rule, start, window, budget));
    }
};

BOOST_AUTO_TEST_SUITE(recurrence_suite)

BOOST_AUTO_TEST_CASE(every_rule_of_the_table_gives_its_occurrences) {
    std::ifstream table{"data/ical/recurrence.txt"};
    BOOST_REQUIRE(table.is_open());
    Case now;
    int cases = 0;
    for (std::string line; std::getline(table, line);) {
        std::istringstream words{line};
        std::string word, first, second;
        words >> word >> first >> second;
        if (word == "RRULE") now.rule = first;
        if (word == "START") now.start = time(first);
        if (word == "IN") now.window = {time(first), time(second)};
        if (word != "GIVES") continue;
        ++cases;
        BOOST_TEST(now.result() == line.substr(5), now.rule);
    }
    BOOST_TEST(cases == 31);
}

BOOST_AUTO_TEST_CASE(times_of_day_multiply_and_are_in_order) {
    const Case at{"FREQ=DAILY;BYHOUR=9,7;BYMINUTE=0,30;COUNT=5",
                  time("20270104T070000"),
                  {time("20270101T000000"), time("20280101T000000")}};
    BOOST_TEST(at.result()
               == " 20270104+25200s 20270104+27000s 20270104 20270104+34200s 20270105+25200s");
}

BOOST_AUTO_TEST_CASE(what_comes_more_often_than_daily_is_no_rule) {
    for (const char* const rule :
         {"FREQ=HOURLY", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY", "FREQ=NEVER",
          "FREQ=DAILY;INTERVAL=0", "COUNT=3", "", "FREQ=MONTHLY;RSCALE=CHINESE"})
        BOOST_TEST(!read_rule(rule), rule);
}

BOOST_AUTO_TEST_CASE(a_rule_that_never_ends_stops_with_its_budget) {
    std::string all = "0";
    for (int i = 1; i < 60; ++i)
        all += "," + std::to_string(i);
    const auto bomb = read_rule("FREQ=DAILY;BYMINUTE=" + all + ";BYSECOND=" + all);
    BOOST_REQUIRE(bomb);
    Budget budget{10'000};
    const LocalTime start = time("20270104T070000");
    const auto some = occurrences(bomb->rule, start, {start, start + days{10'000}}, budget);
    BOOST_TEST(budget.left < 0);
    BOOST_TEST(some.size() <= 10'000U);
}

BOOST_AUTO_TEST_CASE(an_interval_of_any_size_ends) {
    for (const char* const frequency : {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}) {
        const Case far{std::string{"FREQ="} + frequency + ";INTERVAL=30000;COUNT=3",
                       time("20270104T090000"),
                       {time("20260101T000000"), time("20371231T000000")}};
        BOOST_TEST(far.result() == " 20270104", frequency);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

}  // namespace rul::ical
