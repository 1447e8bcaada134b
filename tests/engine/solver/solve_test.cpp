#include "engine/solver/solve.hpp"

#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>
#include <memory>
#include <optional>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;

namespace {

using Days = std::shared_ptr<const std::vector<Value>>;

Days random_days(Random& random, int count) {
    auto days = std::make_shared<std::vector<Value>>();
    Value day = random.between(0, 2);
    for (int i = 0; i < count; ++i) {
        days->push_back(day);
        day += random.between(0, 2);
    }
    return days;
}

Literal random_literal(Random& random, const Problem& p) {
    const IntVar x{
        static_cast<std::uint32_t>(random.between(0, static_cast<int>(p.store().var_count()) - 1))};
    const Value v = random.between(p.store().initial_min(x), p.store().initial_max(x));
    switch (random.between(0, 3)) {
        case 0:
            return at_least(x, v);
        case 1:
            return at_most(x, v);
        case 2:
            return equals(x, v);
        default:
            return differs(x, v);
    }
}

SeriesPath random_path(Random& random, Problem& p) {
    SeriesPath path;
    const int members = random.between(1, 3);
    for (int k = 0; k < members; ++k) {
        const Days days = random_days(random, random.between(1, 5));
        const bool is_optional = random.between(0, 3) == 0;
        const auto last = static_cast<Value>(days->size()) - (is_optional ? 0 : 1);
        path.members.emplace_back(p.new_var(0, last), days);
    }
    path.least_gap = random.between(1, 2);
    for (int i = random.between(1, 9); i > 0; --i)
        path.gap_cost.push_back(random.between(0, 5) == 0 ? infinite_cost : random.between(0, 9));
    if (random.between(0, 3) == 0) path.must_pass.push_back(random.between(0, 5));
    return path;
}

// Series, costs and clauses that couple them: small enough to be tried out.
void fill(Random& random, Problem& p) {
    for (int i = random.between(1, 2); i > 0; --i)
        p.add_path(random_path(random, p));
    if (random.between(0, 1) == 1) p.new_bool();
    for (std::uint32_t i = 0; i < p.store().var_count(); ++i) {
        std::vector<Cost> costs;
        for (Value v = p.store().initial_min({i}); v <= p.store().initial_max({i}); ++v)
            costs.push_back(random.between(0, 6));
        p.add_cost({i}, costs);
    }
    for (int i = random.between(0, 6); i > 0; --i) {
        std::vector<Literal> clause;
        for (int k = random.between(1, 3); k > 0; --k)
            clause.push_back(random_literal(random, p));
        p.add_clause(clause);
    }
}

std::optional<Cost> least_cost_by_brute_force(const Problem& p) {
    std::optional<Cost> least;
    Assignment values(p.store().var_count());
    const std::function<void(std::uint32_t)> try_from = [&](std::uint32_t i) {
        if (i == values.size()) {
            if (p.holds(values) && (!least || p.cost(values) < *least)) least = p.cost(values);
            return;
        }
        for (values[i] = p.store().initial_min({i}); values[i] <= p.store().initial_max({i});
             ++values[i])
            try_from(i + 1);
    };
    try_from(0);
    return least;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(solve_problems)

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
