#include "engine/solver/core/engine.hpp"

#include "tests/support/random_constraints.hpp"
#include "tests/support/random_problem.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;

namespace {

bool are_all_true(const std::vector<Literal>& literals, const Assignment& values) {
    return std::all_of(literals.begin(), literals.end(),
                       [&](Literal l) { return holds(l, values[l.var]); });
}

void add_clauses(Random& random, Problem& p) {
    for (int i = random.between(1, 3); i > 0; --i)
        p.new_var(0, random.between(1, 4));
    for (int i = random.between(2, 12); i > 0; --i) {
        std::vector<Literal> clause;
        for (int k = random.between(2, 3); k > 0; --k)
            clause.push_back(random_literal(random, p));
        p.add_clause(clause);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(engine)

BOOST_AUTO_TEST_CASE(learns_only_nogoods_that_no_solution_breaks) {
    for_each_seed(
        [](Random& random) {
            Problem p;
            add_clauses(random, p);
            const auto solutions = solutions_by_brute_force(p);
            Engine e{p};
            bool is_open = true;
            for (const auto& clause : p.clauses())
                is_open = is_open && e.add_clause(clause);
            // Random decisions until everything is fixed or nothing is left; each nogood is
            // checked.
            bool found = false;
            while (is_open && !found) {
                if (!e.propagate()) {
                    is_open = e.resolve_conflict();
                    for (const Assignment& values : solutions)
                        BOOST_REQUIRE(!are_all_true(e.learned(), values));
                    continue;
                }
                std::vector<IntVar> open;
                for (std::uint32_t i = 0; i < e.store().var_count(); ++i)
                    if (!e.store().is_fixed({i})) open.push_back({i});
                found = open.empty();
                if (found) break;
                const IntVar x = open[static_cast<std::size_t>(
                    random.between(0, static_cast<int>(open.size()) - 1))];
                const Value v = random.between(e.store().min(x), e.store().max(x) - 1);
                e.store().decide(random.between(0, 1) == 0 ? at_most(x, v) : at_least(x, v + 1));
            }
            BOOST_TEST(found == !solutions.empty());
        },
        1500);
}

BOOST_AUTO_TEST_CASE(forgets_learned_clauses_without_losing_a_solution) {
    for_each_seed([](Random& random) {
        Problem p;
        add_clauses(random, p);
        const bool has_solution = !solutions_by_brute_force(p).empty();
        Engine e{p};
        bool is_open = true;
        for (const auto& clause : p.clauses())
            is_open = is_open && e.add_clause(clause);
        bool found = false;
        while (is_open && !found) {
            if (!e.propagate()) {
                is_open = e.resolve_conflict();
                e.backtrack_to(0);
                if (is_open && e.propagate())
                    e.forget_clauses();
                else if (is_open)
                    is_open = e.resolve_conflict();
                continue;
            }
            found = true;
            for (std::uint32_t i = 0; i < e.store().var_count() && found; ++i)
                if (!e.store().is_fixed({i})) {
                    e.store().decide(at_most({i}, e.store().min({i})));
                    found = false;
                }
        }
        BOOST_TEST(found == has_solution);
    });
}

// A conflict in the midst of decisions taken together undoes some of them; what the others woke
// must still be called.
BOOST_AUTO_TEST_CASE(calls_whatever_decisions_taken_together_have_woken) {
    for_each_seed(
        [](Random& random) {
            Problem p;
            fill(random, p);
            RandomConstraints constraints{random, p};
            for (int i = random.between(2, 4); i > 0; --i)
                constraints.post_one();
            Engine e{p};
            bool is_open = !p.is_trivially_infeasible();
            for (const auto& clause : p.clauses())
                is_open = is_open && e.add_clause(clause);
            is_open = is_open && e.propagate();
            bool is_fixed = false;
            while (is_open && !is_fixed) {
                is_fixed = true;
                for (std::uint32_t i = 0; i < e.store().var_count(); ++i) {
                    if (e.store().is_fixed({i})) continue;
                    is_fixed = false;
                    const Value max = e.store().max({i});
                    e.store().decide(at_most({i}, random.between(e.store().min({i}), max - 1)));
                }
                while (is_open && !e.propagate())
                    is_open = e.resolve_conflict();
            }
            if (!is_fixed) return;
            Assignment values;
            for (std::uint32_t i = 0; i < e.store().var_count(); ++i)
                values.push_back(e.store().min({i}));
            for (const auto& constraint : p.constraints())
                BOOST_TEST(constraint->holds(values));
        },
        3000);
}

BOOST_AUTO_TEST_SUITE_END()
