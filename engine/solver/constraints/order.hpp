#pragma once

#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <memory>
#include <vector>

namespace rul::solver {

/// `a_first` ? a + after_a <= b : b + after_b <= a: one before the other, and which is a variable.
///
///     a        m.......]             Once a >= m and b <= m + after_a - 1, a is not first;
///     b  [.........]                 once it is known who is first, the other waits for it.
///              |<-after_a->|
///
/// Learning speaks of the order itself, so that a clause holds wherever in time the two may stand.
///
/// Strength: bounds consistent. Cost: O(1) a call. Reasons: two literals.
/// Source: Grimes, Hebrard, Malapert, Closing the open shop: contradicting conventional wisdom
/// (CP 2009).
class Order final : public Propagator {
  public:
    /// @pre a, b and a_first differ; a_first is a 0/1 variable; 0 <= after <= max_value
    Order(IntVar a, IntVar b, Value after_a, Value after_b, IntVar a_first);

    [[nodiscard]] std::string_view name() const override { return "order"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    void subscribe(Subscriptions& s) const override;
    [[nodiscard]] bool propagate(Store& s) override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &Order::ways_, &Order::scope_);
    }
    [[nodiscard]] int priority() const override { return 0; }

  private:
    /// One of the two ways round: `chosen`: first + after <= second.
    struct Way {
        IntVar first;
        IntVar second;
        Value after;
        Literal chosen;

        void rename(const Renaming& to) {
            to.apply(first);
            to.apply(second);
            to.apply(chosen);
        }
    };

    [[nodiscard]] static bool follow(Store& s, const Way& way);

    std::vector<Way> ways_;
    std::vector<IntVar> scope_;
};

}  // namespace rul::solver
