#include "config/notation/dates.hpp"

#include "tests/config/notation/reading.hpp"

using namespace rul::config;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Language;
using rul::model::Date;
using rul::model::DateRange;
using std::chrono::year;

namespace {

const Period in_2023 = DateRange{Date{year{2023} / 1 / 1}, Date{year{2023} / 12 / 31}};
const Period school_year = DateRange{Date{year{2026} / 8 / 1}, Date{year{2027} / 6 / 30}};
const Period two_years = DateRange{Date{year{2023} / 1 / 1}, Date{year{2024} / 12 / 31}};

std::string iso(Date date) {
    return rul::model::to_iso(date);
}

std::string iso(const DateRange& range) {
    return iso(range.first) + ".." + iso(range.last);
}

std::string all_iso(const std::vector<DateRange>& ranges) {
    std::string text;
    for (const DateRange& range : ranges)
        text += (text.empty() ? "" : " ") + iso(range);
    return text;
}

auto date_reader(const Period& period) {
    return [period](std::string_view text) { return read_date(text, period); };
}

auto range_reader(const Period& period) {
    return [period](std::string_view text) { return read_dates(text, period); };
}

constexpr auto show_date = [](Date date) { return iso(date); };
constexpr auto show_range = [](const DateRange& range) { return iso(range); };

}  // namespace

BOOST_AUTO_TEST_SUITE(dates)

BOOST_AUTO_TEST_CASE(reads_every_way_danes_write_a_date_with_its_year) {
    check_rows({{"16-01-2023", "2023-01-16"},
                {"16-1-2023", "2023-01-16"},
                {"16.1.2023", "2023-01-16"},
                {"16.01.2023", "2023-01-16"},
                {"16. 1. 2023", "2023-01-16"},
                {"16.1.23", "2023-01-16"},
                {"16/1/2023", "2023-01-16"},
                {"16/1-2023", "2023-01-16"},
                {"16/1-23", "2023-01-16"},
                {"16/1 2023", "2023-01-16"},
                {"16-01-23", "2023-01-16"},
                {"16. januar 2023", "2023-01-16"},
                {"16 januar 2023", "2023-01-16"},
                {"16.januar 2023", "2023-01-16"},
                {"16. jan. 2023", "2023-01-16"},
                {"16. jan 2023", "2023-01-16"},
                {"den 16. januar 2023", "2023-01-16"},
                {"d. 16. januar 2023", "2023-01-16"},
                {"d. 16/1-2023", "2023-01-16"},
                {"d.16.1.2023", "2023-01-16"},
                {"  16-01-2023  ", "2023-01-16"},
                {"16\u201301\u20132023", "2023-01-16"},
                {"16.\u00a0januar\u00a02023", "2023-01-16"},
                {"2023-01-16", "2023-01-16"},
                {"2023-1-16", "2023-01-16"},
                {"29-02-2024", "2024-02-29"},
                {"31-12-2037", "2037-12-31"},
                {"1. januar 1990", "1990-01-01"},
                {"1. MARTS 2023", "2023-03-01"},
                {"7. sept. 2023", "2023-09-07"},
                {"7. okt 2023", "2023-10-07"},
                {"7. maj 2023", "2023-05-07"}},
               date_reader({}), show_date);
}

BOOST_AUTO_TEST_CASE(reads_english_dates) {
    check_rows({{"16 January 2023", "2023-01-16"},
                {"16th January 2023", "2023-01-16"},
                {"16th of January 2023", "2023-01-16"},
                {"the 16th of January 2023", "2023-01-16"},
                {"January 16, 2023", "2023-01-16"},
                {"January 16th, 2023", "2023-01-16"},
                {"Jan 16 2023", "2023-01-16"},
                {"1st May 2023", "2023-05-01"},
                {"2nd October 2023", "2023-10-02"},
                {"3rd Mar 2023", "2023-03-03"},
                {"Monday 16 January 2023", "2023-01-16"},
                {"Mon 16-01-2023", "2023-01-16"},
                {"Monday, January 16, 2023", "2023-01-16"}},
               date_reader({}), show_date);
}

