#include "engine/solver/constraints/nearest_cost.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::Condition;
using rul::solver::NearestCost;
using rul::solver::Nearness;

namespace {

std::shared_ptr<const Nearness> nearness(Value first, std::vector<Cost> of, Cost beyond) {
    return std::make_shared<const Nearness>(Nearness{first, std::move(of), beyond});
}

// Falls to 0 and rises again, within a window; beyond it dearer, or cheaper than its edge.
std::shared_ptr<const Nearness> random_nearness(Random& random) {
    Nearness f;
    f.first = random.between(-3, 2);
    const int falls = random.between(0, 2);
    Cost cost = 0;
    for (int i = 0; i < falls; ++i)
        f.of.insert(f.of.begin(), cost += random.between(1, 2));
    f.of.push_back(0);
    cost = 0;
    for (int i = random.between(0, 2); i > 0; --i)
        f.of.push_back(cost += random.between(0, 2));
    f.beyond = random.between(1, 7);
    return std::make_shared<const Nearness>(std::move(f));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(nearest_cost)

//           0 1 2 3 4 5 6 7 8 9
// provider  #                         nothing nearer than 5 away: beyond the window
// subject             # #
BOOST_AUTO_TEST_CASE(pays_for_the_nearest_provider_that_can_still_be) {
    World w;
    const auto s = w.coordinate({5, 6}), p = w.coordinate({0, 2});
    const auto cost = w.var(0, 20);
    w.post<NearestCost>(s, std::vector{p}, nearness(2, {1, 0, 1}, 9), cost);
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(cost).front() == 0);

    World far;
    const auto s2 = far.coordinate({5, 6}), p2 = far.coordinate({0, 0});
    const auto cost2 = far.var(0, 20);
    far.post<NearestCost>(s2, std::vector{p2}, nearness(2, {1, 0, 1}, 9), cost2);
    BOOST_TEST(far.propagate());
    BOOST_TEST(far.values(cost2).front() == 9);
}

BOOST_AUTO_TEST_CASE(takes_values_from_the_subject_that_would_cost_too_much) {
    World w;
    const auto s = w.coordinate({3, 4, 9}), p = w.coordinate({0, 1});
    w.post<NearestCost>(s, std::vector{p}, nearness(2, {1, 0, 1}, 9), w.var(0, 3));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(s.var()) == (std::vector<Value>{0, 1}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        const auto s = random_coordinate(w, random, 5, 2);
        std::vector<Coordinate> providers;
        for (int i = random.between(0, 2); i > 0; --i)
            providers.push_back(random_coordinate(w, random, 4, 3));
        const auto cost = random_var(w, random, 0, 8);
        const Condition when = random_condition(w, random, s.var());
        w.post<NearestCost>(s, providers, random_nearness(random), cost, when);
        w.check_everything(Strength::complete, random);
    });
}

BOOST_AUTO_TEST_SUITE_END()
