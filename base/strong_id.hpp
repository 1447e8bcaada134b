#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace rul::base {

/// An index into one particular list. Ids of different lists do not mix.
template <class Tag>
struct StrongId {
    std::uint32_t index = 0;

    StrongId() = default;
    constexpr explicit StrongId(std::size_t i) : index{static_cast<std::uint32_t>(i)} {}

    friend auto operator<=>(const StrongId&, const StrongId&) = default;
};

}  // namespace rul::base
