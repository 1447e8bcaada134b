#pragma once

#include "bench/field/instance.hpp"
#include "engine/solver/constraints/cumulative.hpp"

#include <vector>

namespace rul::bench {

/// Activities with lags between their starts, that take of resources while they run.
struct Project {
    struct Lag {
        std::size_t from;
        std::size_t to;
        int least;  ///< start(to) >= start(from) + least; negative: a greatest lag turned round
    };
    std::vector<int> length;             ///< by activity
    std::vector<std::vector<int>> need;  ///< by activity and resource
    std::vector<int> capacity;           ///< by resource
    std::vector<Lag> lags;
};

/// Posts it on new variables, the starts in 0..horizon.
/// @return the starts, by activity
[[nodiscard]] std::vector<solver::IntVar> post_project(solver::Problem& problem,
                                                       const Project& project,
                                                       solver::Value horizon);

/// What is wrong with starts, by the definition; empty: nothing.
[[nodiscard]] std::string fault_of(const Project& project, const solver::Assignment& start);

}  // namespace rul::bench
