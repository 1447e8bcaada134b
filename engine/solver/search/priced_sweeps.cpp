#include "engine/solver/search/priced_sweeps.hpp"

#include "engine/solver/bounds/priced_bound.hpp"

#include <algorithm>
#include <utility>

namespace rul::solver {

namespace {

constexpr Cost first_penalty = 4;      // points
constexpr std::int64_t all_anew = 32;  // passes

bool covers(const Term& term, Value v) {
    return term.first <= v && v <= term.last;
}

}  // namespace

// What its follower must pay when the others of a row break it by `excess`.
Cost PricedSweeps::charge(std::uint32_t row, Cost excess) const {
    const Follower& follower = follower_[row];
    const Cost last = static_cast<Cost>(follower.charges.size()) - 1;
    return follower
        .charges[static_cast<std::size_t>(std::clamp<Cost>(excess - follower.first, 0, last))];
}

// What the row's follower gives to it now.
Cost PricedSweeps::given(std::uint32_t row) const {
    const Follower& follower = follower_[row];
    const IntVar x = parts_[follower.part].members.front();
    return follower
        .gives[static_cast<std::size_t>(values_[x.index] - problem_.store().initial_min(x))];
}

void PricedSweeps::start(const Assignment& values) {
    values_ = values;
    std::fill(is_stale_.begin(), is_stale_.end(), true);
    for (const Literal l : constraints_.escapes())
        values_[l.var] = holds(l, 0) ? 1 : 0;
    constraints_.restart(values_);
    resting_.clear();
    is_torn_ = false;
    sums_.move_all(values_);
    for (const std::uint32_t row : active_rows_) {
        is_active_[row] = false;
        penalty_[row] = 0;
    }
    active_rows_.clear();
    for (auto& list : active_)
        list.clear();
    for (const std::uint32_t row : broken_rows_)
        is_noted_[row] = false;
    broken_rows_.clear();
    for (std::uint32_t r = 0; r < penalty_.size(); ++r)
        if (sums_.excess(r) > 0) {
            is_noted_[r] = true;
            broken_rows_.push_back(r);
        }
    sums_.clear_broken();
    collect_broken();
    for (const std::uint32_t row : broken_rows_)
        begin_penalty(row);
}

void PricedSweeps::restore(const Assignment& values) {
    for (const Part& part : parts_)
        for (const IntVar x : part.members) {
            if (values_[x.index] == values[x.index]) continue;
            values_[x.index] = values[x.index];
            sums_.move(x, values[x.index]);
            constraints_.move(x, [](IntVar /*y*/) {});
        }
    std::fill(is_stale_.begin(), is_stale_.end(), false);
    resting_.clear();
    is_torn_ = false;
    collect_broken();
}

void PricedSweeps::activate(std::uint32_t row) {
    if (is_active_[row]) return;
    is_active_[row] = true;
    active_rows_.push_back(row);
    for (const Share& share : shares_[row])
        active_[part_of_[terms_[share.first].x.index]].push_back(share);
    make_stale(row);
}

// What the row's parts would pay has changed.
void PricedSweeps::make_stale(std::uint32_t row) {
    for (const Share& share : shares_[row])
        is_stale_[part_of_[terms_[share.first].x.index]] = true;
}

// The part has moved: whoever is priced by what it does is to be swept again.
void PricedSweeps::make_others_stale(std::size_t number) {
    for (const Share& share : active_[number])
        make_stale(share.row);
    for (const IntVar x : parts_[number].members)
        constraints_.move(x, [this](IntVar y) {
            if (part_of_[y.index] != nobody) is_stale_[part_of_[y.index]] = true;
        });
}

void PricedSweeps::collect_broken() {
    for (const std::uint32_t row : sums_.broken())
        if (!is_noted_[row]) {
            is_noted_[row] = true;
            broken_rows_.push_back(row);
        }
    sums_.clear_broken();
    std::size_t kept = 0;
    broken_ = 0;
    for (const std::uint32_t row : broken_rows_) {
        is_noted_[row] = sums_.excess(row) > 0;
        if (!is_noted_[row]) continue;
        broken_rows_[kept++] = row;
        if (relaxation_.rows()[row].price >= infinite_cost) broken_ += sums_.excess(row);
    }
    broken_rows_.resize(kept);
    constraints_.judge(values_);
    broken_ += constraints_.broken();
}

void PricedSweeps::raise_penalties() {
    for (const std::uint32_t row : broken_rows_) {
        if (relaxation_.rows()[row].price < infinite_cost) {
            if (!is_active_[row]) begin_penalty(row);
            continue;
        }
        activate(row);
        penalty_[row] = std::min(penalty_[row] + penalty_[row] / 4 + first_penalty * point_,
                                 most_penalty * point_);
        make_stale(row);
    }
    constraints_.raise([this](IntVar y) { is_stale_[part_of_[y.index]] = true; });
}

Cost PricedSweeps::own_cost(IntVar x, Value v) const {
    return own_[x.index][static_cast<std::size_t>(v - problem_.store().initial_min(x))];
}

// By how much the row may be broken until its follower has given all it can.
Cost PricedSweeps::mendable(std::uint32_t row) const {
    const Follower& follower = follower_[row];
    return follower.first + static_cast<Cost>(follower.charges.size()) - 1 + given(row);
}

// What the terms of one row would cost, as all others stand, those of the same part too. Where a
// follower would pay less, one member alone is told so: all of them would do too much of it.
void PricedSweeps::add_charges(const Share& share, bool follows) {
    const std::uint32_t row = share.row;
    const bool has_follower = !follows && follower_[row].part != nobody;
    const Cost penalty = follows ? most_penalty * point_ : penalty_[row];
    const Cost given_now = has_follower ? given(row) : 0;
    const Cost now = sums_.excess(row);
    // What the follower can still mend does no harm yet.
    const Cost harmless = has_follower && now <= 0 ? mendable(row) : 0;
    const auto cost_at = [&](Cost excess) {
        Cost cost = penalty * std::max<Cost>(excess - harmless, 0);
        if (has_follower) cost += charge(row, excess - given_now);
        return cost;
    };
    const std::uint32_t told =
        share.first + static_cast<std::uint32_t>(random_.next() % (share.beyond - share.first));
    for (std::uint32_t first = share.first; first < share.beyond;) {
        const IntVar x = terms_[first].x;
        const Cost others = now - collect_ends(x, first, share.beyond);
        const auto beyond = first + static_cast<std::uint32_t>(ends_.size() / 2);
        const bool is_told = !has_follower || (first <= told && told < beyond);
        const Cost least = is_told ? -infinite_cost : cost_at(now);
        add_steps(x, others, [&](Cost excess) { return std::max(cost_at(excess), least); });
        first = beyond;
    }
    work_ += share.beyond - share.first;
}

// The ends of the terms of `x` that begin at `first`, by value. Returns what they give now.
Cost PricedSweeps::collect_ends(IntVar x, std::uint32_t first, std::uint32_t beyond) {
    Cost given = 0;
    ends_.clear();
    for (; first < beyond && terms_[first].x == x; ++first) {
        const Term& term = terms_[first];
        if (covers(term, values_[x.index])) given += term.coefficient;
        ends_.emplace_back(term.first, term.coefficient);
        ends_.emplace_back(term.last + 1, -term.coefficient);
    }
    if (ends_.size() > 2) std::sort(ends_.begin(), ends_.end());
    return given;
}

// Between two ends of its terms every value of x gives the same to the row.
template <class CostAt>
void PricedSweeps::add_steps(IntVar x, Cost others, const CostAt& cost_at) {
    std::vector<Cost>& table = costs_[x.index];
    const Value low = problem_.store().initial_min(x);
    Cost excess = others;
    Cost last = cost_at(others);
    for (const auto& [value, delta] : ends_) {
        excess += delta;
        const Cost now = cost_at(excess);
        const auto i = static_cast<std::size_t>(value - low);
        if (i < table.size()) table[i] += now - last;
        last = now;
    }
}

// What each value of the part's members would cost now: its own cost, and the penalties of the rows
// that it would break, as the others stand. Of two members that only break a row together neither
// knows of the other.
void PricedSweeps::price(const Part& part, std::size_t number) {
    for (const IntVar x : part.members)
        std::fill(costs_[x.index].begin(), costs_[x.index].end(), 0);
    for (const Share& share : active_[number])
        add_charges(share, part.follows);
    for (const IntVar x : part.members) {
        constraints_.add_charges(x, problem_.store().initial_min(x), values_, costs_[x.index]);
        std::vector<Cost>& table = costs_[x.index];
        const std::vector<Cost>& own = own_[x.index];
        Cost charge = 0;
        for (std::size_t i = 0; i < table.size(); ++i) {
            charge += table[i];
            table[i] = own[i] >= infinite_cost ? infinite_cost : own[i] + charge;
        }
        work_ += static_cast<std::int64_t>(table.size());
    }
}

void PricedSweeps::add_noise(const Part& part, Cost most) {
    for (const IntVar x : part.members) {
        std::vector<Cost>& table = costs_[x.index];
        // Neighbouring values are near in time: the noise is the same over a stretch of them.
        const auto stretch = static_cast<std::size_t>(random_.between(4, 64));
        Cost noise = 0;
        for (std::size_t i = 0; i < table.size(); ++i) {
            if (i % stretch == 0)
                noise = static_cast<Cost>(random_.next() % static_cast<std::uint64_t>(most));
            if (table[i] < infinite_cost) table[i] += noise;
        }
    }
}

// False: nothing is left to take.
bool PricedSweeps::take_least(const Store& s, const Part& part) {
    if (part.series != no_series) {
        SeriesBound& series = series_[part.series];
        const std::int64_t before = series.work();
        if (series.sweep(s) >= infinite_cost) return false;
        work_ += series.work() - before;
        const std::vector<Value>& path = series.least_path();
        for (std::size_t k = 0; k < path.size(); ++k) {
            values_[part.members[k].index] = path[k];
            sums_.move(part.members[k], path[k]);
        }
        return true;
    }
    const IntVar x = part.members.front();
    const std::vector<Cost>& table = costs_[x.index];
    Value best = s.min(x);
    Cost least = infinite_cost;
    for (Value v = s.min(x); v <= s.max(x); v = s.next(x, v + 1)) {
        const Cost cost = table[static_cast<std::size_t>(v - s.initial_min(x))];
        if (cost >= least) continue;
        least = cost;
        best = v;
    }
    if (least >= infinite_cost) return false;
    values_[x.index] = best;
    sums_.move(x, best);
    return true;
}

bool PricedSweeps::sweep(const Store& s, std::size_t number, Cost noise) {
    const Part& part = parts_[number];
    is_stale_[number] = noise > 0;
    price(part, number);
    if (noise > 0) add_noise(part, noise);
    before_.clear();
    for (const IntVar x : part.members)
        before_.push_back(values_[x.index]);
    if (!take_least(s, part)) return false;
    for (std::size_t k = 0; k < part.members.size(); ++k)
        if (values_[part.members[k].index] != before_[k]) {
            make_others_stale(number);
            is_stale_[number] = noise > 0;
            ++moved_;
            break;
        }
    return true;
}

void PricedSweeps::activate_broken() {
    for (const std::uint32_t row : sums_.broken())
        if (!is_active_[row] && sums_.excess(row) > 0) begin_penalty(row);
}

// Nothing for a row that its follower can mend: it has its turn at the end of each pass.
void PricedSweeps::begin_penalty(std::uint32_t row) {
    activate(row);
    const Cost price = relaxation_.rows()[row].price;
    if (price < infinite_cost)
        penalty_[row] = price * price_scale;
    else
        penalty_[row] = least_penalty(row);
}

Cost PricedSweeps::least_penalty(std::uint32_t row) const {
    return follower_[row].part == nobody ? first_penalty * point_ : 0;
}

bool PricedSweeps::pass(const Store& s) {
    if (++passes_ % all_anew == 0) std::fill(is_stale_.begin(), is_stale_.end(), true);
    for (std::size_t i = order_.size(); i > 1; --i)
        std::swap(order_[i - 1], order_[static_cast<std::size_t>(random_.next() % i)]);
    const std::int64_t walked = sums_.work();
    moved_ = 0;
    for (const std::size_t number : order_) {
        if (!is_stale_[number]) continue;
        if (std::find(resting_.begin(), resting_.end(), number) != resting_.end()) continue;
        if (!sweep(s, number, 0)) return false;
        activate_broken();
    }
    resting_.clear();
    if (!follow(s)) return false;
    work_ += sums_.work() - walked;
    collect_broken();
    raise_penalties();
    // What was shifted rested, and may not even be a path.
    if (is_torn_) ++broken_;
    is_torn_ = false;
    return true;
}

// From its own cheapest value on: what that breaks it must know.
bool PricedSweeps::follow(const Store& s) {
    for (const std::size_t number : followers_) {
        if (!is_stale_[number]) continue;
        const IntVar x = parts_[number].members.front();
        const Value before = values_[x.index];
        costs_[x.index] = own_[x.index];
        if (!take_least(s, parts_[number])) return false;
        activate_broken();
        if (!sweep(s, number, 0)) return false;
        if (values_[x.index] != before) make_others_stale(number);
        is_stale_[number] = false;
    }
    return true;
}

bool PricedSweeps::shake(const Store& s, int shifts) {
    // What weighed heavy when the plan was another is forgotten bit by bit.
    for (const std::uint32_t row : active_rows_)
        if (relaxation_.rows()[row].price >= infinite_cost)
            penalty_[row] = std::max(penalty_[row] * 3 / 4, least_penalty(row));
    constraints_.forget();
    const bool is_shift = !series_.empty() && random_.between(1, 10) <= shifts;
    if (is_shift) shift(s);
    if (shifts > 0 && !choices_.empty() && random_.between(1, 8) == 1) choose_anew(s);
    const int count = is_shift ? 0 : random_.between(1, 2);
    for (int i = 0; i < count; ++i) {
        // Three times of four a series: the many single variables are soon where they belong.
        const bool is_series = !series_.empty() && random_.between(1, 4) > 1;
        const auto number = is_series
                                ? static_cast<std::size_t>(random_.next() % series_.size())
                                : order_[static_cast<std::size_t>(random_.next() % order_.size())];
        const Cost noise = point_ << random_.between(1, 5);
        if (!sweep(s, number, noise)) return false;
        resting_.push_back(number);
    }
    activate_broken();
    if (!follow(s)) return false;
    collect_broken();
    return true;
}

Cost PricedSweeps::gap_cost(const SeriesPath& path) const {
    Cost sum = 0;
    Value last = -1;
    for (const Coordinate& member : path.members) {
        const Value v = values_[member.var().index];
        if (!member.is_held_at(v)) continue;
        const Value day = member.of(v);
        const Value gap = day - last - path.least_gap;
        if (last >= 0)
            sum += gap < 0 || gap >= static_cast<Value>(path.gap_cost.size())
                       ? infinite_cost
                       : path.gap_cost[static_cast<std::size_t>(gap)];
        last = day;
    }
    return sum;
}

Cost PricedSweeps::cost() const {
    Cost scaled = constraints_.cost();
    for (const Part& part : parts_)
        for (const IntVar x : part.members)
            scaled += own_cost(x, values_[x.index]);
    for (const std::uint32_t row : broken_rows_)
        if (relaxation_.rows()[row].price < infinite_cost)
            scaled += relaxation_.rows()[row].price * price_scale * sums_.excess(row);
    Cost sum = problem_.constant_cost() + scaled / price_scale;
    for (const SeriesPath& path : problem_.paths())
        sum += gap_cost(path);
    return std::min(sum, infinite_cost);
}

}  // namespace rul::solver
