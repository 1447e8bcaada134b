#pragma once

#include "engine/referee/standing.hpp"

namespace rul::referee {

/// How far `b` is from `a`, in minutes for minutes and hours, in working days for those, else in
/// days. Nothing where a time is needed and not known.
[[nodiscard]] std::optional<int> distance_between(const Standing& standing, model::MeetingId a,
                                                  model::MeetingId b, model::Unit unit);

/// "20 dage", "3 hverdage", "2 timer 30 minutter": a distance as distance_between() counts it.
[[nodiscard]] base::Text distance_text(int distance, model::Unit unit);

/// How much `distance` lies outside min..max: days, working days, or started 15 minutes.
[[nodiscard]] model::Points excess(const model::DistanceRange& range, int distance);

/// |d| + max(0, |d| - 7) of the distance from the ideal, in the units of excess(); 0 without ideal.
[[nodiscard]] model::Points deviation(const model::DistanceRange& range, int distance);

}  // namespace rul::referee
