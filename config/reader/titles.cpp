#include "config/reader/titles.hpp"

#include "engine/model/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <tuple>

namespace rul::config {

using base::both;
using model::Date;

namespace {

namespace chrono = std::chrono;

int year_of(Date date) {
    return static_cast<int>(model::ymd(date).year());
}

bool is_digit(char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

bool is_plannable(int year) {
    return year_of(model::first_plannable_date) <= year
           && year <= year_of(model::last_plannable_date);
}

// The digits from `at` on.
std::string_view number_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end]))
        ++end;
    return text.substr(at, end - at);
}

// All years in a text: "2021", and the second of "2022/23", "2022-23" and "2022–23".
std::vector<int> years_in(std::string_view text) {
    std::vector<int> years;
    std::size_t end_of_year = std::string_view::npos;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view number = number_at(text, at);
        if (number.empty()) continue;
        const std::string_view before =
            end_of_year < at ? text.substr(end_of_year, at - end_of_year) : "";
        const bool goes_on = before == "/" || before == "-" || before == "–";
        const int value = number.size() > 4 ? 0 : std::stoi(std::string{number});
        at += number.size();
        if (number.size() == 2 && goes_on) years.push_back(years.back() / 100 * 100 + value);
        if (number.size() != 4 || !is_plannable(value)) continue;
        years.push_back(value);
        end_of_year = at;
    }
    return years;
}

// A number that is not the end of a longer one: "6. januar" does not stand in "16. januar".
bool stands_in(std::string_view text, std::string_view date) {
    for (std::size_t at = text.find(date); at != std::string_view::npos;
         at = text.find(date, at + 1))
        if (at == 0 || !is_digit(text[at - 1])) return true;
    return false;
}

bool names(std::string_view text, Date date) {
    const auto day = model::ymd(date);
    const auto [d, m, y] = std::tuple{static_cast<unsigned>(day.day()),
                                      static_cast<unsigned>(day.month()), year_of(date)};
    const std::vector<std::string> forms{
        model::to_words_without_weekday(date, base::Language::danish),
        model::to_words_without_weekday(date, base::Language::english),
        model::to_digits(date),
        model::to_iso(date),
        fmt::format("{}.{}.{}", d, m, y),
        fmt::format("{}/{} {}", d, m, y),
        fmt::format("{}/{}-{}", d, m, y)};
    return std::any_of(forms.begin(), forms.end(),
                       [text](const std::string& form) { return stands_in(text, form); });
}

}  // namespace

void check_title_of_plan(Draft& draft, const std::string& title, const Place& where) {
    const std::vector<int> years = years_in(title);
    if (years.empty()) return;
    const auto [least, most] = std::minmax_element(years.begin(), years.end());
    const model::DateRange& period = draft.brief.period;
    const bool is_before = *most < year_of(period.first);
    if (!is_before && *least <= year_of(period.last)) return;
    draft.report.warning(
        where, "config.title-year",
        both("titlen siger {}, men planens periode er {}",
             "the title says {}, but the plan's period is {}", is_before ? *most : *least,
             to_text(period)),
        {.help = both("ret titlen, eller ret period på linje {}",
                      "correct the title, or period on line {}", draft.period_place.line)});
}

void check_title_of_day(Draft& draft, const std::string& title, Date date, const Place& where) {
    const auto day = model::ymd(date);
    for (const int year : years_in(title)) {
        const chrono::year_month_day other{chrono::year{year}, day.month(), day.day()};
        if (year == year_of(date) || !other.ok() || !names(title, Date{other})) continue;
        const auto words = [](Date said) {
            return model::in_both([said](base::Language l) { return model::to_words(said, l); });
        };
        const base::Text said = words(Date{other});
        const base::Text is = words(date);
        draft.report.warning(
            where, "config.title-date",
            {fmt::format("titlen siger {}, men mødet ligger {}", said.danish, is.danish),
             fmt::format("the title says {}, but the meeting is on {}", said.english, is.english)},
            {.help = both("ret den, der er forkert", "correct the one that is wrong")});
        return;
    }
}

}  // namespace rul::config
