#include "tests/config/proof/reporting.hpp"

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
namespace model = rul::model;

BOOST_AUTO_TEST_SUITE(proof_of_appointments)

BOOST_AUTO_TEST_CASE(warns_of_a_date_outside_the_period) {
    BriefBuilder b{"2023"};
    b.body("SSF").slots({"man 13-16"}).count(1).fixed({"man 08-01-2024 13-16"});
    BOOST_TEST(
        report(b)
        == R"(plan.toml:5:10: advarsel: SSF/1 mandag den 8. januar 2024 ligger uden for perioden 01-01-2023..31-12-2023 [plan.outside-period]
 5 | fixed = "man 08-01-2024 13-16"
   |          ^^^^^^^^^^^^^^^^^^^^
)");
}

BOOST_AUTO_TEST_CASE(warns_of_a_holiday_a_weekend_and_a_block) {
    BriefBuilder b{"2023"};
    b.block({"uge 7"}, "vinterferie", model::soft(20));
    b.body("SSF").slots({"man 13-16", "ons 9-11"}).count(3);
    b.body("SSF").fixed({"man 13-02-2023 13-16", "man 29-05-2023 13-16", "lør 10-06-2023 13-16"});
    BOOST_TEST(
        report(b)
        == R"(plan.toml:6:11: advarsel: SSF/1 mandag den 13. februar 2023 ligger i spærringen "vinterferie" (linje 2) [plan.in-block]
 6 | fixed = ["man 13-02-2023 13-16", "man 29-05-2023 13-16", "lør 10-06-2023 13-16"]
   |           ^^^^^^^^^^^^^^^^^^^^
plan.toml:6:35: advarsel: SSF/2 mandag den 29. maj 2023 er en lukkedag: 2. pinsedag [plan.on-holiday]
 6 | fixed = ["man 13-02-2023 13-16", "man 29-05-2023 13-16", "lør 10-06-2023 13-16"]
   |                                   ^^^^^^^^^^^^^^^^^^^^
plan.toml:6:59: advarsel: SSF/3 ligger i en weekend: lørdag den 10. juni 2023 [plan.on-weekend]
 6 | fixed = ["man 13-02-2023 13-16", "man 29-05-2023 13-16", "lør 10-06-2023 13-16"]
   |                                                           ^^^^^^^^^^^^^^^^^^^^
)");
}

BOOST_AUTO_TEST_CASE(speaks_english_of_a_holiday_a_weekend_and_a_block) {
    BriefBuilder b{"2023"};
    b.block({"uge 7"}, "winter holiday", model::soft(20));
    b.body("SSF").slots({"man 13-16", "ons 9-11"}).count(3);
    b.body("SSF").fixed({"man 13-02-2023 13-16", "man 29-05-2023 13-16", "lør 10-06-2023 13-16"});
    BOOST_TEST(
        english(b)
        == R"(plan.toml:6:11: warning: SSF/1 Monday 13 February 2023 lies in the block "winter holiday" (line 2) [plan.in-block]
 6 | fixed = ["man 13-02-2023 13-16", "man 29-05-2023 13-16", "lør 10-06-2023 13-16"]
   |           ^^^^^^^^^^^^^^^^^^^^
plan.toml:6:35: warning: SSF/2 Monday 29 May 2023 is a closed day: Whit Monday [plan.on-holiday]
 6 | fixed = ["man 13-02-2023 13-16", "man 29-05-2023 13-16", "lør 10-06-2023 13-16"]
   |                                   ^^^^^^^^^^^^^^^^^^^^
plan.toml:6:59: warning: SSF/3 is on a weekend: Saturday 10 June 2023 [plan.on-weekend]
 6 | fixed = ["man 13-02-2023 13-16", "man 29-05-2023 13-16", "lør 10-06-2023 13-16"]
   |                                                           ^^^^^^^^^^^^^^^^^^^^
)");
}

BOOST_AUTO_TEST_CASE(warns_of_another_weekday_than_the_slots_and_another_time) {
    BriefBuilder b{"2023"};
    b.body("SDFU").slots({"man 14.00-16.00 teams", "fre 09.00-11.00 teams"}).count(2);
    b.body("SDFU").fixed({"tir 14-02-2023 14-16", "fre 17-03-2023 10-12"});
    BOOST_TEST(
        report(b)
        == R"(plan.toml:5:11: advarsel: SDFU/1 tirsdag den 14. februar 2023 er ikke en af seriens dage: man 14.00-16.00 teams, fre 09.00-11.00 teams (linje 3) [plan.other-weekday]
 5 | fixed = ["tir 14-02-2023 14-16", "fre 17-03-2023 10-12"]
   |           ^^^^^^^^^^^^^^^^^^^^
plan.toml:5:35: advarsel: SDFU/2 10.00-12.00 ligger uden for mødetiderne: fre 09.00-11.00 teams (linje 3) [plan.outside-slots]
 5 | fixed = ["tir 14-02-2023 14-16", "fre 17-03-2023 10-12"]
   |                                   ^^^^^^^^^^^^^^^^^^^^
)");
}

