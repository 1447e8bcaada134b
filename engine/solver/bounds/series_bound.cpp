#include "engine/solver/bounds/series_bound.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace rul::solver {

namespace {

// Prices make costs negative: infinity less something is infinity all the same.
Cost settled(Cost cost) {
    return cost >= infinite_cost / 2 ? infinite_cost : cost;
}

Cost capped_sum(Cost a, Cost b) {
    return settled(a + b);
}

}  // namespace

SeriesBound::SeriesBound(const SeriesPath& path, Cost scale) : least_gap_{path.least_gap} {
    for (const Coordinate& c : path.members) {
        Member m{.x = c.var(), .count = c.count(), .day = {}};
        for (Value v = 0; v < c.count(); ++v) {
            m.day.push_back(c.of(v));
            last_day_ = std::max(last_day_, c.of(v));
        }
        members_.push_back(std::move(m));
    }
    for (const Cost cost : path.gap_cost)
        gap_.push_back(cost >= infinite_cost ? infinite_cost : cost * scale);
    std::vector<Value> must = path.must_pass;
    std::sort(must.begin(), must.end());
    if (!must.empty()) last_day_ = std::max(last_day_, must.back());
    first_must_ = must.empty() ? last_day_ + 1 : must.front();
    next_must_.assign(index(last_day_) + 1, last_day_ + 1);
    for (Value d = 0; d <= last_day_; ++d) {
        const auto next = std::upper_bound(must.begin(), must.end(), d);
        if (next != must.end()) next_must_[index(d)] = *next;
    }
    last_must_.assign(index(last_day_) + 1, 0);
    for (Value d = 0; d <= last_day_; ++d) {
        const auto next = std::lower_bound(must.begin(), must.end(), d);
        if (next != must.begin()) last_must_[index(d)] = *std::prev(next);
    }
    cut_into_pieces();
    arrivals_.assign(members_.size(), std::vector<Cost>(index(last_day_) + 1, infinite_cost));
    values_.resize(members_.size());
    targets_.resize(members_.size());
    reached_.resize(members_.size() + 1);
    list_days();
    fronts_.resize(members_.size() + 1);
    for (Front& front : fronts_)
        front.on.assign(index(last_day_) + 1, infinite_cost);
    best_.assign(members_.size(), std::vector<Cost>(index(last_day_) + 1, infinite_cost));
}

void SeriesBound::list_days() {
    Days before;
    for (const Member& m : members_) {
        days_before_.push_back(before);
        Days days = m.day;
        days.erase(std::unique(days.begin(), days.end()), days.end());
        before.clear();
        std::set_union(days_before_.back().begin(), days_before_.back().end(), days.begin(),
                       days.end(), std::back_inserter(before));
        days_.push_back(std::move(days));
    }
}

template <class IsAlive>
void SeriesBound::day_costs(const Member& m, Span values, IsAlive is_alive,
                            std::vector<Cost>& best) {
    std::fill(best.begin(), best.end(), infinite_cost);
    for (Value v = values.first; v <= values.last; ++v) {
        if (!is_alive(v)) continue;
        Cost& cheapest = best[index(m.day[index(v)])];
        cheapest = std::min(cheapest, (*m.cost)[index(v)]);
    }
}

Cost SeriesBound::left_out_cost(const Member& m, bool is_possible) {
    return is_possible ? (*m.cost)[index(m.count)] : infinite_cost;
}

