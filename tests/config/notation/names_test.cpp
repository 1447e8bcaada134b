#include "config/notation/names.hpp"

#include "config/notation/read.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::config;  // NOLINT(google-build-using-namespace): tests only

BOOST_AUTO_TEST_SUITE(names)

BOOST_AUTO_TEST_CASE(folds_danish_letters_too) {
    BOOST_TEST(fold("ØU og ÆBLE på ÅEN") == "øu og æble på åen");
    BOOST_TEST(fold("ÉÖÜ×") == "éöü×");
    BOOST_TEST(fold("\xc3") == "\xc3");
    BOOST_TEST(is_same_name("ØU", "øu"));
    BOOST_TEST(!is_same_name("ØU", "OU"));
}

BOOST_AUTO_TEST_CASE(finds_the_name_that_was_meant) {
    const std::vector<std::string> bodies{
        "SDFU", "FFU", "SSF", "SSU", "KKR", "Økonomiudvalget", "SSF-formøde"};
    const auto near = [&](std::string_view wrong) {
        return nearest_name(wrong, bodies).value_or("-");
    };
    BOOST_TEST(near("sdfu") == "SDFU");
    BOOST_TEST(near("SDUF") == "SDFU");
    BOOST_TEST(near("SDF") == "SDFU");
    BOOST_TEST(near("FU") == "FFU");
    BOOST_TEST(near("KRK") == "KKR");
    BOOST_TEST(near("økonomiudvalg") == "Økonomiudvalget");
    BOOST_TEST(near("ØKONOMIUDVAGLET") == "Økonomiudvalget");
    BOOST_TEST(near("Okonomiudvalget") == "Økonomiudvalget");
    BOOST_TEST(near("SSF-formode") == "SSF-formøde");
    BOOST_TEST(near("SSX") == "SSF");  // the first of two equally near ones
    BOOST_TEST(near("ssu") == "SSU");  // an exact one, case aside, wins
}

BOOST_AUTO_TEST_CASE(says_nothing_when_nothing_is_near) {
    const std::vector<std::string> bodies{"SDFU", "FFU", "KKR"};
    BOOST_TEST(!nearest_name("Byråd", bodies));
    BOOST_TEST(!nearest_name("XYZ", bodies));
    BOOST_TEST(!nearest_name("KR", {"AB"}));
    BOOST_TEST(!nearest_name("", bodies));
    BOOST_TEST(!nearest_name("FFU", {}));
    BOOST_TEST(!nearest_name(std::string(100'000, 'x'), bodies));
}

BOOST_AUTO_TEST_CASE(places_a_problem_behind_the_quote_of_its_text) {
    const Problem problem{.code = "notation.weekday",
                          .message = rul::base::same("m"),
                          .help = rul::base::same("h"),
                          .offset = 4,
                          .width = 3};
    const auto diagnostic = to_diagnostic(problem, {"plan.toml", 7, 10, 1, "fixed = ["});
    BOOST_TEST(diagnostic.where.line == 7);
    BOOST_TEST(diagnostic.where.column == 14);
    BOOST_TEST(diagnostic.where.width == 3);
    BOOST_TEST(diagnostic.code == "notation.weekday");
    BOOST_TEST((diagnostic.severity == rul::base::Diagnostic::Severity::error));
}

BOOST_AUTO_TEST_SUITE_END()
