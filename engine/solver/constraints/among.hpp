#pragma once

#include "engine/solver/core/coordinate.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <memory>
#include <vector>

namespace rul::solver {

/// count = how many members are held with first <= coordinate <= last: meetings in a quarter.
///
///     first..last      [=========]
///     member 1           [###]            in for certain
///     member 2      [###]                 not in
///     member 3   [#######]                open: 1 <= count <= 2
///
/// Strength: domain consistent on the members, bounds consistent on count.
/// Cost: O(members) a call. Reasons: of members in for certain two bounds, of those not in a bound
/// or the holes, and the bound of count; lazy.
/// Rows: the number in = count, with count as a sum of its steps.
class Among final : public Propagator {
  public:
    /// @pre each variable once
    Among(const std::vector<Coordinate>& members, Value first, Value last, IntVar count);

    [[nodiscard]] std::string_view name() const override { return "among"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    [[nodiscard]] bool propagate(Store& s) override;
    void explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                 std::vector<Literal>& out) const override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &Among::members_, &Among::count_, &Among::scope_);
    }
    void relax(Relaxation& rows) const override;

  private:
    /// A member's values that are in.
    struct Member {
        IntVar x;
        Value first;
        Value last;

        void rename(const Renaming& to) { to.apply(x); }
        [[nodiscard]] bool is_in(const Store& s, Position at) const;
        [[nodiscard]] bool is_out(const Store& s, Position at) const;
    };
    enum class Place : std::uint8_t { in, open, out };

    [[nodiscard]] static Place place_of(const Store& s, const Member& member);
    [[nodiscard]] bool keep_open_out(Store& s) const;
    [[nodiscard]] bool take_open_in(Store& s) const;
    void explain_in(const Store& s, Position at, Value needed, std::vector<Literal>& out) const;
    void explain_out(const Store& s, Position at, Value needed, std::vector<Literal>& out) const;

    std::vector<Member> members_;
    IntVar count_;
    std::vector<IntVar> scope_;
};

}  // namespace rul::solver
