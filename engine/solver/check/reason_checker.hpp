#pragma once

#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/store.hpp"

#include <span>
#include <string>
#include <vector>

namespace rul::solver::check {

/// The literals that explain the change at `at`; asks the propagator when the reason is lazy.
/// @pre the change is no decision and no clause; `by` made it
[[nodiscard]] std::vector<Literal> reason_of(const Store& s, Position at, const Propagator& by);

/// The literals that were found unable to hold together, a lazy reason resolved.
/// @pre `by` reported the conflict
[[nodiscard]] std::vector<Literal> conflict_of(const Store& s, const Propagator& by);

/// Whether all of `reason` was true before the change at `at`.
[[nodiscard]] bool was_true_before(const Store& s, std::span<const Literal> reason, Position at);

/// Whether by `constraint` alone no assignment makes all of `together` true, tried one by one.
///
/// A reason with its fact is sound when the reason and the negated fact cannot hold together.
[[nodiscard]] bool cannot_hold_together(const Propagator& constraint, const Store& domains,
                                        std::span<const Literal> together);

/// Checks every change from trail position `from` on, and the conflict if there was one.
/// @return what is wrong, in words; empty: all is sound
[[nodiscard]] std::string unsound_inference(const Propagator& constraint, const Store& s,
                                            Position from, bool is_conflict);

}  // namespace rul::solver::check
