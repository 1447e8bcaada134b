#pragma once

#include "config/reader/draft.hpp"
#include "config/reader/references.hpp"

#include <vector>

namespace rul::config {

/// "3-5" within a part of the period.
struct SaidCount {
    model::DateRange within{};
    int least = 0;
    int most = 0;
    Place place;
};

/// The dates that are given for the meetings of a series.
struct SaidDates {
    std::vector<std::vector<SaidDate>> settled;  ///< One of each: a fixed date alone, or either-or.
    std::vector<SaidDate> cancelled;

    [[nodiscard]] bool empty() const { return settled.empty() && cancelled.empty(); }
};

/// count = 9, "3-5", or a list of { within, count }. In date order, inside the period, disjoint.
[[nodiscard]] std::vector<SaidCount> read_counts(Draft& draft, const Node* node);
/// fixed, fixed_from, either and cancelled; no date twice.
[[nodiscard]] SaidDates read_dates_of(Draft& draft, Fields& fields, bool seminar);
/// The quotas of a series. Without a count: as many meetings as dates.
[[nodiscard]] std::vector<model::Quota> to_quotas(Draft& draft,
                                                  const std::vector<SaidCount>& counts,
                                                  const SaidDates& dates);
/// Gives the dates to the meetings of their quota, if it has as many; to Series::includes if not.
void place_dates(Draft& draft, model::Series& series, const SaidDates& dates);

}  // namespace rul::config
