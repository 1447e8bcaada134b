#pragma once

#include "engine/solver/core/store.hpp"
#include "engine/solver/core/types.hpp"
#include "engine/solver/problem.hpp"

#include <optional>
#include <vector>

namespace rul::solver {

/// The least cost of one series under given costs of its members' values: a shortest path.
///
///     none --- member 1 --- member 2 --- ... --- end
///              on day d     on day d + gap, at gap_cost[gap]
///
/// Exact for the series alone. Members that may be left out can be passed over at the cost of their
/// "left out" value. Costs are in whatever unit the caller prices in; gap costs are multiplied by
/// `scale` to match.
///
/// Cost of a sweep: members * days * straight pieces of the gap cost (a sliding minimum over each).
class SeriesBound {
  public:
    SeriesBound(const SeriesPath& path, Cost scale);

    [[nodiscard]] std::size_t member_count() const { return members_.size(); }
    [[nodiscard]] IntVar member(std::size_t k) const { return members_[k].x; }

    /// Of member k's values from 0 (initial minimum) on; the caller keeps it as long as it is used.
    void set_costs(std::size_t k, const std::vector<Cost>* by_value) {
        members_[k].cost = by_value;
    }

    /// The least cost over the domains in `s`; infinite_cost when no path is left.
    [[nodiscard]] Cost sweep(const Store& s);
    /// Whether what the last sweep() worked out still stands: explain() overwrites it.
    [[nodiscard]] bool is_swept() const { return swept_ != nullptr; }
    /// The values of a least path, by member. @pre the last sweep() was below infinite_cost
    [[nodiscard]] const std::vector<Value>& least_path();
    /// For each member and value in its domain: the least cost of a path through it.
    /// @pre the last sweep() was over the same domains
    void through_costs(const Store& s, std::vector<std::vector<Cost>>& out);

    /// A member taken to have one of the values first..last.
    struct Fixed {
        std::size_t member;
        Value first;
        Value last;
    };

    /// Literals true before trail position `at` because of which every path (through `fixed`, if
    /// given) costs `least` or more; as few and weak as one backward sweep finds. Appended to
    /// `out`; none of them is about the fixed member.
    /// @pre the least cost over the domains before `at` is >= least
    /// @return the least cost that the literals alone leave (>= least)
    Cost explain(const Store& s, Position at, Cost least, std::vector<Literal>& out,
                 std::optional<Fixed> fixed = std::nullopt);

    /// How many steps all sweeps so far took.
    [[nodiscard]] std::int64_t work() const { return work_; }

  private:
    struct Member {
        IntVar x;
        Value count;             ///< values that are held; x may have one more: left out
        std::vector<Value> day;  ///< by value, 0-based
        const std::vector<Cost>* cost = nullptr;
    };
    /// One table over "the last member held stood on day d", and "none held yet".
    struct Front {
        std::vector<Cost> on;  ///< by day
        Cost none = infinite_cost;
    };

    /// A straight piece of the gap cost: gaps first..last cost at_first + slope * (gap - first).
    struct Piece {
        Value first;
        Value last;
        Cost at_first;
        Cost slope;
    };

    [[nodiscard]] Cost gap_cost(Value gap) const {
        const Value i = gap - least_gap_;
        return i < 0 || i >= static_cast<Value>(gap_.size()) ? infinite_cost
                                                             : gap_[static_cast<std::size_t>(i)];
    }
    [[nodiscard]] bool may_start(Value day) const { return day <= first_must_; }
    [[nodiscard]] bool may_end(Value day) const { return next_must_[index(day)] > last_day_; }
    [[nodiscard]] bool may_follow(Value from, Value to) const {
        return to <= next_must_[index(from)];
    }
    [[nodiscard]] static std::size_t index(Value day) { return static_cast<std::size_t>(day); }

    using Days = std::vector<Value>;  ///< ascending
    struct Queued {
        Value day;
        Cost key;
    };
    /// Of values: none when last < first.
    struct Span {
        Value first = 0;
        Value last = -1;
    };

    template <class IsAlive>
    static void day_costs(const Member& m, Span values, IsAlive is_alive, std::vector<Cost>& best);
    void cut_into_pieces();
    void extend_front(std::size_t k, const std::vector<Cost>& best, Cost left_out);
    void list_days();
    void look_at_days(std::size_t k);
    void arrive(std::size_t k, std::vector<Cost>& out);
    void arrive_by(const Piece& piece, const Front& before, const Days& sources, const Days& days,
                   std::vector<Cost>& out);
    void backward_step(std::size_t k, Cost left_out, Front& back);
    void depart_by(const Piece& piece, const Days& sources, const Days& days,
                   std::vector<Cost>& out);
    [[nodiscard]] static Cost left_out_cost(const Member& m, bool is_possible);
    [[nodiscard]] Value least_end(Cost& cost) const;
    [[nodiscard]] Value cheapest_on(std::size_t k, Value day) const;
    [[nodiscard]] Value day_before(const Front& before, Value day, Cost& cost) const;
    [[nodiscard]] Front end_front() const;
    template <class IsAlive>
    void forward_with(IsAlive is_alive);
    void let_in(const Fixed& asked, Position at, Position root, Cost least, const Front& back);
    [[nodiscard]] Cost through_left_out(std::size_t k, const Front& back) const;

    std::vector<Member> members_;
    Value last_day_ = 0;
    Value least_gap_;
    std::vector<Cost> gap_;
    std::vector<Piece> pieces_;
    Value first_must_;
    std::vector<Value> last_must_;  ///< by day: the last day to be passed before it, or 0
    std::vector<std::vector<Cost>> arrivals_;  ///< by member and day: least cost before its own
    std::vector<Span> values_;                 ///< by member: those looked at now
    std::vector<Days> days_;                   ///< by member: all of its days
    std::vector<Days> targets_;      ///< by member: days looked at; arrivals_ is kept on them
    std::vector<Days> reached_;      ///< of each front: its finite days
    std::vector<Days> days_before_;  ///< by member: all days of those before it
    bool looks_at_all_ = false;
    std::vector<Queued> queue_;     ///< scratch: days whose cost may yet be the least
    std::vector<Cost> onward_;      ///< scratch
    std::vector<Value> next_must_;  ///< by day: the next day to be passed, or beyond last_day_
    std::vector<Front> fronts_;     ///< fronts_[k]: after the first k members
    std::vector<std::vector<Cost>> best_;          ///< by member and day: cheapest value possible
    std::vector<std::vector<Position>> removals_;  ///< scratch, by member and value
    std::vector<Value> removed_;                   ///< scratch
    std::vector<Value> least_path_;
    const Store* swept_ = nullptr;
    std::int64_t work_ = 0;
};

}  // namespace rul::solver
