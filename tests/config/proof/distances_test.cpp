#include "tests/config/proof/reporting.hpp"

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
namespace model = rul::model;

BOOST_AUTO_TEST_SUITE(proof_of_distances)

BOOST_AUTO_TEST_CASE(shows_the_round_trip_of_rules_that_contradict_each_other) {
    BriefBuilder b{"2023"};
    b.meeting("forum", "SSF");
    b.meeting("udvalg", "SSU");
    b.meeting("topmøde", "KKR");
    b.distance("forum", "udvalg", "mindst 28 dage");
    b.distance("udvalg", "topmøde", "mindst 2 uger");
    b.distance("forum", "topmøde", "højst 35 dage");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:8:1: fejl: disse regler kan ikke alle holde: der mangler 7 dage [plan.contradiction]
 8 | distance = "mindst 28 dage"  # forum to udvalg
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = hjælp: linje 8: fra forum til udvalg mindst 28 dage; linje 10: fra forum til topmøde højst 35 dage; linje 9: fra udvalg til topmøde mindst 2 uger
)");
}

BOOST_AUTO_TEST_CASE(shows_it_in_english) {
    BriefBuilder b{"2023"};
    b.meeting("forum", "SSF");
    b.meeting("committee", "SSU");
    b.distance("forum", "committee", "mindst 28 dage");
    b.distance("committee", "forum", "mindst 1 dag");
    BOOST_TEST(
        english(b)
        == R"(plan.toml:6:1: error: these rules cannot all hold: they are 29 days short [plan.contradiction]
 6 | distance = "mindst 28 dage"  # forum to committee
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: line 6: from forum to committee at least 28 days; line 7: from committee to forum at least 1 day
)");
}

BOOST_AUTO_TEST_CASE(fixed_dates_take_part) {
    BriefBuilder b{"2023"};
    b.meeting("forum", "SSF").at("man 06-03-2023 9-11");
    b.meeting("udvalg", "SSU").at("man 20-03-2023 9-11");
    b.distance("forum", "udvalg", "21-49 dage");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:8:1: fejl: disse regler kan ikke alle holde: der mangler 7 dage [plan.contradiction]
 8 | distance = "21-49 dage"  # forum to udvalg
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = hjælp: linje 8: fra forum til udvalg 21-49 dage; linje 4: forum er 6. marts 2023; linje 7: udvalg er 20. marts 2023
)");
}

BOOST_AUTO_TEST_CASE(series_in_step_take_part) {
    BriefBuilder b{"2023"};
    b.body("FFU").slots({"fre 9-11"}).count(2);
    b.body("SSF").slots({"man 13-16"}).count(2).gap("højst 4 uger");
    b.body("FFU").gap("mindst 8 uger");
    b.distance("FFU", "SSF", "10-20 dage", model::Distance::Pairs::in_step);
    BOOST_TEST(
        report(b)
        == R"(plan.toml:8:1: fejl: disse regler kan ikke alle holde: der mangler 18 dage [plan.contradiction]
 8 | gap = "højst 4 uger"
   | ^^^^^^^^^^^^^^^^^^^^
   = hjælp: linje 8: fra SSF/1 til SSF/2 højst 4 uger; linje 10: fra FFU/2 til SSF/2 10-20 dage; linje 9: fra FFU/1 til FFU/2 mindst 8 uger; linje 10: fra FFU/1 til SSF/1 10-20 dage
)");
}

BOOST_AUTO_TEST_CASE(the_period_is_too_short_for_a_greatest_distance) {
    BriefBuilder b{"2023"};
    b.body("SDFU").slots({"man 14-16"}).count(3).gap("højst 9 uger");
    b.body("SDFU").meeting(1).at("man 09-01-2023 14-16");
    b.body("SDFU").meeting(3).at("man 11-12-2023 14-16");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:5:1: fejl: disse regler kan ikke alle holde: der mangler 210 dage [plan.contradiction]
 5 | gap = "højst 9 uger"
   | ^^^^^^^^^^^^^^^^^^^^
   = hjælp: linje 5: fra SDFU/1 til SDFU/2 højst 9 uger; linje 5: fra SDFU/2 til SDFU/3 højst 9 uger; linje 7: SDFU/3 er 11. december 2023; linje 6: SDFU/1 er 9. januar 2023
)");
}

