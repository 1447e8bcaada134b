#include "documents/table.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::documents;  // NOLINT(google-build-using-namespace): tests only

BOOST_AUTO_TEST_SUITE(table)

BOOST_AUTO_TEST_CASE(aligns_by_display_width_and_ends_no_line_with_blanks) {
    Table table{{{"Organ"}, {"Uge", Align::right}, {"Sted"}}};
    table.add_row({"ØU", "3", "Teams"});
    table.add_row({"SDFU", "10", ""});
    BOOST_TEST(table.render({}) == "Organ  Uge  Sted\n"
                                   "ØU       3  Teams\n"
                                   "SDFU    10\n");
}

BOOST_AUTO_TEST_CASE(leaves_out_a_column_nobody_filled) {
    Table table{{{"A"}, {"B"}, {"C"}}};
    table.add_row({"1", "", "3"});
    BOOST_TEST(table.render({}) == "A  C\n1  3\n");
}

BOOST_AUTO_TEST_CASE(wraps_the_column_that_gives_way_and_no_other) {
    Table table{{{"Key"}, {"Text", Align::left, true}}};
    table.add_row({"long-key-that-stays", "en regel med mange ord i"});
    BOOST_TEST(table.render({.width = 36}) == "Key                  Text\n"
                                              "long-key-that-stays  en regel med\n"
                                              "                     mange ord i\n");
}

BOOST_AUTO_TEST_CASE(never_wraps_in_a_pipe) {
    Table table{{{"Text", Align::left, true}}};
    table.add_row({std::string(500, 'x')});
    BOOST_TEST(table.render({}) == "Text\n" + std::string(500, 'x') + "\n");
}

BOOST_AUTO_TEST_CASE(colours_whole_lines_only_when_asked) {
    Table table{{{"A"}}};
    table.add_row({"x"}, Style::faint);
    BOOST_TEST(table.render({.colour = true}) == "\x1b[1mA\x1b[0m\n\x1b[2mx\x1b[0m\n");
}

BOOST_AUTO_TEST_SUITE_END()
