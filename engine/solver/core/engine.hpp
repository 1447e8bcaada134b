#pragma once

#include "engine/solver/core/clauses.hpp"
#include "engine/solver/core/onlooker.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/store.hpp"
#include "engine/solver/problem.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace rul::solver {

/// Lazy clause generation: propagation to a fixpoint, and from each conflict a new clause.
///
/// Source: Ohrimenko, Stuckey, Codish, Propagation via lazy clause generation (Constraints 2009);
/// the literals are semantic, as in IntSat (Nieuwenhuis 2014) and Pumpkin.
class Engine {
  public:
    /// @pre `problem` outlives the engine, and no other engine runs its constraints meanwhile.
    explicit Engine(const Problem& problem);

    /// Shows `onlooker` every conclusion from now on, except those under something given; none:
    /// nobody. @pre it outlives the engine
    void show(Onlooker* onlooker) { onlooker_ = onlooker; }

    [[nodiscard]] Store& store() { return store_; }
    [[nodiscard]] const Store& store() const { return store_; }

    /// Adds a constraint of the search's own. @pre at level 0
    void post(std::unique_ptr<Propagator> constraint);
    /// Calls `constraint` again although no domain has changed (its own limits have).
    void wake(const Propagator& constraint);
    /// A clause that holds in every solution wanted. False: nothing is left. @pre at level 0
    [[nodiscard]] bool add_clause(std::vector<Literal> literals);

    /// To a fixpoint; false: a conflict, to be resolved.
    [[nodiscard]] bool propagate();

    /// Learns from the conflict, goes back and asserts what was learned.
    /// False: the conflict needs no decision; nothing is left (beside what is given).
    [[nodiscard]] bool resolve_conflict();

    /// The literals that the last conflict was traced back to (its nogood); for tests.
    [[nodiscard]] const std::vector<Literal>& learned() const { return learned_; }
    /// Variables met in the last conflict; the search bumps them.
    [[nodiscard]] const std::vector<std::uint32_t>& met() const { return met_; }

    void forget_clauses() { clauses_.forget(store_); }
    [[nodiscard]] std::size_t learned_count() const { return clauses_.learned_count(); }
    void backtrack_to(int level);

    /// What is decided now is no longer asked about: conflicts are traced back to it and no
    /// further. What is learned from then on is forgotten when one of these levels is left.
    /// @pre propagate() said true; nothing is given yet
    void take_as_given();
    [[nodiscard]] int given_level() const { return store_.given_level(); }

    [[nodiscard]] std::int64_t propagations() const { return propagations_; }
    [[nodiscard]] std::int64_t conflicts() const { return conflicts_; }

  private:
    struct Subscriber {
        std::uint32_t propagator;
        Wake when;
    };
    class Subscribe;

    [[nodiscard]] Propagator& propagator(std::uint32_t id) { return *propagators_[id]; }
    void take_in(Propagator& constraint);
    void schedule(std::uint32_t id);
    void wake_subscribers(const Store::Change& change);
    void clear_queue();
    void go_back_to(int level);
    [[nodiscard]] std::optional<std::uint32_t> next_queued();

    // Conflict analysis (analysis.cpp).
    void trace_back();
    void collect_conflict();
    void add_cause(Literal l);
    void add_cause_at(Literal l, Position at);
    void add_reason_of(Position at);
    void append_clause_reason(std::uint32_t clause, std::vector<Literal>& out);
    [[nodiscard]] Literal needed_at(Position at) const;
    [[nodiscard]] int level_of(Position at) const;
    [[nodiscard]] bool is_shown() const { return onlooker_ != nullptr && given_level() == 0; }
    void show_explanation(const Reason& reason, Literal fact) const;
    [[nodiscard]] bool is_covered(Literal l) const;
    [[nodiscard]] bool is_redundant(Position at);
    void finish_learned(Position top);

    Store store_;
    Clauses clauses_;
    std::uint32_t lasting_clauses_ = 0;  // with something given: those that outlast it
    std::vector<std::unique_ptr<Propagator>> own_;
    std::vector<Propagator*> propagators_;              // the problem's, then own_, by id
    std::vector<std::uint8_t> priorities_;              // by id
    std::vector<std::vector<Subscriber>> subscribers_;  // by variable
    std::array<std::vector<std::uint32_t>, 3> queues_;  // by priority; first in, first out
    std::array<std::size_t, 3> heads_{};
    std::vector<bool> is_queued_;
    Position head_ = 0;
    Position fixpoint_ = 0;  // up to here every change has been propagated by all it woke
    std::int64_t propagations_ = 0;
    std::int64_t conflicts_ = 0;

    std::vector<Position> heap_;     // causes not yet traced, latest first
    std::vector<Value> needed_;      // by position: how strong a bound is needed
    std::vector<bool> is_needed_;    // by position
    std::vector<Position> touched_;  // positions marked
    std::vector<Position> kept_;     // causes that stay in the nogood
    std::vector<Literal> scratch_;
    std::vector<Literal> learned_;
    std::vector<std::uint32_t> met_;
    Onlooker* onlooker_ = nullptr;
};

}  // namespace rul::solver
