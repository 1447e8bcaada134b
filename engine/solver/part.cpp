#include "engine/solver/part.hpp"

#include <optional>
#include <utility>

namespace rul::solver {

namespace {

IntVar with_domain_of(Problem& problem, const Store& s, IntVar x) {
    const IntVar copy = problem.new_var(s.initial_min(x), s.initial_max(x));
    problem.require(at_least(copy, s.min(x)));
    problem.require(at_most(copy, s.max(x)));
    if (!s.is_dense(x)) return copy;
    for (Value v = s.min(x) + 1; v < s.max(x); ++v)
        if (!s.contains(x, v)) problem.require(differs(copy, v));
    return copy;
}

}  // namespace

Part::Part(const Problem& whole, const Store& domains, const std::vector<bool>& is_in)
    : whole_{&whole}, to_{domains.var_count()} {
    for (std::uint32_t x = 0; x < is_in.size(); ++x) {
        if (!is_in[x]) continue;
        to_.set({x}, with_domain_of(problem_, domains, {x}));
        variables_.push_back({x});
    }
    for (const IntVar x : whole.decided_first())
        if (to_.has(x)) problem_.decide_first(of(x));
    for (const IntVar x : whole.prices())
        if (to_.has(x)) problem_.take_as_price(of(x));
}

void Part::take(std::size_t source) {
    std::optional<Problem::Implied> implied;
    if (whole_->is_implied(source)) implied.emplace(problem_);
    const std::size_t count = whole_->constraints().size();
    if (source < count) return problem_.post(whole_->constraints()[source]->renamed(to_));
    std::vector<Literal> clause = whole_->clauses()[source - count];
    to_.apply(clause);
    problem_.add_clause(std::move(clause));
}

void Part::add_path(SeriesPath path) {
    to_.apply(path.members);
    problem_.add_path(std::move(path));
}

Assignment Part::of(const Assignment& whole) const {
    Assignment values;
    values.reserve(variables_.size());
    for (const IntVar x : variables_)
        values.push_back(whole[x.index]);
    return values;
}

void Part::put(const Assignment& part, Assignment& whole) const {
    for (std::size_t i = 0; i < variables_.size(); ++i)
        whole[variables_[i].index] = part[i];
}

void Part::put_changes(const Assignment& part, const Assignment& before, Assignment& whole) const {
    for (std::size_t i = 0; i < variables_.size(); ++i)
        if (part[i] != before[variables_[i].index]) whole[variables_[i].index] = part[i];
}

}  // namespace rul::solver
