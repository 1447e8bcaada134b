#pragma once

#include "engine/solver/constraints/condition.hpp"
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

/// Adds `coefficient` * [l] to a row.
inline void add_literal(Row& row, const Store& root, Literal l, int coefficient) {
    const IntVar x{l.var};
    switch (l.op) {
        case Literal::Op::ge:
            row.terms.push_back({x, l.value, root.initial_max(x), coefficient});
            break;
        case Literal::Op::le:
            row.terms.push_back({x, root.initial_min(x), l.value, coefficient});
            break;
        case Literal::Op::eq:
            row.terms.push_back({x, l.value, l.value, coefficient});
            break;
        case Literal::Op::ne:
            row.terms.push_back({x, l.value, l.value, -coefficient});
            row.bound -= coefficient;
            break;
    }
}

/// A row that one unit at most can break binds only while the condition is true.
inline void add_condition(Row& row, const Store& root, const Condition& when) {
    for (const Literal l : when.literals) {
        add_literal(row, root, l, 1);
        row.bound += 1;
    }
}

}  // namespace rul::solver
