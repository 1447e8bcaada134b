#pragma once

#include "engine/model/calendar.hpp"
#include "engine/model/time.hpp"
#include "engine/solver/core/types.hpp"

namespace rul::planner {

/// The only place where dates and times become integers, and integers dates and times.
///
/// Days count from the period's first day (day 0), minutes from that day's midnight. Both may be
/// negative: events and fixed meetings can lie before the period.
class Grid {
  public:
    explicit Grid(model::Date first_day) : first_day_{first_day} {}

    [[nodiscard]] solver::Value day_of(model::Date date) const {
        return static_cast<solver::Value>((date - first_day_).count());
    }
    [[nodiscard]] model::Date date_of(solver::Value day) const {
        return first_day_ + std::chrono::days{day};
    }
    [[nodiscard]] solver::Value minute_of(model::Moment moment) const {
        return static_cast<solver::Value>((moment - model::Moment{first_day_}).count());
    }
    [[nodiscard]] model::Moment moment_of(solver::Value minute) const {
        return model::Moment{first_day_} + model::minutes{minute};
    }
    /// Weeks from Monday to Sunday, counted without a break over New Year.
    [[nodiscard]] static solver::Value week_of(model::Date date);
    /// How many working days lie between the first day and `date`: differences of it are distances
    /// in working days.
    [[nodiscard]] solver::Value working_day_of(const model::Calendar& calendar,
                                               model::Date date) const {
        return calendar.working_days_between(first_day_, date);
    }

  private:
    model::Date first_day_;
};

}  // namespace rul::planner
