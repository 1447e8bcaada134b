#include "engine/referee/measure.hpp"

#include "engine/model/words.hpp"

#include <algorithm>
#include <cstdlib>

namespace rul::referee {

using model::DistanceRange;
using model::Points;
using model::Unit;

namespace {

bool is_by_the_clock(Unit unit) {
    return unit == Unit::minute || unit == Unit::hour;
}

// A bound of a DistanceRange, in what distance_between() counts.
int counted(int bound, Unit unit) {
    if (unit == Unit::hour) return bound * 60;
    if (unit == Unit::week) return bound * 7;
    return bound;
}

// Days cost one by one, minutes by the quarter of an hour, rounded up.
Points paid_for(int amount, Unit unit) {
    return is_by_the_clock(unit) ? (amount + 14) / 15 : amount;
}

}  // namespace

std::optional<int> distance_between(const Standing& standing, model::MeetingId a,
                                    model::MeetingId b, Unit unit) {
    if (!is_by_the_clock(unit))
        return standing.brief().calendar.distance(standing.date_of(a), standing.date_of(b), unit);
    const auto first = standing.span_of(a);
    const auto second = standing.span_of(b);
    if (!first || !second) return std::nullopt;
    return static_cast<int>((second->start - first->end).count());
}

base::Text distance_text(int distance, Unit unit) {
    return model::in_both([&](base::Language language) {
        if (!is_by_the_clock(unit))
            return model::count_of(distance, unit == Unit::week ? Unit::day : unit, language);
        const std::string sign = distance < 0 ? "-" : "";
        return sign + model::length_text(model::minutes{std::abs(distance)}, language);
    });
}

Points excess(const DistanceRange& range, int distance) {
    int outside = 0;
    if (range.min) outside = std::max(outside, counted(*range.min, range.unit) - distance);
    if (range.max) outside = std::max(outside, distance - counted(*range.max, range.unit));
    return paid_for(outside, range.unit);
}

Points deviation(const DistanceRange& range, int distance) {
    if (!range.ideal) return 0;
    const int off = std::abs(distance - counted(*range.ideal, range.unit));
    const Points paid = paid_for(off, range.unit);
    return paid + std::max<Points>(0, paid - 7);
}

}  // namespace rul::referee
