#include "tests/engine/referee/trial.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only
using model::Attendance;
using model::Inside;
using model::Presence;
using model::Role;
using testing::Trial;

namespace {

// anna is required at `first` and has `presence` at `second`; both on Monday 16 January 2023.
Trial two_meetings(std::string_view first, std::string_view second,
                   Presence presence = Presence::required, Attendance rule = {}) {
    Trial t;
    const auto anna = t.person("anna");
    t.meeting("a", "FFU").attendee(anna);
    t.meeting("b", "SSF").attendee(anna, presence, Role::member);
    t.put("a", fmt::format("man 16-01-2023 {}", first));
    t.put("b", fmt::format("man 16-01-2023 {}", second));
    t.rule(rule);
    return t;
}

std::string keys(const Trial& t, const std::vector<model::PersonId>& persons) {
    const model::Brief brief = t.build();
    std::string all;
    for (const auto person : persons)
        all += brief.at(person).key + " ";
    return all;
}

std::string who(const Trial& t, std::string_view meeting) {
    const auto verdict = t.verdict();
    const auto& at = verdict.attending[t.build().find_meeting(meeting)->index];
    return keys(t, at.present) + "| " + keys(t, at.missing);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(attendance)

BOOST_AUTO_TEST_CASE(nobody_required_is_in_two_places_at_once) {
    BOOST_TEST(two_meetings("9-11", "11-12").violations() == "");
    BOOST_TEST(two_meetings("9-11", "10-12").violations()
               == "anna b a | anna skal med til b (man 16-01-2023), men har a (man 16-01-2023)\n");
    BOOST_TEST(two_meetings("10-12", "9-11").violations()  // the earlier start goes first
               == "anna a b | anna skal med til a (man 16-01-2023), men har b (man 16-01-2023)\n");
    BOOST_TEST(two_meetings("9-11", "9-11").violations()  // then the order of the file
               == "anna b a | anna skal med til b (man 16-01-2023), men har a (man 16-01-2023)\n");
}

BOOST_AUTO_TEST_CASE(a_pause_and_the_travel_between_venues_are_needed_between_two_meetings) {
    const Attendance pause{.pause = model::minutes{30}};
    BOOST_TEST(two_meetings("9-11", "11.30-12", Presence::required, pause).violations() == "");
    BOOST_TEST(
        two_meetings("9-11", "11.15-12", Presence::required, pause).verdict().violations.size()
        == 1U);

    Trial t = two_meetings("9-11", "12-13", Presence::required, pause);
    t.travel(t.venue("aalborg"), t.venue("thisted"), 75);
    t.put("a", "man 16-01-2023 9-11 fysisk", t.venue("aalborg"));
    BOOST_TEST(t.violations() == "");
    t.put("b", "man 16-01-2023 12-13 fysisk", t.venue("thisted"));
    BOOST_TEST(t.verdict().violations.size() == 1U);
    t.put("b", "man 16-01-2023 12.15-13 fysisk", t.venue("thisted"));
    BOOST_TEST(t.violations() == "");
}

BOOST_AUTO_TEST_CASE(a_meeting_by_date_only_or_inside_the_other_clashes_with_none) {
    Trial t = two_meetings("9-11", "10-12");
    t.put("b", "man 16-01-2023");
    BOOST_TEST(t.violations() == "");

    Trial nested = two_meetings("13-14", "9-11");
    nested.meeting("seminar", "SSF").seminar().attendee(nested.person("anna"));
    nested.put("seminar", "man 16-01-2023");
    BOOST_TEST(nested.verdict().violations.size() == 1U);
    nested.rule(Inside{nested.group("a"), nested.group("seminar")});
    BOOST_TEST(nested.violations() == "");
}

BOOST_AUTO_TEST_CASE(a_counted_or_optional_person_who_is_missing_costs) {
    const Attendance prices{.missing_member = 5, .missing_guest = 1};
    const Trial member = two_meetings("10-12", "9-11", Presence::counted, prices);
    BOOST_TEST(member.verdict().is_valid());
    // Required goes before counted, though it starts later.
    BOOST_TEST(member.costs()
               == "5: anna b a | anna kan ikke komme til b (man 16-01-2023): har a (man "
                  "16-01-2023)\n");
    const Trial guest = two_meetings("10-12", "9-11", Presence::optional, prices);
    BOOST_TEST(guest.verdict().cost == 1);
    const Trial standby = two_meetings("10-12", "9-11", Presence::standby, prices);
    BOOST_TEST(standby.verdict().cost == 0);
    BOOST_TEST(who(guest, "b") == "| anna ");
    BOOST_TEST(who(guest, "a") == "anna | ");
    BOOST_TEST(who(standby, "b") == "| ");
    const Trial for_free = two_meetings("10-12", "9-11", Presence::optional, {.missing_guest = 0});
    BOOST_TEST(for_free.costs() == "");
}

BOOST_AUTO_TEST_CASE(busy_time_hinders_where_it_overlaps_and_needs_no_pause) {
    const Attendance pause{.pause = model::minutes{30}};
    Trial t = two_meetings("9-11", "13-14", Presence::optional, pause);
    t.busy(t.person("anna"), "man 16-01-2023 11-13");
    BOOST_TEST(t.violations() == "");
    t.busy(t.person("anna"), "man 16-01-2023 10-11");
    BOOST_TEST(t.violations() == "anna a | anna skal med til a (man 16-01-2023), men er optaget\n");
    t.busy(t.person("anna"), "man 16-01-2023");
    BOOST_TEST(t.costs() == "1: anna b | anna kan ikke komme til b (man 16-01-2023): er optaget\n");
}

BOOST_AUTO_TEST_CASE(a_block_for_a_person_is_busy_time) {
    Trial t = two_meetings("9-11", "13-14");
    t.block({"16-01-2023"}, "", model::must, {}, {t.person("anna")});
    BOOST_TEST(t.verdict().violations.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_substitute_who_can_come_makes_the_one_replaced_present) {
    Trial t = two_meetings("9-11", "10-12");
    t.body("SSF").substitute(t.person("bo"), t.person("anna"));
    t.body("SSF").substitute(t.person("carl"), t.person("anna"));
    BOOST_TEST(t.violations() == "");
    BOOST_TEST(who(t, "b") == "bo | ");
    t.busy(t.person("bo"), "man 16-01-2023 10-11");
    BOOST_TEST(who(t, "b") == "carl | ");
    t.meeting("c", "SDFU").attendee(t.person("carl"), Presence::optional);
    t.put("c", "man 16-01-2023 11.45-13");  // a guest's seat ranks above standing by
    BOOST_TEST(t.verdict().violations.size() == 1U);
    BOOST_TEST(who(t, "b") == "| anna ");
    BOOST_TEST(who(t, "a") == "anna | ");
}

BOOST_AUTO_TEST_CASE(who_attends_twice_has_the_foremost_of_both_presences) {
    Trial t = two_meetings("9-11", "8-10", Presence::counted);
    BOOST_TEST(t.verdict().cost == 5);
    t.raw().meetings[1].attendees.push_back(
        {t.person("anna"), Role::chair, Presence::required, {}});
    BOOST_TEST(t.verdict().cost == 0);  // required at both, b is the earlier
    BOOST_TEST(t.violations()
               == "anna a b | anna skal med til a (man 16-01-2023), men har b (man 16-01-2023)\n");
    std::swap(t.raw().meetings[1].attendees[0], t.raw().meetings[1].attendees[1]);
    BOOST_TEST(t.verdict().cost == 0);
}

BOOST_AUTO_TEST_CASE(a_substitute_stays_at_home_when_the_one_replaced_comes) {
    Trial t = two_meetings("9-11", "11-12");
    t.body("SSF").substitute(t.person("bo"), t.person("anna"));
    BOOST_TEST(who(t, "b") == "anna | ");
}

BOOST_AUTO_TEST_CASE(a_quorum_is_of_chairs_and_members_who_come_or_are_replaced) {
    Trial t;
    auto ssu = t.body("SSU");
    ssu.member(t.person("anna"), Role::chair, Presence::required);
    ssu.member(t.person("bo"), Role::member, Presence::counted);
    ssu.member(t.person("carl"), Role::member, Presence::counted);
    ssu.member(t.person("dorte"), Role::secretary, Presence::counted);
    ssu.member(t.person("erik"), Role::member, Presence::optional);
    ssu.quorum(3).count(1);
    t.put("SSU/1", "man 16-01-2023 9-11");
    t.rule(Attendance{});
    BOOST_TEST(t.violations() == "");
    t.busy(t.person("bo"), "man 16-01-2023");
    BOOST_TEST(t.violations()
               == "SSU/1 | SSU/1 (man 16-01-2023) er ikke beslutningsdygtigt: 2 af mindst 3 kan "
                  "komme\n");
    BOOST_TEST(t.verdict().cost == 5);
    BOOST_TEST(who(t, "SSU/1") == "anna carl dorte erik | bo ");
    ssu.substitute(t.person("frida"), t.person("bo"));
    BOOST_TEST(t.violations() == "");
    BOOST_TEST(t.verdict().cost == 0);
}

BOOST_AUTO_TEST_CASE(an_event_takes_its_people_but_not_from_other_events) {
    Trial t = two_meetings("9-11", "13-14");
    t.event("topmøde", "man 16-01-2023 10-12").attendee(t.person("anna"));
    t.event("fest", "16-01-2023").attendee(t.person("bo"));
    t.event("mere fest", "16-01-2023").attendee(t.person("bo"));
    t.busy(t.person("bo"), "man 16-01-2023");
    BOOST_TEST(t.violations()
               == "anna topmøde a | anna skal med til topmøde (man 16-01-2023), men har a (man "
                  "16-01-2023)\n");
    BOOST_TEST(who(t, "fest") == "bo | ");
}

BOOST_AUTO_TEST_CASE(meetings_not_held_have_nobody_and_clash_with_none) {
    Trial t = two_meetings("9-11", "10-12");
    t.raw().meetings.front().state = model::Meeting::State::cancelled;
    BOOST_TEST(t.violations() == "");
    BOOST_TEST(who(t, "a") == "| ");
}

BOOST_AUTO_TEST_SUITE_END()
