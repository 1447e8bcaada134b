#include "engine/solver/solving.hpp"

#include <algorithm>
#include <utility>

// What a solve makes of wishes that clash at a cost no price speaks of.
namespace rul::solver {

namespace {

constexpr int steps_a_turn = 6;
constexpr int most_in_vain = 2;  // steps, one after the other

// Knots that a row is about whose price is not as it was.
std::vector<std::size_t> touched_by(const std::vector<Clash>& were, const std::vector<Clash>& are,
                                    const Knots& knots, std::size_t variables) {
    std::vector<bool> is_touched(variables, false);
    for (std::size_t i = 0; i < are.size(); ++i) {
        if (i < were.size() && were[i].price == are[i].price) continue;
        for (const Term& term : are[i].row.terms)
            is_touched[term.x.index] = true;
    }
    std::vector<std::size_t> touched;
    for (std::size_t k = 0; k < knots.all().size(); ++k) {
        const std::vector<IntVar>& all = knots.all()[k].variables;
        if (std::any_of(all.begin(), all.end(), [&](IntVar x) { return is_touched[x.index]; }))
            touched.push_back(k);
    }
    return touched;
}

}  // namespace

// Prices go on from the best there were; what is found on the way to better ones is not kept.
void Solving::price_clashes() {
    engine_.backtrack_to(0);
    if (!engine_.propagate()) return nothing_is_left();
    Untied now = *untied_;
    Cost best = bound_of(now).total();
    const Cost first = best;
    int in_vain = 0;
    for (int i = 0; i < steps_a_turn && in_vain < most_in_vain && !is_over(); ++i) {
        if (!step_of_prices(now)) break;
        const KnotBound bound = bound_of(now);
        if (is_exhausted_ || bound.bound() >= cost_) return nothing_is_left();
        ++in_vain;
        if (bound.total() <= best) continue;
        in_vain = 0;
        best = bound.total();
        untied_ = now;
        raise_bound(bound.bound());
    }
    is_priced_out_ = best <= first;
    if (!is_priced_out_ && !is_over()) grant_wishes();
}

// With those that are known.
std::vector<Clash> Solving::clashes_about(const Assignment& values, std::vector<Clash> known) {
    priced_->rest(true);
    ClashFinder{problem_, engine_}.find(untied_->knots, values, (cost_ - bound_) * price_scale,
                                        known, [this] { return is_over(); });
    priced_->rest(false);
    return known;
}

// Other prices, and what the knots then want. False: no price changes.
bool Solving::step_of_prices(Untied& untied) {
    const KnotBound before = bound_of(untied);
    const std::vector<Clash> were = untied.clashes;
    const bool has_moved = move_prices(untied.clashes, untied.wishes);
    untied.clashes = clashes_about(untied.wishes, std::move(untied.clashes));
    if (!has_moved && untied.clashes.size() == were.size()) return false;
    const std::vector<std::size_t> touched =
        touched_by(were, untied.clashes, untied.knots, problem_.store().var_count());
    const std::vector<Cost> least = untied.least;
    for (const std::size_t k : touched) {
        untied.least[k] = -infinite_cost;
        untied.efforts[k] = std::max(untied.spent[k], std::min(untied.efforts[k], most_efforts));
    }
    const KnotBound after = bound_of(untied);
    for (const std::size_t k : touched)
        untied.least[k] = least[k] + after.least_change(k, before);
    KnotBound bound = bound_of(untied);
    if (!bound_knots(bound, untied, touched)) is_exhausted_ = true;
    return true;
}

}  // namespace rul::solver
