#include "engine/solver/solve.hpp"

#include "engine/solver/constraints/count.hpp"
#include "engine/solver/constraints/cumulative.hpp"
#include "engine/solver/constraints/deviation.hpp"
#include "tests/support/random_constraints.hpp"
#include "tests/support/random_problem.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;

namespace {

// Constraints of several kinds, with tables of their own, each over a few neighbouring series.
void bind_neighbours(Random& random, Problem& p) {
    const auto times = std::make_shared<const std::vector<Value>>(std::vector<Value>{0, 1, 2, 3});
    const auto ends = std::make_shared<const std::vector<Value>>(std::vector<Value>{1, 2, 3, 4});
    auto away = std::make_shared<ConvexCost>();
    away->first = -3;
    away->of = {6, 3, 1, 0, 1, 3, 6};
    const std::size_t together = 6;
    for (std::size_t i = 0; i + together <= p.paths().size(); i += together / 2) {
        std::vector<Demand> demands;
        std::vector<Literal> late;
        for (std::size_t k = i; k < i + together; ++k) {
            const Coordinate& member = p.paths()[k].members.front();
            demands.push_back({Task{member.var(), times, ends}, random.between(0, 2)});
            late.push_back(member.from(2));
        }
        p.post<Cumulative>(std::move(demands), 8);
        const IntVar many = p.new_var(0, static_cast<Value>(together));
        p.add_linear_cost(many, 1);
        p.post<Count>(std::move(late), many);
        const IntVar cost = p.new_var(0, 6);
        p.add_linear_cost(cost, 1);
        p.post<Deviation>(p.paths()[i].members.front(), p.paths()[i + 2].members.front(), away,
                          cost);
    }
}

// Far from its prices, and large: pairs of series that must both be usual, or neither, with
// neighbours that are at odds now and then. So it is taken apart, on several threads.
Problem many_pairs(Random& random) {
    Problem p;
    const auto days = std::make_shared<std::vector<Value>>(std::vector<Value>{0, 1, 2, 3});
    std::vector<IntVar> members;
    for (int i = 0; i < 300; ++i) {
        members.push_back(p.new_var(0, 3));
        SeriesPath path;
        path.members.emplace_back(members.back(), days);
        p.add_path(path);
        std::vector<Cost> costs;
        for (int v = 0; v < 4; ++v)
            costs.push_back(random.between(0, 3));
        p.add_cost(members.back(), costs);
    }
    const auto cost_unless = [&](std::vector<Literal> clause, Cost cost) {
        const IntVar broken = p.new_bool();
        p.add_linear_cost(broken, cost);
        clause.push_back(is_true(broken));
        p.add_clause(std::move(clause));
    };
    for (std::size_t i = 0; i + 1 < members.size(); i += 2) {
        const IntVar usual = p.new_bool();
        for (const std::size_t k : {i, i + 1}) {
            const Value limit = random.between(1, 3);
            cost_unless({is_false(usual), at_least(members[k], limit)}, 6);
            cost_unless({is_true(usual), at_most(members[k], limit - 1)}, 6);
        }
        if (i > 0 && random.between(0, 1) == 0)
            cost_unless({at_least(members[i - 1], 2), at_most(members[i], random.between(0, 2))},
                        random.between(1, 4));
    }
    bind_neighbours(random, p);
    return p;
}

std::int64_t statistic(const SolveResult& result, const std::string& name) {
    for (const auto& [key, value] : result.statistics)
        if (key == name) return value;
    return -1;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(solve_problems)

BOOST_AUTO_TEST_CASE(what_is_found_does_not_hang_on_the_number_of_threads) {
    for_each_seed(
        [](Random& random) {
            const Problem p = many_pairs(random);
            SolveLimits limits;
            limits.effort = random.between(50'000, 400'000);
            limits.threads = 1;
            const SolveResult alone = solve(p, limits);
            BOOST_TEST(statistic(alone, "knots solved") > 0);
            for (const int threads : {2, 5}) {
                limits.threads = threads;
                const SolveResult together = solve(p, limits);
                BOOST_TEST((together.best == alone.best));
                BOOST_TEST(together.bound == alone.bound);
                BOOST_TEST((together.statistics == alone.statistics));
            }
        },
        2);
}

// The climb runs beside the first sweep: what it has proved counts when the effort ends there.
BOOST_AUTO_TEST_CASE(what_is_proved_beside_the_first_sweep_is_kept) {
    for_each_seed(
        [](Random& random) {
            const Problem p = many_pairs(random);
            SolveLimits limits;
            limits.effort = 400;
            const SolveResult result = solve(p, limits);
            BOOST_TEST(statistic(result, "knots solved") == 0);
            BOOST_TEST(statistic(result, "dual rounds") > 0);
            BOOST_TEST(result.bound > 0);
        },
        4);
}

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
