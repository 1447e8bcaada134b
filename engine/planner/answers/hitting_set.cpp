#include "engine/planner/answers/hitting_set.hpp"

#include <algorithm>
#include <limits>

namespace rul::planner {

namespace {

class HittingSets {
  public:
    HittingSets(const std::vector<std::vector<std::size_t>>& sets,
                const std::vector<std::int64_t>& prices)
        : sets_{sets},
          prices_{prices},
          is_in_(prices.size(), false),
          is_out_(prices.size(), false) {}

    [[nodiscard]] std::vector<std::size_t> cheapest() {
        branch(0);
        return best_;
    }

  private:
    [[nodiscard]] bool is_met(const std::vector<std::size_t>& set) const {
        return std::any_of(set.begin(), set.end(), [this](std::size_t i) { return is_in_[i]; });
    }
    [[nodiscard]] std::int64_t least_price(const std::vector<std::size_t>& set) const;
    [[nodiscard]] std::int64_t still_to_pay() const;
    void branch(std::int64_t paid);

    const std::vector<std::vector<std::size_t>>& sets_;
    const std::vector<std::int64_t>& prices_;
    std::vector<bool> is_in_, is_out_;
    std::vector<std::size_t> best_;
    std::int64_t best_price_ = std::numeric_limits<std::int64_t>::max();
};

std::int64_t HittingSets::least_price(const std::vector<std::size_t>& set) const {
    std::int64_t least = std::numeric_limits<std::int64_t>::max() / 4;
    for (const std::size_t i : set)
        if (!is_out_[i]) least = std::min(least, prices_[i]);
    return least;
}

// Sets that share no member must be paid for one by one.
std::int64_t HittingSets::still_to_pay() const {
    std::int64_t sum = 0;
    std::vector<bool> is_used(prices_.size(), false);
    for (const auto& set : sets_) {
        if (is_met(set)) continue;
        if (std::any_of(set.begin(), set.end(), [&](std::size_t i) { return is_used[i]; }))
            continue;
        for (const std::size_t i : set)
            is_used[i] = true;
        sum += least_price(set);
    }
    return sum;
}

// Of the first set not met: its first member, or not that one but its second, and so on.
void HittingSets::branch(std::int64_t paid) {
    if (paid + still_to_pay() >= best_price_) return;
    const auto open =
        std::find_if(sets_.begin(), sets_.end(), [this](const auto& set) { return !is_met(set); });
    if (open == sets_.end()) {
        best_price_ = paid;
        best_.clear();
        for (std::size_t i = 0; i < is_in_.size(); ++i)
            if (is_in_[i]) best_.push_back(i);
        return;
    }
    std::vector<std::size_t> tried;
    for (const std::size_t i : *open) {
        if (is_out_[i]) continue;
        is_in_[i] = true;
        branch(paid + prices_[i]);
        is_in_[i] = false;
        is_out_[i] = true;
        tried.push_back(i);
    }
    for (const std::size_t i : tried)
        is_out_[i] = false;
}

}  // namespace

std::vector<std::size_t> cheapest_hitting_set(const std::vector<std::vector<std::size_t>>& sets,
                                              const std::vector<std::int64_t>& prices) {
    return HittingSets{sets, prices}.cheapest();
}

}  // namespace rul::planner
