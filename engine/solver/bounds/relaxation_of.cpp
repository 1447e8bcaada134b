#include "engine/solver/bounds/relaxation_of.hpp"

#include "engine/solver/constraints/row_terms.hpp"

#include <utility>

namespace rul::solver {

namespace {

void add_rows(const Problem& problem, bool implied, Relaxation& rows) {
    std::size_t number = 0;
    for (const auto& constraint : problem.constraints()) {
        rows.from(number);
        if (problem.is_implied(number++) == implied) constraint->relax(rows);
    }
    for (const auto& clause : problem.clauses()) {
        rows.from(number);
        if (problem.is_implied(number++) != implied) continue;
        Row row{.bound = -1};
        for (const Literal l : clause)
            add_literal(row, rows.root(), l, -1);
        rows.add(std::move(row));
    }
}

}  // namespace

Relaxation relaxation_of(const Problem& problem) {
    Relaxation rows{problem.store(), &problem.costs(), problem.unit()};
    add_rows(problem, false, rows);
    return rows;
}

Relaxation full_relaxation_of(const Problem& problem) {
    Relaxation rows = relaxation_of(problem);
    if (problem.has_implied()) add_rows(problem, true, rows);
    return rows;
}

}  // namespace rul::solver
