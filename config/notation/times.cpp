#include "config/notation/times.hpp"

#include "config/notation/tokens.hpp"
#include "config/notation/vocabulary.hpp"
#include "engine/model/words.hpp"

#include <algorithm>

namespace rul::config {

namespace notation {

namespace {

using model::minutes;
constexpr minutes midnight{24 * 60};

struct Clock {
    minutes time{0};
    std::string_view separator;  // ".", ":" or none
    std::size_t first = 0;       // token
    std::size_t last = 0;
};

std::nullopt_t fail_no_such_time(Tokens& tokens, std::size_t first, std::size_t last) {
    return tokens.fail(
        first, last, "notation.no-such-time",
        base::both("klokken {} findes ikke", "there is no {} o'clock", tokens.written(first, last)),
        base::both("Et døgn går fra 0.00 til 24.00", "A day goes from 0:00 to 24:00"));
}

// ".30" or ":30" after the hour; a dot with anything else behind it is not ours.
std::optional<int> take_clock_minutes(Tokens& tokens, Clock& clock) {
    const bool has_mark = tokens.peek().is_one_of({".", ":"}) && !tokens.peek().after_space
                          && tokens.peek(1).is_number() && !tokens.peek(1).after_space;
    if (!has_mark) return 0;
    clock.separator = tokens.take().is(".") ? "." : ":";
    const std::size_t at = tokens.position();
    const Token number = tokens.take();
    if (number.digits != 2)
        return tokens.fail(at, at + 1, "notation.minutes",
                           base::both("minutter skrives med to cifre", "minutes have two digits"),
                           base::both("Skriv {0}.00 eller {0}.30", "Write {0}:00 or {0}:30",
                                      clock.time.count() / 60));
    if (number.value > 59)
        return tokens.fail(
            at, at + 1, "notation.no-such-time",
            base::both("en time har ikke {} minutter", "no hour has {} minutes", number.value));
    return number.value;
}

std::optional<Clock> take_clock(Tokens& tokens) {
    if (tokens.accept({"kl", "klokken", "at"})) tokens.accept({"."});
    if (!tokens.peek().is_number())
        return tokens.fail_here(base::both("et klokkeslæt som 14.00", "a time such as 14:00"));
    Clock clock{.first = tokens.position()};
    const Token hour = tokens.take();
    if (hour.digits == 4 && hour.value <= 2400 && hour.value % 100 < 60)
        return tokens.fail(clock.first, clock.first + 1, "notation.no-such-time",
                           base::both("timer og minutter skilles af et punktum",
                                      "hours and minutes are parted by a colon"),
                           base::both("Mente du {0:02}.{1:02}?", "Did you mean {0:02}:{1:02}?",
                                      hour.value / 100, hour.value % 100));
    clock.time = minutes{60 * std::min(hour.value, 100)};
    const auto rest = take_clock_minutes(tokens, clock);
    if (!rest) return std::nullopt;
    clock.time += minutes{*rest};
    clock.last = tokens.position();
    if (clock.time > midnight) return fail_no_such_time(tokens, clock.first, clock.last);
    return clock;
}

model::TimeRange ordered(minutes a, minutes b) {
    return {std::min(a, b), std::max(a, b)};
}

bool is_plausible(Tokens& tokens, const Clock& from, const Clock& to) {
    constexpr minutes noon{12 * 60};
    if (from.time < to.time || (from.time == noon && to.time == noon)) return true;
    base::Text message = base::both("mødet slutter, før det begynder", "it ends before it begins");
    base::Text help;
    if (from.time == to.time)
        message = base::both("mødet varer ingen tid", "it takes no time at all");
    else
        help = model::in_both([&](base::Language language) {
            const std::string range = to_text(ordered(from.time, to.time), language);
            return (language == base::Language::danish ? "Mente du " : "Did you mean ") + range
                   + "?";
        });
    tokens.fail(from.first, to.last, "notation.backwards", std::move(message), std::move(help));
    return false;
}

void warn_of_mixture(Tokens& tokens, const Clock& from, const Clock& to) {
    if (from.separator.empty() || to.separator.empty() || from.separator == to.separator) return;
    const model::TimeRange range{from.time, to.time};
    tokens.warn(from.first, to.last, "notation.mixed-separators",
                base::both("punktum og kolon blandes", "dot and colon are mixed"),
                model::in_both([&](base::Language language) {
                    return (language == base::Language::danish ? "Klokkeslæt skrives "
                                                               : "Times are written ")
                           + to_text(range, language);
                }));
}

// One part of a length: "90 minutter", "1,5 time".
std::optional<minutes> take_length_part(Tokens& tokens) {
    if (!tokens.peek().is_number())
        return tokens.fail_here(
            base::both("en varighed som \"2 timer\"", "a length such as \"2 hours\""));
    const std::size_t first = tokens.position();
    const int whole = tokens.take().value;
    int tenths = 0;
    if (tokens.peek().is_one_of({",", "."}) && tokens.peek(1).is_number()
        && tokens.peek(1).digits == 1) {
        tokens.take();
        tenths = tokens.take().value;
    }
    const auto unit = take_unit(tokens);
    if (!unit) return std::nullopt;
    if (*unit == model::Unit::hour) return minutes{60 * std::min(whole, 1000) + 6 * tenths};
    if (*unit == model::Unit::minute && tenths == 0) return minutes{std::min(whole, 100'000)};
    return tokens.fail(
        first, tokens.position(), "notation.unit",
        base::both("en varighed er i timer og minutter", "a length is in hours and minutes"));
}

std::optional<minutes> take_length(Tokens& tokens) {
    auto length = take_length_part(tokens);
    if (!length) return std::nullopt;
    tokens.accept({"og", "and"});
    if (!tokens.at_end()) {
        const auto more = take_length_part(tokens);
        if (!more) return std::nullopt;
        *length += *more;
    }
    if (*length <= midnight && *length > minutes{0}) return length;
    return tokens.fail(0, tokens.position(), "notation.length",
                       base::both("et møde varer mellem 1 minut og 24 timer",
                                  "a meeting takes between 1 minute and 24 hours"));
}

}  // namespace

bool is_time_start(const Token& token) {
    return token.is_number() || token.is_one_of({"kl", "klokken", "at", "fra", "from"});
}

std::optional<model::TimeRange> take_time_range(Tokens& tokens) {
    tokens.accept({"fra", "from"});
    const auto from = take_clock(tokens);
    if (!from) return std::nullopt;
    if (from->time == midnight) return fail_no_such_time(tokens, from->first, from->last);
    if (!accept_range_mark(tokens))
        return tokens.fail_here(
            base::both("et sluttidspunkt som i 14.00-16.00", "an end, as in 14:00-16:00,"));
    const auto to = take_clock(tokens);
    if (!to || !is_plausible(tokens, *from, *to)) return std::nullopt;
    warn_of_mixture(tokens, *from, *to);
    return model::TimeRange{from->time, to->time};
}

}  // namespace notation

using notation::Tokens;

Read<model::minutes> read_time(std::string_view text) {
    Tokens tokens{text};
    const auto clock = notation::take_clock(tokens);
    if (!clock) return tokens.finish<model::minutes>({});
    return tokens.finish<model::minutes>(clock->time);
}

Read<model::TimeRange> read_time_range(std::string_view text) {
    Tokens tokens{text};
    return tokens.finish(notation::take_time_range(tokens));
}

Read<model::minutes> read_length(std::string_view text) {
    Tokens tokens{text};
    return tokens.finish(notation::take_length(tokens));
}

}  // namespace rul::config
