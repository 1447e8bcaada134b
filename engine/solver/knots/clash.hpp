#pragma once

#include "engine/solver/core/relaxation.hpp"
#include "engine/solver/core/types.hpp"

namespace rul::solver {

/// A row about two members in different knots, found where wishes break it (clashes.hpp), with a
/// price of its own. Costs are in 1/price_scale points.
struct Clash {
    Row row;           ///< first the two members
    Cost most;         ///< what it forces costs that: a higher price says no more
    Cost price = 0;    ///< a multiple of what the costs of knots are counted in
    Cost low = 0;      ///< the highest price at which wishes still broke it
    Cost high = most;  ///< the lowest at which they left some of it unused; `most`: none yet
};

}  // namespace rul::solver
