#pragma once

#include "engine/solver/constraints/task.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <array>
#include <memory>
#include <vector>

// Two costs of the room meetings that nothing else needs. Both infer only once tasks are fixed: the
// costs are small beside the others.
namespace rul::bench {

/// At each time t: touch[t] >= tasks that end at t * tasks that start at t.
class Touch final : public solver::Propagator {
  public:
    Touch(std::vector<solver::Task> tasks, std::vector<solver::IntVar> touch);

    [[nodiscard]] std::string_view name() const override { return "touch"; }
    [[nodiscard]] std::span<const solver::IntVar> scope() const override { return scope_; }
    void subscribe(solver::Subscriptions& s) const override;
    [[nodiscard]] bool propagate(solver::Store& s) override;
    [[nodiscard]] bool gives_advice() const override { return true; }
    [[nodiscard]] std::span<const solver::IntVar> payers() const override { return touch_; }
    void advise(const solver::Problem& problem, const solver::Assignment& given, solver::IntVar x,
                std::span<solver::Cost> by_value) const override;
    [[nodiscard]] bool holds(const solver::Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<solver::Propagator> renamed(
        const solver::Renaming& to) const override {
        return to.copy(*this, &Touch::tasks_, &Touch::touch_, &Touch::scope_);
    }
    [[nodiscard]] int priority() const override { return 2; }

  private:
    [[nodiscard]] bool raise(solver::Store& s, std::size_t time);

    std::vector<solver::Task> tasks_;
    std::vector<solver::IntVar> touch_;  // by time
    std::vector<solver::IntVar> scope_;
    std::vector<std::vector<std::size_t>> starting_;  // by time: tasks fixed there
    std::vector<std::vector<std::size_t>> ending_;
    std::vector<solver::Literal> why_;
};

/// Two tasks that do not start together, and of which the later starts at most two after the
/// earlier ends, are in one room; or `moves`.
class ChangeOfRoom final : public solver::Propagator {
  public:
    ChangeOfRoom(solver::Task a, solver::Task b, solver::IntVar room_a, solver::IntVar room_b,
                 solver::IntVar moves);

    [[nodiscard]] std::string_view name() const override { return "change of room"; }
    [[nodiscard]] std::span<const solver::IntVar> scope() const override { return scope_; }
    void subscribe(solver::Subscriptions& s) const override;
    [[nodiscard]] bool propagate(solver::Store& s) override;
    [[nodiscard]] bool gives_advice() const override { return true; }
    [[nodiscard]] std::span<const solver::IntVar> payers() const override { return {&moves_, 1}; }
    void advise(const solver::Problem& problem, const solver::Assignment& given, solver::IntVar x,
                std::span<solver::Cost> by_value) const override;
    [[nodiscard]] bool holds(const solver::Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<solver::Propagator> renamed(
        const solver::Renaming& to) const override {
        return to.copy(*this, &ChangeOfRoom::tasks_, &ChangeOfRoom::rooms_, &ChangeOfRoom::moves_,
                       &ChangeOfRoom::scope_);
    }

  private:
    [[nodiscard]] bool are_near(solver::Value a, solver::Value b) const;

    std::array<solver::Task, 2> tasks_;
    std::array<solver::Value, 2> greatest_length_{};
    std::array<solver::IntVar, 2> rooms_;
    solver::IntVar moves_;
    std::vector<solver::IntVar> scope_;
    std::vector<solver::Literal> why_;
};

}  // namespace rul::bench
