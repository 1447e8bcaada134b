#include "engine/solver/knots/clashes.hpp"

#include "engine/solver/bounds/relaxation_of.hpp"
#include "engine/solver/check/brute_force.hpp"
#include "tests/support/seeds.hpp"
#include "tests/support/web.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;

namespace {

constexpr Cost most = 7 * price_scale;  // of what cannot be

// False: there is nothing to look for.
bool begin(Engine& engine, const Problem& p) {
    return !p.is_trivially_infeasible()
           && std::all_of(p.clauses().begin(), p.clauses().end(),
                          [&](const auto& clause) { return engine.add_clause(clause); })
           && engine.propagate();
}

std::vector<Clash> clashes_in(const Problem& p, const Knots& knots, const Assignment& wishes) {
    Engine engine{p};
    std::vector<Clash> clashes;
    if (begin(engine, p))
        ClashFinder{p, engine}.find(knots, wishes, most, clashes, [] { return false; });
    return clashes;
}

Assignment at_random(Random& random, const Problem& p) {
    Assignment values;
    for (std::uint32_t x = 0; x < p.store().var_count(); ++x)
        values.push_back(random.between(p.store().initial_min({x}), p.store().initial_max({x})));
    return values;
}

Cost sum_of(const Row& row, const Assignment& values) {
    Cost sum = 0;
    for (const Term& term : row.terms)
        if (term.first <= values[term.x.index] && values[term.x.index] <= term.last)
            sum += term.coefficient;
    return sum;
}

// Two meetings that somebody sits in: the later time of either costs 9, missing one costs 5.
struct Hindered {
    Hindered() {
        const auto days = std::make_shared<std::vector<Value>>(std::vector<Value>{0, 1, 2, 3});
        for (IntVar* const x : {&a, &b}) {
            *x = p.new_var(0, 3);
            SeriesPath path;
            path.members.emplace_back(*x, days);
            p.add_path(path);
            p.add_cost(*x, {0, 0, 9, 9});
        }
        hindered = p.new_bool();
        missing = p.new_bool();
        p.add_linear_cost(missing, 5);
        p.add_clause({at_least(a, 2), at_least(b, 2), is_true(hindered)});
        p.add_clause({is_false(hindered), is_true(missing)});
    }

