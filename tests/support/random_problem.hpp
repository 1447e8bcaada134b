#pragma once

#include "base/random.hpp"
#include "engine/solver/problem.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

// Tiny problems of series, costs and clauses, small enough to be tried out whole.
namespace rul::testing {

using base::Random;
using solver::Assignment;
using solver::Coordinate;
using solver::Cost;
using solver::IntVar;
using solver::Literal;
using solver::Problem;
using solver::SeriesPath;
using solver::Value;

using Days = std::shared_ptr<const std::vector<Value>>;

inline Days random_days(Random& random, int count) {
    auto days = std::make_shared<std::vector<Value>>();
    Value day = random.between(0, 2);
    for (int i = 0; i < count; ++i) {
        days->push_back(day);
        day += random.between(0, 2);
    }
    return days;
}

inline Literal random_literal(Random& random, const Problem& p) {
    const IntVar x{
        static_cast<std::uint32_t>(random.between(0, static_cast<int>(p.store().var_count()) - 1))};
    const Value v = random.between(p.store().initial_min(x), p.store().initial_max(x));
    switch (random.between(0, 3)) {
        case 0:
            return solver::at_least(x, v);
        case 1:
            return solver::at_most(x, v);
        case 2:
            return solver::equals(x, v);
        default:
            return solver::differs(x, v);
    }
}

inline SeriesPath random_path(Random& random, Problem& p) {
    SeriesPath path;
    const int members = random.between(1, 3);
    for (int k = 0; k < members; ++k) {
        const Days days = random_days(random, random.between(1, 5));
        const bool is_optional = random.between(0, 3) == 0;
        const auto last = static_cast<Value>(days->size()) - (is_optional ? 0 : 1);
        path.members.emplace_back(p.new_var(0, last), days);
    }
    path.least_gap = random.between(1, 2);
    for (int i = random.between(1, 9); i > 0; --i)
        path.gap_cost.push_back(random.between(0, 5) == 0 ? solver::infinite_cost
                                                          : random.between(0, 9));
    if (random.between(0, 3) == 0) path.must_pass.push_back(random.between(0, 5));
    return path;
}

// Series, costs and clauses that couple them: small enough to be tried out.
inline void fill(Random& random, Problem& p) {
    for (int i = random.between(1, 2); i > 0; --i)
        p.add_path(random_path(random, p));
    if (random.between(0, 1) == 1) p.new_bool();
    for (std::uint32_t i = 0; i < p.store().var_count(); ++i) {
        std::vector<Cost> costs;
        for (Value v = p.store().initial_min({i}); v <= p.store().initial_max({i}); ++v)
            costs.push_back(random.between(0, 6));
        p.add_cost({i}, costs);
    }
    for (int i = random.between(0, 6); i > 0; --i) {
        std::vector<Literal> clause;
        for (int k = random.between(1, 3); k > 0; --k)
            clause.push_back(random_literal(random, p));
        p.add_clause(clause);
    }
}

/// Every assignment over the initial domains.
inline void for_each_assignment(const Problem& p,
                                const std::function<void(const Assignment&)>& visit) {
    Assignment values(p.store().var_count());
    const std::function<void(std::uint32_t)> try_from = [&](std::uint32_t i) {
        if (i == values.size()) {
            visit(values);
            return;
        }
        for (values[i] = p.store().initial_min({i}); values[i] <= p.store().initial_max({i});
             ++values[i])
            try_from(i + 1);
    };
    try_from(0);
}

inline std::vector<Assignment> solutions_by_brute_force(const Problem& p) {
    std::vector<Assignment> solutions;
    for_each_assignment(p, [&](const Assignment& values) {
        if (p.holds(values)) solutions.push_back(values);
    });
    return solutions;
}

inline std::optional<Cost> least_cost_by_brute_force(const Problem& p) {
    std::optional<Cost> least;
    for (const Assignment& values : solutions_by_brute_force(p))
        if (!least || p.cost(values) < *least) least = p.cost(values);
    return least;
}

}  // namespace rul::testing
