#include "engine/solver/knots/knot_bound.hpp"
#include "engine/solver/solving.hpp"

#include <algorithm>
#include <utility>

// What a solve does to know more of knots: two as one, or more effort for one.
namespace rul::solver {

namespace {

constexpr std::size_t most_at_once = 32;  // pairs: in between it is asked whether time is up

}  // namespace

// No knot in two of them; so many at most.
std::vector<TiePair> Solving::pairs_at_odds() const {
    std::vector<TiePair> pairs;
    std::set<std::size_t> met;
    for (const auto& [first, second] : untied_->knots.at_odds(untied_->wishes)) {
        if (pairs.size() == most_at_once) break;
        const TiePair pair{.first = first, .second = second};
        if (!may_tie(pair, met)) continue;
        met.insert({first, second});
        pairs.push_back(pair);
    }
    return pairs;
}

// No prices bring those together that break by themselves what is about them alone. Each pair is
// tried once; with two that want the same dear thing they may be at odds afterwards too.
void Solving::tie_at_odds() {
    while (!is_over()) {
        const std::vector<TiePair> pairs = pairs_at_odds();
        if (pairs.empty()) return;
        tie(pairs);
    }
}

// More effort for the dearest that were not proved; or the dearest pairs that have not been tried.
void Solving::tie_further(KnotBound& bound, const std::vector<Cost>& excess) {
    const std::vector<std::size_t> unproved = dearest_unproved(excess);
    const std::vector<TiePair> pairs =
        unproved.empty() ? pairs_to_try(excess) : std::vector<TiePair>{};
    is_tied_out_ = unproved.empty() && pairs.empty();
    if (is_tied_out_) return;
    const Untied before = *untied_;
    if (unproved.empty()) {
        tie(pairs);
    } else {
        if (!bound_knots(bound, *untied_, unproved) || bound.bound() >= cost_)
            return nothing_is_left();
        raise_bound(bound.bound());
    }
    tie_at_odds();
    if (untied_->wishes != before.wishes) {
        is_priced_out_ = false;
        by_pricing_ = {};
        if (!is_over()) grant_wishes();
    }
    std::vector<Knots::Numbers> groups;
    groups.reserve(pairs.size());
    for (const TiePair& pair : pairs)
        groups.push_back({pair.first, pair.second});
    if (!is_over()) improve_within(before.knots, groups);
}

std::vector<std::size_t> Solving::dearest_unproved(const std::vector<Cost>& excess) const {
    std::vector<std::size_t> dearest;
    for (std::size_t k = 0; k < excess.size(); ++k) {
        const int effort = untied_->efforts[k];
        if (effort == 0 || effort > most_efforts || excess[k] < KnotBound::knot_unit) continue;
        dearest.push_back(k);
    }
    std::stable_sort(dearest.begin(), dearest.end(),
                     [&](std::size_t a, std::size_t b) { return excess[a] > excess[b]; });
    dearest.resize(std::min(dearest.size(), together));
    return dearest;
}

std::size_t Solving::size_of_series(const std::vector<std::size_t>& series) const {
    std::size_t members = 0;
    for (const std::size_t one : series)
        members += problem_.paths()[one].members.size();
    return members;
}

bool Solving::may_tie(const TiePair& pair, const std::set<std::size_t>& met) const {
    if (met.contains(pair.first) || met.contains(pair.second)) return false;
    const Knots::Numbers both = untied_->knots.series_of({pair.first, pair.second});
    return size_of_series(both) <= most_members && !tried_ties_.contains(both);
}

// No knot in two of them.
std::vector<TiePair> Solving::pairs_to_try(const std::vector<Cost>& excess) const {
    std::vector<TiePair> pairs;
    std::set<std::size_t> met;
    for (const TiePair& pair : pairs_to_tie(tightness_, untied_->knots.ties(), excess)) {
        if (pairs.size() == together) break;
        if (!may_tie(pair, met)) continue;
        met.insert({pair.first, pair.second});
        pairs.push_back(pair);
    }
    return pairs;
}

Solving::Untied Solving::with_tied(const Untied& untied, const TiePair& pair) {
    Untied tied{.knots = untied.knots.with_tied(pair.first, pair.second),
                .least = untied.least,
                .efforts = untied.efforts,
                .wishes = untied.wishes,
                .clashes = untied.clashes,
                .spent = untied.spent};
    const auto second = static_cast<std::ptrdiff_t>(pair.second);
    tied.least.erase(tied.least.begin() + second);
    tied.efforts.erase(tied.efforts.begin() + second);
    tied.spent.erase(tied.spent.begin() + second);
    tied.least[pair.first] = -infinite_cost;
    tied.efforts[pair.first] = 1;
    return tied;
}

// Two knots as one, if that says more than they do one by one; else what they want together is
// kept. Of each pair by itself: what is known of one that is tied stays true when others are tied
// too.
void Solving::tie(const std::vector<TiePair>& pairs) {
    for (const TiePair& pair : pairs)
        tried_ties_.insert(untied_->knots.series_of({pair.first, pair.second}));
    const auto priced = solve_parts(pairs.size(), [&](std::size_t i) {
        const Untied tied = with_tied(*untied_, pairs[i]);
        return priced_part(bound_of(tied), tied, pairs[i].first);
    });
    std::vector<std::size_t> gone;
    Cost total = bound_of(*untied_).total();
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (is_stopped_from_outside()) return;
        if (!priced[i]) continue;
        TiePair pair = pairs[i];
        for (const std::size_t k : gone) {
            if (pair.first > k) --pair.first;
            if (pair.second > k) --pair.second;
        }
        Untied tied = with_tied(*untied_, pair);
        KnotBound bound = bound_of(tied);
        if (!note_bound(bound, tied, pair.first, *priced[i]) || bound.bound() >= cost_)
            return nothing_is_left();
        raise_bound(bound.bound());
        if (bound.total() <= total) {
            untied_->wishes = std::move(tied.wishes);
            continue;
        }
        total = bound.total();
        untied_ = std::move(tied);
        gone.push_back(pair.second);
    }
}

}  // namespace rul::solver
