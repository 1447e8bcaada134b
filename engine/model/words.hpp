#pragma once

#include "base/language.hpp"
#include "engine/model/calendar.hpp"
#include "engine/model/rule.hpp"
#include "engine/model/things.hpp"
#include "engine/model/time.hpp"

#include <chrono>
#include <string>
#include <string_view>

/// The one way dates, times and numbers are written to people. Whatever this page writes, the
/// readers of config/notation read back as the same value.
namespace rul::model {

using base::Language;

/// "mandag" / "Monday".
[[nodiscard]] std::string_view weekday_name(std::chrono::weekday day, Language language);
/// "man" / "Mon".
[[nodiscard]] std::string_view short_weekday_name(std::chrono::weekday day, Language language);
/// "januar" / "January". @pre month.ok()
[[nodiscard]] std::string_view month_name(std::chrono::month month, Language language);
/// "jan" / "Jan". @pre month.ok()
[[nodiscard]] std::string_view short_month_name(std::chrono::month month, Language language);

/// "mandag den 16. januar 2023" / "Monday 16 January 2023".
[[nodiscard]] std::string to_words(Date date, Language language);
/// The same without the weekday: "16. januar 2023" / "16 January 2023".
[[nodiscard]] std::string to_words_without_weekday(Date date, Language language);
/// "man 16-01-2023" / "Mon 16-01-2023": how plan files write a date, weekday as check digit.
[[nodiscard]] std::string to_short(Date date, Language language);
/// "16-01-2023".
[[nodiscard]] std::string to_digits(Date date);
/// "2023-01-16".
[[nodiscard]] std::string to_iso(Date date);
/// "01-01-2023..31-12-2023"; "16-01-2023" when it is one day.
[[nodiscard]] std::string to_text(const DateRange& range);
/// "1. januar - 31. december 2023" / "1 January - 31 December 2023"; one day as that day.
[[nodiscard]] std::string to_words(const DateRange& range, Language language);
/// "uge 42" / "week 42".
[[nodiscard]] std::string to_text(const IsoWeek& week, Language language);

/// "14.00" / "14:00"; `time` counts from midnight.
[[nodiscard]] std::string clock_text(minutes time, Language language);
/// "14.00-16.00" / "14:00-16:00". From noon to noon (a seminar) "12-12".
[[nodiscard]] std::string to_text(const TimeRange& range, Language language);
/// "2 timer", "1 time 30 minutter", "45 minutter".
[[nodiscard]] std::string length_text(minutes length, Language language);

/// "1 dag" / "9 dage": the number and the word that goes with it.
[[nodiscard]] std::string count_of(std::int64_t n, std::string_view one, std::string_view many);
/// "dag", "hverdage", "uger" / "day", "working days", "weeks".
[[nodiscard]] std::string_view unit_name(Unit unit, bool is_one, Language language);
/// "14 dage" / "14 days".
[[nodiscard]] std::string count_of(std::int64_t n, Unit unit, Language language);
/// "12 point" / "12 points".
[[nodiscard]] std::string points_text(Points points, Language language);

/// "28-49 dage", "mindst 5 hverdage", "4-9 uger, ideal 6" / "at least 5 working days".
/// Negative distances are written with their sign: "-3..4 dage".
[[nodiscard]] std::string to_text(const DistanceRange& range, Language language);
/// "14 dage før", "8 hverdage efter", "samme dag" / "14 days before", "same day".
[[nodiscard]] std::string to_text(const Offset& offset, Language language);
/// "teams", "fysisk", "hybrid" / "teams", "physical", "hybrid"; nothing for unspecified.
[[nodiscard]] std::string_view to_text(Mode mode, Language language);
/// "skal" / "must"; "bør" / "should"; "ønske" / "wish"; else "12 point" / "12 points".
[[nodiscard]] std::string to_text(const Strength& strength, Language language);
/// "9", "3-5", "mindst 4", "højst 6" / "at least 4", "at most 6". Neither bound: empty.
[[nodiscard]] std::string range_text(std::optional<int> least, std::optional<int> most,
                                     Language language);

/// `f(language)` in both languages.
template <class F>
[[nodiscard]] base::Text in_both(F f) {
    return {std::string{f(Language::danish)}, std::string{f(Language::english)}};
}

}  // namespace rul::model
