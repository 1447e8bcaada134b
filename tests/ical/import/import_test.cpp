#include "ical/import/import.hpp"

#include "base/error.hpp"
#include "ical/feeds.hpp"
#include "ical/writer.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace rul::ical {

namespace {

using model::CalendarEntry;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::year;

const model::DateRange year_2027{local_days{year{2027} / 1 / 1}, local_days{year{2027} / 12 / 31}};

Import import(const std::string& calendar, const std::string& owner = "") {
    return import_calendar(calendar, {year_2027, "Europe/Copenhagen", owner});
}

// A calendar of these lines, CRLF after each.
std::string calendar(const std::vector<std::string>& lines) {
    std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
    for (const std::string& line : lines)
        text += line + "\r\n";
    return text + "END:VCALENDAR\r\n";
}

std::string event(const std::vector<std::string>& lines) {
    std::string text = "BEGIN:VEVENT\r\nUID:1\r\n";
    for (const std::string& line : lines)
        text += line + "\r\n";
    return text + "END:VEVENT";
}

std::string moment_text(model::Moment moment) {
    const auto day = std::chrono::floor<days>(moment);
    const std::chrono::year_month_day date{day};
    return fmt::format("{:02}-{:02} {:02}.{:02}", unsigned{date.day()}, unsigned{date.month()},
                       (moment - day).count() / 60, (moment - day).count() % 60);
}

// "12-01 13.00/12-01 15.00", a line each; "(free)" and "(day)" where so.
std::string spans(const Import& import) {
    std::string text;
    for (const CalendarEntry& entry : import.entries)
        text += moment_text(entry.span.start) + "/" + moment_text(entry.span.end)
                + (entry.busy ? "" : " free") + (entry.all_day ? " day" : "") + "\n";
    return text;
}

std::string spans_of(const std::vector<std::string>& lines) {
    return spans(import(calendar({event(lines)})));
}

std::string codes(const Import& import) {
    std::string text;
    for (const Problem& problem : import.problems)
        text += fmt::format("{}:{} ", problem.code, problem.line);
    return text;
}

BOOST_AUTO_TEST_SUITE(import_suite)

BOOST_AUTO_TEST_CASE(times_become_the_plans_own_wall_clock) {
    BOOST_TEST(spans_of({"DTSTART:20270112T120000Z", "DTEND:20270112T140000Z"})
               == "12-01 13.00/12-01 15.00\n");
    BOOST_TEST(spans_of({"DTSTART:20270712T120000Z", "DURATION:PT1H30M"})
               == "12-07 14.00/12-07 15.30\n");
    BOOST_TEST(spans_of({"DTSTART;TZID=America/New_York:20270112T090000",
                         "DTEND;TZID=America/New_York:20270112T100000"})
               == "12-01 15.00/12-01 16.00\n");
    BOOST_TEST(spans_of({"DTSTART;TZID=Romance Standard Time:20270112T130000",
                         "DTEND;TZID=Romance Standard Time:20270112T140000"})
               == "12-01 13.00/12-01 14.00\n");
}

BOOST_AUTO_TEST_CASE(floating_times_are_the_plans_own) {
    BOOST_TEST(spans_of({"DTSTART:20270112T120000", "DTEND:20270112T140000"})
               == "12-01 12.00/12-01 14.00\n");
}

BOOST_AUTO_TEST_CASE(whole_days_run_from_midnight_to_midnight) {
    BOOST_TEST(spans_of({"DTSTART;VALUE=DATE:20270112", "DTEND;VALUE=DATE:20270114"})
               == "12-01 00.00/14-01 00.00 day\n");
    BOOST_TEST(spans_of({"DTSTART;VALUE=DATE:20270112"}) == "12-01 00.00/13-01 00.00 day\n");
    BOOST_TEST(spans_of({"DTSTART;VALUE=DATE:20270112", "DTEND;VALUE=DATE:20270112"})
               == "12-01 00.00/13-01 00.00 day\n");
    BOOST_TEST(spans_of({"DTSTART;VALUE=DATE:20270112", "DURATION:P2D"})
               == "12-01 00.00/14-01 00.00 day\n");
}

BOOST_AUTO_TEST_CASE(seconds_are_rounded_outwards) {
    BOOST_TEST(spans_of({"DTSTART:20270112T120030Z", "DTEND:20270112T125930Z"})
               == "12-01 13.00/12-01 14.00\n");
}

BOOST_AUTO_TEST_CASE(only_what_touches_the_window_is_taken) {
    BOOST_TEST(spans_of({"DTSTART:20261231T220000Z", "DTEND:20261231T230000Z"}) == "");
    BOOST_TEST(spans_of({"DTSTART:20261231T220000Z", "DTEND:20261231T230100Z"})
               == "31-12 23.00/01-01 00.01\n");
    BOOST_TEST(spans_of({"DTSTART:20271231T230000Z", "DTEND:20271231T235900Z"}) == "");
    BOOST_TEST(spans_of({"DTSTART;VALUE=DATE:20250101", "DTEND;VALUE=DATE:20290101"})
               == "01-01 00.00/01-01 00.00 day\n");
}

// Copenhagen's winter and summer, seen from a UTC rule and from a local one.
BOOST_AUTO_TEST_CASE(a_series_keeps_its_wall_clock_over_summer_time) {
    BOOST_TEST(spans_of({"DTSTART;TZID=Europe/Copenhagen:20270326T100000", "DURATION:PT1H",
                         "RRULE:FREQ=DAILY;COUNT=3"})
               == "26-03 10.00/26-03 11.00\n27-03 10.00/27-03 11.00\n28-03 10.00/28-03 11.00\n");
    BOOST_TEST(spans_of({"DTSTART:20270327T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2"})
               == "27-03 10.00/27-03 11.00\n28-03 11.00/28-03 12.00\n");
}

BOOST_AUTO_TEST_CASE(a_day_is_a_day_and_24_hours_are_24_hours) {
    BOOST_TEST(spans_of({"DTSTART;TZID=Europe/Copenhagen:20270327T120000", "DURATION:P1D"})
               == "27-03 12.00/28-03 12.00\n");
    BOOST_TEST(spans_of({"DTSTART;TZID=Europe/Copenhagen:20270327T120000", "DURATION:PT24H"})
               == "27-03 12.00/28-03 13.00\n");
}

BOOST_AUTO_TEST_CASE(a_series_ends_at_its_until_in_every_way_it_is_written) {
    const std::string expected = "04-01 09.00/04-01 10.00\n05-01 09.00/05-01 10.00\n";
    for (const char* const until : {"20270105T080000Z", "20270105T090000", "20270105"})
        BOOST_TEST(spans_of({"DTSTART;TZID=Europe/Copenhagen:20270104T090000", "DURATION:PT1H",
                             std::string{"RRULE:FREQ=DAILY;UNTIL="} + until})
                       == expected,
                   until);
}

BOOST_AUTO_TEST_CASE(exceptions_and_extra_dates_count) {
    const std::string expected =
        "04-01 09.00/04-01 10.00\n06-01 09.00/06-01 10.00\n20-01 09.00/20-01 10.00\n"
        "21-01 09.00/21-01 12.00\n";
    for (const char* const except :
         {"EXDATE:20270105T080000Z", "EXDATE;VALUE=DATE:20270105",
          "EXDATE;TZID=Europe/Copenhagen:20260101T090000,20270105T090000"})
        BOOST_TEST(spans_of({"DTSTART;TZID=Europe/Copenhagen:20270104T090000", "DURATION:PT1H",
                             "RRULE:FREQ=DAILY;COUNT=3", except,
                             "RDATE;TZID=Europe/Copenhagen:20270120T090000",
                             "RDATE;VALUE=PERIOD:20270121T080000Z/PT3H"})
                       == expected,
                   except);
}

BOOST_AUTO_TEST_CASE(an_override_stands_instead_of_its_occurrence) {
    const std::string master =
        event({"DTSTART:20270104T080000Z", "DTEND:20270104T090000Z", "RRULE:FREQ=DAILY;COUNT=3"});
    const auto moved = [](int sequence, const std::string& start) {
        return event({"RECURRENCE-ID:20270105T080000Z", "DTSTART:" + start, "DURATION:PT1H",
                      fmt::format("SEQUENCE:{}", sequence)});
    };
    const std::string expected =
        "04-01 09.00/04-01 10.00\n05-01 14.00/05-01 15.00\n06-01 09.00/06-01 10.00\n";
    const std::string late = moved(2, "20270105T130000Z");
    BOOST_TEST(spans(import(calendar({master, late}))) == expected);
    BOOST_TEST(spans(import(calendar({late, master}))) == expected);
    BOOST_TEST(spans(import(calendar({master, late, moved(1, "20270105T100000Z")}))) == expected);
}

BOOST_AUTO_TEST_CASE(an_override_of_a_whole_day_is_found_in_whatever_zone_it_is_named) {
    for (const char* const id :
         {"RECURRENCE-ID;VALUE=DATE:20270105", "RECURRENCE-ID;TZID=Mars/Olympus:20270105T000000",
          "RECURRENCE-ID:20270104T230000Z"})
        BOOST_TEST(spans(import(
                       calendar({event({"DTSTART;VALUE=DATE:20270104", "RRULE:FREQ=DAILY;COUNT=2"}),
                                 event({id, "DTSTART;VALUE=DATE:20270109"})})))
                       == "04-01 00.00/05-01 00.00 day\n09-01 00.00/10-01 00.00 day\n",
                   id);
}

BOOST_AUTO_TEST_CASE(the_latest_version_of_an_event_counts) {
    const auto version = [](int sequence, const std::string& start) {
        return event({"DTSTART:" + start, "DURATION:PT1H", fmt::format("SEQUENCE:{}", sequence)});
    };
    BOOST_TEST(
        spans(import(calendar({version(1, "20270105T100000Z"), version(0, "20270104T100000Z")})))
        == "05-01 11.00/05-01 12.00\n");
    BOOST_TEST(
        spans(import(calendar({version(0, "20270105T100000Z"), version(0, "20270104T100000Z")})))
        == "04-01 11.00/04-01 12.00\n05-01 11.00/05-01 12.00\n");
}

BOOST_AUTO_TEST_CASE(free_cancelled_and_declined_events_are_not_busy) {
    const auto is_busy = [](const std::vector<std::string>& lines, const std::string& owner = "") {
        std::vector<std::string> all{"DTSTART:20270105T100000Z"};
        all.insert(all.end(), lines.begin(), lines.end());
        return import(calendar({event(all)}), owner).entries.at(0).busy;
    };
    const std::string no = "ATTENDEE;PARTSTAT=DECLINED:mailto:Jeg@Kommune.example";
    const std::string yes = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:du@kommune.example";
    BOOST_TEST(is_busy({}));
    BOOST_TEST(is_busy({"TRANSP:OPAQUE", "STATUS:TENTATIVE"}));
    BOOST_TEST(!is_busy({"TRANSP:TRANSPARENT"}));
    BOOST_TEST(!is_busy({"STATUS:CANCELLED"}));
    BOOST_TEST(!is_busy({"X-MICROSOFT-CDO-BUSYSTATUS:FREE"}));
    BOOST_TEST(is_busy({"X-MICROSOFT-CDO-BUSYSTATUS:OOF"}));
    BOOST_TEST(!is_busy({no}));
    BOOST_TEST(is_busy({no, yes}));
    BOOST_TEST(!is_busy({no, yes}, "jeg@kommune.example"));
    BOOST_TEST(is_busy({no, yes}, "du@kommune.example"));
}

BOOST_AUTO_TEST_CASE(googles_name_of_a_calendar_is_its_owner) {
    const std::string mine =
        event({"DTSTART:20270105T100000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:jeg@x.example",
               "ATTENDEE:mailto:du@x.example"});
    BOOST_TEST(spans(import(calendar({"X-WR-CALNAME:jeg@x.example", mine})))
               == "05-01 11.00/05-01 11.00 free\n");
    BOOST_TEST(spans(import(calendar({"X-WR-CALNAME:Min kalender", mine})))
               == "05-01 11.00/05-01 11.00\n");
}

BOOST_AUTO_TEST_CASE(free_busy_periods_are_busy_times) {
    BOOST_TEST(
        spans(import(calendar({"BEGIN:VFREEBUSY",
                               "FREEBUSY:20270105T100000Z/PT1H,20270106T100000Z/"
                               "20270106T120000Z",
                               "FREEBUSY;FBTYPE=FREE:20270107T100000Z/PT1H", "END:VFREEBUSY"})))
        == "05-01 11.00/05-01 12.00\n06-01 11.00/06-01 13.00\n");
}

// ---- Time zones -------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(an_unknown_zone_is_refused_loudly_and_never_floated) {
    const Import result = import(calendar({event({"DTSTART;TZID=\"tzone://Microsoft/Custom\":"
                                                  "20270105T100000"}),
                                           event({"DTSTART:20270106T100000Z"})}));
    BOOST_TEST(spans(result) == "06-01 11.00/06-01 11.00\n");
    BOOST_TEST(codes(result) == "ical.unknown-zone:3 ");
    BOOST_TEST(result.problems.at(0).text.danish
               == "tidszonen \"tzone://Microsoft/Custom\" kendes ikke, så begivenheden er ikke "
                  "taget med");
    BOOST_TEST(result.is_usable());
}