    Problem p;
    IntVar a, b, hindered, missing;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(clashes)

BOOST_AUTO_TEST_CASE(a_clash_is_broken_by_the_wishes_and_by_no_solution) {
    int found = 0;
    int forced = 0;
    for_each_seed(
        [&](Random& random) {
            const Web w{random};
            const Knots knots{w.p, w.ties};
            const Assignment wishes = at_random(random, w.p);
            const std::vector<Clash> all = clashes_in(w.p, knots, wishes);
            for (const Clash& clash : all) {
                ++found;
                forced += clash.row.terms.size() == 3 ? 1 : 0;
                BOOST_TEST(sum_of(clash.row, wishes) > clash.row.bound);
                BOOST_TEST(clash.price <= clash.most);
                check::for_each_solution(w.p, [&](const Assignment& values) {
                    BOOST_TEST(sum_of(clash.row, values) <= clash.row.bound);
                });
            }
        },
        1500);
    BOOST_TEST(found > 100);
    BOOST_TEST(forced > 20);
}

BOOST_AUTO_TEST_CASE(whatever_clashes_are_priced_at_the_bound_is_at_most_the_least_cost) {
    for_each_seed([](Random& random) {
        const Web w{random};
        const Knots knots{w.p, w.ties};
        std::vector<Clash> all = clashes_in(w.p, knots, at_random(random, w.p));
        const auto least = least_cost_by_brute_force(w.p);
        if (all.empty() || !least) return;
        for (Clash& clash : all)
            clash.price = random.between(0, static_cast<int>(clash.most));
        KnotBound bound{w.p, w.rows, w.prices, knots, w.p.store(), all};
        prove_all(bound);
        BOOST_TEST(bound.bound() <= *least);
    });
}

BOOST_AUTO_TEST_CASE(what_was_known_of_a_knot_is_known_under_other_prices_but_for_the_change) {
    for_each_seed([](Random& random) {
        const Web w{random};
        const Knots knots{w.p, w.ties};
        std::vector<Clash> all = clashes_in(w.p, knots, at_random(random, w.p));
        if (all.empty()) return;
        KnotBound before{w.p, w.rows, w.prices, knots, w.p.store(), all};
        prove_all(before);
        for (Clash& clash : all)
            clash.price = random.between(0, static_cast<int>(clash.most));
        KnotBound after{w.p, w.rows, w.prices, knots, w.p.store(), all};
        std::vector<Cost> floors;
        for (std::size_t k = 0; k < after.count(); ++k)
            floors.push_back(before.least(k) + after.least_change(k, before));
        prove_all(after);
        for (std::size_t k = 0; k < after.count(); ++k)
            if (before.least(k) < infinite_cost) BOOST_TEST(floors[k] <= after.least(k));
    });
}

BOOST_AUTO_TEST_CASE(a_clash_is_as_wide_as_forces_the_same_and_its_price_shows_what_it_costs) {
    Hindered h;
    const Knots knots{h.p, {{0}, {1}}};
    const Assignment wishes{1, 0, 0, 0};
    std::vector<Clash> all = clashes_in(h.p, knots, wishes);
    BOOST_REQUIRE(all.size() == 1);
    const Clash& clash = all.front();
    BOOST_REQUIRE(clash.row.terms.size() == 3);
    for (std::size_t i = 0; i < 2; ++i) {
        BOOST_TEST(clash.row.terms[i].first == 0);
        BOOST_TEST(clash.row.terms[i].last == 1);
    }
    BOOST_TEST((clash.row.terms[2].x == h.missing));
    BOOST_TEST(clash.most == 5 * price_scale);
    const Relaxation rows = relaxation_of(h.p);
    const Prices none(rows.rows().size(), 0);
    KnotBound without{h.p, rows, none, knots, h.p.store()};
    prove_all(without);
    BOOST_TEST(without.bound() == 0);
    all.front().price = all.front().most;
    KnotBound with{h.p, rows, none, knots, h.p.store(), all};
    prove_all(with);
    BOOST_TEST(with.bound() == 5);
    BOOST_TEST(*least_cost_by_brute_force(h.p) == 5);
}

BOOST_AUTO_TEST_CASE(what_is_known_already_is_not_found_again) {
    Hindered h;
    const Knots knots{h.p, {{0}, {1}}};
    Engine engine{h.p};
    BOOST_REQUIRE(begin(engine, h.p));
    std::vector<Clash> all;
    for (int i = 0; i < 2; ++i)
        ClashFinder{h.p, engine}.find(knots, {1, 0, 0, 0}, most, all, [] { return false; });
    BOOST_TEST(all.size() == 1);
    BOOST_TEST(engine.store().level() == 0);
}

BOOST_AUTO_TEST_CASE(nothing_clashes_within_a_knot) {
    Hindered h;
    BOOST_TEST(clashes_in(h.p, Knots{h.p, {{0, 1}}}, {1, 0, 0, 0}).empty());
}

BOOST_AUTO_TEST_CASE(a_price_is_doubled_until_it_was_too_much_and_halved_between_from_then_on) {
    const Assignment broken{0, 0, 0, 0};
    const Assignment unused{2, 2, 0, 0};
    const Assignment kept{0, 2, 0, 0};
    Hindered h;
    std::vector<Clash> all = clashes_in(h.p, Knots{h.p, {{0}, {1}}}, broken);
    BOOST_REQUIRE(all.size() == 1);
    const Cost first = all.front().price;
    BOOST_TEST(move_prices(all, broken));
    BOOST_TEST(all.front().price == 2 * first);
    BOOST_TEST(move_prices(all, broken));
    BOOST_TEST(all.front().price == 4 * first);
    BOOST_TEST(!move_prices(all, kept));
    BOOST_TEST(move_prices(all, unused));
    BOOST_TEST(all.front().price == 3 * first);
    BOOST_TEST(move_prices(all, broken));
    BOOST_TEST(all.front().price == 3 * first + first / 2);
}

BOOST_AUTO_TEST_CASE(no_price_is_above_what_the_clash_costs) {
    Hindered h;
    const Assignment broken{0, 0, 0, 0};
    std::vector<Clash> all = clashes_in(h.p, Knots{h.p, {{0}, {1}}}, broken);
    for (int i = 0; i < 20; ++i)
        static_cast<void>(move_prices(all, broken));
    BOOST_TEST(all.front().price == all.front().most);
    BOOST_TEST(!move_prices(all, broken));
}

BOOST_AUTO_TEST_SUITE_END()
