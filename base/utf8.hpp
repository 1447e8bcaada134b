#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rul::base {

/// The byte after the code point that starts at byte `i`. A broken byte counts as one.
/// @pre i < text.size()
[[nodiscard]] std::size_t next_code_point(std::string_view text, std::size_t i);

/// Whether the code point that starts at byte `i` is a control character: C0 (tabs and ends of line
/// among them), DEL or C1.
/// @pre i < text.size()
[[nodiscard]] bool is_control(std::string_view text, std::size_t i);

/// How many code points `text` has.
[[nodiscard]] std::size_t length(std::string_view text);

/// How many terminal columns `text` takes: combining marks 0, wide characters and emoji 2.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The offset of the first byte that is not part of well-formed UTF-8 (RFC 3629), if any.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Whether `text` is most likely in Windows-1252, as spreadsheets in Western Europe save: its first
/// byte beyond ASCII is no UTF-8, and it has no zero bytes (as UTF-16 has).
[[nodiscard]] bool is_windows_1252(std::string_view text);

/// Windows-1252 as UTF-8. The five bytes without a meaning become U+FFFD.
[[nodiscard]] std::string from_windows_1252(std::string_view text);

}  // namespace rul::base
