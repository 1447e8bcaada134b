// The rules about how meetings lie in the year, where they are held, and what they ask of people.
#include "config/notation/distances.hpp"
#include "config/notation/names.hpp"
#include "config/notation/times.hpp"
#include "config/reader/groups.hpp"
#include "config/reader/lags.hpp"
#include "config/reader/lists.hpp"
#include "config/reader/references.hpp"
#include "config/reader/rules.hpp"

#include <algorithm>
#include <utility>

namespace rul::config {

using base::both;
using model::Spread;
using model::Within;

namespace {

constexpr int most_points = static_cast<int>(max_points);

std::optional<Spread::Part> part_of(std::string_view text) {
    constexpr std::array<Word<Spread::Part>, 8> words{{{"uge", Spread::Part::week},
                                                       {"week", Spread::Part::week},
                                                       {"måned", Spread::Part::month},
                                                       {"month", Spread::Part::month},
                                                       {"kvartal", Spread::Part::quarter},
                                                       {"quarter", Spread::Part::quarter},
                                                       {"halvår", Spread::Part::half_year},
                                                       {"half year", Spread::Part::half_year}}};
    // "hvert kvartal" is a quarter.
    std::string said = fold(trimmed(text));
    for (const std::string_view each : {"hver ", "hvert ", "each ", "every "})
        if (said.starts_with(each)) said.erase(0, each.size());
    for (const auto& word : words)
        if (word.word == trimmed(said)) return word.value;
    return std::nullopt;
}

bool set_part(Draft& draft, const Node& node, Spread& rule) {
    const std::string* text = text_of(node, draft.report);
    if (text == nullptr) return false;
    if (const auto part = part_of(*text)) {
        rule.part = *part;
        return true;
    }
    rule.part = Spread::Part::window;
    rule.window = read_phase_or_days(draft, node);
    return rule.window.has_value();
}

void check_limits(Draft& draft, SaidRule& said, const Spread& rule) {
    if (!rule.least && !rule.most)
        draft.report.error(said.value.place, "config.no-limit",
                           both("reglen mangler least eller most", "the rule lacks least or most"),
                           {.help = both("skriv fx least = 1 og most = 3",
                                         "write for example least = 1 and most = 3")});
    else if (rule.least && rule.most && *rule.least > *rule.most)
        draft.report.error(said.fields.find("least")->place, "config.limits",
                           both("least er større end most", "least is larger than most"),
                           {.help = both("byt om på dem", "swap them")});
}

RuleKinds within(Draft& draft, SaidRule& said, Within::Side side) {
    auto meetings = read_for(draft, said);
    const auto window = read_phase_or_days(draft, said.value);
    if (!meetings || !window) return {};
    return {Within{std::move(*meetings), *window, side, said.value.text}};
}

void read_last_year(Draft& draft, SaidRule& said, model::Regular& rule) {
    for (const Node* item : said.fields.list("last_year")) {
        const std::string* text = text_of(*item, draft.report);
        if (text == nullptr) continue;
        if (!is_list_file(*text)) {
            if (const auto date = accept(read_date(*text, draft.period), *item, draft.report))
                rule.last_year.push_back(*date);
            continue;
        }
        for (const Row& row : read_list(draft, *item, {{"date", "dato", true}}))
            if (const Node* cell = row.find(0))
                if (const auto date = config::said(*cell, draft.report, read_date, draft.period))
                    rule.last_year.push_back(*date);
    }
    std::sort(rule.last_year.begin(), rule.last_year.end());
}

}  // namespace

RuleKinds read_spread_rule(Draft& draft, SaidRule& said) {
    auto meetings = read_for(draft, said);
    Spread rule;
    rule.least = said.fields.whole("least", 0, 366);
    rule.most = said.fields.whole("most", 0, 366);
    const bool has_part = set_part(draft, said.value, rule);
    check_limits(draft, said, rule);
    if (!meetings || !has_part) return {};
    rule.meetings = std::move(*meetings);
    return {rule};
}

RuleKinds read_mix_rule(Draft& draft, SaidRule& said) {
    auto meetings = read_for(draft, said);
    model::Mix rule;
    const bool any = read_mix_keys(draft, said.fields, "mix", rule);
    if (!meetings || !any) return {};
    rule.meetings = std::move(*meetings);
    return {rule};
}

RuleKinds read_rotation_rule(Draft& draft, SaidRule& said) {
    auto meetings = read_for(draft, said);
    model::Rotation rule;
    for (const Node* item : items_of(said.value)) {
        const std::string* name = text_of(*item, draft.report);
        if (name == nullptr) continue;
        const auto& venues = draft.brief.venues;
        const bool known = std::any_of(venues.begin(), venues.end(), [&](const model::Venue& v) {
            return v.municipality == *name;
        });
        if (!known)
            draft.report.error(item->place, "config.no-venue-there",
                               both("der er intet mødested i {}", "there is no venue in {}", *name),
                               {.help = both("skriv municipality = \"{}\" ved et [venue.x]",
                                             "write municipality = \"{}\" at a [venue.x]", *name)});
        rule.municipalities.push_back(*name);
    }
    rule.fair = said.fields.truth("fair", true);
    rule.no_repeat = said.fields.truth("no_repeat", false);
    rule.nearest_points = said.fields.whole("nearest_points", 0, most_points).value_or(0);
    if (!meetings) return {};
    rule.meetings = std::move(*meetings);
    return {rule};
}

RuleKinds read_gather_rule(Draft& draft, SaidRule& said) {
    auto meetings = read_group(draft, said.value);
    if (!meetings) return {};
    return {model::Gather{std::move(*meetings)}};
}

RuleKinds read_load_rule(Draft& draft, SaidRule& said) {
    model::Load rule;
    const bool everyone =
        said.value.kind == Node::Kind::text
        && (is_same_name(said.value.text, "alle") || is_same_name(said.value.text, "all"));
    if (!everyone) rule.persons = read_persons(draft, &said.value);
    static_cast<void>(said.fields.require("most", "most = 2"));
    rule.most = said.fields.whole("most", 1, 100).value_or(1);
    constexpr std::array<Word<model::Load::Per>, 4> words{{{"dag", model::Load::Per::day},
                                                           {"day", model::Load::Per::day},
                                                           {"uge", model::Load::Per::week},
                                                           {"week", model::Load::Per::week}}};
    if (const Node* per = said.fields.find("per"))
        rule.per = choose(*per, words, both("dag eller uge", "day or week"), draft.report)
                       .value_or(model::Load::Per::day);
    rule.travel = said.fields.truth("travel", false);
    if (!everyone && rule.persons.empty()) return {};
    return {rule};
}

RuleKinds read_deadline_rule(Draft& draft, SaidRule& said) {
    using What = model::Deadline::What;
    auto meetings = read_for(draft, said);
    const std::string* name = text_of(said.value, draft.report);
    const Node* when = said.fields.require("when", R"(when = "7 dage før")");
    const Node* closed = said.fields.find("closed");
    if (name == nullptr || when == nullptr) return {};
    What what = What::other;
    if (*name == "items_in") what = What::items_in;
    if (*name == "agenda_out") what = What::agenda_out;
    if (*name == "minutes_out") what = What::minutes_out;
    const auto deadline = read_deadline(draft, *when, what);
    if (!meetings || !deadline) return {};
    model::Deadline rule{std::move(*meetings), what, {}, deadline->offset, deadline->on_closed};
    if (what == What::other) rule.title = *name;
    if (closed != nullptr)
        rule.on_closed = read_on_closed(*closed, draft.report).value_or(rule.on_closed);
    return {rule};
}

RuleKinds read_notice_rule(Draft& draft, SaidRule& said) {
    auto meetings = read_for(draft, said);
    const auto notice = read_notice(draft, &said.value);
    if (!meetings || !notice) return {};
    return {model::Notice{std::move(*meetings), notice->days}};
}

RuleKinds read_regular_rule(Draft& draft, SaidRule& said) {
    using What = model::Regular::What;
    constexpr std::array<Word<What>, 6> words{{{"ugedag", What::weekday},
                                               {"weekday", What::weekday},
                                               {"tid", What::time},
                                               {"time", What::time},
                                               {"uge", What::week},
                                               {"week", What::week}}};
    auto meetings = read_for(draft, said);
    const auto what = choose(said.value, words,
                             both("noget, der kan være fast", "what can be regular"), draft.report);
    model::Regular rule;
    read_last_year(draft, said, rule);
    if (!meetings || !what) return {};
    rule.meetings = std::move(*meetings);
    rule.what = *what;
    if (rule.what == What::week && rule.last_year.empty()) {
        draft.report.error(
            said.value.place, "config.no-last-year",
            both("samme uge som hvornår?", "the same week as when?"),
            {.help = both(R"(skriv sidste års datoer: last_year = ["17-01-2022"])",
                          R"(write last year's dates: last_year = ["17-01-2022"])")});
        return {};
    }
    return {rule};
}

RuleKinds read_keep_rule(Draft& draft, SaidRule& said) {
    auto meetings = read_group(draft, said.value);
    model::Keep rule;
    const auto points = [&](std::string_view key, model::Points& to) {
        if (const auto whole = said.fields.whole(key, 0, most_points)) to = *whole;
    };
    points("per_meeting", rule.per_meeting);
    points("per_day", rule.per_day);
    points("per_weekday", rule.per_weekday);
    points("near_factor", rule.near_factor);
    rule.near_days = said.fields.whole("near_days", 0, 3660).value_or(0);
    if (rule.near_days > 0 && !draft.brief.today) {
        draft.report.error(said.fields.find("near_days")->place, "config.no-today",
                           both("planen siger ikke, hvad dato det er i dag",
                                "the plan does not say what day it is today"),
                           {.help = both(R"(skriv fx today = "24-10-2022" øverst i planen)",
                                         "write for example today = \"24-10-2022\" at the top of "
                                         "the plan")});
    }
    if (!meetings) return {};
    rule.meetings = std::move(*meetings);
    return {rule};
}

RuleKinds read_before_rule(Draft& draft, SaidRule& said) {
    return within(draft, said, Within::Side::before);
}

RuleKinds read_within_rule(Draft& draft, SaidRule& said) {
    return within(draft, said, Within::Side::inside);
}

RuleKinds read_after_rule(Draft& draft, SaidRule& said) {
    return within(draft, said, Within::Side::after);
}

}  // namespace rul::config
