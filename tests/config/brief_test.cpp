// What a plan file says, as a brief.
#include "tests/config/plan_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only
using namespace std::chrono_literals;
using model::Meeting;
using model::Mode;
using std::chrono::year;
using testing::brief_of;
using testing::rule_at;
using testing::rule_named;

BOOST_AUTO_TEST_SUITE(brief)

const std::string period = "period = \"01-01-2023..31-12-2023\"\n";

model::Date date(int y, unsigned m, unsigned d) {
    return model::Date{year{y} / static_cast<int>(m) / static_cast<int>(d)};
}

const Meeting& meeting_at(const model::Brief& brief, std::string_view key) {
    const auto id = brief.find_meeting(key);
    BOOST_REQUIRE_MESSAGE(id, "no meeting " << key);
    return brief.at(*id);
}

BOOST_AUTO_TEST_CASE(an_empty_plan_has_the_four_rules_of_every_plan) {
    const auto brief = brief_of(period);
    BOOST_TEST(brief.rules.size() == 4U);
    BOOST_TEST(rule_at<model::Attendance>(brief, "attendance").missing_member == 5);
    BOOST_TEST(rule_named(brief, "rooms").source.line == 1);
    BOOST_TEST(brief.grid.count() == 15);
    BOOST_TEST(brief.timezone == "Europe/Copenhagen");
    BOOST_TEST(!brief.calendar.is_working_day(date(2023, 5, 5)));  // store bededag
    BOOST_TEST(!brief.calendar.is_working_day(date(2023, 6, 5)));  // grundlovsdag
}

BOOST_AUTO_TEST_CASE(a_body_makes_a_series_its_meetings_and_their_rules) {
    const auto brief = brief_of(period + R"(
[body.SDFU]
count = "3-5"
gap   = "4-9 uger, ideal 6 uger"
slots = ["man 14.00-16.00 teams"]
)");
    BOOST_TEST(brief.meetings.size() == 5U);
    BOOST_TEST(brief.meetings[4].key == "SDFU/5");
    BOOST_TEST(!brief.meetings[2].may_be_left_out);
    BOOST_TEST(brief.meetings[3].may_be_left_out);
    const auto& gap = rule_at<model::Distance>(brief, "SDFU.gap");
    BOOST_TEST((gap.range == model::DistanceRange{4, 6, 9, model::Unit::week}));
    BOOST_TEST((gap.pairs == model::Distance::Pairs::neighbours));
    BOOST_TEST(rule_named(brief, "SDFU.gap").source.line == 5);
    BOOST_TEST(rule_at<model::Count>(brief, "SDFU.count").missing == 50);
    BOOST_TEST(rule_at<model::SlotChoice>(brief, "SDFU.slots").meetings.meetings.size() == 5U);
}

BOOST_AUTO_TEST_CASE(as_many_fixed_dates_as_meetings_are_the_meetings) {
    const auto brief = brief_of(period + R"(
[body.SDFU]
count = 2
fixed = ["tir 07-03-2023 13-15", "man 16-01-2023 14-16 teams"]
)");
    BOOST_TEST((meeting_at(brief, "SDFU/1").options.at(0).date == date(2023, 1, 16)));
    BOOST_TEST((meeting_at(brief, "SDFU/1").state == Meeting::State::fixed));
    BOOST_TEST((meeting_at(brief, "SDFU/1").options.at(0).mode == Mode::teams));
    BOOST_TEST(brief.series.at(0).includes.empty());
}

BOOST_AUTO_TEST_CASE(fewer_fixed_dates_are_dates_of_some_of_the_meetings) {
    const auto brief = brief_of(period + R"(
[body.SDFU]
count = 3
fixed = ["man 16-01-2023"]
)");
    BOOST_TEST((meeting_at(brief, "SDFU/1").state == Meeting::State::free));
    BOOST_TEST(brief.series.at(0).includes.size() == 1U);
}

