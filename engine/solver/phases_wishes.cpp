#include "engine/solver/solving.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

// What a solve makes of what knots would do by themselves: few of these wishes are at odds.
namespace rul::solver {

// Each knot gets what it would do by itself, as far as that goes with those before it; what is left
// open, with what is coupled to it, is solved. Once with the dearest first, and once with them
// last.
void Solving::grant_wishes() {
    const std::vector<Cost> excess = excess_of(bound_of(*untied_));
    std::vector<std::size_t> order(excess.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return excess[a] > excess[b]; });
    const Couplings couplings = couplings_at_random();
    std::vector<OpenParts> ways;
    Knots::Numbers last;
    for (int i = 0; i < 2; ++i) {
        engine_.backtrack_to(0);
        if (!engine_.propagate()) return nothing_is_left();
        Knots::Numbers left = widened(grant(order, excess, {}), couplings);
        engine_.backtrack_to(0);
        const Knots::Numbers more = grant(order, excess, left);
        left.insert(left.end(), more.begin(), more.end());
        std::sort(left.begin(), left.end());
        let_others_stand(left);
        if (is_over()) break;
        if (i == 0 || left != last) ways.push_back(untied_->knots.open_in(engine_.store()));
        last = std::move(left);
        std::reverse(order.begin(), order.end());
    }
    engine_.backtrack_to(0);
    if (!is_over()) solve_open(ways);
}

// Each way's parts by themselves; together they are a solution, if each has one.
void Solving::solve_open(std::vector<OpenParts>& ways) {
    std::vector<std::pair<std::size_t, Part*>> all;
    for (std::size_t i = 0; i < ways.size(); ++i)
        for (Part& part : ways[i].parts)
            all.emplace_back(i, &part);
    const auto solved = solve_parts(all.size(), [&](std::size_t i) {
        OpenParts& way = ways[all[i].first];
        const std::int64_t effort = effort_of(all[i].second->problem());
        const Cost below = cost_ - way.offset;
        return PartSolve{.part = std::move(*all[i].second),
                         .effort = effort,
                         .role = Role::within_solution,
                         .below = below};
    });
    for (std::size_t i = 0; i < ways.size(); ++i) {
        bool is_whole = true;
        for (std::size_t j = 0; j < all.size(); ++j) {
            if (all[j].first != i) continue;
            is_whole = is_whole && solved[j] && solved[j]->result.best;
            if (is_whole) solved[j]->part.put(*solved[j]->result.best, ways[i].values);
        }
        if (is_whole && problem_.cost(ways[i].values) < cost_) take(std::move(ways[i].values));
    }
}

// The cheapest it can have; of several that of the best solution, if it is one of them.
Value Solving::cheapest(IntVar x) const {
    const Store& s = engine_.store();
    Value cheapest = s.contains(x, (*best_)[x.index]) ? (*best_)[x.index] : s.min(x);
    for (Value v = s.min(x); v <= s.max(x); v = s.next(x, v + 1))
        if (problem_.cost_of(x, v) < problem_.cost_of(x, cheapest)) cheapest = v;
    return cheapest;
}

// What hangs on none of the knots left open, only where that is possible: at its cheapest if it
// costs, else as in the best solution; in the order they were made in. With all that costs before
// all that does not, what is left open often has no solution.
void Solving::let_others_stand(const Knots::Numbers& open) {
    const Store& s = engine_.store();
    Assignment wanted = *best_;
    for (const IntVar x : untied_->knots.apart_from(open)) {
        if (is_over()) return;
        if (s.is_fixed(x)) continue;
        if (problem_.has_costs(x)) wanted[x.index] = cheapest(x);
        static_cast<void>(stand({x}, wanted));
    }
}

// Those that could not have it. One that costs no more than it must stays as it is in the best
// solution. What hangs on the members comes after all members: of a knot all that still can, at
// once; where that does not go, it stays open.
Knots::Numbers Solving::grant(const std::vector<std::size_t>& order,
                              const std::vector<Cost>& excess, const Knots::Numbers& open) {
    const auto& knots = untied_->knots.all();
    Knots::Numbers left;
    std::vector<std::pair<std::size_t, const Assignment*>> granted;
    for (const std::size_t k : order) {
        if (is_over()) return {};
        if (std::binary_search(open.begin(), open.end(), k)) continue;
        if (excess[k] <= 0 && stand(members_in(knots[k]), *best_))
            granted.emplace_back(k, &*best_);
        else if (stand(members_in(knots[k]), untied_->wishes))
            granted.emplace_back(k, &untied_->wishes);
        else
            left.push_back(k);
    }
    for (const auto& [k, values] : granted) {
        std::vector<IntVar> others;
        for (const IntVar x : knots[k].variables)
            if (engine_.store().contains(x, (*values)[x.index])) others.push_back(x);
        static_cast<void>(stand(others, *values));
    }
    std::sort(left.begin(), left.end());
    return left;
}

std::vector<IntVar> Solving::members_in(const Knot& knot) const {
    std::vector<IntVar> members;
    for (const std::size_t series : knot.series)
        for (const Coordinate& member : problem_.paths()[series].members)
            members.push_back(member.var());
    return members;
}

// Above what stands already. False: they cannot all stand so; nothing has changed.
bool Solving::stand(const std::vector<IntVar>& some, const Assignment& values) {
    Store& s = engine_.store();
    const int level = s.level();
    for (const IntVar x : some)
        if (!s.contains(x, values[x.index])) return false;
    for (const IntVar x : some) {
        const Value wanted = values[x.index];
        if (wanted < s.max(x)) s.decide(at_most(x, wanted));
        if (s.min(x) < wanted) s.decide(at_least(x, wanted));
    }
    if (engine_.propagate()) return true;
    engine_.backtrack_to(level);
    return false;
}

}  // namespace rul::solver
