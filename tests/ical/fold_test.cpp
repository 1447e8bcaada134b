#include "ical/fold.hpp"

#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>

namespace rul::ical {

namespace {

std::string unfolded(std::string text) {
    for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at))
        text.erase(at, 3);
    return text.substr(0, text.size() - 2);
}

BOOST_AUTO_TEST_SUITE(fold_suite)

BOOST_AUTO_TEST_CASE(leaves_75_octets_on_one_line_and_folds_76) {
    const std::string fits = "SUMMARY:" + std::string(67, 'a');
    BOOST_TEST(folded(fits) == fits + "\r\n");
    BOOST_TEST(folded(fits + "b") == fits + "\r\n b\r\n");
}

BOOST_AUTO_TEST_CASE(never_breaks_inside_a_character) {
    const std::string line = "SUMMARY:" + std::string(66, 'a') + "ø";
    BOOST_TEST(folded(line) == "SUMMARY:" + std::string(66, 'a') + "\r\n ø\r\n");
}

BOOST_AUTO_TEST_CASE(never_breaks_inside_an_escape) {
    const std::string line = "SUMMARY:" + std::string(66, 'a') + "\\nb";
    BOOST_TEST(folded(line) == "SUMMARY:" + std::string(66, 'a') + "\r\n \\nb\r\n");
}

BOOST_AUTO_TEST_CASE(never_ends_a_line_in_a_blank_and_never_starts_one_with_it) {
    const std::string line = "SUMMARY:" + std::string(65, 'a') + "   bcd";
    BOOST_TEST(folded(line) == "SUMMARY:" + std::string(64, 'a') + "\r\n a   bcd\r\n");
}

BOOST_AUTO_TEST_CASE(never_breaks_right_after_the_colon_before_the_value) {
    const std::string head = "X-NAME;P=" + std::string(65, 'p') + ":";
    BOOST_TEST(folded(head + "https").substr(0, 78)
               == "X-NAME;P=" + std::string(65, 'p') + "\r\n :");
}

BOOST_AUTO_TEST_CASE(keeps_every_character_of_any_text) {
    constexpr std::array<const char*, 10> pieces{"a",   " ", "ø",   "\\n",    "\\\\",
                                                 "\\,", "📅", "ord", "   hej", ":\""};
    testing::for_each_seed([&](base::Random& random) {
        std::string line = "DESCRIPTION:x";
        for (int i = random.between(0, 200); i > 0; --i)
            line += pieces.at(static_cast<std::size_t>(random.between(0, 9)));
        line += "x";
        BOOST_TEST(unfolded(folded(line)) == line);
    });
}

BOOST_AUTO_TEST_CASE(tidies_line_ends_controls_and_blanks) {
    BOOST_TEST(tidied("en \r\nto\rtre\x01\t\nfire  \n\n") == "en\nto\ntre\nfire");
    BOOST_TEST(tidied("a" + std::string(100, ' ') + "b") == "a" + std::string(40, ' ') + "b");
    BOOST_TEST(tidied(" \r\n \t").empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

}  // namespace rul::ical