BOOST_AUTO_TEST_CASE(takes_a_right_weekday_in_any_form) {
    check_rows({{"man 16-01-2023", "2023-01-16"},
                {"Man. 16-01-2023", "2023-01-16"},
                {"Mandag den 16. januar 2023", "2023-01-16"},
                {"mandag d. 16/1-2023", "2023-01-16"},
                {"mandag d. 16/1", "2023-01-16"},
                {"mandag, den 16. januar 2023", "2023-01-16"},
                {"MANDAG 16.1.2023", "2023-01-16"},
                {"tirs 17-01-2023", "2023-01-17"},
                {"ons 18-01-2023", "2023-01-18"},
                {"tors 19-01-2023", "2023-01-19"},
                {"fre 20-01-2023", "2023-01-20"},
                {"lør 21-01-2023", "2023-01-21"},
                {"LØR 21-01-2023", "2023-01-21"},
                {"søndag 22-01-2023", "2023-01-22"},
                {"SØNDAG DEN 22. JANUAR 2023", "2023-01-22"}},
               date_reader(in_2023), show_date);
}

BOOST_AUTO_TEST_CASE(finds_the_year_in_the_period) {
    check_rows({{"16/1", "2023-01-16"},
                {"d. 16/1", "2023-01-16"},
                {"16.1.", "2023-01-16"},
                {"16.1", "2023-01-16"},
                {"16-01", "2023-01-16"},
                {"den 16. januar", "2023-01-16"},
                {"16. januar", "2023-01-16"},
                {"16 Jan", "2023-01-16"},
                {"January 16", "2023-01-16"},
                {"31/12", "2023-12-31"},
                {"29. februar",
                 "notation.outside-period 0+11: 29. februar ligger ikke i perioden "
                 "01-01-2023..31-12-2023 (Skriv årstallet, hvis et andet år er ment)"}},
               date_reader(in_2023), show_date);
    check_rows({{"16/1", "2027-01-16"},
                {"16/9", "2026-09-16"},
                {"16/7",
                 "notation.outside-period 0+4: 16/7 ligger ikke i perioden 01-08-2026..30-06-2027 "
                 "(Skriv årstallet, hvis et andet år er ment)"}},
               date_reader(school_year), show_date);
}

BOOST_AUTO_TEST_CASE(lets_the_weekday_decide_between_two_years) {
    check_rows({{"mandag d. 16/1", "2023-01-16"},
                {"tirsdag d. 16/1", "2024-01-16"},
                {"29. februar", "2024-02-29"},
                {"16/1",
                 "notation.year-missing 0+4: årstallet mangler (Skriv årstallet: 2023 eller 2024)"},
                {"fredag d. 16/1",
                 "notation.year-missing 10+4: årstallet mangler (Skriv årstallet: 2023 eller "
                 "2024)"}},
               date_reader(two_years), show_date);
    check_rows({{"16/1", "notation.year-missing 0+4: årstallet mangler (Skriv årstallet)"}},
               date_reader({}), show_date);
}

BOOST_AUTO_TEST_CASE(says_which_weekday_it_is_and_what_was_probably_meant) {
    check_rows(
        {{"Fredag den 7. februar 2022",
          "notation.weekday 0+6: 7. februar 2022 er en mandag, ikke en fredag (Mente du fredag den "
          "4. februar 2022?)"},
         {"fre 16-01-2023",
          "notation.weekday 0+3: 16. januar 2023 er en mandag, ikke en fredag (Mente du fredag den "
          "13. januar 2023?)"},
         {"tirsdag d. 16/1",
          "notation.weekday 0+7: 16. januar 2023 er en mandag, ikke en tirsdag (Mente du tirsdag "
          "den 17. januar 2023 eller tirsdag den 16. januar 2024?)"},
         {"søn 16/1",
          "notation.weekday 0+3: 16. januar 2023 er en mandag, ikke en søndag (Mente du søndag den "
          "15. januar 2023 eller søndag den 16. januar 2022?)"}},
        date_reader(in_2023), show_date);
    const auto english = read_date("Friday 7 February 2022", {});
    BOOST_TEST(english.problem.message.english == "7 February 2022 is a Monday, not a Friday");
    BOOST_TEST(english.problem.help.english == "Did you mean Friday 4 February 2022?");
}

