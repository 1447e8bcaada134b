#include "engine/solver/scopes.hpp"

namespace rul::solver {

Scopes::Scopes(const Problem& problem) : of_variable(problem.store().var_count()) {
    for (const auto& constraint : problem.constraints())
        of_source.emplace_back(constraint->scope().begin(), constraint->scope().end());
    for (const auto& clause : problem.clauses()) {
        std::vector<IntVar>& scope = of_source.emplace_back();
        for (const Literal l : clause)
            scope.push_back({l.var});
    }
    for (std::size_t i = 0; i < of_source.size(); ++i)
        for (const IntVar x : of_source[i])
            of_variable[x.index].push_back(i);
}

}  // namespace rul::solver
