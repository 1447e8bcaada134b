#include "engine/solver/constraints/linear_at_most.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::Condition;
using rul::solver::LinearAtMost;
using rul::solver::max_value;

namespace {

using Terms = std::vector<std::pair<Value, IntVar>>;

}  // namespace

BOOST_AUTO_TEST_SUITE(linear_at_most)

// 2x + 3y <= 12, x >= 2: y <= 2, for which x >= 2 is needed; with 13 it would be y <= 3
BOOST_AUTO_TEST_CASE(bounds_each_by_the_least_of_the_others) {
    World w;
    const auto x = w.var(0, 9), y = w.var(0, 9);
    w.post<LinearAtMost>(Terms{{2, x}, {3, y}}, 12);
    w.decide(at_least(x, 3));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().max(y) == 2);
    BOOST_TEST(w.store().max(x) == 6);
    // x >= 2, not x >= 3: the rounding leaves that much.
    BOOST_TEST(w.reason(at_most(y, 2)) == Literals{at_least(x, 2)},
               boost::test_tools::per_element());
    BOOST_TEST(w.reason(at_most(x, 6)).empty());
}

BOOST_AUTO_TEST_CASE(bounds_from_below_where_the_coefficient_is_negative) {
    World w;
    const auto x = w.var(0, 9), y = w.var(0, 9);
    w.post<LinearAtMost>(Terms{{1, x}, {-2, y}}, -3);
    w.decide(at_least(x, 4));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(y) == 4);
    BOOST_TEST(w.reason(at_least(y, 4)) == Literals{at_least(x, 4)},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(fails_when_the_least_is_too_much) {
    World w;
    const auto x = w.var(0, 9), y = w.var(0, 9);
    w.post<LinearAtMost>(Terms{{1, x}, {1, y}}, 7);
    w.decide(at_least(x, 5));
    w.decide(at_least(y, 5));
    BOOST_TEST(!w.propagate());
    // 5 + 5 is 2 more than 8 would be: the first gives way.
    BOOST_TEST(w.conflict() == (Literals{at_least(x, 3), at_least(y, 5)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(adds_up_terms_of_one_variable) {
    World w;
    const auto x = w.var(0, 9);
    w.post<LinearAtMost>(Terms{{2, x}, {3, x}}, 20);
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().max(x) == 4);
}

BOOST_AUTO_TEST_CASE(makes_its_last_open_condition_false_when_broken) {
    World w;
    const auto x = w.var(0, 9), b = w.var(0, 1);
    w.post<LinearAtMost>(Terms{{1, x}}, 3, Condition{{is_true(b)}});
    w.decide(at_least(x, 6));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.reason(is_false(b)) == Literals{at_least(x, 4)}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(does_not_overflow_at_the_greatest_values) {
    World w;
    const auto x = w.var(-max_value, max_value), y = w.var(-max_value, max_value);
    w.post<LinearAtMost>(Terms{{max_value, x}, {-max_value, y}}, 0);
    w.decide(at_least(x, max_value - 1));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(y) == max_value - 1);
    w.decide(at_most(y, max_value - 1));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().is_fixed(x));
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        Terms terms;
        for (int i = random.between(1, 3); i > 0; --i)
            terms.emplace_back(random.between(-3, 3), random_var(w, random, -3, 4));
        const Condition when = random_condition(w, random, terms.front().second);
        w.post<LinearAtMost>(terms, random.between(-6, 8), when);
        w.check_everything(when.is_empty() ? Strength::bounds : Strength::complete, random);
    });
}

BOOST_AUTO_TEST_SUITE_END()