BOOST_AUTO_TEST_CASE(refuses_dates_that_do_not_exist) {
    check_rows(
        {{"30. februar 2023",
          "notation.no-such-date 0+16: februar 2023 har ingen 30. dag, kun 28 (Mente du 28. "
          "februar 2023?)"},
         {"30-02-2024",
          "notation.no-such-date 0+10: februar 2024 har ingen 30. dag, kun 29 (Mente du 29. "
          "februar 2024?)"},
         {"30. februar",
          "notation.no-such-date 0+11: februar har ingen 30. dag, kun 29 (Mente du 29. februar?)"},
         {"31/4-2023",
          "notation.no-such-date 0+9: april 2023 har ingen 31. dag, kun 30 (Mente du 30. april "
          "2023?)"},
         {"29-02-2023",
          "notation.no-such-date 0+10: februar 2023 har ingen 29. dag, kun 28 (Mente du 28. "
          "februar 2023?)"},
         {"0-1-2023", "notation.no-such-date 0+8: januar 2023 har ingen 0. dag, kun 31"},
         {"man 32-01-2023",
          "notation.no-such-date 4+10: januar 2023 har ingen 32. dag, kun 31 (Mente du 31. januar "
          "2023?)"},
         {"01/16/2023",
          "notation.no-such-date 0+10: der er ingen 16. måned (Dagen står før måneden: mente du "
          "16-01?)"},
         {"16-13-2023", "notation.no-such-date 0+10: der er ingen 13. måned"},
         {"16-00-2023", "notation.no-such-date 0+10: der er ingen 0. måned"},
         {"2023-13-01",
          "notation.no-such-date 0+10: der er ingen 13. måned (Dagen står før måneden: mente du "
          "13-01?)"}},
        date_reader(in_2023), show_date);
}

BOOST_AUTO_TEST_CASE(refuses_implausible_years) {
    check_rows(
        {{"16-01-2203",
          "notation.year 6+4: 2203 er ikke et rimeligt årstal (Årstal går fra 1990 til 2037)"},
         {"16. januar 1923",
          "notation.year 11+4: 1923 er ikke et rimeligt årstal (Årstal går fra 1990 til 2037)"},
         {"16/1-89",
          "notation.year 5+2: 89 er ikke et rimeligt årstal (Årstal går fra 1990 til 2037)"},
         {"16-01-202",
          "notation.year 6+3: 202 er ikke et rimeligt årstal (Årstal går fra 1990 til 2037)"},
         {"16-01-20233",
          "notation.year 6+5: 20233 er ikke et rimeligt årstal (Årstal går fra 1990 til 2037)"},
         {"0000-01-16",
          "notation.year 0+4: 0000 er ikke et rimeligt årstal (Årstal går fra 1990 til 2037)"}},
        date_reader(in_2023), show_date);
}

BOOST_AUTO_TEST_CASE(points_at_the_word_it_does_not_know) {
    check_rows({{"mandga 16-01-2023",
                 "notation.not-understood 0+6: forstår ikke \"mandga\" (Mente du \"mandag\"?)"},
                {"16. januarr 2023",
                 "notation.not-understood 4+7: forstår ikke \"januarr\" (Mente du \"januar\"?)"},
                {"lørdga d. 21/1",
                 "notation.not-understood 0+6: forstår ikke \"lørdga\" (Mente du \"lørdag\"?)"},
                {"16-01-2023 xyz", "notation.not-understood 11+3: forstår ikke \"xyz\""},
                {"xyz",
                 "notation.not-understood 0+3: forstår ikke \"xyz\" (Her skal stå en dato som "
                 "16-01-2023)"},
                {"", "notation.empty 0+1: her mangler en værdi"},
                {"   ", "notation.empty 3+1: her mangler en værdi"},
                {"16", "notation.incomplete 2+1: her mangler en måned"},
                {"mandag", "notation.incomplete 6+1: her mangler en dato som 16-01-2023"},
                {"2023-01", "notation.incomplete 7+1: her mangler en dato som 2023-01-16"},
                {"16-01-2023, 17-01-2023",
                 "notation.not-understood 10+12: forstår ikke \", 17-01-2023\""}},
               date_reader(in_2023), show_date);
}

