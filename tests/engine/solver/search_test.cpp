#include "engine/solver/search/search.hpp"

#include "engine/solver/bounds/priced_bound.hpp"
#include "engine/solver/bounds/relaxation_of.hpp"
#include "engine/solver/constraints/linear_at_most.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>
#include <utility>
#include <vector>

using namespace rul::solver;  // NOLINT(google-build-using-namespace): tests only

BOOST_AUTO_TEST_SUITE(search)

// Each of x costs a hundred points; the phase, as of a bad solution, wants all of it dear. What is
// found costs 900, 800, ..., 0, not 1000, 999, 998, ...
BOOST_AUTO_TEST_CASE(does_not_pay_a_point_less_a_solution) {
    Problem p;
    const IntVar price = p.new_price(1000, 1);
    const IntVar x = p.new_var(0, 9);
    p.post<LinearAtMost>(std::vector<std::pair<Value, IntVar>>{{100, x}, {-1, price}}, Cost{0});
    const Relaxation rows = relaxation_of(p);
    Engine engine{p};
    auto made = std::make_unique<PricedBound>(p, rows, Prices{});
    PricedBound* const bound = made.get();
    engine.post(std::move(made));
    Search search{engine, {}, {}, 1};
    search.decide_last(p.prices());
    search.set_phase({1000, 9});
    std::vector<Cost> found;
    while (search.run(1000, {}, [] { return false; }) == Search::Outcome::solution) {
        found.push_back(p.cost(search.values()));
        search.set_phase(search.values());
        engine.backtrack_to(0);
        bound->set_limit(found.back());
        engine.wake(*bound);
        BOOST_REQUIRE(found.size() <= 20U);
    }
    BOOST_TEST(found.back() == 0);
    BOOST_TEST(found.size() <= 10U);
}

BOOST_AUTO_TEST_SUITE_END()
