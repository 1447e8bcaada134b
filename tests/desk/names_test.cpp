#include "desk/desk.hpp"
#include "tests/documents/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only

BOOST_AUTO_TEST_SUITE(names)

BOOST_AUTO_TEST_CASE(bodies_and_persons_go_by_key_or_name_case_aside) {
    const tests::World w;
    base::Diagnostics problems;
    const auto filter =
        desk::find_filter(w.brief, "sdfu", "direktør, thisted kommune", "", problems);
    BOOST_REQUIRE(filter.has_value());
    BOOST_TEST((filter->body == model::BodyId{0U}));
    BOOST_TEST((filter->person == model::PersonId{1U}));
}

BOOST_AUTO_TEST_CASE(months_are_understood_in_every_way_people_write_them) {
    const tests::World w;
    for (const char* said :
         {"3", "03", "marts", "mar", "March", "2023-03", "03-2023", "marts 2023"}) {
        base::Diagnostics problems;
        const auto filter = desk::find_filter(w.brief, "", "", said, problems);
        BOOST_REQUIRE_MESSAGE(filter.has_value(), said);
        BOOST_TEST((filter->month == std::chrono::March), said);
    }
}

BOOST_AUTO_TEST_CASE(every_name_that_is_not_there_is_told_of_with_the_nearest) {
    const tests::World w;
    base::Diagnostics problems;
    BOOST_TEST(!desk::find_filter(w.brief, "SDFO", "formnd", "13", problems).has_value());
    BOOST_REQUIRE(problems.all().size() == 3U);
    BOOST_TEST(problems.all()[0].help.english == "did you mean \"SDFU\"?");
    BOOST_TEST(problems.all()[1].help.danish == "mente du \"formand\"?");
    BOOST_TEST(problems.all()[2].message.danish == "\"13\" er ikke en måned");
}

BOOST_AUTO_TEST_SUITE_END()