BOOST_AUTO_TEST_CASE(warns_of_a_seminar_that_ends_on_a_holiday) {
    BriefBuilder b{"2023"};
    b.meeting("døgn", "SSF").seminar().at("ons 05-04-2023 12-12 fysisk");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:4:9: advarsel: døgn slutter torsdag den 6. april 2023, som ikke er en hverdag [plan.seminar-day]
 4 | date = "ons 05-04-2023 12-12 fysisk"
   |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^
plan.toml:4:9: bemærk: døgn: mødestedet mangler (fysisk) [plan.no-venue]
 4 | date = "ons 05-04-2023 12-12 fysisk"
   |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = hjælp: Skriv mødesteder under venues, eller "@ STED" i mødetiden
)");
}

BOOST_AUTO_TEST_CASE(refuses_two_dates_of_a_series_nearer_than_its_gap) {
    BriefBuilder b{"2023"};
    b.body("SDFU").slots({"man 14-16"}).count(2).gap("mindst 4 uger");
    b.body("SDFU").fixed({"man 06-02-2023 14-16", "man 27-02-2023 14-16"});
    BOOST_TEST(
        report(b)
        == R"(plan.toml:6:35: fejl: SDFU/2 (27. februar 2023) er 21 dage efter SDFU/1 (6. februar 2023), men afstanden skal være mindst 4 uger [plan.fixed-too-near]
 6 | fixed = ["man 06-02-2023 14-16", "man 27-02-2023 14-16"]
   |                                   ^^^^^^^^^^^^^^^^^^^^
   = hjælp: Afstanden står på linje 5, den første dato på linje 6
)");
}

BOOST_AUTO_TEST_CASE(refuses_neighbours_farther_apart_than_the_gap) {
    BriefBuilder b{"2023"};
    b.body("SDFU").slots({"man 14-16"}).count(2).gap("4-9 uger");
    b.body("SDFU").fixed({"man 06-02-2023 14-16", "man 17-04-2023 14-16"});
    BOOST_TEST(
        report(b)
        == R"(plan.toml:6:35: fejl: SDFU/2 (17. april 2023) er 70 dage efter SDFU/1 (6. februar 2023), men afstanden skal være 4-9 uger [plan.fixed-too-far]
 6 | fixed = ["man 06-02-2023 14-16", "man 17-04-2023 14-16"]
   |                                   ^^^^^^^^^^^^^^^^^^^^
   = hjælp: Afstanden står på linje 5, den første dato på linje 6
)");
}

BOOST_AUTO_TEST_CASE(says_the_gap_in_english_and_in_working_days) {
    BriefBuilder b{"2023"};
    b.body("SDFU").slots({"man 14-16"}).count(3).gap("mindst 10 hverdage");
    b.body("SDFU").fixed({"man 03-04-2023 14-16", "man 17-04-2023 14-16"});
    BOOST_TEST(
        english(b)
        == R"(plan.toml:6:35: error: SDFU (17 April 2023) is 7 working days after SDFU (3 April 2023), but the distance must be at least 10 working days [plan.fixed-too-near]
 6 | fixed = ["man 03-04-2023 14-16", "man 17-04-2023 14-16"]
   |                                   ^^^^^^^^^^^^^^^^^^^^
   = help: The distance is on line 5, the first date on line 6
)");
}

BOOST_AUTO_TEST_CASE(refuses_the_same_date_twice_and_a_wrong_order) {
    BriefBuilder b{"2023"};
    b.body("SDFU").slots({"man 14-16"}).count(3);
    b.body("SDFU").meeting(1).at("man 06-03-2023 14-16");
    b.body("SDFU").meeting(2).at("man 06-02-2023 14-16");
    b.body("SDFU").meeting(3).at("man 06-03-2023 14-16");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:5:9: fejl: SDFU/1 (6. marts 2023) ligger efter SDFU/2 (6. februar 2023) [plan.order]
 5 | date = "man 06-03-2023 14-16"
   |         ^^^^^^^^^^^^^^^^^^^^
   = hjælp: Møderne i en serie er nummereret i datoorden (linje 6)
plan.toml:7:9: fejl: SDFU/1 og SDFU/3 er begge mandag den 6. marts 2023 [plan.same-date]
 7 | date = "man 06-03-2023 14-16"
   |         ^^^^^^^^^^^^^^^^^^^^
   = hjælp: En serie har højst ét møde om dagen; det andet står på linje 5
)");
}

BOOST_AUTO_TEST_CASE(refuses_fixed_dates_that_a_rule_keeps_apart) {
    BriefBuilder b{"2023"};
    b.body("KKR").slots({"fre 9-12"}).count(1).fixed({"fre 17-03-2023 9-12"});
    b.body("SSU").slots({"fre 13-15"}).count(1).fixed({"fre 17-03-2023 13-15"});
    b.rule(model::Apart{b.group("KKR"), b.group("SSU"), 2}, model::must,
           "apart = [\"KKR\", \"SSU\"]", "kkr-ikke-ssu");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:9:10: fejl: KKR/1 (17. marts 2023) og SSU/1 (17. marts 2023) skal holdes adskilt [plan.fixed-apart]
 9 | fixed = "fre 17-03-2023 13-15"
   |          ^^^^^^^^^^^^^^^^^^^^
   = hjælp: Det siger reglen "kkr-ikke-ssu" (linje 10)
)");
}

BOOST_AUTO_TEST_SUITE_END()
