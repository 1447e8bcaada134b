#pragma once

#include "tests/fuzz/solver/recipe.hpp"

#include <functional>

namespace rul::fuzz {

/// The smallest recipe found that still fails: constraints, clauses, series, costs, variables,
/// values and numbers go, one after another, as long as the failure stays and the recipe is valid.
///
/// No step of the list below can make the result smaller (delta debugging, one at a time; Zeller,
/// Hildebrandt, Simplifying and isolating failure-inducing input, IEEE Trans. Softw. Eng. 2002).
/// @pre fails(recipe)
[[nodiscard]] Recipe shrunk(Recipe recipe, const std::function<bool(const Recipe&)>& fails);

}  // namespace rul::fuzz
