#pragma once

#include "base/random.hpp"
#include "engine/solver/core/engine.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace rul::solver {

/// Depth-first search that learns: the variable most met in recent conflicts, at the value it had
/// in the best solution (or in the bound's), restarts by Luby's sequence.
///
/// Sources: Moskewicz et al., Chaff (VSIDS, 2001); Demirovic, Chu, Stuckey, Solution-based phase
/// saving for CP (CP 2018); Luby, Sinclair, Zuckerman (1993).
class Search {
  public:
    enum class Outcome {
        solution,   ///< All variables are fixed; values() is it. The engine stays where it is.
        exhausted,  ///< No solution is left under the engine's present limits.
        refuted,    ///< What was assumed cannot be; one thing alone: the root knows it now.
        limit       ///< The conflicts allowed are spent, or `should_stop` said so.
    };

    /// @pre `engine` outlives the search and is at level 0. `first`: variables to be decided before
    /// all others, as long as there is no conflict. `contested`: those that conflicts bring
    /// forward; none: all.
    Search(Engine& engine, const std::vector<IntVar>& first, const std::vector<IntVar>& contested,
           std::uint64_t seed);

    /// These are decided after all others, at their least value whatever the phase: a price kept
    /// from the last solution would fall by a point a solution. @pre before the first run
    void decide_last(const std::vector<IntVar>& prices);

    /// Values to try first, by variable.
    void set_phase(const Assignment& phase) { phase_ = phase; }

    /// From now on runs look only where all of these hold, decided in this order; none: everywhere.
    void assume(std::vector<Literal> assumed) { assumed_ = std::move(assumed); }

    /// What to try first of the rest, once the frozen variables stand: changes the phase. With a
    /// guide the frozen variables are then given: nothing is learned about them, and the limit is
    /// reached when nothing is left beside them.
    using Guide = std::function<void(const Store&, Assignment& phase)>;

    /// The value to try first when a variable is decided; none: its phase.
    using Chooser = std::function<std::optional<Value>(const Store&, IntVar)>;
    /// From now on runs ask it; none: they do not.
    void ask(Chooser chooser) { chooser_ = std::move(chooser); }

    /// Searches from the root, `frozen` variables kept at their phase value as long as that is
    /// possible. Exhausted then still means that nothing is left at all.
    [[nodiscard]] Outcome run(std::int64_t conflicts_allowed, const std::vector<IntVar>& frozen,
                              const std::function<bool()>& should_stop, const Guide& guide = {});

    [[nodiscard]] Assignment values() const;
    [[nodiscard]] std::int64_t decisions() const { return decisions_; }
    [[nodiscard]] std::int64_t restarts() const { return restarts_; }

  private:
    [[nodiscard]] bool decide_next();
    /// After a conflict: learns, perhaps restarts; true: the run ends, with `outcome`.
    [[nodiscard]] bool must_end(std::int64_t& conflicts_allowed, Outcome& outcome);
    [[nodiscard]] bool learn();
    [[nodiscard]] bool restart();
    [[nodiscard]] bool freeze(const std::vector<IntVar>& frozen);
    [[nodiscard]] bool decide_assumption();
    void be_guided(const Guide& guide);
    [[nodiscard]] bool is_refuted() const;
    [[nodiscard]] std::optional<IntVar> next_var();
    [[nodiscard]] Literal choice(IntVar x) const;
    [[nodiscard]] Value target(IntVar x) const;
    void bump_met();
    void insert(std::uint32_t var);
    [[nodiscard]] bool is_before(std::uint32_t a, std::uint32_t b) const;
    void sift_up(std::size_t i);
    void sift_down(std::size_t i);
    std::uint32_t pop();

    void refill();

    Engine& engine_;
    base::Random random_;
    Assignment phase_;
    std::vector<Literal> assumed_;
    Chooser chooser_;
    std::vector<double> activity_;
    std::vector<bool> is_contested_;  // by variable
    std::vector<bool> is_price_;      // by variable
    double bump_ = 1.0;
    std::vector<std::uint32_t> heap_;
    std::vector<std::int32_t> place_;  // in heap_, -1: not there
    std::vector<std::uint32_t> popped_;
    std::size_t next_frozen_ = 0;
    std::int64_t decisions_ = 0;
    std::int64_t restarts_ = 0;
    std::int64_t luby_index_ = 0;
    std::int64_t until_restart_ = 0;  // conflicts
    std::size_t learned_allowed_ = 4000;
};

/// The i-th number (from 1) of 1 1 2 1 1 2 4 1 1 2 1 1 2 4 8 ...
[[nodiscard]] std::int64_t luby(std::int64_t i);

}  // namespace rul::solver
