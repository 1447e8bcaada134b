#pragma once

#include "engine/planner/answers/demands.hpp"
#include "engine/planner/planner.hpp"

namespace rul::planner {

/// One thing given up so that there is a calendar at all.
struct GivenUp {
    Demand demand;
    std::string kind;         ///< "rule", "date", "include", "meeting".
    model::Points price = 0;  ///< What giving it up counts for, in points.
    base::Text text;          ///< "reglen ... (rul.toml:14)", "mødet SDFU/3 (rul.toml:20)"
};

/// The best calendar that keeps all but a cheapest set of what was asked.
struct Relaxed {
    std::vector<GivenUp> given_up;  ///< In the order of the file; empty: nothing had to be.
    model::Points price = 0;        ///< Of all of it.
    model::Points price_bound = 0;  ///< Nothing cheaper can be given up; == price: proved.
    /// The brief as it was planned: rules given up cost for each time they are broken, dates given
    /// up are free but better not far away, meetings given up are cancelled.
    model::Brief brief;
    Answer answer;  ///< Of `brief`.
};

/// Gives up what is cheapest in all (`must` rules, appointed dates, meetings held), and then plans
/// the rest, so that rules given up are broken as little as can be and wishes count after that.
///
/// Source: Davies, Bacchus, Solving MAXSAT by solving a sequence of simpler SAT instances (CP
/// 2011): the cheapest set that meets every conflict found so far; if there is no calendar without
/// it, that gives another conflict.
[[nodiscard]] Relaxed relax(const model::Brief& brief, const Limits& limits = {},
                            const std::function<void(const Progress&)>& progress = {});

}  // namespace rul::planner
