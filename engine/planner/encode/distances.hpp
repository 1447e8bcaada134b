#pragma once

#include "engine/model/rule.hpp"
#include "engine/planner/encoding.hpp"

#include <optional>

namespace rul::planner {

/// |d| + max(0, |d| - 7): what being `d` from the ideal costs (engine/model/rule.hpp).
[[nodiscard]] Cost deviation(Cost d);

/// A DistanceRange in the numbers distances are measured in: days, working days or minutes.
struct Measure {
    std::optional<Value> least;
    std::optional<Value> ideal;
    std::optional<Value> most;
    bool in_minutes = false;
    model::Unit unit = model::Unit::day;

    explicit Measure(const model::DistanceRange& range);

    /// From `a` to `b`; nothing when it takes a time that is not known.
    [[nodiscard]] std::optional<Value> from_to(const Grid& grid, const model::Calendar& calendar,
                                               const Start& a, const Start& b) const;
    [[nodiscard]] bool contains(Value distance) const {
        return (!least || *least <= distance) && (!most || distance <= *most);
    }
    /// Days (working days, quarters of an hour begun) outside least..most.
    [[nodiscard]] Cost outside(Value distance) const;
    /// Deviation from the ideal in the same units; 0 without an ideal.
    [[nodiscard]] Cost off_ideal(Value distance) const;
};

}  // namespace rul::planner