BOOST_AUTO_TEST_CASE(reads_ranges_of_days) {
    check_rows(
        {{"01-01-2023..31-12-2023", "2023-01-01..2023-12-31"},
         {"01-01-2023 .. 31-12-2023", "2023-01-01..2023-12-31"},
         {"01-01-2023 - 31-12-2023", "2023-01-01..2023-12-31"},
         {"01-01-2023\u201331-12-2023", "2023-01-01..2023-12-31"},
         {"1. januar 2023 til 31. december 2023", "2023-01-01..2023-12-31"},
         {"fra 1. maj til 5. juni 2023", "2023-05-01..2023-06-05"},
         {"2023-01-16..2023-02-01", "2023-01-16..2023-02-01"},
         {"1.-5. maj 2023", "2023-05-01..2023-05-05"},
         {"1. - 5. maj 2023", "2023-05-01..2023-05-05"},
         {"1-5 May 2023", "2023-05-01..2023-05-05"},
         {"16.-17. november", "2023-11-16..2023-11-17"},
         {"16-17. november", "2023-11-16..2023-11-17"},
         {"d. 16.-17. november", "2023-11-16..2023-11-17"},
         {"28. december 2022 - 3. januar", "2022-12-28..2023-01-03"},
         {"28. december - 3. januar 2024", "2023-12-28..2024-01-03"},
         {"28. april - 3. maj", "2023-04-28..2023-05-03"},
         {"1/5-5/5", "2023-05-01..2023-05-05"},
         {"1/5-5/5 2023", "2023-05-01..2023-05-05"},
         {"12/5-15/5-2023", "2023-05-12..2023-05-15"},
         {"12/5-15. juni", "2023-05-12..2023-06-15"},
         {"1.5.-5.5.", "2023-05-01..2023-05-05"},
         {"16-01-2023", "2023-01-16..2023-01-16"},
         {"mandag d. 16/1", "2023-01-16..2023-01-16"},
         {"man 16-01-2023 - fre 20-01-2023", "2023-01-16..2023-01-20"},
         {"ultimo oktober..15-12-2023", "2023-10-22..2023-12-15"},
         {"uge 7..uge 9", "2023-02-13..2023-03-05"},
         {"maj til 5. juni 2023", "2023-05-01..2023-06-05"},
         {"5.-1. maj 2023", "notation.backwards 0+14: slutter, før det begynder"},
         {"31-12-2023..01-01-2023", "notation.backwards 0+22: slutter, før det begynder"},
         {"fre 16-01-2023 - fre 20-01-2023",
          "notation.weekday 0+3: 16. januar 2023 er en mandag, ikke en fredag (Mente du fredag den "
          "13. januar 2023?)"},
         {"28.-31. april 2023",
          "notation.no-such-date 4+14: april 2023 har ingen 31. dag, kun 30 (Mente du 30. april "
          "2023?)"},
         {"01-01-2023..", "notation.incomplete 12+1: her mangler en dato som 16-01-2023"},
         {"efterårsferien",
          "notation.not-understood 0+14: forstår ikke \"efterårsferien\" (Her skal stå en dato som "
          "16-01-2023, \"uge 42\" eller \"juli\")"}},
        range_reader(in_2023), show_range);
}

