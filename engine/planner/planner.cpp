#include "engine/planner/planner.hpp"

#include "engine/planner/decode.hpp"
#include "engine/planner/encoding.hpp"
#include "engine/planner/explain.hpp"
#include "engine/solver/solve.hpp"

#include <chrono>

namespace rul::planner {

namespace {

// Passes on what the solver says, with the time it took and what it is about.
class Reporter {
  public:
    explicit Reporter(const std::function<void(const Progress&)>& progress)
        : progress_{progress}, begun_{std::chrono::steady_clock::now()} {}

    void solving(std::optional<solver::Cost> best, solver::Cost bound) {
        report(best, bound,
               best ? base::Text{"forbedrer og beviser", "improving and proving"}
                    : base::Text{"søger", "searching"});
    }
    void explaining() { report({}, 0, {"finder grunden", "finding the reason"}); }

  private:
    void report(std::optional<model::Points> best, model::Points bound, base::Text doing) {
        if (!progress_) return;
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begun_;
        progress_({spent.count(), best, bound, std::move(doing)});
    }

    const std::function<void(const Progress&)>& progress_;
    std::chrono::steady_clock::time_point begun_;
};

Status status_of(solver::SolveResult::Status status) {
    switch (status) {
        case solver::SolveResult::Status::optimal:
            return Status::optimal;
        case solver::SolveResult::Status::feasible:
            return Status::feasible;
        case solver::SolveResult::Status::infeasible:
            return Status::infeasible;
        case solver::SolveResult::Status::unknown:
            break;
    }
    return Status::unknown;
}

}  // namespace

Answer plan(const model::Brief& brief, const Limits& limits,
            const std::function<void(const Progress&)>& progress) {
    Answer answer;
    Reporter reporter{progress};
    const Encoding encoding{brief};
    answer.status = Status::infeasible;
    if (encoding.unplaceable().empty()) {
        const auto result = solver::solve(
            encoding.problem(), {limits.seed, limits.effort, limits.seconds, limits.stop},
            [&](std::optional<solver::Cost> best, solver::Cost bound, const solver::Assignment*) {
                reporter.solving(best, bound);
            });
        answer.status = status_of(result.status);
        if (result.best) answer.plan = decode(encoding, *result.best);
        answer.cost = result.cost;
        answer.bound = result.bound;
        for (const auto& [name, value] : result.statistics)
            answer.statistics.push_back({name, value});
    }
    if (answer.status == Status::infeasible) {
        reporter.explaining();
        answer.conflict = explain(brief, limits);
    }
    return answer;
}

}  // namespace rul::planner
