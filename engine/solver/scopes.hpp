#pragma once

#include "engine/solver/problem.hpp"

#include <cstddef>
#include <vector>

namespace rul::solver {

/// What is about what in a problem, each way. Sources: first the constraints, then the clauses.
struct Scopes {
    explicit Scopes(const Problem& problem);

    std::vector<std::vector<IntVar>> of_source;
    std::vector<std::vector<std::size_t>> of_variable;  ///< sources, ascending
};

}  // namespace rul::solver
