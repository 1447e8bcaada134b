#pragma once

#include "engine/solver/core/types.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace rul::solver {

/// A place on the trail: the number of domain changes made before it.
using Position = std::int32_t;

class Propagator;

/// Why a domain changed.
struct Reason {
    enum class Kind : std::uint8_t {
        decision,  ///< No reason: the search chose it. At level 0: given.
        literals,  ///< `data`, `size`: a stretch of the reason arena; all true when given.
        clause,    ///< `data`: index of the clause whose other literals are false.
        lazy,      ///< `who`, `data`: ask that propagator, Propagator::explain().
        skip       ///< The bound moved over holes: the old bound and the holes are the reason.
    };
    Kind kind = Kind::decision;
    std::uint32_t size = 0;
    std::uint32_t who = 0;
    std::uint64_t data = 0;
};

/// The domains of all variables, every change of them with its reason, and the way back.
///
/// A domain is [min, max] less its holes. Dense variables (width up to dense_limit) keep holes in
/// bits; wide ones have bounds alone, and `ne` inside their bounds cannot be inferred on them.
class Store {
  public:
    static constexpr Value dense_limit = 1 << 16;

    /// @pre min <= max
    IntVar new_var(Value min, Value max);
    /// A 0/1 variable.
    IntVar new_bool() { return new_var(0, 1); }

    [[nodiscard]] std::size_t var_count() const { return domains_.size(); }
    [[nodiscard]] Value min(IntVar x) const { return domains_[x.index].min; }
    [[nodiscard]] Value max(IntVar x) const { return domains_[x.index].max; }
    [[nodiscard]] bool is_fixed(IntVar x) const { return min(x) == max(x); }
    [[nodiscard]] bool is_dense(IntVar x) const { return domains_[x.index].is_dense; }
    [[nodiscard]] bool contains(IntVar x, Value v) const {
        const Domain& d = domains_[x.index];
        return d.min <= v && v <= d.max && (!d.is_dense || !is_hole(d, v));
    }
    /// The least value of the domain that is >= v; some value > max(x), >= v, when there is none.
    [[nodiscard]] Value next(IntVar x, Value v) const {
        const Domain& d = domains_[x.index];
        if (v < d.min) v = d.min;
        return v > d.max || !d.is_dense || !is_hole(d, v) ? v : next_after_hole(d, v);
    }
    /// The greatest value of the domain that is <= v; some value < min(x), <= v, when there is
    /// none.
    [[nodiscard]] Value previous(IntVar x, Value v) const;
    /// How many values are left. O(width / 64)
    [[nodiscard]] Value size(IntVar x) const;
    /// Changes whenever the domain of `x` does, backwards too; equal stamps: the same domain.
    [[nodiscard]] std::uint64_t stamp(IntVar x) const { return domains_[x.index].stamp; }
    /// The greatest stamp there is.
    [[nodiscard]] std::uint64_t last_stamp() const { return stamps_; }
    /// Visits the variables changed since last_stamp() was `since`, in order, some more than once.
    /// False: so many that looking at all of them is quicker; nothing is visited.
    template <class Visit>
    [[nodiscard]] bool for_each_changed_since(std::uint64_t since, const Visit& visit) const {
        if (since > stamps_ || stamps_ - since > domains_.size()) return false;
        for (std::uint64_t stamp = since + 1; stamp <= stamps_; ++stamp)
            visit(IntVar{changed_[stamp & (changed_.size() - 1)]});
        return true;
    }
    /// The bounds `x` was created with.
    [[nodiscard]] Value initial_min(IntVar x) const { return domains_[x.index].low; }
    [[nodiscard]] Value initial_max(IntVar x) const { return domains_[x.index].high; }

    [[nodiscard]] bool is_true(Literal l) const {
        const Domain& d = domains_[l.var];
        switch (l.op) {
            case Literal::Op::ge:
                return d.min >= l.value;
            case Literal::Op::le:
                return d.max <= l.value;
            case Literal::Op::ne:
                return !contains({l.var}, l.value);
            case Literal::Op::eq:
                break;
        }
        return d.min == l.value && d.max == l.value;
    }
    [[nodiscard]] bool is_false(Literal l) const { return is_true(!l); }

    // ---- Changing domains. All return false on a conflict, which conflict() then explains.
    // -------

    /// `fact` follows from `reason` (all true now) by the rule that says so.
    [[nodiscard]] bool infer(Literal fact, std::span<const Literal> reason);
    [[nodiscard]] bool infer(Literal fact, std::initializer_list<Literal> reason) {
        return infer(fact, std::span<const Literal>{reason.begin(), reason.size()});
    }
    /// `fact` follows; propagator `who` can say why when asked with `data`.
    [[nodiscard]] bool infer_lazily(Literal fact, std::uint32_t who, std::uint64_t data);
    /// `fact` is the last literal of clause `clause` that is not false.
    [[nodiscard]] bool infer_by_clause(Literal fact, std::uint32_t clause);
    /// `reason` (all true now) cannot hold together. Always returns false.
    [[nodiscard]] bool fail(std::span<const Literal> reason);
    [[nodiscard]] bool fail(std::initializer_list<Literal> reason) {
        return fail(std::span<const Literal>{reason.begin(), reason.size()});
    }
    /// The search's choice, on a new level. @pre not true, not false, op ge or le
    void decide(Literal choice);

    /// The literals that were found unable to hold together; all true.
    [[nodiscard]] const std::vector<Literal>& conflict() const { return conflict_; }

