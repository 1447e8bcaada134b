#include "desk/last_year.hpp"

#include "documents/calendar_csv.hpp"
#include "tests/documents/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only
using base::Language;

BOOST_AUTO_TEST_SUITE(last_year)

BOOST_AUTO_TEST_CASE(reads_back_the_csv_that_export_writes_in_both_languages) {
    const tests::World w;
    for (const Language language : {Language::danish, Language::english}) {
        const auto csv = documents::calendar_csv(w.brief, w.plan, {}, language);
        base::Diagnostics problems;
        const auto past = desk::read_past_csv(csv, "2023.csv", problems);
        BOOST_TEST(problems.all().empty());
        BOOST_REQUIRE(past.size() == 5U);  // the cancelled one is no habit
        BOOST_TEST(past[0].body == "SDFU");
        BOOST_TEST((past[0].date == tests::date(2023, 1, 16)));
        BOOST_TEST((past[0].time == tests::time(14, 16)));
        BOOST_TEST((past[0].mode == model::Mode::teams));
        BOOST_TEST(!past[1].time.has_value());
    }
}

BOOST_AUTO_TEST_CASE(tells_of_every_date_and_time_that_makes_no_sense) {
    base::Diagnostics problems;
    const auto past = desk::read_past_csv(
        "organ;dato;start;slut\nA;31-02-2023;;\nB;01-03-2023;16.00;14.00\nC;02-03-2023;;\n",
        "x.csv", problems);
    BOOST_TEST(problems.error_count() == 2U);
    BOOST_TEST(problems.all()[0].where.line == 2);
    BOOST_TEST(problems.all()[1].code == "desk.past-time");
    BOOST_TEST(past.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_list_in_another_encoding_is_told_of_and_not_guessed_at) {
    base::Diagnostics problems;
    const auto past =
        desk::read_past_csv("organ;dato\n\xc6ldreudvalg;12-01-2026\n", "x.csv", problems);
    BOOST_TEST(past.empty());
    BOOST_REQUIRE(problems.error_count() == 1U);
    BOOST_TEST(problems.all()[0].code == "config.not-utf8");
    BOOST_TEST(problems.all()[0].where.line == 2);
}

BOOST_AUTO_TEST_CASE(takes_whose_meeting_it_is_from_the_title) {
    const auto at = tests::date(2023, 3, 1);
    const auto entry = [at](const std::string& title) {
        return model::CalendarEntry{
            .span = {at + std::chrono::hours{9}, at + std::chrono::hours{11}}, .title = title};
    };
    const auto past = desk::past_meetings_of(
        {entry("SDFU 3. møde"),
         entry("SSF seminar"),
         entry("Økonomiudvalg"),
         entry("KKR meeting 2"),
         {.span = {at + std::chrono::hours{0}, at + std::chrono::hours{1}}, .busy = false}});
    BOOST_REQUIRE(past.size() == 4U);
    BOOST_TEST(past[0].body == "SDFU");
    BOOST_TEST(past[1].body == "SSF");
    BOOST_TEST(past[2].body == "Økonomiudvalg");
    BOOST_TEST(past[3].body == "KKR");
    BOOST_TEST((past[0].time == tests::time(9, 11)));
}

BOOST_AUTO_TEST_CASE(marks_what_it_guesses) {
    using model::Mode;
    const std::vector<desk::PastMeeting> past{
        {"ØU", tests::date(2023, 1, 16), tests::time(14, 16), Mode::teams, ""},
        {"ØU", tests::date(2023, 2, 20), tests::time(14, 16), Mode::teams, ""},
        {"ØU", tests::date(2023, 4, 6), tests::time(9, 11), Mode::physical, ""},
        {"Seminar", tests::date(2023, 9, 5), tests::time(12, 12), Mode::unspecified, ""}};
    BOOST_TEST(
        desk::plan_like(past, "2023.csv", Language::danish) ==
        R"(# Planfil lavet efter "2023.csv". Alt, hvad der er mærket "gæt", er gættet ud fra den: ret det til.

title  = "Mødekalender 2024"
period = "01-01-2024..31-12-2024"

[body."ØU"]
count = 3  # gæt: møder holdt
slots = [  # gæt
  "man 14.00-16.00 teams",  # 2 gange
  { when = "tor 09.00-11.00 fysisk", cost = 5 },  # 1 gang
]
gap   = { range = "5-7 uger, ideal 6 uger", strength = "should" }  # gæt: 35-45 dage
mix   = { shares = "2 teams, 1 fysisk", strength = "should" }  # gæt: som sidst

[body.Seminar]
count = 1  # gæt: møder holdt
seminar = true  # gæt: fra 12 til 12
)");
}

BOOST_AUTO_TEST_CASE(a_school_year_gives_the_next_school_year_and_its_seminar_stays_a_seminar) {
    using model::Mode;
    const std::vector<desk::PastMeeting> past{
        {"SSF", tests::date(2023, 8, 21), tests::time(14, 16), Mode::unspecified, ""},
        {"SSF", tests::date(2023, 11, 7), tests::time(12, 12), Mode::physical, "Døgnseminar"},
        {"SSF", tests::date(2024, 5, 27), tests::time(14, 16), Mode::unspecified, ""}};
    BOOST_TEST(
        desk::plan_like(past, "2023.ics", Language::danish) ==
        R"(# Planfil lavet efter "2023.ics". Alt, hvad der er mærket "gæt", er gættet ud fra den: ret det til.

title  = "Mødekalender 2024-2025"
period = "01-08-2024..31-07-2025"

[body.SSF]
count = 2  # gæt: møder holdt
slots = [  # gæt
  "man 14.00-16.00",  # 2 gange
]

[[meeting]]  # gæt: fra 12 til 12
id      = "SSF-seminar"
body    = "SSF"
title   = "Døgnseminar"
seminar = true
within  = "november"  # gæt: måneden som sidst
)");
}

BOOST_AUTO_TEST_CASE(reads_a_table_as_people_keep_it) {
    base::Diagnostics problems;
    const auto past = desk::read_past_csv(
        "Dato;Tid;Møde;Sted;Ansvarlig\n16-01-2023;9-11;ØU 1. møde;Teams;JJ\n"
        "20-02-2023;13-15;ØU 2. møde;Rådhuset;JJ\n",
        "x.csv", problems);
    BOOST_TEST(problems.all().empty());
    BOOST_REQUIRE(past.size() == 2U);
    BOOST_TEST(past[0].body == "ØU");
    BOOST_TEST((past[0].time == tests::time(9, 11)));
    BOOST_TEST((past[0].mode == model::Mode::teams));
    BOOST_TEST((past[1].mode == model::Mode::physical));
    BOOST_TEST(desk::read_past_csv("dato;tid\n16-01-2023;9-11\n", "x.csv", problems).empty());
    BOOST_REQUIRE(problems.error_count() == 1U);
    BOOST_TEST(problems.all()[0].code == "desk.whose-meetings");
}

BOOST_AUTO_TEST_CASE(takes_an_overview_in_which_all_is_free_and_no_cancelled_meeting) {
    const auto at = tests::date(2023, 3, 1);
    const model::MomentRange span{at + std::chrono::hours{9}, at + std::chrono::hours{11}};
    const auto past =
        desk::past_meetings_of({{.span = span, .busy = false, .title = "SDFU 3. møde"},
                                {.span = span, .busy = false, .title = "SSU-møde"},
                                {.span = span, .busy = false, .title = "12-12-seminar om kultur"},
                                {.span = span, .busy = false, .title = "AFLYST: SDFU-møde"}});
    BOOST_REQUIRE(past.size() == 3U);
    BOOST_TEST(past[0].body == "SDFU");
    BOOST_TEST(past[1].body == "SSU");
    BOOST_TEST(past[2].body == "12-12-seminar om kultur");
}

BOOST_AUTO_TEST_SUITE_END()
