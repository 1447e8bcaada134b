#include "engine/solver/search/priced_constraints.hpp"

#include "engine/solver/bounds/priced_bound.hpp"

#include <algorithm>
#include <numeric>

namespace rul::solver {

namespace {

constexpr Cost first_penalty = 4;  // points
constexpr Cost most_penalty = 4000;
constexpr Cost most_price = infinite_cost >> 24U;  // what is dearer may not be broken
constexpr std::size_t most_reached = 64;           // of what follows from a bool

bool is_bool(const Problem& problem, IntVar x) {
    return problem.store().initial_min(x) == 0 && problem.store().initial_max(x) == 1;
}

}  // namespace

PricedConstraints::PricedConstraints(const Problem& problem)
    : problem_{problem},
      point_{problem.unit() * price_scale},
      about_(problem.store().var_count()),
      is_judged_(problem.store().var_count(), false) {
    Implied implied;
    for (const auto& clause : problem.clauses()) {
        if (clause.size() != 2) continue;
        implied[!clause[0]].push_back(clause[1]);
        implied[!clause[1]].push_back(clause[0]);
    }
    for (const auto& constraint : problem.constraints())
        if (constraint->names_breaking_values()) add(*constraint, implied);
}

// What a bool costs by itself, and by all that follows from it, each once.
Cost PricedConstraints::price_of(Literal l, const Implied& implied) const {
    std::vector<Literal> reached{l};
    Cost price = 0;
    for (std::size_t i = 0; i < reached.size(); ++i) {
        const Literal now = reached[i];
        if (!is_bool(problem_, {now.var})) continue;
        const Cost own = problem_.cost_of({now.var}, holds(now, 1) ? 1 : 0)
                         - problem_.cost_of({now.var}, holds(now, 1) ? 0 : 1);
        price = std::min(price + std::max<Cost>(own, 0), infinite_cost);
        const auto found = implied.find(now);
        if (found == implied.end() || reached.size() > most_reached) continue;
        for (const Literal then : found->second)
            if (std::find(reached.begin(), reached.end(), then) == reached.end())
                reached.push_back(then);
    }
    return price;
}

// What makes it hold at a price.
std::optional<Literal> PricedConstraints::escape_of(const Propagator& constraint,
                                                    const Implied& implied) {
    for (const Literal l : constraint.conditions()) {
        if (problem_.store().is_true(l)) continue;
        const auto [known, is_new] = prices_.try_emplace(!l, 0);
        if (is_new) known->second = price_of(!l, implied);
        if (known->second > 0 && known->second <= most_price) return !l;
    }
    return std::nullopt;
}

void PricedConstraints::add(const Propagator& constraint, const Implied& implied) {
    const auto conditions = constraint.conditions();
    if (std::any_of(conditions.begin(), conditions.end(),
                    [this](Literal l) { return problem_.store().is_false(l); }))
        return;  // it never binds
    Priced priced{.constraint = &constraint};
    const auto number = static_cast<std::uint32_t>(all_.size());
    if (const std::optional<Literal> escape = escape_of(constraint, implied)) {
        priced.price = prices_.at(*escape) * price_scale;
        priced.escape = {escape->var};
        escapes_.push_back(*escape);
    }
    for (const IntVar x : constraint.scope()) {
        about_[x.index].push_back(number);
        if (priced.escape == x || is_judged_[x.index]) continue;
        variables_.push_back(x);
        is_judged_[x.index] = true;
    }
    all_.push_back(priced);
}

void PricedConstraints::restart(const Assignment& values) {
    for (Priced& one : all_) {
        one.penalty = one.price < infinite_cost ? std::min(one.price, most_penalty * point_)
                                                : first_penalty * point_;
        one.is_broken = false;
    }
    broken_ = 0;
    cost_ = 0;
    broken_numbers_.clear();
    moved_.resize(all_.size());
    std::iota(moved_.begin(), moved_.end(), 0U);
    is_moved_.assign(all_.size(), true);
    judge(values);
}

void PricedConstraints::add_charges(IntVar x, Value low, const Assignment& values,
                                    std::vector<Cost>& steps) {
    const auto count = static_cast<Value>(steps.size());
    for (const std::uint32_t number : about_[x.index]) {
        const Priced& one = all_[number];
        if (one.escape == x) continue;
        runs_.clear();
        one.constraint->breaking_values(x, values, runs_);
        for (const ValueRun& run : runs_) {
            const Value first = std::max(run.first - low, 0);
            const Value beyond = std::min(run.last, low + count - 1) - low + 1;
            if (first >= beyond) continue;
            steps[static_cast<std::size_t>(first)] += one.penalty;
            if (beyond < count) steps[static_cast<std::size_t>(beyond)] -= one.penalty;
        }
        work_ += static_cast<std::int64_t>(runs_.size()) + 2;
    }
}

void PricedConstraints::judge(const Assignment& values) {
    for (const std::uint32_t number : moved_) {
        Priced& one = all_[number];
        is_moved_[number] = false;
        const bool is_broken = !one.constraint->holds(values);
        if (is_broken == one.is_broken) continue;
        one.is_broken = is_broken;
        if (one.price < infinite_cost)
            cost_ += is_broken ? one.price : -one.price;
        else
            broken_ += is_broken ? 1 : -1;
        if (is_broken && one.price >= infinite_cost) broken_numbers_.push_back(number);
    }
    work_ += static_cast<std::int64_t>(moved_.size());
    moved_.clear();
    std::erase_if(broken_numbers_,
                  [this](std::uint32_t number) { return !all_[number].is_broken; });
    std::sort(broken_numbers_.begin(), broken_numbers_.end());
    broken_numbers_.erase(std::unique(broken_numbers_.begin(), broken_numbers_.end()),
                          broken_numbers_.end());
}

// False: it is as dear as can be.
bool PricedConstraints::make_dearer(Priced& one) const {
    if (one.penalty >= most_penalty * point_) return false;
    one.penalty =
        std::min(one.penalty + one.penalty / 4 + first_penalty * point_, most_penalty * point_);
    return true;
}

void PricedConstraints::forget() {
    for (Priced& one : all_)
        if (one.price >= infinite_cost && one.penalty > first_penalty * point_)
            one.penalty = std::max(one.penalty * 3 / 4, first_penalty * point_);
}

}  // namespace rul::solver
