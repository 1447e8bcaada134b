#include "base/layout.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::base;  // NOLINT(google-build-using-namespace): tests only

BOOST_AUTO_TEST_SUITE(layout)

BOOST_AUTO_TEST_CASE(pads_by_columns_not_bytes) {
    BOOST_TEST(padded_right("sø", 4) == "sø  ");
    BOOST_TEST(padded_left("sø", 4) == "  sø");
    BOOST_TEST(padded_left("for langt", 3) == "for langt");
}

BOOST_AUTO_TEST_CASE(breaks_lines_at_blanks) {
    const std::vector<std::string> expected{"mødet er", "flyttet"};
    BOOST_TEST(wrapped("mødet er flyttet", 10) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(keeps_the_newlines_of_the_text) {
    const std::vector<std::string> expected{"a", "", "b"};
    BOOST_TEST(wrapped("a\n\nb", 10) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(breaks_words_wider_than_a_line) {
    const std::vector<std::string> expected{"så", "ååå", "å"};
    BOOST_TEST(wrapped("så åååå", 3) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_empty_text_is_one_empty_line) {
    const std::vector<std::string> expected{""};
    BOOST_TEST(wrapped("", 3) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(shortens_with_an_ellipsis_only_what_does_not_fit) {
    BOOST_TEST(shortened("møder", 5) == "møder");
    BOOST_TEST(shortened("møderne", 5) == "møde…");
}

BOOST_AUTO_TEST_SUITE_END()
