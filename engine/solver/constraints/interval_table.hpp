#pragma once

#include "engine/solver/core/types.hpp"

#include <span>
#include <vector>

namespace rul::solver {

/// By value of one variable, the values of another that go with it, as intervals.
class IntervalTable {
  public:
    struct Interval {
        Value first;
        Value last;

        friend bool operator==(const Interval&, const Interval&) = default;
    };

    IntervalTable() = default;
    /// of(i) is by_value[i]. @pre each sorted, disjoint, none empty, from 0
    explicit IntervalTable(const std::vector<std::vector<Interval>>& by_value);

    /// Appends the intervals of the next value. @pre as above
    void add(std::span<const Interval> intervals);

    [[nodiscard]] Value count() const { return static_cast<Value>(starts_.size()) - 1; }
    /// Nothing goes with a value outside 0 .. count() - 1.
    [[nodiscard]] std::span<const Interval> of(Value value) const {
        if (value < 0 || value >= count()) return {};
        const auto i = static_cast<std::size_t>(value);
        return std::span{intervals_}.subspan(starts_[i], starts_[i + 1] - starts_[i]);
    }
    [[nodiscard]] bool allows(Value value, Value other) const;

    /// The same pairs seen from the other variable, whose values are 0 .. b_count - 1.
    [[nodiscard]] IntervalTable mirrored(Value b_count) const;

  private:
    std::vector<std::size_t> starts_{0};
    std::vector<Interval> intervals_;
};

}  // namespace rul::solver
