#include "engine/solver/bounds/dual_ascent.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rul::solver {

namespace {

constexpr double memory = 0.6;  // how much of the last direction is kept
constexpr int patience = 12;    // rounds without gain before the pace slackens
constexpr double slackening = 0.7;
constexpr double least_pace = 0.004;
constexpr double first_pace = 0.3;

}  // namespace

DualAscent::DualAscent(const Problem& problem, const Relaxation& relaxation)
    : relaxation_{relaxation},
      pricing_{problem, relaxation, Prices(relaxation.rows().size(), 0)},
      prices_(relaxation.rows().size(), 0.0),
      sums_(relaxation, problem.store().var_count()),
      is_active_(relaxation.rows().size(), false),
      direction_(relaxation.rows().size(), 0.0),
      best_prices_(relaxation.rows().size(), 0),
      best_scaled_{-infinite_cost},
      best_bound_{-infinite_cost} {}

void DualAscent::wake_broken() {
    for (const std::uint32_t r : sums_.broken())
        if (!is_active_[r] && sums_.excess(r) > 0) {
            is_active_[r] = true;
            active_.push_back(r);
        }
    sums_.clear_broken();
}

void DualAscent::step(double length) {
    wake_broken();
    stepped_ += static_cast<std::int64_t>(active_.size());
    double norm = 0;
    std::size_t kept = 0;
    for (const std::uint32_t r : active_) {
        const auto excess = static_cast<double>(sums_.excess(r));
        // A price at its edge that is pushed outwards does not move: it has no part in the length.
        const bool is_stuck = prices_[r] <= 0 && excess < 0;
        direction_[r] = is_stuck ? 0 : excess + memory * direction_[r];
        norm += direction_[r] * direction_[r];
        is_active_[r] = prices_[r] > 0 || direction_[r] != 0;
        if (is_active_[r]) active_[kept++] = r;
    }
    active_.resize(kept);
    if (norm == 0) return;
    const double pace = length / norm;
    const auto& rows = relaxation_.rows();
    for (const std::uint32_t r : active_) {
        const double most = rows[r].price >= infinite_cost
                                ? static_cast<double>(infinite_cost)
                                : static_cast<double>(rows[r].price * price_scale);
        prices_[r] = std::clamp(prices_[r] + pace * direction_[r], 0.0, most);
    }
}

Prices DualAscent::rounded() const {
    Prices whole(prices_.size(), 0);
    for (const std::uint32_t r : active_)
        whole[r] = static_cast<Cost>(std::llround(prices_[r]));
    return whole;
}

void DualAscent::return_to_best() {
    for (std::uint32_t r = 0; r < prices_.size(); ++r) {
        prices_[r] = static_cast<double>(best_prices_[r]);
        if (prices_[r] <= 0 || is_active_[r]) continue;
        is_active_[r] = true;
        active_.push_back(r);
    }
}

// Notes prices whose bound is better. False: it was not.
bool DualAscent::take_if_better(const Store& s, Cost bound, Prices& prices) {
    if (bound <= best_scaled_ && !best_values_.empty()) return false;
    if (bound > best_scaled_ + price_scale / 64) rounds_without_gain_ = 0;
    best_scaled_ = std::max(bound, best_scaled_);
    best_prices_ = std::move(prices);
    best_values_ = values_;
    best_bound_ = std::max(best_bound_, pricing_.bound(s));
    return true;
}

// After too many rounds without gain: starts again from the best, more slowly.
bool DualAscent::has_slackened() {
    if (++rounds_without_gain_ < patience) return false;
    rounds_without_gain_ = 0;
    pace_ *= slackening;
    if (pace_ < least_pace) return true;
    return_to_best();
    std::fill(direction_.begin(), direction_.end(), 0.0);
    return true;
}

void DualAscent::note_on_trail() {
    if (trail_.size() < trail_length_) {
        trail_.push_back(values_);
        return;
    }
    trail_[oldest_] = values_;
    oldest_ = (oldest_ + 1) % trail_length_;
}

double DualAscent::way_to(Cost target, Cost bound) const {
    const double goal = target < infinite_cost
                            ? static_cast<double>(target * price_scale)
                            : static_cast<double>(best_scaled_) * 1.05 + 20.0 * price_scale;
    return std::max(goal - static_cast<double>(bound), static_cast<double>(price_scale));
}

void DualAscent::start_from(Prices prices) {
    best_prices_ = std::move(prices);
    best_scaled_ = -infinite_cost;
    best_bound_ = -infinite_cost;
    best_values_.clear();
    trail_.clear();
    oldest_ = 0;
    std::fill(direction_.begin(), direction_.end(), 0.0);
    pace_ = first_pace;
    rounds_without_gain_ = 0;
}

void DualAscent::climb(const Store& s, int rounds, Cost target,
                       const std::function<bool()>& should_stop) {
    // Domains may have shrunk since: the old bound still holds, but the best is measured anew.
    pricing_.set_prices(best_prices_);
    const Cost again = pricing_.scaled_bound(s);
    if (again >= infinite_cost) {
        best_bound_ = infinite_cost;
        return;
    }
    best_scaled_ = std::max(best_scaled_, again);
    best_bound_ = std::max(best_bound_, pricing_.bound(s));
    return_to_best();
    if (pace_ < 0.05) pace_ = first_pace;
    for (int round = 0; round < rounds && !should_stop(); ++round, ++rounds_) {
        Prices now = rounded();
        pricing_.set_prices(now);
        const Cost bound = pricing_.scaled_bound(s);
        pricing_.least_values(s, values_);
        if (trail_length_ > 0) note_on_trail();
        const bool is_better = take_if_better(s, bound, now);
        if (is_better && best_bound_ >= target) return;
        const bool is_back = !is_better && has_slackened();
        if (is_back && pace_ < least_pace) return;
        sums_.move_all(is_back ? best_values_ : values_);
        step(pace_ * way_to(target, bound));
    }
}

}  // namespace rul::solver
