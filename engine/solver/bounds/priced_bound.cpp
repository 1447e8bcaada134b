#include "engine/solver/bounds/priced_bound.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace rul::solver {

namespace {

std::size_t width(const Store& s, IntVar x) {
    return static_cast<std::size_t>(s.initial_max(x) - s.initial_min(x)) + 1;
}

Cost rounded_up(Cost scaled) {
    if (scaled >= infinite_cost) return infinite_cost;
    return scaled >= 0 ? (scaled + price_scale - 1) / price_scale : -(-scaled / price_scale);
}

}  // namespace

PricedBound::PricedBound(const Problem& problem, const Relaxation& relaxation, const Prices& prices)
    : problem_{problem}, relaxation_{relaxation} {
    const Store& s = problem.store();
    part_of_.assign(s.var_count(), no_part);
    std::vector<bool> is_priced(s.var_count(), false);
    for (const SeriesPath& path : problem.paths()) {
        for (const Coordinate& member : path.members)
            part_of_[member.var().index] = static_cast<std::uint32_t>(series_.size());
        series_.emplace_back(path, price_scale);
    }
    if (!prices.empty())
        for (const Row& row : relaxation.rows())
            for (const Term& term : row.terms)
                is_priced[term.x.index] = true;
    is_covered_.resize(s.var_count(), false);
    for (const IntVar x : relaxation.covered())
        is_covered_[x.index] = true;
    costs_.resize(s.var_count());
    own_.resize(s.var_count());
    for (std::uint32_t i = 0; i < s.var_count(); ++i) {
        const bool costs = problem.has_costs({i});
        if (part_of_[i] == no_part && !is_priced[i] && !costs) continue;
        costs_[i].assign(width(s, {i}), 0);
        own_[i] = own_costs({i}, !prices.empty());
        scope_.push_back({i});
        if (part_of_[i] != no_part) continue;
        part_of_[i] = static_cast<std::uint32_t>(series_.size() + singles_.size());
        singles_.push_back({i});
    }
    for (SeriesBound& part : series_)
        for (std::size_t k = 0; k < part.member_count(); ++k)
            part.set_costs(k, &costs_[part.member(k).index]);
    set_prices(prices);
}

void PricedBound::set_prices(const Prices& prices) {
    constant_ = problem_.constant_cost() * price_scale;
    for (const IntVar x : scope_)
        std::fill(costs_[x.index].begin(), costs_[x.index].end(), 0);
    note_steps(prices);
    for (const IntVar x : scope_) {
        std::vector<Cost>& table = costs_[x.index];
        const std::vector<Cost>& own = own_[x.index];
        Cost price = 0;
        for (std::size_t i = 0; i < table.size(); ++i) {
            price += table[i];
            table[i] = own[i] >= infinite_cost ? infinite_cost : own[i] + price;
        }
    }
    seen_.assign(series_.size() + singles_.size(), {});
    seen_store_ = nullptr;
    least_.assign(series_.size() + singles_.size(), 0);
    sum_ = 0;
    empty_parts_ = 0;
    searched_slack_.assign(series_.size() + singles_.size(), infinite_cost);
}

// A price is a constant over an interval of values: noted as a step at either end.
void PricedBound::note_steps(const Prices& prices) {
    for (std::size_t r = 0; r < prices.size(); ++r) {
        if (prices[r] == 0) continue;
        const Row& row = relaxation_.rows()[r];
        constant_ -= prices[r] * row.bound;
        for (const Term& term : row.terms) {
            const Value low = problem_.store().initial_min(term.x);
            std::vector<Cost>& table = costs_[term.x.index];
            const auto first = static_cast<std::size_t>(term.first - low);
            const auto beyond = static_cast<std::size_t>(term.last - low) + 1;
            table[first] += prices[r] * term.coefficient;
            if (beyond < table.size()) table[beyond] -= prices[r] * term.coefficient;
        }
    }
}

std::vector<Cost> PricedBound::own_costs(IntVar x, bool is_priced) const {
    std::vector<Cost> own(width(problem_.store(), x), 0);
    const auto& costs = problem_.costs();
    const bool is_free =
        x.index >= costs.size() || costs[x.index].empty() || (is_priced && is_covered_[x.index]);
    for (std::size_t i = 0; !is_free && i < own.size(); ++i)
        own[i] =
            costs[x.index][i] >= infinite_cost ? infinite_cost : costs[x.index][i] * price_scale;
    return own;
}

