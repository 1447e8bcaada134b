#include "tests/config/proof/reporting.hpp"

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
namespace model = rul::model;

BOOST_AUTO_TEST_SUITE(proof_of_times)

BOOST_AUTO_TEST_CASE(warns_of_a_deadline_that_has_gone) {
    BriefBuilder b{"2023"};
    b.today("01-02-2023");
    b.body("FFU")
        .slots({"tor 9-11"})
        .count(2)
        .fixed({"tor 09-02-2023 9-11", "tor 16-03-2023 9-11"});
    b.rule(model::Deadline{.meetings = b.group("FFU"),
                           .what = model::Deadline::What::items_in,
                           .offset = {-14, model::Unit::day}},
           model::must, "items_in = \"14 dage før\"", "FFU.items_in");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:6:11: advarsel: FFU/1: fristen for punkter var torsdag den 26. januar 2023, før i dag (1. februar 2023) [plan.deadline-passed]
 6 | fixed = ["tor 09-02-2023 9-11", "tor 16-03-2023 9-11"]
   |           ^^^^^^^^^^^^^^^^^^^
   = hjælp: Fristen står på linje 7
)");
}

BOOST_AUTO_TEST_CASE(notes_a_deadline_before_the_period) {
    BriefBuilder b{"2023"};
    b.body("FFU").slots({"tor 9-11"}).count(1).fixed({"tor 05-01-2023 9-11"});
    b.rule(model::Deadline{.meetings = b.group("FFU"), .offset = {-7, model::Unit::day}},
           model::must, "agenda_out = \"7 dage før\"", "FFU.agenda_out");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:5:10: bemærk: FFU/1: udsendelsen af dagsordenen er torsdag den 29. december 2022, før perioden begynder [plan.deadline-before-period]
 5 | fixed = "tor 05-01-2023 9-11"
   |          ^^^^^^^^^^^^^^^^^^^
   = hjælp: Fristen står på linje 6
)");
}

BOOST_AUTO_TEST_CASE(notes_a_fixed_date_within_the_notice) {
    BriefBuilder b{"2022-12-01..2023-12-31"};
    b.today("02-12-2022");
    b.meeting("dialogforum", "SSU").at("fre 06-01-2023 9-15 teams");
    b.rule(model::Notice{b.group("dialogforum"), 60}, model::must, "notice = \"60 dage\"",
           "oplægsholdere");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:5:9: bemærk: dialogforum (fredag den 6. januar 2023) er om 35 dage, og reglen "oplægsholdere" (linje 6) siger 60 [plan.short-notice]
 5 | date = "fre 06-01-2023 9-15 teams"
   |         ^^^^^^^^^^^^^^^^^^^^^^^^^
)");
}

BOOST_AUTO_TEST_CASE(warns_of_rules_that_need_today) {
    BriefBuilder b{"2023"};
    b.body("FFU").slots({"tor 9-11"}).count(1);
    b.rule(model::Notice{b.group("FFU"), 14}, model::must, "notice = \"14 dage\"", "FFU.notice");
    b.rule(model::Keep{.meetings = b.group("FFU"), .near_days = 30}, model::soft(1),
           "near_days = 30", "hold-fast");
    BOOST_TEST(
        report(b)
        == R"(plan.toml:5:1: advarsel: reglen "FFU.notice" gør ingenting uden today [plan.no-today]
 5 | notice = "14 dage"
   | ^^^^^^^^^^^^^^^^^^
   = hjælp: Skriv today = "DATO" øverst i filen
plan.toml:6:1: advarsel: near_days i reglen "hold-fast" gør ingenting uden today [plan.no-today]
 6 | near_days = 30
   | ^^^^^^^^^^^^^^
   = hjælp: Skriv today = "DATO" øverst i filen
)");
}

BOOST_AUTO_TEST_CASE(warns_of_what_lies_outside_the_period) {
    BriefBuilder b{"2023"};
    b.body("FFU").slots({"tor 9-11"}).count_within("01-12-2023..31-01-2024", 1, 1);
    b.block({"uge 7 2024"}, "vinterferie");
    b.rule(model::Apart{b.group("FFU"), b.group("FFU"), 1}, model::must,
           "valid = \"fra 01-01-2024\"", "fra-næste-år");
    b.raw().rules.back().validity.first = day(2024, 1, 1);
    BOOST_TEST(
        report(b)
        == R"(plan.toml:4:1: advarsel: FFU: 01-12-2023..31-01-2024 er ikke helt i perioden 01-01-2023..31-12-2023 [plan.count-outside-period]
 4 | count = "1"
   | ^^^^^^^^^^^
plan.toml:5:1: bemærk: spærringen 12-02-2024..18-02-2024 ligger uden for perioden 01-01-2023..31-12-2023 [plan.block-outside-period]
 5 | when = "uge 7 2024"
   | ^^^^^^^^^^^^^^^^^^^
plan.toml:6:1: advarsel: reglen "fra-næste-år" gælder 01-01-2024..01-01-2100 og derfor aldrig i perioden 01-01-2023..31-12-2023 [plan.never-valid]
 6 | valid = "fra 01-01-2024"
   | ^^^^^^^^^^^^^^^^^^^^^^^^
)");
}

BOOST_AUTO_TEST_CASE(says_it_in_english) {
    BriefBuilder b{"2023"};
    b.today("01-02-2023");
    b.body("FFU").slots({"tor 9-11"}).count(1).fixed({"tor 09-02-2023 9-11"});
    b.rule(model::Deadline{.meetings = b.group("FFU"), .offset = {-14, model::Unit::day}},
           model::must, "agenda_out = \"14 days before\"", "FFU.agenda_out");
    b.rule(model::Notice{b.group("FFU"), 60}, model::must, "notice = \"60 days\"", "FFU.notice");
    b.block({"uge 7 2024"}, "winter holiday");
    BOOST_TEST(
        english(b)
        == R"(plan.toml:6:10: warning: FFU/1: the sending of the agenda was Thursday 26 January 2023, before today (1 February 2023) [plan.deadline-passed]
 6 | fixed = "tor 09-02-2023 9-11"
   |          ^^^^^^^^^^^^^^^^^^^
   = help: The deadline is on line 7
plan.toml:6:10: note: FFU/1 (Thursday 9 February 2023) is in 8 days, and the rule "FFU.notice" (line 8) says 60 [plan.short-notice]
 6 | fixed = "tor 09-02-2023 9-11"
   |          ^^^^^^^^^^^^^^^^^^^
plan.toml:9:1: note: the block 12-02-2024..18-02-2024 is outside the period 01-01-2023..31-12-2023 [plan.block-outside-period]
 9 | when = "uge 7 2024"
   | ^^^^^^^^^^^^^^^^^^^
)");
}

BOOST_AUTO_TEST_SUITE_END()
