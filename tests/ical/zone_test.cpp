#include "ical/zone.hpp"

#include "base/error.hpp"
#include "ical/windows_zones.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace rul::ical {

namespace {

using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::year;

const Zone& copenhagen() {
    static const Zone zone = zone_at("Europe/Copenhagen");
    return zone;
}

std::string guess(std::string_view tzid) {
    return guess_iana_name(tzid).value_or("unknown");
}

BOOST_AUTO_TEST_SUITE(zone_suite)

BOOST_AUTO_TEST_CASE(winter_is_one_hour_ahead_and_summer_two) {
    BOOST_TEST((copenhagen().to_utc(local_days{year{2027} / 1 / 12} + hours{13})
                == sys_days{year{2027} / 1 / 12} + hours{12}));
    BOOST_TEST((copenhagen().to_utc(local_days{year{2027} / 7 / 12} + hours{13})
                == sys_days{year{2027} / 7 / 12} + hours{11}));
    BOOST_TEST((copenhagen().to_local(sys_days{year{2027} / 7 / 12} + hours{11})
                == local_days{year{2027} / 7 / 12} + hours{13}));
}

// 28 March 2027: 01:59 is followed by 03:00. 02:30 is read with the winter's offset: 01:30Z.
BOOST_AUTO_TEST_CASE(a_time_the_clocks_skip_is_read_with_the_offset_from_before) {
    BOOST_TEST((copenhagen().to_utc(local_days{year{2027} / 3 / 28} + minutes{150})
                == sys_days{year{2027} / 3 / 28} + minutes{90}));
}

// 31 October 2027: 02:30 comes twice, first in summer time: 00:30Z.
BOOST_AUTO_TEST_CASE(a_time_the_clocks_pass_twice_is_the_first_of_the_two) {
    BOOST_TEST((copenhagen().to_utc(local_days{year{2027} / 10 / 31} + minutes{150})
                == sys_days{year{2027} / 10 / 31} + minutes{30}));
}

BOOST_AUTO_TEST_CASE(knows_iana_and_windows_names_in_any_case) {
    BOOST_TEST(iana_name_of("europe/COPENHAGEN").value_or("") == "Europe/Copenhagen");
    BOOST_TEST(iana_name_of("Romance Standard Time").value_or("") == "Europe/Paris");
    BOOST_TEST(iana_name_of("w. europe standard time").value_or("") == "Europe/Berlin");
    BOOST_TEST(!iana_name_of("Customized Time Zone"));
    BOOST_TEST(!iana_name_of("localtime"));
    BOOST_TEST(!iana_name_of(""));
}

BOOST_AUTO_TEST_CASE(every_windows_zone_names_a_zone_of_this_machine) {
    for (const WindowsZone& row : windows_zones())
        BOOST_TEST(find_zone(row.iana).has_value(), row.windows << " -> " << row.iana);
}

BOOST_AUTO_TEST_CASE(guesses_names_that_programs_have_decorated) {
    BOOST_TEST(guess("\"Europe/Copenhagen\"") == "Europe/Copenhagen");
    BOOST_TEST(guess("Europe/Copenhagen ") == "Europe/Copenhagen");
    BOOST_TEST(guess("Europe/Copenhagen 1") == "Europe/Copenhagen");
    BOOST_TEST(guess("/mozilla.org/20050126_1/Europe/Berlin") == "Europe/Berlin");
    BOOST_TEST(guess("/freeassociation.sourceforge.net/Tzfile/America/Argentina/Salta")
               == "America/Argentina/Salta");
    BOOST_TEST(guess("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris") == "Europe/Brussels");
    BOOST_TEST(guess("(UTC) Coordinated Universal Time") == "Etc/UTC");
    BOOST_TEST(guess("US-Mountain") == "US/Mountain");
    BOOST_TEST(guess("UTC+01") == "Etc/GMT-1");
    BOOST_TEST(guess("GMT-0500") == "Etc/GMT+5");
    BOOST_TEST(guess("UTC+05:30") == "unknown");
    BOOST_TEST(guess("(GMT+01.00) Brussels") == "unknown");
    BOOST_TEST(guess("(UTC+09:00) Brussels") == "unknown");
    BOOST_TEST(guess("tzone://Microsoft/Custom") == "unknown");
    BOOST_TEST(guess("Mars/Olympus") == "unknown");
}

BOOST_AUTO_TEST_CASE(an_unknown_zone_is_an_error_in_both_languages) {
    try {
        static_cast<void>(zone_at("Mars/Olympus"));
        BOOST_ERROR("no error");
    } catch (const base::Error& error) {
        BOOST_TEST(error.text().danish
                   == "tidszonen \"Mars/Olympus\" kendes ikke på denne maskine");
        BOOST_TEST(error.text().english
                   == "the time zone \"Mars/Olympus\" is not known on this machine");
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

}  // namespace rul::ical
