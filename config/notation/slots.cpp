#include "config/notation/slots.hpp"

#include "base/utf8.hpp"
#include "config/notation/said_date.hpp"
#include "config/notation/tokens.hpp"
#include "config/notation/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rul::config {

namespace notation {

namespace {

using base::both;

struct Ordinal {
    std::string_view word;
    int value;
};
constexpr auto ordinals = std::to_array<Ordinal>({{"sidste", -1},
                                                  {"last", -1},
                                                  {"første", 1},
                                                  {"first", 1},
                                                  {"anden", 2},
                                                  {"second", 2},
                                                  {"tredje", 3},
                                                  {"third", 3},
                                                  {"fjerde", 4},
                                                  {"fourth", 4},
                                                  {"femte", 5},
                                                  {"fifth", 5}});

std::optional<int> find_ordinal(const Token& token) {
    if (!token.is_word()) return std::nullopt;
    for (const Ordinal& ordinal : ordinals)
        if (ordinal.word == token.text) return ordinal.value;
    return std::nullopt;
}

// "2." of "2. tirsdag" and "1. og 3. tirsdag", but not "14." of "14.00".
bool is_nth_number(const Tokens& tokens) {
    if (!tokens.peek().is_number()) return false;
    if (tokens.peek(1).is_one_of({"st", "nd", "rd", "th"})) return true;
    return tokens.peek(1).is(".") && (tokens.peek(2).after_space || tokens.peek(2).is(","));
}

bool is_nth_next(const Tokens& tokens) {
    return find_ordinal(tokens.peek()) || is_nth_number(tokens);
}

std::optional<int> take_nth(Tokens& tokens) {
    if (const auto ordinal = find_ordinal(tokens.peek())) {
        tokens.take();
        return ordinal;
    }
    const std::size_t at = tokens.position();
    const int nth = tokens.take().value;
    tokens.take();
    if (1 <= nth && nth <= 5) return nth;
    return tokens.fail(at, at + 1, "notation.nth",
                       both("en måned har ingen {}. mandag eller anden ugedag",
                            "no month has weekday number {}", nth),
                       both("Skriv 1. til 5. eller \"sidste\"", "Write 1st to 5th or \"last\""));
}

bool take_all_nth(Tokens& tokens, std::vector<int>& all) {
    while (is_nth_next(tokens)) {
        const auto nth = take_nth(tokens);
        if (!nth) return false;
        if (std::find(all.begin(), all.end(), *nth) == all.end()) all.push_back(*nth);
        tokens.accept({",", "og", "and", "&"});
    }
    return true;
}

// "hver 2. mandag" is every other week, which a slot cannot say.
bool is_every_other(Tokens& tokens) {
    if (!tokens.peek().is_one_of({"hver", "every"})) return false;
    if (tokens.peek(1).is_one_of({"anden", "other", "second"}) || tokens.peek(1).is_number()) {
        tokens.fail(tokens.position(), tokens.position() + 2, "notation.every-other",
                    both("\"hver anden uge\" er en afstand, ikke en mødetid",
                         "\"every other week\" is a distance, not a slot"),
                    both("Skriv afstanden for sig: gap = \"ideal 2 uger\"",
                         "Write the distance by itself: gap = \"ideal 2 weeks\""));
        return true;
    }
    tokens.take();
    return false;
}

void accept_of_the_month(Tokens& tokens) {
    const std::size_t before = tokens.position();
    if (!tokens.accept({"i", "in", "of"})) return;
    tokens.accept({"hver", "the", "every", "each"});
    if (!tokens.accept({"måneden", "måned", "month"})) tokens.rewind(before);
}

bool take_days(Tokens& tokens, model::Slot& slot) {
    if (is_every_other(tokens)) return false;
    tokens.accept({"alle", "all", "the"});
    if (!take_all_nth(tokens, slot.nth)) return false;
    if (is_weekday_list_start(tokens.peek()) || !slot.nth.empty()) {
        auto days = take_weekdays(tokens);
        if (!days) return false;
        slot.weekdays = std::move(*days);
    }
    accept_of_the_month(tokens);
    if (!tokens.accept({"i", "in", "of"})) return true;
    auto months = take_months(tokens);
    if (!months) return false;
    slot.months = std::move(*months);
    return true;
}

bool is_mode_next(const Tokens& tokens) {
    return find_mode(tokens.peek())
           || (tokens.peek().is("in")
               && (tokens.peek(1).is("person") || tokens.peek(2).is("person")));
}

// "teams" or "(teams)". False: a problem; nothing there is no problem.
bool take_mode_if_any(Tokens& tokens, std::optional<model::Mode>& mode) {
    const bool is_said_with_word =
        tokens.peek().is_one_of({"på", "via", "over", "on"}) && find_mode(tokens.peek(1));
    if (is_said_with_word) tokens.take();
    const bool is_in_brackets = tokens.peek().is("(") && find_mode(tokens.peek(1));
    if (is_in_brackets) tokens.take();
    if (!is_mode_next(tokens)) return true;
    mode = take_mode(tokens);
    if (is_in_brackets && !tokens.accept({")"})) {
        tokens.fail_here(both("en slutparentes", "a closing bracket"));
        return false;
    }
    tokens.accept({"møde", "meeting"});
    return mode.has_value();
}

// A word where only a mode can stand. @pre no mode is next
std::nullopt_t take_mode_here(Tokens& tokens) {
    static_cast<void>(take_mode(tokens));
    return std::nullopt;
}

// "@ aalborg": to the end, or to the bracket with the points.
bool take_venue_if_any(Tokens& tokens, std::optional<SaidVenue>& venue) {
    if (!tokens.accept({"@"})) return true;
    const std::size_t first = tokens.position();
    while (!tokens.at_end() && !tokens.peek().is("("))
        tokens.take();
    if (tokens.position() == first) {
        tokens.fail_here(both("et mødested", "a venue"));
        return false;
    }
    venue = SaidVenue{.key = tokens.written(first, tokens.position()),
                      .offset = tokens.offset_of(first),
                      .width = tokens.width_of(first, tokens.position())};
    return true;
}

bool take_cost_if_any(Tokens& tokens, model::Points& cost) {
    if (!tokens.accept({"("})) return true;
    if (!tokens.peek().is_number()) {
        tokens.fail_here(both("et antal point", "a number of points"));
        return false;
    }
    const std::size_t at = tokens.position();
    cost = tokens.take().value;
    if (cost > most_points) {
        tokens.fail(at, at + 1, "notation.points",
                    both("point er fra 0 til {}", "points are from 0 to {}", most_points));
        return false;
    }
    tokens.accept({"point", "points"});
    if (tokens.accept({")"})) return true;
    tokens.fail_here(both("en slutparentes", "a closing bracket"));
    return false;
}

bool take_time_if_any(Tokens& tokens, std::optional<model::TimeRange>& time) {
    tokens.accept({","});
    if (!is_time_start(tokens.peek())) return true;
    time = take_time_range(tokens);
    return time.has_value();
}

std::optional<SaidSlot> take_slot(Tokens& tokens) {
    SaidSlot said;
    model::Slot& slot = said.slot;
    if (tokens.at_end()) return said;
    if (!take_days(tokens, slot) || !take_time_if_any(tokens, slot.time)) return std::nullopt;
    tokens.accept({","});
    if (!take_mode_if_any(tokens, slot.mode) || !take_venue_if_any(tokens, said.venue)
        || !take_cost_if_any(tokens, slot.cost))
        return std::nullopt;
    if (tokens.position() > 0 && !slot.mode && tokens.peek().is_word())
        return take_mode_here(tokens);
    if (tokens.position() == 0)
        return tokens.fail_here(both("en ugedag", "a weekday"), weekday_words());
    const bool says_when = !slot.weekdays.empty() || slot.time;
    if (!says_when && tokens.at_end())
        return tokens.fail(0, tokens.position(), "notation.incomplete",
                           both("en mødetid har en ugedag eller et klokkeslæt",
                                "a slot has a weekday or a time of day"));
    slot.text = tokens.text();
    return said;
}

std::optional<SaidAppointment> take_appointment(Tokens& tokens, const Period& period) {
    const auto date = take_date(tokens);
    if (!date) return std::nullopt;
    SaidAppointment said;
    model::Appointment& appointment = said.appointment;
    if (!take_time_if_any(tokens, appointment.time)) return std::nullopt;
    tokens.accept({","});
    if (!take_mode_if_any(tokens, appointment.mode) || !take_venue_if_any(tokens, said.venue)
        || !tokens.at_end()) {
        if (!appointment.mode && tokens.peek().is_word()) return take_mode_here(tokens);
        return std::nullopt;
    }
    const auto resolved = resolve(tokens, *date, period);
    if (!resolved) return std::nullopt;
    appointment.date = *resolved;
    return said;
}

}  // namespace

}  // namespace notation

using notation::Tokens;

Read<SaidSlot> read_slot(std::string_view text) {
    Tokens tokens{text};
    return tokens.finish(notation::take_slot(tokens));
}

Read<SaidAppointment> read_appointment(std::string_view text, const Period& period) {
    Tokens tokens{text};
    return tokens.finish(notation::take_appointment(tokens, period));
}

Read<model::Mode> read_mode(std::string_view text) {
    Tokens tokens{text};
    return tokens.finish(notation::take_mode(tokens));
}

}  // namespace rul::config