BOOST_AUTO_TEST_CASE(same_day_and_a_distance_contradict_each_other) {
    BriefBuilder b{"2023"};
    b.body("SSF").slots({"man 13-16"}).count(2);
    b.body("SSF-formøde").slots({"man 10-12"}).count(2);
    b.rule(model::SameDay{.first = b.group("SSF-formøde"), .second = b.group("SSF")}, model::must,
           "same_day = [\"SSF-formøde\", \"SSF\"]");
    b.distance("SSF-formøde/1", "SSF/1", "mindst 1 dag");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:8:1: fejl: disse regler kan ikke alle holde: der mangler 1 dag [plan.contradiction]
 8 | same_day = ["SSF-formøde", "SSF"]
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = hjælp: linje 8: SSF-formøde/1 og SSF/1 samme dag; linje 9: fra SSF-formøde/1 til SSF/1 mindst 1 dag
)");
}

BOOST_AUTO_TEST_CASE(shows_two_contradictions_as_two) {
    BriefBuilder b{"2023"};
    b.meeting("a", "A");
    b.meeting("b", "B");
    b.meeting("c", "C");
    b.distance("a", "b", "mindst 2 dage");
    b.distance("a", "b", "højst 1 dag");
    b.distance("b", "c", "mindst 5 dage");
    b.distance("b", "c", "højst 3 dage");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:8:1: fejl: disse regler kan ikke alle holde: der mangler 1 dag [plan.contradiction]
 8 | distance = "mindst 2 dage"  # a to b
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = hjælp: linje 8: fra a til b mindst 2 dage; linje 9: fra a til b højst 1 dag
plan.toml:10:1: fejl: disse regler kan ikke alle holde: der mangler 2 dage [plan.contradiction]
 10 | distance = "mindst 5 dage"  # b to c
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    = hjælp: linje 10: fra b til c mindst 5 dage; linje 11: fra b til c højst 3 dage
)");
}

BOOST_AUTO_TEST_CASE(soft_rules_and_rules_of_a_part_of_the_period_contradict_nothing) {
    BriefBuilder b{"2023"};
    b.meeting("a", "A");
    b.meeting("b", "B");
    b.distance("a", "b", "mindst 2 dage");
    b.distance("a", "b", "højst 1 dag", model::Distance::Pairs::every_pair, model::soft(5));
    b.distance("b", "a", "mindst 3 dage");
    b.raw().rules.back().validity = {day(2023, 1, 1), day(2023, 6, 30)};
    BOOST_TEST(report(b).empty());
}

BOOST_AUTO_TEST_CASE(working_days_take_as_many_days_and_the_weekends_between) {
    BriefBuilder b{"2023"};
    b.meeting("mandag", "SSF").at("man 06-03-2023 9-11");
    b.meeting("fredag", "SSU").at("fre 10-03-2023 9-11");
    b.meeting("næste-mandag", "SSU").at("man 13-03-2023 9-11");
    b.distance("mandag", "fredag", "mindst 4 hverdage");
    b.distance("mandag", "næste-mandag", "mindst 5 hverdage");
    BOOST_TEST(report(b).empty());
    b.distance("mandag", "næste-mandag", "mindst 6 hverdage");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:12:1: fejl: disse regler kan ikke alle holde: der mangler 1 dag [plan.contradiction]
 12 | distance = "mindst 6 hverdage"  # mandag to næste-mandag
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    = hjælp: linje 12: fra mandag til næste-mandag mindst 6 hverdage; linje 4: mandag er 6. marts 2023; linje 9: næste-mandag er 13. marts 2023
)");
}

BOOST_AUTO_TEST_SUITE_END()
