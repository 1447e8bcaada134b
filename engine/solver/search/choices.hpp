#pragma once

#include "engine/solver/bounds/dual_ascent.hpp"
#include "engine/solver/core/engine.hpp"
#include "engine/solver/core/relaxation.hpp"
#include "engine/solver/problem.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace rul::solver {

/// Where a node of a search tree is halved: `x` is `last` or less in the lower half.
struct Cut {
    IntVar x;
    Value last;
};

/// Variables of few values on which many rows hang: which weekday is the usual one, which meeting
/// serves which. The bound takes a little of each value; decided, some are worth much more, and
/// others nothing. Which ones is learned: each is tried out some times, and what came of every
/// cut since counts as well.
///
/// Source: pseudo-costs begun with strong branching (Linderoth, Savelsbergh, A computational study
/// of search strategies for mixed integer programming, 1999).
class Choices {
  public:
    /// @pre all outlive it
    Choices(const Problem& problem, const Relaxation& relaxation, Engine& engine);

    /// A node as it stands in the engine, its bound in 1/price_scale points.
    struct Node {
        const Prices& prices;
        Cost bound;
        Cost limit;  ///< points
    };
    /// The cut that promises most of those that promise anything; none: there is none.
    [[nodiscard]] std::optional<Cut> best(const Node& node,
                                          const std::function<bool()>& should_stop);
    /// What a half is worth that is closed; `bound` is in 1/price_scale points.
    [[nodiscard]] static Cost most_gain(Cost bound, Cost limit) {
        return limit < infinite_cost ? std::max<Cost>(limit * price_scale - bound, 0) : most_worth;
    }
    /// The half of a node in which `decided` holds has a bound that is `gain` higher.
    void note(Literal decided, Cost gain);

    [[nodiscard]] std::int64_t work() const { return dual_.work(); }

  private:
    static constexpr Cost most_worth = price_scale * 1'000'000;

    /// What its halves were worth, in 1/price_scale points.
    struct Worth {
        Cost low = 0;
        Cost high = 0;
        std::int64_t lows = 0;
        std::int64_t highs = 0;
        int trials = 0;

        [[nodiscard]] double score() const;
    };

    void find(const Problem& problem, const Relaxation& relaxation);
    [[nodiscard]] Cut middle(IntVar x) const;
    void try_out(const Node& node, const std::function<bool()>& should_stop);
    void try_out(IntVar x, const Node& node, const std::function<bool()>& should_stop);
    [[nodiscard]] Cost gain_of(Literal half, const Node& node,
                               const std::function<bool()>& should_stop);

    Engine& engine_;
    DualAscent dual_;
    std::vector<IntVar> choices_;
    std::map<IntVar, Worth> worth_;  ///< of those that were open
};

}  // namespace rul::solver
