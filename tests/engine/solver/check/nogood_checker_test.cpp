#include "engine/solver/check/nogood_checker.hpp"

#include "engine/solver/core/engine.hpp"
#include "engine/solver/core/renaming.hpp"
#include "engine/solver/solve.hpp"
#include "tests/support/random_constraints.hpp"
#include "tests/support/random_problem.hpp"
#include "tests/support/search_alone.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::check::NogoodChecker;

namespace {

// Holds for all; its reason leaves out what it rests on.
class Careless final : public Propagator {
  public:
    Careless(IntVar a, IntVar b) : scope_{a, b} {}

    [[nodiscard]] std::string_view name() const override { return "careless"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    [[nodiscard]] bool propagate(Store& s) override {
        return s.min(scope_[0]) < 1 || s.infer(at_least(scope_[1], 1), {});
    }
    [[nodiscard]] bool holds(const Assignment& values) const override {
        return values[0] < 1 || values[1] >= 1;
    }
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &Careless::scope_);
    }

  private:
    std::vector<IntVar> scope_;
};

Cost assignments_of(const Problem& p) {
    Cost count = 1;
    for (std::uint32_t i = 0; i < p.store().var_count(); ++i)
        count *= p.store().initial_max({i}) - p.store().initial_min({i}) + 1;
    return count;
}

// Series, clauses and some constraints, as long as brute force can follow.
void fill_more(Random& random, Problem& p) {
    fill(random, p);
    RandomConstraints constraints{random, p};
    for (int i = random.between(0, 7); i > 0 && assignments_of(p) <= 3000; --i)
        constraints.post_one();
}

/// Each fault is an error.
void look_at_all(const Problem& p, std::uint64_t seed) {
    NogoodChecker checker{p};
    const auto hear = [&](std::optional<Cost> best, Cost, const Assignment*) {
        if (best) checker.set_limit(*best);
    };
    static_cast<void>(solve(p, {.seed = seed, .onlooker = &checker}, hear));
    BOOST_TEST(checker.fault() == "");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(nogoods)

BOOST_AUTO_TEST_CASE(forbid_no_solution_that_is_still_looked_for) {
    for_each_seed([](Random& random) {
        Problem p;
        fill_more(random, p);
        look_at_all(p, random.next());
    });
}

BOOST_AUTO_TEST_CASE(of_the_search_alone_forbid_no_solution_that_is_still_looked_for) {
    std::int64_t looked_at = 0;
    int rounds = 0;
    for_each_seed(
        [&](Random& random) {
            Problem p;
            fill_more(random, p);
            SearchAlone search{p, random.next()};
            const auto least = search.least_cost();
            BOOST_TEST(search.fault() == "");
            BOOST_TEST((least == least_cost_by_brute_force(p)));
            looked_at += search.looked_at();
            ++rounds;
        },
        800);
    if (rounds > 1) BOOST_TEST(looked_at > 4 * rounds);  // or there is nothing to be seen
}

// The same solve, told of every conclusion or of none.
BOOST_AUTO_TEST_CASE(are_the_same_whether_or_not_somebody_looks) {
    for_each_seed(
        [](Random& random) {
            Problem p;
            fill(random, p);
            NogoodChecker checker{p};
            const SolveResult seen = solve(p, {.onlooker = &checker});
            const SolveResult unseen = solve(p, {});
            BOOST_TEST((seen.statistics == unseen.statistics));
        },
        100);
}

// x >= 1 -> y >= 1, said as if y >= 1 held in any case.
BOOST_AUTO_TEST_CASE(that_forbid_a_solution_are_told_with_it) {
    Problem p;
    const IntVar x = p.new_bool();
    const IntVar y = p.new_bool();
    p.post<Careless>(x, y);
    Engine e{p};
    NogoodChecker checker{p};
    e.show(&checker);
    BOOST_REQUIRE(e.add_clause({is_false(x), is_false(y)}));
    BOOST_REQUIRE(e.propagate());
    e.store().decide(is_true(x));
    BOOST_TEST(!e.propagate());
    BOOST_TEST(e.resolve_conflict());
    BOOST_TEST(checker.fault() == "a conflict is none: x1 <= 0; a solution of cost 0 has 0 0");
}

BOOST_AUTO_TEST_CASE(may_forbid_what_costs_no_less_than_the_best) {
    Problem p;
    const IntVar x = p.new_bool();
    p.add_cost(x, {2, 5});
    NogoodChecker checker{p};
    checker.set_limit(5);
    const Literal dear = is_true(x);
    checker.conflicting({&dear, 1});
    BOOST_TEST(checker.fault() == "");
    const Literal cheap = is_false(x);
    checker.conflicting({&cheap, 1});
    BOOST_TEST(checker.fault() == "a conflict is none: x0 <= 0; a solution of cost 2 has 0");
}

BOOST_AUTO_TEST_SUITE_END()
