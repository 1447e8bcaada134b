#pragma once

#include "engine/solver/core/store.hpp"
#include "engine/solver/core/types.hpp"

#include <limits>
#include <vector>

namespace rul::solver {

/// The domain of one variable as it was before a place on the trail.
class Before {
  public:
    Before(const Store& s, IntVar x, Position at)
        : store_{s}, x_{x}, at_{at}, min_{s.min_before(x, at)}, max_{s.max_before(x, at)} {}

    [[nodiscard]] Value min() const { return min_; }
    [[nodiscard]] Value max() const { return max_; }
    /// Whether `v` lay beyond the bounds.
    [[nodiscard]] bool is_outside(Value v) const { return v < min_ || max_ < v; }
    [[nodiscard]] bool contains(Value v) const {
        return !is_outside(v) && !store_.was_hole(x_, v, at_);
    }

  private:
    const Store& store_;
    IntVar x_;
    Position at_;
    Value min_;
    Value max_;
};

/// Says why values of one variable were missing before a place on the trail.
///
///     [ . . x x . x . . ]      what lies outside the bounds costs one literal for each side,
///     min             max      the weakest that covers what was asked; each hole costs one
///
/// Ask cover() for each value, then finish().
class Absence {
  public:
    Absence(const Store& s, IntVar x, Position at, std::vector<Literal>& out)
        : store_{s}, x_{x}, before_{s, x, at}, out_{out} {}

    [[nodiscard]] const Before& before() const { return before_; }
    /// Whether a bound noted already covers `v`.
    [[nodiscard]] bool is_noted(Value v) const { return v < lower_ || upper_ < v; }
    /// Notes why the whole interval was missing. @pre no value of it was there
    void cover(Value first, Value last);
    void cover(Value v) { cover(v, v); }
    /// Appends the bounds noted. Holes were appended at once, perhaps twice: see without_repeats.
    void finish();

  private:
    const Store& store_;
    IntVar x_;
    Before before_;
    Value lower_ = std::numeric_limits<Value>::min();
    Value upper_ = std::numeric_limits<Value>::max();
    std::vector<Literal>& out_;
};

/// Sorts out[from..] and drops what stands there twice.
void without_repeats(std::vector<Literal>& out, std::size_t from);

/// Infers that x is outside first..last: a bound moves, or each value becomes a hole. Lazily.
[[nodiscard]] bool exclude_lazily(Store& s, IntVar x, Value first, Value last, std::uint32_t who,
                                  std::uint64_t data);

/// Leaves x only the values v with is_supported(v): a bound moves at either end, and between them
/// values become holes. Lazily.
template <class IsSupported>
[[nodiscard]] bool keep_supported(Store& s, IntVar x, std::uint32_t who, std::uint64_t data,
                                  IsSupported is_supported) {
    Value first = s.min(x);
    while (first <= s.max(x) && !is_supported(first))
        first = s.next(x, first + 1);
    if (!s.infer_lazily(at_least(x, first), who, data)) return false;
    Value last = s.max(x);
    while (last > first && !is_supported(last))
        last = s.previous(x, last - 1);
    if (!s.infer_lazily(at_most(x, last), who, data)) return false;
    if (!s.is_dense(x)) return true;
    for (Value v = s.next(x, first + 1); v < last; v = s.next(x, v + 1))
        if (!is_supported(v) && !s.infer_lazily(differs(x, v), who, data)) return false;
    return true;
}

/// The values that a lazily inferred fact excludes.
struct Run {
    Value first;
    Value last;
};

/// Those of `fact`, inferred at `at`; where it is a bound, appends the bound that stood before.
[[nodiscard]] Run run_of(const Store& s, Literal fact, Position at, std::vector<Literal>& out);

}  // namespace rul::solver
