#include "engine/solver/constraints/overlap.hpp"

#include "tests/support/tasks.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::max_value;
using rul::solver::Overlap;

BOOST_AUTO_TEST_SUITE(overlap)

// time   0 1 2 3 4 5 6 7
// a          [. # # # .]       a and b each start at 2 or 3 or (b) earlier; both run at 3 and 4
// b        [. . # # .]
BOOST_AUTO_TEST_CASE(is_at_least_what_both_run_for_certain) {
    World w;
    const auto a = even_task(w, 9, 4), b = even_task(w, 9, 4);
    const auto overlap = w.var(0, 4);
    w.post<Overlap>(a, b, overlap);
    w.decide(at_least(a.x, 2));
    w.decide(at_most(a.x, 3));
    w.decide(at_least(b.x, 1));
    w.decide(at_most(b.x, 3));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(overlap) == 2);
    // Both run from 3 to 5 if they start at 1, 2 or 3.
    BOOST_TEST(
        w.reason(at_least(overlap, 2))
            == (Literals{at_least(a.x, 1), at_most(a.x, 3), at_least(b.x, 1), at_most(b.x, 3)}),
        boost::test_tools::per_element());
}

// time   0 1 2 3 4 5 6 7
// a          [# # #]           one of overlap is allowed, so b may start at 4 and not before
// b        x x x [# # #
BOOST_AUTO_TEST_CASE(moves_a_task_that_would_overlap_too_long) {
    World w;
    const auto a = even_task(w, 9, 3), b = even_task(w, 9, 3);
    const auto overlap = w.var(0, 3);
    w.post<Overlap>(a, b, overlap);
    w.decide(at_least(a.x, 2));
    w.decide(at_most(a.x, 2));
    w.decide(at_most(overlap, 1));
    w.decide(at_least(b.x, 1));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(b.x) == 4);
    BOOST_TEST(
        w.reason(at_least(b.x, 4))
            == (Literals{at_least(a.x, 2), at_most(a.x, 2), at_least(b.x, 1), at_most(overlap, 1)}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(does_not_overflow_at_the_greatest_values) {
    World w;
    const auto a = task_of(w.var(0, 1), {-max_value, 0}, {max_value, max_value});
    const auto b = task_of(w.var(0, 1), {-max_value, max_value - 1}, {-max_value + 1, max_value});
    w.post<Overlap>(a, b, w.var(0, 1));
    Random random{1};
    w.check_everything(Strength::last_open_bounds, random);
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        const auto a = random_task(w, random, random.between(0, 1) == 0);
        const auto b = random_task(w, random, random.between(0, 1) == 0);
        w.post<Overlap>(a, b, w.var(random.between(-1, 1), random.between(1, 4)));
        w.check_everything(Strength::last_open_bounds, random);
    });
}

BOOST_AUTO_TEST_SUITE_END()
