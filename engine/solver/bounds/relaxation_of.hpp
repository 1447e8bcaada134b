#pragma once

#include "engine/solver/core/relaxation.hpp"
#include "engine/solver/problem.hpp"

namespace rul::solver {

/// The rows of all constraints and clauses. @pre `problem` outlives it and is not added to
[[nodiscard]] Relaxation relaxation_of(const Problem& problem);

}  // namespace rul::solver
