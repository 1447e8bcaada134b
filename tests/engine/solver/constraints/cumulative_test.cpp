#include "engine/solver/constraints/cumulative.hpp"

#include "tests/support/tasks.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::Cumulative;
using rul::solver::Demand;
using rul::solver::max_value;

namespace {

Demand demand(IntVar x, Values start, Values end, Value amount) {
    return {task_of(x, std::move(start), std::move(end)), amount};
}

Demand even_demand(World& w, Value count, Value length, Value amount) {
    return {even_task(w, count, length), amount};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cumulative)

// time   0 1 2 3 4 5 6
// a          [# #]             a starts at 2 or 3, takes 2 of 3 and lasts 3: at 3 and 4 for
// b      [# x x x x . .        certain; b takes 2 too and lasts 2
BOOST_AUTO_TEST_CASE(starts_after_what_leaves_it_no_room) {
    World w;
    const auto a = even_demand(w, 9, 3, 2), b = even_demand(w, 9, 2, 2);
    w.post<Cumulative>(std::vector{a, b}, 3);
    w.decide(at_least(a.task.x, 2));
    w.decide(at_most(a.task.x, 3));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(b.task.x) == 0);
    w.decide(at_least(b.task.x, 2));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(b.task.x) == 5);
    // At 4: a runs there if it starts at 2, 3 or 4, and b does if it starts at 3 or 4.
    BOOST_TEST(
        w.reason(at_least(b.task.x, 5))
            == (Literals{at_least(a.task.x, 2), at_most(a.task.x, 4), at_least(b.task.x, 3)}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(ends_before_what_leaves_it_no_room) {
    World w;
    const auto a = even_demand(w, 9, 3, 2), b = even_demand(w, 9, 2, 2);
    w.post<Cumulative>(std::vector{a, b}, 3);
    w.decide(at_least(a.task.x, 2));
    w.decide(at_most(a.task.x, 3));
    w.decide(at_most(b.task.x, 4));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().max(b.task.x) == 1);
}

BOOST_AUTO_TEST_CASE(fails_where_more_runs_than_there_is) {
    World w;
    const auto a = even_demand(w, 3, 2, 1), b = even_demand(w, 3, 2, 2),
               c = even_demand(w, 3, 2, 2);
    w.post<Cumulative>(std::vector{a, b, c}, 3);
    for (const auto x : {a.task.x, b.task.x, c.task.x})
        w.decide(at_most(x, 0));
    BOOST_TEST(!w.propagate());
    // a could be spared.
    BOOST_TEST(w.conflict() == (Literals{at_most(b.task.x, 0), at_most(c.task.x, 0)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(leaves_out_what_fits_nowhere) {
    World w;
    const auto a = demand(w.var(0, 0), {0}, {9}, 2), b = demand(w.var(0, 2), {0, 4}, {2, 6}, 1);
    w.post<Cumulative>(std::vector{a, b}, 2);
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(b.task.x) == 2);
}

BOOST_AUTO_TEST_CASE(leaves_out_what_is_larger_than_all_there_is) {
    World w;
    const auto a = demand(w.var(0, 2), {0, 4}, {2, 6}, 3);
    w.post<Cumulative>(std::vector{a}, 2);
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(a.task.x) == 2);
}

BOOST_AUTO_TEST_CASE(does_not_overflow_at_the_greatest_values) {
    World w;
    const auto a = demand(w.var(0, 2), {-max_value, 0}, {max_value, max_value}, max_value);
    const auto b =
        demand(w.var(0, 2), {-max_value, max_value - 1}, {-max_value + 1, max_value}, max_value);
    w.post<Cumulative>(std::vector{a, b}, max_value);
    Random random{1};
    w.check_everything(Strength::last_open_bounds, random);
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        std::vector<Demand> demands;
        const bool is_even = random.between(0, 1) == 0;
        for (int i = random.between(2, 5); i > 0; --i)
            demands.push_back({random_task(w, random, is_even), random.between(0, 3)});
        w.post<Cumulative>(demands, random.between(1, 5));
        w.check_everything(Strength::last_open_bounds, random);
    });
}

BOOST_AUTO_TEST_SUITE_END()
