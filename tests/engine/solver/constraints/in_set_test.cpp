#include "engine/solver/constraints/in_set.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::InSet;
using rul::solver::Relaxation;

namespace {

std::shared_ptr<const std::vector<bool>> set_of(std::vector<bool> set) {
    return std::make_shared<const std::vector<bool>>(std::move(set));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(in_set)

// set  . . # # # . #
// x    0 1 2 3 4 5 6 7
BOOST_AUTO_TEST_CASE(takes_the_set_away_when_then_is_false) {
    World w;
    const auto x = w.var(0, 7), then = w.var(0, 1);
    w.post<InSet>(x, set_of({false, false, true, true, true, false, true}), is_true(then));
    w.decide(at_least(x, 3));
    w.decide(is_false(then));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(x) == (Values{5, 7}), boost::test_tools::per_element());
    // x >= 2, not x >= 3: the run begins there.
    BOOST_TEST(w.reason(at_least(x, 5)) == (Literals{at_least(x, 2), is_false(then)}),
               boost::test_tools::per_element());
    BOOST_TEST(w.reason(differs(x, 6)) == Literals{is_false(then)},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(makes_then_true_inside_the_set) {
    World w;
    const auto x = w.var(0, 7, {5}), then = w.var(0, 1);
    w.post<InSet>(x, set_of({false, false, true, true, true, false, true}), is_true(then));
    w.decide(at_least(x, 3));
    w.decide(at_most(x, 6));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.reason(is_true(then)) == (Literals{at_least(x, 2), at_most(x, 6), differs(x, 5)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(fails_when_only_the_set_is_left) {
    World w;
    const auto x = w.var(0, 2), then = w.var(0, 1);
    w.post<InSet>(x, set_of({false, true, true}), is_true(then));
    w.decide(is_false(then));
    w.decide(at_least(x, 1));
    BOOST_TEST(!w.propagate());
    BOOST_TEST(w.conflict() == (Literals{at_least(x, 1), is_false(then)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        const auto x = random_var(w, random, 0, 9), y = w.var(0, 2);
        std::vector<bool> set;
        for (int i = random.between(1, 9); i > 0; --i)
            set.push_back(random.between(0, 2) > 0);
        const auto op = static_cast<Literal::Op>(random.between(0, 3));
        w.post<InSet>(x, set_of(set), Literal{y.index, op, random.between(0, 2)});
        w.check_everything(Strength::domain, random);
    });
}

// The sweeps and the priced bound know nothing else of it.
BOOST_AUTO_TEST_CASE(its_row_is_broken_exactly_where_it_is) {
    for (const auto op : {Literal::Op::ge, Literal::Op::le, Literal::Op::eq, Literal::Op::ne}) {
        World w;
        const auto x = w.var(0, 7), y = w.var(0, 2);
        w.post<InSet>(x, set_of({false, false, true, true, true, false, true}),
                      Literal{y.index, op, 1});
        Relaxation rows{w.store()};
        w.constraint().relax(rows);
        BOOST_REQUIRE(rows.rows().size() == 1U);
        for (Value u = 0; u <= 7; ++u)
            for (Value v = 0; v <= 2; ++v) {
                const bool is_broken = World::excess(rows.rows().front(), {u, v}) > 0;
                BOOST_TEST(is_broken == !w.constraint().holds({u, v}));
            }
    }
}

BOOST_AUTO_TEST_SUITE_END()
