#include "engine/solver/constraints/lag.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::Condition;
using rul::solver::Lag;
using rul::solver::max_value;

BOOST_AUTO_TEST_SUITE(lag)

// day 0 1 2 3 4 5
// a     [.......]       a is on day 1 at the earliest, so b on day 3
// b   [.......]         b is on day 4 at the latest, so a on day 2
BOOST_AUTO_TEST_CASE(pushes_the_later_and_pulls_the_earlier) {
    World w;
    const auto a = w.coordinate({0, 1, 2, 3, 4, 5}), b = w.coordinate({0, 1, 2, 3, 4, 5});
    w.post<Lag>(a, b, 2);
    w.decide(at_least(a.var(), 1));
    w.decide(at_most(b.var(), 4));

    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(a.var()) == (Values{1, 2}), boost::test_tools::per_element());
    BOOST_TEST(w.values(b.var()) == (Values{3, 4}), boost::test_tools::per_element());
    BOOST_TEST(w.reason(at_least(b.var(), 3)) == (Literals{at_least(a.var(), 1)}),
               boost::test_tools::per_element());
    BOOST_TEST(w.reason(at_most(a.var(), 2)) == (Literals{at_most(b.var(), 4)}),
               boost::test_tools::per_element());
}

// a's days 0 3 6, b's days 0 5 9: a >= 6 pushes b beyond day 7, to 9; a >= 3 would not, but b > 5
// follows from any a >= 4, and the first of a's values there is the third
BOOST_AUTO_TEST_CASE(gives_the_weakest_bound_over_the_days_that_exist) {
    World w;
    const auto a = w.coordinate({0, 3, 5, 6}), b = w.coordinate({0, 5, 9});
    w.post<Lag>(a, b, 2);
    w.decide(at_least(a.var(), 3));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.reason(at_least(b.var(), 2)) == (Literals{at_least(a.var(), 2)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(leaves_out_what_cannot_be_in_time) {
    World w;
    const auto a = w.coordinate({3, 4}, true), b = w.coordinate({3, 4});
    w.post<Lag>(a, b, 2);
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(a.var()) == Values{2}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(fails_when_there_is_no_room) {
    World w;
    const auto a = w.coordinate({3, 4}), b = w.coordinate({3, 4}, true);
    w.post<Lag>(a, b, 2);
    w.decide(b.held());
    BOOST_TEST(!w.propagate());
    BOOST_TEST(w.conflict() == Literals{b.held()}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(does_not_overflow_at_the_greatest_values) {
    for (const Value least : {-max_value, max_value}) {
        World w;
        w.post<Lag>(w.coordinate({-max_value, 0, max_value}), w.coordinate({-max_value, max_value}),
                    least);
        Random random{1};
        w.check_everything(Strength::bounds, random);
    }
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        const auto a = random_coordinate(w, random, 6, 2), b = random_coordinate(w, random, 6, 2);
        const Condition when = random_condition(w, random, b.var());
        w.post<Lag>(a, b, random.between(-4, 4), when);
        w.check_everything(when.is_empty() ? Strength::bounds : Strength::complete, random);
    });
}

BOOST_AUTO_TEST_SUITE_END()
