#include "engine/solver/constraints/all_different_except.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::AllDifferentExcept;
using rul::solver::max_value;

BOOST_AUTO_TEST_SUITE(all_different_except)

BOOST_AUTO_TEST_CASE(takes_a_fixed_value_from_the_others) {
    World w;
    const auto x = w.var(0, 4), y = w.var(0, 4);
    w.post<AllDifferentExcept>(std::vector{x, y}, 0);
    w.decide(at_least(x, 2));
    w.decide(at_most(x, 2));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(y) == (Values{0, 1, 3, 4}), boost::test_tools::per_element());
    BOOST_TEST(w.reason(differs(y, 2)) == (Literals{at_least(x, 2), at_most(x, 2)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(lets_any_number_take_the_exception) {
    World w;
    w.post<AllDifferentExcept>(std::vector{w.var(0, 0), w.var(0, 0), w.var(0, 3)}, 0);
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.inferences().empty());
}

BOOST_AUTO_TEST_CASE(fails_with_more_pigeons_than_holes) {
    World w;
    const auto x = w.var(0, 3), y = w.var(1, 5), z = w.var(0, 2);
    w.post<AllDifferentExcept>(std::vector{x, y, z}, 0);
    w.decide(at_least(x, 1));
    w.decide(at_most(x, 2));
    w.decide(at_most(y, 2));
    BOOST_TEST(w.propagate());  // z may still be the exception
    w.decide(at_least(z, 1));
    BOOST_TEST(!w.propagate());
    BOOST_TEST(
        w.conflict() == (Literals{at_least(x, 1), at_most(x, 2), at_most(y, 2), at_least(z, 1)}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(does_not_overflow_at_the_greatest_values) {
    World w;
    const auto x = w.var(-max_value, max_value), y = w.var(max_value, max_value);
    w.post<AllDifferentExcept>(std::vector{x, y}, 0);
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().max(x) == max_value - 1);
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        std::vector<IntVar> xs;
        for (int i = random.between(2, 4); i > 0; --i)
            xs.push_back(random_var(w, random, 0, 4));
        w.post<AllDifferentExcept>(xs, random.between(-1, 4));
        w.check_everything(Strength::last_open, random);
    });
}

BOOST_AUTO_TEST_SUITE_END()
