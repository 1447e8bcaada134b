#pragma once

#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/types.hpp"
#include "engine/solver/problem.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace rul::solver {

/// The constraints that have no rows but can say which values break them
/// (Propagator::breaking_values), as priced sweeps see them: a table of pairs, two in one room.
///
///     a   . . x x x . .     where the others stand now, a pays on the values marked,
///     b     |---|           the more the longer it has been broken
///
/// One whose condition is "unless h", where h is a bool that costs by itself or by what follows
/// from it, may be broken at that price; h is then taken to be false, and the search finds out.
class PricedConstraints {
  public:
    /// @pre `problem` outlives it. Prices are in 1/price_scale points.
    explicit PricedConstraints(const Problem& problem);

    /// All variables that values are judged of.
    [[nodiscard]] const std::vector<IntVar>& variables() const { return variables_; }

    /// Literals of bools that are taken to be false, each once or more.
    [[nodiscard]] const std::vector<Literal>& escapes() const { return escapes_; }

    /// Penalties are as if new; all variables have moved.
    void restart(const Assignment& values);
    /// `x` has another value: says of which variables the charges may have changed.
    template <class Tell>
    void move(IntVar x, const Tell& tell) {
        for (const std::uint32_t number : about_[x.index]) {
            if (!is_moved_[number]) moved_.push_back(number);
            is_moved_[number] = true;
            for (const IntVar y : all_[number].constraint->scope())
                if (y != x) tell(y);
        }
        work_ += static_cast<std::int64_t>(about_[x.index].size());
    }
    /// Adds to `steps`, by value of x from `low` on, by how much the charge rises there.
    void add_charges(IntVar x, Value low, const Assignment& values, std::vector<Cost>& steps);
    /// Finds what is broken now, of what has moved.
    void judge(const Assignment& values);
    /// How many of those that may not be broken are; and what the others cost, as judged last.
    [[nodiscard]] std::int64_t broken() const { return broken_; }
    [[nodiscard]] Cost cost() const { return cost_; }
    /// What was broken when last judged becomes dearer: says for which variables.
    template <class Tell>
    void raise(const Tell& tell) {
        for (const std::uint32_t number : broken_numbers_) {
            if (!make_dearer(all_[number])) continue;
            for (const IntVar x : all_[number].constraint->scope())
                if (is_judged_[x.index]) tell(x);
        }
    }
    /// All are a bit less dear than before.
    void forget();

    [[nodiscard]] std::int64_t work() const { return work_; }

  private:
    struct Priced {
        const Propagator* constraint;
        Cost price = infinite_cost;    ///< infinite_cost: may not be broken
        Cost penalty = 0;              ///< now
        std::optional<IntVar> escape;  ///< by which it may be broken at that price
        bool is_broken = false;
    };
    /// What follows from a bool being true (or false): other bools.
    using Implied = std::map<Literal, std::vector<Literal>>;

    void add(const Propagator& constraint, const Implied& implied);
    [[nodiscard]] std::optional<Literal> escape_of(const Propagator& constraint,
                                                   const Implied& implied);
    [[nodiscard]] bool make_dearer(Priced& one) const;
    [[nodiscard]] Cost price_of(Literal l, const Implied& implied) const;

    const Problem& problem_;
    Cost point_;  ///< scaled
    std::vector<Priced> all_;
    std::vector<std::vector<std::uint32_t>> about_;  ///< by variable
    std::vector<IntVar> variables_;
    std::vector<bool> is_judged_;                ///< by variable: in variables_
    std::vector<std::uint32_t> moved_;           ///< since last judged
    std::vector<bool> is_moved_;                 ///< by number
    std::vector<std::uint32_t> broken_numbers_;  ///< as judged last
    std::vector<Literal> escapes_;
    std::map<Literal, Cost> prices_;  ///< in points, of conditions' negations
    std::vector<ValueRun> runs_;      ///< scratch
    std::int64_t broken_ = 0;
    Cost cost_ = 0;
    std::int64_t work_ = 0;
};

}  // namespace rul::solver
