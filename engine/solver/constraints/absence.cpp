#include "engine/solver/constraints/absence.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/condition.hpp"

#include <algorithm>

namespace rul::solver {

void Absence::cover(Value first, Value last) {
    first = std::max(first, store_.initial_min(x_));
    last = std::min(last, store_.initial_max(x_));
    if (first > last) return;
    // One literal for each part that a bound excludes.
    if (first < before_.min()) {
        lower_ = std::max(lower_, std::min(last + 1, before_.min()));
        first = before_.min();
    }
    if (last > before_.max() && first <= last) {
        upper_ = std::min(upper_, std::max(first - 1, before_.max()));
        last = before_.max();
    }
    for (Value v = first; v <= last; ++v) {
        RUL_ASSERT(!before_.contains(v));
        out_.push_back(differs(x_, v));
    }
}

void Absence::finish() {
    if (lower_ != std::numeric_limits<Value>::min()) out_.push_back(at_least(x_, lower_));
    if (upper_ != std::numeric_limits<Value>::max()) out_.push_back(at_most(x_, upper_));
}

void without_repeats(std::vector<Literal>& out, std::size_t from) {
    const auto begin = out.begin() + static_cast<std::ptrdiff_t>(from);
    std::sort(begin, out.end());
    out.erase(std::unique(begin, out.end()), out.end());
}

bool exclude_lazily(Store& s, IntVar x, Value first, Value last, std::uint32_t who,
                    std::uint64_t data) {
    if (s.next(x, first) > std::min(last, s.max(x))) return true;
    if (first <= s.min(x)) return s.infer_lazily(at_least(x, last + 1), who, data);
    if (s.max(x) <= last) return s.infer_lazily(at_most(x, first - 1), who, data);
    if (!s.is_dense(x)) return true;
    for (Value v = s.next(x, first); v <= last; v = s.next(x, v + 1))
        if (!s.infer_lazily(differs(x, v), who, data)) return false;
    return true;
}

Run run_of(const Store& s, Literal fact, Position at, std::vector<Literal>& out) {
    const IntVar x{fact.var};
    if (fact.op == Literal::Op::ge) {
        const Value first = s.min_before(x, at);
        append_cause(s, at_least(x, first), out);
        return {first, fact.value - 1};
    }
    if (fact.op == Literal::Op::le) {
        const Value last = s.max_before(x, at);
        append_cause(s, at_most(x, last), out);
        return {fact.value + 1, last};
    }
    return {fact.value, fact.value};
}

}  // namespace rul::solver
