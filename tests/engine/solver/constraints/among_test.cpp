#include "engine/solver/constraints/among.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::Among;
using rul::solver::max_value;

BOOST_AUTO_TEST_SUITE(among)

// first..last         [. .]
// day           0 1 2 3 4 5 6
// a               [#####]         open
// b                   [#]         in for certain
// c             [#]               not in
BOOST_AUTO_TEST_CASE(counts_the_members_in_the_window) {
    World w;
    const Values days{0, 1, 2, 3, 4, 5, 6};
    const auto a = w.coordinate(days), b = w.coordinate(days), c = w.coordinate(days);
    const auto count = w.var(0, 3);
    w.post<Among>(std::vector{a, b, c}, 3, 4, count);
    w.decide(at_least(a.var(), 1));
    w.decide(at_least(b.var(), 3));
    w.decide(at_most(b.var(), 4));
    w.decide(at_most(c.var(), 1));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(count) == (Values{1, 2}), boost::test_tools::per_element());
    BOOST_TEST(
        w.reason(at_least(count, 1)) == (Literals{at_least(b.var(), 3), at_most(b.var(), 4)}),
        boost::test_tools::per_element());
    BOOST_TEST(w.reason(at_most(count, 2)) == Literals{at_most(c.var(), 2)},
               boost::test_tools::per_element());

    w.decide(at_most(count, 1));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(a.var()) == (Values{1, 2, 5, 6}), boost::test_tools::per_element());
    BOOST_TEST(w.reason(differs(a.var(), 3))
                   == (Literals{at_least(b.var(), 3), at_most(b.var(), 4), at_most(count, 1)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(fetches_the_members_that_are_needed) {
    World w;
    const auto a = w.coordinate({0, 1, 2, 3}, true), b = w.coordinate({0, 1}, true);
    w.post<Among>(std::vector{a, b}, 1, 2, w.var(2, 2));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(a.var()) == (Values{1, 2}), boost::test_tools::per_element());
    BOOST_TEST(w.values(b.var()) == Values{1}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(fails_when_too_many_are_in) {
    World w;
    const auto a = w.coordinate({1}), b = w.coordinate({1, 5});
    const auto count = w.var(0, 2);
    w.post<Among>(std::vector{a, b}, 1, 2, count);
    w.decide(at_most(b.var(), 0));
    w.decide(at_most(count, 1));
    BOOST_TEST(!w.propagate());
    BOOST_TEST(w.conflict() == (Literals{at_most(b.var(), 0), at_most(count, 1)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(does_not_overflow_at_the_greatest_values) {
    World w;
    const auto a = w.coordinate({-max_value, max_value}), b = w.coordinate({0, max_value}, true);
    w.post<Among>(std::vector{a, b}, -max_value, max_value, w.var(0, 2));
    Random random{1};
    w.check_everything(Strength::bounds, random);
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        std::vector<Coordinate> members;
        for (int i = random.between(1, 3); i > 0; --i)
            members.push_back(random_coordinate(w, random, 4, 2));
        const Value first = random.between(-2, 8);
        w.post<Among>(members, first, first + random.between(0, 4), random_var(w, random, 0, 4));
        w.check_everything(Strength::bounds, random);
    });
}

BOOST_AUTO_TEST_CASE(leaves_members_no_value_without_a_solution) {
    for_each_seed([](Random& random) {
        World w;
        const auto a = random_coordinate(w, random, 4, 2), b = random_coordinate(w, random, 4, 2);
        const Value count = random.between(0, 2);
        w.post<Among>(std::vector{a, b}, 1, 3, w.var(count, count));
        w.check_everything(Strength::domain, random);
    });
}

BOOST_AUTO_TEST_SUITE_END()
