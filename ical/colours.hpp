#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace rul::ical {

/// 0xRRGGBB of a CSS colour name in small letters; nothing when CSS has no such colour.
[[nodiscard]] std::optional<std::uint32_t> find_colour(std::string_view css_name);

}  // namespace rul::ical
