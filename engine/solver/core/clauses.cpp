#include "engine/solver/core/clauses.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rul::solver {

using Op = Literal::Op;

Clauses::List Clauses::list_of(Literal l) {
    switch (l.op) {
        case Op::ge:
            return List::max_lowered;
        case Op::le:
            return List::min_raised;
        case Op::ne:
            return List::fixed;
        case Op::eq:
            break;
    }
    return List::any;
}

void Clauses::grow_to(std::size_t var_count) {
    lists_.resize(var_count * 4);
}

void Clauses::watch(std::uint32_t clause, Literal watched, Literal blocker) {
    watches(watched.var, list_of(watched)).push_back({watched, blocker, clause});
}

std::uint32_t Clauses::add(std::span<const Literal> literals, bool is_learned) {
    RUL_ASSERT(literals.size() >= 2);
    const auto index = static_cast<std::uint32_t>(clauses_.size());
    clauses_.push_back({static_cast<std::uint32_t>(literals_.size()),
                        static_cast<std::uint32_t>(literals.size()), is_learned, true});
    literals_.insert(literals_.end(), literals.begin(), literals.end());
    if (is_learned) ++learned_count_;
    watch(index, literals[0], literals[1]);
    watch(index, literals[1], literals[0]);
    return index;
}

std::span<const Literal> Clauses::literals(std::uint32_t clause) const {
    return {literals_.data() + clauses_[clause].first, clauses_[clause].size};
}

bool Clauses::propagate(Store& s, Position at) {
    const Literal fact = s.change(at).fact;
    if (fact.op == Op::ge && !visit(s, watches(fact.var, List::min_raised))) return false;
    if (fact.op == Op::le && !visit(s, watches(fact.var, List::max_lowered))) return false;
    if (s.is_fixed({fact.var}) && !visit(s, watches(fact.var, List::fixed))) return false;
    return visit(s, watches(fact.var, List::any));
}

// Lets another literal of the clause, not false, be watched in place of the false one.
bool Clauses::move_watch(const Store& s, const Clause& c, std::uint32_t index, Literal first) {
    Literal* const literals = literals_.data() + c.first;
    for (std::uint32_t k = 2; k < c.size; ++k) {
        if (s.is_false(literals[k])) continue;
        std::swap(literals[1], literals[k]);
        watch(index, literals[1], first);
        return true;
    }
    return false;
}

bool Clauses::visit(Store& s, std::vector<Watch>& list) {
    std::size_t kept = 0;
    std::size_t i = 0;
    bool is_consistent = true;
    // A moved watch never goes back into this very list: it would have to be false.
    for (; i < list.size() && is_consistent; ++i) {
        const Watch w = list[i];
        list[kept++] = w;
        if (!s.is_false(w.watched) || s.is_true(w.blocker)) continue;
        const Clause& c = clauses_[w.clause];
        Literal* const literals = literals_.data() + c.first;
        if (literals[0] == w.watched) std::swap(literals[0], literals[1]);
        if (s.is_true(literals[0])) {
            list[kept - 1].blocker = literals[0];
            continue;
        }
        if (move_watch(s, c, w.clause, literals[0])) {
            --kept;
            continue;
        }
        is_consistent = s.infer_by_clause(literals[0], w.clause);
    }
    for (; i < list.size(); ++i)
        list[kept++] = list[i];
    list.resize(kept);
    return is_consistent;
}

void Clauses::forget(const Store& s) {
    // Clauses that took part in an analysis since the last time stay, and so do short ones; what
    // the root has decided by now goes, so that no watched literal is false.
    std::vector<Clause> kept;
    std::vector<Literal> literals;
    learned_count_ = 0;
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
        const Clause& c = clauses_[i];
        if (c.is_learned && c.size > 3 && !c.is_used) continue;
        const auto all = this->literals(i);
        if (std::any_of(all.begin(), all.end(), [&s](Literal l) { return s.is_true(l); })) continue;
        const auto first = static_cast<std::uint32_t>(literals.size());
        std::copy_if(all.begin(), all.end(), std::back_inserter(literals),
                     [&s](Literal l) { return !s.is_false(l); });
        const auto size = static_cast<std::uint32_t>(literals.size()) - first;
        RUL_CHECK(size >= 2);  // or propagation had not reached its fixpoint
        kept.push_back({first, size, c.is_learned, false});
        if (c.is_learned) ++learned_count_;
    }
    clauses_ = std::move(kept);
    literals_ = std::move(literals);
    rebuild_watches();
}

void Clauses::drop_from(std::uint32_t first) {
    if (first >= clauses_.size()) return;
    learned_count_ -= static_cast<std::size_t>(std::count_if(
        clauses_.begin() + first, clauses_.end(), [](const Clause& c) { return c.is_learned; }));
    literals_.resize(clauses_[first].first);
    clauses_.resize(first);
    for (auto& list : lists_)
        std::erase_if(list, [first](const Watch& w) { return w.clause >= first; });
}

void Clauses::rebuild_watches() {
    for (auto& list : lists_)
        list.clear();
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
        const auto all = literals(i);
        watch(i, all[0], all[1]);
        watch(i, all[1], all[0]);
    }
}

}  // namespace rul::solver
