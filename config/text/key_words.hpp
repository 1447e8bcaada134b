#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rul::config {

/// The key of `known` that somebody meant who wrote `word`: its Danish name ("antal" for count), or
/// the other number of it ("body" for bodies). Nothing when no key is meant by it.
[[nodiscard]] std::optional<std::string> meant_key(std::string_view word,
                                                   const std::vector<std::string>& known);

}  // namespace rul::config
