#pragma once

#include "engine/solver/core/store.hpp"
#include "engine/solver/core/types.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace rul::solver {

/// Clauses, given and learned, each watched by two of its literals.
///
/// Watching: a clause need only be looked at when one of its two watched literals becomes false
/// (Moskewicz et al., Chaff, DAC 2001), here over semantic literals: "x >= 5" becomes false by a
/// change of max(x), so it is found in the list of x's upper-bound changes.
class Clauses {
  public:
    /// @pre size >= 2; the first two literals are to be watched: true or open, or false on the
    /// deepest levels of all
    std::uint32_t add(std::span<const Literal> literals, bool is_learned);
    void grow_to(std::size_t var_count);

    /// Visits the clauses in which a watched literal became false by the change at `at`.
    [[nodiscard]] bool propagate(Store& s, Position at);

    [[nodiscard]] std::span<const Literal> literals(std::uint32_t clause) const;
    void bump(std::uint32_t clause) { clauses_[clause].is_used = true; }
    [[nodiscard]] std::size_t learned_count() const { return learned_count_; }
    [[nodiscard]] std::uint32_t count() const {
        return static_cast<std::uint32_t>(clauses_.size());
    }
    /// Forgets all from the number `first` on. @pre none of them is the reason of anything
    void drop_from(std::uint32_t first);
    /// Forgets the learned clauses that served nothing lately. @pre at level 0, at a fixpoint
    void forget(const Store& s);

  private:
    struct Clause {
        std::uint32_t first;
        std::uint32_t size;
        bool is_learned;
        bool is_used;  ///< In an analysis since the last forgetting.
    };
    struct Watch {
        Literal watched;
        Literal
            blocker;  ///< Another literal of the clause: if true, the clause need not be opened.
        std::uint32_t clause;
    };
    /// By which change of its variable a literal can become false.
    enum class List : std::uint8_t { min_raised, max_lowered, fixed, any };

    [[nodiscard]] static List list_of(Literal l);
    [[nodiscard]] std::vector<Watch>& watches(std::uint32_t var, List list) {
        return lists_[std::size_t{var} * 4 + static_cast<std::size_t>(list)];
    }
    void watch(std::uint32_t clause, Literal watched, Literal blocker);
    [[nodiscard]] bool visit(Store& s, std::vector<Watch>& list);
    [[nodiscard]] bool move_watch(const Store& s, const Clause& c, std::uint32_t index,
                                  Literal first);
    void rebuild_watches();

    std::vector<Clause> clauses_;
    std::vector<Literal> literals_;
    std::vector<std::vector<Watch>> lists_;
    std::size_t learned_count_ = 0;
};

}  // namespace rul::solver