// Cuts the finite part of the gap cost, as far as gaps within the days go, into straight pieces.
void SeriesBound::cut_into_pieces() {
    const auto reach = std::min(gap_.size(), index(last_day_) + 1);
    for (std::size_t i = 0; i < reach;) {
        if (gap_[i] >= infinite_cost) {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        const Cost slope = end < reach && gap_[end] < infinite_cost ? gap_[end] - gap_[i] : 0;
        while (end < reach && gap_[end] < infinite_cost && gap_[end] - gap_[end - 1] == slope)
            ++end;
        pieces_.push_back({least_gap_ + static_cast<Value>(i),
                           least_gap_ + static_cast<Value>(end) - 1, gap_[i], slope});
        i = end;
    }
}

// For each day the least over days before it, within the piece's reach, of from[day] + gap cost:
// the minimum of a window that slides with the day. (A queue of days, each dearer than the one
// before.)
void SeriesBound::arrive_by(const Piece& piece, const Front& before, const Days& sources,
                            const Days& days, std::vector<Cost>& out) {
    queue_.clear();
    std::size_t head = 0;
    auto entering = sources.begin();
    work_ += static_cast<std::int64_t>(days.size() + sources.size()) / 2;
    for (const Value d : days) {
        for (; entering != sources.end() && *entering <= d - piece.first; ++entering) {
            const Cost key = before.on[index(*entering)] - piece.slope * *entering;
            while (queue_.size() > head && queue_.back().key >= key)
                queue_.pop_back();
            queue_.push_back({*entering, key});
        }
        const Value earliest = std::max(d - piece.last, last_must_[index(d)]);
        while (head < queue_.size() && queue_[head].day < earliest)
            ++head;
        if (head == queue_.size()) continue;
        const Cost cost = queue_[head].key + piece.at_first + piece.slope * (d - piece.first);
        out[index(d)] = std::min(out[index(d)], cost);
    }
}

// The least cost of a prefix, by the day of the member after it, not counting that member.
void SeriesBound::arrive(std::size_t k, std::vector<Cost>& out) {
    for (const Value d : targets_[k])
        out[index(d)] = may_start(d) ? fronts_[k].none : infinite_cost;
    if (reached_[k].empty()) return;
    for (const Piece& piece : pieces_)
        arrive_by(piece, fronts_[k], reached_[k], targets_[k], out);
}

// Only on the days looked at there is arriving at the member.
void SeriesBound::extend_front(std::size_t k, const std::vector<Cost>& best, Cost left_out) {
    const Front& before = fronts_[k];
    Front& after = fronts_[k + 1];
    arrive(k, arrivals_[k]);
    after.none = capped_sum(before.none, left_out);
    std::fill(after.on.begin(), after.on.end(), infinite_cost);
    if (left_out < infinite_cost)
        for (const Value d : reached_[k])
            after.on[index(d)] = capped_sum(before.on[index(d)], left_out);
    for (const Value d : targets_[k]) {
        const Cost held = capped_sum(arrivals_[k][index(d)], best[index(d)]);
        after.on[index(d)] = std::min(after.on[index(d)], held);
    }
    Days& reached = reached_[k + 1];
    reached.clear();
    if (left_out < infinite_cost)
        std::set_union(reached_[k].begin(), reached_[k].end(), targets_[k].begin(),
                       targets_[k].end(), std::back_inserter(reached));
    else
        reached = targets_[k];
    std::erase_if(reached, [&](Value d) { return after.on[index(d)] >= infinite_cost; });
}

// Those on which the member can stand, or all of its.
void SeriesBound::look_at_days(std::size_t k) {
    targets_[k] = days_[k];
    if (!looks_at_all_)
        std::erase_if(targets_[k], [&](Value d) { return best_[k][index(d)] >= infinite_cost; });
}

template <class IsAlive>
void SeriesBound::forward_with(IsAlive is_alive) {
    fronts_[0].none = 0;
    reached_[0].clear();
    std::fill(fronts_[0].on.begin(), fronts_[0].on.end(), infinite_cost);
    for (std::size_t k = 0; k < members_.size(); ++k) {
        const Member& m = members_[k];
        work_ += values_[k].last - values_[k].first + 1;
        day_costs(
            m, values_[k], [&](Value v) { return is_alive(k, v); }, best_[k]);
        look_at_days(k);
        extend_front(k, best_[k], left_out_cost(m, is_alive(k, m.count)));
    }
}

SeriesBound::Front SeriesBound::end_front() const {
    Front end;
    end.on.resize(index(last_day_) + 1);
    for (Value d = 0; d <= last_day_; ++d)
        end.on[index(d)] = may_end(d) ? 0 : infinite_cost;
    end.none = first_must_ > last_day_ ? 0 : infinite_cost;
    return end;
}

Cost SeriesBound::sweep(const Store& s) {
    swept_ = &s;
    for (std::size_t k = 0; k < members_.size(); ++k) {
        const Member& m = members_[k];
        values_[k] = {s.min(m.x), std::min(s.max(m.x), m.count - 1)};
    }
    looks_at_all_ = false;
    forward_with([&](std::size_t k, Value v) { return s.contains(members_[k].x, v); });
    const Front& end = fronts_.back();
    Cost least = first_must_ > last_day_ ? end.none : infinite_cost;
    for (Value d = 0; d <= last_day_; ++d)
        if (may_end(d)) least = std::min(least, end.on[index(d)]);
    return least;
}

// As arrive_by, seen from the earlier day: the window slides back with it.
void SeriesBound::depart_by(const Piece& piece, const Days& sources, const Days& days,
                            std::vector<Cost>& out) {
    queue_.clear();
    std::size_t head = 0;
    auto entering = sources.rbegin();
    work_ += static_cast<std::int64_t>(days.size() + sources.size()) / 2;
    for (std::size_t i = days.size(); i-- > 0;) {
        const Value from = days[i];
        for (; entering != sources.rend() && *entering >= from + piece.first; ++entering) {
            if (onward_[index(*entering)] >= infinite_cost) continue;
            const Cost key = onward_[index(*entering)] + piece.slope * *entering;
            while (queue_.size() > head && queue_.back().key >= key)
                queue_.pop_back();
            queue_.push_back({*entering, key});
        }
        const Value latest = std::min(from + piece.last, next_must_[index(from)]);
        while (head < queue_.size() && queue_[head].day > latest)
            ++head;
        if (head == queue_.size()) continue;
        const Cost cost = queue_[head].key + piece.at_first - piece.slope * (from + piece.first);
        out[index(from)] = std::min(out[index(from)], cost);
    }
}

// From "the least cost after member k" to "the least cost after member k - 1".
void SeriesBound::backward_step(std::size_t k, Cost left_out, Front& back) {
    const std::vector<Cost>& best = best_[k];
    onward_.resize(back.on.size());
    Cost none = capped_sum(left_out, back.none);
    for (Value d = 0; d <= last_day_; ++d) {
        onward_[index(d)] = capped_sum(best[index(d)], back.on[index(d)]);
        if (may_start(d)) none = std::min(none, onward_[index(d)]);
    }
    back.none = none;
    for (Cost& cost : back.on)
        cost = capped_sum(left_out, cost);
    // Of what cannot be reached nobody asks; in explanations it may be let in.
    const Days& from = looks_at_all_ ? days_before_[k] : reached_[k];
    for (const Piece& piece : pieces_)
        depart_by(piece, targets_[k], from, back.on);
    for (Cost& cost : back.on)
        cost = settled(cost);
}

// The least cost of a path in which member k is left out, `back` being the cost after it.
Cost SeriesBound::through_left_out(std::size_t k, const Front& back) const {
    const Front& before = fronts_[k];
    Cost least = capped_sum(before.none, back.none);
    for (std::size_t d = 0; d < before.on.size(); ++d)
        least = std::min(least, capped_sum(before.on[d], back.on[d]));
    return capped_sum(least, (*members_[k].cost)[index(members_[k].count)]);
}

void SeriesBound::through_costs(const Store& s, std::vector<std::vector<Cost>>& out) {
    out.resize(members_.size());
    Front back = end_front();
    for (std::size_t k = members_.size(); k-- > 0;) {
        const Member& m = members_[k];
        std::vector<Cost>& through = out[k];
        through.assign(m.cost->size(), infinite_cost);
        for (Value v = s.min(m.x); v <= s.max(m.x) && v < m.count; v = s.next(m.x, v + 1)) {
            const Value d = m.day[index(v)];
            const Cost around = capped_sum(arrivals_[k][index(d)], back.on[index(d)]);
            through[index(v)] = capped_sum(around, (*m.cost)[index(v)]);
        }
        const bool may_be_out = s.contains(m.x, m.count);
        if (may_be_out) through[index(m.count)] = through_left_out(k, back);
        backward_step(k, left_out_cost(m, may_be_out), back);
    }
}

// Where the last member held stands on a least path; -1: none is held.
Value SeriesBound::least_end(Cost& cost) const {
    const Front& end = fronts_.back();
    Value day = -1;
    cost = first_must_ > last_day_ ? end.none : infinite_cost;
    for (Value d = 0; d <= last_day_; ++d) {
        if (!may_end(d) || end.on[index(d)] >= cost) continue;
        cost = end.on[index(d)];
        day = d;
    }
    return day;
}

// The cheapest value of member k on `day`.
Value SeriesBound::cheapest_on(std::size_t k, Value day) const {
    const Member& m = members_[k];
    const Cost own = best_[k][index(day)];
    auto v = static_cast<Value>(std::lower_bound(m.day.begin(), m.day.end(), day) - m.day.begin());
    while (m.day[index(v)] != day || !swept_->contains(m.x, v) || (*m.cost)[index(v)] != own)
        ++v;
    return v;
}

// The day before `day` on a path that costs `cost` up to there; -1: none was held before.
Value SeriesBound::day_before(const Front& before, Value day, Cost& cost) const {
    if (may_start(day) && before.none == cost) return -1;
    for (Value from = day - least_gap_; from >= 0; --from) {
        const Cost there = before.on[index(from)];
        if (!may_follow(from, day) || there >= infinite_cost) continue;
        if (there + gap_cost(day - from) != cost) continue;
        cost = there;
        return from;
    }
    RUL_CHECK(false && "the fronts lead back along every least path");
    return -1;
}

const std::vector<Value>& SeriesBound::least_path() {
    // Back from the end: which last day, then which day before it, as the fronts were made.
    least_path_.assign(members_.size(), 0);
    Cost rest = infinite_cost;
    Value day = least_end(rest);  // of the last member held among those not yet traced
    RUL_CHECK(rest < infinite_cost);
    for (std::size_t k = members_.size(); k-- > 0;) {
        const Member& m = members_[k];
        const Front& before = fronts_[k];
        const Cost out = left_out_cost(m, swept_->contains(m.x, m.count));
        const Cost passed = day < 0 ? before.none : before.on[index(day)];
        if (out < infinite_cost && capped_sum(passed, out) == rest) {
            least_path_[k] = m.count;
            rest = passed;
            continue;
        }
        RUL_CHECK(day >= 0);
        least_path_[k] = cheapest_on(k, day);
        rest -= best_[k][index(day)];
        day = day_before(before, day, rest);
    }
    return least_path_;
}

namespace {

// The values removed from x that matter, as literals: one bound on each side, holes between.
void append_removed(const Store& s, IntVar x, Position at, const std::vector<Value>& removed,
                    std::vector<Literal>& out) {
    const Value min = s.min_before(x, at);
    const Value max = s.max_before(x, at);
    Value low = s.initial_min(x) - 1;
    Value high = s.initial_max(x) + 1;
    for (const Value v : removed) {
        if (v < min)
            low = std::max(low, v);
        else if (v > max)
            high = std::min(high, v);
        else
            out.push_back(differs(x, v));
    }
    if (low >= s.initial_min(x)) out.push_back(at_least(x, low + 1));
    if (high <= s.initial_max(x)) out.push_back(at_most(x, high - 1));
}

}  // namespace

Cost SeriesBound::explain(const Store& s, Position at, Cost least, std::vector<Literal>& out,
                          std::optional<Fixed> fixed) {
    const Position root = s.given_end();
    removals_.resize(members_.size());
    for (std::size_t k = 0; k < members_.size(); ++k)
        s.removals(members_[k].x, removals_[k]);
    const auto is_alive = [&](std::size_t k, Value v) {
        if (index(v) >= removals_[k].size()) return false;  // never was one of its values
        if (fixed && k == fixed->member && (v < fixed->first || fixed->last < v)) return false;
        return removals_[k][index(v)] >= at;
    };
    // Whatever was removed may be let in again.
    for (std::size_t k = 0; k < members_.size(); ++k)
        values_[k] = {0, members_[k].count - 1};
    looks_at_all_ = true;
    forward_with(is_alive);
    Front back = end_front();
    // From the last member back: a removed value is let in again when every path through it, over
    // present values before and values let in after, is dear enough anyway. (As for cost MDDs.)
    for (std::size_t k = members_.size(); k-- > 0;) {
        const Member& m = members_[k];
        const Fixed asked = fixed && k == fixed->member ? *fixed : Fixed{k, 0, m.count};
        bool may_be_out = is_alive(k, m.count);
        removed_.clear();
        let_in(asked, at, root, least, back);
        if (!may_be_out && asked.last == m.count && index(m.count) < removals_[k].size()
            && removals_[k][index(m.count)] >= root) {
            may_be_out = through_left_out(k, back) >= least;
            if (!may_be_out) removed_.push_back(m.count);
        }
        append_removed(s, m.x, at, removed_, out);
        backward_step(k, left_out_cost(m, may_be_out), back);
    }
    swept_ = nullptr;
    return back.none;
}

// Lets the values asked for that were removed, but are dear enough, in again; the others go to
// removed_.
void SeriesBound::let_in(const Fixed& asked, Position at, Position root, Cost least,
                         const Front& back) {
    const std::size_t k = asked.member;
    const Member& m = members_[k];
    std::vector<Cost>& best = best_[k];
    for (Value v = asked.first; v <= asked.last && v < m.count; ++v) {
        const Position removal = removals_[k][index(v)];
        if (removal >= at || removal < root) continue;
        const Value d = m.day[index(v)];
        const Cost around = capped_sum(arrivals_[k][index(d)], back.on[index(d)]);
        if (capped_sum(around, (*m.cost)[index(v)]) < least)
            removed_.push_back(v);
        else
            best[index(d)] = std::min(best[index(d)], (*m.cost)[index(v)]);
    }
}

}  // namespace rul::solver
