#pragma once

#include "engine/solver/constraints/task.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <array>
#include <memory>
#include <vector>

namespace rul::solver {

/// If both are held at the same exclusive place, the tasks do not overlap: a pair in one room.
///
///     a  [###]     room 1         certainly overlapping: not the same exclusive place;
///     b    [###]   not room 1     certainly the same exclusive place: b not over a
///
/// Places that are not exclusive (Teams, a house with rooms enough), and places beyond the table,
/// take any number.
///
/// Strength: the two implications of the picture, so domain consistent once all but one are fixed.
/// Cost: O(log n) a call. Reasons: two bounds of each task, the weakest that serve, and the places;
/// lazy. Rows: none.
class NotTogether final : public Propagator {
  public:
    /// @pre four different variables; each end after its start
    NotTogether(Task a, Task b, IntVar place_a, IntVar place_b,
                std::shared_ptr<const std::vector<bool>> exclusive);

    [[nodiscard]] std::string_view name() const override { return "not-together"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    void subscribe(Subscriptions& s) const override;
    [[nodiscard]] bool propagate(Store& s) override;
    void explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                 std::vector<Literal>& out) const override;
    [[nodiscard]] bool gives_advice() const override { return true; }
    void advise(const Problem& problem, const Assignment& given, IntVar x,
                std::span<Cost> by_value) const override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &NotTogether::tasks_, &NotTogether::places_, &NotTogether::scope_);
    }
    [[nodiscard]] bool names_breaking_values() const override { return true; }
    void breaking_values(IntVar x, const Assignment& values,
                         std::vector<ValueRun>& out) const override;

  private:
    [[nodiscard]] bool is_exclusive(Value place) const;
    [[nodiscard]] bool are_at_once(Value a, Value b) const;
    [[nodiscard]] bool keep_places_apart(Store& s, std::size_t known) const;
    [[nodiscard]] bool keep_times_apart(Store& s) const;
    [[nodiscard]] bool overlap(const Assignment& values) const;
    void clashing_values(std::size_t i, Value other, std::vector<ValueRun>& out) const;

    std::array<Task, 2> tasks_;
    std::array<IntVar, 2> places_;
    std::shared_ptr<const std::vector<bool>> exclusive_;
    std::array<Value, 2> greatest_length_{};
    std::array<IntVar, 4> scope_;
};

}  // namespace rul::solver
