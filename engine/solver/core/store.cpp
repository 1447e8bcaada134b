#include "engine/solver/core/store.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

namespace rul::solver {

namespace {

using Op = Literal::Op;

constexpr std::uint64_t all_ones = ~std::uint64_t{0};

}  // namespace

IntVar Store::new_var(Value min, Value max) {
    RUL_CHECK(-max_value <= min && min <= max && max <= max_value);
    RUL_CHECK(level() == 0);
    Domain d{.min = min, .max = max, .low = min, .high = max};
    d.is_dense = max - min < dense_limit;
    if (d.is_dense) {
        const auto width = static_cast<std::size_t>(max - min) + 1;
        d.bits = static_cast<std::uint32_t>(bits_.size());
        d.holes = static_cast<std::uint32_t>(hole_positions_.size());
        bits_.resize(bits_.size() + (width + 63) / 64, 0);
        hole_positions_.resize(hole_positions_.size() + width, -1);
    }
    domains_.push_back(d);
    // A ring of another size: what was noted lies elsewhere, so everybody is to look at all.
    if (changed_.size() < domains_.size()) {
        changed_.assign(std::bit_ceil(domains_.size()), 0);
        stamps_ += domains_.size() + 1;
    }
    return {static_cast<std::uint32_t>(domains_.size() - 1)};
}

Value Store::next_after_hole(const Domain& d, Value v) const {
    auto offset = static_cast<std::uint32_t>(v - d.low);
    const auto end = static_cast<std::uint32_t>(d.max - d.low) + 1;
    while (offset < end) {
        const std::uint64_t present = ~bits_[d.bits + offset / 64] & (all_ones << (offset % 64));
        if (present != 0) {
            offset = (offset & ~63U) + static_cast<std::uint32_t>(std::countr_zero(present));
            break;
        }
        offset = (offset | 63U) + 1;
    }
    return std::min(d.low + static_cast<Value>(offset), d.max + 1);
}

Value Store::previous(IntVar x, Value v) const {
    const Domain& d = domains_[x.index];
    v = std::min(v, d.max);
    if (v < d.min || !d.is_dense) return v;
    while (v >= d.min) {
        const auto offset = static_cast<std::uint32_t>(v - d.low);
        const std::uint64_t below = all_ones >> (63 - offset % 64);
        const std::uint64_t present = ~bits_[d.bits + offset / 64] & below;
        const auto word_start = static_cast<Value>(offset & ~63U);
        if (present != 0) {
            v = d.low + word_start + 63 - std::countl_zero(present);
            break;
        }
        v = d.low + word_start - 1;
    }
    return std::max(v, d.min - 1);
}

Value Store::size(IntVar x) const {
    const Domain& d = domains_[x.index];
    if (!d.is_dense) return d.max - d.min + 1;
    Value count = 0;
    const auto first = static_cast<std::uint32_t>(d.min - d.low);
    const auto last = static_cast<std::uint32_t>(d.max - d.low);
    for (std::uint32_t word = first / 64; word <= last / 64; ++word) {
        std::uint64_t present = ~bits_[d.bits + word];
        if (word == first / 64) present &= all_ones << (first % 64);
        if (word == last / 64) present &= all_ones >> (63 - last % 64);
        count += std::popcount(present);
    }
    return count;
}

// ---- Changing -----------------------------------------------------------------------------------

Reason Store::keep(std::span<const Literal> literals) {
    const Reason reason{.kind = Reason::Kind::literals,
                        .size = static_cast<std::uint32_t>(literals.size()),
                        .data = arena_.size()};
    arena_.insert(arena_.end(), literals.begin(), literals.end());
    return reason;
}

bool Store::infer(Literal fact, std::span<const Literal> reason) {
    if (is_true(fact)) return true;
#ifdef RUL_ASSERTIONS
    for (const Literal l : reason)
        RUL_ASSERT(is_true(l));
#endif
    if (is_false(fact)) {
        conflict_.assign(reason.begin(), reason.end());
        conflict_.push_back(!fact);
        unresolved_ = {};
        return false;
    }
    return apply(fact, keep(reason));
}

bool Store::infer_lazily(Literal fact, std::uint32_t who, std::uint64_t data) {
    if (is_true(fact)) return true;
    const Reason reason{.kind = Reason::Kind::lazy, .who = who, .data = data};
    return is_false(fact) ? conflict_with(fact, reason) : apply(fact, reason);
}

bool Store::infer_by_clause(Literal fact, std::uint32_t clause) {
    if (is_true(fact)) return true;
    const Reason reason{.kind = Reason::Kind::clause, .data = clause};
    return is_false(fact) ? conflict_with(fact, reason) : apply(fact, reason);
}

bool Store::conflict_with(Literal fact, const Reason& reason) {
    conflict_.assign(1, !fact);
    unresolved_ = reason;
    unresolved_fact_ = fact;
    return false;
}

bool Store::fail(std::span<const Literal> reason) {
#ifdef RUL_ASSERTIONS
    for (const Literal l : reason)
        RUL_ASSERT(is_true(l));
#endif
    conflict_.assign(reason.begin(), reason.end());
    unresolved_ = {};
    return false;
}

void Store::decide(Literal choice) {
    RUL_ASSERT(choice.op == Op::ge || choice.op == Op::le);
    RUL_ASSERT(!is_true(choice) && !is_false(choice));
    level_starts_.push_back(trail_size());
    arena_starts_.push_back(arena_.size());
    const bool applied = apply(choice, {});
    RUL_ASSERT(applied);
    static_cast<void>(applied);
}

void Store::push(Literal fact, Value old, const Reason& reason) {
    Domain& d = domains_[fact.var];
    Position previous = -1;
    if (fact.op == Op::ge) previous = std::exchange(d.last_ge, trail_size());
    if (fact.op == Op::le) previous = std::exchange(d.last_le, trail_size());
    const Position before = std::exchange(d.last, trail_size());
    trail_.push_back({fact, old, previous, before, reason});
    stamp_anew(fact.var);
    ++changes_made_;
}

void Store::stamp_anew(std::uint32_t var) {
    domains_[var].stamp = ++stamps_;
    changed_[stamps_ & (changed_.size() - 1)] = var;
}

// @pre the fact is neither true nor false
bool Store::apply(Literal fact, const Reason& reason) {
    switch (fact.op) {
        case Op::ne:
            return apply_hole(fact, reason);
        case Op::eq: {
            const IntVar x{fact.var};
            if (min(x) < fact.value && !apply_bound(at_least(x, fact.value), reason)) return false;
            return max(x) == fact.value || apply_bound(at_most(x, fact.value), reason);
        }
        default:
            return apply_bound(fact, reason);
    }
}

bool Store::apply_bound(Literal fact, const Reason& reason) {
    Domain& d = domains_[fact.var];
    const IntVar x{fact.var};
    Value& bound = fact.op == Op::ge ? d.min : d.max;
    push(fact, bound, reason);
    bound = fact.value;
    return skip_holes(x, fact.op == Op::ge);
}

// The bound just set may stand on a hole: moves it on to the next value, for that reason.
bool Store::skip_holes(IntVar x, bool at_min) {
    Domain& d = domains_[x.index];
    const Value bound = at_min ? d.min : d.max;
    if (!d.is_dense || !is_hole(d, bound)) return true;
    const Reason reason{.kind = Reason::Kind::skip};
    if (at_min) {
        const Value to = next(x, bound);
        if (to > d.max) {  // nothing left: every value in [min, max] is a hole
            conflict_.assign({at_least(x, d.min), at_most(x, d.max)});
            for (Value v = d.min; v <= d.max; ++v)
                conflict_.push_back(differs(x, v));
            unresolved_ = {};
            return false;
        }
        push(at_least(x, to), bound, reason);
        d.min = to;
        return true;
    }
    const Value to =
        previous(x, bound);  // exists: min stands on a value, or the branch above failed
    if (to < d.min) {
        conflict_.assign({at_least(x, d.min), at_most(x, d.max)});
        for (Value v = d.min; v <= d.max; ++v)
            conflict_.push_back(differs(x, v));
        unresolved_ = {};
        return false;
    }
    push(at_most(x, to), bound, reason);
    d.max = to;
    return true;
}

bool Store::apply_hole(Literal fact, const Reason& reason) {
    const IntVar x{fact.var};
    const Domain& d = domains_[fact.var];
    if (!d.is_dense) {
        // A wide variable has no holes: at a bound the hole is a bound, inside it cannot be kept.
        if (fact.value == d.min) return apply_bound(at_least(x, fact.value + 1), reason);
        if (fact.value == d.max) return apply_bound(at_most(x, fact.value - 1), reason);
        RUL_CHECK(false && "ne inside the bounds of a wide variable");
    }
    hole_positions_[d.holes + static_cast<std::uint32_t>(fact.value - d.low)] = trail_size();
    flip_hole(d, fact.value);
    push(fact, fact.value, reason);
    if (fact.value == d.min) return skip_holes(x, true);
    if (fact.value == d.max) return skip_holes(x, false);
    return true;
}

// ---- Going back ---------------------------------------------------------------------------------

void Store::undo(const Change& change) {
    Domain& d = domains_[change.fact.var];
    d.last = change.before;
    stamp_anew(change.fact.var);
    switch (change.fact.op) {
        case Op::ge:
            d.min = change.old;
            d.last_ge = change.previous;
            break;
        case Op::le:
            d.max = change.old;
            d.last_le = change.previous;
            break;
        default:
            flip_hole(d, change.fact.value);
            hole_positions_[d.holes + static_cast<std::uint32_t>(change.fact.value - d.low)] = -1;
    }
}

void Store::backtrack_to(int level) {
    if (level >= this->level()) return;
    if (level < given_) given_ = 0;
    const auto index = static_cast<std::size_t>(level);
    const auto keep_trail = static_cast<std::size_t>(level_starts_[index]);
    while (trail_.size() > keep_trail) {
        undo(trail_.back());
        trail_.pop_back();
    }
    arena_.resize(arena_starts_[index]);
    level_starts_.resize(index);
    arena_starts_.resize(index);
}

Position Store::level_start(int level) const {
    return level_starts_[static_cast<std::size_t>(level - 1)];
}

// ---- The trail ----------------------------------------------------------------------------------

Position Store::position_of(Literal l) const {
    const Domain& d = domains_[l.var];
    if (l.op == Op::ne) return removal_of({l.var}, l.value);
    RUL_ASSERT(l.op != Op::eq);
    const bool is_ge = l.op == Op::ge;
    if (is_ge ? l.value <= d.low : l.value >= d.high) return -1;
    Position at = is_ge ? d.last_ge : d.last_le;
    Position found = -1;
    while (at >= 0) {
        const Change& c = change(at);
        if (is_ge ? c.fact.value < l.value : c.fact.value > l.value) break;
        found = at;
        at = c.previous;
    }
    return found;
}

Position Store::removal_of(IntVar x, Value v) const {
    const Domain& d = domains_[x.index];
    Position found = std::numeric_limits<Position>::max();
    if (v < d.low || d.high < v) return -1;
    if (d.is_dense) {
        const Position hole = hole_positions_[d.holes + static_cast<std::uint32_t>(v - d.low)];
        if (hole >= 0) found = hole;
    }
    if (d.min > v) found = std::min(found, position_of(at_least(x, v + 1)));
    if (d.max < v) found = std::min(found, position_of(at_most(x, v - 1)));
    RUL_ASSERT(found != std::numeric_limits<Position>::max());
    return found;
}

bool Store::contained(IntVar x, Value v, Position at) const {
    const Domain& d = domains_[x.index];
    if (v < d.low || d.high < v) return false;
    return contains(x, v) || removal_of(x, v) >= at;
}

void Store::removals(IntVar x, std::vector<Position>& out) const {
    const Domain& d = domains_[x.index];
    const auto width = static_cast<std::size_t>(d.high - d.low) + 1;
    out.assign(width, never_removed);
    if (d.is_dense)
        for (std::size_t i = 0; i < width; ++i)
            if (hole_positions_[d.holes + i] >= 0) out[i] = hole_positions_[d.holes + i];
    const auto note = [&](Value first, Value last, Position at) {
        for (Value v = std::max(first, d.low); v <= std::min(last, d.high); ++v) {
            Position& known = out[static_cast<std::size_t>(v - d.low)];
            known = std::min(known, at);
        }
    };
    for (Position p = d.last_ge; p >= 0; p = change(p).previous)
        note(change(p).old, change(p).fact.value - 1, p);
    for (Position p = d.last_le; p >= 0; p = change(p).previous)
        note(change(p).fact.value + 1, change(p).old, p);
}

Value Store::min_before(IntVar x, Position at) const {
    const Domain& d = domains_[x.index];
    Value value = d.min;
    for (Position p = d.last_ge; p >= at; p = change(p).previous)
        value = change(p).old;
    return value;
}

Value Store::max_before(IntVar x, Position at) const {
    const Domain& d = domains_[x.index];
    Value value = d.max;
    for (Position p = d.last_le; p >= at; p = change(p).previous)
        value = change(p).old;
    return value;
}

void Store::append_reason(Position at, std::vector<Literal>& out) const {
    const Change& c = change(at);
    if (c.reason.kind == Reason::Kind::literals) {
        const auto first = arena_.begin() + static_cast<std::ptrdiff_t>(c.reason.data);
        out.insert(out.end(), first, first + c.reason.size);
    } else if (c.reason.kind == Reason::Kind::skip) {
        const IntVar x{c.fact.var};
        if (c.fact.op == Op::ge) {
            out.push_back(at_least(x, c.old));
            for (Value v = c.old; v < c.fact.value; ++v)
                out.push_back(differs(x, v));
        } else {
            out.push_back(at_most(x, c.old));
            for (Value v = c.old; v > c.fact.value; --v)
                out.push_back(differs(x, v));
        }
    }
}

}  // namespace rul::solver
