#include "engine/solver/search/advice.hpp"

#include "engine/solver/constraints/lag.hpp"
#include "engine/solver/constraints/levels.hpp"
#include "engine/solver/constraints/overlap.hpp"
#include "tests/support/advice.hpp"
#include "tests/support/meetings.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <numeric>

using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;

namespace {

/// Two meetings of two hours in a day of six, the second at home in the morning.
struct Day {
    Problem problem;
    std::vector<Task> tasks;
    std::vector<IntVar> levels;

    Day() {
        auto start = std::make_shared<std::vector<Value>>(5);
        std::iota(start->begin(), start->end(), 0);
        auto end = std::make_shared<std::vector<Value>>(5);
        std::iota(end->begin(), end->end(), 2);
        for (int i = 0; i < 2; ++i) {
            const IntVar x = problem.new_var(0, 4);
            problem.add_path(
                {.members = {{x, start}}, .least_gap = 1, .gap_cost = {}, .must_pass = {}});
            problem.add_linear_cost(x, 1);
            tasks.push_back({x, start, end});
        }
        for (int time = 0; time < 6; ++time) {
            levels.push_back(problem.new_var(0, 2));
            problem.add_cost(levels.back(), {0, 0, 5});
        }
    }
    void post_levels() {
        problem.post<Levels>(std::vector<Demand>{{tasks[0], 1}, {tasks[1], 1}}, levels);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(advice)

// time   0 1 2 3 4 5
// a        [#|#]           b would cost 5 for each hour beside a: at 0 one hour, at 1 two, at 2
// one; b      1 . . [. . .      from 3 on nothing but its start
BOOST_AUTO_TEST_CASE(weighs_what_a_start_costs_beside_the_others) {
    Day day;
    day.post_levels();
    Advice advice{day.problem};
    Store s = day.problem.store();
    BOOST_REQUIRE(s.infer(equals(day.tasks[0].x, 1), {}));
    BOOST_TEST(!advice.is_idle());
    BOOST_TEST(*advice.value_for(s, day.tasks[1].x) == 3);
    BOOST_REQUIRE(s.infer(at_most(day.tasks[1].x, 2), {}));
    BOOST_TEST(*advice.value_for(s, day.tasks[1].x) == 0);
    BOOST_TEST(*advice.value_for(s, day.levels[0]) == 0);  // the cheapest
}

BOOST_AUTO_TEST_CASE(weighs_what_an_overlap_costs) {
    Day day;
    const IntVar overlap = day.problem.new_var(0, 2);
    day.problem.add_linear_cost(overlap, 1);
    day.problem.post<Overlap>(day.tasks[0], day.tasks[1], overlap);
    Advice advice{day.problem};
    Store s = day.problem.store();
    BOOST_REQUIRE(s.infer(equals(day.tasks[0].x, 0), {}));
    // At 0 two hours overlap, at 1 one, at 2 none: each is worth 2, and the first is taken.
    BOOST_TEST(*advice.value_for(s, day.tasks[1].x) == 0);
    BOOST_REQUIRE(s.infer(at_most(overlap, 0), {}));
    BOOST_REQUIRE(s.infer(at_least(day.tasks[1].x, 2), {}));
    BOOST_TEST(*advice.value_for(s, day.tasks[1].x) == 2);
}

BOOST_AUTO_TEST_CASE(settles_what_costs_more_than_it_must) {
    Day day;
    day.post_levels();
    const Advice advice{day.problem};
    Assignment values{0, 1, 2, 2, 2, 2, 2, 2};
    advice.settle(values);
    BOOST_TEST(values == (Assignment{0, 1, 1, 2, 1, 0, 0, 0}), boost::test_tools::per_element());
    BOOST_TEST(day.problem.cost(values) == 1 + 5);
}

BOOST_AUTO_TEST_CASE(leaves_alone_what_a_clause_speaks_of) {
    Day day;
    day.post_levels();
    day.problem.add_clause({at_least(day.levels[5], 2), at_least(day.levels[4], 2)});
    const Advice advice{day.problem};
    Assignment values{0, 2, 1, 1, 1, 1, 0, 2};
    advice.settle(values);
    BOOST_TEST(values[7] == 2);
}

BOOST_AUTO_TEST_CASE(adds_up_to_what_the_payers_cost) {
    for_each_seed([](Random& random) { check_advice(RandomMeetings{random, 3}.problem, random); });
}

BOOST_AUTO_TEST_CASE(is_idle_where_no_constraint_has_payers) {
    Day day;
    Advice advice{day.problem};
    BOOST_TEST(advice.is_idle());
    BOOST_TEST(!advice.value_for(day.problem.store(), day.levels[0]).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
