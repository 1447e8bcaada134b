#include "tests/engine/referee/trial.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only
using model::Inside;
using model::SameDay;
using model::soft;
using testing::Trial;

namespace {

// SSF with its formøde, twice.
Trial with_premeeting() {
    Trial t;
    t.body("formøde").count(2);
    t.body("SSF").count(1, 2);
    t.put_all("formøde", {"man 06-02-2023 10-12", "man 08-05-2023 10-12"});
    t.put_all("SSF", {"man 06-02-2023 13-16", "man 08-05-2023 13-16"});
    t.rule(SameDay{t.group("formøde"), t.group("SSF")});
    return t;
}

SameDay& same_day(Trial& t) {
    return std::get<SameDay>(t.raw().rules.back().kind);
}

// A seminar from Thursday to Friday and a meeting inside it.
Trial with_seminar(std::string_view inner) {
    Trial t;
    t.meeting("seminar", "SSF").seminar();
    t.meeting("sdk", "SSF");
    t.put("seminar", "tor 02-11-2023").put("sdk", inner);
    t.rule(Inside{t.group("sdk"), t.group("seminar")});
    return t;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(same_day_and_inside)

BOOST_AUTO_TEST_CASE(the_kth_of_both_are_on_one_day_in_order) {
    Trial t = with_premeeting();
    BOOST_TEST(t.verdict().is_valid());
    BOOST_TEST(t.verdict().cost == 0);

    t.put("SSF/2", "tir 09-05-2023 13-16");
    BOOST_TEST(t.violations()
               == "formøde/2 SSF/2 | formøde/2 (man 08-05-2023) og SSF/2 (tir 09-05-2023) ligger "
                  "ikke samme dag\n");
    t.put("SSF/2", "man 08-05-2023 8-10");
    BOOST_TEST(t.violations()
               == "formøde/2 SSF/2 | formøde/2 (man 08-05-2023) og SSF/2 (man 08-05-2023) skal "
                  "følge efter hinanden med mindst 0 minutter imellem\n");
}

BOOST_AUTO_TEST_CASE(the_gap_is_kept_where_both_times_are_known) {
    Trial t = with_premeeting();
    same_day(t).gap = {std::nullopt, std::nullopt, 30, model::Unit::minute};
    BOOST_TEST(t.verdict().violations.size() == 2U);
    same_day(t).gap.max = 60;
    BOOST_TEST(t.violations() == "");
    t.put("SSF/1", "man 06-02-2023 11-16");  // overlaps: without a minimum, 0 is understood
    BOOST_TEST(t.verdict().violations.size() == 1U);
    t.put("SSF/1", "man 06-02-2023");
    BOOST_TEST(t.violations() == "");
}

BOOST_AUTO_TEST_CASE(a_meeting_without_a_partner_breaks_it_too) {
    Trial t = with_premeeting();
    t.rule(SameDay{t.group("SSF"), t.group("formøde/1")});
    same_day(t).gap = {-600, std::nullopt, std::nullopt, model::Unit::minute};
    BOOST_TEST(t.violations()
               == "SSF/2 | SSF/2 (man 08-05-2023) har intet møde i formøde/1 samme dag\n");
    t.raw().rules.back().kind = SameDay{t.group("formøde/1"), t.group("SSF")};
    BOOST_TEST(t.violations()
               == "SSF/2 | SSF/2 (man 08-05-2023) har intet møde i formøde/1 samme dag\n");
}

BOOST_AUTO_TEST_CASE(the_same_venue_means_that_both_have_one) {
    Trial t = with_premeeting();
    same_day(t).same_venue = true;
    BOOST_TEST(t.verdict().violations.size() == 2U);
    const auto aalborg = t.venue("aalborg");
    t.put("formøde/1", "man 06-02-2023 10-12 fysisk", aalborg);
    t.put("SSF/1", "man 06-02-2023 13-16 fysisk", aalborg);
    t.put("formøde/2", "man 08-05-2023 10-12 fysisk", aalborg);
    t.put("SSF/2", "man 08-05-2023 13-16 fysisk", t.venue("thisted"));
    BOOST_TEST(t.violations()
               == "formøde/2 SSF/2 | formøde/2 (man 08-05-2023) og SSF/2 (man 08-05-2023) er ikke "
                  "på samme mødested\n");
}

BOOST_AUTO_TEST_CASE(a_soft_same_day_costs_once_a_pair_and_asks_the_date_of_the_second) {
    Trial t = with_premeeting();
    t.raw().rules.back().strength = soft(20);
    t.put("SSF/1", "tir 07-02-2023 8-9").put("SSF/2", "tir 09-05-2023 13-16");
    BOOST_TEST(t.verdict().cost == 40);
    t.raw().rules.back().validity.first = testing::said(config::read_date("09-05-2023", {}), "");
    BOOST_TEST(t.verdict().cost == 20);
}

BOOST_AUTO_TEST_CASE(inside_a_seminar_is_between_noon_and_noon) {
    BOOST_TEST(with_seminar("tor 02-11-2023 16.30-17.30").violations() == "");
    BOOST_TEST(with_seminar("fre 03-11-2023 10-12").violations() == "");
    BOOST_TEST(with_seminar("fre 03-11-2023 11-12.30").violations()
               == "sdk seminar | sdk (fre 03-11-2023) ligger ikke inde i seminar (tor "
                  "02-11-2023)\n");
    BOOST_TEST(with_seminar("tor 02-11-2023").verdict().violations.size() == 1U);
}

BOOST_AUTO_TEST_CASE(inside_at_a_time_means_that_time_on_that_day) {
    Trial t = with_seminar("fre 03-11-2023 10-12");
    auto& rule = std::get<Inside>(t.raw().rules.back().kind);
    rule.day = 1;
    rule.time = model::TimeRange{std::chrono::hours{10}, std::chrono::hours{12}};
    BOOST_TEST(t.violations() == "");
    rule.day = 0;
    BOOST_TEST(t.violations()
               == "sdk seminar | sdk (fre 03-11-2023) ligger ikke inde i seminar (tor 02-11-2023) "
                  "på dag 1 10.00-12.00\n");
}

BOOST_AUTO_TEST_CASE(a_meeting_without_its_seminar_breaks_it_and_a_seminar_alone_does_not) {
    Trial t = with_seminar("fre 03-11-2023 10-12");
    t.meeting("andet", "SSF");
    t.put("andet", "fre 03-11-2023 8-9");
    t.raw().rules.back().kind = Inside{t.group({"sdk", "andet"}), t.group("seminar")};
    t.raw().rules.back().strength = soft(7);
    BOOST_TEST(t.costs()
               == "7: andet | andet (fre 03-11-2023) skal ligge inde i seminar, som ikke holdes\n");
    t.raw().meetings[t.build().find_meeting("seminar")->index].state =
        model::Meeting::State::cancelled;
    BOOST_TEST(t.verdict().cost == 14);
}

BOOST_AUTO_TEST_SUITE_END()
