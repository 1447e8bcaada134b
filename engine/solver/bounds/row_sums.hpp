#pragma once

#include "engine/solver/core/relaxation.hpp"
#include "engine/solver/core/types.hpp"

#include <cstdint>
#include <vector>

namespace rul::solver {

/// How much every row of a relaxation is broken (above 0) or slack (below) under values that change
/// one by one.
///
///     x   ...|--- first..last of a term ---|...     a move of x walks over the ends of terms that
///         ^ value now        ^ value then           lie between, and over nothing else
///
/// Cost of a move: the ends between the old value and the new.
class RowSums {
  public:
    /// @pre `relaxation` outlives it. No variable has a value yet: only bounds count.
    RowSums(const Relaxation& relaxation, std::size_t var_count);

    void move(IntVar x, Value to);
    /// All of them: values[x] for every variable that has a term.
    void move_all(const Assignment& values);

    /// Sum of the row's terms - its bound.
    [[nodiscard]] Cost excess(std::size_t row) const { return excess_[row]; }
    /// Rows that were broken by some move since clear_broken(); perhaps not any longer. Each once.
    [[nodiscard]] const std::vector<std::uint32_t>& broken() const { return broken_; }
    void clear_broken();
    /// How many ends all moves so far walked over.
    [[nodiscard]] std::int64_t work() const { return work_; }

  private:
    /// At `value` and beyond, `row` has `delta` more.
    struct End {
        Value value;
        std::uint32_t row;
        std::int32_t delta;
    };
    struct Line {
        std::vector<End> ends;  ///< by value
        std::size_t passed = 0;
    };

    void add(const End& end, std::int32_t delta);

    std::vector<Line> lines_;  ///< by variable
    std::vector<IntVar> with_terms_;
    std::vector<Cost> excess_;
    std::vector<bool> is_broken_;
    std::vector<std::uint32_t> broken_;
    std::int64_t work_ = 0;
};

}  // namespace rul::solver