BOOST_AUTO_TEST_CASE(reads_weeks) {
    const std::string only_52 =
        "2023 har kun 52 uger (Mente du uge 52 2023 (25-12-2023..31-12-2023) eller uge 1 2024 "
        "(01-01-2024..07-01-2024)?)";
    check_rows(
        {{"uge 7", "2023-02-13..2023-02-19"},
         {"Uge 7", "2023-02-13..2023-02-19"},
         {"uge 07", "2023-02-13..2023-02-19"},
         {"uge 1", "2023-01-02..2023-01-08"},
         {"uge 52", "2023-12-25..2023-12-31"},
         {"uge 28-31", "2023-07-10..2023-08-06"},
         {"uge 28 - 31", "2023-07-10..2023-08-06"},
         {"uge 28 til 31", "2023-07-10..2023-08-06"},
         {"uge 52-1", "2023-12-25..2024-01-07"},
         {"uge 7, 2024", "2024-02-12..2024-02-18"},
         {"uge 7 2024", "2024-02-12..2024-02-18"},
         {"uge 7/2024", "2024-02-12..2024-02-18"},
         {"uge 7-2024", "2024-02-12..2024-02-18"},
         {"uge 28-31, 2024", "2024-07-08..2024-08-04"},
         {"uge 53 2026", "2026-12-28..2027-01-03"},
         {"week 7", "2023-02-13..2023-02-19"},
         {"weeks 28-31", "2023-07-10..2023-08-06"},
         {"uge 54", "notation.no-such-week 4+2: der er ingen uge 54 (Uger går fra 1 til 53)"},
         {"uge 0", "notation.no-such-week 4+1: der er ingen uge 0 (Uger går fra 1 til 53)"},
         {"uge 53", "notation.no-such-week 4+2: " + only_52},
         {"uge 52-53", "notation.no-such-week 7+2: " + only_52},
         {"uge 53, 2023", "notation.no-such-week 4+2: " + only_52},
         {"uge 51..uge 53 2023", "notation.no-such-week 12+2: " + only_52},
         {"uge 53 2020", "2020-12-28..2021-01-03"},
         {"uge", "notation.incomplete 3+1: her mangler et ugenummer"},
         {"uge syv",
          "notation.not-understood 4+3: forstår ikke \"syv\" (Her skal stå et "
          "ugenummer)"}},
        range_reader(in_2023), show_range);
    check_rows({{"uge 7", "2027-02-15..2027-02-21"},
                {"uge 42", "2026-10-12..2026-10-18"},
                {"uge 52-1", "2026-12-21..2027-01-10"}},
               range_reader(school_year), show_range);
}

BOOST_AUTO_TEST_CASE(reads_months_and_parts_of_the_year) {
    check_rows({{"juli", "2023-07-01..2023-07-31"},
                {"juli 2024", "2024-07-01..2024-07-31"},
                {"JULI", "2023-07-01..2023-07-31"},
                {"february", "2023-02-01..2023-02-28"},
                {"juli-august", "2023-07-01..2023-08-31"},
                {"juli-august 2024", "2024-07-01..2024-08-31"},
                {"juli til august", "2023-07-01..2023-08-31"},
                {"november-januar", "2023-11-01..2024-01-31"},
                {"november-januar 2024", "2023-11-01..2024-01-31"},
                {"november 2023 - januar 2024", "2023-11-01..2024-01-31"},
                {"1. kvartal", "2023-01-01..2023-03-31"},
                {"3. kvartal", "2023-07-01..2023-09-30"},
                {"3. kvartal 2024", "2024-07-01..2024-09-30"},
                {"4 kvartal", "2023-10-01..2023-12-31"},
                {"kvartal 2", "2023-04-01..2023-06-30"},
                {"Q3", "2023-07-01..2023-09-30"},
                {"Q3 2024", "2024-07-01..2024-09-30"},
                {"3rd quarter", "2023-07-01..2023-09-30"},
                {"1. halvår", "2023-01-01..2023-06-30"},
                {"2. halvår 2023", "2023-07-01..2023-12-31"},
                {"H2", "2023-07-01..2023-12-31"},
                {"1st half-year", "2023-01-01..2023-06-30"},
                {"2nd half of 2023", "2023-07-01..2023-12-31"},
                {"primo oktober", "2023-10-01..2023-10-10"},
                {"medio oktober", "2023-10-11..2023-10-20"},
                {"ultimo oktober", "2023-10-22..2023-10-31"},
                {"ultimo februar 2024", "2024-02-20..2024-02-29"},
                {"late October", "2023-10-22..2023-10-31"},
                {"mid-October", "2023-10-11..2023-10-20"},
                {"2023", "2023-01-01..2023-12-31"},
                {"2023-2024", "2023-01-01..2024-12-31"},
                {"2023..2024", "2023-01-01..2024-12-31"},
                {"5. kvartal", "notation.no-such-part 0+1: et år har kun 4 (Skriv 1 til 4)"},
                {"3. halvår", "notation.no-such-part 0+1: et år har kun 2 (Skriv 1 til 2)"},
                {"Q0", "notation.no-such-part 1+1: et år har kun 4 (Skriv 1 til 4)"},
                {"2024-2023", "notation.backwards 0+9: slutter, før det begynder"},
                {"august 2023 - juli 2023", "notation.backwards 0+23: slutter, før det begynder"},
                {"2055",
                 "notation.year 0+4: 2055 er ikke et rimeligt årstal (Årstal går fra 1990 til "
                 "2037)"},
                {"ultimo", "notation.incomplete 6+1: her mangler en måned"}},
               range_reader(in_2023), show_range);
    check_rows({{"juli",
                 "notation.year-missing 0+4: årstallet mangler (Skriv årstallet: 2023 eller 2024)"},
                {"juli 2024", "2024-07-01..2024-07-31"}},
               range_reader(two_years), show_range);
    check_rows({{"2023", "2023-01-01..2023-12-31"},
                {"juli", "notation.year-missing 0+4: årstallet mangler (Skriv årstallet)"}},
               range_reader({}), show_range);
    check_rows({{"juli",
                 "notation.outside-period 0+4: juli ligger ikke i perioden 01-08-2026..30-06-2027 "
                 "(Skriv årstallet, hvis et andet år er ment)"},
                {"1. kvartal", "2027-01-01..2027-03-31"}},
               range_reader(school_year), show_range);
}

