#include "ical/feeds.hpp"

#include "base/error.hpp"
#include "ical/writer.hpp"
#include "tests/support/ical_lint.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace rul::ical {

namespace {

using model::BodyId;
using model::Meeting;
using model::MeetingId;
using model::Mode;
using model::PersonId;
using model::Placement;
using model::VenueId;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::year;

model::Date day(unsigned month, unsigned number) {
    return local_days{year{2027} / static_cast<int>(month) / static_cast<int>(number)};
}

/// Two open bodies, one for members, one hidden; a seminar with a meeting inside; a date only.
struct World {
    model::Brief brief;
    model::Plan plan;
    model::Identities identities;

    World() {
        brief.title = "Mødekalender 2027";
        brief.organizer = {"Sekretariatet", "sekretariat@kommune.example"};
        brief.calendar = model::Calendar{model::danish_holidays(year{2027}, {})};
        brief.persons = {{.key = "Formand", .name = "Direktør, Ærø Kommune", .municipality = "Ærø"},
                         {.key = "medlem", .name = "Direktør, Thisted", .municipality = "Thisted"},
                         {.key = "suppleant", .name = "Vicedirektør", .municipality = "Skive"}};
        brief.bodies = {body("SDFU", "Sundhedsdirektørernes Forretningsudvalg"),
                        body("SSF", "Sundhedsstrategisk Forum"),
                        body("LUK", "Lukket udvalg", model::Visibility::members),
                        body("SKJULT", "Skjult udvalg", model::Visibility::hidden)};
        brief.bodies[0].colour = "steelblue";
        brief.bodies[1].municipality = "Aalborg";
        brief.venues = {{.key = "raadhus",
                         .name = "Thisted Rådhus",
                         .address = "Asylgade 30, 7700 Thisted",
                         .rooms = {{"lokale 1"}}}};
        add("SDFU/1", 0, 1, placed(day(1, 12), 13, 15, Mode::teams));
        add("SDFU/2", 0, 2, placed(day(3, 9), 9, 11, Mode::physical)).note = "Tag tal med";
        plan.placements.back()->venue = VenueId{0U};
        plan.placements.back()->room = 0;
        add("SSF/1", 1, 1, Placement{.date = day(5, 4)});
        add("SSF/12-12", 1, 0, placed(day(11, 16), 12, 12, Mode::physical)).kind =
            Meeting::Kind::seminar;
        add("SDFU/3", 0, 3, placed(day(11, 16), 16, 17, Mode::physical));
        brief.meetings[3].programme = {
            {.day = 0, .time = {hours{16}, hours{17}}, .meeting = MeetingId{4U}},
            {.day = 1, .time = {hours{9}, hours{12}}, .title = "Arbejde i grupper"}};
        add("LUK/1", 2, 1, placed(day(2, 2), 8, 9, Mode::unspecified)).title = "Afskedigelse";
        add("SKJULT/1", 3, 1, placed(day(2, 3), 8, 9, Mode::unspecified));
        brief.rules.push_back({.key = "frist", .kind = agenda_out()});
        brief.rules.push_back(
            {.key = "udenfor", .validity = {day(8, 1), day(9, 1)}, .kind = agenda_out()});
    }

    static model::Deadline agenda_out() {
        return {.meetings = {"SDFU", {MeetingId{0U}, MeetingId{1U}, MeetingId{4U}}},
                .what = model::Deadline::What::agenda_out,
                .offset = {-7, model::Unit::day}};
    }

    static model::Body body(const std::string& key, const std::string& name,
                            model::Visibility feed = model::Visibility::open) {
        return {.key = key, .name = name, .members = {{.person = PersonId{0U}}}, .feed = feed};
    }

    static Placement placed(model::Date date, int from, int to, Mode mode) {
        return {.date = date, .time = model::TimeRange{hours{from}, hours{to}}, .mode = mode};
    }

    Meeting& add(const std::string& key, unsigned of, int ordinal, const Placement& placement) {
        Meeting meeting;
        meeting.key = key;
        meeting.body = BodyId{of};
        meeting.ordinal = ordinal;
        meeting.attendees = {{.person = PersonId{0U}},
                             {.person = PersonId{1U}, .presence = model::Presence::optional},
                             {.person = PersonId{2U}, .presence = model::Presence::standby}};
        if (of == 1) meeting.attendees.pop_back();
        if (of == 1) meeting.attendees.pop_back();
        brief.meetings.push_back(meeting);
        plan.placements.emplace_back(placement);
        identities[key] = {.uid = "uid-" + key,
                           .sequence = static_cast<int>(brief.meetings.size()),
                           .created = sys_days{year{2026} / 10 / 1},
                           .changed = sys_days{year{2026} / 11 / 1},
                           .body = brief.bodies[of].key,
                           .name = key + " navn"};
        return brief.meetings.back();
    }

