#pragma once

#include "engine/planner/encoding.hpp"
#include "engine/planner/planner.hpp"
#include "engine/planner/without.hpp"

#include <chrono>
#include <functional>
#include <optional>

namespace rul::planner {

enum class Existence { yes, no, unknown };

/// Something more that is asked of the calendar, put into the problem after the rules.
using Extra = std::function<void(Encoding&)>;

/// Puts a price on each date of each meeting held.
[[nodiscard]] Extra pricing(std::function<solver::Cost(model::MeetingId, model::Date)> price);

/// Asks for calendars of a brief, of part of it, or of one much like it, many times within one
/// allowance.
///
/// `Limits::effort` holds for each question, `seconds` and `stop` for all of them together.
class Asking {
  public:
    explicit Asking(const Limits& limits)
        : limits_{limits}, begun_{std::chrono::steady_clock::now()} {}

    /// Whether there is any calendar; what is not settled in good time is unknown.
    [[nodiscard]] Existence exists(const model::Brief& brief, const Without& without,
                                   const Extra& extra = {}) const;

    /// The cheapest calendar by the costs in the problem, `extra` included.
    [[nodiscard]] Answer best(const model::Brief& brief, const Without& without,
                              const Extra& extra = {},
                              const std::function<void(const Progress&)>& progress = {}) const;

    [[nodiscard]] bool is_stopped() const;

    /// The same allowance, but no question takes more than `effort`.
    [[nodiscard]] Asking with_at_most(std::int64_t effort) const;

  private:
    [[nodiscard]] std::optional<double> seconds_left() const;

    Limits limits_;
    std::chrono::steady_clock::time_point begun_;
};

}  // namespace rul::planner
