#pragma once

#include "engine/solver/constraints/absence.hpp"
#include "engine/solver/core/store.hpp"
#include "engine/solver/core/types.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rul::solver {

/// The places of a table grouped by the value that stands there: the inverse of the table.
class ValueGroups {
  public:
    explicit ValueGroups(const std::vector<Value>& table);

    /// The values of the table, each once, in order.
    [[nodiscard]] const std::vector<Value>& values() const { return values_; }
    /// Where the i-th of values() stands, in order.
    [[nodiscard]] std::span<const std::uint32_t> places(std::size_t i) const {
        return std::span{places_}.subspan(starts_[i], starts_[i + 1] - starts_[i]);
    }
    /// The first of values() that is >= v, as an index.
    [[nodiscard]] std::size_t first_from(Value v) const {
        return static_cast<std::size_t>(std::lower_bound(values_.begin(), values_.end(), v)
                                        - values_.begin());
    }

    /// Leaves x only those of values() that is_supported(index) says. Lazily. Skips what is no
    /// value of the table, so x may be wide.
    template <class IsSupported>
    [[nodiscard]] bool keep_supported(Store& s, IntVar x, std::uint32_t who,
                                      IsSupported is_supported) const {
        const auto stays = [&](std::size_t i) {
            return s.contains(x, values_[i]) && is_supported(i);
        };
        std::size_t first = first_from(s.min(x));
        while (first < values_.size() && values_[first] <= s.max(x) && !stays(first))
            ++first;
        const bool is_empty = first == values_.size() || values_[first] > s.max(x);
        const Value least = is_empty ? s.max(x) + 1 : values_[first];
        if (!s.infer_lazily(at_least(x, least), who, 0)) return false;
        std::size_t last = first_from(s.max(x) + 1) - 1;
        while (last > first && !stays(last))
            --last;
        if (!s.infer_lazily(at_most(x, values_[last]), who, 0)) return false;
        if (!s.is_dense(x)) return true;
        std::size_t i = first + 1;
        for (Value v = s.next(x, least + 1); v < s.max(x); v = s.next(x, v + 1)) {
            while (values_[i] < v)
                ++i;
            const bool is_kept = values_[i] == v && is_supported(i);
            if (!is_kept && !s.infer_lazily(differs(x, v), who, 0)) return false;
        }
        return true;
    }

  private:
    std::vector<Value> values_;
    std::vector<std::size_t> starts_;  // by value, and the end
    std::vector<std::uint32_t> places_;
};

}  // namespace rul::solver
