#pragma once

#include "engine/solver/core/onlooker.hpp"
#include "engine/solver/problem.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rul::solver {

struct SolveLimits {
    std::uint64_t seed = 1;
    std::int64_t effort = 0;  ///< In ticks; 0: until proved.
    std::optional<double> seconds;
    const std::atomic<bool>* stop = nullptr;
    bool any = false;  ///< The first solution will do, whatever it costs.
    int threads = 0;   ///< What is found does not hang on it; 0: as many as run at once.
    Onlooker* onlooker = nullptr;  ///< Is shown what is concluded; changes nothing.
};

struct SolveResult {
    enum class Status {
        optimal,     ///< best, and bound == cost
        feasible,    ///< best, not proved
        infeasible,  ///< no solution
        unknown      ///< stopped before any was found
    };
    Status status = Status::unknown;
    std::optional<Assignment> best;
    Cost cost = 0;
    Cost bound = 0;
    std::vector<std::pair<std::string, std::int64_t>> statistics;
};

/// What is known so far: the cost of the best solution, the bound, and the solution when it is new.
/// May be called on any thread, never on two at once.
using SolveProgress =
    std::function<void(std::optional<Cost> best, Cost bound, const Assignment* incumbent)>;

/// The cheapest solution of `problem`, and the proof that there is no cheaper.
///
/// The same problem, seed and effort give the same result on every machine and with any number of
/// threads, unless `seconds` or `stop` cuts it short.
[[nodiscard]] SolveResult solve(const Problem& problem, const SolveLimits& limits,
                                const SolveProgress& progress = {});

}  // namespace rul::solver
