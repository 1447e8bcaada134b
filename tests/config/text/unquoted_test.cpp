#include "config/text/unquoted.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace rul::config {

namespace {

// What stands from the letter found on; "-": none was.
std::string found(const std::string& toml) {
    const auto at = find_unquoted_letter(toml);
    return at ? toml.substr(*at) : "-";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(unquoted)

BOOST_AUTO_TEST_CASE(a_letter_outside_quotes_is_found_where_it_stands) {
    BOOST_TEST(found("x = 1\n[body.ØU]\n") == "ØU]\n");
    BOOST_TEST(found("x = 1\né") == "é");
    BOOST_TEST(found("x = \"a\" æ") == "æ");
    BOOST_TEST(found("x = ぁ") == "ぁ");
}

BOOST_AUTO_TEST_CASE(strings_and_remarks_may_hold_any_letter) {
    BOOST_TEST(found("x = \"æ\" # ø\ny = 'å' # \" ø\n") == "-");
    BOOST_TEST(found("x = \"\\\"æ\"\n") == "-");
    BOOST_TEST(found("x = 'c:\\' # æ\n") == "-");
    BOOST_TEST(found("x = \"\"\"æ\n\"ø\" å\"\"\"\ny = '''æ\n'ø' å'''") == "-");
}

BOOST_AUTO_TEST_CASE(a_long_string_ends_where_it_ends) {
    BOOST_TEST(found("x = \"\"\"a\n\"\"\" æ") == "æ");
    BOOST_TEST(found("x = \"\" æ") == "æ");
}

BOOST_AUTO_TEST_CASE(behind_a_string_that_does_not_end_nothing_is_found) {
    BOOST_TEST(found("x = \"a\nø = 1") == "-");
    BOOST_TEST(found("x = '''a\nø = 1") == "-");
    BOOST_TEST(found("x = \"a\\") == "-");
}

BOOST_AUTO_TEST_CASE(what_the_parser_tells_of_by_itself_is_left_to_it) {
    BOOST_TEST(found("x = “a”") == "-");
    BOOST_TEST(found("x =\u00a01\u3000") == "-");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace rul::config
