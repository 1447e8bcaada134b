#include "engine/solver/search/branching.hpp"

#include "engine/solver/bounds/relaxation_of.hpp"
#include "engine/solver/search/search.hpp"
#include "tests/support/random_constraints.hpp"
#include "tests/support/random_problem.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <memory>
#include <optional>

using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;

namespace {

const std::function<bool()> never = [] { return false; };

// A problem whose costs are 0 or more, and an engine at its root. None: the root says no.
struct Case {
    explicit Case(Random& random) {
        fill(random, p);
        RandomConstraints constraints{random, p};
        for (int i = random.between(0, 2); i > 0; --i)
            constraints.post_one();
        rows.emplace(relaxation_of(p));
        engine.emplace(p);
        engine->post(std::make_unique<PricedBound>(p, *rows, Prices{}));  // guards the series
        is_open = !p.is_trivially_infeasible();
        for (const auto& clause : p.clauses())
            is_open = is_open && engine->add_clause(clause);
        is_open = is_open && engine->propagate();
    }

    Problem p;
    std::optional<Relaxation> rows;
    std::optional<Engine> engine;
    bool is_open = false;
};

// Halves until nothing is open; the first solution below `limit` that the engine stands at.
std::optional<Cost> first_below(Case& c, Cost limit, Cost least) {
    Branching tree{c.p, *c.rows, *c.engine, Prices(c.rows->rows().size(), 0), 0};
    while (!tree.is_done()) {
        if (least < limit) BOOST_TEST(tree.bound() <= least);
        if (tree.enter(limit, never) != Branching::Entered::open || tree.split()) continue;
        Assignment values;
        for (std::uint32_t x = 0; x < c.p.store().var_count(); ++x)
            values.push_back(c.engine->store().min({x}));
        BOOST_TEST(c.p.holds(values));
        if (c.p.cost(values) < limit) return c.p.cost(values);
        tree.close();
    }
    return std::nullopt;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(branching)

BOOST_AUTO_TEST_CASE(closes_everything_only_when_nothing_is_below_the_limit) {
    for_each_seed(
        [](Random& random) {
            Case c{random};
            const auto least = least_cost_by_brute_force(c.p);
            if (!c.is_open) return;
            const Cost limit = least.value_or(5) + random.between(0, 3);
            const auto found = first_below(c, limit, least.value_or(infinite_cost));
            BOOST_TEST(found.has_value() == (least && *least < limit));
            if (found) BOOST_TEST(*found >= *least);
        },
        500);
}

BOOST_AUTO_TEST_CASE(leaves_a_node_as_it_was_when_it_is_stopped) {
    Problem p;
    SeriesPath path;
    const auto days = std::make_shared<std::vector<Value>>(std::vector<Value>{0, 5, 9});
    for (int i = 0; i < 2; ++i)
        path.members.emplace_back(p.new_var(0, 2), days);
    path.least_gap = 1;
    path.gap_cost.assign(9, 3);
    p.add_path(path);
    Engine engine{p};
    BOOST_REQUIRE(engine.propagate());
    const Relaxation rows = relaxation_of(p);
    Branching tree{p, rows, engine, Prices(rows.rows().size(), 0), 2};
    const bool is_stopped =
        tree.enter(infinite_cost, [] { return true; }) == Branching::Entered::stopped;
    BOOST_TEST(is_stopped);
    BOOST_TEST(!tree.is_done());
    BOOST_TEST(tree.bound() == 2);
}

BOOST_AUTO_TEST_CASE(searches_only_where_all_that_is_assumed_holds) {
    for_each_seed(
        [](Random& random) {
            Case c{random};
            if (!c.is_open) return;
            std::vector<Literal> assumed;
            for (int i = random.between(1, 3); i > 0; --i) {
                const Literal l = random_literal(random, c.p);
                if (l.op == Literal::Op::ge || l.op == Literal::Op::le) assumed.push_back(l);
            }
            const auto holds = [&](const Assignment& values) {
                return c.p.holds(values)
                       && std::all_of(assumed.begin(), assumed.end(), [&](Literal l) {
                              const Value v = values[l.var];
                              return l.op == Literal::Op::ge ? v >= l.value : v <= l.value;
                          });
            };
            bool is_possible = false;
            for_each_assignment(
                c.p, [&](const Assignment& values) { is_possible = is_possible || holds(values); });
            Search search{*c.engine, {}, {}, 1};
            search.assume(assumed);
            const Search::Outcome outcome = search.run(1'000'000, {}, never);
            BOOST_TEST((outcome == Search::Outcome::solution) == is_possible);
            if (outcome == Search::Outcome::solution) BOOST_TEST(holds(search.values()));
        },
        500);
}

BOOST_AUTO_TEST_SUITE_END()
