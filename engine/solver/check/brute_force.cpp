#include "engine/solver/check/brute_force.hpp"

#include "engine/solver/check/assignments.hpp"

#include <vector>

namespace rul::solver::check {

void for_each_solution(const Problem& problem,
                       const std::function<void(const Assignment&)>& visit) {
    std::vector<IntVar> all;
    for (std::uint32_t i = 0; i < problem.store().var_count(); ++i)
        all.push_back({i});
    for_each_assignment(problem.store(), all, [&](const Assignment& values) {
        if (problem.holds(values)) visit(values);
        return true;
    });
}

BruteForce brute_force(const Problem& problem) {
    BruteForce result;
    for_each_solution(problem, [&](const Assignment& values) {
        ++result.solutions;
        const Cost cost = problem.cost(values);
        if (!result.best || cost < result.best->cost) result.best = {values, cost};
    });
    return result;
}

}  // namespace rul::solver::check
