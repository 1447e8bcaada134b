#pragma once

#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/core/coordinate.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <memory>
#include <vector>

namespace rul::solver {

/// `subject` is left out, or some provider p is held with least <= subject - p <= most.
///
///     providers    p1            p2
///     windows      |..[=====]    |..[=====]     subject stands in one of the windows
///                     least..most
///
/// "SSF needs FFU 28-49 days before": subject SSF, providers the meetings of FFU. "… after" is the
/// same with negative bounds: least = -most', most = -least'.
///
/// Strength: domain consistent on the subject; when one provider alone can serve a subject that is
/// held, the provider's bounds move to the outermost windows. Providers left over are not touched.
/// Cost: O(coordinates of the subject) a call, more where a support was lost.
/// Reasons: of each provider a bound or the holes in the window; lazy, except under an open
/// condition. Rows: [subject at c] <= sum of [p in c - most .. c - least].
class ExistsInWindow final : public Propagator {
  public:
    /// @pre least <= most, both within max_value
    ExistsInWindow(Coordinate subject, std::vector<Coordinate> providers, Value least, Value most,
                   Condition when = {});

    [[nodiscard]] std::string_view name() const override { return "exists-in-window"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    [[nodiscard]] bool propagate(Store& s) override;
    void explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                 std::vector<Literal>& out) const override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &ExistsInWindow::subject_, &ExistsInWindow::providers_,
                       &ExistsInWindow::when_, &ExistsInWindow::scope_);
    }
    void relax(Relaxation& rows) const override;
    [[nodiscard]] int priority() const override { return 2; }

  private:
    /// A provider and its value that served a value of the subject last; looked at first.
    struct Support {
        std::uint32_t provider = 0;
        Value value = -1;
    };

    [[nodiscard]] bool is_served(const Store& s, Value v);
    [[nodiscard]] bool remove_unserved(Store& s);
    [[nodiscard]] bool fail_if_unserved(Guard& guard);
    [[nodiscard]] bool narrow_only_provider(Store& s) const;
    void explain_run(const Store& s, Value first, Value last, Position at,
                     std::vector<Literal>& out) const;
    void explain_only_provider(const Store& s, std::size_t only, Position at,
                               std::vector<Literal>& out) const;

    Coordinate subject_;
    std::vector<Coordinate> providers_;
    Value least_;
    Value most_;
    Condition when_;
    std::vector<IntVar> scope_;
    std::vector<Support> supports_;  // by value of the subject
    std::vector<Literal> why_;
    std::vector<Literal> absences_;
};

}  // namespace rul::solver
