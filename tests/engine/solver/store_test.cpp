#include "engine/solver/core/store.hpp"

#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <vector>

using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;

BOOST_AUTO_TEST_SUITE(store)

BOOST_AUTO_TEST_CASE(moves_a_bound_over_the_holes_before_it) {
    Store s;
    const IntVar x = s.new_var(0, 9);
    BOOST_TEST(s.infer(differs(x, 3), {}));
    BOOST_TEST(s.infer(differs(x, 4), {}));
    BOOST_TEST(s.infer(at_least(x, 3), {}));
    BOOST_TEST(s.min(x) == 5);
    BOOST_TEST(s.size(x) == 5);
    BOOST_TEST(s.infer(differs(x, 9), {}));
    BOOST_TEST(s.max(x) == 8);
}

BOOST_AUTO_TEST_CASE(tells_what_changed_since_a_stamp) {
    for_each_seed([](Random& random) {
        Store s;
        for (int i = random.between(1, 9); i > 0; --i)
            static_cast<void>(s.new_var(0, 9));
        std::uint64_t since = s.last_stamp();
        std::vector<std::uint64_t> stamps(s.var_count());
        for (int round = 0; round < 30; ++round) {
            if (random.between(0, 3) == 0) s.backtrack_to(random.between(0, s.level()));
            const IntVar x{
                static_cast<std::uint32_t>(random.between(0, static_cast<int>(s.var_count()) - 1))};
            if (!s.is_fixed(x)) s.decide(at_most(x, s.max(x) - 1));
            if (random.between(0, 1) == 0) continue;
            std::set<std::uint32_t> told;
            const bool is_told =
                s.for_each_changed_since(since, [&](IntVar y) { told.insert(y.index); });
            for (std::uint32_t y = 0; y < s.var_count(); ++y) {
                if (is_told) BOOST_TEST((told.count(y) > 0) == (stamps[y] != s.stamp({y})));
                stamps[y] = s.stamp({y});
            }
            BOOST_TEST((is_told || s.last_stamp() - since > s.var_count()));
            since = s.last_stamp();
        }
    });
}

BOOST_AUTO_TEST_CASE(explains_a_skipped_bound_by_the_bound_before_and_the_holes) {
    Store s;
    const IntVar x = s.new_var(0, 9);
    const IntVar b = s.new_bool();
    s.decide(is_true(b));
    BOOST_TEST(s.infer(differs(x, 3), {is_true(b)}));
    s.decide(at_least(x, 3));
    const Position skip = s.position_of(at_least(x, 4));
    std::vector<Literal> reason;
    s.append_reason(skip, reason);
    const std::vector<Literal> expected{at_least(x, 3), differs(x, 3)};
    BOOST_TEST(reason == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(fails_when_the_last_value_goes_and_says_which_literals_took_them) {
    Store s;
    const IntVar x = s.new_var(0, 2);
    BOOST_TEST(s.infer(differs(x, 1), {}));
    BOOST_TEST(s.infer(at_least(x, 1), {}));
    BOOST_TEST(s.is_fixed(x));
    BOOST_TEST(!s.infer(differs(x, 2), {}));
    for (const Literal l : s.conflict())
        BOOST_TEST(s.is_true(l));
}

BOOST_AUTO_TEST_CASE(keeps_no_holes_in_a_wide_variable_but_moves_its_bounds) {
    Store s;
    const IntVar x = s.new_var(0, Store::dense_limit * 2);
    BOOST_TEST(!s.is_dense(x));
    BOOST_TEST(s.infer(differs(x, 0), {}));
    BOOST_TEST(s.min(x) == 1);
}

// A plain copy of what a store should hold, changed alongside.
struct Twin {
    std::set<Value> values;
};

BOOST_AUTO_TEST_CASE(agrees_with_plain_sets_through_changes_and_backtracking) {
    for_each_seed([](Random& random) {
        Store s;
        const int width = random.between(1, 150);
        const IntVar x = s.new_var(-3, width - 4);
        std::vector<Twin> levels(1);
        for (Value v = -3; v <= width - 4; ++v)
            levels[0].values.insert(v);
        // What was in the domain before each change of the trail, to be asked about later.
        std::vector<std::set<Value>> before;
        for (int step = 0; step < 60; ++step) {
            const Value v = random.between(-4, width - 3);
            const int what = random.between(0, 9);
            if (what == 0 && s.level() > 0) {
                const int level = random.between(0, s.level() - 1);
                s.backtrack_to(level);
                levels.resize(static_cast<std::size_t>(level) + 1);
                before.resize(static_cast<std::size_t>(s.trail_size()));
            } else {
                const Literal l = what < 4   ? differs(x, v)
                                  : what < 7 ? at_least(x, v)
                                             : at_most(x, v);
                std::set<Value> left;
                for (const Value value : levels.back().values)
                    if (holds(l, value)) left.insert(value);
                if (left.empty()) continue;
                if (what % 2 == 1 && l.op != Literal::Op::ne && !s.is_true(l)) {
                    levels.push_back(levels.back());
                    s.decide(l);
                } else {
                    BOOST_REQUIRE(s.infer(l, {}));
                }
                before.resize(static_cast<std::size_t>(s.trail_size()), levels.back().values);
                levels.back().values = left;
            }
            const std::set<Value>& now = levels.back().values;
            BOOST_REQUIRE(s.min(x) == *now.begin());
            BOOST_REQUIRE(s.max(x) == *now.rbegin());
            BOOST_REQUIRE(s.size(x) == static_cast<Value>(now.size()));
            BOOST_REQUIRE(s.contains(x, v) == now.contains(v));
            const auto next = now.lower_bound(v);
            if (next == now.end())
                BOOST_REQUIRE(s.next(x, v) >= std::max(v, *now.rbegin() + 1));
            else
                BOOST_REQUIRE(s.next(x, v) == *next);
            const auto above = now.upper_bound(v);
            if (above == now.begin())
                BOOST_REQUIRE(s.previous(x, v) <= std::min(v, *now.begin() - 1));
            else
                BOOST_REQUIRE(s.previous(x, v) == *std::prev(above));
            if (!before.empty()) {
                const auto at = random.between(0, s.trail_size() - 1);
                const bool was_in = before[static_cast<std::size_t>(at)].contains(v);
                // Between a bound and the skip that follows it the domain is the same set.
                if (was_in != s.contained(x, v, at))
                    BOOST_REQUIRE((s.change(at).reason.kind == Reason::Kind::skip));
            }
        }
    });
}

BOOST_AUTO_TEST_CASE(finds_the_change_that_first_made_a_literal_true) {
    Store s;
    const IntVar x = s.new_var(0, 9);
    BOOST_TEST(s.infer(at_least(x, 2), {}));
    BOOST_TEST(s.infer(at_least(x, 6), {}));
    BOOST_TEST(s.position_of(at_least(x, 0)) == -1);
    BOOST_TEST(s.position_of(at_least(x, 2)) == 0);
    BOOST_TEST(s.position_of(at_least(x, 3)) == 1);
    BOOST_TEST(s.position_of(differs(x, 1)) == 0);
    BOOST_TEST(s.position_of(differs(x, 5)) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
