#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace rul::solver {

/// In ascending order, each once.
inline void settle(std::vector<std::size_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace rul::solver
