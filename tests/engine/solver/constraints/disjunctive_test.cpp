#include "engine/solver/constraints/disjunctive.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::Disjunctive;
using rul::solver::max_value;
using rul::solver::ThetaTree;

namespace {

// The same with time running backwards: a task from s to s + length then runs from -s - length.
Value mirrored(Value start, Value length) {
    return -start - length;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(disjunctive)

// time   0 1 2 3 4 5
// a      [. # # .]
// b        [. # #]       three tasks of 2 between 0 and 5
// c      [. # # .]
BOOST_AUTO_TEST_CASE(sees_that_a_window_is_too_small) {
    World w;
    const auto a = w.var(0, 9), b = w.var(0, 9), c = w.var(0, 9);
    w.post<Disjunctive>(std::vector{a, b, c}, Values{2, 2, 2});
    w.decide(at_least(a, 1));
    for (const auto x : {a, b, c})
        w.decide(at_most(x, 3));
    BOOST_TEST(!w.propagate());
    BOOST_TEST(w.conflict() == (Literals{at_most(a, 3), at_most(b, 3), at_most(c, 3)}),
               boost::test_tools::per_element());
}

// time   0 1 2 3 4 5 6 7 8
// a        [. . # #]            a and b fill 1..5 but for one; c takes 2 and so comes after both,
// b        [. . # #]            at 5 at the earliest
// c        x x x x [. . . .
BOOST_AUTO_TEST_CASE(puts_one_after_a_set_that_leaves_it_no_room) {
    World w;
    const auto a = w.var(0, 9), b = w.var(0, 9), c = w.var(0, 9);
    w.post<Disjunctive>(std::vector{a, b, c}, Values{2, 2, 2});
    for (const auto x : {a, b, c})
        w.decide(at_least(x, 1));
    w.decide(at_most(a, 3));
    w.decide(at_most(b, 3));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(c) == 5);
    // Six do not even go into five: c might start at 0.
    BOOST_TEST(w.reason(at_least(c, 5))
                   == (Literals{at_least(a, 1), at_most(a, 3), at_least(b, 1), at_most(b, 3)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(puts_one_before_a_set_that_leaves_it_no_room) {
    World w;
    const auto a = w.var(-20, 0), b = w.var(-20, 0), c = w.var(-20, 0);
    w.post<Disjunctive>(std::vector{a, b, c}, Values{2, 2, 2});
    for (const auto x : {a, b, c})
        w.decide(at_most(x, mirrored(1, 2)));
    w.decide(at_least(a, mirrored(3, 2)));
    w.decide(at_least(b, mirrored(3, 2)));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().max(c) == mirrored(5, 2));
}

// a and b start before c could end, so both come before it, one after the other: 0 + 2 + 2, though
// each alone would only keep c away until 2.
BOOST_AUTO_TEST_CASE(waits_for_all_that_can_only_come_before_it) {
    World w;
    const auto a = w.var(0, 9), b = w.var(0, 9), c = w.var(0, 30);
    w.post<Disjunctive>(std::vector{a, b, c}, Values{2, 2, 9});
    w.decide(at_most(a, 8));
    w.decide(at_most(b, 8));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(c) == 4);
    BOOST_TEST(w.reason(at_least(c, 4)) == (Literals{at_most(a, 8), at_most(b, 8)}),
               boost::test_tools::per_element());
}

// time   0 1 2 3 4 5 6 7 8
// a      [. . . . . . .        a and b cannot both end by 3, so c, which starts by 3, has one of
// b      [. . . . . . .        them after it, and ends when that one starts at the latest: 4
// c      [. . . # # # x
BOOST_AUTO_TEST_CASE(ends_before_the_last_of_a_set_that_cannot_all_come_before_it) {
    World w;
    const auto a = w.var(0, 4), b = w.var(0, 4), c = w.var(0, 3);
    w.post<Disjunctive>(std::vector{a, b, c}, Values{2, 2, 2});
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().max(c) == 2);
}

BOOST_AUTO_TEST_CASE(does_not_overflow_at_the_greatest_values) {
    World w;
    const auto a = w.var(-max_value, max_value), b = w.var(-max_value, max_value);
    w.post<Disjunctive>(std::vector{a, b}, Values{max_value, max_value});
    w.decide(at_most(a, -max_value));
    w.decide(at_most(b, max_value - 1));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(b) == 0);
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        std::vector<IntVar> starts;
        Values lengths;
        for (int i = random.between(2, 5); i > 0; --i) {
            const Value min = random.between(-3, 3);
            const Value max = min + random.between(0, 6);
            starts.push_back(w.var(min, max, random_holes(random, min, max)));
            lengths.push_back(random.between(1, 4));
        }
        w.post<Disjunctive>(starts, lengths);
        w.check_everything(Strength::last_open_bounds, random);
    });
}

