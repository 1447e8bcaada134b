#include "ical/vtimezone.hpp"

#include "base/error.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace rul::ical {

namespace {

using std::chrono::year;

std::string text_of(const std::string& zone, int first, int last) {
    std::string result;
    for (const std::string& line : vtimezone_lines(zone, year{first}, year{last}))
        result += line + "\n";
    return result;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

BOOST_AUTO_TEST_SUITE(vtimezone_suite)

BOOST_AUTO_TEST_CASE(copenhagen_is_two_observances_with_a_rule_since_1970) {
    BOOST_TEST(text_of("Europe/Copenhagen", 2022, 2037)
               == "BEGIN:VTIMEZONE\n"
                  "TZID:Europe/Copenhagen\n"
                  "X-LIC-LOCATION:Europe/Copenhagen\n"
                  "BEGIN:DAYLIGHT\n"
                  "TZNAME:CEST\n"
                  "TZOFFSETFROM:+0100\n"
                  "TZOFFSETTO:+0200\n"
                  "DTSTART:19700329T020000\n"
                  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\n"
                  "END:DAYLIGHT\n"
                  "BEGIN:STANDARD\n"
                  "TZNAME:CET\n"
                  "TZOFFSETFROM:+0200\n"
                  "TZOFFSETTO:+0100\n"
                  "DTSTART:19701025T030000\n"
                  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\n"
                  "END:STANDARD\n"
                  "END:VTIMEZONE\n");
}

BOOST_AUTO_TEST_CASE(new_york_changes_on_the_second_and_the_first_sunday) {
    const std::string text = text_of("America/New_York", 2023, 2030);
    BOOST_TEST(has(text, "DTSTART:19700308T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\n"));
    BOOST_TEST(has(text, "DTSTART:19701101T020000\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\n"));
    BOOST_TEST(has(text, "TZOFFSETFROM:-0500\nTZOFFSETTO:-0400\n"));
}

BOOST_AUTO_TEST_CASE(a_zone_without_summer_time_is_one_observance) {
    const std::string text = text_of("Asia/Kolkata", 2023, 2030);
    BOOST_TEST(has(text, "TZOFFSETFROM:+0530\nTZOFFSETTO:+0530\nDTSTART:19700101T000000\n"));
    BOOST_TEST(!has(text, "DAYLIGHT"));
    BOOST_TEST(!has(text, "RRULE"));
}

BOOST_AUTO_TEST_CASE(a_zone_two_rules_cannot_say_is_refused) {
    BOOST_CHECK_THROW(text_of("Africa/Casablanca", 2023, 2030), base::Error);
    BOOST_CHECK_THROW(text_of("Europe/Istanbul", 2014, 2018), base::Error);
    BOOST_CHECK_THROW(text_of("Europe/Copenhagen", 1994, 1997), base::Error);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

}  // namespace rul::ical