BOOST_AUTO_TEST_CASE(counts_by_validity_are_quotas_in_date_order) {
    const auto brief = brief_of(period + R"(
[[body.SDK.count]]
within = "01-07-2023..31-12-2023"
count  = "1-2"
[[body.SDK.count]]
within = "01-01-2023..30-06-2023"
count  = 3
)");
    const auto& quotas = brief.series.at(0).quotas;
    BOOST_REQUIRE(quotas.size() == 2U);
    BOOST_TEST(quotas[0].most == 3);
    BOOST_TEST(quotas[1].first == 3);
    BOOST_TEST(brief.meetings.size() == 5U);
    BOOST_TEST((brief.meetings[3].within.first == date(2023, 7, 1)));
}

BOOST_AUTO_TEST_CASE(a_cancelled_meeting_keeps_its_date_and_uses_no_number) {
    const auto brief = brief_of(period + R"(
[body.SDFU]
count = 1
cancelled = [{ when = "tor 14-12-2023", because = "intet at beslutte" }]
)");
    const auto& cancelled = meeting_at(brief, "SDFU/aflyst-2023-12-14");
    BOOST_TEST((cancelled.state == Meeting::State::cancelled));
    BOOST_TEST(cancelled.ordinal == 0);
    BOOST_TEST(cancelled.because == "intet at beslutte");
    BOOST_TEST(brief.series.at(0).meetings.size() == 1U);
    BOOST_TEST(brief.series.at(0).cancelled.size() == 1U);
}

BOOST_AUTO_TEST_CASE(presence_follows_the_role_and_the_quorum) {
    const auto brief = brief_of(period + R"(
[person.a]
[person.b]
[person.c]
[person.d]
[body.SDFU]
members = ["a: formand", "b", "c: stedfortræder for b", "d: gæst, skal"]
quorum  = 2
)");
    const auto& members = brief.bodies.at(0).members;
    BOOST_REQUIRE(members.size() == 4U);
    BOOST_TEST((members[0].presence == model::Presence::required));
    BOOST_TEST((members[1].presence == model::Presence::counted));
    BOOST_TEST((members[2].presence == model::Presence::standby));
    BOOST_TEST((members[2].replaces == members[1].person));
    BOOST_TEST((members[3].role == model::Role::guest));
    BOOST_TEST((members[3].presence == model::Presence::required));
}

BOOST_AUTO_TEST_CASE(a_chain_is_written_out_as_needs) {
    const auto brief = brief_of(period + R"(
[body.FFU]
count = 2
[body.SSF]
count = 2
[body.SSU]
count = 2
[[rule]]
id    = "rul"
text  = "det godkendte rul"
chain = ["FFU", "SSF", "SSU"]
lag   = ["28-49 dage", "14-28 dage"]
)");
    const auto& second = rule_at<model::Needs>(brief, "rul.2");
    BOOST_TEST(second.subject.said == "SSU");
    BOOST_TEST(second.providers.at(0).meetings.said == "SSF");
    BOOST_TEST(second.providers.at(0).window.min.value() == 14);
    BOOST_TEST(second.own);
    BOOST_TEST(rule_named(brief, "rul.1").text == "det godkendte rul");
    BOOST_TEST(rule_named(brief, "rul.1").source.line == 9);
}

BOOST_AUTO_TEST_CASE(an_exact_distance_bends_unless_a_strength_is_said) {
    const std::string bodies = period + "[body.A]\ncount = 2\n[body.B]\ncount = 2\n";
    const auto bent =
        brief_of(bodies + "[[rule]]\nid = \"x\"\nfor = \"B\"\nneeds = \"A 7 dage før\"\n");
    const auto& rule = rule_at<model::Needs>(bent, "x");
    BOOST_TEST((rule.providers[0].window == model::DistanceRange{4, 7, 10, model::Unit::day}));
    BOOST_TEST(rule.ideal_points == 5);
    BOOST_TEST(rule_named(bent, "x").strength.must);

    const auto exact = brief_of(
        bodies
        + "[[rule]]\nid = \"x\"\nfor = \"B\"\nneeds = \"A 7 dage før\"\nstrength = \"must\"\n");
    BOOST_TEST((rule_at<model::Needs>(exact, "x").providers[0].window
                == model::DistanceRange{7, std::nullopt, 7, model::Unit::day}));
}

