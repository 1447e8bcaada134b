#include "desk/saved_calendar.hpp"

#include "tests/documents/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only

namespace {

desk::SavedCalendar saved_of(const tests::World& world) {
    return {world.plan, planner::Status::optimal, 37, 37, "0123456789abcdef"};
}

std::optional<desk::SavedCalendar> read(const std::string& json, const model::Brief& brief,
                                        base::Diagnostics& diagnostics) {
    return desk::read_saved_calendar(json, brief, "rul.calendar.json", diagnostics);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(saved_calendar)

BOOST_AUTO_TEST_CASE(reads_back_what_was_kept) {
    const tests::World w;
    base::Diagnostics problems;
    const auto back = read(desk::to_json(saved_of(w), w.brief), w.brief, problems);
    BOOST_REQUIRE(back.has_value());
    BOOST_TEST((back->plan.placements == w.plan.placements));
    BOOST_TEST((back->status == planner::Status::optimal));
    BOOST_TEST(back->cost == 37);
    BOOST_TEST(back->bound == 37);
    BOOST_TEST(back->fingerprint == "0123456789abcdef");
}

BOOST_AUTO_TEST_CASE(follows_names_when_the_plan_file_has_changed) {
    const tests::World before;
    tests::World after;
    std::swap(after.brief.meetings[0], after.brief.meetings[2]);
    after.brief.meetings[1].key = "SDFU/new";
    base::Diagnostics problems;
    const auto back = read(desk::to_json(saved_of(before), before.brief), after.brief, problems);
    BOOST_REQUIRE(back.has_value());
    BOOST_TEST((back->plan.placements[0] == before.plan.placements[2]));
    BOOST_TEST(!back->plan.placements[1].has_value());
    BOOST_TEST((back->plan.placements[2] == before.plan.placements[0]));
}

BOOST_AUTO_TEST_CASE(refuses_what_no_calendar_is_and_says_where) {
    const tests::World w;
    const std::string whole = desk::to_json(saved_of(w), w.brief);
    const auto with = [&whole](const std::string& old, const std::string& instead) {
        std::string text = whole;
        text.replace(text.find(old), old.size(), instead);
        return text;
    };
    for (const std::string& broken :
         {std::string{}, std::string{"[]"}, whole.substr(0, whole.size() / 2),
          with("rul calendar 1", "rul calendar 9"), with("2023-01-16", "2023-02-30"),
          with("2023-01-16", "9999-01-16"), with("840", "84000"), with("840", "\"840\""),
          with("\"optimal\"", "\"splendid\"")}) {
        base::Diagnostics problems;
        BOOST_TEST(!read(broken, w.brief, problems).has_value(), broken);
        BOOST_REQUIRE(problems.error_count() == 1U);
        BOOST_TEST(problems.all().front().where.file == "rul.calendar.json");
        BOOST_TEST(problems.all().front().code == "desk.saved-calendar");
    }
}

BOOST_AUTO_TEST_CASE(lies_beside_the_plan_file_under_its_name) {
    BOOST_TEST(desk::beside("år/2023.toml", "calendar") == "år/2023.calendar.json");
    BOOST_TEST(desk::beside("rul.toml", "identities") == "rul.identities.json");
}

BOOST_AUTO_TEST_SUITE_END()
