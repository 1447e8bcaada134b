#include "tests/config/proof/reporting.hpp"

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
namespace model = rul::model;

BOOST_AUTO_TEST_SUITE(proof_of_needs)

BOOST_AUTO_TEST_CASE(refuses_a_window_that_lies_before_the_period) {
    BriefBuilder b{"2023"};
    b.body("FFU").slots({"fre 9-11"}).count(5);
    b.body("SSF").slots({"man 13-16"}).count(2);
    b.body("SSF").meeting(1).at("man 16-01-2023 13-16");
    b.needs("SSF", "FFU 28-49 dage før");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:9:1: fejl: SSF/1 (16. januar 2023) skal have et møde i FFU 28-49 dage før, men det ligger uden for perioden 01-01-2023..31-12-2023 [plan.needs-outside-period]
 9 | needs = "FFU 28-49 dage før"  # for SSF
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = hjælp: SSF/1 står på linje 8
)");
}

BOOST_AUTO_TEST_CASE(says_so_in_english) {
    BriefBuilder b{"2023"};
    b.body("FFU").slots({"fre 9-11"}).count(5);
    b.body("SSF").slots({"man 13-16"}).count(2);
    b.body("SSF").meeting(1).at("man 16-01-2023 13-16");
    b.needs("SSF", "FFU 28-49 dage før");
    BOOST_TEST(
        english(b)
        == R"(plan.toml:9:1: error: SSF/1 (16 January 2023) needs a meeting of FFU 28-49 days before it, but that is outside the period 01-01-2023..31-12-2023 [plan.needs-outside-period]
 9 | needs = "FFU 28-49 dage før"  # for SSF
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: SSF/1 is on line 8
)");
}

BOOST_AUTO_TEST_CASE(refuses_a_window_in_which_nobody_can_meet) {
    BriefBuilder b{"2023"};
    b.block({"juli"}, "ferie");
    b.body("FFU").slots({"fre 9-11"}).count(5);
    b.meeting("dialogforum", "SSU").at("man 07-08-2023 13-16");
    b.rule(model::Needs{.subject = b.group("dialogforum"),
                        .providers = {{b.group("FFU"), {10, {}, 30, model::Unit::day}}}},
           model::must, "needs = \"FFU 10-30 dage før\"");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:9:1: fejl: dialogforum (7. august 2023) skal have et møde i FFU 10-30 dage før, men FFU kan ikke mødes fra 8. juli 2023 til 28. juli 2023 [plan.needs-no-date]
 9 | needs = "FFU 10-30 dage før"
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = hjælp: dialogforum står på linje 8
)");
}

BOOST_AUTO_TEST_CASE(refuses_slots_that_never_meet_the_window) {
    BriefBuilder b{"2023"};
    b.body("FFU").slots({"fre 9-11"}).count(5);
    b.body("SSF").slots({"man 13-16"}).count(4);
    b.needs("SSF", "FFU 7 dage før, mindst 7 dage, højst 7 dage");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:8:1: fejl: SSF/1 og 3 andre møder: ingen mulig dato har et møde i FFU præcis 7 dage før [plan.needs-no-date]
 8 | needs = "FFU 7 dage før, mindst 7 dage, højst 7 dage"  # for SSF
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = hjælp: SSF/1 står på linje 7
)");
}

BOOST_AUTO_TEST_CASE(counts_working_days_over_easter) {
    BriefBuilder b{"2023"};
    b.meeting("før-påske", "FFU").at("ons 05-04-2023 9-11");
    b.meeting("efter-påske", "SSF").at("tir 11-04-2023 9-11");
    b.needs("efter-påske", "før-påske 1-1 hverdage før");
    b.needs("efter-påske", "før-påske 2-4 hverdage før");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:9:1: fejl: efter-påske (11. april 2023) skal have et møde i før-påske 2-4 hverdage før, men før-påske kan ikke mødes fra 31. marts 2023 til 4. april 2023 [plan.needs-no-date]
 9 | needs = "før-påske 2-4 hverdage før"  # for efter-påske
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = hjælp: efter-påske står på linje 7
)");
}

BOOST_AUTO_TEST_CASE(refuses_fewer_meetings_than_are_needed) {
    BriefBuilder b{"2023"};
    b.body("FFU").slots({"fre 9-11"}).count(3);
    b.body("SSF").slots({"man 13-16"}).count(4);
    b.rule(model::Needs{.subject = b.group("SSF"),
                        .providers = {{b.group("FFU"), {10, {}, 60, model::Unit::day}}},
                        .own = true},
           model::must, "needs = \"FFU 10-60 dage før\"");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:8:1: fejl: hvert møde i SSF skal have sit eget i FFU, men der er 4 møder i SSF og 3 møder i FFU [plan.needs-counts]
 8 | needs = "FFU 10-60 dage før"
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
)");
}

BOOST_AUTO_TEST_SUITE_END()
