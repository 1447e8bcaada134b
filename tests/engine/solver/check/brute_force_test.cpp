#include "engine/solver/check/brute_force.hpp"

#include "engine/solver/check/assignments.hpp"
#include "engine/solver/constraints/linear_at_most.hpp"

#include <boost/test/unit_test.hpp>

#include <utility>
#include <vector>

using namespace rul::solver;  // NOLINT(google-build-using-namespace): tests only

BOOST_AUTO_TEST_SUITE(brute_force)

BOOST_AUTO_TEST_CASE(finds_the_first_cheapest_of_all_solutions) {
    Problem p;
    const IntVar x = p.new_var(0, 2), y = p.new_var(-1, 1);
    p.post<LinearAtMost>(std::vector<std::pair<Value, IntVar>>{{1, x}, {1, y}}, 1);
    p.require(differs(y, 0));
    p.add_cost(x, {5, 3, 3});
    p.add_linear_cost(y, 1);

    const auto found = check::brute_force(p);
    BOOST_TEST(found.solutions == 4);  // y = -1 with each x, y = 1 with x = 0
    BOOST_REQUIRE(found.best.has_value());
    BOOST_TEST(found.best->cost == 3);
    BOOST_TEST(found.best->values == (Assignment{1, -1}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(finds_nothing_where_there_is_nothing) {
    Problem p;
    const IntVar x = p.new_var(1, 2);
    p.post<LinearAtMost>(std::vector<std::pair<Value, IntVar>>{{1, x}}, 0);
    const auto found = check::brute_force(p);
    BOOST_TEST(found.solutions == 0);
    BOOST_TEST(!found.best.has_value());
}

BOOST_AUTO_TEST_CASE(visits_each_assignment_once_and_stops_when_told) {
    Store s;
    const std::vector<IntVar> xs{s.new_var(0, 2), s.new_var(5, 6)};
    BOOST_TEST(check::assignment_count(s, xs) == 6);
    std::vector<Assignment> seen;
    BOOST_TEST(check::for_each_assignment(s, xs, [&](const Assignment& values) {
        seen.push_back(values);
        return true;
    }));
    BOOST_REQUIRE(seen.size() == 6);
    BOOST_TEST(seen[1] == (Assignment{0, 6}), boost::test_tools::per_element());
    BOOST_TEST(seen[5] == (Assignment{2, 6}), boost::test_tools::per_element());

    int visited = 0;
    BOOST_TEST(!check::for_each_assignment(
        s, xs, [&](const Assignment& /*values*/) { return ++visited < 3; }));
    BOOST_TEST(visited == 3);
    // None to go over: one assignment, the empty choice.
    visited = 0;
    BOOST_TEST(check::for_each_assignment(
        s, {}, [&](const Assignment& /*values*/) { return ++visited < 9; }));
    BOOST_TEST(visited == 1);
}

BOOST_AUTO_TEST_CASE(counts_without_overflow) {
    Store s;
    std::vector<IntVar> xs;
    for (int i = 0; i < 9; ++i)
        xs.push_back(s.new_var(-max_value, max_value));
    BOOST_TEST(check::assignment_count(s, xs) == infinite_cost);
}

BOOST_AUTO_TEST_SUITE_END()
