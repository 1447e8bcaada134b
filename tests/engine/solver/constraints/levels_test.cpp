#include "engine/solver/constraints/levels.hpp"

#include "tests/support/tasks.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::Demand;
using rul::solver::Levels;
using rul::solver::max_value;

BOOST_AUTO_TEST_SUITE(levels)

// time   0 1 2 3 4 5
// a          [# #]         a starts at 1 or 2 and lasts 3: it runs at 2 and 3 for certain
// b      [. . . .          b lasts 1
BOOST_AUTO_TEST_CASE(rise_with_what_runs_for_certain) {
    World w;
    const auto a = even_task(w, 4, 3), b = even_task(w, 6, 1);
    std::vector<IntVar> level;
    for (int time = 0; time < 6; ++time)
        level.push_back(w.var(0, 3));
    w.post<Levels>(std::vector<Demand>{{a, 2}, {b, 1}}, level);
    w.decide(at_least(a.x, 1));
    w.decide(at_most(a.x, 2));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(level[1]) == 0);
    BOOST_TEST(w.store().min(level[2]) == 2);
    BOOST_TEST(w.store().min(level[3]) == 2);
    BOOST_TEST(w.reason(at_least(level[3], 2)) == (Literals{at_least(a.x, 1)}),
               boost::test_tools::per_element());  // until 3 it starts in any case

    w.decide(at_most(level[2], 2));
    w.decide(at_least(b.x, 2));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(b.x) == 3);
    BOOST_TEST(w.reason(at_least(b.x, 3))
                   == (Literals{at_most(a.x, 2), at_least(b.x, 2), at_most(level[2], 2)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(count_only_the_times_they_are_of) {
    World w;
    const auto a = task_of(w.var(0, 0), {-2}, {max_value});
    const auto level = w.var(0, 1);
    w.post<Levels>(std::vector<Demand>{{a, 1}}, std::vector{level});
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(level) == 1);
}

BOOST_AUTO_TEST_CASE(agree_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        std::vector<Demand> demands;
        const bool is_even = random.between(0, 1) == 0;
        for (int i = random.between(1, 3); i > 0; --i)
            demands.push_back({random_task(w, random, is_even), random.between(0, 2)});
        std::vector<IntVar> level;
        for (int time = random.between(1, 5); time > 0; --time) {
            const Value min = random.between(0, 1);
            level.push_back(w.var(min, min + random.between(0, 2)));
        }
        w.post<Levels>(demands, level);
        w.check_everything(Strength::last_open_bounds, random);
    });
}

BOOST_AUTO_TEST_SUITE_END()
