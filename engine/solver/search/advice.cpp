#include "engine/solver/search/advice.hpp"

#include <algorithm>
#include <utility>

namespace rul::solver {

Advice::Advice(const Problem& problem)
    : problem_{problem},
      constraints_(problem.store().var_count()),
      advisers_(problem.store().var_count()) {
    std::vector<bool> is_member(advisers_.size(), false);
    for (const SeriesPath& path : problem.paths())
        for (const Coordinate& member : path.members)
            is_member[member.var().index] = true;
    for (const auto& constraint : problem.constraints()) {
        is_idle_ = is_idle_ && constraint->payers().empty();
        for (const IntVar x : constraint->scope())
            if (!is_member[x.index])
                constraints_[x.index].push_back(constraint.get());
            else if (constraint->gives_advice())
                advisers_[x.index].push_back(constraint.get());
    }
    std::vector<bool> is_in_clause(advisers_.size(), false);
    for (const auto& clause : problem.clauses())
        for (const Literal l : clause)
            is_in_clause[l.var] = true;
    for (std::uint32_t i = 0; i < problem.costs().size(); ++i)
        if (!is_in_clause[i] && !problem.costs()[i].empty() && !is_member[i])
            costly_.push_back({i});
}

std::optional<Value> Advice::value_for(const Store& s, IntVar x) {
    const bool costs = problem_.has_costs(x);
    if (is_idle_ || (advisers_[x.index].empty() && !costs)) return std::nullopt;
    const Value low = s.initial_min(x);
    costs_.assign(static_cast<std::size_t>(s.initial_max(x) - low) + 1, 0);
    if (!advisers_[x.index].empty()) note_given(s);
    for (const Propagator* const adviser : advisers_[x.index])
        adviser->advise(problem_, given_, x, costs_);
    Value best = s.min(x);
    Cost least = infinite_cost;
    for (Value v = s.min(x); v <= s.max(x); v = s.next(x, v + 1)) {
        const Cost cost = costs_[static_cast<std::size_t>(v - low)] + problem_.cost_of(x, v);
        if (cost >= least) continue;
        best = v;
        least = cost;
    }
    return best;
}

void Advice::note_given(const Store& s) {
    given_.resize(s.var_count());
    for (std::uint32_t i = 0; i < given_.size(); ++i)
        given_[i] = s.is_fixed({i}) ? s.min({i}) : not_given;
}

bool Advice::would_hold(Assignment& values, IntVar x, Value value) const {
    const Value old = std::exchange(values[x.index], value);
    const auto& mine = constraints_[x.index];
    const bool holds = std::all_of(mine.begin(), mine.end(),
                                   [&](const Propagator* c) { return c->holds(values); });
    values[x.index] = old;
    return holds;
}

void Advice::settle(Assignment& values) const {
    if (is_idle_) return;
    const Store& s = problem_.store();
    for (const IntVar x : costly_) {
        Value best = values[x.index];
        for (Value v = s.min(x); v <= s.max(x); v = s.next(x, v + 1))
            if (problem_.cost_of(x, v) < problem_.cost_of(x, best) && would_hold(values, x, v))
                best = v;
        values[x.index] = best;
    }
}

}  // namespace rul::solver
