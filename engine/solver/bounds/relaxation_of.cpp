#include "engine/solver/bounds/relaxation_of.hpp"

#include "engine/solver/constraints/row_terms.hpp"

#include <utility>

namespace rul::solver {

Relaxation relaxation_of(const Problem& problem) {
    Relaxation rows{problem.store(), &problem.costs(), problem.unit()};
    std::size_t number = 0;
    for (const auto& constraint : problem.constraints()) {
        rows.from(number++);
        constraint->relax(rows);
    }
    for (const auto& clause : problem.clauses()) {
        rows.from(number++);
        Row row{.bound = -1};
        for (const Literal l : clause)
            add_literal(row, rows.root(), l, -1);
        rows.add(std::move(row));
    }
    return rows;
}

}  // namespace rul::solver
