#include "engine/solver/solving.hpp"

#include <algorithm>

// What a solve does with knots that are dear within the best solution: more of what is around them.
namespace rul::solver {

// Those that are dear by themselves within the best solution, and have not been tried in it with
// what is around them.
std::vector<std::size_t> Solving::dearest_to_widen(const std::vector<Cost>& excess) const {
    std::vector<std::size_t> dearest;
    for (std::size_t k = 0; k < excess.size(); ++k) {
        if (excess[k] < KnotBound::knot_unit * problem_.unit()) continue;
        const auto tried = widened_at_.find(untied_->knots.all()[k].series);
        if (tried == widened_at_.end() || tried->second != cost_) dearest.push_back(k);
    }
    std::stable_sort(dearest.begin(), dearest.end(),
                     [&](std::size_t a, std::size_t b) { return excess[a] > excess[b]; });
    dearest.resize(std::min(dearest.size(), together));
    return dearest;
}

// Each with what is around it, the rest as it is.
void Solving::improve_widened(const std::vector<std::size_t>& dearest) {
    const Couplings couplings = couplings_in_best();
    std::vector<Knots::Numbers> groups;
    groups.reserve(dearest.size());
    for (const std::size_t k : dearest)
        groups.push_back(widened({k}, couplings));
    const Cost before = cost_;
    improve_within(untied_->knots, groups);
    for (const std::size_t k : dearest)
        widened_at_[untied_->knots.all()[k].series] = cost_ < before ? cost_ + 1 : cost_;
}

// How often values at random break what two knots share; and, far above that, what they pay each
// other for clashes in the best solution.
Solving::Couplings Solving::couplings_in_best() {
    Couplings couplings = couplings_at_random();
    engine_.backtrack_to(0);
    if (!engine_.propagate()) return couplings;
    Assignment values = untied_->wishes;
    for (const IntVar x : members_)
        values[x.index] = (*best_)[x.index];
    const std::vector<std::size_t> knot_of = untied_->knots.of_members();
    for (const Clash& clash : clashes_about(values, {})) {
        const std::size_t a = knot_of[clash.row.terms[0].x.index];
        const std::size_t b = knot_of[clash.row.terms[1].x.index];
        couplings[std::minmax(a, b)] += clash.most;
    }
    return couplings;
}

Solving::Couplings Solving::couplings_at_random() const {
    std::vector<std::size_t> knot_of(problem_.paths().size());
    for (std::size_t k = 0; k < untied_->knots.all().size(); ++k)
        for (const std::size_t series : untied_->knots.all()[k].series)
            knot_of[series] = k;
    Couplings couplings;
    for (const auto& [series, times] : tightness_) {
        const auto [a, b] = std::minmax(knot_of[series.first], knot_of[series.second]);
        if (a != b) couplings[{a, b}] += times;
    }
    return couplings;
}

// Knots with those that are coupled to them most closely.
Knots::Numbers Solving::widened(Knots::Numbers some, const Couplings& couplings) const {
    while (const auto next = closest(some, couplings))
        some.insert(std::upper_bound(some.begin(), some.end(), *next), *next);
    return some;
}

std::optional<std::size_t> Solving::closest(const Knots::Numbers& some,
                                            const Couplings& couplings) const {
    const Knots& knots = untied_->knots;
    std::vector<Cost> sums(knots.all().size(), 0);
    const auto is_in = [&some](std::size_t k) {
        return std::binary_search(some.begin(), some.end(), k);
    };
    for (const auto& [pair, coupling] : couplings)
        if (is_in(pair.first) != is_in(pair.second))
            sums[is_in(pair.first) ? pair.second : pair.first] += coupling;
    const std::size_t size = size_of_series(knots.series_of(some));
    std::optional<std::size_t> closest;
    Cost most = 0;
    for (std::size_t other = 0; other < sums.size(); ++other) {
        if (sums[other] <= most || size + size_of_series(knots.all()[other].series) > most_members)
            continue;
        most = sums[other];
        closest = other;
    }
    return closest;
}

}  // namespace rul::solver
