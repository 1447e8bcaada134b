#pragma once

#include "engine/solver/core/renaming.hpp"
#include "engine/solver/problem.hpp"

#include <cstddef>
#include <vector>

namespace rul::solver {

/// Some of a problem as a problem of its own: some of the variables, numbered anew in the same
/// order, and copies of some constraints and clauses. Costs and paths are its own.
///
/// Nothing that changes is shared, so parts can be solved at once, each on a thread of its own.
class Part {
  public:
    /// Over the variables for which `is_in` is true, with the values they have in `domains` now.
    /// @pre `whole` outlives it
    Part(const Problem& whole, const Store& domains, const std::vector<bool>& is_in);

    /// A constraint or a clause, by number: first the constraints, then the clauses.
    /// @pre all its variables are in the part
    void take(std::size_t source);
    /// @pre all its members are in the part
    void add_path(SeriesPath path);

    [[nodiscard]] Problem& problem() { return problem_; }
    [[nodiscard]] const Problem& problem() const { return problem_; }
    /// Solved: what is in it is not needed any more, only where it stands in the whole.
    void forget_problem() { problem_ = Problem{}; }
    /// By variable of the part, ascending: which it is of the whole.
    [[nodiscard]] const std::vector<IntVar>& variables() const { return variables_; }
    [[nodiscard]] bool has(IntVar x) const { return to_.has(x); }
    /// What stands for `x` of the whole. @pre it is in the part
    [[nodiscard]] IntVar of(IntVar x) const { return to_.of(x); }
    [[nodiscard]] Assignment of(const Assignment& whole) const;
    /// Values of the part, where they stand in the whole.
    void put(const Assignment& part, Assignment& whole) const;
    /// Only those that are not as in `before`.
    void put_changes(const Assignment& part, const Assignment& before, Assignment& whole) const;

  private:
    const Problem* whole_;
    Problem problem_;
    std::vector<IntVar> variables_;
    Renaming to_;
};

}  // namespace rul::solver
