#pragma once

#include "engine/solver/core/store.hpp"
#include "engine/solver/core/types.hpp"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace rul::solver {

class Problem;
class Relaxation;
class Renaming;

/// Values first..last of one variable.
struct ValueRun {
    Value first;
    Value last;
};

/// What advice calls that which cannot be, and the most it calls anything: many may be added up.
inline constexpr Cost dear_advice = infinite_cost >> 20U;

/// Which changes of a variable wake a propagator.
enum class Wake : std::uint8_t { bounds, domain, fixed };

/// Where a propagator says what wakes it.
class Subscriptions {
  public:
    virtual ~Subscriptions() = default;
    Subscriptions() = default;
    Subscriptions(const Subscriptions&) = delete;
    Subscriptions& operator=(const Subscriptions&) = delete;
    Subscriptions(Subscriptions&&) = delete;
    Subscriptions& operator=(Subscriptions&&) = delete;

    virtual void wake_on(IntVar x, Wake when) = 0;
};

/// One constraint of a problem, posted once and called many times.
///
/// Checklist for a new one (docs/adding-a-constraint.md):
///   1. holds() is the definition: no cleverness, it is the oracle of the tests.
///   2. propagate() never infers what some solution contradicts (sound) and returns false
///      once every variable is fixed and holds() is false (complete).
///   3. Every reason is true when given, implies its fact by this constraint alone, and is as weak
///      as it cheaply can be.
///   4. propagate() keeps no state between calls, or rebuilds it: backtracking tells it nothing.
///   5. A test file of its own: pictures, brute force, strength, reasons, overflow at max_value.
class Propagator {
  public:
    virtual ~Propagator() = default;
    Propagator() = default;
    Propagator& operator=(const Propagator&) = delete;
    Propagator(Propagator&&) = delete;
    Propagator& operator=(Propagator&&) = delete;

    /// Stable name for traces, statistics and explanations: "separation".
    [[nodiscard]] virtual std::string_view name() const = 0;

    /// The variables the constraint is about, each once.
    [[nodiscard]] virtual std::span<const IntVar> scope() const = 0;

    /// Says what wakes it; unless overridden, any change of any variable of its scope.
    virtual void subscribe(Subscriptions& s) const {
        for (const IntVar x : scope())
            s.wake_on(x, Wake::domain);
    }

    /// Makes the domains smaller. Need not reach a fixpoint; it is called again when woken,
    /// its own changes included. False on a conflict.
    [[nodiscard]] virtual bool propagate(Store& s) = 0;

    /// The reason of `fact`, inferred with infer_lazily(fact, id(), data) at trail position `at`:
    /// literals true before `at`, appended to `out`. Only those who infer lazily need it.
    virtual void explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                         std::vector<Literal>& out) const;

    /// The constraint itself, on a full assignment. The search never calls this; checkers do.
    [[nodiscard]] virtual bool holds(const Assignment& values) const = 0;

    /// The same constraint over other variables of the same values, in the same order. It shares
    /// nothing that changes: the two may run at once. Null: it is never part of a problem (a bound
    /// of the search's own).
    [[nodiscard]] virtual std::unique_ptr<Propagator> renamed(const Renaming& to) const = 0;

    /// Adds linear rows that every solution of this constraint obeys, for the priced bound.
    /// Unless overridden: none (the bound is then weaker, never wrong).
    virtual void relax(Relaxation& rows) const;

    /// Literals of which one that is false makes the constraint hold, whatever all else is.
    [[nodiscard]] virtual std::span<const Literal> conditions() const { return {}; }
    /// Whether breaking_values() says all there is to say; for those that have no rows.
    [[nodiscard]] virtual bool names_breaking_values() const { return false; }
    /// The values of `x`, of its scope, that break the constraint while all other variables stand
    /// as in `values`: appended to `out`, each in one run.
    virtual void breaking_values(IntVar x, const Assignment& values,
                                 std::vector<ValueRun>& out) const;

    /// Whether advise() says all there is to say.
    [[nodiscard]] virtual bool gives_advice() const { return false; }
    /// Variables of its scope that it only pushes up, so that they pay for the others.
    [[nodiscard]] virtual std::span<const IntVar> payers() const { return {}; }
    /// Adds to `by_value`, from initial_min(x) on, what each value of `x` would cost the payers
    /// beside the others that are given; dear_advice where it breaks the constraint.
    /// Summed up while the variables are given one after the other, it is what the payers cost.
    /// @pre x is in the scope and no payer; by_value.size() is that of x's initial domain
    virtual void advise(const Problem& problem, const Assignment& given, IntVar x,
                        std::span<Cost> by_value) const;

    /// Cheap and often decisive ones run first: 0 (first), 1, 2 (last).
    [[nodiscard]] virtual int priority() const { return 1; }

    /// Its number in the problem; set when posted.
    [[nodiscard]] std::uint32_t id() const { return id_; }
    void set_id(std::uint32_t id) { id_ = id; }

  protected:
    Propagator(const Propagator&) = default;  ///< for renamed()

  private:
    std::uint32_t id_ = 0;
};

}  // namespace rul::solver
