#include "engine/solver/constraints/deviation.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::Condition;
using rul::solver::ConvexCost;
using rul::solver::Deviation;
using rul::solver::max_value;
using rul::solver::Relaxation;

namespace {

std::shared_ptr<const ConvexCost> cost_of(Value first, std::vector<Cost> of) {
    return std::make_shared<const ConvexCost>(ConvexCost{first, std::move(of)});
}

// From a random bottom outwards in steps that never get smaller; covers all of -20 .. 20.
std::shared_ptr<const ConvexCost> random_convex(Random& random) {
    const Value bottom = random.between(-6, 6);
    std::vector<Cost> of(41);
    const auto at = [&of](Value d) -> Cost& { return of[static_cast<std::size_t>(d + 20)]; };
    at(bottom) = random.between(0, 2);
    for (const int way : {-1, 1}) {
        Cost step = random.between(0, 1);
        for (Value d = bottom + way; - 20 <= d && d <= 20; d += way) {
            at(d) = at(d - way) + step;
            step += random.between(0, 3) == 0 ? 1 : 0;
        }
    }
    return cost_of(-20, of);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(deviation)

// f  4 1 0 2 6       a at 2, b from 4 to 6: differences 2..4 cost 0, 2 or 6; at most 3 leaves 2, 3
//    0 1 2 3 4
BOOST_AUTO_TEST_CASE(bounds_the_difference_by_the_cost) {
    World w;
    const auto a = w.coordinate({2}), b = w.coordinate({4, 5, 6});
    const auto cost = w.var(0, 9);
    w.post<Deviation>(a, b, cost_of(0, {4, 1, 0, 2, 6}), cost);
    w.decide(at_most(cost, 3));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(b.var()) == (Values{0, 1}), boost::test_tools::per_element());
    // cost <= 5, not cost <= 3: the weakest that rules difference 4 out.
    BOOST_TEST(w.reason(at_most(b.var(), 1)) == Literals{at_most(cost, 5)},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(raises_the_cost_by_the_nearest_difference) {
    World w;
    const auto a = w.coordinate({0, 1, 2}), b = w.coordinate({2, 3, 4, 5});
    const auto cost = w.var(0, 9);
    w.post<Deviation>(a, b, cost_of(0, {4, 1, 0, 2, 6, 11}), cost);
    w.decide(at_most(a.var(), 1));
    w.decide(at_least(b.var(), 2));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(cost) == 2);
    BOOST_TEST(w.reason(at_least(cost, 2)) == (Literals{at_most(a.var(), 1), at_least(b.var(), 2)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(leaves_one_out_when_even_the_bottom_costs_too_much) {
    World w;
    const auto a = w.coordinate({0}), b = w.coordinate({0, 1}, true);
    const auto cost = w.var(0, 1);
    w.post<Deviation>(a, b, cost_of(0, {2, 3}), cost);
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(b.var()) == Values{2}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(fails_when_the_difference_costs_too_much) {
    World w;
    const auto a = w.coordinate({0}), b = w.coordinate({3});
    const auto cost = w.var(0, 9);
    w.post<Deviation>(a, b, cost_of(0, {0, 1, 2, 7}), cost);
    w.decide(at_most(cost, 4));
    BOOST_TEST(!w.propagate());
    BOOST_TEST(w.conflict() == Literals{at_most(cost, 6)}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(forbids_differences_outside_the_table) {
    World w;
    const auto a = w.coordinate({0}), b = w.coordinate({0, 1, 2, 3, 4});
    w.post<Deviation>(a, b, cost_of(1, {5, 0, 5}), w.var(0, 9));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(b.var()) == (Values{1, 2, 3}), boost::test_tools::per_element());
    Random random{1};
    w.check_everything(Strength::bounds, random);
}

// The rows are not only a bound: for every pair they pay all of the cost above the bottom.
BOOST_AUTO_TEST_CASE(rows_pay_exactly_what_a_pair_costs) {
    for_each_seed([](Random& random) {
        World w;
        const auto a = random_coordinate(w, random, 5, 3), b = random_coordinate(w, random, 5, 3);
        const auto f = random_convex(random);
        w.post<Deviation>(a, b, f, w.var(0, 9));
        Relaxation rows{w.store()};
        w.constraint().relax(rows);
        const Cost bottom = *std::min_element(f->of.begin(), f->of.end());
        for (Value u = 0; u < a.count(); ++u)
            for (Value v = 0; v < b.count(); ++v) {
                Cost paid = bottom;
                for (const auto& row : rows.rows())
                    paid += row.price * std::max<Cost>(0, World::excess(row, {u, v, 0}));
                BOOST_TEST(paid == f->at(b.of(v) - a.of(u)));
            }
    });
}

BOOST_AUTO_TEST_CASE(does_not_overflow_at_the_greatest_values) {
    World w;
    const auto a = w.coordinate({-max_value, max_value}), b = w.coordinate({-max_value, max_value});
    w.post<Deviation>(a, b, cost_of(max_value - 1, {rul::solver::infinite_cost, max_value}),
                      w.var(max_value - 2, max_value));
    Random random{1};
    w.check_everything(Strength::complete, random);
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force_where_all_days_exist) {
    for_each_seed([](Random& random) {
        World w;
        const auto a = w.coordinate({0, 1, 2, 3, 4}), b = w.coordinate({3, 4, 5, 6});
        w.post<Deviation>(a, b, random_convex(random), w.var(0, random.between(1, 8)));
        w.check_everything(Strength::bounds, random);
    });
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed(
        [](Random& random) {
            World w;
            const auto a = random_coordinate(w, random, 4, 3);
            const auto b = random_coordinate(w, random, 4, 3);
            const auto cost = random_var(w, random, 0, 7);
            const Condition when = random_condition(w, random, a.var());
            w.post<Deviation>(a, b, random_convex(random), cost, when);
            w.check_everything(when.is_empty() ? Strength::last_open_bounds : Strength::complete,
                               random);
        },
        300);
}

BOOST_AUTO_TEST_SUITE_END()
