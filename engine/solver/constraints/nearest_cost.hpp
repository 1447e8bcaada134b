#pragma once

#include "engine/solver/constraints/absence.hpp"
#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/core/coordinate.hpp"
#include "engine/solver/core/propagator.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace rul::solver {

/// What each difference costs: of[i] is the cost of first + i, falling to a bottom and rising after
/// it; every difference outside costs `beyond`, which is the most.
struct Nearness {
    Value first = 0;
    std::vector<Cost> of;
    Cost beyond = 0;

    [[nodiscard]] Cost at(Value difference) const {
        const Value i = difference - first;
        return i < 0 || i >= static_cast<Value>(of.size()) ? beyond
                                                           : of[static_cast<std::size_t>(i)];
    }
};

/// cost >= least of f(subject - provider) over the providers held, if the subject is held; `beyond`
/// if none is: each meeting is served by the nearest, and pays for how near that is.
///
///     subject           s           the window of differences that cost at most `cost`:
///     providers   p   p     p       some provider stands in it, or the value of s goes
///                 [-window-]
///
/// Strength: complete; the subject's values and the least cost are domain consistent while the
/// condition is true. Cost: O(subject's values * providers * log n) a call. Reasons: what is
/// missing from the window of each value that went; lazy. Rows (without condition): for each
/// coordinate of the subject and some levels of f, "a provider stands within that level" or the
/// rise to the next is paid. They pay `cost`, and so presume that it costs at least 1 a unit.
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
    [[nodiscard]] bool raise_cost(Store& s);
    [[nodiscard]] bool keep_near(Store& s);
    void explain_run(const Store& s, Run run, Cost level, Position at,
                     std::vector<Literal>& out) const;
    void add_level(Relaxation& rows, Cost level, Cost price) const;

    Coordinate subject_;
    std::vector<Coordinate> providers_;
    std::shared_ptr<const Nearness> f_;
    Value bottom_ = 0;  // a difference of least cost
    IntVar cost_;
    Condition when_;
    std::vector<IntVar> scope_;
    std::vector<Cost> nearest_;  // by value of the subject: scratch of one call
};

}  // namespace rul::solver
