#include "tests/config/proof/reporting.hpp"

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
namespace model = rul::model;

BOOST_AUTO_TEST_SUITE(proof_of_plans)

BOOST_AUTO_TEST_CASE(finds_nothing_in_a_sound_plan) {
    BriefBuilder b{"2023"};
    const auto anna = b.person("direktoer-thisted", "Thisted");
    b.room(b.venue("aalborg", "Aalborg"), "Sal", 30);
    b.block({"uge 7", "uge 8", "uge 28-31", "uge 42"}, "skoleferie");
    b.body("SDFU").chair(anna).slots({"man 14.00-16.00 teams", "tor 13.30-15.30 fysisk"}).count(9);
    b.body("SDFU").venues({"aalborg"}).gap("3-9 uger").mix("4-5 teams, 4-5 fysisk");
    b.body("SDFU").meeting(1).at("man 16-01-2023 14.00-16.00 teams");
    b.body("FFU").chair(anna).slots({"fre 09.00-11.00 teams"}).count(5);
    b.body("SSF").chair(anna).slots({"man 13.00-16.00 teams"}).count(4);
    b.needs("SSF", "FFU 28-49 dage før");
    b.rule(model::Spread{.meetings = b.group("SDFU"), .least = 1, .most = 3}, model::must,
           "spread");
    BOOST_TEST(report(b).empty());
}

BOOST_AUTO_TEST_SUITE_END()
