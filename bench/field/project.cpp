#include "bench/field/project.hpp"

#include "engine/solver/constraints/linear_at_most.hpp"
#include "engine/solver/constraints/order.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

namespace rul::bench {

namespace {

using solver::Cost;
using solver::IntVar;
using solver::Value;

std::vector<Value> counted_from(Value first, Value count) {
    std::vector<Value> values(static_cast<std::size_t>(count));
    std::iota(values.begin(), values.end(), first);
    return values;
}

void post_resource(solver::Problem& problem, const Project& project,
                   const std::vector<IntVar>& starts, std::size_t resource, Value horizon) {
    const auto start = std::make_shared<const std::vector<Value>>(counted_from(0, horizon + 1));
    std::vector<solver::Demand> demands;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const int amount = project.need[i][resource];
        if (amount == 0 || project.length[i] == 0) continue;
        const auto end = std::make_shared<const std::vector<Value>>(
            counted_from(project.length[i], horizon + 1));
        demands.push_back({{starts[i], start, end}, amount});
    }
    problem.post<solver::Cumulative>(std::move(demands), project.capacity[resource]);
}

// Whether a resource has not enough for both at once.
bool cannot_run_together(const Project& project, std::size_t a, std::size_t b) {
    if (project.length[a] == 0 || project.length[b] == 0) return false;
    for (std::size_t r = 0; r < project.capacity.size(); ++r)
        if (project.need[a][r] + project.need[b][r] > project.capacity[r]) return true;
    return false;
}

}  // namespace

std::vector<IntVar> post_project(solver::Problem& problem, const Project& project, Value horizon) {
    std::vector<IntVar> starts;
    for (std::size_t i = 0; i < project.length.size(); ++i)
        starts.push_back(problem.new_var(0, horizon));
    for (const auto& [from, to, least] : project.lags)
        problem.post<solver::LinearAtMost>(
            std::vector<std::pair<Value, IntVar>>{{1, starts[from]}, {-1, starts[to]}},
            -Cost{least});
    for (std::size_t r = 0; r < project.capacity.size(); ++r)
        post_resource(problem, project, starts, r, horizon);
    for (std::size_t a = 0; a < starts.size(); ++a)
        for (std::size_t b = a + 1; b < starts.size(); ++b) {
            if (!cannot_run_together(project, a, b)) continue;
            const IntVar a_first = problem.new_bool();
            problem.decide_first(a_first);
            problem.post<solver::Order>(starts[a], starts[b], project.length[a], project.length[b],
                                        a_first);
        }
    return starts;
}

std::string fault_of(const Project& project, const solver::Assignment& start) {
    int end = 0;
    for (std::size_t i = 0; i < project.length.size(); ++i) {
        if (start[i] < 0) return fmt::format("activity {} starts before 0", i);
        end = std::max(end, start[i] + project.length[i]);
    }
    for (const auto& [from, to, least] : project.lags)
        if (start[to] < start[from] + least)
            return fmt::format("activity {} is too early after {}", to, from);
    for (std::size_t r = 0; r < project.capacity.size(); ++r)
        for (int time = 0; time < end; ++time) {
            int taken = 0;
            for (std::size_t i = 0; i < project.length.size(); ++i)
                if (start[i] <= time && time < start[i] + project.length[i])
                    taken += project.need[i][r];
            if (taken > project.capacity[r])
                return fmt::format("resource {} gives {} at {}", r, taken, time);
        }
    return {};
}

}  // namespace rul::bench
