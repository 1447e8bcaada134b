#include "engine/planner/planner.hpp"

#include "engine/planner/decode.hpp"
#include "engine/planner/encoding.hpp"
#include "engine/solver/solve.hpp"

#include <chrono>

namespace rul::planner {

Answer plan(const model::Brief& brief, const Limits& limits,
            const std::function<void(const Progress&)>& progress) {
    Answer answer;
    const auto begun = std::chrono::steady_clock::now();
    const Encoding encoding{brief};
    if (!encoding.unplaceable().empty()) {
        answer.status = Status::infeasible;
        return answer;
    }
    const auto result = solver::solve(
        encoding.problem(), {limits.seed, limits.effort, limits.seconds, limits.stop},
        [&](std::optional<solver::Cost> best, solver::Cost bound, const solver::Assignment*) {
            if (!progress) return;
            const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begun;
            progress({spent.count(), best, bound, {}});
        });
    answer.status = static_cast<Status>(result.status);
    if (result.best) answer.plan = decode(encoding, *result.best);
    answer.cost = result.cost;
    answer.bound = result.bound;
    for (const auto& [name, value] : result.statistics)
        answer.statistics.push_back({name, value});
    return answer;
}

}  // namespace rul::planner
