#include "tests/config/proof/reporting.hpp"

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
namespace model = rul::model;

BOOST_AUTO_TEST_SUITE(proof_of_clashes)

BOOST_AUTO_TEST_CASE(refuses_to_have_one_person_in_two_places) {
    BriefBuilder b{"2023"};
    const auto anna = b.person("direktoer-thisted");
    b.body("FFU").chair(anna).slots({"man 14-16"}).count(1).fixed({"man 16-01-2023 14-16"});
    b.body("SDFU").chair(anna).slots({"man 15-17"}).count(1).fixed({"man 16-01-2023 15-17"});
    BOOST_TEST(
        report(b)
        == R"(plan.toml:10:10: fejl: FFU/1 (mandag den 16. januar 2023 14.00-16.00) og SDFU/1 (mandag den 16. januar 2023 15.00-17.00) kræver begge direktoer-thisted [plan.double-booked]
 10 | fixed = "man 16-01-2023 15-17"
    |          ^^^^^^^^^^^^^^^^^^^^
    = hjælp: FFU/1 står på linje 6
)");
}

BOOST_AUTO_TEST_CASE(says_so_in_english) {
    BriefBuilder b{"2023"};
    const auto anna = b.person("director");
    b.body("FFU").chair(anna).slots({"man 14-16"}).count(1).fixed({"man 16-01-2023 14-16"});
    b.body("SDFU").chair(anna).slots({"man 15-17"}).count(1).fixed({"man 16-01-2023 15-17"});
    BOOST_TEST(
        english(b)
        == R"(plan.toml:10:10: error: FFU/1 (Monday 16 January 2023 14:00-16:00) and SDFU/1 (Monday 16 January 2023 15:00-17:00) both require director [plan.double-booked]
 10 | fixed = "man 16-01-2023 15-17"
    |          ^^^^^^^^^^^^^^^^^^^^
    = help: FFU/1 is on line 6
)");
}

BOOST_AUTO_TEST_CASE(refuses_to_have_one_person_drive_too_fast) {
    BriefBuilder b{"2023"};
    const auto anna = b.person("direktoer-thisted");
    b.travel(b.venue("thisted"), b.venue("aalborg"), 75);
    b.body("FFU")
        .chair(anna)
        .slots({"man 9-11"})
        .count(1)
        .fixed({"man 16-01-2023 9-11 fysisk @ thisted"});
    b.body("SDFU")
        .chair(anna)
        .slots({"man 12-14"})
        .count(1)
        .fixed({"man 16-01-2023 12-14 fysisk @ aalborg"});
    BOOST_TEST(
        report(b)
        == R"(plan.toml:12:10: fejl: FFU/1 (mandag den 16. januar 2023 09.00-11.00) og SDFU/1 (mandag den 16. januar 2023 12.00-14.00) ligger for tæt til, at direktoer-thisted kan nå begge [plan.no-break]
 12 | fixed = "man 16-01-2023 12-14 fysisk @ aalborg"
    |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    = hjælp: FFU/1 står på linje 8
)");
}

BOOST_AUTO_TEST_CASE(refuses_a_fixed_meeting_while_a_required_person_is_busy) {
    BriefBuilder b{"2023"};
    const auto anna = b.person("direktoer-thisted");
    b.busy(anna, "man 16-01-2023");
    b.body("FFU").chair(anna).slots({"man 9-11"}).count(1).fixed({"man 16-01-2023 9-11"});
    BOOST_TEST(
        report(b)
        == R"(plan.toml:6:10: fejl: FFU/1 kræver direktoer-thisted, som er optaget mandag den 16. januar 2023 09.00-11.00 [plan.busy]
 6 | fixed = "man 16-01-2023 9-11"
   |          ^^^^^^^^^^^^^^^^^^^
)");
}

BOOST_AUTO_TEST_CASE(an_event_occupies_those_who_attend_it) {
    BriefBuilder b{"2023"};
    const auto anna = b.person("direktoer-thisted");
    b.event("kl-topmøde", "16-03-2023..17-03-2023").attendee(anna);
    b.body("FFU").chair(anna).slots({"fre 9-11"}).count(1).fixed({"fre 17-03-2023 9-11"});
    BOOST_TEST(
        report(b)
        == R"(plan.toml:7:10: fejl: kl-topmøde (torsdag den 16. marts 2023) og FFU/1 (fredag den 17. marts 2023 09.00-11.00) kræver begge direktoer-thisted [plan.double-booked]
 7 | fixed = "fre 17-03-2023 9-11"
   |          ^^^^^^^^^^^^^^^^^^^
   = hjælp: kl-topmøde står på linje 3
)");
}

BOOST_AUTO_TEST_CASE(finds_nothing_where_a_substitute_may_come_or_one_lies_inside_the_other) {
    BriefBuilder b{"2023"};
    const auto anna = b.person("anna");
    const auto bo = b.person("bo");
    b.body("FFU")
        .chair(anna)
        .substitute(bo, anna)
        .slots({"man 14-16"})
        .count(1)
        .fixed({"man 16-01-2023 14-16"});
    b.body("SDFU").chair(anna).slots({"man 15-17"}).count(1).fixed({"man 16-01-2023 15-17"});
    b.meeting("døgn", "SDK").seminar().at("tor 02-02-2023 12-12 teams").attendee(anna);
    b.meeting("møde-på-døgn", "SDK").at("tor 02-02-2023 16-18 teams").attendee(anna);
    b.rule(model::Inside{b.group("møde-på-døgn"), b.group("døgn")});
    BOOST_TEST(report(b).empty());
}

BOOST_AUTO_TEST_SUITE_END()
