#include "engine/solver/search/choices.hpp"

#include "engine/solver/bounds/relaxation_of.hpp"
#include "engine/solver/constraints/lag.hpp"
#include "engine/solver/part.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>
#include <numeric>
#include <vector>

using namespace rul::solver;  // NOLINT(google-build-using-namespace): tests only

namespace {

const std::function<bool()> never = [] { return false; };

// Two series of one meeting each. `distance` says how far apart they are: each of its values is
// dear in its own way. `idle` says so of nothing: one of its values is always free.
struct TwoSeries {
    TwoSeries() {
        const auto days = std::make_shared<std::vector<Value>>(20);
        std::iota(days->begin(), days->end(), 0);
        for (int i = 0; i < 2; ++i) {
            SeriesPath path;
            path.members.emplace_back(p.new_var(0, 19), days);
            members.push_back(path.members.front());
            p.add_path(path);
        }
        idle = p.new_var(0, 2);
        distance = p.new_var(0, 2);
        std::vector<Cost> early;
        std::vector<Cost> late;
        for (Cost v = 0; v < 20; ++v) {
            early.push_back(5 * v);
            late.push_back(5 * (19 - v));
        }
        p.add_cost(members[0].var(), early);
        p.add_cost(members[1].var(), late);
        for (Value v = 0; v <= 2; ++v) {
            p.post<Lag>(members[1], members[0], 2 * v - 6, Condition{{equals(distance, v)}});
            p.post<Lag>(members[0], members[1], 1 - v, Condition{{equals(idle, v)}});
        }
    }

    Problem p;
    std::vector<Coordinate> members;
    IntVar distance{};
    IntVar idle{};
};

}  // namespace

BOOST_AUTO_TEST_SUITE(choices)

BOOST_AUTO_TEST_CASE(the_choice_is_cut_that_raises_the_bound_in_both_halves) {
    TwoSeries two;
    const Relaxation rows = relaxation_of(two.p);
    Engine engine{two.p};
    BOOST_REQUIRE(engine.propagate());
    Choices choices{two.p, rows, engine};
    const Prices prices(rows.rows().size(), 0);
    const auto cut = choices.best({.prices = prices, .bound = 0, .limit = 1000}, never);
    BOOST_REQUIRE(cut.has_value());
    BOOST_TEST(cut->x.index == two.distance.index);
    BOOST_TEST(engine.store().level() == 0);
}

BOOST_AUTO_TEST_CASE(nothing_is_cut_where_nothing_promises_anything) {
    TwoSeries two;
    two.p.require(equals(two.distance, 0));
    const Relaxation rows = relaxation_of(two.p);
    Engine engine{two.p};
    BOOST_REQUIRE(engine.propagate());
    Choices choices{two.p, rows, engine};
    // What the bound is once the distance is decided: 13 days too many, at 5 points.
    const Cost known = 65 * price_scale;
    const Prices prices(rows.rows().size(), 0);
    BOOST_TEST(!choices.best({.prices = prices, .bound = known, .limit = 1000}, never).has_value());
}

BOOST_AUTO_TEST_CASE(what_came_of_cuts_counts_for_those_that_follow) {
    TwoSeries two;
    const Relaxation rows = relaxation_of(two.p);
    Engine engine{two.p};
    BOOST_REQUIRE(engine.propagate());
    Choices choices{two.p, rows, engine};
    const Prices prices(rows.rows().size(), 0);
    static_cast<void>(choices.best({.prices = prices, .bound = 0, .limit = 1000}, never));
    for (int i = 0; i < 100; ++i) {
        choices.note(at_most(two.idle, 0), 500 * price_scale);
        choices.note(at_least(two.idle, 1), 500 * price_scale);
    }
    const auto cut = choices.best({.prices = prices, .bound = 0, .limit = 1000}, never);
    BOOST_REQUIRE(cut.has_value());
    BOOST_TEST(cut->x.index == two.idle.index);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(implied)

namespace {

// One constraint and one clause of either sort, in turn.
Problem with_implied() {
    Problem p;
    const auto days = std::make_shared<std::vector<Value>>(std::vector<Value>{0, 1, 2});
    const Coordinate a{p.new_var(0, 2), days};
    const Coordinate b{p.new_var(0, 2), days};
    {
        const Problem::Implied implied{p};
        p.post<Lag>(a, b, 0);
        p.add_clause({at_least(a.var(), 1), at_least(b.var(), 1)});
    }
    p.post<Lag>(a, b, 1);
    p.add_clause({at_least(b.var(), 1)});
    return p;
}

}  // namespace

BOOST_AUTO_TEST_CASE(rows_of_what_is_implied_are_only_in_the_full_relaxation_and_come_last) {
    const Problem p = with_implied();
    const Relaxation needed = relaxation_of(p);
    const Relaxation full = full_relaxation_of(p);
    for (const Row& row : needed.rows())
        BOOST_TEST(!p.is_implied(row.source));
    BOOST_TEST(full.rows().size() > needed.rows().size());
    for (std::size_t r = 0; r < full.rows().size(); ++r) {
        BOOST_TEST(p.is_implied(full.rows()[r].source) == (r >= needed.rows().size()));
        if (r < needed.rows().size()) BOOST_TEST(full.rows()[r].source == needed.rows()[r].source);
    }
}

BOOST_AUTO_TEST_CASE(what_is_implied_is_implied_in_a_part_too) {
    const Problem p = with_implied();
    Part part{p, p.store(), {true, true}};
    for (const std::size_t source : std::vector<std::size_t>{1, 0, 3, 2})
        part.take(source);
    BOOST_TEST(!part.problem().is_implied(0));
    BOOST_TEST(part.problem().is_implied(1));
    BOOST_TEST(!part.problem().is_implied(2));
    BOOST_TEST(part.problem().is_implied(3));
}

BOOST_AUTO_TEST_SUITE_END()
