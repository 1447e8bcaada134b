#pragma once

#include "engine/solver/core/store.hpp"
#include "engine/solver/core/types.hpp"

#include <span>
#include <string_view>

namespace rul::solver {

/// Sees what a search concludes, as it concludes it: checkers hold that against all solutions.
///
/// Nothing that decides asks it anything. Without one a search pays a look at a pointer for each
/// conflict and each reason.
class Onlooker {
  public:
    virtual ~Onlooker() = default;
    Onlooker() = default;
    Onlooker(const Onlooker&) = delete;
    Onlooker& operator=(const Onlooker&) = delete;
    Onlooker(Onlooker&&) = delete;
    Onlooker& operator=(Onlooker&&) = delete;

    /// `who` (a constraint, a bound, "clause") says that `reason` implies `fact`.
    virtual void explained(std::string_view who, std::span<const Literal> reason, Literal fact) = 0;
    /// These cannot hold together: found by propagation.
    virtual void conflicting(std::span<const Literal> together) = 0;
    /// These cannot hold together: the negations of a clause that is kept. `s` stands at the
    /// conflict still; what came before its first level is said to hold in all solutions.
    virtual void learned(const Store& s, std::span<const Literal> nogood) = 0;
};

}  // namespace rul::solver
