#include "engine/solver/bounds/relaxation_of.hpp"
#include "engine/solver/knots/knot_bound.hpp"
#include "tests/support/random_constraints.hpp"
#include "tests/support/random_problem.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;

namespace {

// Series that share constraints, under prices as they come.
struct Case {
    explicit Case(Random& random) : p{made(random)}, rows{relaxation_of(p)} {
        for (const Row& row : rows.rows()) {
            const Cost most = std::min<Cost>(row.price, 3) * price_scale;
            prices.push_back(random.between(0, 1) == 0 ? 0
                                                       : random.between(0, static_cast<int>(most)));
        }
        ties.resize(static_cast<std::size_t>(random.between(1, 2)));
        for (std::size_t i = 0; i < p.paths().size(); ++i)
            ties[static_cast<std::size_t>(random.next() % ties.size())].push_back(i);
        std::erase_if(ties, [](const auto& tie) { return tie.empty(); });
    }

    static Problem made(Random& random) {
        Problem p;
        fill(random, p);
        RandomConstraints constraints{random, p};
        for (int i = random.between(0, 3); i > 0; --i)
            constraints.post_one();
        return p;
    }

    [[nodiscard]] Knots knots() const { return Knots{p, ties}; }

    Problem p;
    Relaxation rows;
    Prices prices;
    Ties ties;
};

Assignment with_fixed(const Problem& part, Assignment values) {
    for (std::uint32_t x = 0; x < values.size(); ++x)
        if (part.store().is_fixed({x})) values[x] = part.store().min({x});
    return values;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(knots)

BOOST_AUTO_TEST_CASE(the_bound_of_proved_knots_is_at_most_what_the_least_solution_costs) {
    for_each_seed(
        [](Random& random) {
            const Case c{random};
            const auto least = least_cost_by_brute_force(c.p);
            if (!least || c.p.is_trivially_infeasible()) return;
            const Knots knots = c.knots();
            KnotBound bound{c.p, c.rows, c.prices, knots, c.p.store()};
            for (std::size_t k = 0; k < bound.count(); ++k) {
                const auto [part, offset] = bound.problem_of(k);
                const auto cost = least_cost_by_brute_force(part);
                BOOST_REQUIRE(cost.has_value());  // that of the whole is one of the part
                bound.raise(k, *cost + offset);
            }
            BOOST_TEST(bound.bound() <= *least);
        },
        400);
}

BOOST_AUTO_TEST_CASE(every_solution_solves_every_knot_and_costs_what_the_knots_say_or_more) {
    for_each_seed([](Random& random) {
        const Case c{random};
        if (c.p.is_trivially_infeasible()) return;
        const Knots knots = c.knots();
        const KnotBound bound{c.p, c.rows, c.prices, knots, c.p.store()};
        for (const Assignment& solution : solutions_by_brute_force(c.p)) {
            Cost sum = bound.total();
            for (std::size_t k = 0; k < bound.count(); ++k) {
                const auto [part, offset] = bound.problem_of(k);
                const Assignment inside = with_fixed(part, solution);
                BOOST_TEST(part.holds(inside));
                const Cost excess = bound.excess(k, solution);
                BOOST_TEST(part.cost(inside) + offset == bound.least(k) + excess);
                sum += excess;
            }
            BOOST_TEST(sum <= c.p.cost(solution) * KnotBound::knot_unit);
        }
    });
}

// Else what is known of a knot would be wrong once values are gone that it counted on.
BOOST_AUTO_TEST_CASE(what_a_knot_costs_at_least_stands_when_domains_shrink) {
    for_each_seed([](Random& random) {
        const Case c{random};
        const auto solutions = solutions_by_brute_force(c.p);
        if (solutions.empty() || c.p.is_trivially_infeasible()) return;
        const Knots knots = c.knots();
        KnotBound before{c.p, c.rows, c.prices, knots, c.p.store()};
        for (std::size_t k = 0; k < before.count(); ++k) {
            const auto [part, offset] = before.problem_of(k);
            before.raise(k, *least_cost_by_brute_force(part) + offset);
        }
        const auto& kept = solutions[static_cast<std::size_t>(random.next() % solutions.size())];
        Store fewer = c.p.store();
        for (std::uint32_t x = 0; x < kept.size(); ++x)
            if (random.between(0, 1) == 0) BOOST_REQUIRE(fewer.infer(equals({x}, kept[x]), {}));
        KnotBound after{c.p, c.rows, c.prices, knots, fewer};
        for (std::size_t k = 0; k < after.count(); ++k)
            after.raise(k, before.least(k));
        BOOST_TEST(after.bound() <= c.p.cost(kept));
    });
}

BOOST_AUTO_TEST_CASE(what_is_found_within_a_knot_is_a_solution_as_much_cheaper_as_it_says) {
    for_each_seed([](Random& random) {
        const Case c{random};
        const auto solutions = solutions_by_brute_force(c.p);
        if (solutions.empty() || c.p.is_trivially_infeasible()) return;
        const auto& known = solutions[static_cast<std::size_t>(random.next() % solutions.size())];
        const Knots knots = c.knots();
        for (std::size_t k = 0; k < knots.all().size(); ++k) {
            const Problem part = knots.problem_within(k, known, c.p.store());
            BOOST_TEST(part.holds(known));
            for (const Assignment& found : solutions_by_brute_force(part)) {
                BOOST_TEST(c.p.holds(found));
                BOOST_TEST(c.p.cost(found) - c.p.cost(known)
                           == part.cost(found) - part.cost(known));
            }
        }
    });
}

BOOST_AUTO_TEST_CASE(every_series_is_in_one_tie_and_no_tie_is_larger_than_allowed) {
    for_each_seed([](Random& random) {
        const Case c{random};
        const auto most = static_cast<std::size_t>(random.between(1, 6));
        std::vector<int> times(c.p.paths().size(), 0);
        for (const auto& tie : tied_by_prices(c.p, c.rows, c.prices, most)) {
            std::size_t members = 0;
            for (const std::size_t series : tie) {
                ++times[series];
                members += c.p.paths()[series].members.size();
            }
            BOOST_TEST((tie.size() == 1 || members <= most));
        }
        BOOST_TEST(std::all_of(times.begin(), times.end(), [](int n) { return n == 1; }));
    });
}

BOOST_AUTO_TEST_CASE(ties_what_has_the_dearest_row_between_it) {
    Problem p;
    const auto days = std::make_shared<std::vector<Value>>(std::vector<Value>{0, 1, 2});
    std::vector<IntVar> x;
    for (int i = 0; i < 3; ++i) {
        x.push_back(p.new_var(0, 2));
        SeriesPath path;
        path.members.emplace_back(x.back(), days);
        p.add_path(path);
    }
    p.add_clause({at_least(x[0], 1), at_least(x[1], 1)});
    p.add_clause({at_least(x[1], 1), at_least(x[2], 1)});
    const Relaxation rows = relaxation_of(p);
    BOOST_TEST((tied_by_prices(p, rows, {1, 2}, 2) == Ties{{0}, {1, 2}}));
    BOOST_TEST((tied_by_prices(p, rows, {2, 1}, 2) == Ties{{0, 1}, {2}}));
    BOOST_TEST((tied_by_prices(p, rows, {2, 1}, 3) == Ties{{0, 1, 2}}));
    BOOST_TEST((tied_by_prices(p, rows, {0, 0}, 3) == Ties{{0}, {1}, {2}}));
}

BOOST_AUTO_TEST_CASE(ties_further_what_is_dear_with_what_it_is_tightly_coupled_to) {
    const Tightness tightness{{{0, 1}, 1}, {{0, 2}, 9}, {{1, 3}, 2}, {{2, 3}, 5}};
    const auto pairs = pairs_to_tie(tightness, {{0}, {1, 2}, {3}}, {0, 2, 3});
    BOOST_REQUIRE(pairs.size() == 2);
    BOOST_TEST(pairs[0].first == 1);  // 3 * (2 + 5)
    BOOST_TEST(pairs[0].second == 2);
    BOOST_TEST(pairs[0].excess == 3);
    BOOST_TEST(pairs[0].tightness == 7);
    BOOST_TEST(pairs[1].first == 0);  // 2 * (1 + 9)
    BOOST_TEST(pairs[1].tightness == 10);
    BOOST_TEST(pairs_to_tie(tightness, {{0}, {1, 2}, {3}}, {0, 0, 0}).empty());
}

BOOST_AUTO_TEST_CASE(a_distance_is_tight_and_a_clash_is_not) {
    Problem p;
    auto days = std::make_shared<std::vector<Value>>();
    for (Value d = 0; d < 50; ++d)
        days->push_back(d);
    std::vector<Coordinate> members;
    for (int i = 0; i < 3; ++i) {
        members.emplace_back(p.new_var(0, 49), days);
        SeriesPath path;
        path.members.push_back(members.back());
        p.add_path(path);
    }
    p.post<Lag>(members[0], members[1], 40);
    p.post<Separation>(members[1], members[2], 1);
    const Tightness tightness = tightness_between_series(p);
    BOOST_TEST(tightness.at({0, 1}) > 8);
    BOOST_TEST((!tightness.contains({1, 2}) || tightness.at({1, 2}) < 4));
    BOOST_TEST(!tightness.contains({0, 2}));
}

BOOST_AUTO_TEST_SUITE_END()
