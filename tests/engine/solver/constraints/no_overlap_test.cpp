#include "engine/solver/constraints/no_overlap.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::max_value;
using rul::solver::NoOverlap;
using rul::solver::Task;

namespace {

Task task(IntVar x, Values start, Values end) {
    return {x, std::make_shared<const Values>(std::move(start)),
            std::make_shared<const Values>(std::move(end))};
}

// All of one length, from 0 on.
Task even_task(World& w, Value count, Value length) {
    Values start, end;
    for (Value v = 0; v < count; ++v) {
        start.push_back(v);
        end.push_back(v + length);
    }
    return task(w.var(0, count - 1), start, end);
}

Task random_task(World& w, Random& random) {
    Values start{random.between(0, 4)}, end;
    const int count = random.between(1, 5);
    for (int i = 1; i < count; ++i)
        start.push_back(start.back() + random.between(0, 2));
    for (const Value s : start)
        end.push_back(s + random.between(1, 4));
    const Value last = count - (random.between(0, 1) == 0 ? 0 : 1);
    return task(w.var(0, last, random_holes(random, 0, last)), start, end);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(no_overlap)

// time   0 1 2 3 4 5 6 7 8
// a          [# #]             a starts at 2 or 3 and takes 3: it runs from 3 to 5 for certain;
// b      . x x x x . .         b takes 2 and needs a pause of 1: neither 1..5
BOOST_AUTO_TEST_CASE(keeps_clear_of_what_runs_for_certain) {
    World w;
    const auto a = even_task(w, 6, 3), b = even_task(w, 9, 2);
    w.post<NoOverlap>(std::vector{a, b}, 1);
    w.decide(at_least(a.x, 2));
    w.decide(at_most(a.x, 3));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(b.x) == (Values{0, 6, 7, 8}), boost::test_tools::per_element());
    BOOST_TEST(w.reason(differs(b.x, 3)).empty());  // wherever a is
    BOOST_TEST(w.reason(differs(b.x, 5)) == Literals{at_least(a.x, 2)},
               boost::test_tools::per_element());
    BOOST_TEST(w.reason(differs(b.x, 1)) == Literals{at_most(a.x, 3)},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(moves_a_bound_over_the_other) {
    World w;
    const auto a = even_task(w, 6, 3), b = even_task(w, 9, 2);
    w.post<NoOverlap>(std::vector{a, b}, 0);
    w.decide(at_least(a.x, 2));
    w.decide(at_most(a.x, 2));
    w.decide(at_least(b.x, 1));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(b.x) == 5);
    BOOST_TEST(w.reason(at_least(b.x, 5))
                   == (Literals{at_least(a.x, 2), at_most(a.x, 2), at_least(b.x, 1)}),
               boost::test_tools::per_element());
}

// a at 0 or 5 takes 1 and nothing runs for certain, but with a pause of 3 on both sides there is no
// room for b between the two.
BOOST_AUTO_TEST_CASE(knows_where_the_other_is_in_the_way_wherever_it_is) {
    World w;
    const auto a = task(w.var(0, 1), {0, 5}, {1, 6}), b = even_task(w, 10, 1);
    w.post<NoOverlap>(std::vector{a, b}, 3);
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(b.x) == (Values{0, 1, 4, 5, 6, 7, 8, 9}), boost::test_tools::per_element());
}

// The value that begins first need not end first: 0 and 1 both begin at 0, but 1 ends long before.
BOOST_AUTO_TEST_CASE(knows_that_a_later_value_may_end_earlier) {
    World w;
    const auto a = task(w.var(0, 1), {0, 0}, {9, 1});
    const auto b = even_task(w, 4, 1);
    w.post<NoOverlap>(std::vector{a, b}, 0);
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(b.x) == (Values{1, 2, 3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(fails_when_two_are_fixed_over_each_other) {
    World w;
    const auto a = task(w.var(0, 0), {3}, {5}), b = task(w.var(0, 1), {4}, {6});
    w.post<NoOverlap>(std::vector{a, b}, 0);
    w.decide(at_most(b.x, 0));
    BOOST_TEST(!w.propagate());
    BOOST_TEST(w.conflict() == Literals{at_most(b.x, 0)}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(does_not_overflow_at_the_greatest_values) {
    World w;
    const auto a = task(w.var(0, 2), {-max_value, 0}, {max_value, max_value});
    const auto b = task(w.var(0, 2), {-max_value, max_value - 1}, {-max_value + 1, max_value});
    w.post<NoOverlap>(std::vector{a, b}, max_value);
    Random random{1};
    w.check_everything(Strength::last_open, random);
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        std::vector<Task> tasks;
        for (int i = random.between(2, 4); i > 0; --i)
            tasks.push_back(random_task(w, random));
        w.post<NoOverlap>(tasks, random.between(0, 2));
        w.check_everything(Strength::last_open, random);
    });
}

// Time-table: no value is left that clashes with every value between the bounds of another.
BOOST_AUTO_TEST_CASE(leaves_no_value_in_the_way_of_another) {
    for_each_seed([](Random& random) {
        World w;
        const auto a = random_task(w, random), b = random_task(w, random);
        const Value pause = random.between(0, 3);
        w.post<NoOverlap>(std::vector{a, b}, pause);
        if (!w.propagate()) return;
        for (const auto& [i, j] : {std::pair{a, b}, std::pair{b, a}})
            for (const Value v : w.values(j.x)) {
                bool fits = !j.is_held_at(v) || !i.is_held(w.store());
                for (Value u = w.store().min(i.x); !fits && u <= w.store().max(i.x); ++u)
                    fits = j.start_at(v) >= i.end_at(u) + pause
                           || i.start_at(u) >= j.end_at(v) + pause;
                BOOST_TEST(fits, "value " << v);
            }
    });
}

BOOST_AUTO_TEST_SUITE_END()
