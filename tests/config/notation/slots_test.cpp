#include "config/notation/slots.hpp"

#include "tests/config/notation/reading.hpp"

using namespace rul::config;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Language;
using rul::model::Date;
using std::chrono::year;

namespace {

const Period in_2023 = rul::model::DateRange{Date{year{2023} / 1 / 1}, Date{year{2023} / 12 / 31}};

std::string venue_text(const std::optional<SaidVenue>& venue) {
    return venue ? fmt::format(" @{}[{}+{}]", venue->key, venue->offset, venue->width) : "";
}

// "nth[weekdays]months time mode @venue cost"
std::string show_slot(const SaidSlot& said) {
    std::string text;
    for (const int nth : said.slot.nth)
        text += fmt::format("{}.", nth);
    for (const auto day : said.slot.weekdays)
        text += rul::model::short_weekday_name(day, Language::danish);
    if (!said.slot.months.empty()) text += fmt::format("/{}", fmt::join(said.slot.months, ","));
    if (said.slot.time) text += " " + to_text(*said.slot.time, Language::danish);
    if (said.slot.mode) text += " " + std::string{to_text(*said.slot.mode, Language::danish)};
    text += venue_text(said.venue);
    if (said.slot.cost != 0) text += fmt::format(" ({})", said.slot.cost);
    return text;
}

std::string show_appointment(const SaidAppointment& said) {
    std::string text = rul::model::to_iso(said.appointment.date);
    if (said.appointment.time) text += " " + to_text(*said.appointment.time, Language::danish);
    if (said.appointment.mode)
        text += " " + std::string{to_text(*said.appointment.mode, Language::danish)};
    return text + venue_text(said.venue);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(slots)

BOOST_AUTO_TEST_CASE(reads_slots) {
    check_rows({{"man 14.00-16.00 teams", "man 14.00-16.00 teams"},
                {"mon 14:00-16:00 teams", "man 14.00-16.00 teams"},
                {"mandage kl. 14-16 på teams", "man 14.00-16.00 teams"},
                {"man-fre 08.00-16.00", "mantironstorfre 08.00-16.00"},
                {"man-tor 14-16", "mantironstor 14.00-16.00"},
                {"man, tir 9-11 fysisk", "mantir 09.00-11.00 fysisk"},
                {"mandag og onsdag 9-11", "manons 09.00-11.00"},
                {"hverdage 9-15", "mantironstorfre 09.00-15.00"},
                {"alle hverdage 9-15", "mantironstorfre 09.00-15.00"},
                {"2. tirsdag 9-12", "2.tir 09.00-12.00"},
                {"2. tirsdag i måneden 9-12", "2.tir 09.00-12.00"},
                {"1. og 3. tirsdag 9-12", "1.3.tir 09.00-12.00"},
                {"1., 3. tirsdag", "1.3.tir"},
                {"2nd Tuesday 9-12", "2.tir 09.00-12.00"},
                {"2nd Tuesday of the month 9-12", "2.tir 09.00-12.00"},
                {"anden tirsdag 9-12", "2.tir 09.00-12.00"},
                {"2. og sidste mandag", "2.-1.man"},
                {"sidste fre 9-11 fysisk", "-1.fre 09.00-11.00 fysisk"},
                {"sidste mandag i marts, august 17.30-20.00", "-1.man/3,8 17.30-20.00"},
                {"last Monday in March and August 17:30-20:00", "-1.man/3,8 17.30-20.00"},
                {"man i marts-maj 9-11", "man/3,4,5 09.00-11.00"},
                {"3. mandag", "3.man"},
                {"tirsdag", "tir"},
                {"14-16", " 14.00-16.00"},
                {"14.00-16.00 teams", " 14.00-16.00 teams"},
                {"man 14-16 teams (5 point)", "man 14.00-16.00 teams (5)"},
                {"man 14-16 (5)", "man 14.00-16.00 (5)"},
                {"man 14-16 (teams)", "man 14.00-16.00 teams"},
                {"man 14-16 (teams) (5 points)", "man 14.00-16.00 teams (5)"},
                {"man (5 point)", "man (5)"},
                {"tor 9-11 fysisk @ aalborg", "tor 09.00-11.00 fysisk @aalborg[18+7]"},
                {"tor 9-11 fysisk @aalborg-raadhus (3 point)",
                 "tor 09.00-11.00 fysisk @aalborg-raadhus[17+15] (3)"},
                {"tor 9-11 @ Ørsted Hus", "tor 09.00-11.00 @Ørsted Hus[11+10]"},
                {"lør 10-12", "lør 10.00-12.00"},
                {"tor 12-12 fysisk", "tor 12-12 fysisk"},
                {"hver mandag 9-11", "man 09.00-11.00"},
                {"man, 9-11, teams", "man 09.00-11.00 teams"},
                {"ons 10-14 hybrid", "ons 10.00-14.00 hybrid"},
                {"fre 9-11 in person", "fre 09.00-11.00 fysisk"}},
               read_slot, show_slot);
}

BOOST_AUTO_TEST_CASE(says_what_is_wrong_with_a_slot) {
    check_rows(
        {{"mna 14-16", "notation.not-understood 0+3: forstår ikke \"mna\" (Mente du \"man\"?)"},
         {"man 16-14",
          "notation.backwards 4+5: mødet slutter, før det begynder (Mente du 14.00-16.00?)"},
         {"man 14-16 temas",
          "notation.not-understood 10+5: forstår ikke \"temas\" (Mente du \"teams\"?)"},
         {"man 14-16 zoom",
          "notation.not-understood 10+4: forstår ikke \"zoom\" (Her skal stå \"teams\", \"fysisk\" "
          "eller "
          "\"hybrid\")"},
         {"man 14-16 teams lokale 2", "notation.not-understood 16+8: forstår ikke \"lokale 2\""},
         {"6. mandag",
          "notation.nth 0+1: en måned har ingen 6. mandag eller anden ugedag (Skriv 1. til 5. "
          "eller \"sidste\")"},
         {"hver 2. mandag",
          "notation.every-other 0+6: \"hver anden uge\" er en afstand, ikke en mødetid (Skriv "
          "afstanden for sig: gap = \"ideal 2 uger\")"},
         {"2. marts",
          "notation.not-understood 3+5: forstår ikke \"marts\" (Her skal stå en ugedag)"},
         {"man i mats 9-11",
          "notation.not-understood 6+4: forstår ikke \"mats\" (Mente du \"marts\"?)"},
         {"teams", "notation.incomplete 0+5: en mødetid har en ugedag eller et klokkeslæt"},
         {"man 14-16 teams (5 point", "notation.incomplete 24+1: her mangler en slutparentes"},
         {"man 14-16 (dyr)",
          "notation.not-understood 11+3: forstår ikke \"dyr\" (Her skal stå et antal point)"},
         {"man 14-16 @", "notation.incomplete 11+1: her mangler et mødested"},
         {"man 14", "notation.incomplete 6+1: her mangler et sluttidspunkt som i 14.00-16.00"},
         {"", "notation.empty 0+1: her mangler en værdi"}},
        read_slot, show_slot);
}

BOOST_AUTO_TEST_CASE(keeps_a_slot_as_it_was_written) {
    BOOST_TEST(read_slot("Man 14-16 TEAMS")->slot.text == "Man 14-16 TEAMS");
}

BOOST_AUTO_TEST_CASE(reads_appointments) {
    check_rows(
        {{"man 16-01-2023 14.00-16.00 teams", "2023-01-16 14.00-16.00 teams"},
         {"man 16-01-2023 14.00-16.00", "2023-01-16 14.00-16.00"},
         {"man 16-01-2023", "2023-01-16"},
         {"16. januar 14-16", "2023-01-16 14.00-16.00"},
         {"16. januar kl. 14-16 (teams)", "2023-01-16 14.00-16.00 teams"},
         {"16/1 14-16", "2023-01-16 14.00-16.00"},
         {"16.1. 14-16", "2023-01-16 14.00-16.00"},
         {"16-01 14-16", "2023-01-16 14.00-16.00"},
         {"16. januar 2023, kl. 14:00-16:00, fysisk", "2023-01-16 14.00-16.00 fysisk"},
         {"mandag den 16. januar 2023 fra 14 til 16", "2023-01-16 14.00-16.00"},
         {"man 16-01-2023 teams", "2023-01-16 teams"},
         {"tor 04-05-2023 12-12 fysisk @ skagen", "2023-05-04 12-12 fysisk @skagen[30+6]"},
         {"fre 06-01-2023 09.00-15.00 fysisk @ aalborg",
          "2023-01-06 09.00-15.00 fysisk @aalborg[36+7]"},
         {"Monday 16 January 2023 14:00-16:00 teams", "2023-01-16 14.00-16.00 teams"},
         {"fre 16-01-2023 14-16",
          "notation.weekday 0+3: 16. januar 2023 er en mandag, ikke en fredag (Mente du fredag den "
          "13. januar 2023?)"},
         {"man 16-01-2023 16-14",
          "notation.backwards 15+5: mødet slutter, før det begynder (Mente du 14.00-16.00?)"},
         {"man 16-01-2023 14-16 temas",
          "notation.not-understood 21+5: forstår ikke \"temas\" (Mente du \"teams\"?)"},
         {"14-16 teams", "notation.no-such-date 0+5: der er ingen 16. måned"}},
        [](std::string_view text) { return read_appointment(text, in_2023); }, show_appointment);
}

BOOST_AUTO_TEST_CASE(reads_modes) {
    check_rows(
        {{"teams", "teams"},
         {"Teams", "teams"},
         {"virtuelt", "teams"},
         {"online", "teams"},
         {"fysisk", "fysisk"},
         {"fysiske", "fysisk"},
         {"physical", "fysisk"},
         {"in person", "fysisk"},
         {"in-person", "fysisk"},
         {"hybrid", "hybrid"},
         {"fyssik", "notation.not-understood 0+6: forstår ikke \"fyssik\" (Mente du \"fysisk\"?)"},
         {"telefon",
          "notation.not-understood 0+7: forstår ikke \"telefon\" (Her skal stå \"teams\", "
          "\"fysisk\" eller \"hybrid\")"}},
        read_mode,
        [](rul::model::Mode mode) { return std::string{to_text(mode, Language::danish)}; });
}

BOOST_AUTO_TEST_SUITE_END()
