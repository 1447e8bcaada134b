#include "engine/solver/constraints/separation.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::Condition;
using rul::solver::max_value;
using rul::solver::Separation;

BOOST_AUTO_TEST_SUITE(separation)

//     0123456
// a     [---]        a cannot go 4 before b any more, so b goes first
// b   [---]          and a starts at 4, b ends at 2
BOOST_AUTO_TEST_CASE(orders_the_pair_once_one_side_has_no_room) {
    World w;
    const auto a = w.coordinate({0, 1, 2, 3, 4, 5, 6}), b = w.coordinate({0, 1, 2, 3, 4, 5, 6});
    w.post<Separation>(a, b, 4);
    w.decide(at_least(a.var(), 2));
    w.decide(at_most(b.var(), 4));

    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(a.var()) == (Values{4, 5, 6}), boost::test_tools::per_element());
    BOOST_TEST(w.values(b.var()) == (Values{0, 1, 2}), boost::test_tools::per_element());

    // b <= 5, not b <= 4: the weakest that serves.
    BOOST_TEST(
        w.reason(at_least(a.var(), 4)) == (Literals{at_least(a.var(), 2), at_most(b.var(), 5)}),
        boost::test_tools::per_element());
    BOOST_TEST(
        w.reason(at_most(b.var(), 2)) == (Literals{at_least(a.var(), 1), at_most(b.var(), 4)}),
        boost::test_tools::per_element());
}

// day 0 0 1 1 2 2 3 3        b stands on day 1 or 2: where a starts on day 1 or later it may stand
// a       [.......]          on day 3 or be left out (value 8), but nowhere between
// b       [.....]
BOOST_AUTO_TEST_CASE(passes_over_the_other_when_it_may_be_left_out_itself) {
    World w;
    const auto a = w.coordinate({0, 0, 1, 1, 2, 2, 3, 3}, true);
    const auto b = w.coordinate({0, 0, 1, 1, 2, 2, 3, 3});
    w.post<Separation>(a, b, 2);
    w.decide(at_least(a.var(), 2));
    w.decide(at_least(b.var(), 2));
    w.decide(at_most(b.var(), 3));

    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(a.var()) == (Values{6, 7, 8}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(says_nothing_while_both_may_be_left_out) {
    World w;
    w.post<Separation>(w.coordinate({1}, true), w.coordinate({1}, true), 2);
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.inferences().empty());
}

BOOST_AUTO_TEST_CASE(fails_when_neither_order_fits) {
    World w;
    const auto a = w.coordinate({2, 3, 4}), b = w.coordinate({3, 4});
    w.post<Separation>(a, b, 2);
    w.decide(at_least(a.var(), 1));
    BOOST_TEST(!w.propagate());
    BOOST_TEST(w.conflict() == Literals{at_least(a.var(), 1)}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(makes_its_last_open_condition_false_when_broken) {
    World w;
    const auto a = w.coordinate({3, 4}), b = w.coordinate({3, 4});
    const IntVar first = w.var(0, 1), second = w.var(0, 1);
    w.post<Separation>(a, b, 2, Condition{{is_true(first), is_true(second)}});
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.inferences().empty());  // two are open

    w.decide(is_true(first));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.reason(is_false(second)) == (Literals{is_true(first)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(does_not_overflow_at_the_greatest_values) {
    World w;
    const auto a = w.coordinate({-max_value, 0, max_value}),
               b = w.coordinate({-max_value, max_value});
    w.post<Separation>(a, b, max_value);
    Random random{1};
    w.check_everything(Strength::bounds, random);
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        const auto a = random_coordinate(w, random, 6, 2), b = random_coordinate(w, random, 6, 2);
        const Condition when = random_condition(w, random, a.var());
        w.post<Separation>(a, b, random.between(1, 4), when);
        w.check_everything(when.is_empty() ? Strength::bounds : Strength::complete, random);
    });
}

BOOST_AUTO_TEST_SUITE_END()
