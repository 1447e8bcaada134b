#include "engine/solver/constraints/order.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::is_false;
using rul::solver::is_true;
using rul::solver::max_value;
using rul::solver::Order;

BOOST_AUTO_TEST_SUITE(order)

// time   0 1 2 3 4 5 6
// a          [. . . .]     a takes 4 and cannot be done before 6, so b is first, takes 3, ends
// b      [. . . . . .      at 3 at the earliest and starts at 3 at the latest
BOOST_AUTO_TEST_CASE(knows_who_is_first_when_one_cannot_be) {
    World w;
    const auto a = w.var(0, 6), b = w.var(0, 9), a_first = w.var(0, 1);
    w.post<Order>(a, b, 4, 3, a_first);
    w.decide(at_least(a, 2));
    w.decide(at_most(b, 4));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().max(a_first) == 0);
    BOOST_TEST(w.store().min(a) == 3);
    BOOST_TEST(w.store().max(b) == 3);
    // Not b <= 4: the weakest that serves.
    BOOST_TEST(w.reason(at_most(a_first, 0)) == (Literals{at_least(a, 2), at_most(b, 5)}),
               boost::test_tools::per_element());
    BOOST_TEST(w.reason(at_least(a, 3)) == (Literals{at_least(b, 0), is_false(a_first)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(makes_the_second_wait_for_the_first) {
    World w;
    const auto a = w.var(0, 9), b = w.var(0, 9), a_first = w.var(0, 1);
    w.post<Order>(a, b, 4, 3, a_first);
    w.decide(is_true(a_first));
    w.decide(at_least(a, 2));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(b) == 6);
    BOOST_TEST(w.store().max(a) == 5);
    BOOST_TEST(w.reason(at_least(b, 6)) == (Literals{at_least(a, 2), is_true(a_first)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(fails_when_neither_can_be_first) {
    World w;
    const auto a = w.var(0, 3), b = w.var(0, 3), a_first = w.var(0, 1);
    w.post<Order>(a, b, 4, 4, a_first);
    BOOST_TEST(!w.propagate());
}

BOOST_AUTO_TEST_CASE(does_not_overflow_at_the_greatest_values) {
    World w;
    const auto a = w.var(-max_value, max_value), b = w.var(-max_value, max_value);
    const auto a_first = w.var(0, 1);
    w.post<Order>(a, b, max_value, max_value, a_first);
    w.decide(is_true(a_first));
    w.decide(at_least(a, max_value - 1));
    BOOST_TEST(!w.propagate());
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        const auto var = [&] {
            const Value min = random.between(-3, 4);
            const Value max = random.between(min, 6);
            return w.var(min, max, random_holes(random, min, max));
        };
        const auto a = var(), b = var(), a_first = w.var(0, 1);
        w.post<Order>(a, b, random.between(0, 5), random.between(0, 5), a_first);
        w.check_everything(Strength::bounds, random);
    });
}

BOOST_AUTO_TEST_SUITE_END()
