#pragma once

#include "engine/solver/bounds/priced_bound.hpp"
#include "engine/solver/core/engine.hpp"
#include "engine/solver/knots/clash.hpp"
#include "engine/solver/knots/knots.hpp"
#include "engine/solver/problem.hpp"

#include <functional>
#include <vector>

namespace rul::solver {

/// Finds what wishes of different knots break and no row speaks of: who is hindered by a clash, and
/// what that costs, hangs on both knots and is in neither.
///
///     knot 1   [a]        both wish to meet then, and that forces a cost c:
///     knot 2   [b]        [a there] + [b there] - [c] <= 1
///
/// What is forced is found by propagation, so the row holds in every solution that is wanted,
/// whatever the constraints are. *There* is as wide as forces the same.
///
/// Source: cutting planes found where a solution of the relaxation breaks them; priced while they
/// are found, as in relax-and-cut (Lucena, Non delayed relax-and-cut algorithms, 2005).
class ClashFinder {
  public:
    /// @pre both outlive it; `engine` is at level 0, and propagated
    ClashFinder(const Problem& problem, Engine& engine);

    /// Adds what `wishes` break to `clashes`, each at a low price, but for what some row there is
    /// about already. Of what cannot be at all no price is above `most`. Looks at nothing more
    /// once `should_stop`. @post the engine is at level 0
    void find(const Knots& knots, const Assignment& wishes, Cost most, std::vector<Clash>& clashes,
              const std::function<bool()>& should_stop);

  private:
    struct Range {
        IntVar x;
        Value first;
        Value last;
    };
    struct Forced {
        Literal literal;
        Cost cost;  ///< by which it is dearer than what is wished
    };
    void note(const Knots::Meeting& meeting, const Assignment& wishes, Cost most,
              std::vector<Clash>& clashes);
    [[nodiscard]] bool narrow(const Range& range);
    [[nodiscard]] std::vector<Forced> forced_beside(const Assignment& wishes) const;
    [[nodiscard]] bool force(const Range& a, const Range& b, const std::vector<Forced>& all);
    void grow(Range& a, Range& b, const std::vector<Forced>& all);
    [[nodiscard]] Term term_of(Literal literal) const;

    const Problem& problem_;
    Engine& engine_;
    std::vector<IntVar> costly_;  ///< in no series
};

/// Each price a step towards where the wishes break its row no more, and leave nothing of it
/// unused: twice as much until it was too much once, and then half of what is left between. False:
/// none changes.
[[nodiscard]] bool move_prices(std::vector<Clash>& clashes, const Assignment& wishes);

}  // namespace rul::solver
