#include "engine/planner/grid.hpp"

namespace rul::planner {

solver::Value Grid::week_of(model::Date date) {
    // 1 January 1970 was a Thursday: three days after a Monday.
    const auto days = static_cast<solver::Value>(date.time_since_epoch().count()) + 3;
    return days >= 0 ? days / 7 : (days - 6) / 7;
}

}  // namespace rul::planner
