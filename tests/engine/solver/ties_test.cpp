#include "engine/solver/knots/ties.hpp"

#include "engine/solver/bounds/relaxation_of.hpp"
#include "engine/solver/constraints/lag.hpp"
#include "engine/solver/constraints/separation.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>
#include <numeric>
#include <vector>

using namespace rul::solver;  // NOLINT(google-build-using-namespace): tests only

namespace {

// Series of one member each, that may be on any of `days` days.
std::vector<Coordinate> short_series(Problem& p, int count, Value days) {
    auto all = std::make_shared<std::vector<Value>>(static_cast<std::size_t>(days));
    std::iota(all->begin(), all->end(), 0);
    std::vector<Coordinate> members;
    for (int i = 0; i < count; ++i) {
        members.emplace_back(p.new_var(0, days - 1), all);
        SeriesPath path;
        path.members.push_back(members.back());
        p.add_path(path);
    }
    return members;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ties)

BOOST_AUTO_TEST_CASE(ties_what_has_the_dearest_row_between_it) {
    Problem p;
    const std::vector<Coordinate> members = short_series(p, 3, 3);
    const auto x = [&members](std::size_t i) { return members[i].var(); };
    p.add_clause({at_least(x(0), 1), at_least(x(1), 1)});
    p.add_clause({at_least(x(1), 1), at_least(x(2), 1)});
    const Relaxation rows = relaxation_of(p);
    BOOST_TEST((tied_at_first(p, rows, {1, 2}, {}, 2) == Ties{{0}, {1, 2}}));
    BOOST_TEST((tied_at_first(p, rows, {2, 1}, {}, 2) == Ties{{0, 1}, {2}}));
    BOOST_TEST((tied_at_first(p, rows, {2, 1}, {}, 3) == Ties{{0, 1, 2}}));
    BOOST_TEST((tied_at_first(p, rows, {0, 0}, {}, 3) == Ties{{0}, {1}, {2}}));
}

// "Some meeting serves this one" costs next to nothing under prices, and is broken by most values.
BOOST_AUTO_TEST_CASE(ties_what_is_tight_after_what_is_dear_and_leaves_alone_what_seldom_clashes) {
    Problem p;
    static_cast<void>(short_series(p, 4, 3));
    p.add_clause({at_least({0}, 1), at_least({1}, 1)});
    const Relaxation rows = relaxation_of(p);
    const Tightness tightness{{{0, 2}, 20}, {{1, 3}, 1}};
    BOOST_TEST((tied_at_first(p, rows, {1}, tightness, 3) == Ties{{0, 1, 2}, {3}}));
    BOOST_TEST((tied_at_first(p, rows, {1}, tightness, 2) == Ties{{0, 1}, {2}, {3}}));
    BOOST_TEST((tied_at_first(p, rows, {0}, tightness, 2) == Ties{{0, 2}, {1}, {3}}));
}

BOOST_AUTO_TEST_CASE(ties_further_what_is_dear_with_what_it_is_tightly_coupled_to) {
    const Tightness tightness{{{0, 1}, 1}, {{0, 2}, 9}, {{1, 3}, 2}, {{2, 3}, 5}};
    const auto pairs = pairs_to_tie(tightness, {{0}, {1, 2}, {3}}, {0, 2, 3});
    BOOST_REQUIRE(pairs.size() == 2);
    BOOST_TEST(pairs[0].first == 1);  // 3 * (2 + 5)
    BOOST_TEST(pairs[0].second == 2);
    BOOST_TEST(pairs[0].excess == 3);
    BOOST_TEST(pairs[0].tightness == 7);
    BOOST_TEST(pairs[1].first == 0);  // 2 * (1 + 9)
    BOOST_TEST(pairs[1].tightness == 10);
    BOOST_TEST(pairs_to_tie(tightness, {{0}, {1, 2}, {3}}, {0, 0, 0}).empty());
}

BOOST_AUTO_TEST_CASE(a_distance_is_tight_and_a_clash_is_not) {
    Problem p;
    const std::vector<Coordinate> members = short_series(p, 3, 50);
    p.post<Lag>(members[0], members[1], 40);
    p.post<Separation>(members[1], members[2], 1);
    const Tightness tightness = tightness_between_series(p);
    BOOST_TEST(tightness.at({0, 1}) > 8);
    BOOST_TEST((!tightness.contains({1, 2}) || tightness.at({1, 2}) < 4));
    BOOST_TEST(!tightness.contains({0, 2}));
}

BOOST_AUTO_TEST_SUITE_END()
