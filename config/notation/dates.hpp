#pragma once

#include "config/notation/read.hpp"
#include "engine/model/time.hpp"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace rul::config {

/// What a date without a year is understood by; nothing: such dates are a problem.
using Period = std::optional<model::DateRange>;

/// `16-01-2023`, `16.1.2023`, `16/1-23`, `16. januar 2023`, `16 January 2023`, `d. 16/1`, `den 16.
/// januar`, `2023-01-16`; all with a weekday in front as check digit ("mandag den 16. januar
/// 2023").
///
/// Without a year: the one such date in the period, or the one of them with the weekday given.
/// Years outside first_plannable_date .. last_plannable_date are a problem.
[[nodiscard]] Read<model::Date> read_date(std::string_view text, const Period& period);

/// `01-01-2023..31-12-2023`, `1.-5. maj 2023`, `28. december - 3. januar 2024`, `uge 7`, `uge
/// 28-31`, `uge 52-1`, `uge 7, 2024`, `juli`, `juli-august 2023`, `3. kvartal`, `Q3 2023`, `1.
/// halvår`, `primo` (1.-10.) / `medio` (11.-20.) / `ultimo` (last ten days) `oktober`, `2023`, and
/// every single date.
///
/// Without a year: the one that starts in the period, or else the one that touches it.
[[nodiscard]] Read<model::DateRange> read_dates(std::string_view text, const Period& period);

/// The same for what comes again each year: *all* that touch the period ("uge 52-1" stands at both
/// ends of 2023), in date order. Lists too: "uge 7, 8 og 42", "juli, uge 42".
[[nodiscard]] Read<std::vector<model::DateRange>> read_all_dates(std::string_view text,
                                                                 const Period& period);

/// Days and, behind them, hours of each: "uge 10", "ons 01-02-2023 9-12", "uge 10 kl. 8-12".
struct SaidDays {
    std::vector<model::DateRange> days;
    std::optional<model::TimeRange> time;
};
[[nodiscard]] Read<SaidDays> read_days_and_time(std::string_view text, const Period& period);

/// "mandag", "man", "Monday", "mon", plural too.
[[nodiscard]] Read<std::chrono::weekday> read_weekday(std::string_view text);
/// "man", "man, tir", "man-fre", "mandag og onsdag", "hverdage" (Monday to Friday).
[[nodiscard]] Read<std::vector<std::chrono::weekday>> read_weekdays(std::string_view text);
/// "marts", "mar", "March"; 1..12.
[[nodiscard]] Read<unsigned> read_month(std::string_view text);
/// "marts, august", "marts-maj", "november-januar"; each once, in the order said.
[[nodiscard]] Read<std::vector<unsigned>> read_months(std::string_view text);

}  // namespace rul::config