BOOST_AUTO_TEST_CASE(finds_all_that_come_again_in_the_period) {
    const auto reader = [](const Period& period) {
        return [period](std::string_view text) { return read_all_dates(text, period); };
    };
    check_rows(
        {{"uge 7", "2023-02-13..2023-02-19"},
         {"uge 52-1", "2022-12-26..2023-01-08 2023-12-25..2024-01-07"},
         {"uge 7, 8 og 42", "2023-02-13..2023-02-19 2023-02-20..2023-02-26 2023-10-16..2023-10-22"},
         {"uge 7, 8-9, 42", "2023-02-13..2023-02-19 2023-02-20..2023-03-05 2023-10-16..2023-10-22"},
         {"uge 7, uge 42", "2023-02-13..2023-02-19 2023-10-16..2023-10-22"},
         {"uge 42, uge 7", "2023-02-13..2023-02-19 2023-10-16..2023-10-22"},
         {"uge 7, 8/5", "2023-02-13..2023-02-19 2023-05-08..2023-05-08"},
         {"juli, uge 42", "2023-07-01..2023-07-31 2023-10-16..2023-10-22"},
         {"24/12 og 31/12", "2023-12-24..2023-12-24 2023-12-31..2023-12-31"},
         {"man 16-01-2023", "2023-01-16..2023-01-16"},
         {"tirsdag d. 16/1",
          "notation.weekday 0+7: 16. januar 2023 er en mandag, ikke en tirsdag (Mente du "
          "tirsdag den 17. januar 2023 eller tirsdag den 16. januar 2024?)"},
         {"uge 7,", "notation.not-understood 5+1: forstår ikke \",\""},
         {"uge 7, bla",
          "notation.not-understood 7+3: forstår ikke \"bla\" (Her skal stå en "
          "dato som 16-01-2023, \"uge 42\" eller \"juli\")"}},
        reader(in_2023), all_iso);
    check_rows({{"juli", "2023-07-01..2023-07-31 2024-07-01..2024-07-31"},
                {"24/12", "2023-12-24..2023-12-24 2024-12-24..2024-12-24"},
                {"juli 2024", "2024-07-01..2024-07-31"}},
               reader(two_years), all_iso);
}

