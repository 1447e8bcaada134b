#include "engine/solver/constraints/bucket_excess.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/absence.hpp"
#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/constraints/row_terms.hpp"

#include <algorithm>

namespace rul::solver {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

}  // namespace

BucketExcess::BucketExcess(std::vector<Coordinate> members, std::vector<int> weights, Value most,
                           IntVar excess)
    : members_{std::move(members)}, weights_{std::move(weights)}, most_{most}, excess_{excess} {
    RUL_CHECK(members_.size() == weights_.size() && most >= 0);
    RUL_CHECK(std::all_of(weights_.begin(), weights_.end(), [](int w) { return w >= 0; }));
    Value last_bucket = -max_value;
    first_bucket_ = max_value;
    for (const Coordinate& m : members_) {
        first_bucket_ = std::min(first_bucket_, m.of(0));
        last_bucket = std::max(last_bucket, m.of(m.count() - 1));
        scope_.push_back(m.var());
    }
    scope_.push_back(excess);
    RUL_CHECK(scope_of(scope_).size() == scope_.size());
    if (members_.empty()) return;
    RUL_CHECK(last_bucket - first_bucket_ < Store::dense_limit);
    loads_.resize(place(last_bucket) + 1);
    greatest_weight_ = *std::max_element(weights_.begin(), weights_.end());
}

bool BucketExcess::propagate(Store& s) {
    const Cost certain = fill(s);
    const auto least = static_cast<Value>(std::min<Cost>(certain, max_value + 1));
    if (!s.infer_lazily(at_least(excess_, least), id(), 0)) return false;
    return leave_full_buckets(s, s.max(excess_) - certain);
}

// The loads of the members that are certainly in one bucket; returns their excess.
Cost BucketExcess::fill(const Store& s) {
    std::fill(loads_.begin(), loads_.end(), 0);
    for (std::size_t i = 0; i < members_.size(); ++i) {
        const Coordinate& m = members_[i];
        if (m.is_held(s) && m.min(s) == m.max(s)) loads_[place(m.min(s))] += weights_[i];
    }
    Cost sum = 0;
    for (const Cost load : loads_)
        sum += excess_of(load);
    return sum;
}

// `slack`: how much the excess may still grow.
bool BucketExcess::leave_full_buckets(Store& s, Cost slack) const {
    for (std::size_t b = 0; b < loads_.size(); ++b)
        if (excess_of(loads_[b] + greatest_weight_) - excess_of(loads_[b]) > slack
            && !leave(s, b, slack))
            return false;
    return true;
}

bool BucketExcess::leave(Store& s, std::size_t bucket, Cost slack) const {
    const Value c = first_bucket_ + static_cast<Value>(bucket);
    for (std::size_t i = 0; i < members_.size(); ++i) {
        const Coordinate& m = members_[i];
        const Cost growth = excess_of(loads_[bucket] + weights_[i]) - excess_of(loads_[bucket]);
        if (growth <= slack || m.is_left_out(s)) continue;
        if (m.is_held(s) && m.min(s) == m.max(s)) continue;
        const auto data = std::uint64_t{bucket} * members_.size() + i + 1;
        if (!exclude_lazily(s, m.var(), m.first_from(c), m.last_until(c), id(), data)) return false;
    }
    return true;
}

// ---- Reasons ------------------------------------------------------------------------------------

// The one bucket that a member certainly was in before `at`; or none.
std::size_t BucketExcess::place_before(const Store& s, const Coordinate& m, Position at) const {
    const Value last = s.max_before(m.var(), at);
    if (!m.is_held_at(last)) return none;
    const Value bucket = m.of(last);
    return m.of(s.min_before(m.var(), at)) == bucket ? place(bucket) : none;
}

void BucketExcess::explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                           std::vector<Literal>& out) const {
    if (data == 0) {
        static_cast<void>(explain_excess(s, at, fact.value, {none, none}, out));
        return;
    }
    const Move move{(data - 1) % members_.size(), (data - 1) / members_.size()};
    const Coordinate& m = members_[move.member];
    const Value c = first_bucket_ + static_cast<Value>(move.to);
    if (fact.op == Literal::Op::ge) append_cause(s, m.from(c), out);
    if (fact.op == Literal::Op::le) append_cause(s, m.until(c), out);
    const Cost shown = explain_excess(s, at, Cost{s.max_before(excess_, at)} + 1, move, out);
    const Cost too_small = std::min<Cost>(shown - 1, max_value);
    append_cause(s, at_most(excess_, static_cast<Value>(too_small)), out);
}

// Why the excess was at least `needed` before `at`, with one member moved to a bucket in thought:
// the members in that bucket, and in as many others as needed. Returns what they show, >= needed.
Cost BucketExcess::explain_excess(const Store& s, Position at, Cost needed, Move move,
                                  std::vector<Literal>& out) const {
    std::vector<Cost> loads(loads_.size());
    std::vector<std::size_t> places(members_.size(), none);
    for (std::size_t i = 0; i < members_.size(); ++i) {
        if (i != move.member) places[i] = place_before(s, members_[i], at);
        const std::size_t counted = i == move.member ? move.to : places[i];
        if (counted != none) loads[counted] += weights_[i];
    }
    std::vector<bool> is_shown(loads.size());
    Cost shown = 0;
    const auto show = [&](std::size_t b) {
        if (shown >= needed || is_shown[b] || excess_of(loads[b]) == 0) return;
        shown += excess_of(loads[b]);
        is_shown[b] = true;
    };
    if (move.to != none) show(move.to);
    for (std::size_t b = 0; b < loads.size(); ++b)
        show(b);
    for (std::size_t i = 0; i < members_.size(); ++i) {
        if (places[i] == none || !is_shown[places[i]] || weights_[i] == 0) continue;
        const Value c = first_bucket_ + static_cast<Value>(places[i]);
        append_cause(s, members_[i].from(c), out);
        append_cause(s, members_[i].until(c), out);
    }
    return shown;
}

// ---- Definition and rows ------------------------------------------------------------------------

bool BucketExcess::holds(const Assignment& values) const {
    std::vector<Cost> loads(loads_.size());
    for (std::size_t i = 0; i < members_.size(); ++i) {
        const Value v = values[members_[i].var().index];
        if (members_[i].is_held_at(v)) loads[place(members_[i].of(v))] += weights_[i];
    }
    Cost sum = 0;
    for (const Cost load : loads)
        sum += std::max<Cost>(0, load - most_);
    return values[excess_.index] >= sum;
}

void BucketExcess::relax(Relaxation& rows) const {
    for (std::size_t b = 0; b < loads_.size(); ++b) {
        const Value c = first_bucket_ + static_cast<Value>(b);
        Row row{.bound = most_};
        Cost load = 0;
        for (std::size_t i = 0; i < members_.size(); ++i) {
            const Coordinate& m = members_[i];
            const Value first = m.first_from(c);
            const Value last = m.last_until(c);
            if (first > last || weights_[i] == 0) continue;
            load += weights_[i];
            row.terms.push_back({m.var(), first, last, weights_[i]});
        }
        if (load <= most_) continue;
        add_steps(row, rows.root(), excess_,
                  static_cast<Value>(std::min<Cost>(load - most_, max_value)), -1);
        rows.add(std::move(row));
    }
}

}  // namespace rul::solver
