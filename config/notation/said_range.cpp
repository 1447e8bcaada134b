#include "config/notation/said_range.hpp"

#include "config/notation/vocabulary.hpp"
#include "engine/model/calendar.hpp"

#include <array>

namespace rul::config::notation {

namespace {

using base::both;
using model::Date;
using model::DateRange;
namespace chrono = std::chrono;

Date first_of(int year, unsigned month) {
    return Date{chrono::year{year} / chrono::month{month} / 1};
}

Date last_of(int year, unsigned month) {
    return Date{
        chrono::year_month_day_last{chrono::year{year} / chrono::month{month} / chrono::last}};
}

// From the first of `first` to the last of `last`, over New Year if need be.
DateRange months_of(int year, unsigned first, unsigned last) {
    return {first_of(year, first), last_of(last < first ? year + 1 : year, last)};
}

// ", 2024", "/2024", "-2024", "i 2024", "2024": the year behind a stretch of it.
bool take_year_behind(Tokens& tokens, SaidRange& range) {
    std::size_t mark = 0;
    if (tokens.peek().is_one_of({",", "/", "-", "i", "in", "of"})) mark = 1;
    if (tokens.peek(mark).digits != 4) return true;
    if (mark == 1) tokens.take();
    range.year = checked_year(tokens, tokens.position());
    tokens.take();
    return range.year.has_value();
}

std::optional<int> take_week_number(Tokens& tokens) {
    if (!tokens.peek().is_number()) return tokens.fail_here(both("et ugenummer", "a week number"));
    const std::size_t at = tokens.position();
    const int week = tokens.take().value;
    if (1 <= week && week <= 53) return week;
    return tokens.fail(at, at + 1, "notation.no-such-week",
                       both("der er ingen uge {}", "there is no week {}", week),
                       both("Uger går fra 1 til 53", "Weeks go from 1 to 53"));
}

std::optional<DateRange> weeks_of(int year, int first, int last) {
    const auto from = model::days_of({year, first});
    const auto to = model::days_of({last < first ? year + 1 : year, last});
    if (!from || !to) return std::nullopt;
    return DateRange{from->first, to->last};
}

std::optional<SaidRange> take_weeks(Tokens& tokens) {
    SaidRange range{.first = tokens.position(), .is_weeks = true};
    const auto note_week_53 = [&](std::optional<int> week) {
        if (week == 53) range.week_53 = tokens.position() - 1;
    };
    const auto first = take_week_number(tokens);
    if (!first) return std::nullopt;
    note_week_53(first);
    auto last = first;
    const bool is_to_week =
        tokens.peek().is_one_of({"-", "..", "til", "to"}) && tokens.peek(1).digits < 4;
    if (is_to_week) {
        tokens.take();
        tokens.accept({"uge", "week"});
        last = take_week_number(tokens);
        if (!last) return std::nullopt;
        note_week_53(last);
    }
    range.in_year = [first, last](int year) { return weeks_of(year, *first, *last); };
    if (!take_year_behind(tokens, range)) return std::nullopt;
    range.last = tokens.position();
    return range;
}

// "juli", "juli-august 2023", "november 2023 - januar 2024".
std::optional<SaidRange> take_month_range(Tokens& tokens) {
    SaidRange range{.first = tokens.position()};
    const unsigned first = *find_month(tokens.take());
    if (!take_year_behind(tokens, range)) return std::nullopt;
    unsigned last = first;
    SaidRange end;
    const std::size_t before = tokens.position();
    if (accept_range_mark(tokens)) {
        if (const auto month = find_month(tokens.peek())) {
            last = *month;
            tokens.take();
            if (!take_year_behind(tokens, end)) return std::nullopt;
        } else {
            tokens.rewind(before);
        }
    }
    range.last = tokens.position();
    if (range.year && end.year) {
        const DateRange days{first_of(*range.year, first), last_of(*end.year, last)};
        if (days.last < days.first)
            return tokens.fail(range.first, range.last, "notation.backwards",
                               both("slutter, før det begynder", "ends before it begins"));
        range.in_year = [days](int) { return days; };
        return range;
    }
    // The year stands behind the whole: in "november-januar 2024" it is the end's.
    if (end.year) range.year = last < first ? *end.year - 1 : *end.year;
    range.in_year = [first, last](int year) { return months_of(year, first, last); };
    return range;
}

std::optional<SaidRange> part_of_year(Tokens& tokens, std::size_t first, std::size_t number_at,
                                      int number, int months) {
    const int parts = 12 / months;
    if (number < 1 || parts < number)
        return tokens.fail(number_at, number_at + 1, "notation.no-such-part",
                           both("et år har kun {}", "a year has only {}", parts),
                           both("Skriv 1 til {}", "Write 1 to {}", parts));
    const auto from = static_cast<unsigned>((number - 1) * months + 1);
    const unsigned to = from + static_cast<unsigned>(months) - 1;
    SaidRange range{.first = first};
    range.in_year = [from, to](int year) { return months_of(year, from, to); };
    if (!take_year_behind(tokens, range)) return std::nullopt;
    range.last = tokens.position();
    return range;
}

bool is_half_word(const Token& token) {
    return token.is_one_of({"halvår", "half", "halvaar"});
}

// "3. kvartal", "1st half-year". @pre is_numbered_part
std::optional<SaidRange> take_numbered_part(Tokens& tokens) {
    const std::size_t at = tokens.position();
    const int number = tokens.take().value;
    tokens.accept({".", "st", "nd", "rd", "th"});
    const bool is_half = is_half_word(tokens.take());
    if (tokens.peek().is("-") && tokens.peek(1).is("year")) tokens.take();
    tokens.accept({"year"});
    return part_of_year(tokens, at, at, number, is_half ? 6 : 3);
}

bool is_numbered_part(const Tokens& tokens) {
    if (!tokens.peek().is_number()) return false;
    const std::size_t word = tokens.peek(1).is_one_of({".", "st", "nd", "rd", "th"}) ? 2 : 1;
    return tokens.peek(word).is_one_of({"kvartal", "quarter"}) || is_half_word(tokens.peek(word));
}

// "Q3", "kvartal 3", "H1".
bool is_lettered_part(const Tokens& tokens) {
    return tokens.peek().is_one_of({"q", "h", "kvartal", "quarter", "halvår"})
           && tokens.peek(1).is_number();
}

std::optional<SaidRange> take_lettered_part(Tokens& tokens) {
    const std::size_t at = tokens.position();
    const bool is_half = tokens.take().is_one_of({"h", "halvår"});
    const int number = tokens.take().value;
    return part_of_year(tokens, at, at + 1, number, is_half ? 6 : 3);
}

enum class Third { early, middle, late };

std::optional<Third> find_third(const Token& token) {
    if (token.is_one_of({"primo", "early"})) return Third::early;
    if (token.is_one_of({"medio", "mid"})) return Third::middle;
    if (token.is_one_of({"ultimo", "late"})) return Third::late;
    return std::nullopt;
}

DateRange third_of(int year, unsigned month, Third third) {
    const Date first = first_of(year, month);
    const Date last = last_of(year, month);
    constexpr chrono::days ten{10};
    constexpr chrono::days one{1};
    if (third == Third::early) return {first, first + ten - one};
    if (third == Third::middle) return {first + ten, first + ten + ten - one};
    return {last - ten + one, last};
}

std::optional<SaidRange> take_third(Tokens& tokens) {
    SaidRange range{.first = tokens.position()};
    const Third third = *find_third(tokens.take());
    tokens.accept({"-"});
    const auto month = find_month(tokens.peek());
    if (!month) return tokens.fail_here(both("en måned", "a month"), month_words());
    tokens.take();
    range.in_year = [month, third](int year) { return third_of(year, *month, third); };
    if (!take_year_behind(tokens, range)) return std::nullopt;
    range.last = tokens.position();
    return range;
}

bool is_year(const Tokens& tokens) {
    if (tokens.peek().digits != 4) return false;
    return !tokens.peek(1).is("-") || tokens.peek(2).digits == 4;
}

std::optional<SaidRange> take_years(Tokens& tokens) {
    SaidRange range{.first = tokens.position()};
    range.year = checked_year(tokens, tokens.position());
    if (!range.year) return std::nullopt;
    tokens.take();
    auto last = range.year;
    const bool is_range = tokens.peek().is_one_of({"-", "..", "til", "to"})
                          && tokens.peek(1).digits == 4 && !tokens.peek(2).is("-");
    if (is_range) {
        tokens.take();
        last = checked_year(tokens, tokens.position());
        if (!last) return std::nullopt;
        tokens.take();
    }
    range.last = tokens.position();
    if (*last < *range.year)
        return tokens.fail(range.first, range.last, "notation.backwards",
                           both("slutter, før det begynder", "ends before it begins"));
    range.in_year = [last](int year) { return DateRange{first_of(year, 1), last_of(*last, 12)}; };
    return range;
}

// "1.-5. maj 2023": two days of one month.
bool is_days_of_month(const Tokens& tokens) {
    std::size_t at = 0;
    if (!tokens.peek(at++).is_number()) return false;
    if (tokens.peek(at).is(".")) ++at;
    if (!tokens.peek(at++).is_one_of({"-", "..", "til", "to"})) return false;
    if (!tokens.peek(at++).is_number()) return false;
    if (tokens.peek(at).is(".")) ++at;
    return find_month(tokens.peek(at)).has_value();
}

// The first date takes month and year from the second; the tokens are then read once more.
std::optional<SaidDate> take_first_of_month_days(Tokens& tokens) {
    SaidDate first{.first = tokens.position()};
    first.day = static_cast<unsigned>(tokens.take().value);
    tokens.accept({"."});
    first.last = tokens.position();
    return first;
}

bool is_before(const SaidDate& a, const SaidDate& b) {
    return a.month < b.month || (a.month == b.month && a.day <= b.day);
}

// Both ends in `year` of the first; the second in the next year when it comes earlier in it.
std::optional<DateRange> days_between(const SaidDate& first, const SaidDate& last, int year) {
    const auto from = date_in(first, year);
    const auto to = date_in(last, is_before(first, last) ? year : year + 1);
    if (!from || !to) return std::nullopt;
    return DateRange{*from, *to};
}

std::optional<SaidRange> range_between(Tokens& tokens, SaidDate first, SaidDate last) {
    SaidRange range{.first = first.first, .last = tokens.position()};
    if (!first.year && last.year) first.year = is_before(first, last) ? *last.year : *last.year - 1;
    if (first.year && !last.year)
        last.year = is_before(first, last) ? *first.year : *first.year + 1;
    if (!first.year) {
        range.in_year = [first, last](int year) { return days_between(first, last, year); };
        return range;
    }
    const auto from = resolve_with_year(tokens, first);
    const auto to = from ? resolve_with_year(tokens, last) : std::nullopt;
    if (!to) return std::nullopt;
    if (*to < *from)
        return tokens.fail(range.first, range.last, "notation.backwards",
                           both("slutter, før det begynder", "ends before it begins"));
    range.year = first.year;
    range.in_year = [days = DateRange{*from, *to}](int) { return days; };
    return range;
}

SaidRange single_date(const SaidDate& date) {
    SaidRange range{.year = date.year, .single = date, .first = date.first, .last = date.last};
    range.in_year = [date](int year) -> std::optional<DateRange> {
        const auto day = date_in(date, year);
        if (!day || (date.weekday && chrono::weekday{*day} != *date.weekday)) return std::nullopt;
        return DateRange{*day, *day};
    };
    return range;
}

std::optional<SaidRange> take_days(Tokens& tokens) {
    tokens.accept({"fra", "from"});
    const std::size_t start = tokens.position();
    if (tokens.accept({"d", "den", "the"})) tokens.accept({"."});
    if (is_days_of_month(tokens)) {
        auto first = take_first_of_month_days(tokens);
        static_cast<void>(accept_range_mark(tokens));
        const auto last = take_date(tokens);
        if (!last) return std::nullopt;
        first->month = last->month;
        first->year = last->year;
        if (first->day > last->day || first->day < 1)
            return tokens.fail(first->first, last->last, "notation.backwards",
                               both("slutter, før det begynder", "ends before it begins"));
        return range_between(tokens, *first, *last);
    }
    tokens.rewind(start);
    const auto first = take_date(tokens);
    if (!first) return std::nullopt;
    const std::size_t before = tokens.position();
    if (!accept_range_mark(tokens)) return single_date(*first);
    if (!tokens.peek().is_number() && !tokens.peek().is_word()) {
        tokens.rewind(before);
        return single_date(*first);
    }
    const auto last = take_date(tokens);
    if (!last) return std::nullopt;
    return range_between(tokens, *first, *last);
}

}  // namespace

namespace {

std::optional<SaidRange> take_stretch(Tokens& tokens) {
    const std::size_t start = tokens.position();
    if (tokens.accept({"uge", "ugerne", "uger", "week", "weeks"})) {
        auto weeks = take_weeks(tokens);
        if (weeks) weeks->first = start;
        return weeks;
    }
    if (find_third(tokens.peek())) return take_third(tokens);
    if (is_lettered_part(tokens)) return take_lettered_part(tokens);
    if (is_numbered_part(tokens)) return take_numbered_part(tokens);
    if (is_year(tokens)) return take_years(tokens);
    const bool is_day_of_month = tokens.peek(1).is_number() && tokens.peek(1).digits < 4;
    if (find_month(tokens.peek()) && !is_day_of_month) return take_month_range(tokens);
    const bool is_date = find_weekday(tokens.peek())
                         || tokens.peek().is_one_of({"d", "den", "the", "on", "fra", "from"});
    if (tokens.peek().is_word() && !is_date)
        return tokens.fail_here(both("en dato som 16-01-2023, \"uge 42\" eller \"juli\"",
                                     "a date such as 16-01-2023, \"week 42\" or \"July\""),
                                month_words());
    return take_days(tokens);
}

// "ultimo oktober..15-12-2023": from where the one begins to where the other ends.
SaidRange from_to(const SaidRange& first, const SaidRange& last) {
    SaidRange range{.first = first.first, .last = last.last};
    range.year = first.year ? first.year : last.year;
    range.week_53 = first.week_53 ? first.week_53 : last.week_53;
    const bool is_year_said_behind = !first.year && last.year;
    range.in_year = [first, last, is_year_said_behind](int year) -> std::optional<DateRange> {
        auto from = first.in_year(year);
        auto to = last.in_year(last.year.value_or(year));
        if (from && to && to->last < from->first && is_year_said_behind)
            from = first.in_year(year - 1);
        if (from && to && to->last < from->first && !last.year) to = last.in_year(year + 1);
        if (!from || !to || to->last < from->first) return std::nullopt;
        return DateRange{from->first, to->last};
    };
    return range;
}

}  // namespace

std::optional<SaidRange> take_range(Tokens& tokens) {
    auto range = take_stretch(tokens);
    if (!range || !tokens.peek().is_one_of({"..", "til", "to"})) return range;
    tokens.take();
    const auto last = take_stretch(tokens);
    if (!last) return std::nullopt;
    return from_to(*range, *last);
}

std::optional<SaidRange> take_more_weeks(Tokens& tokens) {
    return take_weeks(tokens);
}

}  // namespace rul::config::notation
