#include "base/utf8.hpp"
#include "config/notation/dates.hpp"
#include "config/notation/distances.hpp"
#include "config/notation/names.hpp"
#include "config/notation/slots.hpp"
#include "config/notation/times.hpp"
#include "tests/config/notation/reading.hpp"
#include "tests/support/seeds.hpp"

using namespace rul::config;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::model::Date;

namespace {

const Period in_2023 = rul::model::DateRange{Date{std::chrono::year{2023} / 1 / 1},
                                             Date{std::chrono::year{2023} / 12 / 31}};

// The problem, if there is one, lies within the text, and says something in both languages.
template <class T>
void check_sanity(std::string_view text, const Read<T>& read) {
    if (read) return;
    const Problem& p = read.problem;
    BOOST_TEST(!p.code.empty());
    BOOST_TEST(!p.message.danish.empty());
    BOOST_TEST(!p.message.english.empty());
    BOOST_TEST(p.width >= 1U);
    BOOST_TEST(p.offset + p.width <= rul::base::length(text) + 1, text);
}

void read_with_everything(std::string_view text) {
    check_sanity(text, read_date(text, in_2023));
    check_sanity(text, read_date(text, {}));
    check_sanity(text, read_dates(text, in_2023));
    check_sanity(text, read_all_dates(text, in_2023));
    check_sanity(text, read_days_and_time(text, in_2023));
    check_sanity(text, read_weekdays(text));
    check_sanity(text, read_months(text));
    check_sanity(text, read_time(text));
    check_sanity(text, read_time_range(text));
    check_sanity(text, read_length(text));
    check_sanity(text, read_distance(text));
    check_sanity(text, read_offset(text));
    check_sanity(text, read_count(text));
    check_sanity(text, read_mix(text));
    check_sanity(text, read_needs(text));
    check_sanity(text, read_strength(text));
    check_sanity(text, read_slot(text));
    check_sanity(text, read_appointment(text, in_2023));
    check_sanity(text, read_mode(text));
}

const std::vector<std::string_view> pieces{
    "man",  "tirsdag", "16",     "1",     "2023",  "7",     "0",    "99999999999", ".",
    "..",   "-",       "/",      ":",     ",",     " ",     " ",    "(",           ")",
    "@",    "uge",     "dage",   "før",   "teams", "juli",  "kl.",  "mindst",      "sidste",
    "hver", "i",       "point",  "14.00", "\xc3",  "\xff",  "\xe2", "\u2013",      "ø",
    "FFU",  "kvartal", "ultimo", "og",    "til",   "ideal", "den",  "2024-01-01",  "\n"};

}  // namespace

BOOST_AUTO_TEST_SUITE(bytes)

BOOST_AUTO_TEST_CASE(no_mixture_of_words_and_marks_confuses_a_reader) {
    for_each_seed([](Random& random) {
        std::string text;
        const int count = random.between(0, 12);
        for (int k = 0; k < count; ++k)
            text += pieces[static_cast<std::size_t>(
                random.between(0, static_cast<int>(pieces.size()) - 1))];
        read_with_everything(text);
    });
}

BOOST_AUTO_TEST_CASE(no_bytes_confuse_a_reader) {
    for_each_seed([](Random& random) {
        std::string text;
        const int count = random.between(0, 40);
        for (int k = 0; k < count; ++k)
            text += static_cast<char>(random.between(-128, 127));
        read_with_everything(text);
    });
}

BOOST_AUTO_TEST_CASE(refuses_what_is_longer_than_any_value) {
    for (const std::string& text :
         {std::string(100'000, '1'), std::string(100'000, 'x'), std::string(100'000, '-'),
          std::string(max_value_length, ' ') + "16-01-2023"}) {
        const auto read = read_date(text, in_2023);
        BOOST_REQUIRE(!read);
        BOOST_TEST(read.problem.code == "notation.too-long");
        read_with_everything(text);
    }
    // Cut at the limit this would be a whole date.
    const auto cut = read_date(std::string(max_value_length - 10, ' ') + "16-01-2023x", in_2023);
    BOOST_TEST(cut.problem.code == "notation.too-long");
}

BOOST_AUTO_TEST_CASE(counts_the_place_in_characters) {
    const auto read = read_date("lørdag d. 21/1 æøå!", in_2023);
    BOOST_TEST(shown(read.problem) == "notation.not-understood 15+4: forstår ikke \"æøå!\"");
}

BOOST_AUTO_TEST_SUITE_END()
