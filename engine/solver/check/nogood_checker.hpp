#pragma once

#include "engine/solver/core/onlooker.hpp"
#include "engine/solver/problem.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace rul::solver::check {

/// Holds all that a search concludes against every solution that it still looks for: those that
/// cost less than the best it knows. Small problems only.
///
///     NogoodChecker checker{problem};
///     solve(problem, {.onlooker = &checker}, [&](auto best, Cost, const Assignment*) {
///         if (best) checker.set_limit(*best);
///     });
///     checker.fault()   // empty: no conclusion lost a solution
class NogoodChecker final : public Onlooker {
  public:
    /// @pre assignment_count() is small: the caller has looked
    explicit NogoodChecker(const Problem& problem);

    /// A solution of this cost is known: from now on those that cost less count.
    void set_limit(Cost limit) { limit_ = limit; }

    /// The first conclusion that a solution refutes, in words; empty: none.
    [[nodiscard]] const std::string& fault() const { return fault_; }
    /// How many conclusions were looked at.
    [[nodiscard]] std::int64_t looked_at() const { return looked_at_; }

    void explained(std::string_view who, std::span<const Literal> reason, Literal fact) override;
    void conflicting(std::span<const Literal> together) override;
    void learned(const Store& s, std::span<const Literal> nogood) override;

  private:
    struct Solution {
        Assignment values;
        Cost cost;
    };

    void look_at(std::string_view what, std::span<const Literal> together);

    std::vector<Solution> solutions_;
    Cost limit_ = infinite_cost;
    std::int64_t looked_at_ = 0;
    std::string fault_;
    std::vector<Literal> together_;
};

}  // namespace rul::solver::check
