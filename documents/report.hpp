#pragma once

#include "documents/look.hpp"
#include "engine/model/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rul::documents {

/// One rule paid for (or broken: 0 points), and by which meetings.
struct Cost {
    model::RuleId rule;
    std::vector<model::MeetingId> meetings;
    std::optional<model::PersonId> person;
    base::Text text;
    model::Points points = 0;
};

/// Every point of a calendar's cost under the rule that asked for it: sum, where the rule stands,
/// and then each cost with its meetings. "" when nothing costs.
[[nodiscard]] std::string costs_text(const model::Brief& brief, const std::vector<Cost>& costs,
                                     const Look& look);

/// Broken `must` rules, with the lines they were written on.
[[nodiscard]] std::string violations_text(const model::Brief& brief,
                                          const std::vector<Cost>& violations, const Look& look);

/// The days between neighbours of one series, in date order.
struct Evenness {
    model::SeriesId series;
    std::vector<int> gaps;  ///< Days; one fewer than the meetings held.
    double mean = 0;
    double deviation = 0;  ///< Standard deviation of the gaps (of the population).
    int least = 0;
    int most = 0;
};

/// One for each series with at least two meetings held, in the order of the plan file.
[[nodiscard]] std::vector<Evenness> evenness_of(const model::Brief& brief, const model::Plan& plan);

[[nodiscard]] std::string evenness_text(const model::Brief& brief, const model::Plan& plan,
                                        const Look& look);

/// Who is missing where; `missing` by MeetingId. "" when everybody can come everywhere.
[[nodiscard]] std::string missing_text(const model::Brief& brief, const model::Plan& plan,
                                       const std::vector<std::vector<model::PersonId>>& missing,
                                       const Look& look);

/// "rul.toml:14"; "" when the place is not known.
[[nodiscard]] std::string place_of(const base::Location& source);

}  // namespace rul::documents
