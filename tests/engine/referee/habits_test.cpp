#include "tests/engine/referee/trial.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only
using model::Keep;
using model::Load;
using model::Regular;
using model::soft;
using testing::Trial;
using What = model::Regular::What;

namespace {

model::Date date(std::string_view text) {
    return testing::said(config::read_date(text, {}), text);
}

// Monday, Monday, Friday, Monday; three at 14, one by date only.
Trial mostly_mondays(Regular rule, model::Strength strength = soft(5)) {
    Trial t;
    t.body("SDFU").count(4);
    t.put_all("SDFU", {"man 02-01-2023 14-16", "man 06-02-2023 14-16", "fre 03-03-2023 9-11",
                       "man 03-04-2023"});
    rule.meetings = t.group("SDFU");
    t.rule(rule, strength);
    return t;
}

// Published Tuesday 7 March 2023 14-16, now where `now` says.
Trial republished(std::string_view now, Keep rule = {}) {
    Trial t;
    t.body("SDFU").count(0, 1);
    t.body("SDFU").meeting(1).published("tir 07-03-2023 14-16");
    if (!now.empty()) t.put("SDFU/1", now);
    rule.meetings = t.group("SDFU");
    t.rule(rule);
    return t;
}

// `anna` of Aalborg in SDFU and FFU, a guest at the event.
Trial busy_week(Load rule, model::Strength strength = model::must) {
    Trial t;
    t.body("SDFU").member(t.person("anna", "Aalborg")).count(2);
    t.body("FFU").member(t.person("anna"), model::Role::guest, model::Presence::optional).count(1);
    t.put_all("SDFU", {"man 16-01-2023 9-11", "tor 19-01-2023 9-11"});
    t.put("FFU/1", "man 16-01-2023 13-15");
    rule.persons = {t.person("anna")};
    t.rule(rule, strength);
    return t;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(habits_and_load)

BOOST_AUTO_TEST_CASE(the_majority_decides_the_weekday) {
    BOOST_TEST(mostly_mondays({.what = What::weekday}).costs()
               == "5: SDFU/3 | SDFU/3 (fre 03-03-2023) (fredag) afviger fra det sædvanlige i SDFU: "
                  "mandag\n");
    BOOST_TEST(mostly_mondays({.what = What::weekday}, model::must).verdict().violations.size()
               == 1U);
    Trial tie = mostly_mondays({.what = What::weekday});
    tie.put("SDFU/1", "fre 06-01-2023");
    BOOST_TEST(tie.verdict().cost == 10);
    tie.raw().rules.back().validity.first = date("01-02-2023");
    BOOST_TEST(tie.verdict().cost == 5);
}

BOOST_AUTO_TEST_CASE(a_meeting_by_date_only_has_no_usual_time) {
    BOOST_TEST(mostly_mondays({.what = What::time}).costs()
               == "5: SDFU/3 | SDFU/3 (fre 03-03-2023) (09.00) afviger fra det sædvanlige i SDFU: "
                  "14.00\n");
}

BOOST_AUTO_TEST_CASE(last_year_decides_for_the_kth) {
    const std::vector<model::Date> last_year{date("03-01-2022"), date("10-02-2022"),
                                             date("03-03-2022")};
    BOOST_TEST(mostly_mondays({.what = What::weekday, .last_year = last_year}).costs()
               == "5: SDFU/2 | SDFU/2 (man 06-02-2023) ligger på en mandag, sidste år på en torsdag\n"
                  "5: SDFU/3 | SDFU/3 (fre 03-03-2023) ligger på en fredag, sidste år på en torsdag\n");
    // Weeks 1, 6 and 9 in both years.
    BOOST_TEST(mostly_mondays({.what = What::week, .last_year = last_year}).costs() == "");
    Trial moved = mostly_mondays({.what = What::week, .last_year = last_year});
    moved.put("SDFU/2", "man 13-02-2023");
    BOOST_TEST(moved.costs()
               == "5: SDFU/2 | SDFU/2 (man 13-02-2023) ligger i uge 7, sidste år i uge 6\n");
    BOOST_TEST(mostly_mondays({.what = What::time, .last_year = last_year}).costs() == "");
    BOOST_TEST(mostly_mondays({.what = What::week}).costs() == "");
}

BOOST_AUTO_TEST_CASE(keep_pays_for_the_move_the_days_and_the_weekday) {
    BOOST_TEST(republished("tir 07-03-2023 14-16").costs() == "");
    BOOST_TEST(republished("tir 07-03-2023 14-15").costs() == "");  // the end may change
    BOOST_TEST(republished("tir 07-03-2023").costs() == "");
    BOOST_TEST(republished("tir 07-03-2023 15-16").verdict().cost == 10);
    BOOST_TEST(republished("tir 14-03-2023 14-16").verdict().cost == 10 + 7);
    BOOST_TEST(republished("man 06-03-2023 14-16").costs()
               == "16: SDFU/1 | SDFU/1 (man 06-03-2023) er flyttet fra tir 07-03-2023\n");
    BOOST_TEST(republished("").costs()
               == "10: SDFU/1 | SDFU/1 er offentliggjort til tir 07-03-2023, men holdes ikke\n");
    BOOST_TEST(republished("tir 14-03-2023 14-16").verdict().is_valid());
}

BOOST_AUTO_TEST_CASE(keep_pays_more_the_nearer_the_published_date_is) {
    const Keep rule{.per_meeting = 1, .per_day = 0, .near_days = 30, .near_factor = 4};
    const auto cost = [&](std::string_view today, std::string_view now) {
        Trial t = republished(now, rule);
        t.today(today);
        return t.verdict().cost;
    };
    BOOST_TEST(cost("05-02-2023", "tir 14-03-2023") == 4);
    BOOST_TEST(cost("04-02-2023", "tir 14-03-2023") == 1);
    BOOST_TEST(cost("07-03-2023", "") == 4);
    BOOST_TEST(cost("08-03-2023", "") == 1);
    BOOST_TEST(republished("", rule).verdict().cost == 1);
}

BOOST_AUTO_TEST_CASE(keep_passes_over_what_is_cancelled_or_never_was_published) {
    Trial cancelled = republished("");
    cancelled.body("SDFU").meeting(1).cancelled();
    BOOST_TEST(cancelled.costs() == "");
    Trial unpublished = republished("man 06-03-2023");
    unpublished.raw().meetings.front().published.reset();
    BOOST_TEST(unpublished.costs() == "");
    Trial by_date = republished("tir 07-03-2023 09-11");
    by_date.body("SDFU").meeting(1).published("tir 07-03-2023");
    BOOST_TEST(by_date.costs() == "");
    Trial expired = republished("man 06-03-2023");
    expired.raw().rules.back().validity.first = date("08-03-2023");
    BOOST_TEST(expired.costs() == "");
}

BOOST_AUTO_TEST_CASE(load_counts_a_persons_meetings_by_day_and_by_week) {
    BOOST_TEST(busy_week({.most = 2}).violations() == "");
    BOOST_TEST(busy_week({.most = 1}).violations()
               == "anna SDFU/1 FFU/1 | anna har 2 møder man 16-01-2023: SDFU/1 (man 16-01-2023) og "
                  "FFU/1 (man 16-01-2023); højst 1\n");
    BOOST_TEST(busy_week({.per = Load::Per::week, .most = 3}).violations() == "");
    BOOST_TEST(busy_week({.per = Load::Per::week, .most = 1}, soft(4)).costs()
               == "8: anna SDFU/1 SDFU/2 FFU/1 | anna har 3 møder i uge 3: SDFU/1 (man 16-01-2023), "
                  "SDFU/2 (tor 19-01-2023) og FFU/1 (man 16-01-2023); højst 1\n");
}

BOOST_AUTO_TEST_CASE(load_leaves_standby_and_other_people_out_and_nobody_named_means_everybody) {
    Trial t = busy_week({.most = 1});
    t.raw().bodies[t.body("FFU").id().index].members.front().presence = model::Presence::standby;
    BOOST_TEST(t.violations() == "");
    std::get<Load>(t.raw().rules.back().kind).persons.clear();
    BOOST_TEST(t.violations() == "");
    t.body("FFU").member(t.person("bo"));
    t.body("SDFU").member(t.person("bo"));
    BOOST_TEST(t.violations().starts_with("bo SDFU/1 FFU/1 | "));
}

BOOST_AUTO_TEST_CASE(a_seminar_and_an_event_load_each_day_they_touch) {
    Trial t;
    t.meeting("seminar", "SSF").seminar().attendee(t.person("anna"));
    t.event("topmøde", "17-01-2023..18-01-2023").attendee(t.person("anna"));
    t.put("seminar", "man 16-01-2023");
    t.rule(Load{.most = 1});
    BOOST_TEST(t.violations()
               == "anna seminar topmøde | anna har 2 møder tir 17-01-2023: seminar (man "
                  "16-01-2023) og topmøde (tir 17-01-2023); højst 1\n");
    std::get<Load>(t.raw().rules.back().kind).per = Load::Per::week;
    BOOST_TEST(t.verdict().violations.size() == 1U);
}

BOOST_AUTO_TEST_CASE(travel_to_another_municipality_counts_two) {
    Trial t = busy_week({.most = 2, .travel = true});
    t.put("SDFU/1", "man 16-01-2023 9-11 fysisk", t.venue("her", "Aalborg"));
    BOOST_TEST(t.violations() == "");
    t.put("SDFU/1", "man 16-01-2023 9-11 hybrid", t.venue("der", "Thisted"));
    BOOST_TEST(t.violations()
               == "anna SDFU/1 FFU/1 | anna har 2 møder man 16-01-2023: SDFU/1 (man 16-01-2023) og "
                  "FFU/1 (man 16-01-2023); højst 2, og rejse tæller med\n");
    t.raw().persons.front().municipality.clear();  // nobody knows whether that is a journey
    BOOST_TEST(t.violations() == "");
    t.raw().persons.front().municipality = "Aalborg";
    std::get<Load>(t.raw().rules.back().kind).travel = false;
    BOOST_TEST(t.violations() == "");
}

BOOST_AUTO_TEST_SUITE_END()
