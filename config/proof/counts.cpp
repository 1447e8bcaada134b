#include "config/proof/parts.hpp"

#include <algorithm>
#include <numeric>

namespace rul::config::proof {

namespace {

using model::Meeting;
using model::Mode;
namespace chrono = std::chrono;

// ---- Meetings that do not fit -----------------------------------------------------------------

struct Gap {
    const model::Rule* rule = nullptr;
    model::DistanceRange range{1, {}, {}, model::Unit::day};
};

// The least distance between neighbours of the series: at least a day.
Gap gap_of(const Brief& brief, const model::Series& series) {
    Gap gap;
    for_each_rule<model::Distance>(brief, [&](const model::Rule& rule, const auto& distance) {
        const bool counts = distance.pairs == model::Distance::Pairs::neighbours
                            && rule.strength.must && is_always_valid(brief, rule)
                            && is_in_days(distance.range.unit) && distance.range.min.value_or(0) > 0
                            && distance.from.meetings == series.meetings;
        if (counts && gap.rule == nullptr) gap = {&rule, distance.range};
    });
    return gap;
}

// The first day of the window that is far enough from `last`.
std::optional<Date> first_after(const Brief& brief, const Window& window, Date last,
                                const model::DistanceRange& range) {
    const int least = *range.min * (range.unit == model::Unit::week ? 7 : 1);
    for (const Date day : window.days)
        if (day > last && brief.calendar.distance(last, day, range.unit) >= least) return day;
    return std::nullopt;
}

std::vector<MeetingId> certain_of(const Brief& brief, const std::vector<MeetingId>& meetings) {
    std::vector<MeetingId> certain;
    for (const MeetingId id : meetings)
        if (is_certain(brief.at(id))) certain.push_back(id);
    return certain;
}

// How many of the meetings find room when each takes the first day it can: no order does better.
std::size_t packed(const Proof& proof, const std::vector<MeetingId>& meetings, const Gap& gap) {
    std::optional<Date> last;
    for (std::size_t k = 0; k < meetings.size(); ++k) {
        const Window& window = proof.window(meetings[k]);
        if (window.days.empty()) return meetings.size();  // said elsewhere
        last = last ? first_after(proof.brief(), window, *last, gap.range) : window.days.front();
        if (!last) return k;
    }
    return meetings.size();
}

void check_room(Proof& proof, model::SeriesId id) {
    const Brief& brief = proof.brief();
    const model::Series& series = brief.at(id);
    const Gap gap = gap_of(brief, series);
    if (proof.is_blamed(id) || (gap.rule != nullptr && proof.is_blamed(*gap.rule))) return;
    const auto meetings = certain_of(brief, series.meetings);
    const std::size_t fitting = packed(proof, meetings, gap);
    if (fitting == meetings.size()) return;
    proof.blame(id);
    const Text count = meetings_words(meetings.size());
    const Text range = say("{}", "{}", to_text(brief.period));
    if (gap.rule == nullptr) {
        proof.error("plan.too-many-meetings", series.source,
                    say("{}: {} kan ikke være i {}; der er plads til {}",
                        "{}: {} do not fit into {}; there is room for {}", series.key, count, range,
                        fitting));
        return;
    }
    proof.blame(*gap.rule);
    proof.error("plan.too-many-meetings", series.source,
                say("{}: {} med {} imellem kan ikke være i {}; der er plads til {}",
                    "{}: {} with {} between them do not fit into {}; there is room for {}",
                    series.key, count, distance_words(gap.range), range, fitting),
                say("Afstanden står på {}; helligdage, spærringer og mødetider er regnet med",
                    "The distance is on {}; holidays, blocks and slots are taken into account",
                    line_of(gap.rule->source, series.source)));
}

// ---- Mixtures that do not sum -----------------------------------------------------------------

bool add_modes(const Meeting& meeting, const std::optional<Mode>& said, std::vector<Mode>& modes) {
    if (said) {
        modes.push_back(*said);
        return true;
    }
    modes.insert(modes.end(), meeting.modes.begin(), meeting.modes.end());
    return !meeting.modes.empty();
}

// The modes a meeting may have; unspecified among them when nothing says.
std::vector<Mode> modes_of(const Brief& brief, const Meeting& meeting) {
    std::vector<Mode> modes;
    bool is_said = true;
    const auto& slots = slots_of(brief, meeting);
    for (const model::Slot& slot : slots)
        is_said = add_modes(meeting, slot.mode, modes) && is_said;
    if (slots.empty()) is_said = add_modes(meeting, {}, modes);
    if (is_fixed(meeting) && meeting.options.front().mode) return {*meeting.options.front().mode};
    // A date given without its mode may stand outside every slot.
    if (!meeting.options.empty())
        modes.insert(modes.end(), meeting.modes.begin(), meeting.modes.end());
    for (const model::Appointment& option : meeting.options)
        modes.push_back(option.mode.value_or(Mode::unspecified));
    if (meeting.kind == Meeting::Kind::seminar && !is_said)
        modes.push_back(Mode::physical);
    else if (!is_said)
        modes.push_back(Mode::unspecified);
    if (meeting.series)
        for (const model::Appointment& included : brief.at(*meeting.series).includes)
            modes.push_back(included.mode.value_or(Mode::unspecified));
    return modes;
}

bool is_of(Mode mode, Mode share) {
    return mode == share || (share == Mode::physical && mode == Mode::hybrid);
}

Text mode_words(Mode mode) {
    return model::in_both([mode](Language l) { return to_text(mode, l); });
}

void check_share(Proof& proof, const model::Rule& rule, const model::Mix& mix,
                 const model::Mix::Share& share) {
    const Brief& brief = proof.brief();
    const auto can_be = std::count_if(
        mix.meetings.meetings.begin(), mix.meetings.meetings.end(), [&](MeetingId id) {
            const auto modes = modes_of(brief, brief.at(id));
            return std::any_of(modes.begin(), modes.end(),
                               [&](Mode mode) { return is_of(mode, share.mode); });
        });
    if (can_be >= share.least.value_or(0)) return;
    proof.error("plan.mix-mode", rule.source,
                say("{}: mindst {} skal være {}, men {} kan være det",
                    "{}: at least {} must be {}, but {} can be", mix.meetings.said,
                    meetings_words(static_cast<std::size_t>(*share.least)), mode_words(share.mode),
                    can_be == 0 ? say("ingen", "none") : say("kun {}", "only {}", can_be)),
                say("Tilføj mødetider, der er {}, eller skriv det under mode",
                    "Add slots that are {}, or say so under mode", mode_words(share.mode)));
}

void check_mix(Proof& proof, const model::Rule& rule, const model::Mix& mix) {
    const Brief& brief = proof.brief();
    if (!rule.strength.must || !is_always_valid(brief, rule) || mix.shares.empty()) return;
    int least = 0;
    int most = 0;
    bool has_most = mix.shares.size() == 2;  // both modes: nothing else is left but unspecified
    for (const auto& share : mix.shares) {
        least += share.least.value_or(0);
        most += share.most.value_or(0);
        has_most = has_most && share.most;
    }
    const auto all = static_cast<int>(mix.meetings.meetings.size());
    const auto certain = static_cast<int>(certain_of(brief, mix.meetings.meetings).size());
    if (all < least) {
        proof.error("plan.mix-too-many", rule.source,
                    say("{}: fordelingen kræver mindst {} møder, men der er højst {}",
                        "{}: the mix asks for at least {} meetings, but there are at most {}",
                        mix.meetings.said, least, all));
        return;
    }
    const bool all_said =
        std::all_of(mix.meetings.meetings.begin(), mix.meetings.meetings.end(), [&](MeetingId id) {
            const auto modes = modes_of(brief, brief.at(id));
            return std::find(modes.begin(), modes.end(), Mode::unspecified) == modes.end();
        });
    if (has_most && all_said && most < certain) {
        proof.error("plan.mix-too-few", rule.source,
                    say("{}: fordelingen giver højst {} møder, men der er mindst {}",
                        "{}: the mix allows at most {} meetings, but there are at least {}",
                        mix.meetings.said, most, certain));
        return;
    }
    for (const auto& share : mix.shares)
        check_share(proof, rule, mix, share);
}

// ---- Spreads that do not sum ------------------------------------------------------------------

// The parts of the period, cut off at its ends.
std::vector<DateRange> parts_of(const Brief& brief, const model::Spread& spread) {
    using Part = model::Spread::Part;
    if (spread.window || spread.part == Part::window) return {spread.window.value_or(brief.period)};
    std::vector<DateRange> parts;
    Date first = brief.period.first;
    while (first <= brief.period.last) {
        const auto civil = model::ymd(first);
        const unsigned month = static_cast<unsigned>(civil.month()) - 1;
        const unsigned months = spread.part == Part::month       ? 1
                                : spread.part == Part::quarter   ? 3
                                : spread.part == Part::half_year ? 6
                                                                 : 0;
        Date next = first + chrono::days{7} - (chrono::weekday{first} - chrono::Monday);
        if (months > 0)
            next = Date{civil.year() / chrono::month{month - month % months + 1} / 1
                        + chrono::months{months}};
        parts.push_back({first, std::min(next - chrono::days{1}, brief.period.last)});
        first = next;
    }
    return parts;
}

// Cut parts do not count for "at least".
bool is_whole(const Brief& brief, const model::Spread& spread, const DateRange& part) {
    using Part = model::Spread::Part;
    const auto civil = model::ymd(part.first);
    const auto after = model::ymd(part.last + chrono::days{1});
    if (spread.window) return brief.period.first <= part.first && part.last <= brief.period.last;
    if (spread.part == Part::week) return part.days() == 7;
    const unsigned months = spread.part == Part::month ? 1 : spread.part == Part::quarter ? 3 : 6;
    const auto begins = [months](const chrono::year_month_day& day) {
        return day.day() == chrono::day{1}
               && (static_cast<unsigned>(day.month()) - 1) % months == 0;
    };
    return begins(civil) && begins(after);
}

Text part_words(const model::Spread& spread, std::size_t count) {
    using Part = model::Spread::Part;
    const auto n = static_cast<std::int64_t>(count);
    switch (spread.part) {
        case Part::week:
            return {model::count_of(n, "uge", "uger"), model::count_of(n, "week", "weeks")};
        case Part::month:
            return {model::count_of(n, "måned", "måneder"), model::count_of(n, "month", "months")};
        case Part::quarter:
            return {model::count_of(n, "kvartal", "kvartaler"),
                    model::count_of(n, "quarter", "quarters")};
        case Part::half_year:
            return {model::count_of(n, "halvår", "halvår"),
                    model::count_of(n, "half year", "half years")};
        case Part::window:
            break;
    }
    return {model::count_of(n, "periode", "perioder"), model::count_of(n, "period", "periods")};
}

void check_spread(Proof& proof, const model::Rule& rule, const model::Spread& spread) {
    const Brief& brief = proof.brief();
    if (!rule.strength.must || !is_always_valid(brief, rule)) return;
    const auto parts = parts_of(brief, spread);
    const auto whole = static_cast<std::size_t>(
        std::count_if(parts.begin(), parts.end(),
                      [&](const DateRange& part) { return is_whole(brief, spread, part); }));
    const std::size_t all = spread.meetings.meetings.size();
    const std::size_t certain = certain_of(brief, spread.meetings.meetings).size();
    const auto least = static_cast<std::size_t>(std::max(spread.least.value_or(0), 0)) * whole;
    if (least > all)
        proof.error(
            "plan.spread-too-many", rule.source,
            say("{}: mindst {} i hver af {} er {} møder, men der er højst {}",
                "{}: at least {} in each of {} makes {} meetings, but there are at most {}",
                spread.meetings.said, *spread.least, part_words(spread, whole), least, all));
    if (!spread.most || spread.window) return;
    const auto most = static_cast<std::size_t>(std::max(*spread.most, 0)) * parts.size();
    if (most < certain)
        proof.error("plan.spread-too-few", rule.source,
                    say("{}: højst {} i hver af {} er {} møder, men der er mindst {}",
                        "{}: at most {} in each of {} makes {} meetings, but there are at least {}",
                        spread.meetings.said, *spread.most, part_words(spread, parts.size()), most,
                        certain));
}

// ---- Pairs that do not go up ------------------------------------------------------------------

void check_same_day(Proof& proof, const model::Rule& rule, const model::SameDay& same) {
    const Brief& brief = proof.brief();
    if (!rule.strength.must || !is_always_valid(brief, rule)) return;
    const std::size_t first = certain_of(brief, same.first.meetings).size();
    const std::size_t second = certain_of(brief, same.second.meetings).size();
    if (first <= same.second.meetings.size() && second <= same.first.meetings.size()) return;
    proof.error("plan.same-day-counts", rule.source,
                say("{} har {} og {} har {}, så de kan ikke holdes parvis samme dag",
                    "{} has {} and {} has {}, so they cannot be paired day by day", same.first.said,
                    meetings_words(same.first.meetings.size()), same.second.said,
                    meetings_words(same.second.meetings.size())));
}

void check_inside(Proof& proof, const model::Rule& rule, const model::Inside& inside) {
    const Brief& brief = proof.brief();
    const std::size_t certain = certain_of(brief, inside.meetings.meetings).size();
    if (!rule.strength.must || !is_always_valid(brief, rule)
        || certain <= inside.seminars.meetings.size())
        return;
    proof.error(
        "plan.inside-counts", rule.source,
        say("{} har {}, men der er kun {} at lægge dem i ({})",
            "{} has {}, but there are only {} to hold them ({})", inside.meetings.said,
            meetings_words(certain), inside.seminars.meetings.size(), inside.seminars.said));
}

}  // namespace

void check_counts(Proof& proof) {
    const Brief& brief = proof.brief();
    for (std::size_t i = 0; i < brief.series.size(); ++i)
        check_room(proof, model::SeriesId{i});
    for_each_rule<model::Mix>(
        brief, [&](const auto& rule, const auto& mix) { check_mix(proof, rule, mix); });
    for_each_rule<model::Spread>(
        brief, [&](const auto& rule, const auto& spread) { check_spread(proof, rule, spread); });
    for_each_rule<model::SameDay>(
        brief, [&](const auto& rule, const auto& same) { check_same_day(proof, rule, same); });
    for_each_rule<model::Inside>(
        brief, [&](const auto& rule, const auto& inside) { check_inside(proof, rule, inside); });
}

}  // namespace rul::config::proof
