#include "engine/solver/constraints/condition.hpp"

#include <algorithm>

namespace rul::solver {

namespace {

const Condition always;

bool is_true_from_the_start(const Store& s, Literal l) {
    const IntVar x{l.var};
    switch (l.op) {
        case Literal::Op::ge:
            return l.value <= s.initial_min(x);
        case Literal::Op::le:
            return l.value >= s.initial_max(x);
        case Literal::Op::ne:
            return l.value < s.initial_min(x) || s.initial_max(x) < l.value;
        case Literal::Op::eq:
            break;
    }
    return false;
}

}  // namespace

void append_binding_values(const Condition& when, IntVar x, const Assignment& values,
                           std::vector<ValueRun>& out) {
    std::vector<Literal> own;
    for (const Literal l : when.literals) {
        if (l.var == x.index)
            own.push_back(l);
        else if (!solver::holds(l, values[l.var]))
            return;
    }
    if (own.empty()) {
        out.push_back({-max_value, max_value});
        return;
    }
    // Each bound of a literal begins or ends a run.
    std::vector<Value> begins{-max_value};
    for (const Literal l : own) {
        begins.push_back(l.value);
        begins.push_back(l.value + 1);
    }
    std::sort(begins.begin(), begins.end());
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const auto is_true = [&](Literal l) { return solver::holds(l, begins[i]); };
        if (!std::all_of(own.begin(), own.end(), is_true)) continue;
        out.push_back({begins[i], i + 1 < begins.size() ? begins[i + 1] - 1 : max_value});
    }
}

bool Condition::holds(const Assignment& values) const {
    return std::all_of(literals.begin(), literals.end(),
                       [&](Literal l) { return solver::holds(l, values[l.var]); });
}

std::vector<IntVar> scope_of(const std::vector<IntVar>& xs, const Condition& when) {
    std::vector<IntVar> scope;
    const auto add = [&scope](IntVar x) {
        if (std::find(scope.begin(), scope.end(), x) == scope.end()) scope.push_back(x);
    };
    for (const IntVar x : xs)
        add(x);
    for (const Literal l : when.literals)
        add({l.var});
    return scope;
}

void wake_on_condition(Subscriptions& s, const Condition& when) {
    for (const Literal l : when.literals)
        s.wake_on({l.var},
                  l.op == Literal::Op::ge || l.op == Literal::Op::le ? Wake::bounds : Wake::domain);
}

bool can_hold(const Store& s, Literal fact) {
    const IntVar x{fact.var};
    return fact.op != Literal::Op::ne || s.is_dense(x) || fact.value <= s.min(x)
           || s.max(x) <= fact.value;
}

void append_cause(const Store& s, Literal l, std::vector<Literal>& out) {
    if (l.op == Literal::Op::eq) {
        append_cause(s, at_least({l.var}, l.value), out);
        append_cause(s, at_most({l.var}, l.value), out);
    } else if (!is_true_from_the_start(s, l)) {
        out.push_back(l);
    }
}

// ---- Guard --------------------------------------------------------------------------------------

Guard::Guard(Store& s, const Condition& when, std::vector<Literal>& scratch)
    : store_{s}, when_{when}, why_{scratch} {
    why_.clear();
    for (const Literal l : when.literals) {
        if (s.is_true(l)) continue;
        const bool is_last = state_ == State::on && !s.is_false(l);
        state_ = is_last ? State::open : State::idle;
        open_ = l;
        if (!is_last) return;
    }
}

Guard::Guard(Store& s, std::vector<Literal>& scratch) : Guard{s, always, scratch} {}

Guard& Guard::because(Literal l) {
    append_cause(store_, l, why_);
    return *this;
}

void Guard::add_condition() {
    for (const Literal l : when_.literals)
        if (state_ == State::on || l != open_) append_cause(store_, l, why_);
}

bool Guard::infer(Literal fact) {
    bool is_consistent = true;
    if (state_ == State::on) {
        add_condition();
        if (can_hold(store_, fact)) is_consistent = store_.infer(fact, why_);
    } else if (store_.is_false(fact)) {
        return because(!fact).fail();
    }
    why_.clear();
    return is_consistent;
}

bool Guard::fail() {
    add_condition();
    bool is_consistent = true;
    if (state_ == State::on)
        is_consistent = store_.fail(why_);
    else if (can_hold(store_, !open_))
        is_consistent = store_.infer(!open_, why_);
    why_.clear();
    return is_consistent;
}

}  // namespace rul::solver
