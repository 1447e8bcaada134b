#pragma once

#include "bench/field/instance.hpp"

#include <vector>

namespace rul::bench {

/// Operations that follow one another, and sets of operations of which one runs at a time.
///
/// Job shops and open shops are both this; the last end is to be as early as possible.
struct Shop {
    struct Chain {
        std::size_t before;
        std::size_t after;
    };
    std::vector<int> length;                       ///< by operation
    std::vector<Chain> chains;                     ///< before ends before after starts
    std::vector<std::vector<std::size_t>> groups;  ///< no two operations of a group run at once
};

/// Its model and its checker.
[[nodiscard]] Instance modelled(const Shop& shop, std::string size, const Known& known);

}  // namespace rul::bench
