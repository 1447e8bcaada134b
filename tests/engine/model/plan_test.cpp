#include "engine/model/plan.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::model;   // NOLINT(google-build-using-namespace): tests only
using namespace std::chrono;  // NOLINT(google-build-using-namespace): tests only

namespace {

Date on(int y, unsigned m, unsigned d) {
    return Date{year{y} / month{m} / std::chrono::day{d}};
}

const BodyId ffu{0U};
const BodyId ssu{1U};

Brief two_bodies() {
    Brief brief;
    brief.bodies = {{.key = "FFU"}, {.key = "SSU"}};
    brief.calendar = Calendar{danish_holidays(year{2023}, {})};
    return brief;
}

Block week_7() {
    return {.days = {{on(2023, 2, 13), on(2023, 2, 19)}}, .why = "skoleferie"};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plan)

BOOST_AUTO_TEST_CASE(an_ordinary_meeting_spans_its_time_on_its_date) {
    const Placement placement{on(2023, 3, 7), TimeRange{hours{14}, hours{16}}};
    const auto span = span_of({}, placement);
    BOOST_TEST((span == MomentRange{on(2023, 3, 7) + hours{14}, on(2023, 3, 7) + hours{16}}));
    BOOST_TEST((last_day_of({}, placement) == on(2023, 3, 7)));
}

BOOST_AUTO_TEST_CASE(a_meeting_planned_by_date_only_has_no_span) {
    BOOST_TEST(!span_of({}, {on(2023, 3, 7)}));
}

BOOST_AUTO_TEST_CASE(a_seminar_ends_the_day_after) {
    const Meeting seminar{.kind = Meeting::Kind::seminar};
    const Placement placement{on(2023, 3, 7), TimeRange{hours{12}, hours{12}}};
    BOOST_TEST((span_of(seminar, placement)
                == MomentRange{on(2023, 3, 7) + hours{12}, on(2023, 3, 8) + hours{12}}));
    BOOST_TEST((last_day_of(seminar, placement) == on(2023, 3, 8)));
}

BOOST_AUTO_TEST_CASE(an_event_spans_exactly_what_was_said_and_midnight_ends_a_day) {
    const MomentRange three_days{on(2023, 6, 15) + minutes{0}, on(2023, 6, 18) + minutes{0}};
    const Meeting event{.kind = Meeting::Kind::event, .span = three_days};
    BOOST_TEST((span_of(event, {on(2023, 6, 15)}) == three_days));
    BOOST_TEST((last_day_of(event, {on(2023, 6, 15)}) == on(2023, 6, 17)));
}

BOOST_AUTO_TEST_CASE(travel_is_zero_when_unknown_or_at_the_same_venue) {
    Brief brief;
    brief.venues = {{.key = "a", .travel = {{VenueId{1U}, minutes{50}}}}, {.key = "b"}};
    BOOST_TEST((travel_between(brief, VenueId{0U}, VenueId{1U}) == minutes{50}));
    BOOST_TEST((travel_between(brief, VenueId{1U}, VenueId{0U}) == minutes{0}));
    BOOST_TEST((travel_between(brief, VenueId{0U}, VenueId{0U}) == minutes{0}));
}

BOOST_AUTO_TEST_CASE(mean_travel_leaves_out_substitutes_and_people_from_unknown_places) {
    Brief brief;
    brief.venues = {
        {.key = "rhus", .municipality = "Aalborg", .travel = {{VenueId{1U}, minutes{61}}}},
        {.key = "thisted", .municipality = "Thisted", .travel = {{VenueId{0U}, minutes{61}}}},
        {.key = "musikkens-hus",
         .municipality = "Aalborg",
         .travel = {{VenueId{1U}, minutes{90}}}}};
    brief.persons = {{.key = "p", .municipality = "Aalborg"},
                     {.key = "q", .municipality = "Thisted"},
                     {.key = "r", .municipality = "Læsø"},
                     {.key = "s"},
                     {.key = "t", .municipality = "Aalborg"}};
    const auto member = [](unsigned i, Presence presence = Presence::counted) {
        return Member{.person = PersonId{i}, .presence = presence};
    };
    const VenueId thisted{1U};
    BOOST_TEST(mean_travel(brief, {member(0), member(1), member(2), member(3)}, thisted) == 30);
    BOOST_TEST(mean_travel(brief, {member(0), member(4, Presence::standby)}, thisted) == 61);
    BOOST_TEST(mean_travel(brief, {member(2), member(3)}, thisted) == 0);
}

BOOST_AUTO_TEST_CASE(a_deadline_on_a_closed_day_moves_to_the_working_day_before) {
    const Brief brief = two_bodies();
    const Deadline before{.offset = {-7, Unit::day}};
    BOOST_TEST((deadline_date(brief, before, ffu, on(2023, 3, 7)) == on(2023, 2, 28)));
    // Maundy Thursday and Good Friday: back to the Wednesday.
    BOOST_TEST((deadline_date(brief, before, ffu, on(2023, 4, 14)) == on(2023, 4, 5)));

    const Deadline kept{.offset = {-7, Unit::day}, .on_closed = Deadline::OnClosed::forbid};
    BOOST_TEST((deadline_date(brief, kept, ffu, on(2023, 4, 14)) == on(2023, 4, 7)));
}

BOOST_AUTO_TEST_CASE(a_deadline_moves_out_of_whole_day_blocks_of_its_own_body_only) {
    Brief brief = two_bodies();
    brief.blocks = {week_7()};
    brief.blocks[0].bodies = {ffu};
    const Deadline before{.offset = {-7, Unit::day}};
    BOOST_TEST((deadline_date(brief, before, ffu, on(2023, 2, 23)) == on(2023, 2, 10)));
    BOOST_TEST((deadline_date(brief, before, ssu, on(2023, 2, 23)) == on(2023, 2, 16)));

    brief.blocks[0].bodies.clear();
    BOOST_TEST((deadline_date(brief, before, ssu, on(2023, 2, 23)) == on(2023, 2, 10)));
    brief.blocks[0].persons = {PersonId{0U}};  // nobody's office is closed
    BOOST_TEST((deadline_date(brief, before, ssu, on(2023, 2, 23)) == on(2023, 2, 16)));
    brief.blocks[0].persons.clear();
    brief.blocks[0].time = TimeRange{hours{8}, hours{12}};
    BOOST_TEST((deadline_date(brief, before, ssu, on(2023, 2, 23)) == on(2023, 2, 16)));
}

BOOST_AUTO_TEST_CASE(a_block_is_touched_on_its_weekdays_within_its_days) {
    Block block = week_7();
    const DateRange tuesday{on(2023, 2, 14), on(2023, 2, 14)};
    BOOST_TEST(touches(block, tuesday, std::nullopt));
    block.weekdays = {Wednesday};
    BOOST_TEST(!touches(block, tuesday, std::nullopt));
    BOOST_TEST(touches(block, {tuesday.first, tuesday.last + days{1}}, std::nullopt));
    BOOST_TEST(!touches(block, {on(2023, 2, 22), on(2023, 2, 22)}, std::nullopt));
}

BOOST_AUTO_TEST_CASE(a_block_of_hours_is_touched_only_by_meetings_whose_time_is_known) {
    Block block = week_7();
    block.time = TimeRange{hours{12}, hours{14}};
    const Date tuesday = on(2023, 2, 14);
    const auto span = [&](int from, int to) {
        return MomentRange{tuesday + hours{from}, tuesday + hours{to}};
    };
    BOOST_TEST(touches(block, {tuesday, tuesday}, span(13, 15)));
    BOOST_TEST(!touches(block, {tuesday, tuesday}, span(14, 15)));
    BOOST_TEST(!touches(block, {tuesday, tuesday}, span(10, 12)));
    BOOST_TEST(!touches(block, {tuesday, tuesday}, std::nullopt));
}

BOOST_AUTO_TEST_CASE(a_block_for_a_person_is_busy_time_of_theirs) {
    Brief brief = two_bodies();
    brief.persons = {{.key = "a"}, {.key = "b"}};
    const Date friday = on(2023, 2, 17);
    brief.persons[1].busy = {{{friday + hours{8}, friday + hours{9}}, ""}};
    brief.blocks = {week_7()};
    brief.blocks[0].weekdays = {Thursday, Friday};
    brief.blocks[0].time = TimeRange{hours{12}, hours{24}};
    brief.blocks[0].persons = {PersonId{1U}};

    BOOST_TEST(busy_of(brief, PersonId{0U}).empty());
    const auto busy = busy_of(brief, PersonId{1U});
    BOOST_REQUIRE(busy.size() == 3U);
    BOOST_TEST((busy[0].when == MomentRange{friday + hours{8}, friday + hours{9}}));
    BOOST_TEST((busy[1].when == MomentRange{friday - hours{12}, friday + hours{0}}));
    BOOST_TEST((busy[2].when == MomentRange{friday + hours{12}, friday + hours{24}}));
    BOOST_TEST(busy[2].why == "skoleferie");
}

BOOST_AUTO_TEST_SUITE_END()