Cost PricedBound::single_least(const Store& s, IntVar x) const {
    const std::vector<Cost>& table = costs_[x.index];
    Cost least = infinite_cost;
    for (Value v = s.min(x); v <= s.max(x); v = s.next(x, v + 1))
        least = std::min(least, table[static_cast<std::size_t>(v - s.initial_min(x))]);
    return least;
}

// Whether the domains of a part are other than when its least cost was computed; notes them.
bool PricedBound::has_changed(const Store& s, std::size_t part) {
    std::vector<std::uint64_t>& seen = seen_[part];
    const std::size_t count = part < series_.size() ? series_[part].member_count() : 1;
    bool changed = seen.size() != count;
    seen.resize(count);
    for (std::size_t k = 0; k < count; ++k) {
        const IntVar x =
            part < series_.size() ? series_[part].member(k) : singles_[part - series_.size()];
        const std::uint64_t now = s.stamp(x) + 1;  // 0: never looked at
        changed = changed || seen[k] != now;
        seen[k] = now;
    }
    return changed;
}

void PricedBound::refresh(const Store& s, std::size_t part) {
    if (!has_changed(s, part)) return;
    const Cost least = part < series_.size() ? series_[part].sweep(s)
                                             : single_least(s, singles_[part - series_.size()]);
    if (part >= series_.size()) note_scan(s, singles_[part - series_.size()]);
    searched_slack_[part] = infinite_cost;
    add_to_sum(least_[part], -1);
    least_[part] = least;
    add_to_sum(least, 1);
}

void PricedBound::add_to_sum(Cost least, int times) {
    if (least >= infinite_cost)
        empty_parts_ += times;
    else
        sum_ += times * least;
}

// A decision changes few variables; after a leap all parts are looked at.
void PricedBound::refresh(const Store& s) {
    const bool is_known = seen_store_ == &s && s.for_each_changed_since(seen_stamp_, [&](IntVar x) {
        if (part_of_[x.index] != no_part) refresh(s, part_of_[x.index]);
    });
    for (std::size_t i = 0; !is_known && i < least_.size(); ++i)
        refresh(s, i);
    seen_store_ = &s;
    seen_stamp_ = s.last_stamp();
}

Cost PricedBound::scaled_bound(const Store& s) {
    refresh(s);
    return empty_parts_ > 0 ? infinite_cost : constant_ + sum_;
}

std::int64_t PricedBound::work() const {
    std::int64_t sum = scanned_ / 2;
    for (const SeriesBound& part : series_)
        sum += part.work();
    return sum;
}

void PricedBound::note_scan(const Store& s, IntVar x) {
    scanned_ += s.max(x) - s.min(x) + 1;
}

Cost PricedBound::bound(const Store& s) {
    return rounded_up(scaled_bound(s));
}

void PricedBound::least_values(const Store& s, Assignment& out) {
    for (std::size_t i = out.size(); i < s.var_count(); ++i)
        out.push_back(s.min({static_cast<std::uint32_t>(i)}));
    for (SeriesBound& part : series_) {
        if (!part.is_swept()) static_cast<void>(part.sweep(s));
        const std::vector<Value>& path = part.least_path();
        for (std::size_t k = 0; k < path.size(); ++k)
            out[part.member(k).index] = path[k];
    }
    for (const IntVar x : singles_) {
        const std::vector<Cost>& table = costs_[x.index];
        Value best = s.min(x);
        const auto cost = [&](Value v) {
            return table[static_cast<std::size_t>(v - s.initial_min(x))];
        };
        for (Value v = best; v <= s.max(x); v = s.next(x, v + 1))
            if (cost(v) < cost(best)) best = v;
        out[x.index] = best;
        note_scan(s, x);
    }
}

