#include "engine/solver/solving.hpp"

#include "tests/support/random_constraints.hpp"
#include "tests/support/random_problem.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;

namespace {

Problem made(Random& random) {
    Problem p;
    fill(random, p);
    RandomConstraints constraints{random, p};
    for (int i = random.between(0, 3); i > 0; --i)
        constraints.post_one();
    return p;
}

const SolveLimits no_limits;
const SolveProgress nobody;

}  // namespace

BOOST_AUTO_TEST_SUITE(solving)

BOOST_AUTO_TEST_CASE(below_a_cost_only_what_costs_less_is_found_and_nothing_means_there_is_none) {
    int none = 0;
    int some = 0;
    for_each_seed([&](Random& random) {
        const Problem p = made(random);
        const auto least = least_cost_by_brute_force(p);
        const Cost below = (least ? *least : 0) + random.between(-2, 3);
        Solving solving{p, no_limits, nobody, Solving::Role::within_solution};
        solving.begin_below(below);
        const SolveResult result = solving.run();
        const bool is_there = least && *least < below;
        ++(is_there ? some : none);
        BOOST_TEST(result.best.has_value() == is_there);
        if (is_there)
            BOOST_TEST(result.cost == *least);
        else
            BOOST_TEST((result.status == SolveResult::Status::infeasible));
    });
    BOOST_TEST(none > 50);
    BOOST_TEST(some > 50);
}

BOOST_AUTO_TEST_CASE(a_bound_that_is_near_enough_is_a_bound) {
    for_each_seed([](Random& random) {
        const Problem p = made(random);
        const auto least = least_cost_by_brute_force(p);
        const Cost gap = random.between(0, 4);
        Solving solving{p, no_limits, nobody, Solving::Role::under_prices};
        solving.stop_within(gap);
        const SolveResult result = solving.run();
        BOOST_REQUIRE(result.best.has_value() == least.has_value());
        if (!least) return;
        BOOST_TEST(result.bound <= *least);
        BOOST_TEST(result.cost >= *least);
        BOOST_TEST(result.cost - result.bound <= gap);
    });
}

BOOST_AUTO_TEST_SUITE_END()
