#include "config/notation/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace rul::config::notation {

namespace {

template <class Value>
struct Entry {
    std::string_view word;
    Value value;
};

// Sunday is 0, as std::chrono counts.
constexpr auto weekday_entries = std::to_array<Entry<unsigned>>(
    {{"mandag", 1},    {"tirsdag", 2},  {"onsdag", 3},    {"torsdag", 4},  {"fredag", 5},
     {"lørdag", 6},    {"søndag", 0},   {"mandage", 1},   {"tirsdage", 2}, {"onsdage", 3},
     {"torsdage", 4},  {"fredage", 5},  {"lørdage", 6},   {"søndage", 0},  {"mandagen", 1},
     {"tirsdagen", 2}, {"onsdagen", 3}, {"torsdagen", 4}, {"fredagen", 5}, {"lørdagen", 6},
     {"søndagen", 0},  {"man", 1},      {"tir", 2},       {"tirs", 2},     {"ons", 3},
     {"tor", 4},       {"tors", 4},     {"fre", 5},       {"lør", 6},      {"søn", 0},
     {"monday", 1},    {"tuesday", 2},  {"wednesday", 3}, {"thursday", 4}, {"friday", 5},
     {"saturday", 6},  {"sunday", 0},   {"mondays", 1},   {"tuesdays", 2}, {"wednesdays", 3},
     {"thursdays", 4}, {"fridays", 5},  {"saturdays", 6}, {"sundays", 0},  {"mon", 1},
     {"tue", 2},       {"tues", 2},     {"wed", 3},       {"weds", 3},     {"thu", 4},
     {"thur", 4},      {"thurs", 4},    {"fri", 5},       {"sat", 6},      {"sun", 0},
     {"loerdag", 6},   {"soendag", 0},  {"loer", 6},      {"soen", 0},     {"mandags", 1},
     {"tirsdags", 2},  {"onsdags", 3},  {"torsdags", 4},  {"fredags", 5},  {"lørdags", 6},
     {"søndags", 0}});

constexpr auto month_entries = std::to_array<Entry<unsigned>>(
    {{"januar", 1},    {"februar", 2},   {"marts", 3},   {"april", 4},     {"maj", 5},
     {"juni", 6},      {"juli", 7},      {"august", 8},  {"september", 9}, {"oktober", 10},
     {"november", 11}, {"december", 12}, {"january", 1}, {"february", 2},  {"march", 3},
     {"may", 5},       {"june", 6},      {"july", 7},    {"october", 10},  {"jan", 1},
     {"feb", 2},       {"febr", 2},      {"mar", 3},     {"mrt", 3},       {"apr", 4},
     {"jun", 6},       {"jul", 7},       {"aug", 8},     {"sep", 9},       {"sept", 9},
     {"okt", 10},      {"oct", 10},      {"nov", 11},    {"dec", 12},      {"okto", 10},
     {"novemb", 11},   {"decemb", 12}});

using model::Unit;
constexpr auto unit_entries = std::to_array<Entry<Unit>>({{"dage", Unit::day},
                                                          {"dag", Unit::day},
                                                          {"days", Unit::day},
                                                          {"day", Unit::day},
                                                          {"kalenderdage", Unit::day},
                                                          {"kalenderdag", Unit::day},
                                                          {"døgn", Unit::day},
                                                          {"hverdage", Unit::working_day},
                                                          {"hverdag", Unit::working_day},
                                                          {"arbejdsdage", Unit::working_day},
                                                          {"arbejdsdag", Unit::working_day},
                                                          {"workdays", Unit::working_day},
                                                          {"workday", Unit::working_day},
                                                          {"weekdays", Unit::working_day},
                                                          {"weekday", Unit::working_day},
                                                          {"uger", Unit::week},
                                                          {"uge", Unit::week},
                                                          {"weeks", Unit::week},
                                                          {"week", Unit::week},
                                                          {"timer", Unit::hour},
                                                          {"time", Unit::hour},
                                                          {"hours", Unit::hour},
                                                          {"hour", Unit::hour},
                                                          {"t", Unit::hour},
                                                          {"h", Unit::hour},
                                                          {"minutter", Unit::minute},
                                                          {"minut", Unit::minute},
                                                          {"minutes", Unit::minute},
                                                          {"minute", Unit::minute},
                                                          {"min", Unit::minute},
                                                          {"mins", Unit::minute}});

using model::Mode;
constexpr auto mode_entries = std::to_array<Entry<Mode>>(
    {{"teams", Mode::teams},         {"fysisk", Mode::physical},   {"virtuelt", Mode::teams},
     {"hybrid", Mode::hybrid},       {"physical", Mode::physical}, {"virtual", Mode::teams},
     {"online", Mode::teams},        {"fysiske", Mode::physical},  {"virtuel", Mode::teams},
     {"virtuelle", Mode::teams},     {"video", Mode::teams},       {"videomøde", Mode::teams},
     {"teamsmøde", Mode::teams},     {"teamsmøder", Mode::teams},  {"hybridmøde", Mode::hybrid},
     {"hybride", Mode::hybrid},      {"hybridt", Mode::hybrid},    {"fremmøde", Mode::physical},
     {"physically", Mode::physical}, {"virtually", Mode::teams}});

template <class Value, std::size_t n>
std::optional<Value> find(const std::array<Entry<Value>, n>& entries, const Token& token) {
    if (!token.is_word()) return std::nullopt;
    for (const Entry<Value>& entry : entries)
        if (entry.word == token.text) return entry.value;
    return std::nullopt;
}

template <class Value, std::size_t n>
std::vector<std::string> words_of(const std::array<Entry<Value>, n>& entries) {
    std::vector<std::string> words;
    words.reserve(n);
    for (const Entry<Value>& entry : entries)
        words.emplace_back(entry.word);
    return words;
}

using std::chrono::weekday;

void append_once(std::vector<weekday>& days, weekday day) {
    if (std::find(days.begin(), days.end(), day) == days.end()) days.push_back(day);
}

bool is_weekdays_word(const Token& token) {
    return token.is_one_of(
        {"hverdage", "hverdag", "arbejdsdage", "weekdays", "workdays", "weekday"});
}

// A day, or from one day to another, into `days`. False: there was none.
bool take_weekday_range(Tokens& tokens, std::vector<weekday>& days) {
    if (is_weekdays_word(tokens.peek())) {
        tokens.take();
        for (unsigned day = 1; day <= 5; ++day)
            append_once(days, weekday{day});
        return true;
    }
    const auto first = find_weekday(tokens.peek());
    if (!first) {
        tokens.fail_here(base::both("en ugedag", "a weekday"), weekday_words());
        return false;
    }
    tokens.take();
    tokens.accept({"."});
    append_once(days, *first);
    const std::size_t before = tokens.position();
    if (!accept_range_mark(tokens)) return true;
    const auto last = find_weekday(tokens.peek());
    if (!last) {
        tokens.rewind(before);
        return true;
    }
    tokens.take();
    tokens.accept({"."});
    for (weekday day = *first; day != *last; ++day)
        append_once(days, day + std::chrono::days{1});
    return true;
}

void append_months(std::vector<unsigned>& months, unsigned first, unsigned last) {
    for (unsigned month = first;; month = month % 12 + 1) {
        if (std::find(months.begin(), months.end(), month) == months.end()) months.push_back(month);
        if (month == last) return;
    }
}

bool take_month_range(Tokens& tokens, std::vector<unsigned>& months) {
    const auto first = find_month(tokens.peek());
    if (!first) {
        tokens.fail_here(base::both("en måned", "a month"), month_words());
        return false;
    }
    tokens.take();
    const std::size_t before = tokens.position();
    auto last = first;
    if (accept_range_mark(tokens)) {
        last = find_month(tokens.peek());
        if (last) {
            tokens.take();
        } else {
            tokens.rewind(before);
            last = first;
        }
    }
    append_months(months, *first, *last);
    return true;
}

}  // namespace

