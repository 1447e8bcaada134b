#include "engine/solver/constraints/bucket_excess.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::BucketExcess;

BOOST_AUTO_TEST_SUITE(bucket_excess)

BOOST_AUTO_TEST_CASE(counts_what_is_over_in_each_bucket) {
    World w;
    const auto a = w.coordinate({1, 1, 2}), b = w.coordinate({1, 2, 2}), c = w.coordinate({2, 3});
    const auto excess = w.var(0, 9);
    w.post<BucketExcess>(std::vector{a, b, c}, std::vector{2, 2, 1}, 2, excess);
    w.decide(at_most(a.var(), 1));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(excess) == 0);
    w.decide(at_most(b.var(), 0));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.store().min(excess) == 2);
    BOOST_TEST(
        w.reason(at_least(excess, 2)) == (Literals{at_most(a.var(), 1), at_most(b.var(), 0)}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(empties_a_bucket_that_is_full) {
    World w;
    const auto a = w.coordinate({1, 2}), b = w.coordinate({0, 1, 1, 2});
    const auto excess = w.var(0, 9);
    w.post<BucketExcess>(std::vector{a, b}, std::vector{1, 1}, 1, excess);
    w.decide(at_most(excess, 0));
    w.decide(at_most(a.var(), 0));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(b.var()) == (Values{0, 3}), boost::test_tools::per_element());
    BOOST_TEST(w.reason(differs(b.var(), 1)) == (Literals{at_most(a.var(), 0), at_most(excess, 0)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(fails_when_too_much_is_over) {
    World w;
    const auto a = w.coordinate({1, 2}), b = w.coordinate({1}, true);
    const auto excess = w.var(0, 9);
    w.post<BucketExcess>(std::vector{a, b}, std::vector{3, 4}, 2, excess);
    w.decide(at_most(a.var(), 0));
    w.decide(at_most(b.var(), 0));
    w.decide(at_most(excess, 4));
    BOOST_TEST(!w.propagate());
    BOOST_TEST(
        w.conflict() == (Literals{at_most(a.var(), 0), at_most(b.var(), 0), at_most(excess, 4)}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(lets_any_number_in_when_excess_is_free) {
    World w;
    const auto a = w.coordinate({1}), b = w.coordinate({1, 2});
    w.post<BucketExcess>(std::vector{a, b}, std::vector{1, 1}, 0, w.var(0, 2));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(b.var()) == (Values{0, 1}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        std::vector<Coordinate> members;
        std::vector<int> weights;
        for (int i = random.between(1, 3); i > 0; --i) {
            members.push_back(random_coordinate(w, random, 5, 1));
            weights.push_back(random.between(0, 3));
        }
        w.post<BucketExcess>(members, weights, random.between(0, 3), random_var(w, random, 0, 3));
        w.check_everything(Strength::last_open, random);
    });
}

BOOST_AUTO_TEST_SUITE_END()