Cost PricedBound::explain_single(const Store& s, IntVar x, Position at, Cost least,
                                 std::vector<Literal>& out) const {
    const std::vector<Cost>& table = costs_[x.index];
    const Value min = s.min_before(x, at);
    const Value max = s.max_before(x, at);
    Cost left = infinite_cost;
    Value low = s.initial_min(x) - 1;
    Value high = s.initial_max(x) + 1;
    for (Value v = s.initial_min(x); v <= s.initial_max(x); ++v) {
        const Cost cost = table[static_cast<std::size_t>(v - s.initial_min(x))];
        if (cost >= least)
            left = std::min(left, cost);
        else if (v < min)
            low = v;
        else if (v > max)
            high = std::min(high, v);
        else
            out.push_back(differs(x, v));
    }
    if (low >= s.initial_min(x)) out.push_back(at_least(x, low + 1));
    if (high <= s.initial_max(x)) out.push_back(at_most(x, high - 1));
    return left;
}

Cost PricedBound::explain_part(const Store& s, std::size_t part, Position at, Cost least,
                               std::vector<Literal>& out) const {
    return part < series_.size()
               ? series_[part].explain(s, at, least, out)
               : explain_single(s, singles_[part - series_.size()], at, least, out);
}

bool PricedBound::propagate(Store& s) {
    if (s.level() == 0) snapshots_.clear();
    if (rests_ || (limit_ >= infinite_cost && series_.empty())) return true;
    const Cost total = scaled_bound(s);
    if (total >= infinite_cost || rounded_up(total) >= limit_) return fail(s, total);
    return !deletes_in_search_ || limit_ >= infinite_cost || s.level() == 0
           || delete_lazily(s, total);
}

// What the part costs has no cause: it is as the root left it.
bool PricedBound::is_given(const Store& s, std::size_t part) const {
    const Position end = s.given_end();
    const auto is_old = [&](IntVar x) { return s.last_change(x) < end; };
    if (part >= series_.size()) return is_old(singles_[part - series_.size()]);
    for (std::size_t k = 0; k < series_[part].member_count(); ++k)
        if (!is_old(series_[part].member(k))) return false;
    return true;
}

// Part by part: as few literals as still keep the sum at the limit. What one part's literals leave
// to spare, the next may give away.
bool PricedBound::fail(Store& s, Cost total) {
    reason_.clear();
    for (std::size_t i = 0; i < least_.size(); ++i) {
        if (least_[i] < infinite_cost) continue;  // one part alone has nothing left
        static_cast<void>(explain_part(s, i, s.trail_size(), infinite_cost, reason_));
        return s.fail(reason_);
    }
    Cost spare = total - ((limit_ - 1) * price_scale + 1);
    for (std::size_t i = 0; i < least_.size(); ++i) {
        if (is_given(s, i)) continue;
        const Cost left = explain_part(s, i, s.trail_size(), least_[i] - spare, reason_);
        spare -= std::max<Cost>(least_[i] - left, 0);
    }
    return s.fail(reason_);
}

// Values of series that would bring the sum to the limit go; why is worked out only if asked for.
bool PricedBound::delete_lazily(Store& s, Cost total) {
    const Cost slack = (limit_ - 1) * price_scale - total;
    bool is_noted = false;
    for (std::size_t i = 0; i < series_.size(); ++i) {
        if (slack >= searched_slack_[i]) continue;  // as before, or more: nothing new would go
        searched_slack_[i] = slack;
        if (!series_[i].is_swept()) static_cast<void>(series_[i].sweep(s));
        series_[i].through_costs(s, through_);
        for (std::size_t k = 0; k < series_[i].member_count(); ++k)
            if (!delete_of_member(s, i, k, slack, is_noted)) return false;
    }
    return true;
}

bool PricedBound::delete_of_member(Store& s, std::size_t part, std::size_t k, Cost slack,
                                   bool& is_noted) {
    const IntVar x = series_[part].member(k);
    const auto is_dear = [&](Value v) {
        return through_[k][static_cast<std::size_t>(v - s.initial_min(x))] > least_[part] + slack;
    };
    const auto infer = [&](Literal fact) {
        if (!is_noted) snapshots_.push_back({least_, limit_});
        is_noted = true;
        return s.infer_lazily(fact, id(), ((snapshots_.size() - 1) << 32U) | (part << 16U) | k);
    };
    // At either end a bound moves at once over all that goes; one value at least stays.
    const Value min = s.min(x);
    const Value max = s.max(x);
    Value first = min;
    while (first < max && is_dear(first))
        first = s.next(x, first + 1);
    if (first > min && !infer(at_least(x, first))) return false;
    Value last = s.max(x);
    while (last > first && is_dear(last))
        last = s.previous(x, last - 1);
    if (last < s.max(x) && !infer(at_most(x, last))) return false;
    for (Value v = s.next(x, first + 1); v < last; v = s.next(x, v + 1))
        if (is_dear(v) && !infer(differs(x, v))) return false;
    return true;
}

