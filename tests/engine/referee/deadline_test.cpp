#include "tests/engine/referee/trial.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only
using model::Blocked;
using model::ClosedDays;
using model::Deadline;
using model::Notice;
using model::soft;
using testing::Trial;

namespace {

model::Date date(std::string_view text) {
    return testing::said(config::read_date(text, {}), text);
}

Trial one_meeting(std::string_view when) {
    Trial t;
    t.body("FFU").count(1);
    t.put("FFU/1", when);
    return t;
}

Trial with_deadline(std::string_view when, Deadline rule, model::Strength strength = model::must) {
    Trial t = one_meeting(when);
    rule.meetings = t.group("FFU");
    t.rule(rule, strength);
    return t;
}

const Deadline week_before{.offset = {-7, model::Unit::day},
                           .on_closed = Deadline::OnClosed::forbid};

Trial with_block(std::string_view when, model::Strength strength = model::must) {
    Trial t = one_meeting(when);
    t.block({"uge 7"}, "skoleferie", strength);
    return t;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(deadlines_and_closed_days)

BOOST_AUTO_TEST_CASE(a_forbidden_deadline_may_not_fall_on_a_closed_day) {
    BOOST_TEST(with_deadline("fre 21-04-2023", week_before).violations() == "");
    BOOST_TEST(with_deadline("fre 14-04-2023", week_before).violations()
               == "FFU/1 | fristen for udsendelse af dagsordenen til FFU/1 (fre 14-04-2023) falder "
                  "fre 07-04-2023, som er lukket (Langfredag)\n");
    BOOST_TEST(with_deadline("lør 22-04-2023", week_before, soft(6)).costs()
               == "6: FFU/1 | fristen for udsendelse af dagsordenen til FFU/1 (lør 22-04-2023) "
                  "falder lør 15-04-2023, som ikke er en hverdag\n");
}

BOOST_AUTO_TEST_CASE(a_forbidden_deadline_may_not_fall_in_a_whole_day_block_of_the_body) {
    Trial t = with_deadline("fre 24-02-2023", week_before);
    const auto block = t.block({"uge 7"}, "", soft(1), {t.body("SSF").id()});
    BOOST_TEST(t.violations() == "");
    t.raw().blocks[block.index].bodies = {t.body("FFU").id()};
    BOOST_TEST(t.violations()
               == "FFU/1 | fristen for udsendelse af dagsordenen til FFU/1 (fre 24-02-2023) falder "
                  "fre 17-02-2023, som er spærret\n");
}

BOOST_AUTO_TEST_CASE(a_deadline_that_moves_never_restricts) {
    Deadline rule = week_before;
    rule.on_closed = Deadline::OnClosed::move_before;
    BOOST_TEST(with_deadline("fre 14-04-2023", rule).violations() == "");
}

BOOST_AUTO_TEST_CASE(notice_forbids_what_is_placed_too_soon) {
    Trial t = one_meeting("fre 20-01-2023");
    t.today("06-01-2023");
    t.rule(Notice{t.group("FFU"), 14}, soft(8));
    BOOST_TEST(t.costs() == "");
    t.put("FFU/1", "tor 19-01-2023");
    BOOST_TEST(t.costs()
               == "8: FFU/1 | FFU/1 (tor 19-01-2023) ligger før fre 20-01-2023, den første dag med "
                  "14 dages varsel\n");
    t.raw().today.reset();
    BOOST_TEST(t.costs() == "");
}

BOOST_AUTO_TEST_CASE(notice_leaves_what_stands_by_appointment_or_was_not_moved) {
    Trial t = one_meeting("tor 19-01-2023 9-11");
    t.today("06-01-2023");
    t.rule(Notice{t.group("FFU"), 14});
    BOOST_TEST(t.verdict().violations.size() == 1U);

    Trial fixed = t;
    fixed.body("FFU").meeting(1).at("tor 19-01-2023 9-11");
    BOOST_TEST(fixed.violations() == "");
    Trial either = t;
    either.body("FFU").meeting(1).either({"tor 19-01-2023 9-11", "fre 24-03-2023"});
    BOOST_TEST(either.violations() == "");
    Trial included = t;
    included.raw().series.front().includes = {included.appointment("tor 19-01-2023 9-11", {})};
    BOOST_TEST(included.violations() == "");
    included.put("FFU/1", "tor 19-01-2023 13-15");  // on the date, but not as said
    BOOST_TEST(included.verdict().violations.size() == 1U);

    t.body("FFU").meeting(1).published("tor 19-01-2023 9-11");
    BOOST_TEST(t.violations() == "");
    t.put("FFU/1", "tor 19-01-2023 10-12");
    BOOST_TEST(t.verdict().violations.size() == 1U);
}

BOOST_AUTO_TEST_CASE(no_meeting_touches_a_block_for_everyone) {
    BOOST_TEST(with_block("fre 10-02-2023").violations() == "");
    BOOST_TEST(with_block("fre 17-02-2023").violations()
               == "FFU/1 | FFU/1 (fre 17-02-2023) ligger i en spærring: skoleferie\n");
    BOOST_TEST(with_block("fre 17-02-2023", soft(20)).verdict().cost == 20);
    Trial fixed = with_block("fre 17-02-2023");
    fixed.body("FFU").meeting(1).at("fre 17-02-2023");
    BOOST_TEST(fixed.violations() == "");
}

BOOST_AUTO_TEST_CASE(a_block_for_bodies_is_for_their_meetings_and_one_for_persons_for_none) {
    Trial t = with_block("fre 17-02-2023");
    t.raw().blocks.front().bodies = {t.body("SSF").id()};
    BOOST_TEST(t.violations() == "");
    t.raw().blocks.front().bodies = {t.body("FFU").id()};
    BOOST_TEST(t.verdict().violations.size() == 1U);
    t.raw().blocks.front().bodies.clear();
    t.raw().blocks.front().persons = {t.person("a")};
    BOOST_TEST(t.violations() == "");
}

BOOST_AUTO_TEST_CASE(a_block_of_hours_asks_the_time_and_a_seminar_touches_two_days) {
    Trial t = with_block("fre 17-02-2023 9-11");
    t.raw().blocks.front().time = model::TimeRange{std::chrono::hours{11}, std::chrono::hours{13}};
    BOOST_TEST(t.violations() == "");
    t.put("FFU/1", "fre 17-02-2023 10-12");
    BOOST_TEST(t.verdict().violations.size() == 1U);

    Trial seminar = with_block("søn 12-02-2023");
    seminar.body("FFU").meeting(1).seminar();
    BOOST_TEST(seminar.verdict().violations.size() == 1U);  // its Monday is in week 7
}

BOOST_AUTO_TEST_CASE(a_block_binds_within_its_validity) {
    Trial t = with_block("fre 17-02-2023");
    t.raw().rules.back().validity.first = date("18-02-2023");
    BOOST_TEST(t.violations() == "");
}

BOOST_AUTO_TEST_CASE(no_meeting_is_on_a_holiday_unless_it_was_said) {
    Trial t = one_meeting("fre 05-05-2023");
    t.rule(ClosedDays{});
    BOOST_TEST(t.violations()
               == "FFU/1 | FFU/1 (fre 05-05-2023) ligger på en lukket dag: Store bededag\n");
    t.body("FFU").meeting(1).at("fre 05-05-2023");
    BOOST_TEST(t.violations() == "");

    Trial seminar = one_meeting("tor 04-05-2023");
    seminar.body("FFU").meeting(1).seminar();
    seminar.rule(ClosedDays{});
    BOOST_TEST(seminar.verdict().violations.size() == 1U);
}

BOOST_AUTO_TEST_CASE(weekends_are_for_slots_that_name_them) {
    Trial t = one_meeting("lør 13-05-2023");
    t.rule(ClosedDays{});
    BOOST_TEST(t.violations()
               == "FFU/1 | FFU/1 (lør 13-05-2023) ligger i en weekend, som ingen mødetid nævner\n");
    t.body("FFU").slots({"lør 10-12"});
    BOOST_TEST(t.violations() == "");
    t.put("FFU/1", "søn 14-05-2023");
    BOOST_TEST(t.verdict().violations.size() == 1U);
}

BOOST_AUTO_TEST_CASE(events_are_outside_our_control) {
    Trial t;
    t.event("folkemøde", "15-06-2023..17-06-2023");
    t.event("nytårskur", "01-01-2023");
    t.block({"uge 24"});
    t.rule(ClosedDays{});
    BOOST_TEST(t.violations() == "");
}

BOOST_AUTO_TEST_SUITE_END()
