#pragma once

#include "tests/fuzz/solver/recipe.hpp"

#include <string>

namespace rul::fuzz {

/// What is wrong with the solver on this problem, in words; empty: nothing.
///
/// Solves it twice, and anew, and holds everything said against brute force: status, cost, each
/// incumbent, each bound, each reason and nogood. @pre is_valid; few assignments
[[nodiscard]] std::string fault_of(const Recipe& recipe);

/// The same in a process of its own: one that ends, or does not, is a fault as well.
[[nodiscard]] std::string fault_apart(const Recipe& recipe);

}  // namespace rul::fuzz
