#include "engine/solver/check/reason_checker.hpp"

#include "base/check.hpp"
#include "engine/solver/check/assignments.hpp"
#include "engine/solver/constraints/condition.hpp"

#include <algorithm>
#include <sstream>

namespace rul::solver::check {

namespace {

bool was_literal_true(const Store& s, Literal l, Position at) {
    const IntVar x{l.var};
    switch (l.op) {
        case Literal::Op::ge:
            return s.min_before(x, at) >= l.value;
        case Literal::Op::le:
            return s.max_before(x, at) <= l.value;
        case Literal::Op::ne:
            return l.value < s.min_before(x, at) || s.max_before(x, at) < l.value
                   || !s.contained(x, l.value, at);
        case Literal::Op::eq:
            break;
    }
    return s.min_before(x, at) == l.value && s.max_before(x, at) == l.value;
}

std::string in_words(std::string_view fault, const Propagator& constraint,
                     const std::vector<Literal>& together) {
    std::ostringstream out;
    out << constraint.name() << ": " << fault << ':';
    for (const Literal l : together)
        out << ' ' << l << ';';
    return out.str();
}

std::string fault_of(const Propagator& constraint, const Store& s, Position at) {
    std::vector<Literal> together = reason_of(s, at, constraint);
    const bool was_true = was_true_before(s, together, at);
    together.push_back(!s.change(at).fact);
    if (!was_true)
        return in_words("a reason was not true (last: the negated fact)", constraint, together);
    if (cannot_hold_together(constraint, s, together)) return {};
    return in_words("a reason does not imply its fact (last: negated)", constraint, together);
}

}  // namespace

std::vector<Literal> reason_of(const Store& s, Position at, const Propagator& by) {
    const Store::Change& change = s.change(at);
    RUL_CHECK(change.reason.kind != Reason::Kind::decision
              && change.reason.kind != Reason::Kind::clause);
    std::vector<Literal> reason;
    if (change.reason.kind == Reason::Kind::lazy)
        by.explain(s, change.fact, change.reason.data, at, reason);
    else
        s.append_reason(at, reason);
    return reason;
}

std::vector<Literal> conflict_of(const Store& s, const Propagator& by) {
    std::vector<Literal> together = s.conflict();
    if (s.unresolved().kind == Reason::Kind::lazy)
        by.explain(s, s.unresolved_fact(), s.unresolved().data, s.trail_size(), together);
    return together;
}

bool was_true_before(const Store& s, std::span<const Literal> reason, Position at) {
    return std::all_of(reason.begin(), reason.end(),
                       [&](Literal l) { return was_literal_true(s, l, at); });
}

bool cannot_hold_together(const Propagator& constraint, const Store& domains,
                          std::span<const Literal> together) {
    std::vector<IntVar> over(constraint.scope().begin(), constraint.scope().end());
    for (const Literal l : together)
        over.push_back({l.var});
    const auto is_counterexample = [&](const Assignment& values) {
        return std::all_of(together.begin(), together.end(),
                           [&](Literal l) { return holds(l, values[l.var]); })
               && constraint.holds(values);
    };
    return for_each_assignment(domains, scope_of(over), [&](const Assignment& values) {
        return !is_counterexample(values);
    });
}

std::string unsound_inference(const Propagator& constraint, const Store& s, Position from,
                              bool is_conflict) {
    for (Position at = from; at < s.trail_size(); ++at) {
        if (s.change(at).reason.kind == Reason::Kind::decision) continue;
        if (std::string fault = fault_of(constraint, s, at); !fault.empty()) return fault;
    }
    if (!is_conflict) return {};
    const std::vector<Literal> together = conflict_of(s, constraint);
    if (!was_true_before(s, together, s.trail_size()))
        return in_words("a conflict was not true", constraint, together);
    if (cannot_hold_together(constraint, s, together)) return {};
    return in_words("a conflict is none", constraint, together);
}

}  // namespace rul::solver::check
