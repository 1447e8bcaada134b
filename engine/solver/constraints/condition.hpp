#pragma once

#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"
#include "engine/solver/core/store.hpp"
#include "engine/solver/core/types.hpp"

#include <initializer_list>
#include <vector>

namespace rul::solver {

/// A constraint binds when all of `literals` are true; with none it always binds.
///
/// Half-reified: a constraint that is certainly broken makes its last open literal false; one that
/// certainly holds says nothing of its condition.
struct Condition {
    std::vector<Literal> literals;

    [[nodiscard]] bool is_empty() const { return literals.empty(); }
    void rename(const Renaming& to) { to.apply(literals); }
    [[nodiscard]] bool holds(const Assignment& values) const;
};

/// The values of `x` that make the condition true, the other variables being as in `values`.
void append_binding_values(const Condition& when, IntVar x, const Assignment& values,
                           std::vector<ValueRun>& out);

/// The variables of `xs`, then those of the condition, each once.
[[nodiscard]] std::vector<IntVar> scope_of(const std::vector<IntVar>& xs,
                                           const Condition& when = {});

/// Wakes on what may make a literal of the condition true or false.
void wake_on_condition(Subscriptions& s, const Condition& when);

/// Whether the store can hold `fact`: "ne" strictly inside the bounds of a wide variable is lost.
[[nodiscard]] bool can_hold(const Store& s, Literal fact);

/// Appends a literal of a reason: nothing if it is true from the start, eq as two bounds.
void append_cause(const Store& s, Literal l, std::vector<Literal>& out);

/// One call of a conditional constraint: gathers a reason, then infers under the condition.
///
///     return guard.because(a.from(p)).because(a.held()).infer(b.from(p + least));
///
/// Reasons get the condition's literals added, and lose the literals that are true from the start;
/// "eq" is split in two bounds. While one literal of the condition is open nothing is inferred, but
/// what would be a conflict makes that literal false.
class Guard {
  public:
    /// `scratch` is the constraint's own, kept between calls so that nothing is allocated.
    Guard(Store& s, const Condition& when, std::vector<Literal>& scratch);
    /// Of a constraint that always binds.
    Guard(Store& s, std::vector<Literal>& scratch);

    [[nodiscard]] Store& store() const { return store_; }
    /// Nothing can follow: a literal of the condition is false, or two are open.
    [[nodiscard]] bool is_idle() const { return state_ == State::idle; }
    /// The condition is true.
    [[nodiscard]] bool is_on() const { return state_ == State::on; }

    Guard& because(Literal l);
    /// `fact` follows from what was given to because(). False on a conflict.
    [[nodiscard]] bool infer(Literal fact);
    /// What was given to because() cannot hold together. False on a conflict.
    [[nodiscard]] bool fail();

  private:
    enum class State : std::uint8_t { idle, open, on };

    void add_condition();

    Store& store_;
    const Condition& when_;
    std::vector<Literal>& why_;
    State state_ = State::on;
    Literal open_{};
};

}  // namespace rul::solver