    // ---- Going back -----------------------------------------------------------------------------

    [[nodiscard]] int level() const { return static_cast<int>(level_starts_.size()); }
    void backtrack_to(int level);
    [[nodiscard]] Position level_start(int level) const;  ///< @pre 0 < level <= level()

    /// All levels there are now are taken as given, like the root, until one of them is left: what
    /// was decided on them is no cause of anything.
    void take_as_given() { given_ = level(); }
    [[nodiscard]] int given_level() const { return given_; }
    /// Changes before this position are given.
    [[nodiscard]] Position given_end() const {
        return level() <= given_ ? trail_size() : level_start(given_ + 1);
    }
    /// The latest change of the domain; -1: none.
    [[nodiscard]] Position last_change(IntVar x) const { return domains_[x.index].last; }

    // ---- The trail, for conflict analysis and lazy reasons
    // ---------------------------------------

    struct Change {
        Literal fact;  ///< op ge, le or ne
        Value old;     ///< The bound before; of ne: meaningless.
        Position
            previous;     ///< The change before this one of the same bound of the variable, or -1.
        Position before;  ///< The change before this one of the variable, or -1.
        Reason reason;
    };
    [[nodiscard]] Position trail_size() const { return static_cast<Position>(trail_.size()); }
    [[nodiscard]] const Change& change(Position at) const {
        return trail_[static_cast<std::size_t>(at)];
    }
    /// The change that first made `l` (ge, le or ne; true now) true; -1: true from the start.
    [[nodiscard]] Position position_of(Literal l) const;
    /// The change that first removed `v` (no longer in the domain); -1: never was in it.
    [[nodiscard]] Position removal_of(IntVar x, Value v) const;
    /// Whether `v` was in the domain of `x` before the change at `at`.
    [[nodiscard]] bool contained(IntVar x, Value v, Position at) const;
    /// Whether `v` was made a hole before the change at `at`, whatever the bounds were. O(1)
    [[nodiscard]] bool was_hole(IntVar x, Value v, Position at) const {
        const Domain& d = domains_[x.index];
        if (!d.is_dense || v < d.low || d.high < v) return false;
        const Position hole = hole_positions_[d.holes + static_cast<std::uint32_t>(v - d.low)];
        return 0 <= hole && hole < at;
    }
    /// removal_of() of every value from initial_min(x) on, at once; present ones: never_removed.
    static constexpr Position never_removed = std::numeric_limits<Position>::max();
    void removals(IntVar x, std::vector<Position>& out) const;
    [[nodiscard]] Value min_before(IntVar x, Position at) const;
    [[nodiscard]] Value max_before(IntVar x, Position at) const;
    /// The reason of a change as literals, except lazy and clause reasons, which the engine
    /// resolves.
    void append_reason(Position at, std::vector<Literal>& out) const;

    /// How many domain changes were ever made: the solver's measure of effort, with others.
    [[nodiscard]] std::int64_t changes_made() const { return changes_made_; }

  private:
    struct Domain {
        Value min, max;
        Value low, high;          // as created
        Position last_ge = -1;    // latest change of min
        Position last_le = -1;    // latest change of max
        Position last = -1;       // latest change
        std::uint32_t bits = 0;   // first word of the holes
        std::uint32_t holes = 0;  // first entry of hole_positions_
        std::uint64_t stamp = 0;
        bool is_dense = false;
    };

    [[nodiscard]] bool is_hole(const Domain& d, Value v) const {
        const auto offset = static_cast<std::uint32_t>(v - d.low);
        return ((bits_[d.bits + offset / 64] >> (offset % 64)) & 1U) != 0;
    }
    [[nodiscard]] Value next_after_hole(const Domain& d, Value v) const;
    void flip_hole(const Domain& d, Value v) {
        const auto offset = static_cast<std::uint32_t>(v - d.low);
        bits_[d.bits + offset / 64] ^= std::uint64_t{1} << (offset % 64);
    }
    [[nodiscard]] bool apply(Literal fact, const Reason& reason);
    [[nodiscard]] bool apply_bound(Literal fact, const Reason& reason);
    [[nodiscard]] bool apply_hole(Literal fact, const Reason& reason);
    [[nodiscard]] bool skip_holes(IntVar x, bool at_min);
    void push(Literal fact, Value old, const Reason& reason);
    void stamp_anew(std::uint32_t var);
    [[nodiscard]] Reason keep(std::span<const Literal> literals);
    bool conflict_with(Literal fact, const Reason& reason);
    void undo(const Change& change);

    std::vector<Domain> domains_;
    std::vector<std::uint64_t> bits_;       // 1: a hole
    std::vector<Position> hole_positions_;  // of each hole made by `ne`; -1: none
    std::vector<Change> trail_;
    std::vector<Position> level_starts_;
    std::vector<std::size_t> arena_starts_;
    std::vector<Literal> arena_;
    std::vector<Literal> conflict_;
    int given_ = 0;
    std::int64_t changes_made_ = 0;
    std::uint64_t stamps_ = 0;
    std::vector<std::uint32_t> changed_;  // by stamp, in a ring of 2^k: the variable it is of
    // A conflict by a clause or a lazy reason is completed by the engine:
  public:
    [[nodiscard]] const Reason& unresolved() const { return unresolved_; }
    [[nodiscard]] Literal unresolved_fact() const { return unresolved_fact_; }

  private:
    Reason unresolved_;
    Literal unresolved_fact_{};
};

}  // namespace rul::solver
