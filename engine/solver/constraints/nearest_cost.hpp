#pragma once

#include "engine/solver/constraints/absence.hpp"
#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/core/coordinate.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace rul::solver {

/// What each difference costs: of[i] is the cost of first + i, falling to a bottom and rising after
/// it. These differences are the window; with no provider in it, `beyond` is paid.
struct Nearness {
    Value first = 0;
    std::vector<Cost> of;
    Cost beyond = 0;

    [[nodiscard]] bool contains(Value difference) const {
        return first <= difference && difference - first < static_cast<Value>(of.size());
    }
    /// @pre contains(difference)
    [[nodiscard]] Cost at(Value difference) const {
        return of[static_cast<std::size_t>(difference - first)];
    }
};

/// cost >= least of f(subject - provider) over the providers held in the window, `beyond` if there
/// are none; if the subject is held. Each meeting is served by the nearest, and pays for how near.
///
///     subject           s           the window of differences that cost at most `cost`:
///     providers   p   p     p       some provider stands in it, or the value of s goes
///                 [-window-]
///
/// Strength: complete; where no difference of the window costs more than `beyond`, the subject's
/// values and the least cost are domain consistent while the condition is true. (Where one does, a
/// provider that may stand there is taken to cost `beyond` until all is fixed.) Cost: O(subject's
/// values * providers * log n) a call. Reasons: what is missing from the window of each value that
/// went; lazy. Rows: for each coordinate of the subject and some levels of f,
/// "a provider stands within that level" or the rise to the next is paid. They pay `cost`, and so
/// presume that it costs at least 1 a unit.
class NearestCost final : public Propagator {
  public:
    /// @pre the subject is no provider; f as Nearness says, all of it in 0 .. max_value
    NearestCost(Coordinate subject, std::vector<Coordinate> providers,
                std::shared_ptr<const Nearness> f, IntVar cost, Condition when = {});

    [[nodiscard]] std::string_view name() const override { return "nearest-cost"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    [[nodiscard]] bool propagate(Store& s) override;
    void explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                 std::vector<Literal>& out) const override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &NearestCost::subject_, &NearestCost::providers_, &NearestCost::cost_,
                       &NearestCost::when_, &NearestCost::scope_);
    }
    void relax(Relaxation& rows) const override;
    [[nodiscard]] int priority() const override { return 2; }

  private:
    /// Differences least..most cost at most some level; least > most: none does.
    struct Window {
        Value least;
        Value most;
    };

    [[nodiscard]] Window window(Cost level) const;
    [[nodiscard]] Cost nearest(const Store& s, Value coordinate) const;
    [[nodiscard]] Cost clipped_at(Value difference) const;
    [[nodiscard]] Cost exact(Value subject, const std::vector<Value>& providers) const;
    [[nodiscard]] bool raise_cost(Store& s);
    [[nodiscard]] bool charge_exactly(Store& s);
    [[nodiscard]] bool keep_near(Store& s);
    void explain_run(const Store& s, Run run, Cost level, Position at,
                     std::vector<Literal>& out) const;
    void add_level(Relaxation& rows, Cost level, Cost price) const;

    Coordinate subject_;
    std::vector<Coordinate> providers_;
    std::shared_ptr<const Nearness> f_;
    std::vector<Cost> clipped_;  // f, no more than `beyond`
    bool is_clipped_ = false;
    Value bottom_ = 0;  // a difference of least cost
    IntVar cost_;
    Condition when_;
    std::vector<IntVar> scope_;
    std::vector<Cost> nearest_;  // by value of the subject: scratch of one call
    std::vector<Value> fixed_;   // scratch
    std::vector<Literal> why_;
};

}  // namespace rul::solver
