#include "tests/engine/referee/trial.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only
using model::Appointments;
using model::Count;
using model::Mode;
using model::SlotChoice;
using testing::Trial;

namespace {

// One meeting of FFU with these slots, put at `when`.
Trial in_slots(const std::vector<std::string>& slots, std::string_view when) {
    Trial t;
    t.body("FFU").slots(slots).count(1);
    t.put("FFU/1", when);
    t.rule(SlotChoice{t.group("FFU")});
    return t;
}

bool fits(const std::vector<std::string>& slots, std::string_view when) {
    return in_slots(slots, when).verdict().is_valid();
}

// A meeting fixed as `said`, put as `put`, of a series with these slots.
bool stands(std::string_view said, std::string_view put,
            const std::vector<std::string>& slots = {"man 14-16 teams", "fre 9-11 fysisk"}) {
    Trial t;
    t.body("FFU").slots(slots).count(1);
    t.body("FFU").meeting(1).at(said);
    t.put("FFU/1", put);
    t.rule(Appointments{});
    return t.verdict().is_valid();
}

Trial counted(int least, int most, const std::vector<std::string>& dates) {
    Trial t;
    t.body("FFU").count(least, most);
    for (std::size_t k = 0; k < dates.size(); ++k)
        if (!dates[k].empty()) t.put(fmt::format("FFU/{}", k + 1), dates[k]);
    t.rule(Count{model::SeriesId{0U}, 50});
    return t;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(slots_and_counts)

BOOST_AUTO_TEST_CASE(weekday_time_and_mode_are_those_of_one_slot) {
    const std::vector<std::string> slots{"man 14-16 teams", "fre 9-11"};
    BOOST_TEST(fits(slots, "man 16-01-2023 14-16 teams"));
    BOOST_TEST(fits(slots, "fre 20-01-2023 9-11"));
    BOOST_TEST(!fits(slots, "tir 17-01-2023 14-16 teams"));
    BOOST_TEST(!fits(slots, "man 16-01-2023 9-11"));
    BOOST_TEST(!fits(slots, "man 16-01-2023 14-16 fysisk"));
    BOOST_TEST(!fits(slots, "fre 20-01-2023 9-11 teams"));
    BOOST_TEST(!fits(slots, "fre 20-01-2023"));
    BOOST_TEST(in_slots(slots, "tir 17-01-2023 14-16 teams").violations()
               == "FFU/1 | FFU/1 (tir 17-01-2023) 14.00-16.00 teams er ikke en af mødets "
                  "mødetider\n");
}

BOOST_AUTO_TEST_CASE(a_slot_may_be_the_nth_or_the_last_of_the_month_or_of_some_months) {
    BOOST_TEST(fits({"2. tirsdag 9-12"}, "tir 10-01-2023 9-12"));
    BOOST_TEST(!fits({"2. tirsdag 9-12"}, "tir 17-01-2023 9-12"));
    BOOST_TEST(fits({"sidste fre 9-11"}, "fre 27-01-2023 9-11"));
    BOOST_TEST(!fits({"sidste fre 9-11"}, "fre 20-01-2023 9-11"));
    BOOST_TEST(fits({"sidste fre 9-11"}, "fre 31-03-2023 9-11"));  // the fifth
    Trial t = in_slots({"fre 9-11"}, "fre 27-01-2023 9-11");
    t.raw().series.front().slots.front().months = {2, 3};
    BOOST_TEST(!t.verdict().is_valid());
}

BOOST_AUTO_TEST_CASE(no_slots_are_any_monday_to_friday_by_date_only) {
    BOOST_TEST(fits({}, "ons 18-01-2023"));
    BOOST_TEST(!fits({}, "lør 21-01-2023"));
    BOOST_TEST(!fits({}, "ons 18-01-2023 9-11"));
    BOOST_TEST(!fits({"14-16"}, "søn 22-01-2023 14-16"));
}

BOOST_AUTO_TEST_CASE(a_shorter_meeting_lies_in_the_slot_on_the_grid) {
    const auto fits_an_hour = [](std::string_view when) {
        Trial t = in_slots({"man 9-16"}, when);
        t.body("FFU").length("60 minutter");
        return t.verdict().is_valid();
    };
    BOOST_TEST(fits_an_hour("man 16-01-2023 9-10"));
    BOOST_TEST(fits_an_hour("man 16-01-2023 15-16"));
    BOOST_TEST(fits_an_hour("man 16-01-2023 10.15-11.15"));
    BOOST_TEST(!fits_an_hour("man 16-01-2023 10.10-11.10"));
    BOOST_TEST(!fits_an_hour("man 16-01-2023 15.15-16.15"));
    BOOST_TEST(!fits_an_hour("man 16-01-2023 8.45-9.45"));
    BOOST_TEST(!fits_an_hour("man 16-01-2023 9-11"));
}

BOOST_AUTO_TEST_CASE(what_the_slot_leaves_open_is_for_the_meeting_to_say) {
    Trial t = in_slots({"man 14-16"}, "man 16-01-2023 14-16");
    t.body("FFU").modes({Mode::teams, Mode::physical});
    BOOST_TEST(!t.verdict().is_valid());
    t.put("FFU/1", "man 16-01-2023 14-16 teams");
    BOOST_TEST(t.verdict().is_valid());
    t.put("FFU/1", "man 16-01-2023 14-16 fysisk");
    BOOST_TEST(t.verdict().is_valid());

    const auto aalborg = t.venue("aalborg");
    t.body("FFU").venues({"aalborg"});
    BOOST_TEST(!t.verdict().is_valid());  // physical, and venues there are
    t.put("FFU/1", "man 16-01-2023 14-16 fysisk", aalborg);
    BOOST_TEST(t.verdict().is_valid());
    t.put("FFU/1", "man 16-01-2023 14-16 fysisk", t.venue("thisted"));
    BOOST_TEST(!t.verdict().is_valid());
    t.raw().series.front().slots.front().venue = t.venue("thisted");
    BOOST_TEST(t.verdict().is_valid());
    t.put("FFU/1", "man 16-01-2023 14-16 teams", t.venue("thisted"));
    BOOST_TEST(!t.verdict().is_valid());
}

BOOST_AUTO_TEST_CASE(a_slot_costs_and_the_cheapest_that_fits_is_used) {
    Trial t = in_slots({"man-fre 14-16 (9 point)", "man 14-16 (4 point)"}, "tir 17-01-2023 14-16");
    BOOST_TEST(t.costs()
               == "9: FFU/1 | FFU/1 (tir 17-01-2023) bruger en mødetid, der ikke er den "
                  "foretrukne: 14.00-16.00\n");
    t.put("FFU/1", "man 16-01-2023 14-16");
    BOOST_TEST(t.verdict().cost == 4);
    BOOST_TEST(t.verdict().is_valid());
    t.body("FFU").meeting(1).at("man 16-01-2023 14-16");
    BOOST_TEST(t.verdict().cost == 0);  // said by the user, not chosen
}

BOOST_AUTO_TEST_CASE(a_meetings_own_slots_stand_instead_of_its_series) {
    Trial t = in_slots({"man 14-16"}, "tir 17-01-2023 9-11");
    BOOST_TEST(!t.verdict().is_valid());
    t.body("FFU").meeting(1).slots({"tir 9-11"});
    BOOST_TEST(t.verdict().is_valid());
}

BOOST_AUTO_TEST_CASE(a_seminar_is_from_noon_to_noon_on_two_working_days) {
    const auto fits_seminar = [](std::string_view when) {
        Trial t;
        t.meeting("seminar", "SSF").seminar();
        t.put("seminar", when);
        t.raw().rules.clear();
        t.rule(SlotChoice{t.group("seminar")});
        return t.verdict().is_valid();
    };
    BOOST_TEST(fits_seminar("tor 02-11-2023 12-12 fysisk"));
    BOOST_TEST(!fits_seminar("tor 02-11-2023 12-12"));         // nowhere
    BOOST_TEST(!fits_seminar("fre 03-11-2023 12-12 fysisk"));  // ends on a Saturday
    BOOST_TEST(!fits_seminar("tor 04-05-2023 12-12 fysisk"));  // store bededag
    BOOST_TEST(!fits_seminar("tor 02-11-2023 12-14 fysisk"));
}

BOOST_AUTO_TEST_CASE(a_fixed_date_is_kept_with_all_that_was_said_of_it) {
    BOOST_TEST(stands("tir 17-01-2023 8-9 hybrid", "tir 17-01-2023 8-9 hybrid"));
    BOOST_TEST(!stands("tir 17-01-2023 8-9 hybrid", "ons 18-01-2023 8-9 hybrid"));
    BOOST_TEST(!stands("tir 17-01-2023 8-9 hybrid", "tir 17-01-2023 8-10 hybrid"));
    BOOST_TEST(!stands("tir 17-01-2023 8-9 hybrid", "tir 17-01-2023 8-9 teams"));
}

BOOST_AUTO_TEST_CASE(what_a_fixed_date_leaves_open_is_as_its_slots_have_it) {
    BOOST_TEST(stands("man 16-01-2023", "man 16-01-2023 14-16 teams"));
    BOOST_TEST(!stands("man 16-01-2023", "man 16-01-2023 9-11 fysisk"));
    BOOST_TEST(!stands("man 16-01-2023", "man 16-01-2023"));
    BOOST_TEST(stands("man 16-01-2023 14-16", "man 16-01-2023 14-16 teams"));
    BOOST_TEST(!stands("man 16-01-2023 14-16", "man 16-01-2023 14-16"));
    BOOST_TEST(stands("man 16-01-2023 8-9", "man 16-01-2023 8-9"));  // no slot's: no mode known
    BOOST_TEST(!stands("man 16-01-2023 8-9", "man 16-01-2023 8-9 teams"));
    // On a day of no slot any of them serves.
    BOOST_TEST(stands("tir 17-01-2023", "tir 17-01-2023 9-11 fysisk"));
    BOOST_TEST(stands("tir 17-01-2023", "tir 17-01-2023 14-16 teams"));
    BOOST_TEST(!stands("tir 17-01-2023", "tir 17-01-2023 14-16 fysisk"));
    BOOST_TEST(stands("tir 17-01-2023", "tir 17-01-2023", {}));
    BOOST_TEST(stands("lør 21-01-2023", "lør 21-01-2023", {}));
}

BOOST_AUTO_TEST_CASE(an_appointment_not_kept_says_what_was_appointed) {
    Trial t;
    t.body("FFU").count(1);
    t.body("FFU").meeting(1).either({"man 16-01-2023 9-11 teams", "tir 17-01-2023"});
    t.rule(Appointments{});
    t.put("FFU/1", "tir 17-01-2023");
    BOOST_TEST(t.violations() == "");
    t.put("FFU/1", "man 16-01-2023 9-11 teams");
    BOOST_TEST(t.violations() == "");
    t.put("FFU/1", "ons 18-01-2023");
    BOOST_TEST(t.violations()
               == "FFU/1 | FFU/1 (ons 18-01-2023) ligger ikke som aftalt: man 16-01-2023 09.00-11.00 "
                  "teams eller tir 17-01-2023\n");
}

BOOST_AUTO_TEST_CASE(each_included_date_is_that_of_a_meeting) {
    Trial t;
    t.body("FFU").slots({"man 14-16 (9 point)"}).count(2).fixed({"tor 19-01-2023 8-9"});
    t.put("FFU/1", "tor 19-01-2023 8-9").put("FFU/2", "man 23-01-2023 14-16");
    t.rule(Appointments{});
    t.rule(SlotChoice{t.group("FFU")});
    BOOST_TEST(t.violations() == "");
    BOOST_TEST(t.verdict().cost == 9);
    t.put("FFU/1", "man 16-01-2023 14-16");
    BOOST_TEST(t.violations()
               == "| intet møde i FFU ligger som aftalt: tor 19-01-2023 08.00-09.00\n");
}

BOOST_AUTO_TEST_CASE(meetings_are_placed_within_their_time_and_cancelled_ones_never) {
    Trial t;
    t.meeting("a", "FFU").within("uge 3");
    t.rule(Appointments{});
    BOOST_TEST(t.violations() == "a | a er ikke lagt i planen\n");
    t.put("a", "fre 20-01-2023");
    BOOST_TEST(t.violations() == "");
    t.put("a", "man 23-01-2023");
    BOOST_TEST(t.violations() == "a | a (man 23-01-2023) ligger uden for 16-01-2023..22-01-2023\n");
    t.raw().meetings.front().may_be_left_out = true;
    const std::vector<std::optional<model::Placement>> nowhere(1);
    BOOST_TEST(referee::judge(t.raw(), {nowhere}).is_valid());
    t.raw().meetings.front().state = model::Meeting::State::cancelled;
    BOOST_TEST(t.violations() == "a | a (man 23-01-2023) er aflyst, men står i planen\n");
}

BOOST_AUTO_TEST_CASE(dates_after_2037_are_not_plannable) {
    Trial t{"2030"};
    t.meeting("a", "FFU");
    t.raw().meetings.front().within = {model::first_plannable_date,
                                       model::last_plannable_date + std::chrono::days{9}};
    t.rule(Appointments{});
    const auto verdict_on = [&](model::Date date) {
        return referee::judge(t.raw(), {{model::Placement{date}}});
    };
    BOOST_TEST(verdict_on(model::last_plannable_date).is_valid());
    BOOST_TEST(verdict_on(model::first_plannable_date).is_valid());
    t.raw().meetings.front().within.first = model::first_plannable_date - std::chrono::days{9};
    BOOST_TEST(!verdict_on(model::first_plannable_date - std::chrono::days{1}).is_valid());
    const auto late = verdict_on(model::last_plannable_date + std::chrono::days{1});
    BOOST_TEST(t.lines(late.violations)
               == "a | a (fre 01-01-2038) ligger uden for årene 1990-2037\n");
}

BOOST_AUTO_TEST_CASE(a_quota_holds_between_least_and_most_and_each_missing_costs) {
    BOOST_TEST(counted(1, 3, {"man 16-01-2023", "man 23-01-2023", "man 30-01-2023"}).costs() == "");
    const Trial one = counted(1, 3, {"man 16-01-2023"});
    BOOST_TEST(one.verdict().is_valid());
    BOOST_TEST(one.costs()
               == "100: FFU/2 FFU/3 | FFU har 1 møde i 01-01-2023..31-12-2023, 2 færre end der kan "
                  "være\n");
    BOOST_TEST(counted(1, 2, {}).violations()
               == "FFU/1 FFU/2 | FFU har 0 møder i 01-01-2023..31-12-2023, mindst 1 kræves\n");
}

BOOST_AUTO_TEST_CASE(only_the_last_of_a_quota_are_left_out) {
    BOOST_TEST(counted(1, 3, {"man 16-01-2023", "", "man 30-01-2023"}).violations()
               == "FFU/2 FFU/3 | FFU/2 er udeladt, men FFU/3 (man 30-01-2023) holdes: kun de sidste "
                  "må udelades\n");
    Trial halves;
    halves.body("FFU").count_within("1. halvår", 0, 1).count_within("2. halvår", 1, 1);
    halves.put("FFU/2", "man 04-09-2023");
    halves.rule(Count{model::SeriesId{0U}, 50});
    BOOST_TEST(halves.violations() == "");  // a quota of its own
    BOOST_TEST(halves.verdict().cost == 50);
}

BOOST_AUTO_TEST_CASE(a_series_is_in_date_order_with_no_two_on_one_date) {
    BOOST_TEST(counted(2, 2, {"man 16-01-2023", "fre 13-01-2023"}).violations()
               == "FFU/1 FFU/2 | FFU/1 (man 16-01-2023) skal ligge før FFU/2 (fre 13-01-2023)\n");
    BOOST_TEST(
        counted(2, 2, {"man 16-01-2023 8-9", "man 16-01-2023 10-11"}).verdict().violations.size()
        == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