BOOST_AUTO_TEST_CASE(an_unknown_zone_years_from_the_window_troubles_nobody) {
    BOOST_TEST(codes(import(calendar({event({"DTSTART;TZID=Nowhere:20100105T100000"})}))) == "");
    BOOST_TEST(codes(import(
                   calendar({event({"DTSTART;TZID=Nowhere:20100105T100000", "RRULE:FREQ=DAILY"})})))
               == "ical.unknown-zone:3 ");
}

std::vector<std::string> custom_zone(const std::string& name) {
    return {"BEGIN:VTIMEZONE",
            "TZID:" + name,
            "BEGIN:STANDARD",
            "DTSTART:16010101T030000",
            "TZOFFSETFROM:+0600",
            "TZOFFSETTO:+0500",
            "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
            "END:STANDARD",
            "BEGIN:DAYLIGHT",
            "DTSTART:16010101T020000",
            "TZOFFSETFROM:+0500",
            "TZOFFSETTO:+0600",
            "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
            "END:DAYLIGHT",
            "END:VTIMEZONE"};
}

// Five hours ahead in winter, six in summer; Copenhagen one and two. 28 March 02:30 is skipped
// (21:30Z the day before), 31 October 02:30 comes twice (20:30Z the day before).
BOOST_AUTO_TEST_CASE(a_zone_of_the_files_own_is_followed) {
    auto lines = custom_zone("Customized Time Zone");
    lines.push_back(event({"DTSTART;TZID=Customized Time Zone:20270115T120000",
                           "RDATE;TZID=Customized Time Zone:20270715T120000,20270328T023000,"
                           "20271031T023000"}));
    BOOST_TEST(spans(import(calendar(lines)))
               == "15-01 08.00/15-01 08.00\n27-03 22.30/27-03 22.30\n15-07 08.00/15-07 08.00\n"
                  "30-10 22.30/30-10 22.30\n");
}

