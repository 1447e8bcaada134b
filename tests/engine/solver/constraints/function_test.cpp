#include "engine/solver/constraints/function.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::Function;
using rul::solver::max_value;

namespace {

std::shared_ptr<const Values> table_of(Values values) {
    return std::make_shared<const Values>(std::move(values));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(function)

//       b 0 1 2
//   a 0   4 4 5        z >= 5 takes b = 0 away, and with b <= 1 also a = 0
//     1   4 6 6
BOOST_AUTO_TEST_CASE(keeps_what_some_pair_gives) {
    World w;
    const auto a = w.var(0, 1), b = w.var(0, 2), z = w.var(0, 9);
    w.post<Function>(a, b, z, table_of({4, 4, 5, 4, 6, 6}), 3);
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(z) == (Values{4, 5, 6}), boost::test_tools::per_element());

    w.decide(at_least(z, 5));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(b) == (Values{1, 2}), boost::test_tools::per_element());
    BOOST_TEST(w.reason(at_least(b, 1)) == Literals{at_least(z, 5)},
               boost::test_tools::per_element());

    w.decide(at_most(b, 1));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(a) == Values{1}, boost::test_tools::per_element());
    BOOST_TEST(w.reason(at_least(a, 1)) == (Literals{at_most(b, 1), at_least(z, 5)}),
               boost::test_tools::per_element());
    BOOST_TEST(w.values(z) == Values{6}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(fails_when_no_pair_gives_it) {
    World w;
    const auto a = w.var(0, 1), b = w.var(0, 0), z = w.var(0, 9);
    w.post<Function>(a, b, z, table_of({1, 2}), 1);
    w.decide(at_least(z, 3));
    BOOST_TEST(!w.propagate());
    BOOST_TEST(w.conflict() == Literals{at_least(z, 3)}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(holds_wide_variables_by_their_bounds) {
    World w;
    const auto a = w.var(0, 1), b = w.var(0, 1), z = w.var(-max_value, max_value);
    w.post<Function>(a, b, z, table_of({-max_value, 0, 0, max_value}), 2);
    w.decide(at_most(z, max_value - 1));
    w.decide(at_least(a, 1));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().max(b) == 0);
    BOOST_TEST(w.values(z) == Values{0}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed(
        [](Random& random) {
            World w;
            const auto a = random_var(w, random, 0, 4), b = random_var(w, random, 0, 3);
            const auto z = random_var(w, random, -1, 5);
            const Value b_count = random.between(3, 4);
            Values table;
            for (Value i = b_count * random.between(4, 5); i > 0; --i)
                table.push_back(random.between(-2, 5));
            w.post<Function>(a, b, z, table_of(table), b_count);
            w.check_everything(Strength::domain, random);
        },
        300);
}

BOOST_AUTO_TEST_SUITE_END()