// Overload, edge finding and the rest written out over all subsets: what each rule promises.
BOOST_AUTO_TEST_CASE(leaves_nothing_that_its_rules_forbid) {
    for_each_seed([](Random& random) {
        World w;
        std::vector<IntVar> starts;
        Values lengths;
        for (int i = 0; i < 4; ++i) {
            const Value min = random.between(0, 6);
            starts.push_back(w.var(min, min + random.between(2, 9)));
            lengths.push_back(random.between(1, 5));
        }
        w.post<Disjunctive>(starts, lengths);
        if (!w.propagate()) return;
        const auto earliest = [&](std::size_t i) { return w.store().min(starts[i]); };
        const auto latest = [&](std::size_t i) { return w.store().max(starts[i]); };
        for (unsigned set = 1; set < 16; ++set) {
            Value begin = 1000, end = 0, length = 0, last = 0;
            for (std::size_t i = 0; i < 4; ++i) {
                if ((set >> i & 1U) == 0) continue;
                begin = std::min(begin, earliest(i));
                end = std::max(end, latest(i) + lengths[i]);
                last = std::max(last, latest(i));
                length += lengths[i];
            }
            BOOST_TEST(begin + length <= end, "overload");
            for (std::size_t i = 0; i < 4; ++i) {
                if ((set >> i & 1U) != 0) continue;
                if (std::min(begin, earliest(i)) + length + lengths[i] > end)
                    BOOST_TEST(earliest(i) >= begin + length, "edge");
                if (earliest(i) + lengths[i] > last)
                    BOOST_TEST(earliest(i) >= begin + length, "precedence");
                if (begin + length > latest(i))
                    BOOST_TEST(latest(i) + lengths[i] <= last, "not last");
            }
        }
    });
}

BOOST_AUTO_TEST_CASE(the_tree_agrees_with_trying_every_grey_task) {
    for_each_seed([](Random& random) {
        struct Leaf {
            rul::solver::Cost start, length;
            int colour;  // 0: none, 1: white, 2: grey
        };
        std::vector<Leaf> leaves;
        for (int i = random.between(1, 7); i > 0; --i)
            leaves.push_back({random.between(-9, 9), random.between(1, 6), random.between(0, 2)});
        std::sort(leaves.begin(), leaves.end(),
                  [](const Leaf& a, const Leaf& b) { return a.start < b.start; });
        ThetaTree tree;
        tree.reset(leaves.size());
        for (std::size_t i = 0; i < leaves.size(); ++i) {
            if (leaves[i].colour == 1) tree.add(i, leaves[i].start, leaves[i].length);
            if (leaves[i].colour == 2) tree.turn_grey(i, leaves[i].start, leaves[i].length);
        }
        const auto completion_with = [&](std::size_t grey) {
            auto best = ThetaTree::none;
            for (std::size_t from = 0; from < leaves.size(); ++from) {
                if (leaves[from].colour != 1 && from != grey) continue;
                rul::solver::Cost end = leaves[from].start;
                for (std::size_t i = from; i < leaves.size(); ++i)
                    if (leaves[i].colour == 1 || i == grey) end += leaves[i].length;
                best = std::max(best, end);
            }
            return best;
        };
        const auto alone = completion_with(leaves.size());
        BOOST_TEST(std::max(tree.completion(), ThetaTree::none / 2)
                   == std::max(alone, ThetaTree::none / 2));
        auto best = alone;
        for (std::size_t i = 0; i < leaves.size(); ++i)
            if (leaves[i].colour == 2) best = std::max(best, completion_with(i));
        if (best > alone) {
            BOOST_TEST(tree.completion_with_grey() == best);
            BOOST_REQUIRE(tree.responsible() < leaves.size());
            BOOST_TEST(completion_with(tree.responsible()) == best);
        }
    });
}

BOOST_AUTO_TEST_SUITE_END()