BOOST_AUTO_TEST_CASE(a_name_we_know_is_trusted_before_the_files_own_rules) {
    auto lines = custom_zone("Europe/Copenhagen");
    lines.push_back(event({"DTSTART;TZID=Europe/Copenhagen:20270115T120000"}));
    BOOST_TEST(spans(import(calendar(lines))) == "15-01 12.00/15-01 12.00\n");
}

BOOST_AUTO_TEST_CASE(a_zone_that_says_where_it_is_is_that_zone) {
    auto lines = custom_zone("Hjemme");
    lines.insert(lines.begin() + 2, "X-LIC-LOCATION:Europe/Copenhagen");
    lines.push_back(event({"DTSTART;TZID=Hjemme:20270115T120000"}));
    BOOST_TEST(spans(import(calendar(lines))) == "15-01 12.00/15-01 12.00\n");
}

// ---- Broken files -----------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(impossible_dates_are_refused_with_their_line) {
    for (const char* const start :
         {"20270230T100000", "20271301T100000", "20270100T100000", "20270105T250000",
          "20270105T106000", "2027-01-05T10:00:00", "20270105T10", "99999999", "", "20270105Z"}) {
        const Import result = import(calendar({event({std::string{"DTSTART:"} + start})}));
        BOOST_TEST(result.entries.empty(), start);
        BOOST_TEST(codes(result) == "ical.bad-date:5 ical.no-start:3 ", start);
    }
}

