#pragma once

#include <compare>
#include <cstdint>
#include <iosfwd>
#include <limits>
#include <vector>

namespace rul::solver {

/// A value of a variable. The solver has no units: the planner chooses them.
using Value = std::int32_t;

/// Cost, and sums of values.
using Cost = std::int64_t;

/// Values stay in [-max_value, max_value], so that sums of three of them never overflow.
inline constexpr Value max_value = std::numeric_limits<Value>::max() / 4;

/// A cost above any that occurs, small enough to be added a few times.
inline constexpr Cost infinite_cost = std::numeric_limits<Cost>::max() / 8;
/// In place of the value of a variable that is not known, or not yet.
inline constexpr Value not_given = std::numeric_limits<Value>::min();

/// One value per variable, indexed by IntVar::index.
using Assignment = std::vector<Value>;

/// An atomic constraint on one variable: what reasons, decisions and nogoods are made of.
///
/// Literals are not variables of their own (semantic literals: any bound or hole can be spoken of
/// at any time, and nothing is created for it).
struct Literal {
    enum class Op : std::uint8_t { ge, le, ne, eq };

    std::uint32_t var;
    Op op;
    Value value;

    friend auto operator<=>(const Literal&, const Literal&) = default;
};

/// The literal that is true exactly when `l` is false.
[[nodiscard]] constexpr Literal operator!(Literal l) {
    switch (l.op) {
        case Literal::Op::ge:
            return {l.var, Literal::Op::le, l.value - 1};
        case Literal::Op::le:
            return {l.var, Literal::Op::ge, l.value + 1};
        case Literal::Op::ne:
            return {l.var, Literal::Op::eq, l.value};
        case Literal::Op::eq:
            break;
    }
    return {l.var, Literal::Op::ne, l.value};
}

/// Whether `l` holds when its variable has the value `v`.
[[nodiscard]] constexpr bool holds(Literal l, Value v) {
    switch (l.op) {
        case Literal::Op::ge:
            return v >= l.value;
        case Literal::Op::le:
            return v <= l.value;
        case Literal::Op::ne:
            return v != l.value;
        case Literal::Op::eq:
            break;
    }
    return v == l.value;
}

/// Names an integer variable of one Problem. Cheap to copy; means nothing in another Problem.
struct IntVar {
    std::uint32_t index = 0;

    friend auto operator<=>(const IntVar&, const IntVar&) = default;
};

[[nodiscard]] constexpr Literal at_least(IntVar x, Value v) {
    return {x.index, Literal::Op::ge, v};
}
[[nodiscard]] constexpr Literal at_most(IntVar x, Value v) {
    return {x.index, Literal::Op::le, v};
}
[[nodiscard]] constexpr Literal equals(IntVar x, Value v) {
    return {x.index, Literal::Op::eq, v};
}
[[nodiscard]] constexpr Literal differs(IntVar x, Value v) {
    return {x.index, Literal::Op::ne, v};
}
/// Of a 0/1 variable.
[[nodiscard]] constexpr Literal is_true(IntVar b) {
    return at_least(b, 1);
}
[[nodiscard]] constexpr Literal is_false(IntVar b) {
    return at_most(b, 0);
}

std::ostream& operator<<(std::ostream& out, Literal l);

}  // namespace rul::solver
