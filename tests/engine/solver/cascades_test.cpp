#include "engine/solver/cascades.hpp"

#include "engine/solver/check/brute_force.hpp"
#include "tests/support/random_constraints.hpp"
#include "tests/support/random_problem.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <atomic>
#include <optional>
#include <utility>
#include <vector>

using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;

namespace {

// A problem, values that need not be a solution, and what must be.
struct Case {
    explicit Case(Random& random) {
        fill(random, p);
        RandomConstraints constraints{random, p};
        for (int i = random.between(0, 3); i > 0; --i)
            constraints.post_one();
        for (std::uint32_t x = 0; x < p.store().var_count(); ++x) {
            near.push_back(random.between(p.store().initial_min({x}), p.store().initial_max({x})));
            if (random.between(0, 3) > 0) choices.push_back({x});
        }
        const auto solutions = solutions_by_brute_force(p);
        if (!solutions.empty() && random.between(0, 2) > 0)
            near = solutions[static_cast<std::size_t>(random.next() % solutions.size())];
        for (int i = random.between(0, 2); i > 0; --i)
            required.push_back(random_literal(random, p));
        for (const Assignment& values : solutions) {
            const auto is_met = [&](Literal l) { return holds(l, values[l.var]); };
            if (!std::all_of(required.begin(), required.end(), is_met)) continue;
            const std::pair found{changes(values), p.cost(values)};
            best = best ? std::min(*best, found) : found;
        }
    }

    [[nodiscard]] std::int64_t changes(const Assignment& values) const {
        return std::count_if(choices.begin(), choices.end(),
                             [&](IntVar x) { return values[x.index] != near[x.index]; });
    }

    Problem p;
    Assignment near;
    std::vector<IntVar> choices;
    std::vector<Literal> required;
    std::optional<std::pair<std::int64_t, Cost>> best;  // fewest changes, then the cost
};

}  // namespace

BOOST_AUTO_TEST_SUITE(cascades)

BOOST_AUTO_TEST_CASE(the_smallest_cascade_is_found_and_the_cheapest_of_those_as_small) {
    for_each_seed(
        [](Random& random) {
            const Case c{random};
            const Cascades cascades{c.p, c.choices};
            const auto result = cascades.smallest(c.near, c.required, {});
            BOOST_TEST(result.best.has_value() == c.best.has_value());
            BOOST_TEST(result.is_proved_none == !c.best.has_value());
            if (!result.best || !c.best) return;
            BOOST_TEST(c.p.holds(result.best->values));
            for (const Literal l : c.required)
                BOOST_TEST(holds(l, result.best->values[l.var]));
            BOOST_TEST(result.best->changed == c.changes(result.best->values));
            BOOST_TEST(result.best->cost == c.p.cost(result.best->values));
            BOOST_TEST(result.best->is_smallest);
            BOOST_TEST(result.best->is_cheapest);
            BOOST_TEST(result.best->changed == c.best->first);
            BOOST_TEST(result.best->cost == c.best->second);
        },
        500);
}

BOOST_AUTO_TEST_CASE(each_proposal_is_a_solution_and_says_more_than_the_one_before) {
    for_each_seed([](Random& random) {
        const Case c{random};
        std::vector<Cascade> proposals;
        const Cascades cascades{c.p, c.choices};
        const auto result = cascades.smallest(c.near, c.required, {},
                                              [&](const Cascade& r) { proposals.push_back(r); });
        for (std::size_t i = 0; i < proposals.size(); ++i) {
            BOOST_TEST(c.p.holds(proposals[i].values));
            BOOST_TEST(proposals[i].changed == c.changes(proposals[i].values));
            if (c.best && proposals[i].is_smallest)
                BOOST_TEST(proposals[i].changed == c.best->first);
            if (i == 0) continue;
            const Cascade& before = proposals[i - 1];
            const bool is_better = std::pair{proposals[i].changed, proposals[i].cost}
                                   < std::pair{before.changed, before.cost};
            BOOST_TEST((is_better || (proposals[i].is_smallest && !before.is_smallest)));
        }
        BOOST_TEST(proposals.empty() == !result.best.has_value());
        if (result.best) BOOST_TEST((proposals.back().values == result.best->values));
    });
}

namespace {

// What is claimed of an answer that was cut short is true all the same.
void hold_against(const Case& c, const Cascades::Result& result) {
    BOOST_TEST((!result.is_proved_none || !c.best));
    if (!result.best) return;
    BOOST_TEST(c.p.holds(result.best->values));
    if (result.best->is_smallest) BOOST_TEST(result.best->changed == c.best->first);
    if (result.best->is_cheapest) BOOST_TEST(result.best->cost == c.best->second);
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_claimed_within_an_effort_is_true) {
    int unproved = 0;
    for_each_seed(
        [&](Random& random) {
            const Case c{random};
            SolveLimits limits;
            limits.effort = random.between(1, 60);
            const auto result = Cascades{c.p, c.choices}.smallest(c.near, c.required, limits);
            hold_against(c, result);
            if (result.best && !(result.best->is_smallest && result.best->is_cheapest)) ++unproved;
        },
        1000);
    BOOST_TEST(unproved > 0);
}

BOOST_AUTO_TEST_CASE(what_is_claimed_when_stopped_at_a_proposal_is_true) {
    for_each_seed(
        [](Random& random) {
            const Case c{random};
            std::atomic<bool> stop = false;
            SolveLimits limits;
            limits.stop = &stop;
            int left = random.between(0, 2);
            hold_against(c, Cascades{c.p, c.choices}.smallest(c.near, c.required, limits,
                                                              [&](const Cascade& /*found*/) {
                                                                  if (left-- == 0) stop = true;
                                                              }));
        },
        1000);
}

// Nothing is claimed that was not looked at.
BOOST_AUTO_TEST_CASE(what_is_stopped_claims_nothing) {
    for_each_seed([](Random& random) {
        const Case c{random};
        const std::atomic<bool> stop = true;
        const Cascades cascades{c.p, c.choices};
        SolveLimits limits;
        limits.stop = &stop;
        const auto result = cascades.smallest(c.near, c.required, limits);
        BOOST_TEST(!result.is_proved_none);
        if (result.best) BOOST_TEST(!result.best->is_smallest);
    });
}

BOOST_AUTO_TEST_SUITE_END()
