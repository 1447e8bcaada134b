#pragma once

#include "engine/solver/core/relaxation.hpp"
#include "engine/solver/problem.hpp"

namespace rul::solver {

/// The rows of all constraints and clauses that are not implied. @pre `problem` outlives it and is
/// not added to
[[nodiscard]] Relaxation relaxation_of(const Problem& problem);

/// The same rows, and then those of what is implied: before something is decided these are worth
/// next to nothing.
[[nodiscard]] Relaxation full_relaxation_of(const Problem& problem);

}  // namespace rul::solver
