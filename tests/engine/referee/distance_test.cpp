#include "tests/engine/referee/trial.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only
using model::Apart;
using model::Distance;
using model::soft;
using testing::Trial;
using Pairs = model::Distance::Pairs;

namespace {

// FFU on 6 January, 3 March and 5 May 2023; SSF on 3 February, 31 March and 2 June: 28 days apart.
Trial two_series() {
    Trial t;
    t.body("FFU").count(3);
    t.body("SSF").count(3);
    t.put_all("FFU", {"fre 06-01-2023", "fre 03-03-2023", "fre 05-05-2023"});
    t.put_all("SSF", {"fre 03-02-2023", "fre 31-03-2023", "fre 02-06-2023"});
    return t;
}

// Two meetings on one Friday, 9-11 and at `second`.
Trial by_the_clock(std::string_view second, std::string_view distance,
                   model::Strength strength = model::must) {
    Trial t;
    t.meeting("formøde", "SSF");
    t.meeting("møde", "SSF");
    t.put("formøde", "fre 06-01-2023 9-11").put("møde", second);
    t.distance("formøde", "møde", distance, Pairs::every_pair, strength);
    return t;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(distance)

BOOST_AUTO_TEST_CASE(in_step_measures_the_kth_from_the_kth) {
    Trial t = two_series();
    t.distance("FFU", "SSF", "28 dage", Pairs::in_step);
    t.raw().rules.back().kind = Distance{
        t.group("FFU"), t.group("SSF"), Pairs::in_step, {28, std::nullopt, 28, model::Unit::day}};
    BOOST_TEST(t.verdict().is_valid());
    BOOST_TEST(t.verdict().cost == 0);

    t.put("SSF/2", "tor 30-03-2023");
    BOOST_TEST(t.violations()
               == "FFU/2 SSF/2 | der er 27 dage fra FFU/2 (fre 03-03-2023) til SSF/2 (tor "
                  "30-03-2023), men der skal være præcis 28 dage\n");
}

BOOST_AUTO_TEST_CASE(in_step_stops_with_the_shorter_series) {
    Trial t = two_series();
    t.body("SSU").count(1);
    t.put("SSU/1", "fre 06-01-2023");
    t.distance("FFU", "SSU", "mindst 1 dage", Pairs::in_step);
    BOOST_TEST(t.verdict().violations.size() == 1U);
}

BOOST_AUTO_TEST_CASE(neighbours_are_consecutive_by_date) {
    Trial t = two_series();
    t.distance("FFU", "FFU", "8-9 uger", Pairs::neighbours);
    BOOST_TEST(t.violations() == "");
    t.put("FFU/2", "fre 02-06-2023");  // out of order: 6 January, 5 May, 2 June
    BOOST_TEST(t.violations()
               == "FFU/1 FFU/3 | der er 119 dage fra FFU/1 (fre 06-01-2023) til FFU/3 (fre "
                  "05-05-2023), men der skal være 8-9 uger\n"
                  "FFU/3 FFU/2 | der er 28 dage fra FFU/3 (fre 05-05-2023) til FFU/2 (fre "
                  "02-06-2023), men der skal være 8-9 uger\n");
}

BOOST_AUTO_TEST_CASE(left_out_and_cancelled_meetings_are_no_neighbours) {
    Trial t;
    t.body("FFU").count(1, 3);
    t.body("FFU").meeting(2).cancelled();
    t.put_all("FFU", {"fre 06-01-2023", "man 09-01-2023"});
    t.distance("FFU", "FFU", "mindst 14 dage", Pairs::neighbours);
    BOOST_TEST(t.violations() == "");
}

BOOST_AUTO_TEST_CASE(every_pair_measures_all_and_a_pair_named_both_ways_once) {
    Trial t = two_series();
    t.distance("FFU", "SSF", "mindst 29 dage", Pairs::every_pair);
    // Only (1,2), (1,3) and (2,3) are: the k-th are 28 days apart, and the rest the other way
    // round.
    BOOST_TEST(t.verdict().violations.size() == 6U);

    Trial one = two_series();
    one.distance("FFU", "FFU", "mindst 57 dage", Pairs::every_pair);
    BOOST_TEST(one.lines(one.verdict().violations).starts_with("FFU/1 FFU/2 | der er 56 dage"));
    BOOST_TEST(one.verdict().violations.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_soft_distance_costs_per_day_outside) {
    Trial t = two_series();
    t.distance("FFU", "SSF", "30-40 dage", Pairs::in_step, soft(20));
    BOOST_TEST(t.verdict().is_valid());
    BOOST_TEST(t.verdict().cost == 3 * 2 * 20);
    BOOST_TEST(t.costs().starts_with("40: FFU/1 SSF/1 | der er 28 dage fra"));
}

BOOST_AUTO_TEST_CASE(the_ideal_costs_per_day_and_double_beyond_a_week_whatever_the_strength) {
    Trial t = two_series();
    t.distance("FFU", "SSF", "20-49 dage, ideal 30 dage", Pairs::in_step);
    t.put("SSF/2", "fre 21-04-2023");  // 49 days: 19 off, hence 19 + 12
    BOOST_TEST(t.verdict().is_valid());
    BOOST_TEST(t.costs()
               == "2: FFU/1 SSF/1 | der er 28 dage fra FFU/1 (fre 06-01-2023) til SSF/1 (fre "
                  "03-02-2023); idealet er 30 dage\n"
                  "31: FFU/2 SSF/2 | der er 49 dage fra FFU/2 (fre 03-03-2023) til SSF/2 (fre "
                  "21-04-2023); idealet er 30 dage\n"
                  "2: FFU/3 SSF/3 | der er 28 dage fra FFU/3 (fre 05-05-2023) til SSF/3 (fre "
                  "02-06-2023); idealet er 30 dage\n");
    std::get<Distance>(t.raw().rules.back().kind).ideal_points = 3;
    BOOST_TEST(t.verdict().cost == 3 * 35);
}

BOOST_AUTO_TEST_CASE(weeks_are_measured_in_days_and_working_days_leave_easter_out) {
    Trial t = two_series();
    t.distance("FFU", "SSF", "3-9 uger, ideal 5 uger", Pairs::in_step);
    BOOST_TEST(t.verdict().cost == 3 * 7);

    Trial easter;
    easter.meeting("a", "FFU");
    easter.meeting("b", "FFU");
    easter.put("a", "ons 05-04-2023").put("b", "ons 12-04-2023");
    easter.distance("a", "b", "mindst 5 hverdage", Pairs::every_pair, soft(10));
    BOOST_TEST(easter.costs()
               == "30: a b | der er 2 hverdage fra a (ons 05-04-2023) til b (ons 12-04-2023), men "
                  "der skal være mindst 5 hverdage\n");
}

BOOST_AUTO_TEST_CASE(minutes_run_from_end_to_start_and_cost_by_the_quarter) {
    BOOST_TEST(by_the_clock("fre 06-01-2023 12-14", "højst 60 minutter").violations() == "");
    BOOST_TEST(by_the_clock("fre 06-01-2023 12.15-14", "højst 1 timer").violations()
               == "formøde møde | der er 1 time 15 minutter fra formøde (fre 06-01-2023) til møde "
                  "(fre 06-01-2023), men der skal være højst 1 time\n");
    // 80 minutes, 20 too many: two started quarters.
    const auto late = by_the_clock("fre 06-01-2023 12.20-14", "højst 60 minutter", soft(4));
    BOOST_TEST(late.verdict().cost == 8);
}

BOOST_AUTO_TEST_CASE(minutes_between_meetings_by_date_only_are_not_measured) {
    const auto unknown = by_the_clock("lør 07-01-2023", "højst 60 minutter");
    BOOST_TEST(unknown.violations() == "");
}

BOOST_AUTO_TEST_CASE(validity_asks_the_date_of_the_later_named_meeting) {
    Trial t = two_series();
    t.distance("FFU", "SSF", "mindst 30 dage", Pairs::in_step);
    t.raw().rules.back().validity.first = testing::said(config::read_date("31-03-2023", {}), "");
    BOOST_TEST(t.verdict().violations.size() == 2U);  // SSF/2 and SSF/3; FFU/2 is before it
}

BOOST_AUTO_TEST_CASE(an_event_is_measured_from_where_it_is) {
    Trial t;
    t.body("SSU").count(1);
    t.event("kl-topmøde", "16-03-2023..17-03-2023");
    t.distance("kl-topmøde", "SSU/1", "mindst 7 dage");
    t.put("SSU/1", "tor 23-03-2023");
    BOOST_TEST(t.violations() == "");
    t.put("SSU/1", "ons 22-03-2023");
    BOOST_TEST(t.verdict().violations.size() == 1U);
}

BOOST_AUTO_TEST_CASE(apart_forbids_one_day_or_less_than_so_many_days) {
    Trial t = two_series();
    t.rule(Apart{t.group("FFU"), t.group("SSF")});
    BOOST_TEST(t.violations() == "");
    t.put("SSF/1", "fre 03-03-2023");
    BOOST_TEST(t.violations()
               == "FFU/2 SSF/1 | FFU/2 (fre 03-03-2023) og SSF/1 (fre 03-03-2023): de må ikke ligge "
                  "samme dag\n");

    Trial far = two_series();
    far.rule(Apart{far.group("SSF"), far.group("FFU"), 28});
    BOOST_TEST(far.violations() == "");
    std::get<Apart>(far.raw().rules.back().kind).days = 29;
    BOOST_TEST(far.verdict().violations.size() == 4U);
}

BOOST_AUTO_TEST_CASE(apart_by_week_asks_the_iso_week) {
    Trial t;
    t.body("FFU").count(2);
    t.put_all("FFU", {"søn 08-01-2023", "man 09-01-2023"});
    t.rule(Apart{t.group("FFU"), t.group("FFU"), 1, true}, soft(5));
    BOOST_TEST(t.costs() == "");
    t.put("FFU/2", "man 02-01-2023");
    BOOST_TEST(t.costs()
               == "5: FFU/1 FFU/2 | FFU/1 (søn 08-01-2023) og FFU/2 (man 02-01-2023): de må ikke "
                  "ligge i samme uge\n");
}

BOOST_AUTO_TEST_CASE(apart_binds_by_the_later_named_or_by_either_when_both_name_both) {
    const auto spring = [](Trial& t) {
        t.raw().rules.back().validity.last = testing::said(config::read_date("30-04-2023", {}), "");
    };
    Trial t = two_series();
    t.put("FFU/3", "fre 28-04-2023").put("SSF/3", "man 01-05-2023");
    t.rule(Apart{t.group("FFU"), t.group("SSF"), 4});
    spring(t);
    BOOST_TEST(t.violations() == "");  // SSF/3 is after April
    t.raw().rules.back().kind = Apart{t.group("SSF"), t.group("FFU"), 4};
    BOOST_TEST(t.verdict().violations.size() == 1U);
    t.raw().rules.back().kind = Apart{t.group({"FFU", "SSF"}), t.group({"FFU", "SSF"}), 4};
    BOOST_TEST(t.verdict().violations.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
