#include "tests/config/proof/reporting.hpp"

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
namespace model = rul::model;

BOOST_AUTO_TEST_SUITE(proof_of_counts)

BOOST_AUTO_TEST_CASE(refuses_more_meetings_than_the_year_has_room_for) {
    BriefBuilder b{"2023"};
    b.block({"uge 28-31"}, "sommerferie");
    b.body("SDFU").slots({"man 14-16"}).count(12).gap("mindst 5 uger");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:5:1: fejl: SDFU: 12 møder med mindst 5 uger imellem kan ikke være i 01-01-2023..31-12-2023; der er plads til 10 [plan.too-many-meetings]
 5 | count = "12"
   | ^^^^^^^^^^^^
   = hjælp: Afstanden står på linje 6; helligdage, spærringer og mødetider er regnet med
)");
}

BOOST_AUTO_TEST_CASE(says_in_english_how_many_there_is_room_for) {
    BriefBuilder b{"01-03-2023..31-03-2023"};
    b.body("SDFU").slots({"2. man 14-16"}).count(2);
    BOOST_TEST(
        english(b)
        == R"(plan.toml:4:1: error: SDFU: 2 meetings do not fit into 01-03-2023..31-03-2023; there is room for 1 [plan.too-many-meetings]
 4 | count = "2"
   | ^^^^^^^^^^^
)");
}

BOOST_AUTO_TEST_CASE(the_most_that_fit_are_not_too_many) {
    BriefBuilder b{"2023"};
    b.block({"uge 28-31"}, "sommerferie");
    b.body("SDFU").slots({"man 14-16"}).count(10).gap("mindst 5 uger");
    BOOST_TEST(report(b).empty());
}

BOOST_AUTO_TEST_CASE(meetings_that_may_be_left_out_need_no_room) {
    BriefBuilder b{"01-03-2023..31-03-2023"};
    b.body("SDFU").slots({"2. man 14-16"}).count(1, 4);
    BOOST_TEST(report(b).empty());
}

BOOST_AUTO_TEST_CASE(refuses_a_mix_that_asks_for_too_many_or_allows_too_few) {
    BriefBuilder b{"2023"};
    b.body("SDFU")
        .slots({"man 14-16 teams", "tor 13-15 teams"})
        .count(5)
        .mix("4-5 teams, 2-3 fysisk");
    b.body("FFU").slots({"fre 9-11 teams"}).count(5).mix("1-2 teams, højst 2 fysisk");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:5:1: fejl: SDFU: fordelingen kræver mindst 6 møder, men der er højst 5 [plan.mix-too-many]
 5 | mix = "4-5 teams, 2-3 fysisk"
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
plan.toml:9:1: fejl: FFU: fordelingen giver højst 4 møder, men der er mindst 5 [plan.mix-too-few]
 9 | mix = "1-2 teams, højst 2 fysisk"
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
)");
}

BOOST_AUTO_TEST_CASE(says_the_mix_in_english) {
    BriefBuilder b{"2023"};
    b.body("SDFU")
        .slots({"man 14-16 teams", "tor 13-15 teams"})
        .count(5)
        .mix("4-5 teams, 2-3 fysisk");
    b.body("FFU").slots({"fre 9-11 teams"}).count(5).mix("1-2 teams, højst 2 fysisk");
    BOOST_TEST(
        english(b)
        == R"(plan.toml:5:1: error: SDFU: the mix asks for at least 6 meetings, but there are at most 5 [plan.mix-too-many]
 5 | mix = "4-5 teams, 2-3 fysisk"
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
plan.toml:9:1: error: FFU: the mix allows at most 4 meetings, but there are at least 5 [plan.mix-too-few]
 9 | mix = "1-2 teams, højst 2 fysisk"
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
)");
}

