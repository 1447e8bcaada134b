#pragma once

#include "engine/solver/problem.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rul::bench {

/// What others found out about an instance.
struct Known {
    bool is_infeasible = false;
    std::optional<solver::Cost> best;   ///< The cost of the best solution known.
    std::optional<solver::Cost> bound;  ///< No solution costs less.
};

/// One published problem, modelled: what to solve, how to judge a solution, what is known of it.
struct Instance {
    std::string size;  ///< in words: "10 jobs, 10 machines"
    solver::Problem problem;
    /// What is wrong with a solution of this cost, by the definition of the problem alone and not
    /// by the model; empty: nothing.
    std::function<std::string(const solver::Assignment&, solver::Cost)> fault;
    Known known;
};

/// One that can be read when its turn comes.
struct Source {
    std::string name;  ///< "jobshop/ft06"
    std::function<Instance()> read;
};

/// The families; `reference` is the folder that holds a folder for each set. An absent folder gives
/// none. Reading throws base::IoError.
[[nodiscard]] std::vector<Source> job_shops(const std::filesystem::path& reference);
[[nodiscard]] std::vector<Source> open_shops(const std::filesystem::path& reference);
[[nodiscard]] std::vector<Source> agent_meetings(const std::filesystem::path& reference);
[[nodiscard]] std::vector<Source> projects(const std::filesystem::path& reference);
[[nodiscard]] std::vector<Source> room_meetings(const std::filesystem::path& reference);

}  // namespace rul::bench
