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
    std::vector<Knots::Numbers> groups;
    groups.reserve(dearest.size());
    for (const std::size_t k : dearest)
        groups.push_back(widened({k}));
    const Cost before = cost_;
    improve_within(untied_->knots, groups);
    for (const std::size_t k : dearest)
        widened_at_[untied_->knots.all()[k].series] = cost_ < before ? cost_ + 1 : cost_;
}

// Knots with those that are coupled to them most closely.
Knots::Numbers Solving::widened(Knots::Numbers some) const {
    while (const auto next = closest(some))
        some.insert(std::upper_bound(some.begin(), some.end(), *next), *next);
    return some;
}

std::optional<std::size_t> Solving::closest(const Knots::Numbers& some) const {
    const Knots& knots = untied_->knots;
    std::vector<std::size_t> knot_of(problem_.paths().size());
    for (std::size_t k = 0; k < knots.all().size(); ++k)
        for (const std::size_t series : knots.all()[k].series)
            knot_of[series] = k;
    std::vector<int> sums(knots.all().size(), 0);
    const auto is_in = [&some](std::size_t k) {
        return std::binary_search(some.begin(), some.end(), k);
    };
    for (const auto& [series, times] : tightness_) {
        const std::size_t a = knot_of[series.first];
        const std::size_t b = knot_of[series.second];
        if (is_in(a) != is_in(b)) sums[is_in(a) ? b : a] += times;
    }
    const std::size_t size = size_of_series(knots.series_of(some));
    std::optional<std::size_t> closest;
    int most = 0;
    for (std::size_t other = 0; other < sums.size(); ++other) {
        if (sums[other] <= most || size + size_of_series(knots.all()[other].series) > most_members)
            continue;
        most = sums[other];
        closest = other;
    }
    return closest;
}

}  // namespace rul::solver