void PricedBound::explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                          std::vector<Literal>& out) const {
    const Snapshot& then = snapshots_[data >> 32U];
    const std::size_t part = (data >> 16U) & 0xffffU;
    SeriesBound::Fixed fixed{data & 0xffffU, fact.value, fact.value};
    if (fact.op == Literal::Op::ge)
        fixed = {fixed.member, s.initial_min({fact.var}), fact.value - 1};
    if (fact.op == Literal::Op::le)
        fixed = {fixed.member, fact.value + 1, s.initial_max({fact.var})};
    Cost others = constant_;
    for (std::size_t i = 0; i < then.least.size(); ++i)
        if (i != part) others += then.least[i];
    // The series through this value first; what it has to spare, the other parts may give away.
    const Cost goal = (then.limit - 1) * price_scale + 1;
    const Cost left = series_[part].explain(s, at, goal - others, out, fixed);
    Cost spare = left >= infinite_cost ? infinite_cost : left - (goal - others);
    if (spare >= infinite_cost) return;
    for (std::size_t i = 0; i < then.least.size(); ++i) {
        if (i == part || is_given(s, i)) continue;
        const Cost kept = explain_part(s, i, at, then.least[i] - spare, out);
        spare -= std::max<Cost>(then.least[i] - kept, 0);
    }
}

bool PricedBound::delete_in_series(const Deleting& by, std::size_t part, Cost slack,
                                   std::int64_t& deleted) {
    const Store& s = by.s;
    SeriesBound& series = series_[part];
    static_cast<void>(series.sweep(s));
    series.through_costs(s, through_);
    for (std::size_t k = 0; k < series.member_count(); ++k) {
        const IntVar x = series.member(k);
        for (Value v = s.min(x); v <= s.max(x); v = s.next(x, v + 1)) {
            if (through_[k][static_cast<std::size_t>(v - s.initial_min(x))] <= least_[part] + slack)
                continue;
            ++deleted;
            if (!by.infer(differs(x, v))) return false;
        }
    }
    return true;
}

bool PricedBound::delete_in_single(const Deleting& by, IntVar x, Cost slack,
                                   std::int64_t& deleted) {
    const Store& s = by.s;
    const Cost most = single_least(s, x) + slack;
    const std::vector<Cost>& table = costs_[x.index];
    const auto is_dear = [&](Value v) {
        return table[static_cast<std::size_t>(v - s.initial_min(x))] > most;
    };
    // At either end a bound moves at once over all that goes; one value at least stays.
    const Value size = s.size(x);
    Value first = s.min(x);
    while (is_dear(first))
        first = s.next(x, first + 1);
    if (!by.infer(at_least(x, first))) return false;
    Value last = s.max(x);
    while (is_dear(last))
        last = s.previous(x, last - 1);
    if (!by.infer(at_most(x, last))) return false;
    for (Value v = s.next(x, first + 1); v < last && s.is_dense(x); v = s.next(x, v + 1))
        if (is_dear(v) && !by.infer(differs(x, v))) return false;
    deleted += size - s.size(x);
    return true;
}

bool PricedBound::delete_dear_values(Store& s, std::int64_t& deleted,
                                     std::optional<std::uint32_t> who) {
    RUL_CHECK(s.level() == 0 || who);
    const Deleting by{s, who};
    const Cost total = scaled_bound(s);
    if (total >= infinite_cost || rounded_up(total) >= limit_) return false;
    if (limit_ >= infinite_cost) return true;
    const Cost slack = (limit_ - 1) * price_scale - total;
    for (std::size_t i = 0; i < least_.size(); ++i) {
        const bool is_left =
            i < series_.size() ? delete_in_series(by, i, slack, deleted)
                               : delete_in_single(by, singles_[i - series_.size()], slack, deleted);
        if (!is_left) return false;
    }
    return true;
}

bool PricedBound::holds(const Assignment& values) const {
    return problem_.cost(values) < limit_;
}

}  // namespace rul::solver
