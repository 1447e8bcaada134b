#pragma once

#include <string_view>

namespace rul::documents::minizinc {

/// What the model's words mean, in MiniZinc: the text of definitions/NAME.mzn, with `name` as
/// model::name_of() says it ("same day"), or one of those every model has: "variables", what is to
/// be found; "solve", the cheapest and how it is shown; "words", which the others build on.
/// @pre there is one
[[nodiscard]] std::string_view definition_of(std::string_view name);

}  // namespace rul::documents::minizinc
