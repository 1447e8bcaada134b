#include "engine/solver/search/priced_sweeps.hpp"

#include "engine/solver/bounds/relaxation_of.hpp"
#include "engine/solver/constraints/binary.hpp"
#include "engine/solver/constraints/count.hpp"
#include "engine/solver/solve.hpp"
#include "tests/support/random_problem.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;

namespace {

Assignment least_values(const Problem& p) {
    Assignment values;
    for (std::uint32_t x = 0; x < p.store().var_count(); ++x)
        values.push_back(p.store().initial_min({x}));
    return values;
}

// The least cost of what breaks nothing, within so many passes; what that is must be a solution.
Cost least_swept(const Problem& p, int passes, std::uint64_t seed = 1) {
    const Relaxation rows = relaxation_of(p);
    PricedSweeps sweeps{p, rows, seed};
    Cost least = infinite_cost;
    if (!sweeps.has_parts()) return least;
    sweeps.start(least_values(p));
    for (int i = 0; i < passes && sweeps.pass(p.store()); ++i) {
        if (sweeps.broken() > 0) continue;
        BOOST_TEST(p.holds(sweeps.values()));
        BOOST_TEST(p.cost(sweeps.values()) == sweeps.cost());
        least = std::min(least, sweeps.cost());
        if (!sweeps.shake(p.store())) break;
    }
    return least;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(priced_sweeps)

BOOST_AUTO_TEST_CASE(call_nothing_broken_only_what_is_a_solution_at_its_true_cost) {
    for_each_seed([](Random& random) {
        Problem p;
        fill(random, p);
        if (p.is_trivially_infeasible()) return;
        const Cost swept = least_swept(p, 40);
        const auto least = least_cost_by_brute_force(p);
        BOOST_TEST(swept >= least.value_or(infinite_cost));
    });
}

BOOST_AUTO_TEST_CASE(mostly_find_the_best_of_what_is_tiny) {
    int solvable = 0;
    int found = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        Random random{seed};
        Problem p;
        fill(random, p);
        const auto least = least_cost_by_brute_force(p);
        if (!least || *least >= infinite_cost || p.is_trivially_infeasible()) continue;
        ++solvable;
        if (least_swept(p, 200) == *least) ++found;
    }
    BOOST_TEST(solvable > 100);
    BOOST_TEST(found * 10 > solvable * 8);
}

// How many of five are taken costs 10 for each that two differ from it; to be taken costs 1.
BOOST_AUTO_TEST_CASE(make_others_pay_for_a_variable_that_follows_them) {
    Problem p;
    std::vector<Literal> taken;
    for (int i = 0; i < 5; ++i) {
        const IntVar x = p.new_bool();
        p.add_linear_cost(x, 1);
        taken.push_back(is_true(x));
    }
    const IntVar count = p.new_var(0, 5);
    p.add_cost(count, {20, 10, 0, 10, 20, 30});
    p.post<Count>(taken, count);
    BOOST_TEST(least_swept(p, 10) == 2);
}

namespace {

IntVar meeting_on_one_of(Problem& p, const Days& days) {
    SeriesPath path;
    const IntVar x = p.new_var(0, static_cast<Value>(days->size()) - 1);
    path.members.emplace_back(x, days);
    path.gap_cost.assign(1, 0);
    p.add_path(std::move(path));
    return x;
}

std::shared_ptr<const IntervalTable> all_but_the_same(Value count) {
    std::vector<std::vector<IntervalTable::Interval>> others;
    for (Value v = 0; v < count; ++v) {
        auto& allowed = others.emplace_back();
        if (v > 0) allowed.push_back({0, v - 1});
        if (v + 1 < count) allowed.push_back({v + 1, count - 1});
    }
    return std::make_shared<const IntervalTable>(others);
}

}  // namespace

// Both would rather be on the first day; the table of pairs has no rows.
BOOST_AUTO_TEST_CASE(keep_pairs_apart_that_have_no_rows) {
    Problem p;
    const auto days = std::make_shared<const std::vector<Value>>(std::vector<Value>{0, 1, 2});
    const IntVar a = meeting_on_one_of(p, days);
    const IntVar b = meeting_on_one_of(p, days);
    p.add_cost(a, {0, 5, 9});
    p.add_cost(b, {0, 3, 9});
    p.post<Binary>(a, b, all_but_the_same(3), all_but_the_same(3));
    BOOST_TEST(least_swept(p, 20) == 3);
}

// "Unless somebody is missing", which costs: the cheaper of the two is taken. The one who is
// missing follows from a bool that costs nothing itself, and the search finds out who it is.
BOOST_AUTO_TEST_CASE(pay_for_pairs_that_may_be_broken_at_a_price) {
    for (const Cost price : {2, 7}) {
        Problem p;
        const auto days = std::make_shared<const std::vector<Value>>(std::vector<Value>{0, 1});
        const IntVar a = meeting_on_one_of(p, days);
        const IntVar b = meeting_on_one_of(p, days);
        p.add_cost(a, {0, 5});
        p.add_cost(b, {0, 6});
        const Literal clash = is_true(p.new_bool());
        const IntVar missing = p.new_bool();
        p.add_linear_cost(missing, price);
        p.add_clause({!clash, is_true(missing)});
        p.post<Binary>(a, b, all_but_the_same(2), all_but_the_same(2), Condition{{!clash}});
        const Relaxation rows = relaxation_of(p);
        PricedSweeps sweeps{p, rows, 1};
        sweeps.start(least_values(p));
        for (int i = 0; i < 10; ++i)
            BOOST_REQUIRE(sweeps.pass(p.store()));
        BOOST_TEST(sweeps.broken() == 0);
        BOOST_TEST(sweeps.cost() == std::min<Cost>(price, 5));
        const bool is_apart = sweeps.values()[a.index] != sweeps.values()[b.index];
        BOOST_TEST(is_apart == (price > 5));
        SolveLimits limits;
        BOOST_TEST(solve(p, limits).cost == std::min<Cost>(price, 5));
    }
}

BOOST_AUTO_TEST_CASE(go_back_to_where_they_were) {
    for_each_seed([](Random& random) {
        Problem p;
        fill(random, p);
        if (p.is_trivially_infeasible()) return;
        const Relaxation rows = relaxation_of(p);
        PricedSweeps sweeps{p, rows, 1};
        if (!sweeps.has_parts()) return;
        sweeps.start(least_values(p));
        if (!sweeps.pass(p.store()) || sweeps.broken() > 0) return;
        const Assignment there = sweeps.values();
        const Cost cost = sweeps.cost();
        for (int i = 0; i < 3; ++i)
            if (!sweeps.shake(p.store())) return;
        sweeps.restore(there);
        BOOST_TEST(sweeps.values() == there);
        BOOST_TEST(sweeps.cost() == cost);
        BOOST_TEST(sweeps.broken() == 0);
    });
}

BOOST_AUTO_TEST_CASE(are_the_same_for_the_same_seed) {
    for_each_seed([](Random& random) {
        Problem p;
        fill(random, p);
        if (p.is_trivially_infeasible()) return;
        BOOST_TEST(least_swept(p, 20, 3) == least_swept(p, 20, 3));
    });
}

BOOST_AUTO_TEST_SUITE_END()
