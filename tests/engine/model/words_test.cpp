#include "engine/model/words.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::model;  // NOLINT(google-build-using-namespace): tests only
using std::chrono::year;

namespace {

constexpr auto da = Language::danish;
constexpr auto en = Language::english;
const Date monday{year{2023} / 1 / 16};

}  // namespace

BOOST_AUTO_TEST_SUITE(words)

BOOST_AUTO_TEST_CASE(writes_a_date_in_words_in_digits_and_for_machines) {
    BOOST_TEST(to_words(monday, da) == "mandag den 16. januar 2023");
    BOOST_TEST(to_words(monday, en) == "Monday 16 January 2023");
    BOOST_TEST(to_words_without_weekday(monday, da) == "16. januar 2023");
    BOOST_TEST(to_words_without_weekday(monday, en) == "16 January 2023");
    BOOST_TEST(to_short(monday, da) == "man 16-01-2023");
    BOOST_TEST(to_short(monday, en) == "Mon 16-01-2023");
    BOOST_TEST(to_digits(monday) == "16-01-2023");
    BOOST_TEST(to_iso(monday) == "2023-01-16");
}

BOOST_AUTO_TEST_CASE(knows_the_danish_letters_of_weekend_days) {
    const Date saturday{year{2023} / 1 / 21};
    BOOST_TEST(to_short(saturday, da) == "lør 21-01-2023");
    BOOST_TEST(to_words(saturday + std::chrono::days{1}, da) == "søndag den 22. januar 2023");
}

BOOST_AUTO_TEST_CASE(names_all_days_and_months_in_order) {
    std::string days;
    for (unsigned day = 0; day < 7; ++day)
        days += std::string{short_weekday_name(std::chrono::weekday{day}, da)}
                + std::string{weekday_name(std::chrono::weekday{day}, en)} + " ";
    BOOST_TEST(days
               == "sønSunday manMonday tirTuesday onsWednesday torThursday freFriday "
                  "lørSaturday ");
    std::string months;
    for (unsigned month = 1; month <= 12; ++month)
        months += std::string{month_name(std::chrono::month{month}, da)} + "/"
                  + std::string{short_month_name(std::chrono::month{month}, en)} + " ";
    BOOST_TEST(months
               == "januar/Jan februar/Feb marts/Mar april/Apr maj/May juni/Jun juli/Jul "
                  "august/Aug september/Sep oktober/Oct november/Nov december/Dec ");
}

BOOST_AUTO_TEST_CASE(writes_ranges_of_dates) {
    const DateRange spring{Date{year{2023} / 1 / 1}, Date{year{2023} / 6 / 30}};
    BOOST_TEST(to_text(spring) == "01-01-2023..30-06-2023");
    BOOST_TEST(to_text(DateRange{monday, monday}) == "16-01-2023");
    BOOST_TEST(to_words(spring, da) == "1. januar - 30. juni 2023");
    BOOST_TEST(to_words(spring, en) == "1 January - 30 June 2023");
    const DateRange winter{Date{year{2022} / 12 / 27}, Date{year{2023} / 1 / 3}};
    BOOST_TEST(to_words(winter, da) == "27. december 2022 - 3. januar 2023");
    BOOST_TEST(to_words(DateRange{monday, monday}, en) == "16 January 2023");
    BOOST_TEST(to_text(IsoWeek{2023, 42}, da) == "uge 42");
    BOOST_TEST(to_text(IsoWeek{2023, 42}, en) == "week 42");
}

BOOST_AUTO_TEST_CASE(writes_times_with_a_dot_in_danish_and_a_colon_in_english) {
    const TimeRange afternoon{minutes{14 * 60}, minutes{16 * 60 + 5}};
    BOOST_TEST(to_text(afternoon, da) == "14.00-16.05");
    BOOST_TEST(to_text(afternoon, en) == "14:00-16:05");
    BOOST_TEST(to_text(TimeRange{minutes{0}, minutes{1440}}, da) == "00.00-24.00");
    BOOST_TEST(to_text(TimeRange{minutes{720}, minutes{720}}, da) == "12-12");
    BOOST_TEST(clock_text(minutes{545}, da) == "09.05");
    BOOST_TEST(length_text(minutes{120}, da) == "2 timer");
    BOOST_TEST(length_text(minutes{61}, da) == "1 time 1 minut");
    BOOST_TEST(length_text(minutes{45}, en) == "45 minutes");
    BOOST_TEST(length_text(minutes{0}, en) == "0 minutes");
}

BOOST_AUTO_TEST_CASE(writes_distances_as_they_are_said) {
    BOOST_TEST(to_text(DistanceRange{28, {}, 49, Unit::day}, da) == "28-49 dage");
    BOOST_TEST(to_text(DistanceRange{4, 6, 9, Unit::week}, da) == "4-9 uger, ideal 6");
    BOOST_TEST(to_text(DistanceRange{5, {}, {}, Unit::working_day}, da) == "mindst 5 hverdage");
    BOOST_TEST(to_text(DistanceRange{5, {}, {}, Unit::working_day}, en)
               == "at least 5 working days");
    BOOST_TEST(to_text(DistanceRange{{}, {}, 1, Unit::week}, da) == "højst 1 uge");
    BOOST_TEST(to_text(DistanceRange{7, {}, 7, Unit::day}, da) == "præcis 7 dage");
    BOOST_TEST(to_text(DistanceRange{{}, 42, {}, Unit::day}, da) == "ideal 42 dage");
    BOOST_TEST(to_text(DistanceRange{-7, {}, 7, Unit::day}, en) == "-7..7 days");
    BOOST_TEST(to_text(DistanceRange{}, da).empty());
}

BOOST_AUTO_TEST_CASE(writes_offsets_counts_modes_and_strengths) {
    BOOST_TEST(to_text(Offset{-14, Unit::day}, da) == "14 dage før");
    BOOST_TEST(to_text(Offset{1, Unit::working_day}, da) == "1 hverdag efter");
    BOOST_TEST(to_text(Offset{-2, Unit::week}, en) == "2 weeks before");
    BOOST_TEST(to_text(Offset{}, da) == "samme dag");
    BOOST_TEST(count_of(1, "dag", "dage") == "1 dag");
    BOOST_TEST(count_of(0, "dag", "dage") == "0 dage");
    BOOST_TEST(count_of(9, Unit::working_day, en) == "9 working days");
    BOOST_TEST(to_text(Mode::physical, da) == "fysisk");
    BOOST_TEST(to_text(Mode::physical, en) == "physical");
    BOOST_TEST(to_text(Mode::unspecified, da).empty());
    BOOST_TEST(to_text(must, da) == "skal");
    BOOST_TEST(to_text(soft(20), en) == "should");
    BOOST_TEST(to_text(soft(5), da) == "ønske");
    BOOST_TEST(to_text(soft(1), da) == "1 point");
    BOOST_TEST(to_text(soft(12), en) == "12 points");
    BOOST_TEST(range_text(3, 5, da) == "3-5");
    BOOST_TEST(range_text(4, 4, da) == "4");
    BOOST_TEST(range_text(4, {}, da) == "mindst 4");
    BOOST_TEST(range_text({}, 6, en) == "at most 6");
}

BOOST_AUTO_TEST_CASE(says_a_thing_in_both_languages) {
    const auto both = in_both([](Language l) { return to_short(monday, l); });
    BOOST_TEST(both.danish == "man 16-01-2023");
    BOOST_TEST(both.english == "Mon 16-01-2023");
}

BOOST_AUTO_TEST_SUITE_END()
