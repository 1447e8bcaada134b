#include "tests/config/proof/reporting.hpp"

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
namespace model = rul::model;

BOOST_AUTO_TEST_SUITE(proof_of_bodies)

BOOST_AUTO_TEST_CASE(refuses_a_quorum_larger_than_the_membership) {
    BriefBuilder b{"2023"};
    b.body("SSU").chair(b.person("formand")).member(b.person("medlem"));
    b.body("SSU").member(b.person("sekretær"), model::Role::secretary).quorum(3);
    b.body("SSU").slots({"man 16-18"}).count(1);
    BOOST_TEST(
        report(b)
        == R"(plan.toml:2:1: fejl: SSU kræver, at 3 er til stede, men har kun 2 medlemmer, formanden medregnet [plan.quorum]
 2 | [body.SSU]
   | ^^^^^^^^^^
)");
}

BOOST_AUTO_TEST_CASE(notes_a_body_without_a_chair) {
    BriefBuilder b{"2023"};
    b.body("SSU").member(b.person("medlem")).slots({"man 16-18"}).count(1);
    BOOST_TEST(report(b) == R"(plan.toml:2:1: bemærk: SSU har ingen formand [plan.no-chair]
 2 | [body.SSU]
   | ^^^^^^^^^^
   = hjælp: Skriv "PERSON: formand" blandt medlemmerne
)");
}

BOOST_AUTO_TEST_CASE(refuses_a_room_too_small_for_everybody) {
    BriefBuilder b{"2023"};
    b.room(b.venue("aalborg"), "Lille sal", 2);
    b.room(b.venue("thisted"), "Byrådssalen", 3);
    for (const auto* name : {"a", "b", "c", "d"})
        b.body("SSU").chair(b.person(name));
    b.body("SSU").slots({"man 16-18 fysisk"}).count(2).venues({"aalborg", "thisted"});
    BOOST_TEST(
        report(b)
        == R"(plan.toml:10:1: fejl: SSU/1: der ventes 4, men det største lokale har 3 pladser [plan.room-too-small]
 10 | count = "2"
    | ^^^^^^^^^^^
)");
}

BOOST_AUTO_TEST_CASE(notes_physical_meetings_without_a_venue) {
    BriefBuilder b{"2023"};
    b.body("SDFU").slots({"man 14-16 teams", "tor 13.30-15.30 fysisk"}).count(9);
    BOOST_TEST(report(b)
               == R"(plan.toml:3:30: bemærk: SDFU: mødestedet mangler (fysisk) [plan.no-venue]
 3 | slots = ["man 14-16 teams", "tor 13.30-15.30 fysisk"]
   |                              ^^^^^^^^^^^^^^^^^^^^^^
   = hjælp: Skriv mødesteder under venues, eller "@ STED" i mødetiden
)");
}

BOOST_AUTO_TEST_CASE(warns_of_implausible_lengths) {
    BriefBuilder b{"2023"};
    b.body("SDFU").slots({"man 8-22 teams"}).count(1);
    b.body("FFU").slots({"tor 9-11 teams"}).count(1).fixed({"tor 02-02-2023 10.00-10.05 teams"});
    BOOST_TEST(report(b) == R"(plan.toml:3:10: advarsel: SDFU varer 14 timer [plan.length]
 3 | slots = "man 8-22 teams"
   |          ^^^^^^^^^^^^^^
   = hjælp: Et 12-12-seminar skrives seminar = true
plan.toml:8:10: advarsel: FFU/1 varer 5 minutter [plan.length]
 8 | fixed = "tor 02-02-2023 10.00-10.05 teams"
   |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
)");
}

BOOST_AUTO_TEST_CASE(says_it_all_in_english) {
    BriefBuilder b{"2023"};
    b.room(b.venue("aalborg"), "Small room", 1);
    b.body("SSU").member(b.person("anna")).member(b.person("bo")).quorum(3);
    b.body("SSU").slots({"man 8-22 fysisk @ aalborg"}).count(1);
    b.body("SDFU").slots({"tor 13.30-15.30 fysisk"}).count(2);
    BOOST_TEST(
        english(b)
        == R"(plan.toml:3:1: error: SSU requires 3 present, but has only 2 members, the chair included [plan.quorum]
 3 | [body.SSU]
   | ^^^^^^^^^^
plan.toml:3:1: note: SSU has no chair [plan.no-chair]
 3 | [body.SSU]
   | ^^^^^^^^^^
   = help: Write "PERSON: chair" among the members
plan.toml:6:10: warning: SSU takes 14 hours [plan.length]
 6 | slots = "man 8-22 fysisk @ aalborg"
   |          ^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: A noon-to-noon seminar is written seminar = true
plan.toml:7:1: error: SSU/1: 2 are expected, but the largest room seats 1 [plan.room-too-small]
 7 | count = "1"
   | ^^^^^^^^^^^
plan.toml:9:10: note: SDFU: the venue is missing (physical) [plan.no-venue]
 9 | slots = "tor 13.30-15.30 fysisk"
   |          ^^^^^^^^^^^^^^^^^^^^^^
   = help: Write venues, or "@ VENUE" in the slot
)");
}

BOOST_AUTO_TEST_SUITE_END()
