#include "base/utf8.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace rul::base;  // NOLINT(google-build-using-namespace): tests only

BOOST_AUTO_TEST_SUITE(utf8)

BOOST_AUTO_TEST_CASE(what_a_danish_spreadsheet_saves_becomes_utf8) {
    const std::string saved =
        "R\xe5"
        "dhus \x96 \x80 5 \x81";
    BOOST_TEST(is_windows_1252(saved));
    BOOST_TEST(from_windows_1252(saved) == "Rådhus – € 5 \ufffd");
}

BOOST_AUTO_TEST_CASE(utf8_that_is_broken_and_utf16_are_not_taken_for_windows_1252) {
    BOOST_TEST(!is_windows_1252("Rådhus"));
    BOOST_TEST(!is_windows_1252("Rådhus, L\xf8kken"));  // UTF-8 first, so not the other
    BOOST_TEST(
        !is_windows_1252(std::string{"\xff\xfe"
                                     "d\0a\0",
                                     6}));
}

BOOST_AUTO_TEST_CASE(control_characters_are_those_a_terminal_obeys) {
    for (const std::string text : {"\x01", "\x1b", "\n", "\t", "\x7f", "\xc2\x80", "\xc2\x9b"})
        BOOST_TEST(is_control(text, 0));
    for (const std::string text : {" ", "~", "\xc2\xa0", "ø", "…", "\x9b", "\xff"})
        BOOST_TEST(!is_control(text, 0));
}

BOOST_AUTO_TEST_SUITE_END()
