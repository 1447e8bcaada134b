#pragma once

#include "engine/solver/core/relaxation.hpp"
#include "engine/solver/core/types.hpp"

#include <algorithm>

namespace rul::solver {

/// Adds `coefficient` * x to a row, as the sum of its steps [x >= v]; of steps above `most` none.
///
/// With x's initial minimum m: m is moved to the bound.
inline void add_steps(Row& row, const Store& root, IntVar x, Value most, int coefficient) {
    row.bound -= Cost{coefficient} * root.initial_min(x);
    const Value last = root.initial_max(x);
    for (Value v = root.initial_min(x) + 1; v <= std::min(last, most); ++v)
        row.terms.push_back({x, v, last, coefficient});
}

}  // namespace rul::solver
