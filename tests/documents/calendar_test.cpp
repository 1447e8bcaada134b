#include "documents/calendar_csv.hpp"
#include "documents/calendar_html.hpp"
#include "documents/calendar_json.hpp"
#include "documents/calendar_table.hpp"
#include "documents/report.hpp"
#include "documents/year_overview.hpp"
#include "tests/documents/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul;             // NOLINT(google-build-using-namespace): tests only
using namespace rul::documents;  // NOLINT(google-build-using-namespace): tests only
using base::Language;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

constexpr Look english{.language = Language::english};

}  // namespace

BOOST_AUTO_TEST_SUITE(calendar)

BOOST_AUTO_TEST_CASE(reads_as_a_secretary_would_write_it) {
    const tests::World w;
    BOOST_TEST(
        calendar_table(w.brief, w.plan, {}, {}) ==
        R"(Dato                            Uge  Tid          Møde        Sted                         Bemærkning
mandag den 16. januar 2023        3  14.00-16.00  SDFU/1      Teams
tirsdag den 7. marts 2023        10               SSF/1
tirsdag den 7. marts 2023        10  09.00-11.00  SDFU/2      Rådhuset, Aalborg, lokale 2
fredag den 21. april 2023        16  09.00-11.00  SDFU/3      Teams
torsdag den 1. juni 2023         22               SSF/aflyst                               AFLYST: formanden er syg
torsdag den 14. september 2023   37  12-12        SSF/2                                    slutter dagen efter
Ikke lagt i kalenderen: SDFU/4
)");
}

BOOST_AUTO_TEST_CASE(a_narrow_terminal_gets_short_dates_before_places_are_broken) {
    const tests::World w;
    BOOST_TEST(calendar_table(w.brief, w.plan, {.month = std::chrono::March}, {.width = 75}) ==
               R"(Dato            Uge  Tid          Møde    Sted
tir 07-03-2023   10               SSF/1
tir 07-03-2023   10  09.00-11.00  SDFU/2  Rådhuset, Aalborg, lokale 2
)");
}

BOOST_AUTO_TEST_CASE(filters_by_body_person_and_month) {
    const tests::World w;
    const auto keys = [&w](const Filter& filter) {
        std::string all;
        for (const auto& row : calendar_rows(w.brief, w.plan, filter))
            all += w.brief.at(row.meeting).key + " ";
        return all;
    };
    BOOST_TEST(keys({.body = model::BodyId{0U}}) == "SDFU/1 SDFU/2 SDFU/3 ");
    BOOST_TEST(keys({.person = model::PersonId{1U}}) == "SSF/1 SSF/2 ");
    BOOST_TEST(keys({.month = std::chrono::March}) == "SSF/1 SDFU/2 ");
    BOOST_TEST(keys({.year = std::chrono::year{2024}}) == "");
}

BOOST_AUTO_TEST_CASE(a_body_alone_has_its_name_above_its_table) {
    const tests::World w;
    const auto text = calendar_tables_by_body(w.brief, w.plan, {.month = std::chrono::April}, {});
    BOOST_TEST(text == "SDFU – Sundhedsdirektørernes Forretningsudvalg\n"
                       "Dato                       Uge  Tid          Møde    Sted\n"
                       "fredag den 21. april 2023   16  09.00-11.00  SDFU/3  Teams\n");
}

BOOST_AUTO_TEST_CASE(says_so_when_there_are_no_meetings) {
    const tests::World w;
    BOOST_TEST(calendar_table(w.brief, w.plan, {.month = std::chrono::August}, english)
               == "No meetings.\n");
}

BOOST_AUTO_TEST_CASE(csv_tells_spreadsheets_that_no_cell_is_a_formula) {
    tests::World w;
    for (const char* const formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"}) {
        w.brief.meetings.front().title = formula;
        const auto csv = calendar_csv(w.brief, w.plan, {}, Language::danish);
        BOOST_TEST(contains(csv, "SDFU/1;SDFU;'" + std::string{formula} + ";16-01-2023;"));
    }
}

BOOST_AUTO_TEST_CASE(csv_has_semicolons_for_danish_spreadsheets_and_commas_for_others) {
    const tests::World w;
    const Filter january{.month = std::chrono::January};
    BOOST_TEST(calendar_csv(w.brief, w.plan, january, Language::danish) ==
               "\xEF\xBB\xBFmøde;organ;titel;dato;ugedag;uge;start;slut;mødeform;sted;lokale;"
               "tilstand;bemærkning\r\n"
               "SDFU/1;SDFU;SDFU 1. møde;16-01-2023;mandag;3;14.00;16.00;Teams;;;holdes;\r\n");
    const Filter march{.body = model::BodyId{0U}, .month = std::chrono::March};
    BOOST_TEST(contains(calendar_csv(w.brief, w.plan, march, Language::english),
                        "SDFU/2,SDFU,SDFU meeting 2,2023-03-07,Tuesday,10,09:00,11:00,physical,"
                        "\"Rådhuset, Aalborg\",lokale 2,held,\r\n"));
}

