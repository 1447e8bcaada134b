#pragma once

#include "base/check.hpp"
#include "engine/solver/core/types.hpp"

#include <array>
#include <cstddef>
#include <limits>
#include <memory>
#include <vector>

namespace rul::solver {

/// From variables of one problem to those that stand for them in another: with it a constraint is
/// copied from the one into the other (Propagator::renamed).
class Renaming {
  public:
    /// @param count how many variables there are to be renamed
    explicit Renaming(std::size_t count) : to_(count, IntVar{none}) {}

    void set(IntVar from, IntVar to) { to_[from.index] = to; }
    [[nodiscard]] bool has(IntVar from) const { return to_[from.index].index != none; }
    /// @pre has(from)
    [[nodiscard]] IntVar of(IntVar from) const {
        RUL_CHECK(has(from));
        return to_[from.index];
    }

    /// A copy of `constraint` in which every variable of `fields` is renamed.
    template <class Constraint, class... Field>
    [[nodiscard]] std::unique_ptr<Constraint> copy(const Constraint& constraint,
                                                   Field Constraint::*... fields) const {
        auto renamed = std::make_unique<Constraint>(constraint);
        (apply(renamed.get()->*fields), ...);
        return renamed;
    }

    void apply(IntVar& x) const { x = of(x); }
    void apply(Literal& l) const { l.var = of({l.var}).index; }
    template <class T>
    void apply(std::vector<T>& all) const {
        for (T& one : all)
            apply(one);
    }
    template <class T, std::size_t count>
    void apply(std::array<T, count>& all) const {
        for (T& one : all)
            apply(one);
    }
    /// Whatever has variables of its own: a coordinate, a task, a condition.
    template <class T>
    void apply(T& other) const {
        other.rename(*this);
    }

  private:
    static constexpr auto none = std::numeric_limits<std::uint32_t>::max();

    std::vector<IntVar> to_;  ///< by variable
};

}  // namespace rul::solver
