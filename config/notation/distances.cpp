#include "config/notation/distances.hpp"

#include "base/utf8.hpp"
#include "config/notation/tokens.hpp"
#include "config/notation/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rul::config {

namespace notation {

namespace {

using base::both;
using model::Unit;
using Side = model::Needs::Side;

// More than any two dates Rul plans lie apart is a slip of the finger.
constexpr int most_units = 20'000;

std::optional<Side> take_side(Tokens& tokens) {
    if (tokens.accept({"før", "before", "inden", "forinden"})) return Side::before;
    if (tokens.accept({"efter", "after"})) return Side::after;
    return std::nullopt;
}

// A whole number, with its sign where `is_signed`.
std::optional<int> take_number(Tokens& tokens, bool is_signed) {
    const std::size_t at = tokens.position();
    const bool is_negative = is_signed && tokens.peek().is("-") && tokens.peek(1).is_number();
    if (is_negative) tokens.take();
    if (!tokens.peek().is_number()) return tokens.fail_here(both("et tal", "a number"));
    const int value = tokens.take().value;
    if (value > most_units)
        return tokens.fail(at, tokens.position(), "notation.number",
                           both("tallet er for stort", "the number is too large"));
    return is_negative ? -value : value;
}

enum class Bound { least, most, exactly, ideal, range };

// "mindst", "at least", "højst", ...: what the number behind it is.
std::optional<Bound> take_bound_word(Tokens& tokens) {
    const bool is_two = tokens.peek().is("at") && tokens.peek(1).is_one_of({"least", "most"});
    if (is_two) {
        tokens.take();
        return tokens.take().is("least") ? Bound::least : Bound::most;
    }
    if (tokens.accept({"mindst", "min", "minimum", "minst"})) {
        tokens.accept({"."});
        return Bound::least;
    }
    if (tokens.accept({"højst", "max", "maks", "maksimalt", "maximum", "højest", "allerhøjst"})) {
        tokens.accept({"."});
        return Bound::most;
    }
    if (tokens.accept({"præcis", "præcist", "nøjagtig", "exactly", "netop"})) return Bound::exactly;
    if (tokens.accept({"ideal", "ideelt", "ideally", "helst", "ca", "cirka", "omkring", "about",
                       "around", "omtrent"})) {
        tokens.accept({"."});
        return Bound::ideal;
    }
    return std::nullopt;
}

// What has been read of a distance so far, each bound in the unit it was said in.
struct Reading {
    struct Part {
        std::optional<int> value;
        std::optional<Unit> unit;
    };
    Part min, ideal, max;
};

bool is_unit_next(const Tokens& tokens) {
    if (find_unit(tokens.peek())) return true;
    return tokens.peek().is_one_of({"working", "business", "work", "calendar"});
}

bool set(Tokens& tokens, Reading::Part& part, int value, std::size_t first) {
    if (part.value) {
        tokens.fail(first, tokens.position(), "notation.twice",
                    both("det samme er sagt to gange", "the same is said twice"));
        return false;
    }
    part.value = value;
    return true;
}

bool store(Tokens& tokens, Reading& reading, Bound bound, std::pair<int, int> values,
           std::size_t first) {
    if (bound == Bound::ideal) return set(tokens, reading.ideal, values.first, first);
    const bool has_min = bound != Bound::most;
    const bool has_max = bound != Bound::least;
    return (!has_min || set(tokens, reading.min, values.first, first))
           && (!has_max || set(tokens, reading.max, values.second, first));
}

// The unit goes to every bound said since the last unit.
void give_unit(Reading& reading, Unit unit) {
    for (Reading::Part* const part : {&reading.min, &reading.ideal, &reading.max})
        if (part->value && !part->unit) part->unit = unit;
}

bool take_part(Tokens& tokens, Reading& reading) {
    const std::size_t first = tokens.position();
    const auto word = take_bound_word(tokens);
    const bool is_signed = tokens.peek().is("-") && tokens.peek(1).is_number();
    if (!word && !tokens.peek().is_number() && !is_signed && !tokens.at_end()) {
        tokens.fail_here(both("en afstand som \"28-49 dage\" eller \"mindst 4 uger\"",
                              "a distance such as \"28-49 days\" or \"at least 4 weeks\""));
        return false;
    }
    const auto from = take_number(tokens, true);
    if (!from) return false;
    auto to = from;
    Bound bound = word.value_or(Bound::ideal);
    if (!word && accept_range_mark(tokens)) {
        to = take_number(tokens, true);
        if (!to) return false;
        bound = Bound::range;
    }
    if (*to < *from) {
        tokens.fail(first, tokens.position(), "notation.backwards",
                    both("det mindste tal står først", "the smaller number comes first"),
                    both("Mente du {}-{}?", "Did you mean {}-{}?", *to, *from));
        return false;
    }
    if (!store(tokens, reading, bound, {*from, *to}, first)) return false;
    if (!is_unit_next(tokens)) return true;
    const auto unit = take_unit(tokens);
    if (!unit) return false;
    give_unit(reading, *unit);
    return true;
}

bool is_part_start(const Token& token) {
    return token.is_number()
           || token.is_one_of({"mindst", "min", "minimum", "højst", "max", "maks", "maksimalt",
                               "maximum", "højest", "ideal", "ideelt", "ideally", "helst", "at",
                               "ca", "omkring", "about", "cirka"});
}

// Weeks beside days become days, hours beside minutes minutes.
std::optional<std::pair<Unit, int>> common_unit(Unit a, Unit b) {
    if (a == b) return std::pair{a, 1};
    if (a == Unit::week && b == Unit::day) return std::pair{Unit::day, 7};
    if (a == Unit::hour && b == Unit::minute) return std::pair{Unit::minute, 60};
    return std::nullopt;
}

std::optional<Unit> finest_unit(const Reading& reading) {
    std::optional<Unit> finest;
    for (const Reading::Part* const part : {&reading.min, &reading.ideal, &reading.max}) {
        if (!part->unit) continue;
        if (!finest || common_unit(*finest, *part->unit)) finest = part->unit;
    }
    return finest;
}

std::optional<model::DistanceRange> in_one_unit(Tokens& tokens, Reading reading) {
    const auto unit = finest_unit(reading);
    if (!unit) return std::nullopt;
    for (Reading::Part* const part : {&reading.min, &reading.ideal, &reading.max}) {
        if (!part->value) continue;
        const auto common = common_unit(part->unit.value_or(*unit), *unit);
        if (!common)
            return tokens.fail(0, tokens.position(), "notation.unit",
                               both("to enheder, der ikke kan regnes om til hinanden",
                                    "two units that cannot be converted"),
                               both("Brug den samme enhed hele vejen", "Use one unit throughout"));
        *part->value *= common->second;
    }
    return model::DistanceRange{reading.min.value, reading.ideal.value, reading.max.value, *unit};
}

bool is_ordered(Tokens& tokens, std::size_t first, const model::DistanceRange& range) {
    if (range.min && range.max && *range.max < *range.min) {
        tokens.fail(first, tokens.position(), "notation.backwards",
                    both("den største afstand er mindre end den mindste",
                         "the greatest distance is less than the least"));
        return false;
    }
    const bool is_below = range.ideal && range.min && *range.ideal < *range.min;
    const bool is_above = range.ideal && range.max && *range.max < *range.ideal;
    if (!is_below && !is_above) return true;
    tokens.fail(first, tokens.position(), "notation.ideal",
                both("idealet {} ligger uden for grænserne", "the ideal {} is outside the bounds",
                     *range.ideal));
    return false;
}

bool accept_same_day(Tokens& tokens) {
    if (!tokens.peek().is_one_of({"samme", "same"}) || !tokens.peek(1).is_one_of({"dag", "day"}))
        return false;
    tokens.take();
    tokens.take();
    return true;
}

std::optional<SaidDistance> take_distance(Tokens& tokens) {
    if (accept_same_day(tokens))
        return SaidDistance{{0, std::nullopt, 0, Unit::day}, take_side(tokens), false};
    const std::size_t first = tokens.position();
    const Token first_token = tokens.peek();
    Reading reading;
    std::optional<Side> side;
    do {
        if (!take_part(tokens, reading)) return std::nullopt;
        if (!side) side = take_side(tokens);
    } while (accept_separator(tokens, is_part_start));
    if (!finest_unit(reading)) {
        tokens.fail_here(both("dage, hverdage eller uger", "days, working days or weeks"),
                         unit_words());
        return std::nullopt;
    }
    const auto range = in_one_unit(tokens, reading);
    if (!range || !is_ordered(tokens, first, *range)) return std::nullopt;
    const bool is_bare = first_token.is_number() && !range->min && !range->max;
    return SaidDistance{*range, side, is_bare};
}

std::nullopt_t fail_without_side(Tokens& tokens) {
    const base::Text side = both("\"før\" eller \"efter\"", "\"before\" or \"after\"");
    if (!tokens.at_end()) return tokens.fail_here(side, {"før", "efter", "before", "after"});
    return tokens.fail(
        0, tokens.position(), "notation.side",
        both("her mangler \"før\" eller \"efter\"", "\"before\" or \"after\" is missing here"));
}

std::optional<model::Offset> take_offset(Tokens& tokens) {
    if (accept_same_day(tokens)) return model::Offset{0, Unit::day};
    const auto count = take_number(tokens, false);
    if (!count) return std::nullopt;
    const std::size_t unit_at = tokens.position();
    const auto unit = take_unit(tokens);
    if (!unit) return std::nullopt;
    if (*unit == Unit::hour || *unit == Unit::minute)
        return tokens.fail(unit_at, tokens.position(), "notation.unit",
                           both("en frist er i dage, hverdage eller uger",
                                "a deadline is in days, working days or weeks"));
    const auto side = take_side(tokens);
    if (!side) return fail_without_side(tokens);
    return model::Offset{*side == Side::before ? -*count : *count, *unit};
}

std::optional<CountRange> take_count(Tokens& tokens) {
    const std::size_t first = tokens.position();
    const Bound bound = take_bound_word(tokens).value_or(Bound::exactly);
    const auto from = take_number(tokens, false);
    if (!from) return std::nullopt;
    if (bound == Bound::least) return CountRange{from, std::nullopt};
    if (bound == Bound::most) return CountRange{std::nullopt, from};
    if (!accept_range_mark(tokens)) return CountRange{from, from};
    const auto to = take_number(tokens, false);
    if (!to) return std::nullopt;
    if (*to < *from)
        return tokens.fail(first, tokens.position(), "notation.backwards",
                           both("det mindste tal står først", "the smaller number comes first"),
                           both("Mente du {}-{}?", "Did you mean {}-{}?", *to, *from));
    return CountRange{from, to};
}

std::optional<model::Mix::Share> take_share(Tokens& tokens) {
    if (!is_part_start(tokens.peek()) && !tokens.at_end())
        return tokens.fail_here(
            both("et antal møder som \"4-5 fysisk\" eller \"mindst 3 fysisk\"",
                 "a number of meetings such as \"4-5 physical\" or \"at least 3 "
                 "physical\""));
    const auto count = take_count(tokens);
    if (!count) return std::nullopt;
    const std::size_t at = tokens.position();
    const auto mode = take_mode(tokens);
    if (!mode) return std::nullopt;
    if (*mode == model::Mode::hybrid)
        return tokens.fail(at, tokens.position(), "notation.mode",
                           both("hybride møder tæller som fysiske", "hybrid counts as physical"),
                           both("Skriv \"fysisk\"", "Write \"physical\""));
    tokens.accept({"møder", "møde", "meetings", "meeting"});
    return model::Mix::Share{*mode, count->least, count->most};
}

std::optional<std::vector<model::Mix::Share>> take_mix(Tokens& tokens) {
    std::vector<model::Mix::Share> shares;
    do {
        const std::size_t first = tokens.position();
        const auto share = take_share(tokens);
        if (!share) return std::nullopt;
        for (const auto& other : shares)
            if (other.mode == share->mode)
                return tokens.fail(first, tokens.position(), "notation.twice",
                                   both("det samme er sagt to gange", "the same is said twice"));
        shares.push_back(*share);
    } while (accept_separator(tokens, is_part_start));
    return shares;
}

// ---- "FFU 28-49 dage før": the name ends where a distance with a side begins ------------------

bool begins_distance(const Token& token) {
    if (token.is_number()) return true;
    return is_part_start(token)
           || token.is_one_of({"præcis", "præcist", "nøjagtig", "exactly", "samme", "same"});
}

// Where the distance begins (a token), if one can be read from there to the end.
std::optional<std::size_t> find_distance(std::string_view text) {
    Tokens tokens{text};
    for (std::size_t at = 1; !tokens.at_end(); ++at) {
        tokens.rewind(at);
        if (!begins_distance(tokens.peek()) || !tokens.peek().after_space) continue;
        Tokens attempt{text};
        attempt.rewind(at);
        const auto said = take_distance(attempt);
        if (attempt.finish(said)) return at;
    }
    return std::nullopt;
}

// Where it was meant to begin: the first that looks like it, for the message about what is wrong.
std::size_t likely_distance(Tokens& tokens) {
    const std::size_t before = tokens.position();
    std::size_t at = before + 1;
    for (tokens.rewind(at); !tokens.at_end(); tokens.rewind(++at))
        if (begins_distance(tokens.peek()) && tokens.peek().after_space) break;
    tokens.rewind(before);
    return at;
}

std::optional<NeedsPhrase> take_needs(Tokens& tokens, std::string_view text) {
    const std::size_t at = find_distance(text).value_or(likely_distance(tokens));
    if (begins_distance(tokens.peek()) && tokens.peek(1).is("-"))
        return tokens.fail(
            0, 1, "notation.name-missing",
            both("her mangler et navn før afstanden", "a name is missing before the distance"),
            both("Skriv fx \"FFU 28-49 dage før\"", "Write for example \"FFU 28-49 days before\""));
    NeedsPhrase phrase{.name = tokens.written(0, at),
                       .offset = tokens.offset_of(0),
                       .width = tokens.width_of(0, at)};
    tokens.rewind(at);
    const auto said = take_distance(tokens);
    if (!said) return std::nullopt;
    if (!said->side) return fail_without_side(tokens);
    phrase.window = said->range;
    phrase.side = *said->side;
    phrase.is_bare = said->is_bare;
    if (!phrase.window.min && phrase.window.max && *phrase.window.max >= 0) phrase.window.min = 0;
    return phrase;
}

std::optional<model::Strength> take_strength(Tokens& tokens) {
    if (tokens.accept({"must", "skal", "krav"})) return model::must;
    if (tokens.accept({"should", "bør"})) return model::soft(model::should_points);
    if (tokens.accept({"wish", "ønske", "ønskes"})) return model::soft(model::wish_points);
    const std::size_t at = tokens.position();
    if (!tokens.peek().is_number())
        return tokens.fail_here(both("\"skal\", \"bør\", \"ønske\" eller et antal point",
                                     "\"must\", \"should\", \"wish\" or a number of points"),
                                {"must", "should", "wish", "skal", "bør", "ønske"});
    const int points = tokens.take().value;
    if (points < 1 || points > most_points)
        return tokens.fail(at, at + 1, "notation.points",
                           both("point er fra 1 til {}", "points are from 1 to {}", most_points));
    tokens.accept({"point", "points"});
    return model::soft(points);
}

}  // namespace

}  // namespace notation

using notation::Tokens;

Read<SaidDistance> read_distance(std::string_view text) {
    Tokens tokens{text};
    return tokens.finish(notation::take_distance(tokens));
}

Read<model::Offset> read_offset(std::string_view text) {
    Tokens tokens{text};
    return tokens.finish(notation::take_offset(tokens));
}

Read<CountRange> read_count(std::string_view text) {
    Tokens tokens{text};
    return tokens.finish(notation::take_count(tokens));
}

Read<std::vector<model::Mix::Share>> read_mix(std::string_view text) {
    Tokens tokens{text};
    return tokens.finish(notation::take_mix(tokens));
}

Read<NeedsPhrase> read_needs(std::string_view text) {
    Tokens tokens{text};
    return tokens.finish(notation::take_needs(tokens, text));
}

Read<model::Strength> read_strength(std::string_view text) {
    Tokens tokens{text};
    return tokens.finish(notation::take_strength(tokens));
}

}  // namespace rul::config
