#include "engine/planner/judgement.hpp"

#include <algorithm>

namespace rul::planner {

using solver::Cost;
using solver::IntVar;
using solver::Literal;
using solver::Value;

Judgement::Judgement(std::vector<IntVar> seen, std::vector<Literal> when, IntVar cost, Judge judge)
    : seen_{std::move(seen)},
      when_{std::move(when)},
      cost_{cost},
      judge_{std::move(judge)},
      scope_{seen_} {
    for (const Literal l : when_)
        scope_.push_back({l.var});
    scope_.push_back(cost_);
    std::sort(scope_.begin(), scope_.end());
    scope_.erase(std::unique(scope_.begin(), scope_.end()), scope_.end());
}

bool Judgement::propagate(solver::Store& s) {
    const auto is_true = [&s](Literal l) { return s.is_true(l); };
    const auto is_fixed = [&s](IntVar x) { return s.is_fixed(x); };
    if (!std::all_of(when_.begin(), when_.end(), is_true)
        || !std::all_of(seen_.begin(), seen_.end(), is_fixed))
        return true;

    std::vector<Literal> reason = when_;
    std::vector<Value> values;
    for (const IntVar x : seen_) {
        values.push_back(s.min(x));
        reason.push_back(solver::at_least(x, s.min(x)));
        reason.push_back(solver::at_most(x, s.min(x)));
    }
    const Cost judged = std::min<Cost>(judge_(values), Cost{s.initial_max(cost_)} + 1);
    if (judged <= s.min(cost_)) return true;
    return s.infer(solver::at_least(cost_, static_cast<Value>(judged)), reason);
}

bool Judgement::holds(const solver::Assignment& values) const {
    const auto is_true = [&values](Literal l) { return solver::holds(l, values[l.var]); };
    if (!std::all_of(when_.begin(), when_.end(), is_true)) return true;
    std::vector<Value> seen;
    for (const IntVar x : seen_)
        seen.push_back(values[x.index]);
    return values[cost_.index] >= judge_(seen);
}

}  // namespace rul::planner
