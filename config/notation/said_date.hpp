#pragma once

#include "config/notation/dates.hpp"
#include "config/notation/tokens.hpp"

#include <chrono>
#include <cstddef>
#include <optional>

namespace rul::config::notation {

/// A date as far as it was said: "man 16-01" has no year. Positions are tokens.
struct SaidDate {
    std::optional<std::chrono::weekday> weekday;
    unsigned day = 0;
    unsigned month = 0;
    std::optional<int> year;
    std::size_t first = 0;  ///< Of the date, weekday left out.
    std::size_t last = 0;
    std::size_t weekday_at = 0;
};

/// Reads a date from the front and checks what can be checked without a year.
[[nodiscard]] std::optional<SaidDate> take_date(Tokens& tokens);

/// A year as written: two digits are of this century. Implausible ones are a problem.
[[nodiscard]] std::optional<int> checked_year(Tokens& tokens, std::size_t at);

/// The date `said` is in `year`, if there is one.
[[nodiscard]] std::optional<model::Date> date_in(const SaidDate& said, int year);

/// The one date meant, weekday checked.
[[nodiscard]] std::optional<model::Date> resolve(Tokens& tokens, const SaidDate& said,
                                                 const Period& period);
/// The same once its year is known. @pre said.year
[[nodiscard]] std::optional<model::Date> resolve_with_year(Tokens& tokens, const SaidDate& said);

/// "2023 eller 2024": the years without which `tokens` [first, last) cannot be understood.
std::nullopt_t fail_without_year(Tokens& tokens, std::size_t first, std::size_t last,
                                 const std::vector<int>& candidates);
/// Nothing so called lies in the period.
std::nullopt_t fail_outside(Tokens& tokens, std::size_t first, std::size_t last,
                            const model::DateRange& period);

}  // namespace rul::config::notation
