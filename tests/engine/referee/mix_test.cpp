#include "tests/engine/referee/trial.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only
using model::Gather;
using model::Mix;
using model::Mode;
using model::Rooms;
using model::Rotation;
using model::soft;
using testing::Trial;

namespace {

// Teams, Teams, physical, hybrid: Mondays of January 2023.
Trial four_modes() {
    Trial t;
    t.body("SDFU").count(4);
    t.put_all("SDFU", {"man 02-01-2023 teams", "man 09-01-2023 teams", "man 16-01-2023 fysisk",
                       "man 23-01-2023 hybrid"});
    return t;
}

Trial with(Mix rule, model::Strength strength = model::must) {
    Trial t = four_modes();
    rule.meetings = t.group("SDFU");
    t.rule(rule, strength);
    return t;
}

// Physical meetings at these venues in turn, "" being Teams.
Trial round(const std::vector<std::string>& venues, Rotation rule,
            model::Strength strength = model::must) {
    Trial t;
    t.venue("aalborg", "Aalborg");
    t.venue("thisted", "Thisted");
    t.venue("skagen", "Frederikshavn");
    t.body("SDFU").count(static_cast<int>(venues.size()));
    for (std::size_t k = 0; k < venues.size(); ++k) {
        const std::string date = model::to_digits(t.raw().period.first + std::chrono::days{7 * k});
        const std::string key = fmt::format("SDFU/{}", k + 1);
        if (venues[k].empty())
            t.put(key, date + " teams");
        else
            t.put(key, date + (k % 2 == 0 ? " fysisk" : " hybrid"), t.venue(venues[k]));
    }
    rule.meetings = t.group("SDFU");
    rule.municipalities = {"Aalborg", "Thisted"};
    t.rule(rule, strength);
    return t;
}

// A venue with a room for two, and two bodies of two and three.
Trial with_rooms() {
    Trial t;
    const auto venue = t.venue("aalborg", "Aalborg");
    t.room(venue, "Lille sal", 2);
    t.room(venue, "Store sal", 0);
    for (const auto* const key : {"a", "b", "c"})
        t.body("FFU").member(t.person(key));
    t.body("SSF").member(t.person("a")).member(t.person("b"));
    t.body("SSF").substitute(t.person("c"), t.person("a"));
    t.meeting("ffu", "FFU");
    t.meeting("ssf", "SSF");
    t.rule(Rooms{});
    return t;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mix_and_places)

BOOST_AUTO_TEST_CASE(shares_count_hybrid_as_physical) {
    BOOST_TEST(with({.shares = {{Mode::teams, 2, 2}, {Mode::physical, 2, 2}}}).violations() == "");
    BOOST_TEST(with({.shares = {{Mode::teams, {}, 1}, {Mode::physical, 3, {}}}}).violations()
               == "SDFU/1 SDFU/2 | SDFU har 2 møder af formen teams, højst 1 tillades\n"
                  "SDFU/3 SDFU/4 | SDFU har 2 møder af formen fysisk, mindst 3 kræves\n");
}

BOOST_AUTO_TEST_CASE(a_soft_share_costs_for_each_meeting_too_few_or_too_many) {
    BOOST_TEST(
        with({.shares = {{Mode::teams, {}, 0}, {Mode::physical, 3, {}}}}, soft(5)).verdict().cost
        == 15);
}

BOOST_AUTO_TEST_CASE(an_unspecified_mode_is_neither_and_left_out_meetings_do_not_count) {
    Trial t = with({.shares = {{Mode::teams, 2, {}}, {Mode::physical, 2, {}}}, .most_in_a_row = 1});
    BOOST_TEST(t.verdict().violations.size() == 2U);  // two runs
    t.put("SDFU/2", "man 09-01-2023");
    t.put("SDFU/1", "man 02-01-2023");  // two of no mode follow one another
    BOOST_TEST(t.verdict().violations.size() == 2U);
    t.put("SDFU/1", "man 02-01-2023 teams");
    BOOST_TEST(t.violations().starts_with(
        "SDFU/1 | SDFU har 1 møde af formen teams, mindst 2 kræves\nSDFU/3 SDFU/4 | "));
}

BOOST_AUTO_TEST_CASE(each_run_of_one_too_many_is_a_fault_of_its_own) {
    Trial t = with({.most_in_a_row = 2}, soft(5));
    BOOST_TEST(t.costs() == "");
    t.put("SDFU/3", "man 16-01-2023 teams");
    BOOST_TEST(t.costs()
               == "5: SDFU/1 SDFU/2 SDFU/3 | SDFU/1 (man 02-01-2023), SDFU/2 (man 09-01-2023) og "
                  "SDFU/3 (man 16-01-2023) ligger i træk og er alle teams; højst 2 i træk\n");
    t.put("SDFU/4", "man 23-01-2023 teams");
    BOOST_TEST(t.verdict().cost == 10);
    t.raw().rules.back().validity.first = testing::said(config::read_date("09-01-2023", {}), "");
    BOOST_TEST(t.verdict().cost == 5);  // three of them are counted
}

BOOST_AUTO_TEST_CASE(runs_go_by_date_not_by_number) {
    Trial t = with({.most_in_a_row = 1});
    t.put("SDFU/2", "man 30-01-2023 teams").put("SDFU/4", "man 06-02-2023 hybrid");
    // Teams, physical, Teams, hybrid.
    BOOST_TEST(t.violations() == "");
}

BOOST_AUTO_TEST_CASE(a_season_binds_its_months_and_weekdays) {
    Trial t = with({.seasons = {{{1}, {std::chrono::Monday}, Mode::teams}}});
    BOOST_TEST(t.violations()
               == "SDFU/3 | SDFU/3 (man 16-01-2023) er fysisk, men skal være teams på den tid\n"
                  "SDFU/4 | SDFU/4 (man 23-01-2023) er hybrid, men skal være teams på den tid\n");
    t.put("SDFU/3", "tir 17-01-2023 fysisk").put("SDFU/4", "man 06-02-2023 fysisk");
    BOOST_TEST(t.violations() == "");
    t.put("SDFU/1", "man 02-01-2023");
    BOOST_TEST(t.violations()
               == "SDFU/1 | SDFU/1 (man 02-01-2023) er uden angivet form, men skal være teams på "
                  "den tid\n");
}

BOOST_AUTO_TEST_CASE(rotation_is_fair_when_the_visits_differ_by_at_most_one) {
    BOOST_TEST(round({"aalborg", "thisted", "", "aalborg"}, {}).violations() == "");
    const Trial unfair = round({"aalborg", "aalborg", "", "aalborg"}, {}, soft(5));
    BOOST_TEST(unfair.costs()
               == "10: SDFU/1 SDFU/2 SDFU/4 | SDFU mødes 3 gange i Aalborg, men 0 i Thisted\n");
    BOOST_TEST(round({"aalborg", "aalborg"}, {.fair = false}).violations() == "");
    // Elsewhere counts for none of them.
    BOOST_TEST(round({"skagen", "skagen", "skagen"}, {}).violations() == "");
}

BOOST_AUTO_TEST_CASE(no_repeat_passes_over_teams_meetings_and_asks_places_not_listed_too) {
    const Rotation rule{.fair = false, .no_repeat = true};
    BOOST_TEST(round({"aalborg", "thisted", "aalborg"}, rule).violations() == "");
    BOOST_TEST(round({"aalborg", "", "aalborg"}, rule).violations()
               == "SDFU/1 SDFU/3 | SDFU/1 (søn 01-01-2023) og SDFU/3 (søn 15-01-2023) er begge i "
                  "Aalborg\n");
    Trial elsewhere = round({"skagen", "skagen"}, rule, soft(7));
    BOOST_TEST(elsewhere.verdict().cost == 7);
    elsewhere.raw().venues[elsewhere.venue("skagen").index].municipality.clear();
    BOOST_TEST(elsewhere.verdict().cost == 0);
}

BOOST_AUTO_TEST_CASE(a_venue_farther_than_the_nearest_costs_by_the_quarter) {
    Trial t = round({"thisted", "aalborg"}, {.fair = false, .nearest_points = 3});
    t.travel(t.venue("aalborg"), t.venue("thisted"), 80);
    t.body("SDFU").venues({"aalborg", "thisted"});
    t.body("SDFU").member(t.person("a", "Aalborg")).member(t.person("b", "Aalborg"));
    t.body("SDFU").member(t.person("c", "Thisted"));
    // Mean travel to Thisted 53 minutes, to Aalborg 26: 27 more, two started quarters.
    BOOST_TEST(t.costs()
               == "6: SDFU/1 | til SDFU/1 (søn 01-01-2023) på thisted er der i snit 27 minutters "
                  "rejse mere end til det nærmeste mødested\n");
}

BOOST_AUTO_TEST_CASE(gathered_meetings_share_day_and_venue) {
    Trial t;
    const auto aalborg = t.venue("aalborg", "Aalborg");
    t.body("SDFU").count(1);
    t.body("FFU").count(1);
    t.body("SSF").count(1);
    t.put("SDFU/1", "man 16-01-2023 9-11 fysisk", aalborg);
    t.put("FFU/1", "man 16-01-2023 13-15 hybrid", aalborg);
    t.put("SSF/1", "man 16-01-2023 teams");
    t.rule(Gather{t.group({"SDFU", "FFU", "SSF"})}, soft(5));
    BOOST_TEST(t.costs() == "");
    t.put("FFU/1", "man 16-01-2023 13-15 fysisk", t.venue("thisted"));
    BOOST_TEST(t.verdict().cost == 10);
    t.put("FFU/1", "man 16-01-2023 13-15 teams");
    BOOST_TEST(t.costs()
               == "5: SDFU/1 | SDFU/1 (man 16-01-2023) deler ikke dag og mødested med et andet af "
                  "møderne i SDFU, FFU, SSF\n");
}

BOOST_AUTO_TEST_CASE(a_meeting_at_a_venue_with_rooms_has_one_that_holds_all) {
    Trial t = with_rooms();
    const auto venue = t.venue("aalborg");
    t.put("ffu", "man 16-01-2023 9-11 fysisk", venue, 1);
    t.put("ssf", "man 16-01-2023 9-11 fysisk", venue, 0);  // a substitute needs no chair
    BOOST_TEST(t.violations() == "");
    t.put("ffu", "man 16-01-2023 9-11 fysisk", venue);
    BOOST_TEST(t.violations() == "ffu | ffu (man 16-01-2023) har intet lokale på aalborg\n");
    t.put("ffu", "man 16-01-2023 9-11 fysisk", venue, 2);
    BOOST_TEST(t.violations() == "ffu | ffu (man 16-01-2023) har intet lokale på aalborg\n");
    t.put("ffu", "man 16-01-2023 13-15 fysisk", venue, 0);
    BOOST_TEST(t.violations()
               == "ffu | ffu (man 16-01-2023) venter 3 deltagere, men Lille sal har kun 2 "
                  "pladser\n");
    t.put("ffu", "man 16-01-2023 9-11 fysisk", t.venue("uden lokaler"));
    BOOST_TEST(t.violations() == "");
}

BOOST_AUTO_TEST_CASE(a_room_is_used_by_one_meeting_at_a_time_and_not_when_it_is_taken) {
    Trial t = with_rooms();
    const auto venue = t.venue("aalborg");
    t.put("ffu", "man 16-01-2023 9-11 fysisk", venue, 1);
    t.put("ssf", "man 16-01-2023 10-12 fysisk", venue, 1);
    BOOST_TEST(t.violations()
               == "ffu ssf | ffu (man 16-01-2023) og ssf (man 16-01-2023) står i samme lokale "
                  "samtidig\n");
    t.put("ssf", "man 16-01-2023 11-12 fysisk", venue, 1);
    BOOST_TEST(t.violations() == "");
    t.put("ssf", "man 16-01-2023 fysisk", venue, 1);
    BOOST_TEST(t.violations() == "");

    const model::Date monday = testing::said(config::read_date("16-01-2023", {}), "");
    t.raw().venues[venue.index].rooms[1].busy = {
        {{monday + std::chrono::hours{8}, monday + std::chrono::hours{10}}, ""}};
    BOOST_TEST(t.violations() == "ffu | ffu (man 16-01-2023) står i Store sal, som er optaget\n");
}

BOOST_AUTO_TEST_CASE(a_meeting_inside_a_seminar_may_share_its_room) {
    Trial t = with_rooms();
    const auto venue = t.venue("aalborg");
    t.meeting("seminar", "FFU").seminar();
    t.put("seminar", "man 16-01-2023", venue, 1);
    t.put("ssf", "man 16-01-2023 16-17 fysisk", venue, 1);
    BOOST_TEST(t.verdict().violations.size() == 1U);
    t.rule(model::Inside{t.group("ssf"), t.group("seminar")});
    BOOST_TEST(t.violations() == "");
}

BOOST_AUTO_TEST_SUITE_END()
