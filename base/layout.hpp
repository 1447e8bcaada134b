#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rul::base {

/// `text` with blanks after it (before it) until it takes `width` terminal columns.
[[nodiscard]] std::string padded_right(std::string_view text, std::size_t width);
[[nodiscard]] std::string padded_left(std::string_view text, std::size_t width);

/// `text` broken at blanks into lines of at most `width` terminal columns. Newlines in `text` stay;
/// a word wider than the line is broken. Always at least one line. @pre width > 0
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// The part of `text` that fits in `width` terminal columns, with "…" when something was cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

}  // namespace rul::base