BOOST_AUTO_TEST_CASE(json_tells_held_cancelled_and_left_out_apart) {
    const tests::World w;
    const auto json = calendar_json(w.brief, w.plan);
    BOOST_TEST(contains(json, R"("meeting": "SDFU/4",
      "body": "SDFU",
      "series": "SDFU",
      "ordinal": 4,
      "kind": "meeting",
      "state": "left out")"));
    BOOST_TEST(contains(json, R"("state": "cancelled")"));
    BOOST_TEST(contains(json, R"("last_date": "2023-09-15")"));
}

BOOST_AUTO_TEST_CASE(html_escapes_what_users_wrote) {
    tests::World w;
    w.brief.title = "<script>alert(1)</script> & \"co\"";
    const auto page = calendar_html(w.brief, w.plan, {}, Language::danish);
    BOOST_TEST(!contains(page, "<script"));
    BOOST_TEST(contains(page, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;"));
    BOOST_TEST(contains(page, "<html lang=\"da\">"));
    BOOST_TEST(contains(page, "<time datetime=\"2023-01-16\">mandag den 16. januar 2023</time>"));
}

BOOST_AUTO_TEST_CASE(year_marks_meetings_holidays_and_blocks) {
    const tests::World w;
    const auto year = year_overview(w.brief, w.plan, {}, {.width = 35});
    BOOST_TEST(contains(year,
                        "januar 2023\n"
                        "    man tir ons tor fre lør søn\n"
                        "52                           1.\n"
                        " 1   2   3   4   5   6   7   8\n"
                        " 2   9  10  11  12  13  14  15\n"
                        " 3  16A 17  18  19  20  21  22\n"));
    BOOST_TEST(contains(year, "28  10- 11- 12- 13- 14- 15  16\n"));
    BOOST_TEST(contains(year, "10   6   7*  8   9  10  11  12\n"));
    BOOST_TEST(contains(year, "37  11  12  13  14B 15B 16  17\n"));
    BOOST_TEST(contains(year, "*  tir 07-03-2023: SDFU, SSF\n"));
}

BOOST_AUTO_TEST_CASE(year_puts_as_many_months_side_by_side_as_there_is_room_for) {
    const tests::World w;
    const auto has_line = [&w](std::size_t width, const std::string& part) {
        return contains(year_overview(w.brief, w.plan, {}, {Language::danish, false, width}), part);
    };
    const std::string gap(23, ' ');
    BOOST_TEST(has_line(80, "januar 2023" + gap + "februar 2023\n"));
    BOOST_TEST(
        has_line(100, "januar 2023" + gap + "februar 2023" + gap.substr(1) + "marts 2023\n"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(report)

BOOST_AUTO_TEST_CASE(evenness_counts_the_days_between_meetings_held) {
    const tests::World w;
    const auto all = evenness_of(w.brief, w.plan);
    BOOST_TEST(all.size() == 2U);
    BOOST_TEST(all[0].gaps == (std::vector<int>{50, 45}), boost::test_tools::per_element());
    BOOST_TEST(all[0].mean == 47.5);
    BOOST_TEST(all[0].deviation == 2.5);
    BOOST_TEST(evenness_text(w.brief, w.plan, {}) ==
               "Serie  Møder   Snit  Spredning  Mindst  Mest  Dage mellem møderne\n"
               "SDFU       3   47,5        2,5      45    50  50 45\n"
               "SSF        2  191,0        0,0     191   191  191\n");
}

BOOST_AUTO_TEST_CASE(costs_stand_under_the_rule_that_asked_for_them) {
    const tests::World w;
    const std::vector<Cost> costs{
        {model::RuleId{0U}, {}, {}, base::both("for tæt", "too close"), 3},
        {model::RuleId{0U}, {}, {}, base::both("for langt", "too far"), 4}};
    BOOST_TEST(costs_text(w.brief, costs, english) == "Points  Rule and meetings  Written in\n"
                                                      "     7  SDFU mødes jævnt   rul.toml:14\n"
                                                      "        – too close (3)\n"
                                                      "        – too far (4)\n");
    BOOST_TEST(costs_text(w.brief, {}, english) == "");
}

BOOST_AUTO_TEST_CASE(those_missing_are_named_by_role_and_meeting) {
    const tests::World w;
    std::vector<std::vector<model::PersonId>> missing(w.brief.meetings.size());
    BOOST_TEST(missing_text(w.brief, w.plan, missing, {}) == "");
    missing[1] = {model::PersonId{0U}};
    BOOST_TEST(missing_text(w.brief, w.plan, missing, {}) ==
               "Møde    Dato            Kan ikke komme\n"
               "SDFU/2  tir 07-03-2023  Direktør, Aalborg Kommune\n");
}

BOOST_AUTO_TEST_SUITE_END()
