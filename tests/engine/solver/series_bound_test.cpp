#include "engine/solver/bounds/series_bound.hpp"

#include "tests/support/random_problem.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;

namespace {

// One series with random costs, some values already gone at the root and some later.
struct Case {
    explicit Case(Random& random) {
        p.add_path(random_path(random, p));
        for (std::uint32_t i = 0; i < p.store().var_count(); ++i) {
            std::vector<Cost> costs;
            for (Value v = 0; v <= p.store().initial_max({i}); ++v)
                costs.push_back(random.between(-4, 8));
            table.push_back(costs);
        }
        bound.emplace(p.paths().front(), 1);
        for (std::size_t k = 0; k < bound->member_count(); ++k)
            bound->set_costs(k, &table[bound->member(k).index]);
        marker = p.new_bool();  // of no meaning: so that there is a level above the root
        s = p.store();
        is_open = remove_some(random);
        s.decide(is_true(marker));
        is_open = is_open && remove_some(random);
    }

    bool remove_some(Random& random) {
        for (int i = random.between(0, 4); i > 0; --i) {
            const IntVar x{
                static_cast<std::uint32_t>(random.between(0, static_cast<int>(table.size()) - 1))};
            const Value v = random.between(0, s.initial_max(x));
            if (s.contains(x, v) && s.is_fixed(x)) return false;
            if (!s.infer(differs(x, v), {})) return false;
        }
        return true;
    }

    Cost cost(const Assignment& values) const {
        Cost sum = p.cost(values);
        for (std::uint32_t i = 0; i < table.size(); ++i)
            sum += table[i][static_cast<std::size_t>(values[i])];
        return sum;
    }

    // The least cost of an assignment for which `wanted` holds.
    template <class Wanted>
    Cost least(Wanted wanted) const {
        Cost best = infinite_cost;
        for_each_assignment(p, [&](const Assignment& values) {
            if (p.holds(values) && wanted(values)) best = std::min(best, cost(values));
        });
        return best;
    }
    bool is_in_domains(const Assignment& values) const {
        for (std::uint32_t i = 0; i < table.size(); ++i)
            if (!s.contains({i}, values[i])) return false;
        return true;
    }

    Problem p;
    std::vector<std::vector<Cost>> table;
    std::optional<SeriesBound> bound;
    Store s;
    IntVar marker;
    bool is_open = false;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(series_bound)

BOOST_AUTO_TEST_CASE(finds_the_least_cost_and_a_path_that_has_it) {
    for_each_seed(
        [](Random& random) {
            Case c{random};
            if (!c.is_open) return;
            const Cost expected = c.least([&](const Assignment& a) { return c.is_in_domains(a); });
            BOOST_REQUIRE(c.bound->sweep(c.s) == expected);
            if (expected >= infinite_cost) return;
            Assignment values(c.s.var_count(), 0);
            const std::vector<Value>& path = c.bound->least_path();
            for (std::size_t k = 0; k < path.size(); ++k)
                values[c.bound->member(k).index] = path[k];
            BOOST_TEST(c.is_in_domains(values));
            BOOST_TEST(c.cost(values) == expected);
        },
        1000);
}

BOOST_AUTO_TEST_CASE(knows_the_least_cost_through_each_value) {
    for_each_seed(
        [](Random& random) {
            Case c{random};
            if (!c.is_open || c.bound->sweep(c.s) >= infinite_cost) return;
            std::vector<std::vector<Cost>> through;
            c.bound->through_costs(c.s, through);
            for (std::size_t k = 0; k < c.bound->member_count(); ++k) {
                const IntVar x = c.bound->member(k);
                for (Value v = c.s.min(x); v <= c.s.max(x); v = c.s.next(x, v + 1))
                    BOOST_REQUIRE(through[k][static_cast<std::size_t>(v)]
                                  == c.least([&](const Assignment& a) {
                                         return c.is_in_domains(a) && a[x.index] == v;
                                     }));
            }
        },
        1000);
}

BOOST_AUTO_TEST_CASE(explains_its_bound_with_literals_that_alone_force_it) {
    for_each_seed(
        [](Random& random) {
            Case c{random};
            if (!c.is_open) return;
            const Cost now = c.bound->sweep(c.s);
            const Cost enough =
                std::min(now, infinite_cost) - (now < infinite_cost ? random.between(0, 5) : 0);
            std::vector<Literal> reason;
            const Cost left = c.bound->explain(c.s, c.s.trail_size(), enough, reason);
            BOOST_TEST(left >= enough);
            for (const Literal l : reason)
                BOOST_TEST(c.s.is_true(l));
            const Position root = c.s.level_start(1);
            const Cost forced = c.least([&](const Assignment& a) {
                for (std::uint32_t i = 0; i < c.table.size(); ++i)
                    if (!c.s.contained({i}, a[i], root)) return false;
                return std::all_of(reason.begin(), reason.end(),
                                   [&](Literal l) { return holds(l, a[l.var]); });
            });
            BOOST_TEST(forced >= enough);
        },
        1500);
}

BOOST_AUTO_TEST_SUITE_END()