    void cancel(const std::string& key, model::Date on) {
        model::Identity& identity = identities[key];
        identity.uid = "uid-" + key;
        identity.cancelled = true;
        identity.standing = model::Standing{.date = on,
                                            .time = model::TimeRange{hours{9}, hours{10}},
                                            .mode = Mode::physical,
                                            .venue = "raadhus",
                                            .room = "lokale 1"};
    }

    [[nodiscard]] std::vector<NamedFeed> feeds(const FeedOptions& options = {}) const {
        return feeds_of(brief, plan, identities, options);
    }

    [[nodiscard]] Feed feed(const std::string& file_name, const FeedOptions& options = {}) const {
        for (const NamedFeed& named : feeds(options))
            if (named.file_name == file_name) return named.feed;
        throw std::out_of_range{file_name};
    }
};

const FeedEvent& event_in(const Feed& feed, const std::string& uid) {
    const auto found = std::find_if(feed.events.begin(), feed.events.end(),
                                    [&](const FeedEvent& event) { return event.uid == uid; });
    if (found == feed.events.end()) throw std::out_of_range{uid};
    return *found;
}

std::set<std::string> uids_of(const Feed& feed) {
    std::set<std::string> uids;
    for (const FeedEvent& event : feed.events)
        uids.insert(event.uid);
    return uids;
}

BOOST_AUTO_TEST_SUITE(feeds_suite)

BOOST_AUTO_TEST_CASE(there_is_one_of_all_then_bodies_persons_and_municipalities) {
    std::vector<std::string> names;
    for (const NamedFeed& named : World{}.feeds())
        names.push_back(named.file_name + " = " + named.feed.name);
    const std::vector<std::string> expected{
        "alle.ics = Mødekalender 2027",
        "organ-sdfu.ics = Sundhedsdirektørernes Forretningsudvalg",
        "organ-ssf.ics = Sundhedsstrategisk Forum",
        "organ-luk.ics = Lukket udvalg",
        "person-formand.ics = Direktør, Ærø Kommune",
        "person-medlem.ics = Direktør, Thisted",
        "person-suppleant.ics = Vicedirektør",
        "kommune-aalborg.ics = Aalborg",
        "kommune-aeroe.ics = Ærø",
        "kommune-thisted.ics = Thisted",
        "kommune-skive.ics = Skive"};
    BOOST_TEST(names == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_feed_keeps_every_rule_of_the_lint) {
    World w;
    w.cancel("SDFU/9", day(8, 8));
    for (const auto language : {base::Language::danish, base::Language::english}) {
        w.brief.language = language;
        for (const NamedFeed& named : w.feeds({.address = "https://kalender.example/"}))
            BOOST_TEST(testing::ical_problems(write(named.feed)) == "", named.file_name);
    }
}

BOOST_AUTO_TEST_CASE(the_same_plan_gives_the_same_bytes) {
    const World a;
    const World b;
    const auto first = a.feeds();
    const auto second = b.feeds();
    BOOST_REQUIRE(first.size() == second.size());
    for (std::size_t i = 0; i < first.size(); ++i)
        BOOST_TEST(write(first[i].feed) == write(second[i].feed));
}

BOOST_AUTO_TEST_CASE(a_teams_meeting_tells_its_deadlines_and_its_link) {
    const Feed feed =
        World{}.feed("organ-sdfu.ics", {.teams_links = {{"SDFU/1", "https://teams.example/1"},
                                                        {"SDFU/2", "https://teams.example/2"}}});
    const FeedEvent& event = event_in(feed, "uid-SDFU/1");
    BOOST_TEST(event.summary == "SDFU 1. møde");
    BOOST_TEST(event.location == "Microsoft Teams");
    BOOST_TEST(event.teams_link == "https://teams.example/1");
    BOOST_TEST(event.description
               == "Sundhedsdirektørernes Forretningsudvalg\nDagsorden udsendes: tir 05-01-2027");
    BOOST_TEST(event.sequence == 1);
    BOOST_TEST((std::get<model::MomentRange>(event.span)
                == model::MomentRange{day(1, 12) + hours{13}, day(1, 12) + hours{15}}));
    BOOST_TEST(event_in(feed, "uid-SDFU/2").teams_link.empty());
}

BOOST_AUTO_TEST_CASE(a_physical_meeting_tells_its_place_and_its_note) {
    const FeedEvent event = event_in(World{}.feed("organ-sdfu.ics"), "uid-SDFU/2");
    BOOST_TEST(event.location == "Thisted Rådhus, lokale 1, Asylgade 30, 7700 Thisted");
    BOOST_TEST(event.description
               == "Sundhedsdirektørernes Forretningsudvalg\n"
                  "Dagsorden udsendes: tir 02-03-2027\nTag tal med");
}

BOOST_AUTO_TEST_CASE(a_hybrid_meeting_is_at_both_places) {
    World w;
    w.plan.placements[1]->mode = Mode::hybrid;
    w.brief.venues[0].address.clear();
    BOOST_TEST(event_in(w.feed("organ-sdfu.ics"), "uid-SDFU/2").location
               == "Thisted Rådhus, lokale 1; Microsoft Teams");
}

BOOST_AUTO_TEST_CASE(a_meeting_by_date_only_is_the_whole_day) {
    const FeedEvent event = event_in(World{}.feed("organ-ssf.ics"), "uid-SSF/1");
    BOOST_TEST((std::get<model::DateRange>(event.span) == model::DateRange{day(5, 4), day(5, 4)}));
}

BOOST_AUTO_TEST_CASE(a_seminar_goes_from_noon_to_noon_and_holds_its_programme) {
    const FeedEvent event = event_in(World{}.feed("organ-ssf.ics"), "uid-SSF/12-12");
    BOOST_TEST((std::get<model::MomentRange>(event.span)
                == model::MomentRange{day(11, 16) + hours{12}, day(11, 17) + hours{12}}));
    BOOST_TEST(event.summary == "SSF-seminar");
    BOOST_TEST(event.description
               == "Sundhedsstrategisk Forum\nProgram:\ndag 1, 16.00-17.00 SDFU 3. møde\n"
                  "dag 2, 09.00-12.00 Arbejde i grupper");
}

BOOST_AUTO_TEST_CASE(a_meeting_inside_a_seminar_names_its_parent) {
    World w;
    const auto parent_of_the_third = [&] {
        const FeedEvent event = event_in(w.feed("organ-sdfu.ics"), "uid-SDFU/3");
        return event.related.empty() ? std::string{} : event.related.front().uid;
    };
    BOOST_TEST(parent_of_the_third() == "uid-SSF/12-12");
    w.brief.meetings[3].programme.clear();
    BOOST_TEST(parent_of_the_third() == "");
    w.brief.rules.push_back({.kind = model::Inside{.meetings = {"", {MeetingId{4U}}},
                                                   .seminars = {"", {MeetingId{3U}}}}});
    BOOST_TEST(parent_of_the_third() == "uid-SSF/12-12");
    w.plan.placements[4]->date -= days{7};
    BOOST_TEST(parent_of_the_third() == "");
}

BOOST_AUTO_TEST_CASE(a_person_sees_what_they_are_expected_at_and_standby_is_not) {
    World w;
    BOOST_TEST((uids_of(w.feed("person-medlem.ics"))
                == std::set<std::string>{"uid-SDFU/1", "uid-SDFU/2", "uid-SDFU/3", "uid-LUK/1",
                                         "uid-SKJULT/1"}));
    BOOST_TEST(w.feed("person-suppleant.ics").events.empty());
    BOOST_TEST(event_in(w.feed("person-medlem.ics"), "uid-LUK/1").summary == "Afskedigelse");
}

BOOST_AUTO_TEST_CASE(a_municipality_sees_its_peoples_and_its_bodys_meetings) {
    World w;
    BOOST_TEST((uids_of(w.feed("kommune-aalborg.ics"))
                == std::set<std::string>{"uid-SSF/1", "uid-SSF/12-12"}));
    BOOST_TEST((uids_of(w.feed("kommune-thisted.ics"))
                == std::set<std::string>{"uid-SDFU/1", "uid-SDFU/2", "uid-SDFU/3", "uid-LUK/1"}));
}

BOOST_AUTO_TEST_CASE(overviews_take_nobodys_time_and_tell_nothing_of_closed_bodies) {
    const Feed all = World{}.feed("alle.ics", {.address = "https://kalender.example/"});
    const FeedEvent& closed = event_in(all, "uid-LUK/1");
    BOOST_TEST(closed.summary == "LUK-møde");
    BOOST_TEST(closed.description + closed.location + closed.url == "");
    BOOST_TEST((closed.privacy == FeedEvent::Privacy::confidential));
    BOOST_TEST(uids_of(all).count("uid-SKJULT/1") == 0U);
    for (const FeedEvent& event : all.events)
        BOOST_TEST(!event.blocks_time);
    BOOST_TEST(event_in(World{}.feed("organ-sdfu.ics"), "uid-SDFU/1").blocks_time);
}

BOOST_AUTO_TEST_CASE(a_meeting_gone_from_the_file_is_told_of_as_cancelled) {
    World w;
    w.cancel("SDFU/9", day(8, 8));
    w.identities["SDFU/9"].body = "SDFU";
    w.identities["SDFU/9"].name = "SDFU 9. møde";
    for (const char* const name : {"alle.ics", "organ-sdfu.ics", "person-formand.ics"}) {
        const FeedEvent event = event_in(w.feed(name), "uid-SDFU/9");
        BOOST_TEST(event.summary == "AFLYST: SDFU 9. møde");
        BOOST_TEST(event.location == "Thisted Rådhus, lokale 1, Asylgade 30, 7700 Thisted");
        BOOST_TEST((event.status == FeedEvent::Status::cancelled));
    }
}

BOOST_AUTO_TEST_CASE(a_cancelled_meeting_says_why_and_stands_where_it_stood) {
    World w;
    w.brief.meetings[0].state = Meeting::State::cancelled;
    w.brief.meetings[0].because = "intet at beslutte";
    w.plan.placements[0].reset();
    w.cancel("SDFU/1", day(1, 12));
    const FeedEvent event = event_in(w.feed("person-medlem.ics"), "uid-SDFU/1");
    BOOST_TEST(event.summary == "AFLYST: SDFU/1 navn");
    BOOST_TEST(event.description
               == "Sundhedsdirektørernes Forretningsudvalg\nBegrundelse: intet at beslutte");
    BOOST_TEST((std::get<model::MomentRange>(event.span).start == day(1, 12) + hours{9}));
}

BOOST_AUTO_TEST_CASE(cancelled_meetings_go_after_thirty_days_or_on_request) {
    World w;
    w.cancel("SDFU/9", day(8, 8));
    w.identities["SDFU/9"].body = "SDFU";
    const auto is_shown = [&](const FeedOptions& options) {
        return uids_of(w.feed("organ-sdfu.ics", options)).count("uid-SDFU/9") == 1;
    };
    BOOST_TEST(is_shown({}));
    BOOST_TEST(is_shown({.today = day(9, 7)}));
    BOOST_TEST(!is_shown({.today = day(9, 8)}));
    BOOST_TEST(!is_shown({.hide_cancelled = true}));
    w.brief.today = day(9, 8);
    BOOST_TEST(!is_shown({}));
    BOOST_TEST(is_shown({.today = day(9, 7)}));
}

BOOST_AUTO_TEST_CASE(a_body_that_has_not_approved_its_dates_is_tentative) {
    const FeedOptions options{.tentative_bodies = {"SDFU"}};
    BOOST_TEST((event_in(World{}.feed("alle.ics", options), "uid-SDFU/1").status
                == FeedEvent::Status::tentative));
    BOOST_TEST((event_in(World{}.feed("alle.ics", options), "uid-SSF/1").status
                == FeedEvent::Status::confirmed));
}

BOOST_AUTO_TEST_CASE(a_meeting_left_out_is_in_no_feed_and_events_never_are) {
    World w;
    w.plan.placements[0].reset();
    w.brief.meetings[1].kind = Meeting::Kind::event;
    const auto uids = uids_of(w.feed("alle.ics"));
    BOOST_TEST(uids.count("uid-SDFU/1") == 0U);
    BOOST_TEST(uids.count("uid-SDFU/2") == 0U);
    BOOST_TEST(uids.count("uid-SDFU/3") == 1U);
}

BOOST_AUTO_TEST_CASE(a_meeting_without_identity_is_an_error_that_names_it) {
    World w;
    w.identities.erase("SDFU/1");
    BOOST_CHECK_EXCEPTION(static_cast<void>(w.feeds()), base::Error, [](const base::Error& error) {
        return error.text().danish
               == "mødet SDFU/1 har ingen identitet (UID), så det kan ikke udgives";
    });
}

BOOST_AUTO_TEST_CASE(file_names_are_safe_and_unique) {
    BOOST_TEST(file_name_part("Ærø Kommune") == "aeroe-kommune");
    BOOST_TEST(file_name_part("ØU / Å (2)") == "oeu-aa-2");
    BOOST_TEST(file_name_part("../../etc/passwd") == "etc-passwd");
    BOOST_TEST(file_name_part("📅") == "");
    World w;
    w.brief.persons[0].key = "A B";
    w.brief.persons[1].key = "a-b";
    w.brief.persons[2].key = "📅";
    std::set<std::string> names;
    const auto feeds = w.feeds();
    for (const NamedFeed& named : feeds) {
        names.insert(named.file_name);
        BOOST_TEST(named.file_name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.")
                   == std::string::npos);
    }
    BOOST_TEST(names.size() == feeds.size());
    BOOST_TEST(names.count("person-a-b.ics") == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

}  // namespace rul::ical
