#include "tests/config/proof/reporting.hpp"

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
namespace model = rul::model;

BOOST_AUTO_TEST_SUITE(proof_of_windows)

BOOST_AUTO_TEST_CASE(says_what_took_every_day_of_a_series) {
    BriefBuilder b{"2023"};
    b.body("SDFU").slots({"man 14-16 teams"}).count(2);
    b.block({"januar-juni"}, "kommunalvalg");
    b.rule(model::Within{b.group("SDFU"),
                         {day(2023, 1, 1), day(2023, 6, 30)},
                         model::Within::Side::inside,
                         "1. halvår"},
           model::must, "within = \"1. halvår\"", "sdfu-i-foraaret");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:4:1: fejl: der er ingen mulig dato for SDFU/1 og 1 andet møde fra 1. januar 2023 til 31. december 2023 [plan.no-date]
 4 | count = "2"
   | ^^^^^^^^^^^
   = hjælp: Det udelukker: mødetiderne (linje 3) 203 dage; helligdage og lukkedage 9 dage; lørdage og søndage 105 dage; spærringen "kommunalvalg" (linje 5) 23 dage; reglen "sdfu-i-foraaret" (linje 6) 25 dage
)");
}

BOOST_AUTO_TEST_CASE(says_it_in_english_too) {
    BriefBuilder b{"2023"};
    b.body("SDFU").slots({"man 14-16 teams"}).count(2);
    b.block({"januar-juni"}, "elections");
    b.rule(model::Within{b.group("SDFU"),
                         {day(2023, 1, 1), day(2023, 6, 30)},
                         model::Within::Side::inside,
                         "H1"},
           model::must, "within = \"H1\"", "sdfu-in-spring");
    BOOST_TEST(
        english(b)
        == R"(plan.toml:4:1: error: there is no possible date for SDFU/1 and 1 other meeting from 1 January 2023 to 31 December 2023 [plan.no-date]
 4 | count = "2"
   | ^^^^^^^^^^^
   = help: Ruled out by: the slots (line 3) 203 days; holidays and closed days 9 days; Saturdays and Sundays 105 days; the block "elections" (line 5) 23 days; the rule "sdfu-in-spring" (line 6) 25 days
)");
}

BOOST_AUTO_TEST_CASE(a_length_for_which_no_slot_has_room_leaves_no_date) {
    BriefBuilder b{"2023"};
    b.body("SDFU").slots({"man 14-16 teams"}).count(1).length("3 timer");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:4:1: fejl: der er ingen mulig dato for SDFU/1 fra 1. januar 2023 til 31. december 2023 [plan.no-date]
 4 | count = "1"
   | ^^^^^^^^^^^
   = hjælp: Det udelukker: mødetiderne (linje 3) 203 dage; mødets længde, som ikke kan være i nogen mødetid, 48 dage; helligdage og lukkedage 9 dage; lørdage og søndage 105 dage
)");
}

BOOST_AUTO_TEST_CASE(notice_and_a_forbidding_deadline_close_days_too) {
    BriefBuilder b{"01-06-2023..30-06-2023"};
    b.today("20-05-2023");
    b.body("FFU").slots({"tor 9-11"}).count(1);
    b.rule(model::Notice{b.group("FFU"), 30}, model::must, "notice = \"30 dage\"", "FFU.notice");
    b.rule(model::Deadline{.meetings = b.group("FFU"),
                           .offset = {-5, model::Unit::day},
                           .on_closed = model::Deadline::OnClosed::forbid},
           model::must, "agenda_out = \"5 dage før\"", "FFU.agenda_out");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:5:1: fejl: der er ingen mulig dato for FFU/1 fra 1. juni 2023 til 30. juni 2023 [plan.no-date]
 5 | count = "1"
   | ^^^^^^^^^^^
   = hjælp: Det udelukker: mødetiderne (linje 4) 16 dage; helligdage og lukkedage 1 dag; lørdage og søndage 8 dage; reglen "FFU.notice" (linje 6) 3 dage; reglen "FFU.agenda_out" (linje 7) 2 dage
)");
}

BOOST_AUTO_TEST_CASE(a_seminar_needs_two_working_days) {
    BriefBuilder b{"05-04-2023..10-04-2023"};
    b.meeting("døgn", "SSF").seminar();
    BOOST_TEST(
        report(b)
        == R"(plan.toml:3:1: fejl: der er ingen mulig dato for døgn fra 5. april 2023 til 10. april 2023 [plan.no-date]
 3 | id = "døgn"
   | ^^^^^^^^^^^
   = hjælp: Det udelukker: helligdage og lukkedage 4 dage; lørdage og søndage 2 dage
plan.toml:3:1: bemærk: døgn: mødestedet mangler (fysisk) [plan.no-venue]
 3 | id = "døgn"
   | ^^^^^^^^^^^
   = hjælp: Skriv mødesteder under venues, eller "@ STED" i mødetiden
)");
}

BOOST_AUTO_TEST_SUITE_END()
