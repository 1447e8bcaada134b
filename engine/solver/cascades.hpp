#pragma once

#include "engine/solver/part.hpp"
#include "engine/solver/problem.hpp"
#include "engine/solver/scopes.hpp"
#include "engine/solver/solve.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace rul::solver {

/// A solution near to what there was.
struct Cascade {
    Assignment values;
    std::int64_t changed = 0;  ///< choices that have another value than there was
    Cost cost = 0;
    bool is_smallest = false;  ///< no solution changes fewer
    bool is_cheapest = false;  ///< and none that changes as few is cheaper
};

/// What else must change when something must: the smallest cascade.
///
/// First what is around the change is freed, and all else stands still: that gives a proposal at
/// once, and where one change is enough, the proof with it. Then everything is free, with a
/// counter of changes: one, two, three, until the learning search no longer refutes it.
class Cascades {
  public:
    /// @pre `problem` outlives it. Changes of `choices` count; all other variables follow them.
    Cascades(const Problem& problem, std::vector<IntVar> choices);

    struct Result {
        std::optional<Cascade> best;
        bool is_proved_none = false;  ///< `required` cannot be
    };
    using Proposed = std::function<void(const Cascade&)>;

    /// Among the solutions in which all of `required` hold: the fewest changes of what was `near`,
    /// and of these the cheapest. `near` need be no solution. `proposed` is told of each that is
    /// better than the one before, and of what is newly known to be the smallest.
    [[nodiscard]] Result smallest(const Assignment& near, const std::vector<Literal>& required,
                                  const SolveLimits& limits, const Proposed& proposed = {}) const;

  private:
    [[nodiscard]] std::vector<IntVar> beside(IntVar x) const;
    [[nodiscard]] std::vector<bool> around(const std::vector<Literal>& required, int reach) const;
    [[nodiscard]] Part part_of(const std::vector<bool>& is_open, const Assignment& near) const;

    const Problem& problem_;
    std::vector<IntVar> choices_;
    std::vector<bool> is_choice_;                    ///< by variable
    std::vector<std::vector<IntVar>> next_in_path_;  ///< by variable
    Scopes scopes_;
};

}  // namespace rul::solver
