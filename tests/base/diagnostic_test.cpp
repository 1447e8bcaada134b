#include "base/diagnostic.hpp"

#include <boost/test/unit_test.hpp>

#include <sstream>

using namespace rul::base;  // NOLINT(google-build-using-namespace): tests only

BOOST_AUTO_TEST_SUITE(diagnostic)

Diagnostic unknown_body() {
    return {.code = "config.unknown-body",
            .message = both(R"(ukendt organ "økonomi")", R"(unknown body "økonomi")"),
            .where = {"rul.toml", 14, 8, 9, R"(body = "økonomi")"},
            .label = both("intet organ hedder sådan", "no body has this name"),
            .help = both(R"(mente du "Økonomi"?)", R"(did you mean "Økonomi"?)")};
}

BOOST_AUTO_TEST_CASE(shows_the_line_an_underline_and_the_help) {
    std::ostringstream out;
    render(out, unknown_body(), Language::english);
    BOOST_TEST(out.str() == R"(rul.toml:14:8: error: unknown body "økonomi" [config.unknown-body]
 14 | body = "økonomi"
    |        ^^^^^^^^^ no body has this name
    = help: did you mean "Økonomi"?
)");
}

BOOST_AUTO_TEST_CASE(speaks_danish_to_danes) {
    std::ostringstream out;
    render(out, unknown_body(), Language::danish);
    BOOST_TEST(out.str() == R"(rul.toml:14:8: fejl: ukendt organ "økonomi" [config.unknown-body]
 14 | body = "økonomi"
    |        ^^^^^^^^^ intet organ hedder sådan
    = hjælp: mente du "Økonomi"?
)");
}

BOOST_AUTO_TEST_CASE(keeps_tabs_before_the_underline_so_that_the_columns_meet) {
    std::ostringstream out;
    render(out, {.code = "c", .message = same("m"), .where = {"f", 1, 2, 1, "\tx"}},
           Language::english);
    BOOST_TEST(out.str() == "f:1:2: error: m [c]\n 1 | \tx\n   | \t^\n");
}

BOOST_AUTO_TEST_CASE(warnings_are_not_errors) {
    Diagnostics found;
    found.add({.severity = Diagnostic::Severity::warning, .code = "c", .message = same("m")});
    BOOST_TEST(!found.has_errors());
    found.add({.code = "c", .message = same("m")});
    BOOST_TEST(found.error_count() == 1U);
}

BOOST_AUTO_TEST_CASE(sorts_by_place_and_keeps_the_order_found_within_one) {
    Diagnostics found;
    found.add({.code = "second", .message = same("m"), .where = {"f", 2, 1}});
    found.add({.code = "first", .message = same("m"), .where = {"f", 1, 9}});
    found.add({.code = "third", .message = same("m"), .where = {"f", 2, 1}});
    found.sort();
    BOOST_TEST(found.all()[0].code == "first");
    BOOST_TEST(found.all()[1].code == "second");
    BOOST_TEST(found.all()[2].code == "third");
}

BOOST_AUTO_TEST_SUITE_END()