BOOST_AUTO_TEST_CASE(a_rule_below_a_day_or_unreadable_leaves_the_first_time) {
    for (const char* const rule : {"FREQ=SECONDLY", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
                                   "FREQ=HOURLY", "Anything", "FREQ=DAILY;INTERVAL=0"}) {
        const Import result =
            import(calendar({event({"DTSTART:20270105T100000Z", std::string{"RRULE:"} + rule})}));
        BOOST_TEST(spans(result) == "05-01 11.00/05-01 11.00\n", rule);
        BOOST_TEST(codes(result) == "ical.bad-rule:3 ", rule);
    }
}

BOOST_AUTO_TEST_CASE(swapped_ends_are_swapped_back) {
    const Import result =
        import(calendar({event({"DTSTART:20270105T120000Z", "DTEND:20270105T100000Z"})}));
    BOOST_TEST(spans(result) == "05-01 11.00/05-01 13.00\n");
    BOOST_TEST(codes(result) == "ical.end-before-start:3 ");
}

BOOST_AUTO_TEST_CASE(a_file_cut_off_is_not_used_for_what_is_missing_would_be_free) {
    const std::string whole = calendar({event({"DTSTART:20270105T100000Z"})});
    BOOST_TEST(import(whole).is_usable());
    for (const std::size_t size : {whole.size() - 4, whole.size() - 20, std::size_t{60}}) {
        const Import result = import(whole.substr(0, size));
        BOOST_TEST(!result.is_usable(), size);
        BOOST_TEST(result.entries.empty());
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_calendar_is_said_to_be_none) {
    for (const char* const text : {"", "\r\n", "<!DOCTYPE html>\n<html>", "BEGIN:VCARD\nEND:VCARD"})
        BOOST_TEST(codes(import(text)) == "ical.not-a-calendar:1 ", text);
}

BOOST_AUTO_TEST_CASE(lines_may_end_in_crlf_lf_or_cr_and_the_file_in_none) {
    const std::string crlf = calendar({event({"DTSTART:20270105T1\r\n 00000Z"})});
    for (const char* const end : {"\r\n", "\n", "\r"}) {
        std::string text = "\xef\xbb\xbf" + crlf;
        for (auto at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at + 1))
            text.replace(at, 2, end);
        text.pop_back();
        BOOST_TEST(spans(import(text)) == "05-01 11.00/05-01 11.00\n");
    }
}