BOOST_AUTO_TEST_CASE(reads_hours_behind_days) {
    check_rows(
        {{"uge 10 9-12", "2023-03-06..2023-03-12 09.00-12.00"},
         {"uge 10", "2023-03-06..2023-03-12"},
         {"ons 01-02-2023 09.00-12.00", "2023-02-01..2023-02-01 09.00-12.00"},
         {"uge 10, kl. 8-12", "2023-03-06..2023-03-12 08.00-12.00"},
         {"16. januar 14-16", "2023-01-16..2023-01-16 14.00-16.00"}},
        [](std::string_view text) { return read_days_and_time(text, in_2023); },
        [](const SaidDays& said) {
            std::string text = all_iso(said.days);
            if (said.time) text += " " + to_text(*said.time, Language::danish);
            return text;
        });
}

BOOST_AUTO_TEST_CASE(reads_weekdays_and_months) {
    const auto show_days = [](const std::vector<std::chrono::weekday>& days) {
        std::string text;
        for (const auto day : days)
            text += std::string{rul::model::short_weekday_name(day, Language::danish)};
        return text;
    };
    check_rows(
        {{"man", "man"},
         {"mandage", "man"},
         {"man, tir", "mantir"},
         {"mandag og onsdag", "manons"},
         {"man-fre", "mantironstorfre"},
         {"fre-man", "frelørsønman"},
         {"man-ons, fre", "mantironsfre"},
         {"hverdage", "mantironstorfre"},
         {"weekdays", "mantironstorfre"},
         {"Monday and Wednesday", "manons"},
         {"man, man", "man"},
         {"mon - thu", "mantironstor"},
         {"mna", "notation.not-understood 0+3: forstår ikke \"mna\" (Mente du \"man\"?)"},
         {"man,", "notation.not-understood 3+1: forstår ikke \",\""}},
        [](std::string_view text) { return read_weekdays(text); }, show_days);
    const auto show_months = [](const std::vector<unsigned>& months) {
        return fmt::format("{}", fmt::join(months, ","));
    };
    check_rows(
        {{"marts", "3"},
         {"marts, august", "3,8"},
         {"marts-maj", "3,4,5"},
         {"november-januar", "11,12,1"},
         {"jan-jun, dec", "1,2,3,4,5,6,12"},
         {"March and October", "3,10"},
         {"jan, jan", "1"},
         {"mats",
          "notation.not-understood 0+4: forstår ikke \"mats\" (Mente du "
          "\"marts\"?)"}},
        [](std::string_view text) { return read_months(text); }, show_months);
    BOOST_TEST(*read_month("maj") == 5U);
    BOOST_TEST(*read_month("May") == 5U);
    BOOST_TEST(!read_month("maj juni"));
    BOOST_TEST((*read_weekday("tirsdag") == std::chrono::Tuesday));
    BOOST_TEST((*read_weekday("Thu") == std::chrono::Thursday));
    BOOST_TEST(!read_weekday("hverdage"));
}

BOOST_AUTO_TEST_CASE(reads_back_every_date_that_is_written) {
    using std::chrono::days;
    for (Date date = Date{year{2022} / 12 / 1}; date < Date{year{2025} / 2 / 1}; date += days{1}) {
        for (const auto language : {Language::danish, Language::english}) {
            for (const std::string& text :
                 {rul::model::to_words(date, language), rul::model::to_short(date, language),
                  rul::model::to_words_without_weekday(date, language), rul::model::to_iso(date),
                  rul::model::to_digits(date)}) {
                const auto read = read_date(text, {});
                BOOST_REQUIRE_MESSAGE(read && *read == date, text);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(reads_back_every_range_that_is_written) {
    using std::chrono::days;
    const Date first{year{2022} / 11 / 20};
    for (int start = 0; start < 60; start += 7) {
        for (int length = 0; length < 500; length += 13) {
            const DateRange range{first + days{start}, first + days{start + length}};
            for (const auto& text :
                 {rul::model::to_text(range), rul::model::to_words(range, Language::danish),
                  rul::model::to_words(range, Language::english)}) {
                const auto read = read_dates(text, {});
                BOOST_REQUIRE_MESSAGE(read && *read == range, text);
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
