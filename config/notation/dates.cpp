#include "config/notation/dates.hpp"

#include "config/notation/said_date.hpp"
#include "config/notation/said_range.hpp"
#include "config/notation/tokens.hpp"
#include "config/notation/vocabulary.hpp"
#include "engine/model/calendar.hpp"
#include "engine/model/words.hpp"

#include <algorithm>
#include <functional>

namespace rul::config {

namespace notation {

namespace {

using model::DateRange;

int year_of(model::Date date) {
    return static_cast<int>(model::ymd(date).year());
}

// Whether what is wrong is a week 53 in a year of 52 weeks; if so, that is told.
bool fail_for_week_53(Tokens& tokens, const SaidRange& said, int year) {
    if (!said.week_53 || model::days_of({year, 53})) return false;
    const auto last = to_text(*model::days_of({year, 52}));
    const auto next = to_text(*model::days_of({year + 1, 1}));
    tokens.fail(*said.week_53, *said.week_53 + 1, "notation.no-such-week",
                base::both("{} har kun 52 uger", "{} has only 52 weeks", year),
                base::both("Mente du uge 52 {0} ({1}) eller uge 1 {2} ({3})?",
                           "Did you mean week 52 {0} ({1}) or week 1 {2} ({3})?", year, last,
                           year + 1, next));
    return true;
}

std::nullopt_t fail_not_in_year(Tokens& tokens, const SaidRange& said, int year) {
    if (fail_for_week_53(tokens, said, year)) return std::nullopt;
    return tokens.fail(said.first, said.last, "notation.no-such-date",
                       base::both("{} findes ikke i {}", "{} does not exist in {}",
                                  tokens.written(said.first, said.last), year));
}

std::nullopt_t fail_not_in_period(Tokens& tokens, const SaidRange& said, const DateRange& period) {
    if (fail_for_week_53(tokens, said, year_of(period.first))) return std::nullopt;
    return fail_outside(tokens, said.first, said.last, period);
}

struct Candidate {
    int year = 0;
    DateRange days{};
};

// All that touch the period, by year. The year before counts too: "uge 52-1" reaches over.
std::vector<Candidate> candidates_of(const SaidRange& said, const DateRange& period) {
    std::vector<Candidate> candidates;
    for (int year = year_of(period.first) - 1; year <= year_of(period.last) + 1; ++year)
        if (const auto days = said.in_year(year); days && days->overlaps(period))
            candidates.push_back({year, *days});
    return candidates;
}

std::optional<DateRange> in_its_year(Tokens& tokens, const SaidRange& said) {
    if (said.single) {
        const auto date = resolve_with_year(tokens, *said.single);
        if (!date) return std::nullopt;
        return DateRange{*date, *date};
    }
    const auto days = said.in_year(*said.year);
    if (!days) return fail_not_in_year(tokens, said, *said.year);
    return days;
}

std::optional<DateRange> the_one(Tokens& tokens, const SaidRange& said, const Period& period) {
    if (said.year) return in_its_year(tokens, said);
    if (said.single) {
        const auto date = resolve(tokens, *said.single, period);
        if (!date) return std::nullopt;
        return DateRange{*date, *date};
    }
    if (!period) return fail_without_year(tokens, said.first, said.last, {});
    std::vector<Candidate> all = candidates_of(said, *period);
    if (all.empty()) return fail_not_in_period(tokens, said, *period);
    std::vector<Candidate> starting;
    for (const Candidate& candidate : all)
        if (period->contains(candidate.days.first)) starting.push_back(candidate);
    if (!starting.empty()) all = starting;
    if (all.size() == 1) return all.front().days;
    std::vector<int> years;
    years.reserve(all.size());
    for (const Candidate& candidate : all)
        years.push_back(candidate.year);
    return fail_without_year(tokens, said.first, said.last, years);
}

// Every one in the period, into `ranges`. False: a problem.
bool append_all(Tokens& tokens, const SaidRange& said, const Period& period,
                std::vector<DateRange>& ranges) {
    if (said.year || !period) {
        const auto days = the_one(tokens, said, period);
        if (days) ranges.push_back(*days);
        return days.has_value();
    }
    const auto all = candidates_of(said, *period);
    // A single date may have the wrong weekday, and resolve() says so.
    if (all.empty() && said.single) return the_one(tokens, said, period).has_value();
    if (all.empty()) fail_not_in_period(tokens, said, *period);
    for (const Candidate& candidate : all)
        ranges.push_back(candidate.days);
    return !all.empty();
}

// In "uge 7, 8-9 og 42" a number alone is a week; "8/5" and "8-9-2023" are dates.
bool is_week_number(const Tokens& tokens) {
    if (tokens.peek().digits == 0 || tokens.peek().digits > 2) return false;
    if (tokens.peek(1).is_one_of({".", "/"}) || tokens.peek(1).is_word())
        return tokens.peek(1).is_one_of({"og", "and", "til", "to"});
    const bool is_range = tokens.peek(1).is("-") && tokens.peek(2).is_number();
    return !is_range || !tokens.peek(3).is("-");
}

// A list of days ends where the hours begin: "uge 10, kl. 8-12".
bool goes_on(const Token& next) {
    return next.kind != Token::Kind::end && !next.is_one_of({",", "kl", "klokken", "at"});
}

std::optional<std::vector<DateRange>> take_all(Tokens& tokens, const Period& period) {
    std::vector<DateRange> ranges;
    bool were_weeks = false;
    do {
        const bool is_week = were_weeks && is_week_number(tokens);
        const auto said = is_week ? take_more_weeks(tokens) : take_range(tokens);
        if (!said || !append_all(tokens, *said, period, ranges)) return std::nullopt;
        were_weeks = said->is_weeks;
    } while (accept_separator(tokens, goes_on));
    std::stable_sort(ranges.begin(), ranges.end());
    return ranges;
}

}  // namespace

}  // namespace notation

using notation::Tokens;

Read<model::Date> read_date(std::string_view text, const Period& period) {
    Tokens tokens{text};
    const auto said = notation::take_date(tokens);
    if (!said || !tokens.at_end()) return tokens.finish<model::Date>({});
    return tokens.finish(notation::resolve(tokens, *said, period));
}

Read<model::DateRange> read_dates(std::string_view text, const Period& period) {
    Tokens tokens{text};
    const auto said = notation::take_range(tokens);
    if (!said || !tokens.at_end()) return tokens.finish<model::DateRange>({});
    return tokens.finish(notation::the_one(tokens, *said, period));
}

Read<std::vector<model::DateRange>> read_all_dates(std::string_view text, const Period& period) {
    Tokens tokens{text};
    return tokens.finish(notation::take_all(tokens, period));
}

Read<SaidDays> read_days_and_time(std::string_view text, const Period& period) {
    Tokens tokens{text};
    auto days = notation::take_all(tokens, period);
    if (!days) return tokens.finish<SaidDays>({});
    SaidDays said{std::move(*days), {}};
    tokens.accept({","});
    if (notation::is_time_start(tokens.peek())) said.time = notation::take_time_range(tokens);
    return tokens.finish<SaidDays>(said);
}

Read<std::chrono::weekday> read_weekday(std::string_view text) {
    Tokens tokens{text};
    const auto day = notation::find_weekday(tokens.peek());
    if (!day)
        tokens.fail_here(base::both("en ugedag", "a weekday"), notation::weekday_words());
    else
        tokens.take();
    tokens.accept({"."});
    return tokens.finish(day);
}

Read<std::vector<std::chrono::weekday>> read_weekdays(std::string_view text) {
    Tokens tokens{text};
    return tokens.finish(notation::take_weekdays(tokens));
}

Read<unsigned> read_month(std::string_view text) {
    Tokens tokens{text};
    const auto month = notation::find_month(tokens.peek());
    if (!month)
        tokens.fail_here(base::both("en måned", "a month"), notation::month_words());
    else
        tokens.take();
    return tokens.finish(month);
}

Read<std::vector<unsigned>> read_months(std::string_view text) {
    Tokens tokens{text};
    return tokens.finish(notation::take_months(tokens));
}

}  // namespace rul::config
