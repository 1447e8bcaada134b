#include "engine/planner/encode/distances.hpp"

#include <algorithm>
#include <cstdlib>

namespace rul::planner {

namespace {

constexpr Value quarter_hour = 15;

std::optional<Value> scaled(std::optional<int> count, Value unit) {
    if (!count) return std::nullopt;
    return *count * unit;
}

Value scale_of(model::Unit unit) {
    switch (unit) {
        case model::Unit::hour:
            return 60;
        case model::Unit::week:
            return 7;
        case model::Unit::minute:
        case model::Unit::day:
        case model::Unit::working_day:
            break;
    }
    return 1;
}

}  // namespace

Cost deviation(Cost d) {
    const Cost size = std::abs(d);
    return size + std::max(Cost{0}, size - 7);
}

Measure::Measure(const model::DistanceRange& range)
    : least{scaled(range.min, scale_of(range.unit))},
      ideal{scaled(range.ideal, scale_of(range.unit))},
      most{scaled(range.max, scale_of(range.unit))},
      in_minutes{range.unit == model::Unit::minute || range.unit == model::Unit::hour},
      unit{range.unit} {}

std::optional<Value> Measure::from_to(const Grid& grid, const model::Calendar& calendar,
                                      const Start& a, const Start& b) const {
    if (in_minutes) {
        if (!a.has_span || !b.has_span) return std::nullopt;
        return b.begin - a.end;
    }
    if (unit != model::Unit::working_day) return b.day - a.day;
    return grid.working_day_of(calendar, grid.date_of(b.day))
           - grid.working_day_of(calendar, grid.date_of(a.day));
}

Cost Measure::outside(Value distance) const {
    Cost out = 0;
    if (least) out = std::max(out, Cost{*least} - distance);
    if (most) out = std::max(out, Cost{distance} - *most);
    return in_minutes ? (out + quarter_hour - 1) / quarter_hour : out;
}

Cost Measure::off_ideal(Value distance) const {
    if (!ideal) return 0;
    const Cost off = std::abs(Cost{distance} - *ideal);
    return deviation(in_minutes ? (off + quarter_hour - 1) / quarter_hour : off);
}

}  // namespace rul::planner
