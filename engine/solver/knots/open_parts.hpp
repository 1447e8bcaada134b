#pragma once

#include "engine/solver/part.hpp"
#include "engine/solver/problem.hpp"
#include "engine/solver/scopes.hpp"

#include <vector>

namespace rul::solver {

/// What is open in some domains, taken apart where nothing connects it; each with all that it
/// touches. Costs count in full.
struct OpenParts {
    std::vector<Part> parts;  ///< what is open and hangs on no series is one part
    Cost offset = 0;          ///< what all the rest costs
    Assignment values;        ///< of the rest; elsewhere the least ones
};

/// A solution of each part, and `values` elsewhere, are a solution that costs `offset` and what
/// these cost.
/// @pre `problem` outlives it; no constraint or clause is broken by what `domains` have fixed
[[nodiscard]] OpenParts open_parts(const Problem& problem, const Scopes& scopes,
                                   const Store& domains);

}  // namespace rul::solver
