#include "engine/solver/constraints/exists_in_window.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::Condition;
using rul::solver::ExistsInWindow;
using rul::solver::max_value;

BOOST_AUTO_TEST_SUITE(exists_in_window)

// day        0 1 2 3 4 5 6 7 8
// providers  p       q              p on 0, q on 4: the subject stands 2 or 3 days after one
// subject        x x     x x
BOOST_AUTO_TEST_CASE(keeps_the_subject_in_a_window) {
    World w;
    const auto x = w.coordinate({0, 1, 2, 3, 4, 5, 6, 7, 8});
    const auto p = w.coordinate({0, 1}), q = w.coordinate({3, 4});
    w.post<ExistsInWindow>(x, std::vector{p, q}, 2, 3);
    w.decide(at_most(p.var(), 0));
    w.decide(at_least(q.var(), 1));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(x.var()) == (Values{2, 3, 6, 7}), boost::test_tools::per_element());
    BOOST_TEST(w.reason(differs(x.var(), 4)) == Literals{at_most(p.var(), 0)},
               boost::test_tools::per_element());
    BOOST_TEST(w.reason(differs(x.var(), 5)) == Literals{at_least(q.var(), 1)},
               boost::test_tools::per_element());
    BOOST_TEST(w.reason(at_least(x.var(), 2)).empty());  // both windows open later, whatever
}

BOOST_AUTO_TEST_CASE(gives_holes_of_a_provider_as_reasons) {
    World w;
    const auto x = w.coordinate({0, 1, 2, 3, 4}), p = w.coordinate({0, 1, 2, 3, 4}, false, {2});
    w.post<ExistsInWindow>(x, std::vector{p}, 0, 0);
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.reason(differs(x.var(), 2)) == Literals{differs(p.var(), 2)},
               boost::test_tools::per_element());
}

// day       -1  0  1  2     x on day 1 has two starts, of which the first is a hole
// x             .  o.  .
// p          .  o  o  .
BOOST_AUTO_TEST_CASE(gives_the_holes_of_both_where_a_bound_moves_over_them) {
    World w;
    const auto x = w.coordinate({0, 1, 1, 2}, false, {1});
    const auto p = w.coordinate({-1, 0, 1, 2}, false, {1, 2});
    w.post<ExistsInWindow>(x, std::vector{p}, 0, 0);
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.reason(at_least(x.var(), 3))
                   == (Literals{differs(x.var(), 1), differs(p.var(), 1), differs(p.var(), 2)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(narrows_the_only_provider_left) {
    World w;
    const auto x = w.coordinate({6, 7}), p = w.coordinate({0, 1, 2, 3, 4, 5, 6}, true);
    const auto q = w.coordinate({0, 1}, true);
    w.post<ExistsInWindow>(x, std::vector{p, q}, 2, 5);
    w.decide(q.left_out());
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(p.var()) == (Values{1, 2, 3, 4, 5}), boost::test_tools::per_element());
    BOOST_TEST(w.reason(at_most(p.var(), 5)) == Literals{at_least(q.var(), 2)},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(leaves_the_subject_out_when_no_provider_can_serve) {
    World w;
    const auto x = w.coordinate({0, 1}, true), p = w.coordinate({0, 1}, true);
    w.post<ExistsInWindow>(x, std::vector{p}, 2, 3);
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(x.var()) == Values{2}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(fails_without_providers) {
    World w;
    const auto x = w.coordinate({0, 1}, true);
    w.post<ExistsInWindow>(x, std::vector<Coordinate>{}, 0, 9);
    w.decide(x.held());
    BOOST_TEST(!w.propagate());
    BOOST_TEST(w.conflict() == Literals{x.held()}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(does_not_overflow_at_the_greatest_values) {
    World w;
    const auto x = w.coordinate({-max_value, 0, max_value});
    const auto p = w.coordinate({-max_value, max_value});
    w.post<ExistsInWindow>(x, std::vector{p}, -max_value, max_value);
    Random random{1};
    w.check_everything(Strength::complete, random);
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        const auto x = random_coordinate(w, random, 6, 2);
        std::vector<Coordinate> providers;
        for (int i = random.between(1, 3); i > 0; --i)
            providers.push_back(random_coordinate(w, random, 4, 3));
        const Condition when = random_condition(w, random, providers.front().var());
        const Value least = random.between(-3, 3);
        w.post<ExistsInWindow>(x, providers, least, least + random.between(0, 3), when);
        w.check_everything(when.is_empty() ? Strength::last_open_bounds : Strength::complete,
                           random);
    });
}

// Domain consistent on the subject while the providers are open: each of its values has a provider
// that can still stand in its window.
BOOST_AUTO_TEST_CASE(leaves_no_unserved_value) {
    for_each_seed([](Random& random) {
        World w;
        const auto x = random_coordinate(w, random, 8, 2);
        const auto p = random_coordinate(w, random, 4, 3), q = random_coordinate(w, random, 4, 3);
        w.post<ExistsInWindow>(x, std::vector{p, q}, 1, 2);
        if (!w.propagate()) return;
        for (const Value v : w.values(x.var())) {
            bool is_served = !x.is_held_at(v);
            for (const auto& provider : {p, q})
                for (const Value u : w.values(provider.var()))
                    if (provider.is_held_at(u) && !is_served)
                        is_served = x.of(v) - provider.of(u) == 1 || x.of(v) - provider.of(u) == 2;
            BOOST_TEST(is_served, "value " << v);
        }
    });
}

BOOST_AUTO_TEST_SUITE_END()
