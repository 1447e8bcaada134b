#include "engine/solver/knots/knot_bound.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <utility>

namespace rul::solver {

namespace {

constexpr Cost to_scale = price_scale / KnotBound::knot_unit;

Cost in_knot_units(Cost price) {
    return (price + to_scale / 2) / to_scale;
}

}  // namespace

KnotBound::KnotBound(const Problem& problem, const Relaxation& relaxation, const Prices& prices,
                     const Knots& knots, const Store& domains, std::span<const Clash> clashes)
    : problem_{problem},
      relaxation_{relaxation},
      all_{knots},
      knots_{knots.all()},
      domains_{domains},
      shares_(problem.store().var_count()),
      is_paid_by_rows_(problem.store().var_count(), false),
      home_(problem.store().var_count(), no_knot),
      least_(knots_.size(), 0) {
    RUL_CHECK(domains.level() == 0);
    rest_ = problem.constant_cost() * knot_unit;
    for (std::size_t k = 0; k < knots_.size(); ++k)
        for (const IntVar x : knots_[k].variables)
            home_[x.index] = k;
    find_between(prices);
    for (const Clash& clash : clashes)
        share_out(clash.row, clash.price);
    for (std::uint32_t x = 0; x < home_.size(); ++x)
        if (home_[x] == no_knot) rest_ += least_of({x}, priced_costs({x}));
    for (std::size_t k = 0; k < knots_.size(); ++k)
        for (const IntVar x : knots_[k].variables)
            least_[k] += least_of(x, priced_costs(x));
}

// The knot that all terms of the row are at home in, and that keeps what the row follows from:
// there the row is obeyed without a price.
std::size_t KnotBound::inside(const Row& row) const {
    if (row.terms.empty()) return no_knot;
    const std::size_t home = home_[row.terms.front().x.index];
    if (home == no_knot) return no_knot;
    const auto is_elsewhere = [&](const Term& term) { return home_[term.x.index] != home; };
    const std::vector<std::size_t>& kept = knots_[home].sources;
    if (std::any_of(row.terms.begin(), row.terms.end(), is_elsewhere)
        || !std::binary_search(kept.begin(), kept.end(), row.source))
        return no_knot;
    return home;
}

// What a covered variable costs is charged in its knot when all rows that account for it are inside
// too; else those rows stay.
void KnotBound::find_between(const Prices& prices) {
    for (const IntVar x : relaxation_.covered())
        is_paid_by_rows_[x.index] = home_[x.index] == no_knot;
    for (const Row& row : relaxation_.rows())
        if (row.paid && inside(row) != home_[row.paid->index])
            is_paid_by_rows_[row.paid->index] = true;
    for (std::size_t r = 0; r < prices.size(); ++r)
        share_out(relaxation_.rows()[r], prices[r]);
}

// Inside a knot a row needs no price.
void KnotBound::share_out(const Row& row, Cost price) {
    price = in_knot_units(price);
    const bool is_inside =
        inside(row) != no_knot && !(row.paid && is_paid_by_rows_[row.paid->index]);
    if (is_inside || price == 0) return;
    rest_ -= price * row.bound;
    for (const Term& term : row.terms)
        shares_[term.x.index].push_back({term.first, term.last, price * term.coefficient});
}

// By value: what it costs by itself, and its share of the prices. Empty: nothing.
std::vector<Cost> KnotBound::priced_costs(IntVar x) const {
    const auto& own = problem_.costs();
    const bool costs = problem_.has_costs(x) && !is_paid_by_rows_[x.index];
    if (!costs && shares_[x.index].empty()) return {};
    const Value low = domains_.initial_min(x);
    std::vector<Cost> sum(static_cast<std::size_t>(domains_.initial_max(x) - low) + 1, 0);
    for (const Share& share : shares_[x.index])
        for (Value v = share.first; v <= share.last; ++v)
            sum[static_cast<std::size_t>(v - low)] += share.cost;
    for (std::size_t i = 0; costs && i < sum.size(); ++i)
        sum[i] =
            own[x.index][i] >= infinite_cost ? infinite_cost : sum[i] + own[x.index][i] * knot_unit;
    return sum;
}

Cost KnotBound::least_of(IntVar x, const std::vector<Cost>& costs) const {
    if (costs.empty()) return 0;
    Cost least = infinite_cost;
    for (Value v = domains_.min(x); v <= domains_.max(x); v = domains_.next(x, v + 1))
        least = std::min(least, costs[static_cast<std::size_t>(v - domains_.initial_min(x))]);
    return least;
}

// What the knot costs: its variables with their share of the prices, its series with their gaps.
Cost KnotBound::add_costs(const Knot& knot, Part& part) const {
    Cost offset = 0;
    for (const IntVar x : knot.variables) {
        std::vector<Cost> costs = priced_costs(x);
        if (costs.empty()) continue;
        const Cost least = least_of(x, costs);
        offset += least;
        for (Cost& cost : costs)
            cost = cost >= infinite_cost ? infinite_cost : std::max<Cost>(cost - least, 0);
        part.problem().add_cost(part.of(x), costs);
    }
    for (const std::size_t series : knot.series) {
        SeriesPath path = problem_.paths()[series];
        for (Cost& cost : path.gap_cost)
            if (cost < infinite_cost) cost *= knot_unit;
        part.add_path(std::move(path));
    }
    return offset;
}

KnotBound::KnotPart KnotBound::part_of(std::size_t k) const {
    const Knot& knot = knots_[k];
    std::vector<bool> is_in(domains_.var_count(), false);
    for (const IntVar x : knot.variables)
        is_in[x.index] = true;
    for (const std::size_t source : knot.sources)
        for (const IntVar x : all_.scope(source))
            is_in[x.index] = true;
    Part part{problem_, domains_, is_in};
    part.problem().set_unit(knot_unit);
    const Cost offset = add_costs(knot, part);
    for (const std::size_t source : knot.sources)
        part.take(source);
    return {std::move(part), offset};
}

void KnotBound::raise(std::size_t k, Cost least) {
    least_[k] = std::max(least_[k], least);
}

Cost KnotBound::least_change(std::size_t k, const KnotBound& before) const {
    Cost sum = 0;
    for (const IntVar x : knots_[k].variables) {
        std::vector<Cost> costs = priced_costs(x);
        const std::vector<Cost> were = before.priced_costs(x);
        costs.resize(std::max(costs.size(), were.size()), 0);
        for (std::size_t i = 0; i < were.size(); ++i)
            costs[i] -= were[i];
        sum += least_of(x, costs);
    }
    return sum;
}

Cost KnotBound::excess(std::size_t k, const Assignment& solution) const {
    Cost sum = -least_[k];
    for (const IntVar x : knots_[k].variables) {
        const std::vector<Cost> costs = priced_costs(x);
        if (costs.empty()) continue;
        sum += costs[static_cast<std::size_t>(solution[x.index] - domains_.initial_min(x))];
    }
    for (const std::size_t series : knots_[k].series)
        sum += cost_of_gaps(problem_.paths()[series], solution) * knot_unit;
    return sum;
}

Cost KnotBound::total() const {
    Cost sum = rest_;
    for (const Cost least : least_) {
        if (least >= infinite_cost) return infinite_cost;
        sum += least;
    }
    return sum;
}

Cost KnotBound::bound() const {
    const Cost sum = total();
    if (sum >= infinite_cost) return infinite_cost;
    return sum >= 0 ? (sum + knot_unit - 1) / knot_unit : -(-sum / knot_unit);
}

}  // namespace rul::solver
