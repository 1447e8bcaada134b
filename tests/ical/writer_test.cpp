#include "ical/writer.hpp"

#include "base/error.hpp"
#include "tests/support/ical_lint.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <functional>
#include <string>

namespace rul::ical {

namespace {

using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::sys_days;
using std::chrono::year;

FeedEvent meeting(const std::string& uid = "9f0c1c1e-0001-4c7e-8a55-000000000001") {
    FeedEvent event;
    event.uid = uid;
    event.created = sys_days{year{2026} / 10 / 1} + hours{8};
    event.changed = sys_days{year{2026} / 11 / 1} + hours{8};
    event.span = model::MomentRange{local_days{year{2027} / 1 / 12} + hours{13},
                                    local_days{year{2027} / 1 / 12} + hours{15}};
    event.summary = "SDFU 1. møde";
    return event;
}

Feed feed_of(std::vector<FeedEvent> events) {
    Feed feed;
    feed.name = "Sundhedsdirektørernes Forretningsudvalg";
    feed.description = "Mødekalender 2027";
    feed.colour = "steelblue";
    feed.organizer = {"Sekretariatet", "sekretariat@kommune.example"};
    feed.events = std::move(events);
    return feed;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// A value as libical reads it back from our bytes.
std::string read_back(const std::string& bytes, icalproperty_kind kind) {
    icalcomponent* const calendar = icalparser_parse_string(bytes.c_str());
    icalcomponent* const event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    icalproperty* const property = icalcomponent_get_first_property(event, kind);
    const char* const text = icalvalue_get_text(icalproperty_get_value(property));
    std::string result = text;
    icalcomponent_free(calendar);
    return result;
}

bool is_refused(const std::function<void(Feed&)>& spoil) {
    Feed feed = feed_of({meeting()});
    spoil(feed);
    try {
        static_cast<void>(write(feed));
    } catch (const base::Error&) {
        return true;
    }
    return false;
}

BOOST_AUTO_TEST_SUITE(writer_suite)

BOOST_AUTO_TEST_CASE(writes_a_meeting_to_the_last_byte) {
    FeedEvent event = meeting();
    event.sequence = 3;
    event.location = "Rådhuset, lokale 1; 2. sal";
    event.description = "Dagsorden udsendes:\nman 04-01-2027";
    event.teams_link = "https://teams.example/l/meetup-join/19%3ameeting_abc%40thread.v2/0";
    event.categories = {"SDFU", "Direktører, kommuner"};
    event.related = {{"9f0c1c1e-0002-4c7e-8a55-000000000002", FeedEvent::Relation::parent}};
    const std::string bytes = write(feed_of({event}));
    BOOST_TEST(testing::ical_problems(bytes) == "");
    const auto start = bytes.find("BEGIN:VEVENT");
    BOOST_TEST(bytes.substr(start)
               == "BEGIN:VEVENT\r\n"
                  "UID:9f0c1c1e-0001-4c7e-8a55-000000000001\r\n"
                  "DTSTAMP:20261101T080000Z\r\n"
                  "CREATED:20261001T080000Z\r\n"
                  "LAST-MODIFIED:20261101T080000Z\r\n"
                  "SEQUENCE:3\r\n"
                  "DTSTART;TZID=Europe/Copenhagen:20270112T130000\r\n"
                  "DTEND;TZID=Europe/Copenhagen:20270112T150000\r\n"
                  "SUMMARY:SDFU 1. møde\r\n"
                  "ORGANIZER;CN=Sekretariatet:mailto:sekretariat@kommune.example\r\n"
                  "STATUS:CONFIRMED\r\n"
                  "TRANSP:OPAQUE\r\n"
                  "X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\n"
                  "CLASS:PUBLIC\r\n"
                  "LOCATION:Rådhuset\\, lokale 1\\; 2. sal\\; https://teams.example/l/meetup-joi\r\n"
                  " n/19%3ameeting_abc%40thread.v2/0\r\n"
                  "DESCRIPTION:Dagsorden udsendes:\\nman 04-01-2027\\nhttps://teams.example/l/me\r\n"
                  " etup-join/19%3ameeting_abc%40thread.v2/0\r\n"
                  "URL:https://teams.example/l/meetup-join/19%3ameeting_abc%40thread.v2/0\r\n"
                  "CATEGORIES:SDFU\r\n"
                  "CATEGORIES:Direktører\\, kommuner\r\n"
                  "RELATED-TO;RELTYPE=PARENT:9f0c1c1e-0002-4c7e-8a55-000000000002\r\n"
                  "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=Teams:https://teams.example/\r\n"
                  " l/meetup-join/19%3ameeting_abc%40thread.v2/0\r\n"
                  "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.example/l/meetup-join/19%3am\r\n"
                  " eeting_abc%40thread.v2/0\r\n"
                  "END:VEVENT\r\n"
                  "END:VCALENDAR\r\n");
}

BOOST_AUTO_TEST_CASE(writes_the_header_to_the_last_byte) {
    Feed feed = feed_of({meeting()});
    feed.name = "Aarhus; udvalg, råd \\ nævn";
    feed.url = "https://kalender.example/sdfu";
    const std::string bytes = write(feed);
    BOOST_TEST(testing::ical_problems(bytes) == "");
    BOOST_TEST(bytes.substr(0, bytes.find("BEGIN:VTIMEZONE"))
               == "BEGIN:VCALENDAR\r\n"
                  "VERSION:2.0\r\n"
                  "PRODID:-//Rul//Rul//DA\r\n"
                  "CALSCALE:GREGORIAN\r\n"
                  "METHOD:PUBLISH\r\n"
                  "X-WR-CALNAME:Aarhus\\; udvalg\\, råd \\\\ nævn\r\n"
                  "NAME:Aarhus\\; udvalg\\, råd \\\\ nævn\r\n"
                  "X-WR-CALDESC:Mødekalender 2027\r\n"
                  "DESCRIPTION:Mødekalender 2027\r\n"
                  "X-WR-TIMEZONE:Europe/Copenhagen\r\n"
                  "COLOR:steelblue\r\n"
                  "X-APPLE-CALENDAR-COLOR:#4682B4\r\n"
                  "REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n"
                  "X-PUBLISHED-TTL:PT4H\r\n"
                  "URL:https://kalender.example/sdfu\r\n"
                  "LAST-MODIFIED:20261101T080000Z\r\n");
}

BOOST_AUTO_TEST_CASE(a_caret_in_the_organizer_is_no_escape) {
    Feed feed = feed_of({meeting()});
    feed.organizer.name = "A^n \"B\"";
    BOOST_TEST(has(write(feed), "\r\nORGANIZER;CN=A^^n ^'B^':mailto:"));
}

BOOST_AUTO_TEST_CASE(an_empty_feed_is_a_valid_feed_with_its_time_zone) {
    const std::string bytes = write(feed_of({}));
    BOOST_TEST(testing::ical_problems(bytes) == "");
    BOOST_TEST(has(bytes, "TZID:Europe/Copenhagen\r\n"));
    BOOST_TEST(!has(bytes, "VEVENT"));
}

BOOST_AUTO_TEST_CASE(whole_days_end_the_day_after_and_have_no_zone) {
    FeedEvent event = meeting();
    event.span =
        model::DateRange{local_days{year{2027} / 12 / 30}, local_days{year{2027} / 12 / 31}};
    const std::string bytes = write(feed_of({event}));
    BOOST_TEST(testing::ical_problems(bytes) == "");
    BOOST_TEST(has(bytes, "DTSTART;VALUE=DATE:20271230\r\nDTEND;VALUE=DATE:20280101\r\n"));
}

BOOST_AUTO_TEST_CASE(a_cancelled_event_takes_nobodys_time) {
    FeedEvent event = meeting();
    event.status = FeedEvent::Status::cancelled;
    const std::string bytes = write(feed_of({event}));
    BOOST_TEST(testing::ical_problems(bytes) == "");
    BOOST_TEST(has(bytes,
                   "STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n"
                   "X-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n"));
}

BOOST_AUTO_TEST_CASE(a_tentative_event_is_tentatively_busy) {
    FeedEvent event = meeting();
    event.status = FeedEvent::Status::tentative;
    BOOST_TEST(has(write(feed_of({event})),
                   "STATUS:TENTATIVE\r\nTRANSP:OPAQUE\r\n"
                   "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE\r\n"));
}

BOOST_AUTO_TEST_CASE(the_order_of_the_events_given_changes_no_byte) {
    FeedEvent second = meeting("b");
    FeedEvent third = meeting("c");
    third.span = model::MomentRange{local_days{year{2027} / 3 / 1} + hours{9},
                                    local_days{year{2027} / 3 / 1} + hours{10}};
    const std::string bytes = write(feed_of({meeting("a"), second, third}));
    BOOST_TEST(write(feed_of({third, meeting("a"), second})) == bytes);
    BOOST_TEST(testing::ical_problems(bytes) == "");
    BOOST_TEST(testing::IcalLint{bytes}.events() == 3);
}

BOOST_AUTO_TEST_CASE(line_ends_and_control_characters_are_refused_where_no_text_may_stand) {
    BOOST_TEST(!is_refused([](Feed&) {}));
    BOOST_TEST(is_refused([](Feed& f) { f.events[0].url = "https://a\r\nATTENDEE:mailto:x@y"; }));
    BOOST_TEST(is_refused([](Feed& f) { f.events[0].teams_link = "https://a\nX:y"; }));
    BOOST_TEST(is_refused([](Feed& f) { f.events[0].uid = "a\rb"; }));
    BOOST_TEST(is_refused([](Feed& f) { f.events[0].uid.clear(); }));
    BOOST_TEST(is_refused([](Feed& f) { f.events[0].summary = "\xff"; }));
    BOOST_TEST(is_refused([](Feed& f) { f.events[0].related = {{"a\nb", {}}}; }));
    BOOST_TEST(is_refused([](Feed& f) { f.organizer.name = "Sekretariatet\r\nX:y"; }));
    BOOST_TEST(is_refused([](Feed& f) { f.organizer.email = "a@b\r\nX:y"; }));
    BOOST_TEST(is_refused([](Feed& f) { f.url = "https://a\x01"; }));
    BOOST_TEST(is_refused([](Feed& f) { f.events.push_back(f.events[0]); }));
    BOOST_TEST(is_refused([](Feed& f) {
        std::get<model::MomentRange>(f.events[0].span).end = local_days{year{2027} / 1 / 12};
    }));
    BOOST_TEST(is_refused([](Feed& f) { f.timezone = "Mars/Olympus"; }));
}

BOOST_AUTO_TEST_CASE(a_hostile_text_stays_text) {
    FeedEvent event = meeting();
    event.summary = "Møde\r\nATTENDEE:mailto:x@y.example\rEND:VEVENT\x07";
    event.categories = {"a\r\nb,c;d"};
    const std::string bytes = write(feed_of({event}));
    BOOST_TEST(testing::ical_problems(bytes) == "");
    BOOST_TEST(read_back(bytes, ICAL_SUMMARY_PROPERTY)
               == "Møde\nATTENDEE:mailto:x@y.example\nEND:VEVENT");
    BOOST_TEST(has(bytes, "CATEGORIES:a\\nb\\,c\\;d\r\n"));
}

BOOST_AUTO_TEST_CASE(an_organizers_name_with_quotes_and_commas_is_one_parameter) {
    Feed feed = feed_of({meeting()});
    feed.organizer.name = "Sekretariatet, \"Nord\"; Øst: 1";
    const std::string bytes = write(feed);
    BOOST_TEST(testing::ical_problems(bytes) == "");
    BOOST_TEST(has(bytes, "ORGANIZER;CN=\"Sekretariatet, ^'Nord^'; Øst: 1\":mailto:"));
}

BOOST_AUTO_TEST_CASE(any_text_is_read_back_as_it_was_written) {
    constexpr std::array<const char*, 12> pieces{"a", " ",  "ø",   "\n",   "\\", ",",
                                                 ";", "📅🎉", "ord", "ÆØÅ ", ":",  "\""};
    testing::for_each_seed(
        [&](base::Random& random) {
            std::string text = "x";
            for (int i = random.between(0, 400); i > 0; --i)
                text += pieces.at(static_cast<std::size_t>(random.between(0, 11)));
            text += "x";
            for (auto at = text.find(" \n"); at != std::string::npos; at = text.find(" \n"))
                text.erase(at, 1);
            FeedEvent event = meeting();
            event.description = text;
            event.summary = text;
            event.location = text;
            Feed feed = feed_of({event});
            feed.name = text;
            const std::string bytes = write(feed);
            BOOST_TEST(testing::ical_problems(bytes) == "");
            BOOST_TEST(read_back(bytes, ICAL_DESCRIPTION_PROPERTY) == text);
            BOOST_TEST(read_back(bytes, ICAL_SUMMARY_PROPERTY) == text);
        },
        100);
}

BOOST_AUTO_TEST_CASE(a_description_of_10000_characters_is_whole) {
    FeedEvent event = meeting();
    for (int i = 0; i < 1000; ++i)
        event.description += i % 7 == 0 ? "ti,tegn📅\nx" : "ti tegn øå";
    const std::string bytes = write(feed_of({event}));
    BOOST_TEST(testing::ical_problems(bytes) == "");
    BOOST_TEST(read_back(bytes, ICAL_DESCRIPTION_PROPERTY) == event.description);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

}  // namespace rul::ical
