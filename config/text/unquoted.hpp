#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace rul::config {

/// The byte at which the first letter of `toml` stands that is neither in a string nor in a remark
/// and that TOML does not allow there: `[body.ØU]`.
///
/// Found before the parser runs, whose own words for it name neither the letter nor the quotes that
/// are missing. Nothing is found behind a string that does not end, where the parser stops by
/// itself.
[[nodiscard]] std::optional<std::size_t> find_unquoted_letter(std::string_view toml);

}  // namespace rul::config
