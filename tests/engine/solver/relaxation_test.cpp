#include "engine/solver/core/relaxation.hpp"

#include "engine/solver/problem.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::solver;  // NOLINT(google-build-using-namespace): tests only

BOOST_AUTO_TEST_SUITE(relaxations)

BOOST_AUTO_TEST_CASE(let_one_constraint_alone_pay_a_cost_variable) {
    Problem p;
    const IntVar cost = p.new_var(0, 3);
    p.add_linear_cost(cost, 1);
    Relaxation rows{p.store(), &p.costs()};
    BOOST_TEST(rows.pays(cost, {}));
    BOOST_TEST(!rows.pays(cost, {}));
    BOOST_TEST(rows.covered().size() == 1U);
}

// "If it is served by the first", "if by the second": never both.
BOOST_AUTO_TEST_CASE(let_several_pay_that_never_bind_together) {
    Problem p;
    const IntVar cost = p.new_var(0, 3);
    const IntVar chosen = p.new_var(0, 2);
    const IntVar other = p.new_bool();
    p.add_linear_cost(cost, 1);
    Relaxation rows{p.store(), &p.costs()};
    BOOST_TEST(rows.pays(cost, {equals(chosen, 0)}));
    BOOST_TEST(rows.pays(cost, {equals(chosen, 1), is_true(other)}));
    BOOST_TEST(!rows.pays(cost, {equals(chosen, 1)}));
    BOOST_TEST(!rows.pays(cost, {is_true(other)}));
    BOOST_TEST(rows.pays(cost, {equals(chosen, 2)}));
    BOOST_TEST(rows.covered().size() == 1U);
}

BOOST_AUTO_TEST_CASE(let_nobody_pay_with_what_costs_less_than_a_point_a_unit) {
    Problem p;
    const IntVar free = p.new_var(0, 3);
    const IntVar flat = p.new_var(0, 2);
    p.add_cost(flat, {0, 1, 1});
    const IntVar dear = p.new_var(0, 2);
    p.add_cost(dear, {4, 6, 7});
    Relaxation rows{p.store(), &p.costs()};
    BOOST_TEST(!rows.pays(free, {}));
    BOOST_TEST(!rows.pays(flat, {}));
    BOOST_TEST(rows.pays(dear, {}));
}

BOOST_AUTO_TEST_SUITE_END()
