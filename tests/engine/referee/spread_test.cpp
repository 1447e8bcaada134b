#include "tests/engine/referee/trial.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only
using model::soft;
using model::Spread;
using model::Within;
using testing::Trial;
using Part = model::Spread::Part;

namespace {

Trial four_in_spring(Spread rule, model::Strength strength = model::must,
                     std::string_view period = "2023") {
    Trial t{period};
    t.body("SDFU").count(4);
    t.put_all("SDFU", {"man 16-01-2023", "man 06-02-2023", "fre 31-03-2023", "man 03-04-2023"});
    rule.meetings = t.group("SDFU");
    t.rule(rule, strength);
    return t;
}

model::DateRange days(std::string_view text) {
    return testing::said(config::read_dates(text, {}), text);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(spread_and_within)

BOOST_AUTO_TEST_CASE(a_part_with_too_many_or_too_few_is_named) {
    BOOST_TEST(four_in_spring({.part = Part::quarter, .most = 3}).violations() == "");
    BOOST_TEST(four_in_spring({.part = Part::quarter, .most = 2}).violations()
               == "SDFU/1 SDFU/2 SDFU/3 | SDFU har 3 møder i 1. kvartal 2023, højst 2 tillades\n");
    BOOST_TEST(four_in_spring({.part = Part::quarter, .least = 1}).violations()
               == "| SDFU har 0 møder i 3. kvartal 2023, mindst 1 kræves\n"
                  "| SDFU har 0 møder i 4. kvartal 2023, mindst 1 kræves\n");
}

BOOST_AUTO_TEST_CASE(parts_may_be_weeks_months_half_years_or_a_window) {
    BOOST_TEST(four_in_spring({.part = Part::half_year, .least = 1}).violations()
               == "| SDFU har 0 møder i 2. halvår 2023, mindst 1 kræves\n");
    BOOST_TEST(four_in_spring({.part = Part::month, .most = 0}).violations()
               == "SDFU/1 | SDFU har 1 møde i januar 2023, højst 0 tillades\n"
                  "SDFU/2 | SDFU har 1 møde i februar 2023, højst 0 tillades\n"
                  "SDFU/3 | SDFU har 1 møde i marts 2023, højst 0 tillades\n"
                  "SDFU/4 | SDFU har 1 møde i april 2023, højst 0 tillades\n");
    const auto weekly = four_in_spring({.part = Part::week, .most = 0});
    BOOST_TEST(weekly.verdict().violations.size() == 4U);
    BOOST_TEST(weekly.violations().starts_with("SDFU/1 | SDFU har 1 møde i uge 3"));
    const auto window =
        four_in_spring({.part = Part::window, .window = days("31-03-2023..03-04-2023"), .most = 1});
    BOOST_TEST(window.violations()
               == "SDFU/3 SDFU/4 | SDFU har 2 møder i perioden 31-03-2023..03-04-2023, højst 1 "
                  "tillades\n");
}

BOOST_AUTO_TEST_CASE(a_soft_spread_costs_for_each_meeting_too_few_or_too_many) {
    BOOST_TEST(four_in_spring({.part = Part::quarter, .most = 1}, soft(5)).verdict().cost == 10);
    BOOST_TEST(four_in_spring({.part = Part::quarter, .least = 2}, soft(5)).verdict().cost == 25);
}

BOOST_AUTO_TEST_CASE(parts_cut_by_the_period_or_the_validity_need_no_least) {
    BOOST_TEST(
        four_in_spring({.part = Part::quarter, .least = 2}, model::must, "15-01-2023..30-05-2023")
            .violations()
        == "");
    Trial t = four_in_spring({.part = Part::quarter, .least = 4, .most = 2});
    t.raw().rules.back().validity = days("06-02-2023..30-06-2023");
    // Quarter 1 is cut: 2 counted, neither too few nor too many. Quarter 2 is whole and has one.
    BOOST_TEST(t.violations() == "SDFU/4 | SDFU har 1 møde i 2. kvartal 2023, mindst 4 kræves\n");
}

BOOST_AUTO_TEST_CASE(meetings_lie_before_in_or_after_a_phase) {
    Trial t = four_in_spring({.part = Part::quarter});
    const auto hearing = days("06-02-2023..31-03-2023");
    const auto violations = [&](Within::Side side) {
        t.raw().rules.back().kind = Within{t.group("SDFU"), hearing, side, "høring"};
        return t.violations();
    };
    BOOST_TEST(violations(Within::Side::inside)
               == "SDFU/1 | SDFU/1 (man 16-01-2023) ligger ikke i høring (06-02-2023..31-03-2023)\n"
                  "SDFU/4 | SDFU/4 (man 03-04-2023) ligger ikke i høring "
                  "(06-02-2023..31-03-2023)\n");
    BOOST_TEST(violations(Within::Side::before)
               == "SDFU/2 | SDFU/2 (man 06-02-2023) ligger ikke før høring "
                  "(06-02-2023..31-03-2023)\n"
                  "SDFU/3 | SDFU/3 (fre 31-03-2023) ligger ikke før høring "
                  "(06-02-2023..31-03-2023)\n"
                  "SDFU/4 | SDFU/4 (man 03-04-2023) ligger ikke før høring "
                  "(06-02-2023..31-03-2023)\n");
    BOOST_TEST(t.verdict().violations.size() == 3U);
    t.raw().rules.back().kind = Within{t.group("SDFU/4"), hearing, Within::Side::after, "høring"};
    BOOST_TEST(t.violations() == "");
    t.raw().rules.back().kind = Within{t.group("SDFU"), hearing, Within::Side::after, "høring"};
    t.raw().rules.back().strength = soft(9);
    BOOST_TEST(t.verdict().cost == 27);
    t.raw().rules.back().validity = days("marts 2023");
    BOOST_TEST(t.verdict().cost == 9);
}

BOOST_AUTO_TEST_SUITE_END()
