#pragma once

#include "engine/solver/problem.hpp"

#include <cstdint>
#include <functional>
#include <optional>

namespace rul::solver::check {

/// What trying every assignment found.
struct BruteForce {
    struct Best {
        Assignment values;  ///< The first of least cost, counted with the first variable slowest.
        Cost cost = 0;
    };
    std::optional<Best> best;    ///< None: no solution.
    std::int64_t solutions = 0;  ///< How many there are.
};

/// Solves by trying everything. @pre assignment_count() is small: the caller has looked
[[nodiscard]] BruteForce brute_force(const Problem& problem);

/// Visits every solution.
void for_each_solution(const Problem& problem, const std::function<void(const Assignment&)>& visit);

}  // namespace rul::solver::check
