#pragma once

#include "engine/solver/core/coordinate.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/renaming.hpp"

#include <memory>
#include <vector>

namespace rul::solver {

/// excess >= sum over buckets of max(0, weights of the members held in it - most).
///
///     bucket     3     4     5         A member's coordinate is the number of its bucket: its day,
///     held      ##    ####   #         its week. With most = 2, bucket 4 is 2 over.
///     most     ----  ----  ----
///
/// Strength: excess rises to that of the members certainly held in a bucket; a member leaves the
/// buckets where it would make the excess too great. Domain consistent once all but one are fixed.
/// Cost: O(buckets + members * full buckets) a call.
/// Reasons: the bounds of the members that fill the buckets over `most`, the bound of excess; lazy.
/// Rows: in each bucket sum of weights <= most + excess, with excess as a sum of its steps.
class BucketExcess final : public Propagator {
  public:
    /// @pre each variable once; as many weights as members, all >= 0; most >= 0
    BucketExcess(std::vector<Coordinate> members, std::vector<int> weights, Value most,
                 IntVar excess);

    [[nodiscard]] std::string_view name() const override { return "bucket-excess"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    [[nodiscard]] bool propagate(Store& s) override;
    void explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                 std::vector<Literal>& out) const override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &BucketExcess::members_, &BucketExcess::excess_,
                       &BucketExcess::scope_);
    }
    void relax(Relaxation& rows) const override;

  private:
    [[nodiscard]] std::size_t place(Value bucket) const {
        return static_cast<std::size_t>(bucket - first_bucket_);
    }
    /// What the load of one bucket adds to the excess.
    [[nodiscard]] Cost excess_of(Cost load) const { return load > most_ ? load - most_ : 0; }
    [[nodiscard]] Cost fill(const Store& s);
    [[nodiscard]] bool leave_full_buckets(Store& s, Cost slack) const;
    [[nodiscard]] bool leave(Store& s, std::size_t bucket, Cost slack) const;
    /// A member, and the place of the bucket it is not to be in.
    struct Move {
        std::size_t member;
        std::size_t to;
    };
    [[nodiscard]] Cost explain_excess(const Store& s, Position at, Cost needed, Move move,
                                      std::vector<Literal>& out) const;
    [[nodiscard]] std::size_t place_before(const Store& s, const Coordinate& m, Position at) const;

    std::vector<Coordinate> members_;
    std::vector<int> weights_;
    Value most_;
    IntVar excess_;
    Value first_bucket_ = 0;
    int greatest_weight_ = 0;
    std::vector<Cost> loads_;  // by bucket, of the members certainly in it
    std::vector<IntVar> scope_;
};

}  // namespace rul::solver
