#include "engine/solver/problem.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace rul::solver {

namespace {

// The days of the members held, in the order of the members.
std::vector<Value> days_held(const SeriesPath& path, const Assignment& values) {
    std::vector<Value> days;
    for (const Coordinate& member : path.members) {
        const Value value = values[member.var().index];
        if (member.is_held_at(value)) days.push_back(member.of(value));
    }
    return days;
}

Cost cost_of_gap(const SeriesPath& path, Value gap) {
    const Value index = gap - path.least_gap;
    if (index < 0 || index >= static_cast<Value>(path.gap_cost.size())) return infinite_cost;
    return path.gap_cost[static_cast<std::size_t>(index)];
}

}  // namespace

Cost cost_of_gaps(const SeriesPath& path, const Assignment& values) {
    const std::vector<Value> days = days_held(path, values);
    for (const Value must : path.must_pass)
        if (std::find(days.begin(), days.end(), must) == days.end()) return infinite_cost;
    Cost sum = 0;
    for (std::size_t i = 1; i < days.size() && sum < infinite_cost; ++i)
        sum += cost_of_gap(path, days[i] - days[i - 1]);
    return std::min(sum, infinite_cost);
}

IntVar Problem::new_price(Value most, Cost each) {
    const IntVar x = new_var(0, most);
    add_linear_cost(x, each);
    take_as_price(x);
    return x;
}

void Problem::require(Literal l) {
    if (!store_.infer(l, {})) is_infeasible_ = true;
}

void Problem::post(std::unique_ptr<Propagator> constraint) {
    constraint->set_id(static_cast<std::uint32_t>(constraints_.size()));
    constraints_.push_back(std::move(constraint));
    is_implied_constraint_.push_back(adds_implied_);
    has_implied_ = has_implied_ || adds_implied_;
}

void Problem::add_clause(std::vector<Literal> literals) {
    clauses_.push_back(std::move(literals));
    is_implied_clause_.push_back(adds_implied_);
    has_implied_ = has_implied_ || adds_implied_;
}

void Problem::add_cost(IntVar x, const std::vector<Cost>& by_value) {
    const auto width = static_cast<std::size_t>(store_.initial_max(x) - store_.initial_min(x)) + 1;
    RUL_CHECK(by_value.size() == width);
    if (costs_.size() <= x.index) costs_.resize(x.index + std::size_t{1});
    std::vector<Cost>& table = costs_[x.index];
    table.resize(width, 0);
    for (std::size_t i = 0; i < width; ++i) {
        RUL_CHECK(by_value[i] >= 0);
        table[i] = std::min(table[i] + by_value[i], infinite_cost);
    }
}

void Problem::add_linear_cost(IntVar x, Cost each) {
    const auto width = static_cast<std::size_t>(store_.initial_max(x) - store_.initial_min(x)) + 1;
    std::vector<Cost> table(width);
    for (std::size_t i = 0; i < width; ++i)
        table[i] = each * static_cast<Cost>(i);
    add_cost(x, table);
}

void Problem::add_path(SeriesPath path) {
    RUL_CHECK(path.least_gap >= 1);
    paths_.push_back(std::move(path));
}

Cost Problem::own_cost(IntVar x, Value v) const {
    return costs_[x.index][static_cast<std::size_t>(v - store_.initial_min(x))];
}

bool Problem::holds(const Assignment& values) const {
    for (std::uint32_t i = 0; i < store_.var_count(); ++i)
        if (!store_.contains({i}, values[i])) return false;
    for (std::uint32_t i = 0; i < costs_.size(); ++i)
        if (!costs_[i].empty() && own_cost({i}, values[i]) >= infinite_cost) return false;
    const auto is_satisfied = [&](const std::vector<Literal>& clause) {
        return std::any_of(clause.begin(), clause.end(),
                           [&](Literal l) { return solver::holds(l, values[l.var]); });
    };
    return !is_infeasible_ && std::all_of(clauses_.begin(), clauses_.end(), is_satisfied)
           && std::all_of(constraints_.begin(), constraints_.end(),
                          [&](const auto& constraint) { return constraint->holds(values); })
           && std::all_of(paths_.begin(), paths_.end(), [&](const SeriesPath& path) {
                  return cost_of_gaps(path, values) < infinite_cost;
              });
}

Cost Problem::cost(const Assignment& values) const {
    Cost sum = constant_;
    for (std::uint32_t i = 0; i < costs_.size(); ++i)
        if (!costs_[i].empty()) sum += own_cost({i}, values[i]);
    for (const SeriesPath& path : paths_)
        sum += cost_of_gaps(path, values);
    return sum;
}

}  // namespace rul::solver
