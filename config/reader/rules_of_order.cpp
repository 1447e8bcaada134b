// The rules about which meeting comes when of which other: needs, chain, distance, same day,
// inside, apart.
#include "base/utf8.hpp"
#include "config/notation/names.hpp"
#include "config/notation/times.hpp"
#include "config/reader/groups.hpp"
#include "config/reader/lags.hpp"
#include "config/reader/references.hpp"
#include "config/reader/rules.hpp"

#include <algorithm>
#include <utility>

namespace rul::config {

using base::both;
using model::Distance;
using model::Needs;
using model::Unit;

namespace {

// "SSF-formøde 28-49 dage før": the longest name the text begins with, in bytes; 0: none.
std::size_t name_length(const Draft& draft, std::string_view text) {
    std::size_t longest = 0;
    for (const std::string& name : group_names(draft)) {
        const bool ends = text.size() > name.size() && text[name.size()] == ' ';
        if (ends && name.size() > longest && text.starts_with(name)) longest = name.size();
    }
    return longest;
}

struct SaidProvider {
    Needs::Provider provider;
    Needs::Side side = Needs::Side::before;
    model::Points ideal_points = 1;
};

// Both ends of a window are needed: from the same day, as far as the period reaches.
void close_window(const Draft& draft, model::DistanceRange& window) {
    const int days = draft.brief.period.days();
    const bool fine = window.unit == Unit::minute || window.unit == Unit::hour;
    const int farthest = window.unit == Unit::hour     ? 24 * days
                         : window.unit == Unit::minute ? 24 * 60 * days
                                                       : days;
    if (!window.min) window.min = 0;
    if (!window.max) window.max = std::max(farthest, *window.min);
    if (fine) return;
    // A bent "2 dage" would reach to the other side.
    window.min = std::max(*window.min, 0);
}

// "28-49 dage før FFU": the name stands behind the distance, where it should stand before it.
bool report_name_behind(Draft& draft, const Node& node, std::string_view text) {
    constexpr std::array<std::string_view, 5> sides{" før ", " inden ", " efter ", " before ",
                                                    " after "};
    for (const std::string_view side : sides) {
        const std::size_t at = text.find(side);
        if (at == std::string_view::npos) continue;
        const std::string_view name = trimmed(text.substr(at + side.size()));
        if (!find_group(draft, name)) continue;
        const std::string turned =
            fmt::format("{} {}", name, trimmed(text.substr(0, at + side.size())));
        draft.report.error(
            node.place, "config.needs-order",
            both("navnet står efter afstanden", "the name stands behind the distance"),
            {.help = both("skriv \"{}\"", "write \"{}\"", turned)});
        return true;
    }
    return false;
}

std::optional<SaidProvider> read_provider(Draft& draft, const Node& node,
                                          const std::optional<model::Strength>& strength) {
    const std::string* text = text_of(node, draft.report);
    if (text == nullptr) return std::nullopt;
    std::size_t cut = name_length(draft, *text);
    if (cut == 0) cut = std::min(text->find(' '), text->size());
    const std::string_view name = std::string_view{*text}.substr(0, cut);
    if (!find_group(draft, name) && report_name_behind(draft, node, *text)) return std::nullopt;
    const auto group =
        read_group(draft, name, node.place_of({std::string{name}, 0, base::length(name)}));
    const std::string_view rest = std::string_view{*text}.substr(cut);
    const bool distance_said = !trimmed(rest).empty();
    const auto lag =
        distance_said ? read_lag(draft, node, rest, base::length(name), strength) : std::nullopt;
    if (distance_said && !lag) return std::nullopt;
    if (!lag || !lag->side) {
        draft.report.error(node.place, "config.needs-side",
                           both("det fremgår ikke, om det er før eller efter",
                                "it does not say whether it is before or after"),
                           {.help = both(R"(skriv fx "{} 28-49 dage før")",
                                         R"(write for example "{} 28-49 days before")", name)});
        return std::nullopt;
    }
    if (!group) return std::nullopt;
    SaidProvider said{{*group, lag->range}, *lag->side, lag->ideal_points};
    close_window(draft, said.provider.window);
    return said;
}

bool is_subject(const Needs& needs, const model::Group& group) {
    return std::any_of(group.meetings.begin(), group.meetings.end(), [&](model::MeetingId id) {
        const auto& subject = needs.subject.meetings;
        return std::find(subject.begin(), subject.end(), id) != subject.end();
    });
}

// Adds one needed group; false, and an error, if it does not go with the rule.
bool add_provider(Draft& draft, const Node& node, const SaidProvider& said, Needs& needs) {
    if (is_subject(needs, said.provider.meetings)) {
        draft.report.error(node.place, "config.needs-itself",
                           both("{} kan ikke have brug for sig selv", "{} cannot need itself",
                                said.provider.meetings.said),
                           {.help = both("afstanden mellem en rækkes egne møder hedder gap",
                                         "the distance between a series' own meetings is called "
                                         "gap")});
        return false;
    }
    if (!needs.providers.empty() && needs.side != said.side) {
        draft.report.error(
            node.place, "config.needs-sides",
            both("reglen blander før og efter", "the rule mixes before and after"),
            {.help = both("skriv en [[rule]] for hver", "write a [[rule]] for each")});
        return false;
    }
    needs.side = said.side;
    needs.ideal_points = std::max(needs.ideal_points, said.ideal_points);
    needs.providers.push_back(said.provider);
    return true;
}

std::optional<Needs> chain_link(Draft& draft, const model::Group& from, const model::Group& to,
                                const Node& lag_node, const SaidRule& said) {
    const auto lag = read_lag(draft, lag_node, said.strength);
    if (!lag) return std::nullopt;
    Needs needs{.subject = to, .own = true, .ideal_points = lag->ideal_points};
    needs.providers.push_back({from, lag->range});
    close_window(draft, needs.providers.back().window);
    return needs;
}

Distance::Pairs usual_pairs(const Distance& distance) {
    if (distance.from.meetings == distance.to.meetings) return Distance::Pairs::neighbours;
    const bool several = distance.from.meetings.size() > 1 && distance.to.meetings.size() > 1;
    return several ? Distance::Pairs::in_step : Distance::Pairs::every_pair;
}

std::optional<Distance::Pairs> read_pairs(Draft& draft, SaidRule& said, const Distance& distance) {
    constexpr std::array<Word<Distance::Pairs>, 6> words{
        {{"naboer", Distance::Pairs::neighbours},
         {"neighbours", Distance::Pairs::neighbours},
         {"i takt", Distance::Pairs::in_step},
         {"in_step", Distance::Pairs::in_step},
         {"alle", Distance::Pairs::every_pair},
         {"every_pair", Distance::Pairs::every_pair}}};
    const Node* node = said.fields.find("pairs");
    if (node == nullptr) return usual_pairs(distance);
    const auto pairs =
        choose(*node, words, both("en måde at danne par på", "a way to form pairs"), draft.report);
    if (pairs != Distance::Pairs::neighbours || distance.from.meetings == distance.to.meetings)
        return pairs;
    draft.report.error(node->place, "config.not-neighbours",
                       both("naboer er møder i én og samme række",
                            "neighbours are meetings of one and the same series"),
                       {.help = both(R"(skriv pairs = "i takt" eller "alle")",
                                     R"(write pairs = "in_step" or "every_pair")")});
    return std::nullopt;
}

}  // namespace

RuleKinds read_needs_rule(Draft& draft, SaidRule& said) {
    const auto subject = read_for(draft, said);
    Needs needs;
    if (subject) needs.subject = *subject;
    bool complete = subject.has_value();
    const bool ideal_said = said.fields.find("ideal_points") != nullptr;
    for (const Node* item : items_of(said.value)) {
        const auto provider = read_provider(draft, *item, said.strength);
        complete = provider && add_provider(draft, *item, *provider, needs) && complete;
    }
    needs.in_step = said.fields.truth("in_step", false);
    needs.own = said.fields.truth("own", false);
    if (ideal_said) read_ideal_points(said.fields, needs.ideal_points);
    if (!complete || needs.providers.empty()) return {};
    return {needs};
}

RuleKinds read_chain_rule(Draft& draft, SaidRule& said) {
    const auto links = items_of(said.value);
    const Node* lag = said.fields.require("lag", R"(lag = ["28-49 dage", "14-28 dage"])");
    const bool ideal_said = said.fields.find("ideal_points") != nullptr;
    std::vector<model::Group> groups;
    for (const Node* link : links)
        if (auto group = read_group(draft, *link)) groups.push_back(std::move(*group));
    if (lag == nullptr || groups.size() != links.size()) return {};
    const auto lags = items_of(*lag);
    if (links.size() < 2 || lags.size() != links.size() - 1) {
        draft.report.error(lag->place, "config.chain",
                           both("antallet af afstande passer ikke: {} led og {} i lag",
                                "the chain has {} links, but {} lags", links.size(), lags.size()),
                           {.help = both("skriv en afstand mellem hvert par af led",
                                         "write a lag between each two links")});
        return {};
    }
    RuleKinds made;
    for (std::size_t i = 0; i < lags.size(); ++i) {
        auto link = chain_link(draft, groups[i], groups[i + 1], *lags[i], said);
        if (!link) return {};
        if (ideal_said) read_ideal_points(said.fields, link->ideal_points);
        made.emplace_back(std::move(*link));
    }
    return made;
}

RuleKinds read_distance_rule(Draft& draft, SaidRule& said) {
    const Node* from_node = said.fields.require("from", R"(from = "KKR")");
    const Node* to_node = said.fields.require("to", R"(to = "SSU")");
    const auto from = from_node == nullptr ? std::nullopt : read_group(draft, *from_node);
    const auto to = to_node == nullptr ? std::nullopt : read_group(draft, *to_node);
    const auto lag = read_lag(draft, said.value, said.strength);
    Distance distance;
    if (lag) distance.ideal_points = lag->ideal_points;
    read_ideal_points(said.fields, distance.ideal_points);
    said.fields.allow({"pairs"});
    if (!from || !to || !lag) return {};
    distance.from = *from;
    distance.to = *to;
    distance.range = lag->range;
    const auto pairs = read_pairs(draft, said, distance);
    if (!pairs) return {};
    distance.pairs = *pairs;
    return {distance};
}

RuleKinds read_same_day_rule(Draft& draft, SaidRule& said) {
    const auto groups = read_two_groups(draft, said.value);
    model::SameDay rule;
    rule.same_venue = said.fields.truth("same_venue", false);
    if (const Node* gap = said.fields.find("gap")) {
        const auto lag = read_lag(draft, *gap, model::must);
        if (!lag) return {};
        rule.gap = lag->range;
        if (rule.gap.unit == Unit::hour || rule.gap.unit == Unit::minute) {
            if (!rule.gap.min) rule.gap.min = 0;
        } else {
            draft.report.error(gap->place, "config.gap-unit",
                               both("på samme dag regnes i minutter og timer",
                                    "on the same day one counts in minutes and hours"),
                               {.help = both(R"(skriv fx gap = "0-60 minutter")",
                                             R"(write for example gap = "0-60 minutes")")});
            return {};
        }
    }
    if (!groups) return {};
    rule.first = groups->first;
    rule.second = groups->second;
    return {rule};
}

RuleKinds read_inside_rule(Draft& draft, SaidRule& said) {
    const auto meetings = read_for(draft, said);
    const auto seminars = read_group(draft, said.value);
    model::Inside rule;
    rule.day = said.fields.whole("day", 1, 2).value_or(1) - 1;
    if (const Node* time = said.fields.find("time"))
        rule.time = config::said(*time, draft.report, read_time_range);
    if (!meetings || !seminars) return {};
    const bool all_seminars =
        std::all_of(seminars->meetings.begin(), seminars->meetings.end(), [&](model::MeetingId id) {
            return draft.brief.at(id).kind == model::Meeting::Kind::seminar;
        });
    if (!all_seminars) {
        draft.report.error(
            said.value.place, "config.not-seminar",
            both("\"{}\" er ikke et seminar", "\"{}\" is no seminar", seminars->said),
            {.help =
                 both("skriv seminar = true ved mødet", "write seminar = true at the meeting")});
        return {};
    }
    rule.meetings = *meetings;
    rule.seminars = *seminars;
    return {rule};
}

RuleKinds read_apart_rule(Draft& draft, SaidRule& said) {
    const auto groups = read_two_groups(draft, said.value);
    model::Apart rule;
    const auto days = said.fields.whole("days", 1, 366);
    rule.days = days.value_or(1);
    rule.week = said.fields.truth("week", false);
    if (rule.week && days)
        draft.report.error(said.fields.find("days")->place, "config.days-and-week",
                           both("enten days eller week", "either days or week"),
                           {.help = both("slet den ene", "delete one of them")});
    if (!groups) return {};
    rule.a = groups->first;
    rule.b = groups->second;
    return {rule};
}

}  // namespace rul::config
