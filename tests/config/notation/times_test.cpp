#include "config/notation/times.hpp"

#include "tests/config/notation/reading.hpp"

using namespace rul::config;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Language;
using rul::model::minutes;
using rul::model::TimeRange;

BOOST_AUTO_TEST_SUITE(times)

BOOST_AUTO_TEST_CASE(reads_times_of_day) {
    check_rows(
        {{"14", "14.00"},
         {"14.00", "14.00"},
         {"14:00", "14.00"},
         {"9", "09.00"},
         {"09.05", "09.05"},
         {"kl. 13.30", "13.30"},
         {"kl 13.30", "13.30"},
         {"kl.13:30", "13.30"},
         {"klokken 9", "09.00"},
         {"at 14:00", "14.00"},
         {"0.00", "00.00"},
         {"24.00", "24.00"},
         {"25.00",
          "notation.no-such-time 0+5: klokken 25.00 findes ikke (Et døgn går fra 0.00 til "
          "24.00)"},
         {"24.15",
          "notation.no-such-time 0+5: klokken 24.15 findes ikke (Et døgn går fra 0.00 til "
          "24.00)"},
         {"14.75", "notation.no-such-time 3+2: en time har ikke 75 minutter"},
         {"14.5", "notation.minutes 3+1: minutter skrives med to cifre (Skriv 14.00 eller 14.30)"},
         {"1400",
          "notation.no-such-time 0+4: timer og minutter skilles af et punktum (Mente du "
          "14.00?)"},
         {"middag",
          "notation.not-understood 0+6: forstår ikke \"middag\" (Her skal stå et klokkeslæt "
          "som 14.00)"},
         {"kl.", "notation.incomplete 3+1: her mangler et klokkeslæt som 14.00"},
         {"14.00.00", "notation.not-understood 5+3: forstår ikke \".00\""}},
        read_time, [](minutes time) { return rul::model::clock_text(time, Language::danish); });
}

BOOST_AUTO_TEST_CASE(reads_ranges_of_times) {
    check_rows({{"14.00-16.00", "14.00-16.00"},
                {"14:00-16:00", "14.00-16.00"},
                {"14:00-16.00", "14.00-16.00"},
                {"14.00 - 16.00", "14.00-16.00"},
                {"14.00\u201316.00", "14.00-16.00"},
                {"14-16", "14.00-16.00"},
                {"9-11.30", "09.00-11.30"},
                {"kl. 14-16", "14.00-16.00"},
                {"kl. 14.00 til kl. 16.00", "14.00-16.00"},
                {"kl. 13.30-15", "13.30-15.00"},
                {"fra 14 til 16", "14.00-16.00"},
                {"from 14:00 to 16:00", "14.00-16.00"},
                {"fra kl. 8 til 16", "08.00-16.00"},
                {"22-24", "22.00-24.00"},
                {"0-24", "00.00-24.00"},
                {"12-12", "12-12"},
                {"12.00-12.00", "12-12"},
                {"16-14",
                 "notation.backwards 0+5: mødet slutter, før det begynder (Mente du 14.00-16.00?)"},
                {"14-14", "notation.backwards 0+5: mødet varer ingen tid"},
                {"kl. 16.00-14.30",
                 "notation.backwards 4+11: mødet slutter, før det begynder (Mente du "
                 "14.30-16.00?)"},
                {"14-25",
                 "notation.no-such-time 3+2: klokken 25 findes ikke (Et døgn går fra 0.00 til "
                 "24.00)"},
                {"24-24",
                 "notation.no-such-time 0+2: klokken 24 findes ikke (Et døgn går fra 0.00 til "
                 "24.00)"},
                {"14.00",
                 "notation.incomplete 5+1: her mangler et sluttidspunkt som i "
                 "14.00-16.00"},
                {"14.00-", "notation.incomplete 6+1: her mangler et klokkeslæt som 14.00"},
                {"14.60-16", "notation.no-such-time 3+2: en time har ikke 60 minutter"},
                {"14.00-16.00 x", "notation.not-understood 12+1: forstår ikke \"x\""},
                {"999999999-16",
                 "notation.no-such-time 0+9: klokken 999999999 findes ikke (Et døgn går fra 0.00 "
                 "til 24.00)"}},
               read_time_range, [](TimeRange range) { return to_text(range, Language::danish); });
}

BOOST_AUTO_TEST_CASE(warns_of_dot_and_colon_in_one_range) {
    const auto read = read_time_range("kl. 14:00-16.00");
    BOOST_REQUIRE(read);
    BOOST_REQUIRE(read.warnings.size() == 1U);
    BOOST_TEST(shown(read.warnings[0])
               == "notation.mixed-separators 4+11: punktum og kolon blandes (Klokkeslæt skrives "
                  "14.00-16.00)");
    BOOST_TEST(read_time_range("14:00-16:00").warnings.empty());
    BOOST_TEST(read_time_range("14-16.00").warnings.empty());
}

BOOST_AUTO_TEST_CASE(reads_lengths) {
    check_rows({{"2 timer", "2 timer"},
                {"1 time", "1 time"},
                {"90 minutter", "1 time 30 minutter"},
                {"45 min", "45 minutter"},
                {"1 time 30 minutter", "1 time 30 minutter"},
                {"1 time og 30 minutter", "1 time 30 minutter"},
                {"1,5 time", "1 time 30 minutter"},
                {"1.5 hours", "1 time 30 minutter"},
                {"24 timer", "24 timer"},
                {"3 hours", "3 timer"},
                {"25 timer", "notation.length 0+8: et møde varer mellem 1 minut og 24 timer"},
                {"0 minutter", "notation.length 0+10: et møde varer mellem 1 minut og 24 timer"},
                {"2 dage", "notation.unit 0+6: en varighed er i timer og minutter"},
                {"2",
                 "notation.incomplete 1+1: her mangler dage, hverdage, uger, timer eller "
                 "minutter"},
                {"lang",
                 "notation.not-understood 0+4: forstår ikke \"lang\" (Her skal stå en "
                 "varighed som \"2 timer\")"}},
               read_length,
               [](minutes length) { return rul::model::length_text(length, Language::danish); });
}

BOOST_AUTO_TEST_CASE(reads_back_every_range_and_length_that_is_written) {
    for (int from = 0; from < 24 * 60; from += 35) {
        for (int to = from + 5; to <= 24 * 60; to += 55) {
            const TimeRange range{minutes{from}, minutes{to}};
            for (const auto language : {Language::danish, Language::english}) {
                const auto read = read_time_range(to_text(range, language));
                BOOST_REQUIRE_MESSAGE(read && *read == range, to_text(range, language));
                const auto length = read_length(rul::model::length_text(range.length(), language));
                BOOST_REQUIRE(length && *length == range.length());
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
