#include "engine/solver/bounds/relaxation_of.hpp"
#include "engine/solver/bounds/row_sums.hpp"
#include "engine/solver/constraints/lag.hpp"
#include "engine/solver/knots/knot_bound.hpp"
#include "engine/solver/solve.hpp"
#include "tests/support/random_constraints.hpp"
#include "tests/support/random_problem.hpp"
#include "tests/support/seeds.hpp"
#include "tests/support/web.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;

namespace {

// Series that share constraints, under prices as they come.
struct Case {
    explicit Case(Random& random) : p{made(random)}, rows{relaxation_of(p)} {
        for (const Row& row : rows.rows()) {
            const Cost most = std::min<Cost>(row.price, 3) * price_scale;
            prices.push_back(random.between(0, 1) == 0 ? 0
                                                       : random.between(0, static_cast<int>(most)));
        }
        ties.resize(static_cast<std::size_t>(random.between(1, 2)));
        for (std::size_t i = 0; i < p.paths().size(); ++i)
            ties[static_cast<std::size_t>(random.next() % ties.size())].push_back(i);
        std::erase_if(ties, [](const auto& tie) { return tie.empty(); });
    }

    static Problem made(Random& random) {
        Problem p;
        fill(random, p);
        RandomConstraints constraints{random, p};
        for (int i = random.between(0, 3); i > 0; --i)
            constraints.post_one();
        return p;
    }

    [[nodiscard]] Knots knots() const { return Knots{p, ties}; }

