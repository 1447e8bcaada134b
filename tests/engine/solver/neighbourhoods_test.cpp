#include "engine/solver/neighbourhoods/neighbourhoods.hpp"

#include "engine/solver/constraints/lag.hpp"
#include "engine/solver/constraints/order.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <memory>
#include <set>
#include <vector>

using namespace rul::solver;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;

namespace {

constexpr int tries = 200;
constexpr std::size_t bodies = 8;
constexpr std::size_t meetings = 4 * bodies;

// Eight bodies of four meetings: papers travel from each of the first four to the next, meeting by
// meeting; the others have nothing to do with them. Two clashes may be paid for, one of them is.
struct Bodies {
    Bodies() {
        std::vector<Value> all(40);
        for (Value day = 0; day < 40; ++day)
            all[static_cast<std::size_t>(day)] = day;
        const auto days = std::make_shared<std::vector<Value>>(all);
        for (std::size_t i = 0; i < bodies; ++i) {
            SeriesPath path;
            for (int k = 0; k < 4; ++k)
                path.members.emplace_back(p.new_var(0, 39), days);
            p.add_path(path);
        }
        for (std::size_t i = 0; i + 1 < 4; ++i)
            for (std::size_t k = 0; k < 4; ++k)
                p.post<Lag>(p.paths()[i].members[k], p.paths()[i + 1].members[k], 1);
        paid = p.new_bool();
        unpaid = p.new_bool();
        for (const IntVar x : {paid, unpaid})
            p.add_linear_cost(x, 5);
        p.add_clause({at_least(member(4, 0), 2), at_most(member(3, 3), 7), is_true(paid)});
        p.add_clause({at_least(member(0, 0), 2), at_most(member(1, 0), 7), is_true(unpaid)});
        best.assign(p.store().var_count(), 0);
        for (std::size_t i = 0; i < bodies; ++i)
            for (std::size_t k = 0; k < 4; ++k)
                best[member(i, k).index] = static_cast<Value>(9 * k + i);
        best[paid.index] = 1;
    }

    [[nodiscard]] IntVar member(std::size_t series, std::size_t k) const {
        return p.paths()[series].members[k].var();
    }

    Problem p;
    IntVar paid, unpaid;
    Assignment best;
};

// Each time: the variables that are free.
std::vector<std::set<std::uint32_t>> freed_by(NeighbourhoodOf kind, const Problem& p,
                                              const Assignment& best) {
    const Surroundings surroundings{p};
    const auto neighbourhood = kind(surroundings);
    BOOST_REQUIRE(neighbourhood);
    Random random{1};
    std::vector<std::set<std::uint32_t>> all;
    for (int i = 0; i < tries; ++i) {
        std::vector<bool> is_free(p.store().var_count(), false);
        neighbourhood->free(best, random, is_free);
        std::set<std::uint32_t>& freed = all.emplace_back();
        for (std::uint32_t x = 0; x < is_free.size(); ++x)
            if (is_free[x]) freed.insert(x);
    }
    return all;
}

// The series of which anything is free; it is to be all of each.
std::set<std::size_t> whole_series(const Bodies& b, const std::set<std::uint32_t>& freed) {
    std::set<std::size_t> series;
    for (std::size_t i = 0; i < bodies; ++i) {
        std::size_t count = 0;
        for (std::size_t k = 0; k < 4; ++k)
            count += freed.count(b.member(i, k).index);
        BOOST_TEST((count == 0 || count == 4));
        if (count > 0) series.insert(i);
    }
    BOOST_TEST(freed.size() == 4 * series.size());
    return series;
}

std::set<std::set<std::size_t>> all_series_freed(NeighbourhoodOf kind) {
    const Bodies b;
    std::set<std::set<std::size_t>> all;
    for (const auto& freed : freed_by(kind, b.p, b.best))
        all.insert(whole_series(b, freed));
    return all;
}

// Three tasks one after the other, each pair with a choice which is first.
struct Tasks {
    Tasks() {
        for (int i = 0; i < 3; ++i)
            start.push_back(p.new_var(0, 100));
        for (const auto& [a, b] : {std::pair{0U, 1U}, {0U, 2U}, {1U, 2U}}) {
            choice.push_back(p.new_bool());
            p.decide_first(choice.back());
            p.post<Order>(start[a], start[b], 10, 10, choice.back());
        }
        best = {0, 10, 100, 1, 1, 1};
    }

