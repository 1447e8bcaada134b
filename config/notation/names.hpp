#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rul::config {

/// Lower case, æøå (and the other letters of Latin-1) too. Everything else stays as it is.
[[nodiscard]] std::string fold(std::string_view text);

/// Whether the two differ by case alone.
[[nodiscard]] bool is_same_name(std::string_view a, std::string_view b);

/// The candidate that was probably meant by `wrong`: the one with the fewest letters left out, put
/// in, changed or swapped with their neighbour, case aside; nothing when all need more than a
/// third of the letters changed. Of equally near ones the first.
///
/// Source: Damerau 1964; the restricted form (optimal string alignment).
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view wrong,
                                                      const std::vector<std::string>& candidates);

}  // namespace rul::config
