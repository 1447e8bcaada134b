#pragma once

#include "engine/solver/bounds/priced_bound.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace rul::solver {

/// The priced bound of one node of a search tree: under the node's decisions, what reaches the
/// limit is deleted once, and the decisions are the reason.
///
/// Coarser reasons than the priced bound's own, but they cost nothing. It works on the level of
/// the last decision alone: deeper down the decisions are not all that a deletion rests on. While
/// it is armed nothing else may be decided before or between them.
class NodeBound final : public Propagator {
  public:
    NodeBound(const Problem& problem, const Relaxation& relaxation);

    /// From now on it works below `decisions`. @pre those of the last node are undone
    void arm(const std::vector<Literal>& decisions, const Prices& prices, Cost limit);
    void set_limit(Cost limit);
    void disarm() { is_armed_ = false; }
    [[nodiscard]] std::int64_t work() const { return bound_.work(); }

    [[nodiscard]] std::string_view name() const override { return "node bound"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return bound_.scope(); }
    [[nodiscard]] bool propagate(Store& s) override;
    void explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                 std::vector<Literal>& out) const override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& /*to*/) const override {
        return nullptr;
    }
    [[nodiscard]] int priority() const override { return 2; }

  private:
    [[nodiscard]] bool is_on_its_level(const Store& s) const;

    PricedBound bound_;
    Cost limit_ = infinite_cost;
    std::vector<Literal> decisions_;
    bool is_armed_ = false;
};

}  // namespace rul::solver
