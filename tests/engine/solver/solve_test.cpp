#include "engine/solver/solve.hpp"

#include "tests/support/random_constraints.hpp"
#include "tests/support/random_problem.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <optional>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;

BOOST_AUTO_TEST_SUITE(solve_problems)

BOOST_AUTO_TEST_CASE(agrees_with_brute_force_on_series_and_clauses) {
    for_each_seed(
        [](Random& random) {
            Problem p;
            fill(random, p);
            const auto expected = least_cost_by_brute_force(p);
            const SolveResult found = solve(p, {});
            BOOST_REQUIRE((found.status == SolveResult::Status::optimal) == expected.has_value());
            if (!expected) {
                BOOST_TEST((found.status == SolveResult::Status::infeasible));
                return;
            }
            BOOST_TEST(found.cost == *expected);
            BOOST_TEST(found.bound == *expected);
            BOOST_TEST(p.holds(*found.best));
        },
        2000);
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force_on_every_kind_of_constraint) {
    for_each_seed([](Random& random) {
        Problem p;
        fill(random, p);
        RandomConstraints constraints{random, p};
        for (int i = random.between(1, 3); i > 0; --i)
            constraints.post_one();
        const auto expected = least_cost_by_brute_force(p);
        const SolveResult found = solve(p, {});
        BOOST_REQUIRE((found.status == SolveResult::Status::optimal) == expected.has_value());
        if (expected) BOOST_TEST(found.cost == *expected);
    });
}

// One cost alone, the last end: pressed from above and below. Orders are decided first.
BOOST_AUTO_TEST_CASE(finds_the_earliest_last_end_of_tiny_shops) {
    for_each_seed([](Random& random) {
        Problem p;
        std::vector<IntVar> starts;
        std::vector<Value> lengths;
        const IntVar end = p.new_var(0, 12);
        p.add_linear_cost(end, random.between(1, 3));
        for (int i = random.between(2, 3); i > 0; --i) {
            starts.push_back(p.new_var(random.between(0, 2), random.between(3, 8)));
            lengths.push_back(random.between(1, 4));
            p.post<LinearAtMost>(
                std::vector<std::pair<Value, IntVar>>{{1, starts.back()}, {-1, end}},
                -Cost{lengths.back()});
        }
        const IntVar is_before = p.new_bool();
        p.post<Order>(starts[0], starts[1], lengths[0], lengths[1] + 1, is_before);
        if (random.between(0, 1) == 0) p.decide_first(is_before);
        p.post<Disjunctive>(starts, lengths);
        p.add_clause({random_literal(random, p), random_literal(random, p)});
        const auto expected = least_cost_by_brute_force(p);
        const SolveResult found = solve(p, {});
        BOOST_REQUIRE((found.status == SolveResult::Status::optimal) == expected.has_value());
        if (expected) BOOST_TEST(found.cost == *expected);
        if (expected) BOOST_TEST(found.bound == *expected);
    });
}

// Found by fuzz_solver: the search took it for forbidden, holds() for a solution.
BOOST_AUTO_TEST_CASE(takes_no_value_whose_cost_is_infinite) {
    Problem p;
    const IntVar x = p.new_var(0, 1);
    p.add_cost(x, {infinite_cost, 3});
    BOOST_TEST(!p.holds({0}));
    BOOST_TEST(solve(p, {}).cost == 3);

    p.require(equals(x, 0));
    BOOST_TEST((solve(p, {}).status == SolveResult::Status::infeasible));
}

BOOST_AUTO_TEST_CASE(never_reports_a_bound_above_a_solution) {
    for_each_seed([](Random& random) {
        Problem p;
        fill(random, p);
        const auto least = least_cost_by_brute_force(p);
        static_cast<void>(
            solve(p, {}, [&](std::optional<Cost> best, Cost bound, const Assignment*) {
                if (least) BOOST_TEST(bound <= *least);
                if (best) BOOST_TEST(bound <= *best);
            }));
    });
}

BOOST_AUTO_TEST_SUITE_END()
