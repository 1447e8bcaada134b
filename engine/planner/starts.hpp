#pragma once

#include "engine/model/brief.hpp"
#include "engine/planner/grid.hpp"
#include "engine/planner/places.hpp"

#include <compare>
#include <memory>
#include <optional>
#include <vector>

namespace rul::planner {

using solver::Value;

/// One way a meeting can be held, but for the place, of which it names those possible.
struct Start {
    Value day = 0;
    Value last_day = 0;  ///< Touched by it.
    Value begin = 0;     ///< In minutes; of one by date only: midnight, as is
    Value end = 0;       ///< this.
    std::optional<model::TimeRange> time;
    bool has_span = false;  ///< Whether begin and end are known.
    model::Mode mode = model::Mode::unspecified;
    bool by_appointment = false;  ///< Then exempt from slots, blocks and closed days.
    model::Points slot_cost = 0;
    std::vector<Value> places;  ///< Ascending, never empty; {0}: nowhere.

    // NOLINTNEXTLINE(readability-implicit-bool-conversion): the comparison is the compiler's own
    friend auto operator<=>(const Start&, const Start&) = default;
};

/// The possible starts of a meeting in order of time, and functions of their numbers.
///
/// Immutable; meetings with the same starts share one.
class StartTable {
  public:
    using Table = std::shared_ptr<const std::vector<Value>>;

    /// @pre `starts` is ascending and not empty
    StartTable(std::vector<Start> starts, const Grid& grid, const model::Calendar& calendar);

    [[nodiscard]] const std::vector<Start>& all() const { return all_; }
    [[nodiscard]] Value count() const { return static_cast<Value>(all_.size()); }
    [[nodiscard]] const Start& at(Value value) const {
        return all_[static_cast<std::size_t>(value)];
    }

    [[nodiscard]] const Table& days() const { return days_; }
    [[nodiscard]] const Table& last_days() const { return last_days_; }
    [[nodiscard]] const Table& working_days() const { return working_days_; }
    [[nodiscard]] const Table& weeks() const { return weeks_; }
    /// Minutes; a start by date only begins and ends at midnight.
    [[nodiscard]] const Table& begins() const { return begins_; }
    [[nodiscard]] const Table& ends() const { return ends_; }

    /// All starts have a time (a date only has none).
    [[nodiscard]] bool is_timed() const { return is_timed_; }
    /// No start has a time.
    [[nodiscard]] bool is_by_date_only() const { return is_by_date_only_; }
    /// Later starts do not end earlier.
    [[nodiscard]] bool ends_in_order() const { return ends_in_order_; }
    /// The longest start, in minutes.
    [[nodiscard]] Value greatest_length() const { return greatest_length_; }
    /// Places possible at some start, ascending.
    [[nodiscard]] const std::vector<Value>& places() const { return places_; }

  private:
    std::vector<Start> all_;
    Table days_, last_days_, working_days_, weeks_, begins_, ends_;
    bool is_timed_ = true, is_by_date_only_ = true, ends_in_order_ = true;
    Value greatest_length_ = 0;
    std::vector<Value> places_;
};

}  // namespace rul::planner
