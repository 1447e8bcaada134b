#include "engine/solver/constraints/count.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::Count;

BOOST_AUTO_TEST_SUITE(count)

BOOST_AUTO_TEST_CASE(counts_what_is_certain) {
    World w;
    const auto a = w.var(0, 5), b = w.var(0, 5), c = w.var(0, 5), count = w.var(0, 9);
    w.post<Count>(Literals{at_least(a, 2), at_most(b, 2), equals(c, 3)}, count);
    w.decide(at_least(a, 4));
    w.decide(at_least(b, 3));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(count) == (Values{1, 2}), boost::test_tools::per_element());
    BOOST_TEST(w.reason(at_least(count, 1)) == Literals{at_least(a, 2)},
               boost::test_tools::per_element());
    BOOST_TEST(w.reason(at_most(count, 2)) == Literals{at_least(b, 3)},
               boost::test_tools::per_element());

    w.decide(at_most(count, 1));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.reason(differs(c, 3)) == (Literals{at_least(a, 2), at_most(count, 1)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(makes_all_true_that_are_needed) {
    World w;
    const auto a = w.var(0, 5), b = w.var(0, 5), count = w.var(2, 2);
    w.post<Count>(Literals{at_least(a, 2), equals(b, 3)}, count);
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(a) == 2);
    BOOST_TEST(w.values(b) == Values{3}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(fails_when_too_many_are_true) {
    World w;
    const auto a = w.var(0, 1), b = w.var(0, 1), count = w.var(0, 2);
    w.post<Count>(Literals{is_true(a), is_true(b)}, count);
    w.decide(is_true(a));
    w.decide(is_true(b));
    w.decide(at_most(count, 1));
    BOOST_TEST(!w.propagate());
    BOOST_TEST(w.conflict() == (Literals{is_true(a), is_true(b), at_most(count, 1)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force_on_different_variables) {
    for_each_seed([](Random& random) {
        World w;
        Literals literals;
        for (int i = random.between(1, 4); i > 0; --i) {
            const auto x = random_var(w, random, 0, 3);
            const auto op = static_cast<Literal::Op>(random.between(0, 3));
            literals.push_back({x.index, op, random.between(-1, 4)});
        }
        w.post<Count>(literals, random_var(w, random, 0, 4));
        w.check_everything(Strength::bounds, random);
    });
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force_on_shared_variables) {
    for_each_seed([](Random& random) {
        World w;
        const auto x = random_var(w, random, 0, 4), y = random_var(w, random, 0, 4);
        Literals literals;
        for (int i = random.between(1, 5); i > 0; --i) {
            const auto op = static_cast<Literal::Op>(random.between(0, 3));
            literals.push_back(
                {random.between(0, 1) == 0 ? x.index : y.index, op, random.between(-1, 4)});
        }
        w.post<Count>(literals, random_var(w, random, 0, 5));
        w.check_everything(Strength::complete, random);
    });
}

BOOST_AUTO_TEST_SUITE_END()
