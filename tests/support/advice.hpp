#pragma once

#include "base/random.hpp"
#include "engine/solver/problem.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <utility>
#include <vector>

// Holds what a constraint advises against what it means.
namespace rul::testing {

/// The least that the payers of `constraint` cost with all else as in `values`, above what they
/// cost when nothing is asked of them; dear_advice: they cannot pay.
inline solver::Cost paid_by_definition(const solver::Problem& problem,
                                       const solver::Propagator& constraint,
                                       solver::Assignment values) {
    const solver::Store& s = problem.store();
    for (const solver::IntVar x : constraint.payers())
        values[x.index] = s.max(x);
    if (!constraint.holds(values)) return solver::dear_advice;
    solver::Cost paid = 0;
    for (const solver::IntVar x : constraint.payers()) {
        solver::Value& value = values[x.index];
        while (value > s.min(x)) {
            --value;
            if (constraint.holds(values)) continue;
            ++value;
            break;
        }
        paid += problem.cost_of(x, value) - problem.cost_of(x, s.min(x));
    }
    return paid;
}

/// What `constraint` advises of `values`, given one after the other in random order.
inline solver::Cost paid_by_advice(const solver::Problem& problem,
                                   const solver::Propagator& constraint,
                                   const solver::Assignment& values, base::Random& random) {
    const auto payers = constraint.payers();
    std::vector<solver::IntVar> choices;
    for (const solver::IntVar x : constraint.scope())
        if (std::find(payers.begin(), payers.end(), x) == payers.end())
            choices.insert(choices.begin() + random.between(0, static_cast<int>(choices.size())),
                           x);
    solver::Assignment given(values.size(), solver::not_given);
    solver::Cost paid = 0;
    for (const solver::IntVar x : choices) {
        const solver::Store& s = problem.store();
        const auto size = static_cast<std::size_t>(s.initial_max(x) - s.initial_min(x)) + 1;
        std::vector<solver::Cost> by_value(size, 0);
        constraint.advise(problem, given, x, by_value);
        paid += by_value[static_cast<std::size_t>(values[x.index] - s.initial_min(x))];
        given[x.index] = values[x.index];
    }
    return std::min(paid, solver::dear_advice);
}

/// On random values of all variables, constraint by constraint.
/// @pre the tables of payers never fall
inline void check_advice(const solver::Problem& problem, base::Random& random) {
    for (int round = 0; round < 20; ++round) {
        solver::Assignment values;
        for (std::uint32_t i = 0; i < problem.store().var_count(); ++i)
            values.push_back(random.between(problem.store().min({i}), problem.store().max({i})));
        for (const auto& constraint : problem.constraints())
            BOOST_TEST(paid_by_advice(problem, *constraint, values, random)
                           == paid_by_definition(problem, *constraint, values),
                       constraint->name());
    }
}

}  // namespace rul::testing