BOOST_AUTO_TEST_CASE(latin_1_and_control_characters_are_read_and_said) {
    const Import result = import(calendar({event({"DTSTART:20270105T100000Z",
                                                  "SUMMARY:M\xf8"
                                                  "de\x01\x7f"})}));
    BOOST_TEST(result.entries.at(0).title == "Møde");
    BOOST_TEST(codes(result) == "ical.bad-utf8:0 ical.control-characters:0 ");
}

BOOST_AUTO_TEST_CASE(titles_are_unescaped) {
    BOOST_TEST(
        import(calendar({event({"DTSTART:20270105T100000Z", "SUMMARY:a\\, b\\; c\\\\d\\ne"})}))
            .entries.at(0)
            .title
        == "a, b; c\\d\ne");
}

BOOST_AUTO_TEST_CASE(a_line_over_a_megabyte_is_no_calendar) {
    BOOST_TEST(codes(import(calendar({"X:" + std::string(1'000'001, 'a')})))
               == "ical.long-line:0 ");
    BOOST_TEST(codes(import(calendar(
                   {event({"DTSTART:20270105T100000Z", "SUMMARY:" + std::string(70'000, 'a')})})))
               == "ical.long-line:6 ");
}

BOOST_AUTO_TEST_CASE(too_many_occurrences_refuse_the_file) {
    std::vector<std::string> lines;
    std::string all = "0";
    for (int i = 1; i < 60; ++i)
        all += "," + std::to_string(i);
    lines.push_back(event(
        {"DTSTART:20270101T000000Z", "RRULE:FREQ=DAILY;BYSECOND=" + all + ";BYMINUTE=" + all}));
    const Import result = import(calendar(lines));
    BOOST_TEST(codes(result) == "ical.too-much:0 ");
    BOOST_TEST(!result.is_usable());
    BOOST_TEST(result.entries.empty());
}

BOOST_AUTO_TEST_CASE(components_a_hundred_deep_are_refused) {
    std::string text;
    for (int i = 0; i < 2000; ++i)
        text += "BEGIN:VCALENDAR\n";
    BOOST_TEST(!import(text).is_usable());
}

BOOST_AUTO_TEST_CASE(no_bytes_whatever_bring_it_down) {
    const std::string whole =
        calendar({event({"DTSTART;TZID=Europe/Copenhagen:20270105T100000", "DURATION:P1DT2H",
                         "RRULE:FREQ=MONTHLY;BYDAY=1MO,-1FR;BYSETPOS=1;COUNT=9",
                         "EXDATE;VALUE=DATE:20270107", "RDATE;VALUE=PERIOD:20270121T080000Z/PT3H",
                         "SUMMARY:Møde"}),
                  event({"RECURRENCE-ID:20270105T080000Z", "DTSTART:20270105T080000Z"})});
    testing::for_each_seed([&](base::Random& random) {
        std::string text = whole;
        for (int i = random.between(1, 12); i > 0; --i) {
            const auto at =
                static_cast<std::size_t>(random.between(0, static_cast<int>(text.size()) - 1));
            if (random.between(0, 2) == 0)
                text.erase(at, static_cast<std::size_t>(random.between(1, 20)));
            else
                text[at] = static_cast<char>(random.between(0, 255));
        }
        const Import result = import(text);
        BOOST_TEST(std::is_sorted(result.entries.begin(), result.entries.end(),
                                  [](const CalendarEntry& a, const CalendarEntry& b) {
                                      return a.span.start < b.span.start;
                                  }));
        for (const CalendarEntry& entry : result.entries)
            BOOST_TEST((entry.span.start <= entry.span.end));
    });
}

// ---- Our own feeds, and records ---------------------------------------------------------------

BOOST_AUTO_TEST_CASE(our_own_feed_is_read_back_as_it_was) {
    Feed feed;
    feed.name = "SDFU";
    std::vector<model::MomentRange> written;
    for (int i = 0; i < 50; ++i) {
        FeedEvent event;
        event.uid = fmt::format("uid-{:02}", i);
        event.summary = "Møde, " + std::string(static_cast<std::size_t>(i) * 3 + 1, 'x') + "; 📅";
        const model::Moment start = local_days{year{2027} / 1 / 4} + days{7 * i} + hours{9 + i % 5};
        event.span = model::MomentRange{start, start + minutes{90}};
        if (i % 10 == 9)
            event.span = model::DateRange{local_days{year{2027} / 1 / 4} + days{7 * i},
                                          local_days{year{2027} / 1 / 4} + days{7 * i}};
        if (i % 10 == 8) event.status = FeedEvent::Status::cancelled;
        if (i == 47) event.span = model::MomentRange{start, start + hours{24}};  // a seminar
        feed.events.push_back(event);
    }
    const Import read = import(write(feed));
    BOOST_TEST(codes(read) == "");
    BOOST_REQUIRE(read.entries.size() == 50U);
    for (std::size_t i = 0; i < 50; ++i) {
        const FeedEvent& event = feed.events[i];
        const CalendarEntry& entry = read.entries[i];
        BOOST_TEST(entry.uid == event.uid);
        BOOST_TEST(entry.title == event.summary);
        BOOST_TEST(entry.busy == (i % 10 != 8));
        BOOST_TEST(entry.all_day == (i % 10 == 9));
        if (const auto* const span = std::get_if<model::MomentRange>(&event.span))
            BOOST_TEST((entry.span == *span));
    }
}

BOOST_AUTO_TEST_CASE(a_record_is_read_back_and_a_part_of_one_is_not) {
    const Import whole = import(calendar({event({"DTSTART;TZID=Nowhere:20270105T100000"}),
                                          event({"DTSTART:20270105T100000Z", "SUMMARY:å:3:"})}));
    const std::string record = to_record(whole);
    const auto read = from_record(record);
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(spans(*read) == spans(whole));
    BOOST_TEST(read->entries.at(0).title == "å:3:");
    BOOST_TEST((read->problems == whole.problems));
    BOOST_TEST(read->events == 2);
    for (std::size_t size = 0; size < record.size(); ++size)
        BOOST_TEST(!from_record(record.substr(0, size)), size);
    BOOST_TEST(!from_record(record + "1:a"));
    BOOST_TEST(!from_record("99999999999999999999:"));
}

BOOST_AUTO_TEST_CASE(an_unknown_zone_of_the_plan_is_an_error) {
    const ImportOptions options{year_2027, "Mars/Olympus", ""};
    BOOST_CHECK_THROW(static_cast<void>(import_calendar(calendar({}), options)), base::Error);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

}  // namespace rul::ical