    Problem p;
    Relaxation rows;
    Prices prices;
    Ties ties;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(knots)

BOOST_AUTO_TEST_CASE(the_bound_of_proved_knots_is_at_most_what_the_least_solution_costs) {
    for_each_seed(
        [](Random& random) {
            const Case c{random};
            const auto least = least_cost_by_brute_force(c.p);
            if (!least || c.p.is_trivially_infeasible()) return;
            const Knots knots = c.knots();
            KnotBound bound{c.p, c.rows, c.prices, knots, c.p.store()};
            prove_all(bound);
            BOOST_TEST(bound.bound() <= *least);
        },
        400);
}

BOOST_AUTO_TEST_CASE(every_solution_solves_every_knot_and_costs_what_the_knots_say_or_more) {
    for_each_seed([](Random& random) {
        const Case c{random};
        if (c.p.is_trivially_infeasible()) return;
        const Knots knots = c.knots();
        const KnotBound bound{c.p, c.rows, c.prices, knots, c.p.store()};
        for (const Assignment& solution : solutions_by_brute_force(c.p)) {
            Cost sum = bound.total();
            for (std::size_t k = 0; k < bound.count(); ++k) {
                const auto [part, offset] = bound.part_of(k);
                const Assignment inside = part.of(solution);
                BOOST_TEST(part.problem().holds(inside));
                const Cost excess = bound.excess(k, solution);
                BOOST_TEST(part.problem().cost(inside) + offset == bound.least(k) + excess);
                sum += excess;
            }
            BOOST_TEST(sum <= c.p.cost(solution) * KnotBound::knot_unit);
        }
    });
}

// Else what is known of a knot would be wrong once values are gone that it counted on.
BOOST_AUTO_TEST_CASE(what_a_knot_costs_at_least_stands_when_domains_shrink) {
    for_each_seed([](Random& random) {
        const Case c{random};
        const auto solutions = solutions_by_brute_force(c.p);
        if (solutions.empty() || c.p.is_trivially_infeasible()) return;
        const Knots knots = c.knots();
        KnotBound before{c.p, c.rows, c.prices, knots, c.p.store()};
        prove_all(before);
        const auto& kept = solutions[static_cast<std::size_t>(random.next() % solutions.size())];
        Store fewer = c.p.store();
        for (std::uint32_t x = 0; x < kept.size(); ++x)
            if (random.between(0, 1) == 0) BOOST_REQUIRE(fewer.infer(equals({x}, kept[x]), {}));
        KnotBound after{c.p, c.rows, c.prices, knots, fewer};
        for (std::size_t k = 0; k < after.count(); ++k)
            after.raise(k, before.least(k));
        BOOST_TEST(after.bound() <= c.p.cost(kept));
    });
}

BOOST_AUTO_TEST_CASE(what_is_found_within_a_knot_is_a_solution_as_much_cheaper_as_it_says) {
    for_each_seed([](Random& random) {
        const Case c{random};
        const auto solutions = solutions_by_brute_force(c.p);
        if (solutions.empty() || c.p.is_trivially_infeasible()) return;
        const auto& known = solutions[static_cast<std::size_t>(random.next() % solutions.size())];
        const Knots knots = c.knots();
        for (std::size_t k = 0; k < knots.all().size(); ++k) {
            const Part part = knots.part_within({k}, known, c.p.store());
            const Cost before = part.problem().cost(part.of(known));
            BOOST_TEST(part.problem().holds(part.of(known)));
            for (const Assignment& inside : solutions_by_brute_force(part.problem())) {
                Assignment found = known;
                part.put(inside, found);
                BOOST_TEST(c.p.holds(found));
                BOOST_TEST(c.p.cost(found) - c.p.cost(known)
                           == part.problem().cost(inside) - before);
            }
        }
    });
}

BOOST_AUTO_TEST_CASE(what_a_knot_costs_at_least_stands_when_others_are_tied) {
    for_each_seed(
        [](Random& random) {
            const Web w{random};
            const auto least = least_cost_by_brute_force(w.p);
            if (!least || w.p.is_trivially_infeasible()) return;
            Knots knots{w.p, w.ties};
            std::vector<Cost> known;
            {
                KnotBound bound{w.p, w.rows, w.prices, knots, w.p.store()};
                prove_all(bound);
                for (std::size_t k = 0; k < bound.count(); ++k)
                    known.push_back(bound.least(k));
            }
            while (knots.all().size() > 1) {
                const int count = static_cast<int>(knots.all().size());
                const int second = random.between(1, count - 1);
                const int first = random.between(0, second - 1);
                const Knots before = knots;
                knots = before.with_tied(static_cast<std::size_t>(first),
                                         static_cast<std::size_t>(second));
                known.erase(known.begin() + second);
                known[static_cast<std::size_t>(first)] = -infinite_cost;
                KnotBound bound{w.p, w.rows, w.prices, knots, w.p.store()};
                for (std::size_t k = 0; k < bound.count(); ++k)
                    bound.raise(k, known[k]);
                BOOST_TEST(bound.bound() <= *least);
                const auto tied = static_cast<std::size_t>(first);
                const auto [part, offset] = bound.part_of(tied);
                bound.raise(tied, *least_cost_by_brute_force(part.problem()) + offset);
                known[tied] = bound.least(tied);
                BOOST_TEST(bound.bound() <= *least);
            }
        },
        1500);
}

BOOST_AUTO_TEST_CASE(knots_that_others_are_tied_beside_keep_what_is_theirs) {
    for_each_seed([](Random& random) {
        const Web w{random};
        const Knots knots{w.p, w.ties};
        const Knots tied = knots.with_tied(0, 1);
        BOOST_TEST((tied.all()[0].series == std::vector<std::size_t>{0, 1}));
        for (std::size_t k = 2; k < knots.all().size(); ++k) {
            BOOST_TEST((tied.all()[k - 1].series == knots.all()[k].series));
            BOOST_TEST((tied.all()[k - 1].variables == knots.all()[k].variables));
            BOOST_TEST((tied.all()[k - 1].sources == knots.all()[k].sources));
        }
    });
}

// Asked anew, x would be near to the knot of a and b too, once these are one.
BOOST_AUTO_TEST_CASE(what_hangs_on_one_knot_alone_stays_there_when_others_are_tied) {
    Problem p;
    const auto days = std::make_shared<std::vector<Value>>(std::vector<Value>{0, 1});
    std::vector<IntVar> member;
    for (int i = 0; i < 3; ++i) {
        member.push_back(p.new_var(0, 1));
        SeriesPath path;
        path.members.emplace_back(member.back(), days);
        p.add_path(path);
    }
    const IntVar near_a_and_c = p.new_bool();
    const IntVar near_b_and_c = p.new_bool();
    const IntVar x = p.new_bool();
    for (const auto& [m, y] :
         {std::pair{0, near_a_and_c}, {2, near_a_and_c}, {1, near_b_and_c}, {2, near_b_and_c}})
        p.add_clause({at_least(member[static_cast<std::size_t>(m)], 1), is_true(y)});
    p.add_clause({is_true(near_a_and_c), is_true(x)});
    p.add_clause({is_true(near_b_and_c), is_true(x)});
    const Knots knots{p, {{0}, {1}, {2}}};
    const auto has_x = [&](const Knot& knot) {
        return std::find(knot.variables.begin(), knot.variables.end(), x) != knot.variables.end();
    };
    BOOST_TEST(has_x(knots.all()[2]));
    const Knots tied = knots.with_tied(0, 1);
    BOOST_TEST(has_x(tied.all()[1]));
    BOOST_TEST(!has_x(tied.all()[0]));
}

BOOST_AUTO_TEST_CASE(proved_knots_say_no_less_than_the_prices_alone) {
    for_each_seed(
        [](Random& random) {
            const Web w{random};
            if (w.p.is_trivially_infeasible()) return;
            PricedBound priced{w.p, w.rows, w.prices};
            const Knots knots{w.p, w.ties};
            KnotBound bound{w.p, w.rows, w.prices, knots, w.p.store()};
            prove_all(bound);
            BOOST_TEST(bound.bound() >= priced.bound(w.p.store()));
        },
        400);
}

// A choice that all members hang on: prices take a little of either.
BOOST_AUTO_TEST_CASE(a_knot_sees_what_prices_cannot) {
    Problem p;
    const auto days = std::make_shared<std::vector<Value>>(std::vector<Value>{0, 1});
    const IntVar usual = p.new_bool();
    std::vector<IntVar> members;
    for (int i = 0; i < 2; ++i) {
        members.push_back(p.new_var(0, 1));
        SeriesPath one;
        one.members.emplace_back(members.back(), days);
        p.add_path(one);
    }
    // One is early, one is late; either is unusual, at 6 points.
    p.require(equals(members[0], 0));
    p.require(equals(members[1], 1));
    for (const IntVar x : members) {
        const IntVar broken = p.new_bool();
        p.add_linear_cost(broken, 6);
        p.add_clause({is_false(usual), at_least(x, 1), is_true(broken)});
        p.add_clause({is_true(usual), at_most(x, 0), is_true(broken)});
    }
    const Relaxation rows = relaxation_of(p);
    const Prices none(rows.rows().size(), 0);
    PricedBound priced{p, rows, none};
    BOOST_TEST(priced.bound(p.store()) == 0);
    const Knots knots{p, {{0, 1}}};
    KnotBound bound{p, rows, none, knots, p.store()};
    prove_all(bound);
    BOOST_TEST(bound.bound() == 6);
}

// The rows that account for the cost hang on a condition that is in no knot: they keep their
// prices, and the knot does not charge the cost as well.
BOOST_AUTO_TEST_CASE(a_cost_is_counted_once_when_its_rows_are_not_all_inside_a_knot) {
    Problem p;
    const auto days = std::make_shared<std::vector<Value>>(std::vector<Value>{0, 1, 2});
    std::vector<Coordinate> member;
    for (int i = 0; i < 3; ++i) {
        member.emplace_back(p.new_var(0, 2), days);
        SeriesPath path;
        path.members.push_back(member.back());
        p.add_path(path);
    }
    const IntVar asked = p.new_bool();
    const IntVar cost = p.new_var(0, 2);
    p.add_linear_cost(cost, 1);
    p.add_clause({at_least(member[2].var(), 1), is_true(asked)});  // near to the third as well
    auto away = std::make_shared<ConvexCost>();
    away->first = -2;
    away->of = {2, 1, 0, 1, 2};
    p.post<Deviation>(member[0], member[1], std::shared_ptr<const ConvexCost>{away}, cost,
                      Condition{{is_true(asked)}});
    p.require(is_true(asked));
    p.require(equals(member[0].var(), 0));
    p.require(equals(member[1].var(), 2));
    const Relaxation rows = relaxation_of(p);
    RowSums sums{rows, p.store().var_count()};
    sums.move_all({0, 2, 0, 1, 2});
    Prices of_broken;
    for (std::size_t r = 0; r < rows.rows().size(); ++r) {
        const bool is_paid = rows.rows()[r].price < infinite_cost && sums.excess(r) > 0;
        of_broken.push_back(is_paid ? rows.rows()[r].price * price_scale : 0);
    }
    const Knots knots{p, {{0, 1}, {2}}};
    KnotBound bound{p, rows, of_broken, knots, p.store()};
    prove_all(bound);
    BOOST_TEST(bound.bound() == 2);
}

// As knots are solved.
BOOST_AUTO_TEST_CASE(a_part_is_solved_while_the_whole_stands_still) {
    for_each_seed([](Random& random) {
        const Web w{random};
        const auto least = least_cost_by_brute_force(w.p);
        if (!least || w.p.is_trivially_infeasible()) return;
        const Knots knots{w.p, w.ties};
        KnotBound bound{w.p, w.rows, w.prices, knots, w.p.store()};
        bool is_first = true;
        const auto in_between = [&](auto, Cost, const Assignment*) {
            if (!std::exchange(is_first, false)) return;
            for (std::size_t k = 0; k < bound.count(); ++k) {
                const auto [part, offset] = bound.part_of(k);
                const SolveResult found = solve(part.problem(), {});
                BOOST_TEST((found.status == SolveResult::Status::optimal));
                BOOST_TEST(found.cost == *least_cost_by_brute_force(part.problem()));
                BOOST_TEST(found.bound == found.cost);
            }
        };
        const SolveResult whole = solve(w.p, {}, in_between);
        BOOST_TEST((whole.status == SolveResult::Status::optimal));
        BOOST_TEST(whole.cost == *least);
    });
}

BOOST_AUTO_TEST_CASE(every_series_is_in_one_tie_and_no_tie_is_larger_than_allowed) {
    for_each_seed([](Random& random) {
        const Case c{random};
        const auto most = static_cast<std::size_t>(random.between(1, 6));
        std::vector<int> times(c.p.paths().size(), 0);
        for (const auto& tie :
             tied_at_first(c.p, c.rows, c.prices, tightness_between_series(c.p), most)) {
            std::size_t members = 0;
            for (const std::size_t series : tie) {
                ++times[series];
                members += c.p.paths()[series].members.size();
            }
            BOOST_TEST((tie.size() == 1 || members <= most));
        }
        BOOST_TEST(std::all_of(times.begin(), times.end(), [](int n) { return n == 1; }));
    });
}

// Some variables stand as in a solution, the rest is open.
BOOST_AUTO_TEST_CASE(the_least_of_each_part_left_open_and_what_stands_is_the_least_of_the_whole) {
    for_each_seed(
        [](Random& random) {
            const Case c{random};
            const auto solutions = solutions_by_brute_force(c.p);
            if (solutions.empty() || c.p.is_trivially_infeasible()) return;
            const auto count = static_cast<int>(solutions.size());
            const Assignment& one =
                solutions[static_cast<std::size_t>(random.between(0, count - 1))];
            Store domains = c.p.store();
            std::vector<bool> stands(one.size());
            for (std::uint32_t x = 0; x < one.size(); ++x) {
                stands[x] = random.between(0, 2) > 0;
                if (!stands[x]) continue;
                if (one[x] < domains.max({x})) domains.decide(at_most({x}, one[x]));
                if (domains.min({x}) < one[x]) domains.decide(at_least({x}, one[x]));
            }
            Cost least = infinite_cost;
            for (const Assignment& solution : solutions) {
                bool is_one = true;
                for (std::size_t x = 0; x < one.size(); ++x)
                    is_one = is_one && (!stands[x] || solution[x] == one[x]);
                if (is_one) least = std::min(least, c.p.cost(solution));
            }
            const OpenParts open = c.knots().open_in(domains);
            Cost sum = open.offset;
            for (const Part& part : open.parts)
                sum += least_cost_by_brute_force(part.problem()).value_or(infinite_cost);
            BOOST_TEST(sum == least);
        },
        300);
}

BOOST_AUTO_TEST_CASE(what_two_knots_break_together_sets_them_at_odds_and_nothing_else_does) {
    Problem p;
    const auto days = std::make_shared<std::vector<Value>>(std::vector<Value>{0, 1, 2, 3});
    std::vector<Coordinate> members;
    for (int i = 0; i < 3; ++i) {
        members.emplace_back(p.new_var(0, 3), days);
        SeriesPath path;
        path.members.push_back(members.back());
        p.add_path(path);
    }
    p.post<Lag>(members[0], members[1], 1);
    p.add_clause({at_least(members[1].var(), 2), at_least(members[2].var(), 2)});
    const Knots knots{p, Ties{{0}, {1}, {2}}};
    using Pairs = std::vector<Knots::Pair>;
    BOOST_TEST((knots.at_odds({1, 2, 0}) == Pairs{}));
    BOOST_TEST((knots.at_odds({2, 2, 0}) == Pairs{{0, 1}}));
    BOOST_TEST((knots.at_odds({0, 1, 0}) == Pairs{{1, 2}}));
    BOOST_TEST((knots.at_odds({1, 1, 1}) == Pairs{{0, 1}, {1, 2}}));
    BOOST_TEST((knots.with_tied(0, 1).at_odds({1, 1, 1}) == Pairs{{0, 1}}));
}

BOOST_AUTO_TEST_SUITE_END()
