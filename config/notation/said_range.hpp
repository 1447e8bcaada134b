#pragma once

#include "config/notation/said_date.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace rul::config::notation {

/// Days as they were said: a stretch of a given year, or of every year.
struct SaidRange {
    /// The stretch that starts in the year, if there is one ("uge 53").
    std::function<std::optional<model::DateRange>(int)> in_year;
    std::optional<int> year;
    std::optional<SaidDate> single;  ///< A single date: weekdays decide the year.
    std::size_t first = 0;           ///< Tokens.
    std::size_t last = 0;
    bool is_weeks = false;               ///< "uge 7, 8": a number may go on with a list.
    std::optional<std::size_t> week_53;  ///< The token of a week that few years have.
};

[[nodiscard]] std::optional<SaidRange> take_range(Tokens& tokens);
/// The rest of "uge 7, 8-9 og 42": further week numbers.
[[nodiscard]] std::optional<SaidRange> take_more_weeks(Tokens& tokens);

}  // namespace rul::config::notation