BOOST_AUTO_TEST_CASE(refuses_a_mode_that_no_slot_has) {
    BriefBuilder b{"2023"};
    b.body("SDFU").slots({"man 14-16 teams"}).count(5).mix("mindst 2 fysisk");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:5:1: fejl: SDFU: mindst 2 møder skal være fysisk, men ingen kan være det [plan.mix-mode]
 5 | mix = "mindst 2 fysisk"
   | ^^^^^^^^^^^^^^^^^^^^^^^
   = hjælp: Tilføj mødetider, der er fysisk, eller skriv det under mode
)");
}

BOOST_AUTO_TEST_CASE(refuses_a_spread_that_does_not_sum) {
    BriefBuilder b{"2023"};
    b.body("SDFU").slots({"man 14-16 teams"}).count(5);
    b.rule(model::Spread{.meetings = b.group("SDFU"), .least = 2}, model::must, "least = 2");
    b.rule(
        model::Spread{
            .meetings = b.group("SDFU"), .part = model::Spread::Part::half_year, .most = 2},
        model::must, "most = 2");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:5:1: fejl: SDFU: mindst 2 i hver af 4 kvartaler er 8 møder, men der er højst 5 [plan.spread-too-many]
 5 | least = 2
   | ^^^^^^^^^
plan.toml:6:1: fejl: SDFU: højst 2 i hver af 2 halvår er 4 møder, men der er mindst 5 [plan.spread-too-few]
 6 | most = 2
   | ^^^^^^^^
)");
}

BOOST_AUTO_TEST_CASE(says_the_spread_in_english) {
    BriefBuilder b{"2023"};
    b.body("SDFU").slots({"man 14-16 teams"}).count(5);
    b.rule(
        model::Spread{.meetings = b.group("SDFU"), .part = model::Spread::Part::month, .least = 1},
        model::must, "least = 1");
    b.rule(
        model::Spread{.meetings = b.group("SDFU"), .part = model::Spread::Part::quarter, .most = 1},
        model::must, "most = 1");
    BOOST_TEST(
        english(b)
        == R"(plan.toml:5:1: error: SDFU: at least 1 in each of 12 months makes 12 meetings, but there are at most 5 [plan.spread-too-many]
 5 | least = 1
   | ^^^^^^^^^
plan.toml:6:1: error: SDFU: at most 1 in each of 4 quarters makes 4 meetings, but there are at least 5 [plan.spread-too-few]
 6 | most = 1
   | ^^^^^^^^
)");
}

BOOST_AUTO_TEST_CASE(parts_cut_off_by_the_period_ask_for_nothing) {
    BriefBuilder b{"15-02-2023..15-08-2023"};
    b.body("SDFU").slots({"man 14-16 teams"}).count(1);
    b.rule(model::Spread{.meetings = b.group("SDFU"), .least = 1}, model::must, "least = 1");
    BOOST_TEST(report(b).empty());
}

BOOST_AUTO_TEST_CASE(refuses_pairs_that_do_not_go_up) {
    BriefBuilder b{"2023"};
    b.body("SSF").slots({"man 13-16"}).count(4);
    b.body("SSF-formøde").slots({"man 10-12"}).count(3);
    b.rule(model::SameDay{.first = b.group("SSF-formøde"), .second = b.group("SSF")}, model::must,
           "same_day = [\"SSF-formøde\", \"SSF\"]");
    b.meeting("døgn", "SSF").seminar();
    b.rule(model::Inside{b.group("SSF"), b.group("døgn")}, model::must, "inside = \"døgn\"");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:8:1: fejl: SSF-formøde har 3 møder og SSF har 4 møder, så de kan ikke holdes parvis samme dag [plan.same-day-counts]
 8 | same_day = ["SSF-formøde", "SSF"]
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
plan.toml:9:1: bemærk: døgn: mødestedet mangler (fysisk) [plan.no-venue]
 9 | id = "døgn"
   | ^^^^^^^^^^^
   = hjælp: Skriv mødesteder under venues, eller "@ STED" i mødetiden
plan.toml:10:1: fejl: SSF har 4 møder, men der er kun 1 at lægge dem i (døgn) [plan.inside-counts]
 10 | inside = "døgn"
    | ^^^^^^^^^^^^^^^
)");
}

BOOST_AUTO_TEST_SUITE_END()
