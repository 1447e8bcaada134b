#include "engine/solver/search/insertions.hpp"

#include "engine/solver/check/brute_force.hpp"
#include "engine/solver/constraints/lag.hpp"
#include "engine/solver/solve.hpp"
#include "tests/support/meetings.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;

namespace {

const auto never = [] { return false; };

// Payers at the greatest they can be: what is left to find is where everything goes.
std::optional<Assignment> any_solution(const Problem& problem) {
    SolveLimits limits;
    limits.any = true;
    return solve(problem, limits).best;
}

// Lowers each variable, from the last, as far as all still holds: the payers stand last.
Cost settled_cost(const Problem& problem, Assignment values, std::span<const IntVar> choices) {
    std::vector<bool> is_choice(values.size(), false);
    for (const IntVar x : choices)
        is_choice[x.index] = true;
    for (std::uint32_t i = 0; i < values.size(); ++i)
        if (!is_choice[i]) values[i] = problem.store().max({i});
    BOOST_REQUIRE(problem.holds(values));
    for (std::uint32_t i = 0; i < values.size(); ++i)
        while (!is_choice[i] && values[i] > problem.store().min({i})) {
            --values[i];
            if (problem.holds(values)) continue;
            ++values[i];
            break;
        }
    return problem.cost(values);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(insertions)

BOOST_AUTO_TEST_CASE(find_the_cheapest_of_small_problems_and_know_what_it_costs) {
    int reached = 0;
    int tried = 0;
    for_each_seed(
        [&](Random& random) {
            const RandomMeetings meetings{random, random.between(1, 3)};
            const Problem& problem = meetings.problem;
            const auto first = any_solution(problem);
            Insertions insertions{problem, random.next()};
            if (!first || insertions.is_idle()) return;
            const Cost cost = settled_cost(problem, *first, insertions.choices());
            insertions.run(problem.store(), *first, cost, 400, never);
            BOOST_TEST(insertions.best_cost() <= cost);
            BOOST_TEST(settled_cost(problem, insertions.best(), insertions.choices())
                       == insertions.best_cost());
            const auto best = solve(problem, {});
            BOOST_REQUIRE(best.best.has_value());
            BOOST_TEST(insertions.best_cost() >= best.cost);
            ++tried;
            if (insertions.best_cost() == best.cost) ++reached;
        },
        200);
    BOOST_TEST(reached * 100 >= tried * 95);
}

BOOST_AUTO_TEST_CASE(serve_a_solve_that_proves_what_brute_force_finds) {
    for_each_seed(
        [](Random& random) {
            const RandomMeetings meetings{random, 2};
            const check::BruteForce truth = check::brute_force(meetings.problem);
            const SolveResult result = solve(meetings.problem, {});
            BOOST_TEST(result.best.has_value() == truth.best.has_value());
            if (truth.best && result.best) BOOST_TEST(result.cost == truth.best->cost);
        },
        100);
}

BOOST_AUTO_TEST_CASE(go_the_same_way_again) {
    Random random{3};
    const RandomMeetings meetings{random, 3};
    const auto first = any_solution(meetings.problem);
    BOOST_REQUIRE(first.has_value());
    Insertions one{meetings.problem, 5}, other{meetings.problem, 5};
    BOOST_REQUIRE(!one.is_idle());
    for (Insertions* insertions : {&one, &other})
        insertions->run(meetings.problem.store(), *first, 1000, 300, never);
    BOOST_TEST(one.best() == other.best(), boost::test_tools::per_element());
    BOOST_TEST(one.work() == other.work());
}

BOOST_AUTO_TEST_CASE(are_idle_where_advice_does_not_say_all) {
    const auto is_idle = [](const auto& change) {
        Random random{3};
        RandomMeetings meetings{random, 3};
        change(meetings);
        return Insertions{meetings.problem, 1}.is_idle();
    };
    BOOST_TEST(!is_idle([](RandomMeetings&) {}));
    BOOST_TEST(is_idle([](RandomMeetings& m) {
        m.problem.add_clause({is_true(m.rooms[0]), is_true(m.rooms[1])});
    }));
    BOOST_TEST(is_idle([](RandomMeetings& m) {
        const auto at = [&](std::size_t i) { return Coordinate{m.tasks[i].x, m.tasks[i].start}; };
        m.problem.post<Lag>(at(0), at(1), 1);
    }));
    BOOST_TEST(is_idle([](RandomMeetings& m) {
        const auto at = [&](std::size_t i) { return Coordinate{m.tasks[i].x, m.tasks[i].start}; };
        m.problem.add_path(
            {.members = {at(0), at(1)}, .least_gap = 1, .gap_cost = {0, 1}, .must_pass = {}});
    }));
    BOOST_TEST(is_idle([](RandomMeetings& m) {  // one who pays twice
        const IntVar overlap = m.problem.new_var(0, 9);
        m.problem.post<Overlap>(m.tasks[0], m.tasks[1], overlap);
        m.problem.post<Overlap>(m.tasks[1], m.tasks[2], overlap);
    }));
}

BOOST_AUTO_TEST_SUITE_END()
