#include "engine/referee/referee.hpp"

#include "tests/engine/referee/trial.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only
using testing::Trial;

namespace {

// FFU prepares SSF; both share a director.
Trial small_year() {
    Trial t;
    const auto director = t.person("direktør");
    t.body("FFU").member(director).slots({"fre 9-11 teams"}).count(2).gap("4-20 uger");
    t.body("SSF").member(director).slots({"man 13-16 (3 point)", "fre 13-16"}).count(2);
    t.needs("SSF", "FFU 28-49 dage før, ideal 35 dage");
    t.put_all("FFU", {"fre 10-03-2023 9-11 teams", "fre 09-06-2023 9-11 teams"});
    t.put_all("SSF", {"fre 14-04-2023 13-16", "man 10-07-2023 13-16"});
    return t;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(referee_as_a_whole)

BOOST_AUTO_TEST_CASE(a_good_plan_is_valid_and_every_point_of_its_cost_is_accounted_for) {
    const Trial t = small_year();
    const auto verdict = t.verdict_of_all();
    BOOST_TEST(t.lines(verdict.violations) == "");
    BOOST_TEST(t.lines(verdict.costs)
               == "4: FFU/2 SSF/2 | SSF/2 (man 10-07-2023) betjenes af FFU/2 (fre 09-06-2023): 31 "
                  "dage; idealet er 35 dage\n"
                  "3: SSF/2 | SSF/2 (man 10-07-2023) bruger en mødetid, der ikke er den "
                  "foretrukne: 13.00-16.00\n");
    BOOST_TEST(verdict.cost == 7);
    BOOST_TEST(verdict.attending.size() == 4U);
    BOOST_TEST(verdict.attending[0].present.size() == 1U);
}

BOOST_AUTO_TEST_CASE(findings_name_their_rule_and_come_in_the_order_of_the_rules) {
    Trial t = small_year();
    t.put("FFU/2", "fre 26-05-2023 9-11 fysisk").put("SSF/2", "fre 14-04-2023 10-14");
    const auto verdict = t.verdict_of_all();
    const model::Brief brief = t.build();
    std::vector<std::string> broken;
    for (const auto& finding : verdict.violations) {
        BOOST_TEST(!finding.text.danish.empty());
        BOOST_TEST(!finding.text.english.empty());
        BOOST_TEST(finding.points == 0);
        broken.push_back(brief.at(finding.rule).key);
    }
    const std::vector<std::string> expected{"attendance", "FFU.slots", "SSF.slots", "SSF.count"};
    BOOST_TEST(broken == expected, boost::test_tools::per_element());
    BOOST_TEST(!verdict.is_valid());
}

BOOST_AUTO_TEST_CASE(an_empty_plan_breaks_what_must_be_held_and_nothing_else) {
    Trial t = small_year();
    model::Plan nothing;
    const model::Brief brief = t.build();
    nothing.placements.resize(brief.meetings.size());
    const auto verdict = referee::judge(brief, nothing);
    for (const auto& finding : verdict.violations) {
        const std::string& key = brief.at(finding.rule).key;
        BOOST_TEST((key == "appointments" || key == "FFU.count" || key == "SSF.count"), key);
    }
    BOOST_TEST(verdict.violations.size() == 6U);
    BOOST_TEST(verdict.attending.size() == 4U);
    BOOST_TEST(verdict.attending[0].missing.empty());
}

BOOST_AUTO_TEST_CASE(a_rule_that_is_not_in_the_brief_binds_nobody) {
    Trial t = small_year();
    t.put("SSF/2", "lør 15-04-2023 3-4");
    model::Brief brief = t.build();
    brief.rules.clear();
    const auto verdict = referee::judge(brief, t.plan(brief));
    BOOST_TEST(verdict.is_valid());
    BOOST_TEST(verdict.cost == 0);
}

BOOST_AUTO_TEST_CASE(an_event_is_where_it_is_whatever_the_plan_says) {
    Trial t;
    t.event("topmøde", "16-03-2023..17-03-2023");
    t.body("SSU").count(1);
    t.put("SSU/1", "tor 23-03-2023");
    t.distance("topmøde", "SSU/1", "7-7 dage");
    t.raw().rules.back().strength = model::must;
    std::get<model::Distance>(t.raw().rules.back().kind).range = {7, {}, 7, model::Unit::day};
    BOOST_TEST(t.verdict().is_valid());
    t.put("topmøde", "man 02-01-2023");
    BOOST_TEST(t.verdict().is_valid());
}

BOOST_AUTO_TEST_SUITE_END()