BOOST_AUTO_TEST_CASE(a_rule_may_bind_from_a_date_on) {
    const auto brief = brief_of(period + R"(
[body.A]
count = 2
[[rule]]
id     = "x"
for    = "A"
spread = "kvartal"
most   = 1
valid  = "fra 01-07-2023"
strength = 7
)");
    BOOST_TEST((rule_named(brief, "x").validity.first == date(2023, 7, 1)));
    BOOST_TEST((rule_named(brief, "x").strength == model::soft(7)));
}

BOOST_AUTO_TEST_CASE(a_meeting_in_a_programme_takes_its_time_and_place) {
    const auto brief = brief_of(period + R"(
[venue.hotel]
[body.SSF]
[body.SDK]
count = 1
slots = ["ons 10-14"]
[[meeting]]
id        = "seminar"
body      = "SSF"
seminar   = true
venue     = "hotel"
programme = [{ day = 1, time = "16.30-17.30", meeting = "SDK/1" }]
)");
    const auto& seminar = meeting_at(brief, "seminar");
    BOOST_TEST((seminar.kind == Meeting::Kind::seminar));
    BOOST_TEST(seminar.slots.at(0).weekdays.size() == 4U);
    BOOST_TEST((seminar.slots.at(0).time == model::TimeRange{720min, 720min}));
    const auto& nested = meeting_at(brief, "SDK/1");
    BOOST_TEST((nested.slots.at(0).time == model::TimeRange{990min, 1050min}));
    BOOST_TEST(nested.venues.size() == 1U);
    const auto& inside = rule_at<model::Inside>(brief, "seminar.programme.1");
    BOOST_TEST(inside.day == 0);
    BOOST_TEST((inside.time == model::TimeRange{990min, 1050min}));
}

BOOST_AUTO_TEST_CASE(deadlines_of_defaults_hold_until_a_body_says_otherwise) {
    const auto brief = brief_of(period + R"(
[defaults]
items_in   = "14 dage før"
agenda_out = "7 dage før"
[body.A]
count    = 2
items_in = "ingen"
agenda_out = { when = "5 hverdage før", closed = "forbyd" }
)");
    const auto& agenda = rule_at<model::Deadline>(brief, "A.agenda_out");
    BOOST_TEST((agenda.offset == model::Offset{-5, model::Unit::working_day}));
    BOOST_TEST((agenda.on_closed == model::Deadline::OnClosed::forbid));
    const auto has_key = [](const model::Rule& rule) { return rule.key == "A.items_in"; };
    BOOST_TEST(std::none_of(brief.rules.begin(), brief.rules.end(), has_key));
}

BOOST_AUTO_TEST_CASE(travel_is_known_in_both_directions) {
    const auto brief =
        brief_of(period + "[venue.a]\ntravel = { b = \"45 minutter\" }\n[venue.b]\n");
    BOOST_TEST(brief.venues.at(1).travel.at(0).time.count() == 45);
    BOOST_TEST((brief.venues.at(1).travel.at(0).to == model::VenueId{0}));
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_and_dos_line_ends_are_accepted) {
    const auto brief =
        brief_of("\xef\xbb\xbfperiod = \"01-01-2023..31-12-2023\"\r\n[body.A]\r\ncount = 2\r\n");
    BOOST_TEST(brief.meetings.size() == 2U);
}

BOOST_AUTO_TEST_CASE(english_values_say_the_same) {
    const std::string tail = "count = 2\ngap = ";
    const auto danish = brief_of(period + "[body.A]\n" + tail
                                 + "\"28-49 dage\"\nslots = [\"man 14.00-16.00 fysisk\"]\n");
    const auto english = brief_of(period + "[body.A]\n" + tail
                                  + "\"28-49 days\"\nslots = [\"mon 14:00-16:00 physical\"]\n");
    BOOST_TEST((rule_at<model::Distance>(danish, "A.gap").range
                == rule_at<model::Distance>(english, "A.gap").range));
    const auto& a = danish.series.at(0).slots.at(0);
    const auto& b = english.series.at(0).slots.at(0);
    BOOST_TEST((a.time == b.time && a.mode == b.mode && a.weekdays == b.weekdays));
}