std::optional<weekday> find_weekday(const Token& token) {
    if (const auto day = find(weekday_entries, token)) return weekday{*day};
    return std::nullopt;
}
std::optional<unsigned> find_month(const Token& token) {
    return find(month_entries, token);
}
std::optional<Unit> find_unit(const Token& token) {
    return find(unit_entries, token);
}
std::optional<Mode> find_mode(const Token& token) {
    return find(mode_entries, token);
}

const std::vector<std::string>& weekday_words() {
    static const std::vector<std::string> words = words_of(weekday_entries);
    return words;
}
const std::vector<std::string>& month_words() {
    static const std::vector<std::string> words = words_of(month_entries);
    return words;
}
const std::vector<std::string>& unit_words() {
    static const std::vector<std::string> words = words_of(unit_entries);
    return words;
}
const std::vector<std::string>& mode_words() {
    static const std::vector<std::string> words = words_of(mode_entries);
    return words;
}

bool accept_range_mark(Tokens& tokens) {
    return tokens.accept({"-", "..", "til", "to"});
}

bool is_weekday_list_start(const Token& token) {
    return find_weekday(token).has_value() || is_weekdays_word(token);
}

std::optional<std::vector<weekday>> take_weekdays(Tokens& tokens) {
    std::vector<weekday> days;
    do {
        if (!take_weekday_range(tokens, days)) return std::nullopt;
    } while (accept_separator(tokens, is_weekday_list_start));
    return days;
}

std::optional<std::vector<unsigned>> take_months(Tokens& tokens) {
    std::vector<unsigned> months;
    do {
        if (!take_month_range(tokens, months)) return std::nullopt;
    } while (accept_separator(tokens, [](const Token& t) { return find_month(t).has_value(); }));
    return months;
}

std::optional<Mode> take_mode(Tokens& tokens) {
    if (tokens.peek().is("in") && tokens.peek(1).is("person")) {
        tokens.take();
        tokens.take();
        return Mode::physical;
    }
    if (tokens.peek().is("in") && tokens.peek(1).is("-") && tokens.peek(2).is("person")) {
        tokens.rewind(tokens.position() + 3);
        return Mode::physical;
    }
    const auto mode = find_mode(tokens.peek());
    if (!mode)
        return tokens.fail_here(base::both("\"teams\", \"fysisk\" eller \"hybrid\"",
                                           "\"teams\", \"physical\" or \"hybrid\""),
                                mode_words());
    tokens.take();
    return mode;
}

std::optional<Unit> take_unit(Tokens& tokens) {
    if (tokens.peek().is_one_of({"working", "business", "work"})
        && tokens.peek(1).is_one_of({"days", "day"})) {
        tokens.take();
        tokens.take();
        return Unit::working_day;
    }
    if (tokens.peek().is("calendar") && tokens.peek(1).is_one_of({"days", "day"})) {
        tokens.take();
        tokens.take();
        return Unit::day;
    }
    const auto unit = find_unit(tokens.peek());
    if (!unit)
        return tokens.fail_here(base::both("dage, hverdage, uger, timer eller minutter",
                                           "days, working days, weeks, hours or minutes"),
                                unit_words());
    tokens.take();
    return unit;
}

}  // namespace rul::config::notation
