#include "config/notation/said_date.hpp"

#include "config/notation/vocabulary.hpp"
#include "engine/model/words.hpp"

#include <fmt/format.h>

#include <array>

namespace rul::config::notation {

namespace {

using base::both;
using base::Language;
using model::Date;
using model::month_name;
using model::to_words;
using model::to_words_without_weekday;
using model::weekday_name;
namespace chrono = std::chrono;

bool is_danish(Language language) {
    return language == Language::danish;
}

int year_of(Date date) {
    return static_cast<int>(model::ymd(date).year());
}

std::optional<Date> date_of(int year, unsigned month, unsigned day) {
    const chrono::year_month_day date{chrono::year{year}, chrono::month{month}, chrono::day{day}};
    if (!date.ok()) return std::nullopt;
    return Date{date};
}

// A mark that joins the parts of a date, with a number right behind it.
bool is_joint(const Tokens& tokens, std::string_view mark) {
    return tokens.peek().is(mark) && tokens.peek(1).is_number();
}

// "16/1-23" has a year; in "1/5-5/5" and "1/5-5. juni" the dash begins the end of a range.
bool is_year_after_dash(const Tokens& tokens) {
    if (!is_joint(tokens, "-")) return false;
    const std::size_t digits = tokens.peek(1).digits;
    if (digits == 4) return true;
    return digits == 2 && !tokens.peek(2).is_one_of({"/", ".", "-"}) && !tokens.peek(2).is_word();
}

bool take_year(Tokens& tokens, SaidDate& said) {
    said.year = checked_year(tokens, tokens.position());
    tokens.take();
    return said.year.has_value();
}

// 2023-01-16. @pre the year is next
bool take_iso(Tokens& tokens, SaidDate& said) {
    if (!take_year(tokens, said)) return false;
    for (unsigned* const part : {&said.month, &said.day}) {
        if (!is_joint(tokens, "-")) {
            tokens.fail_here(both("en dato som 2023-01-16", "a date such as 2023-01-16"));
            return false;
        }
        tokens.take();
        *part = static_cast<unsigned>(tokens.take().value);
    }
    return true;
}

// The month in letters, then perhaps a year of four digits. @pre a month is next
bool take_named_month(Tokens& tokens, SaidDate& said) {
    said.month = *find_month(tokens.take());
    if (tokens.peek().is(".") && !tokens.peek(1).is(".")) tokens.take();
    const bool has_comma = tokens.peek().is(",") && tokens.peek(1).digits == 4;
    if (has_comma) tokens.take();
    if (tokens.peek().digits != 4) return true;
    return take_year(tokens, said);
}

// "/1", "/1-23", "/1/2023", "/1 2023" after the day.
bool take_after_slash(Tokens& tokens, SaidDate& said) {
    tokens.take();
    said.month = static_cast<unsigned>(tokens.take().value);
    const bool has_mark = is_joint(tokens, "/") || is_year_after_dash(tokens);
    if (!has_mark && tokens.peek().digits != 4) return true;
    if (has_mark) tokens.take();
    return take_year(tokens, said);
}

// ".1", ".1.", ".1.2023", ".1.23" after the day.
bool take_after_dot(Tokens& tokens, SaidDate& said) {
    tokens.take();
    said.month = static_cast<unsigned>(tokens.take().value);
    if (is_year_after_dash(tokens) && tokens.peek(1).digits == 4) {
        tokens.take();
        return take_year(tokens, said);
    }
    tokens.accept({"."});
    const Token& next = tokens.peek();
    const bool is_short_year = next.digits == 2 && !next.after_space;
    if (next.digits != 4 && !is_short_year) return true;
    return take_year(tokens, said);
}

// "-01-2023", "-01-23", "-01" after the day.
bool take_after_dash(Tokens& tokens, SaidDate& said) {
    tokens.take();
    said.month = static_cast<unsigned>(tokens.take().value);
    if (!is_joint(tokens, "-")) return true;
    tokens.take();
    return take_year(tokens, said);
}

bool take_day_first(Tokens& tokens, SaidDate& said) {
    said.day = static_cast<unsigned>(tokens.take().value);
    if (is_joint(tokens, "/")) return take_after_slash(tokens, said);
    if (is_joint(tokens, ".")) return take_after_dot(tokens, said);
    if (is_joint(tokens, "-")) return take_after_dash(tokens, said);
    tokens.accept({".", "st", "nd", "rd", "th"});
    tokens.accept({"of"});
    if (find_month(tokens.peek())) return take_named_month(tokens, said);
    tokens.fail_here(both("en måned", "a month"), month_words());
    return false;
}

// "January 16, 2023". @pre a month is next
bool take_month_first(Tokens& tokens, SaidDate& said) {
    said.month = *find_month(tokens.take());
    said.day = static_cast<unsigned>(tokens.take().value);
    tokens.accept({"st", "nd", "rd", "th"});
    const bool has_comma = tokens.peek().is(",") && tokens.peek(1).digits == 4;
    if (has_comma) tokens.take();
    return tokens.peek().digits != 4 || take_year(tokens, said);
}

bool take_parts(Tokens& tokens, SaidDate& said) {
    if (find_month(tokens.peek()) && tokens.peek(1).is_number())
        return take_month_first(tokens, said);
    if (!tokens.peek().is_number()) {
        tokens.fail_here(both("en dato som 16-01-2023", "a date such as 16-01-2023"),
                         weekday_words());
        return false;
    }
    return tokens.peek().digits == 4 ? take_iso(tokens, said) : take_day_first(tokens, said);
}

constexpr std::array<unsigned, 12> longest{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

bool has_month(Tokens& tokens, const SaidDate& said) {
    if (1 <= said.month && said.month <= 12) return true;
    base::Text help;
    if (said.day >= 1 && said.day <= 12 && said.month <= longest.at(said.day - 1))
        help = both("Dagen står før måneden: mente du {1:02}-{0:02}?",
                    "The day comes before the month: did you mean {1:02}-{0:02}?", said.day,
                    said.month);
    tokens.fail(said.first, said.last, "notation.no-such-date",
                both("der er ingen {}. måned", "there is no month number {}", said.month),
                std::move(help));
    return false;
}

// The day exists in that month of that year, or, without a year, of some year.
bool has_day(Tokens& tokens, const SaidDate& said) {
    const chrono::month month{said.month};
    unsigned days = longest.at(said.month - 1);
    if (said.year)
        days = static_cast<unsigned>(
            chrono::year_month_day_last{chrono::year{*said.year} / month / chrono::last}.day());
    if (1 <= said.day && said.day <= days) return true;
    const std::string year = said.year ? fmt::format(" {}", *said.year) : "";
    const auto named = [&](Language l) { return std::string{month_name(month, l)} + year; };
    base::Text help{fmt::format("Mente du {}. {}?", days, named(Language::danish)),
                    fmt::format("Did you mean {} {}?", days, named(Language::english))};
    if (said.day == 0) help = {};
    tokens.fail(
        said.first, said.last, "notation.no-such-date",
        {fmt::format("{} har ingen {}. dag, kun {}", named(Language::danish), said.day, days),
         fmt::format("{} has no day {}, only {}", named(Language::english), said.day, days)},
        std::move(help));
    return false;
}

// "fredag den 4. februar 2022", and the neighbour years in which the date has the weekday said.
base::Text help_for_weekday(const SaidDate& said, Date date) {
    chrono::days shift = *said.weekday - chrono::weekday{date};
    if (shift > chrono::days{3}) shift -= chrono::days{7};
    const Date nearest = date + shift;
    std::vector<Date> elsewhere;
    for (const int year : {year_of(date) - 1, year_of(date) + 1}) {
        const auto other = date_in(said, year);
        if (other && chrono::weekday{*other} == *said.weekday) elsewhere.push_back(*other);
    }
    return model::in_both([&](Language language) {
        const bool da = is_danish(language);
        std::string text = (da ? "Mente du " : "Did you mean ") + to_words(nearest, language);
        for (const Date other : elsewhere)
            text += (da ? " eller " : " or ") + to_words(other, language);
        return text + "?";
    });
}

bool has_weekday(Tokens& tokens, const SaidDate& said, Date date) {
    const chrono::weekday is{date};
    if (!said.weekday || *said.weekday == is) return true;
    const auto message = [&](Language l, std::string_view form) {
        return fmt::format(fmt::runtime(form), to_words_without_weekday(date, l),
                           weekday_name(is, l), weekday_name(*said.weekday, l));
    };
    tokens.fail(said.weekday_at, said.weekday_at + 1, "notation.weekday",
                {message(Language::danish, "{} er en {}, ikke en {}"),
                 message(Language::english, "{} is a {}, not a {}")},
                help_for_weekday(said, date));
    return false;
}

}  // namespace

std::optional<int> checked_year(Tokens& tokens, std::size_t at) {
    const std::size_t before = tokens.position();
    tokens.rewind(at);
    const Token token = tokens.peek();
    tokens.rewind(before);
    const int year = token.digits == 2 ? 2000 + token.value : token.value;
    const int first = year_of(model::first_plannable_date);
    const int last = year_of(model::last_plannable_date);
    const bool has_digits = token.digits == 2 || token.digits == 4;
    if (has_digits && first <= year && year <= last) return year;
    return tokens.fail(at, at + 1, "notation.year",
                       both("{} er ikke et rimeligt årstal", "{} is not a plausible year",
                            tokens.written(at, at + 1)),
                       both("Årstal går fra {} til {}", "Years go from {} to {}", first, last));
}

std::optional<SaidDate> take_date(Tokens& tokens) {
    SaidDate said{.weekday_at = tokens.position()};
    said.weekday = find_weekday(tokens.peek());
    if (said.weekday) {
        tokens.take();
        tokens.accept({"."});
        tokens.accept({","});
    }
    if (tokens.accept({"d", "den", "the", "on"})) tokens.accept({"."});
    said.first = tokens.position();
    if (!take_parts(tokens, said)) return std::nullopt;
    said.last = tokens.position();
    if (!has_month(tokens, said) || !has_day(tokens, said)) return std::nullopt;
    return said;
}

std::optional<Date> date_in(const SaidDate& said, int year) {
    return date_of(year, said.month, said.day);
}

std::optional<Date> resolve_with_year(Tokens& tokens, const SaidDate& said) {
    if (!has_day(tokens, said)) return std::nullopt;
    const auto date = date_in(said, *said.year);
    if (!date || !has_weekday(tokens, said, *date)) return std::nullopt;
    return date;
}

std::nullopt_t fail_without_year(Tokens& tokens, std::size_t first, std::size_t last,
                                 const std::vector<int>& candidates) {
    base::Text help = both("Skriv årstallet", "Write the year");
    if (candidates.size() == 2)
        help = both("Skriv årstallet: {} eller {}", "Write the year: {} or {}", candidates[0],
                    candidates[1]);
    return tokens.fail(first, last, "notation.year-missing",
                       both("årstallet mangler", "the year is missing"), std::move(help));
}

std::nullopt_t fail_outside(Tokens& tokens, std::size_t first, std::size_t last,
                            const model::DateRange& period) {
    return tokens.fail(first, last, "notation.outside-period",
                       both("{} ligger ikke i perioden {}", "{} is not in the period {}",
                            tokens.written(first, last), to_text(period)),
                       both("Skriv årstallet, hvis et andet år er ment",
                            "Write the year if another one is meant"));
}

std::optional<Date> resolve(Tokens& tokens, const SaidDate& said, const Period& period) {
    if (said.year) return resolve_with_year(tokens, said);
    if (!period) return fail_without_year(tokens, said.first, said.last, {});
    std::vector<int> years;
    std::vector<int> fitting;
    for (int year = year_of(period->first); year <= year_of(period->last); ++year) {
        const auto date = date_in(said, year);
        if (!date || !period->contains(*date)) continue;
        years.push_back(year);
        if (said.weekday && chrono::weekday{*date} == *said.weekday) fitting.push_back(year);
    }
    if (years.empty()) return fail_outside(tokens, said.first, said.last, *period);
    if (years.size() > 1 && fitting.size() == 1) years = fitting;
    if (years.size() > 1) return fail_without_year(tokens, said.first, said.last, years);
    SaidDate complete = said;
    complete.year = years.front();
    return resolve_with_year(tokens, complete);
}

}  // namespace rul::config::notation