BOOST_AUTO_TEST_CASE(an_event_stands_where_it_is) {
    const auto brief = brief_of(period + R"(
[person.a]
[body.A]
count   = 1
members = ["a"]
[[event]]
id     = "topmøde"
when   = "16-03-2023..17-03-2023"
bodies = ["A"]
blocks = "should"
)");
    const auto& event = meeting_at(brief, "topmøde");
    BOOST_TEST((event.kind == Meeting::Kind::event));
    BOOST_TEST((event.span->end == model::Moment{date(2023, 3, 18)}));
    BOOST_TEST(event.attendees.size() == 1U);
    BOOST_TEST((rule_named(brief, "topmøde.blocks").strength == model::soft(20)));
}

BOOST_AUTO_TEST_CASE(every_problem_is_told_at_once_in_order_of_place) {
    base::Diagnostics found;
    const auto brief = config::parse_plan(
        "grid = 7\nperiod = \"2023\"\n[body.A]\ncount = -1\nslotz = 1\n[[rule]]\nkeep = \"B\"\n",
        "plan.toml", {}, found);
    BOOST_TEST(!brief.has_value());
    std::vector<std::string> codes;
    for (const auto& diagnostic : found.all())
        codes.push_back(diagnostic.code);
    const std::vector<std::string> expected{"config.grid", "config.out-of-range",
                                            "config.unknown-key", "config.unknown-meeting"};
    BOOST_TEST(codes == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_day_given_from_outside_stands_before_the_plans_own_and_serves_its_rules) {
    const std::string plan =
        "period = \"2027\"\n[body.A]\ncount = 1\nslots = [\"man\"]\nnotice = \"28 dage\"\n";
    const model::Date today = date(2027, 2, 1);
    base::Diagnostics found;
    const auto brief = config::parse_plan(plan, "plan.toml", {}, found, today);
    BOOST_REQUIRE(brief.has_value());
    BOOST_TEST((brief->today == today));
    const auto other =
        config::parse_plan("today = \"01-01-2027\"\n" + plan, "plan.toml", {}, found, today);
    BOOST_REQUIRE(other.has_value());
    BOOST_TEST((other->today == today));
    BOOST_TEST(!config::parse_plan(plan, "plan.toml", {}, found).has_value());
}

std::size_t findings_of(const std::string& plan) {
    base::Diagnostics found;
    static_cast<void>(config::parse_plan(plan, "plan.toml", {}, found));
    return found.all().size();
}

BOOST_AUTO_TEST_CASE(titles_are_warned_of_only_when_all_their_years_are_others) {
    const auto titled = [](const std::string& title) {
        return findings_of("title = \"" + title + "\"\nperiod = \"2023\"\n");
    };
    for (const std::string title : {"2023", "Valgperioden 2022-2025", "2022/23", "2022–23", "Møder",
                                    "Sag 12022, lokale 1024", "Efterår 2023 og forår 2024"})
        BOOST_TEST(titled(title) == 0U, title);
    for (const std::string title : {"2022", "2021/22", "Forår 2024", "2020 og 2021"})
        BOOST_TEST(titled(title) == 1U, title);
}

BOOST_AUTO_TEST_CASE(meetings_titles_are_warned_of_only_for_their_own_day_in_another_year) {
    const auto titled = [](const std::string& title) {
        return findings_of(
            "period = \"2023\"\n[body.A]\n[[meeting]]\nid = \"m\"\nbody = "
            "\"A\"\ndate = \"06-01-2023\"\ntitle = \""
            + title + "\"\n");
    };
    for (const std::string title : {"6. januar 2023", "16. januar 2022", "7. januar 2022",
                                    "Sundhedsaftale 2022", "6. januar"})
        BOOST_TEST(titled(title) == 0U, title);
    for (const std::string title : {"6. januar 2022", "den 6/1 2022", "6.1.2022", "06-01-2024"})
        BOOST_TEST(titled(title) == 1U, title);
}

BOOST_AUTO_TEST_CASE(columns_count_characters_and_terminals_are_safe) {
    base::Diagnostics found;
    static_cast<void>(config::parse_plan("period = \"2023\"\nlanguage = \"æøå\\u001b[2J\"\n",
                                         "plan.toml", {}, found));
    BOOST_REQUIRE(found.all().size() == 2U);  // it is no language, and holds a command
    for (const base::Diagnostic& diagnostic : found.all()) {
        BOOST_TEST(diagnostic.where.column == 12);
        BOOST_TEST(diagnostic.message.english.find('\x1b') == std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()