    Problem p;
    std::vector<IntVar> start, choice;
    Assignment best;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(neighbourhoods)

BOOST_AUTO_TEST_CASE(one_series_after_the_other_is_free) {
    BOOST_TEST((all_series_freed(one_series)
                == std::set<std::set<std::size_t>>{{0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}}));
}

BOOST_AUTO_TEST_CASE(two_series_that_share_a_constraint_are_free_and_one_that_shares_none_alone) {
    BOOST_TEST((all_series_freed(coupled_series)
                == std::set<std::set<std::size_t>>{{0, 1}, {1, 2}, {2, 3}, {4}, {5}, {6}, {7}}));
}

BOOST_AUTO_TEST_CASE(a_chain_is_free_from_any_of_its_series_on) {
    // From the second and third it goes one way or the other.
    BOOST_TEST((all_series_freed(chain)
                == std::set<std::set<std::size_t>>{
                    {0, 1, 2, 3}, {0, 1}, {1, 2, 3}, {0, 1, 2}, {2, 3}, {4}, {5}, {6}, {7}}));
}

BOOST_AUTO_TEST_CASE(of_a_window_is_free_what_lies_in_it_and_what_is_left_out) {
    Problem p;
    const auto days = std::make_shared<std::vector<Value>>(std::vector<Value>{0, 10, 20, 30, 40});
    SeriesPath path;
    for (int k = 0; k < 6; ++k)
        path.members.emplace_back(p.new_var(0, 5), days);
    p.add_path(path);
    const Assignment best{0, 1, 2, 3, 4, 5};  // the last is left out
    std::set<std::uint32_t> met;
    for (const auto& freed : freed_by(window, p, best)) {
        BOOST_TEST(freed.count(5) == 1);
        BOOST_TEST(freed.size() < 6);
        const std::vector<std::uint32_t> held{freed.begin(), std::prev(freed.end())};
        for (std::size_t i = 1; i < held.size(); ++i)
            BOOST_TEST(held[i] == held[i - 1] + 1);
        met.insert(held.begin(), held.end());
    }
    BOOST_TEST(met.size() == 5);
}

BOOST_AUTO_TEST_CASE(of_a_group_is_free_what_one_constraint_on_several_series_is_about) {
    const Bodies b;
    std::set<std::set<std::uint32_t>> expected;
    for (std::size_t i = 0; i + 1 < 4; ++i)
        for (std::size_t k = 0; k < 4; ++k)
            expected.insert({b.member(i, k).index, b.member(i + 1, k).index});
    const auto freed = freed_by(group, b.p, b.best);
    BOOST_TEST((std::set<std::set<std::uint32_t>>{freed.begin(), freed.end()} == expected));
}

BOOST_AUTO_TEST_CASE(of_a_conflict_is_free_what_lies_nearest_to_what_is_paid) {
    Bodies b;
    for (const auto& freed : freed_by(conflict, b.p, b.best)) {
        BOOST_TEST(freed.count(b.member(4, 0).index) == 1);
        BOOST_TEST(freed.count(b.member(3, 3).index) == 1);
        BOOST_TEST(freed.count(b.member(2, 3).index) == 1);  // papers come from there
        BOOST_TEST(freed.count(b.member(0, 0).index) == 0);
    }
    b.best[b.paid.index] = 0;
    for (const auto& freed : freed_by(conflict, b.p, b.best))
        BOOST_TEST(freed.empty());
}

BOOST_AUTO_TEST_CASE(of_orders_are_free_those_of_what_begins_in_a_stretch_of_time) {
    const Tasks tasks;
    const auto freed = freed_by(orders, tasks.p, tasks.best);
    const std::set<std::set<std::uint32_t>> met{freed.begin(), freed.end()};
    const auto with = [&](const std::vector<std::size_t>& choices) {
        std::set<std::uint32_t> all;
        for (const std::size_t i : choices)
            all.insert(tasks.choice[i].index);
        return all;
    };
    BOOST_TEST(met.count(with({0})) == 1);     // both of its tasks are in the stretch
    BOOST_TEST(met.count(with({1, 2})) == 1);  // one is, the last task
    BOOST_TEST(met.count(with({1})) == 0);     // 90 between them is no stretch
    BOOST_TEST(met.count(with({2})) == 0);
}

BOOST_AUTO_TEST_CASE(frozen_is_what_is_not_free_and_not_fixed) {
    Bodies b;
    b.p.require(at_most(b.member(0, 0), 0));
    Neighbourhoods all{b.p, 1};
    BOOST_TEST(!all.is_idle());
    for (int i = 0; i < tries; ++i) {
        const auto frozen = all.frozen(b.best, b.p.store());
        BOOST_TEST(frozen.size() < meetings);
        for (const IntVar x : frozen) {
            BOOST_TEST(x.index < meetings);
            BOOST_TEST(x.index != b.member(0, 0).index);
        }
    }
    BOOST_TEST(all.tries() == tries);
}

BOOST_AUTO_TEST_CASE(a_kind_that_gains_is_tried_more_often) {
    const Bodies b;
    const auto frees_one_series = [&](Neighbourhoods& all) {
        return all.frozen(b.best, b.p.store()).size() == meetings - 4;
    };
    const auto times = [&](bool gains) {
        Neighbourhoods all{b.p, 1};
        int count = 0;
        for (int i = 0; i < tries; ++i) {
            const bool is_one = frees_one_series(all);
            count += is_one ? 1 : 0;
            all.reward(gains && is_one);
        }
        return count;
    };
    BOOST_TEST(2 * times(true) > 3 * times(false));
}

BOOST_AUTO_TEST_CASE(where_there_is_neither_a_series_nor_a_choice_nothing_can_stay) {
    Problem p;
    p.new_var(0, 5);
    Neighbourhoods all{p, 1};
    BOOST_TEST(all.is_idle());
    BOOST_TEST(all.frozen({3}, p.store()).empty());
    all.reward(true);
}

BOOST_AUTO_TEST_SUITE_END()
