// Conflict analysis: from a conflict back along the reasons to its first unique implication point.
//
// Source: Marques-Silva, Sakallah, GRASP (IEEE Trans. Comp. 1999); over bounds as in Feydy,
// Stuckey, Lazy clause generation reengineered (CP 2009). A change of min(x) to 7 that serves a
// reason "x >= 5" is needed only as "x >= 5": needed_ keeps how strong each change must be.

#include "base/check.hpp"
#include "engine/solver/core/engine.hpp"

#include <algorithm>

namespace rul::solver {

using Op = Literal::Op;

int Engine::level_of(Position at) const {
    if (at < 0) return 0;
    int low = 0;
    int high = store_.level();
    while (low < high) {  // the deepest level that starts at or before `at`
        const int middle = (low + high + 1) / 2;
        if (store_.level_start(middle) <= at)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

void Engine::append_clause_reason(std::uint32_t clause, std::vector<Literal>& out) {
    clauses_.bump(clause);
    const auto literals = clauses_.literals(clause);
    for (std::size_t i = 1; i < literals.size(); ++i)
        out.push_back(!literals[i]);
}

// The conflict in literals, whoever found it.
void Engine::collect_conflict() {
    scratch_ = store_.conflict();
    const Reason& open = store_.unresolved();
    if (open.kind == Reason::Kind::clause)
        append_clause_reason(static_cast<std::uint32_t>(open.data), scratch_);
    if (open.kind == Reason::Kind::lazy)
        propagator(open.who).explain(store_, store_.unresolved_fact(), open.data,
                                     store_.trail_size(), scratch_);
    if (is_shown()) onlooker_->conflicting(scratch_);
}

void Engine::add_cause(Literal l) {
    if (l.op == Op::eq) {
        add_cause(at_least({l.var}, l.value));
        add_cause(at_most({l.var}, l.value));
        return;
    }
    RUL_ASSERT(store_.is_true(l));
    const Position at = store_.position_of(l);
    if (at < store_.given_end()) return;  // true in any case
    add_cause_at(l, at);
}

void Engine::add_cause_at(Literal l, Position at) {
    const auto index = static_cast<std::size_t>(at);
    const Literal fact = store_.change(at).fact;
    Value need = l.value;
    if (l.op == Op::ne && fact.op == Op::ge) need = l.value + 1;
    if (l.op == Op::ne && fact.op == Op::le) need = l.value - 1;
    if (!is_needed_[index]) {
        is_needed_[index] = true;
        needed_[index] = need;
        touched_.push_back(at);
        heap_.push_back(at);
        std::push_heap(heap_.begin(), heap_.end());
        met_.push_back(fact.var);
    } else if (fact.op == Op::ge) {
        needed_[index] = std::max(needed_[index], need);
    } else if (fact.op == Op::le) {
        needed_[index] = std::min(needed_[index], need);
    }
}

Literal Engine::needed_at(Position at) const {
    Literal l = store_.change(at).fact;
    l.value = needed_[static_cast<std::size_t>(at)];
    return l;
}

void Engine::add_reason_of(Position at) {
    const Store::Change& c = store_.change(at);
    scratch_.clear();
    const Literal need = needed_at(at);
    switch (c.reason.kind) {
        case Reason::Kind::clause:
            append_clause_reason(static_cast<std::uint32_t>(c.reason.data), scratch_);
            break;
        case Reason::Kind::lazy:
            propagator(c.reason.who).explain(store_, need, c.reason.data, at, scratch_);
            break;
        case Reason::Kind::skip: {
            // Only the holes up to the bound that is needed.
            const IntVar x{c.fact.var};
            const bool is_ge = c.fact.op == Op::ge;
            scratch_.push_back(is_ge ? at_least(x, c.old) : at_most(x, c.old));
            for (Value v = c.old; v != need.value; v += is_ge ? 1 : -1)
                scratch_.push_back(differs(x, v));
            break;
        }
        default:
            store_.append_reason(at, scratch_);
    }
    if (is_shown()) show_explanation(c.reason, need);
    for (const Literal l : scratch_)
        add_cause(l);
}

void Engine::show_explanation(const Reason& reason, Literal fact) const {
    const std::string_view who = reason.kind == Reason::Kind::lazy
                                     ? propagators_[reason.who]->name()
                                 : reason.kind == Reason::Kind::clause ? "clause"
                                                                       : "";
    onlooker_->explained(who, scratch_, fact);
}

// Whether a literal is already part of the nogood, or true in any case.
bool Engine::is_covered(Literal l) const {
    if (l.op == Op::eq)
        return is_covered(at_least({l.var}, l.value)) && is_covered(at_most({l.var}, l.value));
    const Position at = store_.position_of(l);
    if (at < store_.given_end()) return true;
    const auto index = static_cast<std::size_t>(at);
    if (!is_needed_[index]) return false;
    const Literal fact = store_.change(at).fact;
    if (fact.op == Op::ge) return needed_[index] >= (l.op == Op::ne ? l.value + 1 : l.value);
    if (fact.op == Op::le) return needed_[index] <= (l.op == Op::ne ? l.value - 1 : l.value);
    return true;
}

// Its own reason is covered by the rest of the nogood (self-subsumption, one step).
bool Engine::is_redundant(Position at) {
    const Reason& reason = store_.change(at).reason;
    scratch_.clear();
    if (reason.kind == Reason::Kind::literals)
        store_.append_reason(at, scratch_);
    else if (reason.kind == Reason::Kind::clause)
        append_clause_reason(static_cast<std::uint32_t>(reason.data), scratch_);
    else
        return false;
    return std::all_of(scratch_.begin(), scratch_.end(),
                       [this](Literal l) { return is_covered(l); });
}

void Engine::trace_back() {
    learned_.clear();
    met_.clear();
    kept_.clear();
    heap_.clear();
    const auto size = static_cast<std::size_t>(store_.trail_size());
    if (needed_.size() < size) {
        needed_.resize(size);
        is_needed_.resize(size, false);
    }
    if (store_.level() > store_.given_level()) {
        collect_conflict();
        for (const Literal l : scratch_)
            add_cause(l);
        if (!heap_.empty()) {
            // The conflict may need only decisions of lower levels: it is analysed at the deepest.
            const Position start = store_.level_start(level_of(heap_.front()));
            Position top = -1;
            while (!heap_.empty()) {
                std::pop_heap(heap_.begin(), heap_.end());
                const Position at = heap_.back();
                heap_.pop_back();
                if (at < start) {
                    kept_.push_back(at);
                } else if (heap_.empty() || heap_.front() < start) {
                    top = at;
                } else {
                    add_reason_of(at);
                    is_needed_[static_cast<std::size_t>(at)] = false;
                }
            }
            finish_learned(top);
        }
    }
    for (const Position at : touched_)
        is_needed_[static_cast<std::size_t>(at)] = false;
    touched_.clear();
}

void Engine::finish_learned(Position top) {
    std::sort(kept_.begin(), kept_.end(), std::greater<>{});
    learned_.push_back(needed_at(top));
    for (const Position at : kept_) {
        if (is_redundant(at)) continue;
        const Literal l = needed_at(at);
        // A weaker bound of the same variable says nothing beside the stronger one.
        const bool is_implied =
            std::any_of(learned_.begin() + 1, learned_.end(), [l](Literal other) {
                return other.var == l.var && other.op == l.op && l.op != Op::ne
                       && holds(l, other.value);
            });
        if (!is_implied) learned_.push_back(l);
    }
}

}  // namespace rul::solver
