#pragma once

#include "engine/solver/problem.hpp"
#include "tests/fuzz/solver/recipe.hpp"

#include <string>

namespace rul::fuzz {

/// A recipe as a problem, and the calls that made it as C++: one source of both, so that what is
/// printed is what failed.
struct Written {
    solver::Problem problem;
    std::string calls;  ///< On a Problem `p`, with tests/support/tables.hpp; each a line.
};

/// @pre is_valid(recipe)
[[nodiscard]] Written write(const Recipe& recipe);

/// The whole as a test: the problem, how it was solved, and what went wrong as a comment.
[[nodiscard]] std::string as_test(const Recipe& recipe, std::string_view fault);

}  // namespace rul::fuzz
