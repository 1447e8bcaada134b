#include "engine/solver/constraints/channel.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::Channel;
using rul::solver::max_value;

namespace {

std::shared_ptr<const Values> table_of(Values values) {
    return std::make_shared<const Values>(std::move(values));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(channel)

// x      0 1 2 3 4 5
// table  7 7 8 9 8 7
BOOST_AUTO_TEST_CASE(carries_values_over_both_ways) {
    World w;
    const auto x = w.var(0, 5), y = w.var(6, 9);
    w.post<Channel>(x, y, table_of({7, 7, 8, 9, 8, 7}));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.reason(at_least(y, 7)).empty());  // 6 stands nowhere

    w.decide(at_most(y, 8));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(x) == (Values{0, 1, 2, 4, 5}), boost::test_tools::per_element());
    BOOST_TEST(w.reason(differs(x, 3)) == Literals{at_most(y, 8)},
               boost::test_tools::per_element());

    w.decide(at_least(x, 5));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(y) == Values{7}, boost::test_tools::per_element());
    BOOST_TEST(w.reason(at_most(y, 7)) == (Literals{at_least(x, 5), at_most(y, 8)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(fails_when_the_value_stands_nowhere) {
    World w;
    const auto x = w.var(0, 1), y = w.var(0, 5);
    w.post<Channel>(x, y, table_of({1, 4}));
    w.decide(at_least(y, 2));
    w.decide(at_most(y, 3));
    BOOST_TEST(!w.propagate());
    BOOST_TEST(w.conflict() == (Literals{at_least(y, 2), at_most(y, 3)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(holds_wide_variables_by_their_bounds) {
    World w;
    const auto x = w.var(0, 2), y = w.var(-max_value, max_value);
    w.post<Channel>(x, y, table_of({-max_value, 0, max_value}));
    w.decide(at_least(x, 1));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(y) == 0);
    w.decide(at_most(y, max_value - 1));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().max(y) == 0);
    BOOST_TEST(w.store().max(x) == 1);
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        const auto x = random_var(w, random, 0, 7), y = random_var(w, random, -2, 6);
        Values table;
        for (int i = random.between(5, 8); i > 0; --i)
            table.push_back(random.between(-3, 6));
        w.post<Channel>(x, y, table_of(table));
        w.check_everything(Strength::domain, random);
    });
}

BOOST_AUTO_TEST_SUITE_END()
