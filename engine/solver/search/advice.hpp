#pragma once

#include "engine/solver/problem.hpp"

#include <optional>
#include <vector>

namespace rul::solver {

/// Which value to try first: of a member of a series the one that costs least by itself and by what
/// the constraints on it say beside those already fixed, as one inserts a meeting by hand; of
/// any other variable that costs, the cheapest.
///
/// Idle unless the advice of some constraint is about costs.
class Advice {
  public:
    explicit Advice(const Problem& problem);

    [[nodiscard]] bool is_idle() const { return is_idle_; }
    /// Of the values left, the first of least cost; none: there is nothing to be said of `x`.
    [[nodiscard]] std::optional<Value> value_for(const Store& s, IntVar x);
    /// Lowers each variable that costs, and is no member and in no clause, as far as its
    /// constraints allow with all others as they are.
    void settle(Assignment& values) const;

  private:
    void note_given(const Store& s);
    [[nodiscard]] bool would_hold(Assignment& values, IntVar x, Value value) const;

    const Problem& problem_;
    bool is_idle_ = true;
    std::vector<IntVar> costly_;                               // those to settle
    std::vector<std::vector<const Propagator*>> constraints_;  // by variable; of costly_ alone
    std::vector<std::vector<const Propagator*>> advisers_;     // by variable; of members alone
    std::vector<Cost> costs_;                                  // scratch, by value
    Assignment given_;                                         // scratch: what is fixed
};

}  // namespace rul::solver
