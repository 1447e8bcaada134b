#include "engine/planner/planner.hpp"

#include "engine/planner/answers/asking.hpp"
#include "engine/planner/answers/why_not.hpp"

#include <chrono>

namespace rul::planner {

Answer plan(const model::Brief& brief, const Limits& limits,
            const std::function<void(const Progress&)>& progress) {
    const auto begun = std::chrono::steady_clock::now();
    const Asking asking{limits};
    Answer answer = asking.best(brief, {}, {}, progress);
    if (answer.status != Status::infeasible) return answer;
    if (progress) {
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begun;
        progress({spent.count(), {}, 0, {"finder grunden", "finding the reason"}});
    }
    answer.conflict = why_not(brief, limits);
    return answer;
}

}  // namespace rul::planner
