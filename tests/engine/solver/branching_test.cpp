#include "engine/solver/search/branching.hpp"

#include "engine/solver/bounds/relaxation_of.hpp"
#include "engine/solver/check/nogood_checker.hpp"
#include "engine/solver/search/search.hpp"
#include "tests/support/random_constraints.hpp"
#include "tests/support/random_problem.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

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
        checker.emplace(p);
        engine.emplace(p);
        engine->show(&*checker);
        auto exact = std::make_unique<PricedBound>(p, *rows, Prices{});  // guards the series
        guard = exact.get();
        engine->post(std::move(exact));
        is_open = !p.is_trivially_infeasible();
        for (const auto& clause : p.clauses())
            is_open = is_open && engine->add_clause(clause);
        is_open = is_open && engine->propagate();
    }

    Problem p;
    std::optional<Relaxation> rows;
    std::optional<check::NogoodChecker> checker;
    std::optional<Engine> engine;
    PricedBound* guard = nullptr;
    bool is_open = false;
};

Assignment values_of(const Engine& engine) {
    Assignment values;
    for (std::uint32_t x = 0; x < engine.store().var_count(); ++x)
        values.push_back(engine.store().min({x}));
    return values;
}

// Until all variables are fixed. False: nothing is left.
bool decide_at_random(Random& random, Engine& engine) {
    for (;;) {
        while (!engine.propagate())
            if (!engine.resolve_conflict()) return false;
        std::vector<IntVar> open;
        for (std::uint32_t x = 0; x < engine.store().var_count(); ++x)
            if (!engine.store().is_fixed({x})) open.push_back({x});
        if (open.empty()) return true;
        const IntVar x = open[static_cast<std::size_t>(random.next() % open.size())];
        const Value v = random.between(engine.store().min(x), engine.store().max(x) - 1);
        engine.store().decide(random.between(0, 1) == 0 ? at_most(x, v) : at_least(x, v + 1));
    }
}

// Halves until nothing is open; the first solution below `limit` that the engine stands at.
std::optional<Cost> first_below(Case& c, Cost limit, Cost least) {
    c.checker->set_limit(limit);
    Branching tree{c.p, *c.rows, *c.engine, Prices(c.rows->rows().size(), 0), 0};
    while (!tree.is_done()) {
        if (least < limit) BOOST_TEST(tree.bound() <= least);
        if (tree.enter(limit, never) != Branching::Entered::open || tree.split()) continue;
        const Assignment values = values_of(*c.engine);
        BOOST_TEST(c.p.holds(values));
        if (c.p.cost(values) < limit) return c.p.cost(values);
        tree.close();
    }
    BOOST_TEST(c.checker->fault() == "");
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

BOOST_AUTO_TEST_CASE(closes_nothing_wrongly_when_it_is_stopped_at_any_time) {
    for_each_seed([](Random& random) {
        Case c{random};
        const auto least = least_cost_by_brute_force(c.p);
        if (!c.is_open || !least) return;
        Branching tree{c.p, *c.rows, *c.engine, Prices(c.rows->rows().size(), 0), 0};
        for (int i = 0; i < 20 && !tree.is_done(); ++i) {
            int questions = random.between(0, 20);
            const auto stop = [&] { return questions-- <= 0; };
            const auto entered = tree.enter(*least + 1, stop);
            BOOST_TEST(tree.bound() <= *least);
            if (entered != Branching::Entered::open) continue;
            if (!tree.split()) break;
        }
        BOOST_TEST(!tree.is_done());
    });
}

// The decisions of a node are the reason of what it deletes: they must not be when others decide.
BOOST_AUTO_TEST_CASE(leaves_no_decision_behind_for_a_search_that_follows) {
    for_each_seed(
        [](Random& random) {
            Case c{random};
            const auto least = least_cost_by_brute_force(c.p);
            if (!c.is_open || !least) return;
            Branching tree{c.p, *c.rows, *c.engine, Prices(c.rows->rows().size(), 0), 0};
            Cost limit = *least + random.between(1, 2);
            while (!tree.is_done()) {
                if (tree.enter(limit, never) != Branching::Entered::open) continue;
                if (!tree.decisions().empty() && random.between(0, 2) == 0) break;
                if (!tree.split()) break;
            }
            tree.leave();
            // What the tree closed costs the limit or more; the least is still to be found,
            // whatever is decided first.
            c.checker->set_limit(limit);
            for (bool is_open = true; is_open;) {
                c.guard->set_limit(limit);
                c.engine->wake(*c.guard);
                is_open = decide_at_random(random, *c.engine);
                if (is_open) limit = c.p.cost(values_of(*c.engine));
                c.checker->set_limit(limit);
                c.engine->backtrack_to(0);
            }
            BOOST_TEST(limit == *least);
            BOOST_TEST(c.checker->fault() == "");
        },
        1000);
}

// A node that can be neither finished nor split is not lost.
BOOST_AUTO_TEST_CASE(keeps_a_node_open_until_it_is_closed) {
    for_each_seed([](Random& random) {
        Case c{random};
        const auto least = least_cost_by_brute_force(c.p);
        if (!c.is_open || !least) return;
        Branching tree{c.p, *c.rows, *c.engine, Prices(c.rows->rows().size(), 0), 0};
        for (int i = 0; i < 30; ++i) {
            BOOST_REQUIRE(!tree.is_done());
            const auto entered = tree.enter(*least + 1, never);
            if (entered == Branching::Entered::open && random.between(0, 1) == 0)
                static_cast<void>(tree.split());
        }
        BOOST_TEST(tree.bound() <= *least);
    });
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
