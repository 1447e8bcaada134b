#include "config/reader/rules.hpp"

#include "config/notation/names.hpp"
#include "config/reader/groups.hpp"
#include "config/reader/references.hpp"

#include <algorithm>
#include <utility>

namespace rul::config {

using base::both;
using model::Rule;

namespace {

struct KindOfRule {
    std::string_view key;
    RuleKinds (*read)(Draft&, SaidRule&);
    model::Strength usual = model::must;
};

constexpr model::Strength wish = model::soft(model::wish_points);
constexpr model::Strength should = model::soft(model::should_points);

constexpr std::array<KindOfRule, 20> kinds{
    {{"needs", read_needs_rule},       {"chain", read_chain_rule},
     {"distance", read_distance_rule}, {"same_day", read_same_day_rule},
     {"inside", read_inside_rule},     {"spread", read_spread_rule},
     {"mix", read_mix_rule},           {"in_a_row", read_mix_rule},
     {"seasons", read_mix_rule},       {"rotation", read_rotation_rule, wish},
     {"apart", read_apart_rule},       {"gather", read_gather_rule, should},
     {"load", read_load_rule, should}, {"deadline", read_deadline_rule},
     {"notice", read_notice_rule},     {"regular", read_regular_rule, wish},
     {"keep", read_keep_rule, should}, {"before", read_before_rule},
     {"within", read_within_rule},     {"after", read_after_rule}}};

std::vector<std::string> kind_keys() {
    std::vector<std::string> keys;
    keys.reserve(kinds.size());
    for (const KindOfRule& kind : kinds)
        keys.emplace_back(kind.key);
    return keys;
}

// "fra 01-01-2024", "til 30-06-2023", or days.
void read_validity(Draft& draft, Fields& fields, Rule& rule) {
    const Node* node = fields.find("valid");
    const std::string* text = node == nullptr ? nullptr : text_of(*node, draft.report);
    if (text == nullptr) return;
    const std::string folded = fold(*text);
    for (const std::string_view word : {"fra ", "from ", "til ", "until ", "to "}) {
        if (!folded.starts_with(word)) continue;
        const auto rest = std::string_view{*text}.substr(word.size());
        const auto date = accept(read_date(rest, draft.period), *node, draft.report, word.size());
        if (!date) return;
        (word.front() == 'f' ? rule.validity.first : rule.validity.last) = *date;
        return;
    }
    if (const auto days = accept(read_dates(*text, draft.period), *node, draft.report))
        rule.validity = *days;
}

// Two things a rule must not be: always soft ones cannot be `must`.
void check_soft(Draft& draft, const Fields& fields, const KindOfRule& kind,
                const std::optional<model::Strength>& strength) {
    if ((kind.key != "gather" && kind.key != "keep") || !strength || !strength->must) return;
    draft.report.error(
        fields.table().find("strength")->value.place, "config.always-soft",
        both("{} kan ikke være et krav", "{} cannot be a requirement", kind.key),
        {.help = both(R"(skriv strength = "should", "wish" eller et antal point)",
                      R"(write strength = "should", "wish" or a number of points)")});
}

const KindOfRule* find_kind(Draft& draft, const Node& table) {
    const KindOfRule* found = nullptr;
    for (const KindOfRule& kind : kinds) {
        const Entry* entry = table.find(kind.key);
        if (entry == nullptr) continue;
        if (found != nullptr && found->read != kind.read) {
            draft.report.error(entry->place, "config.two-rules",
                               both("{} og {} er to forskellige regler", "{} and {} are two rules",
                                    found->key, kind.key),
                               {.help = both("skriv en [[rule]] for hver",
                                             "write a [[rule]] for "
                                             "each")});
            return nullptr;
        }
        if (found == nullptr) found = &kind;
    }
    return found;
}

void report_no_kind(Draft& draft, const Node& table) {
    base::Text help = both("skriv fx for = \"SSF\" og needs = \"FFU 28-49 dage før\"",
                           "write for example for = \"SSF\" and needs = \"FFU 28-49 days before\"");
    for (const Entry& entry : table.entries) {
        const auto near = nearest_name(entry.key, kind_keys());
        if (near && entry.key != "for" && entry.key != "text")
            help = both("mente du {} i stedet for {}?", "did you mean {} instead of {}?", *near,
                        entry.key);
    }
    draft.report.error(
        table.place, "config.no-rule",
        both("det fremgår ikke, hvilken regel det er", "it does not say which rule this is"),
        {.help = help});
}

void add_kinds(Draft& draft, const SaidRule& said, RuleKinds made) {
    const bool several = made.size() > 1;
    std::size_t number = 0;
    for (model::RuleKind& kind : made) {
        Rule rule = said.rule;
        if (several) rule.key += fmt::format(".{}", ++number);
        rule.kind = std::move(kind);
        draft.add_rule(std::move(rule), said.place());
    }
}

void read_rule(Draft& draft, const Node& table, std::size_t number) {
    const KindOfRule* kind = find_kind(draft, table);
    if (kind == nullptr) {
        const bool any = std::any_of(kinds.begin(), kinds.end(), [&](const KindOfRule& k) {
            return table.find(k.key) != nullptr;
        });
        if (!any) report_no_kind(draft, table);
        return;
    }
    Fields fields{table, draft.report};
    SaidRule said{fields, {}, std::nullopt, *fields.find(kind->key)};
    said.rule.key = fields.text("id").value_or(fmt::format("rule.{}", number));
    said.rule.text = fields.text("text").value_or("");
    read_validity(draft, fields, said.rule);
    said.strength = read_strength_key(fields);
    said.rule.strength = said.strength.value_or(kind->usual);
    check_soft(draft, fields, *kind, said.strength);
    RuleKinds made = kind->read(draft, said);
    fields.report_unknown();
    add_kinds(draft, said, std::move(made));
}

// ---- Standing rules
// --------------------------------------------------------------------------------

void add_deadline(Draft& draft, const SaidDeadline& said, std::string key,
                  const model::Group& group) {
    if (said.none) return;
    draft.add_rule(std::move(key), said.strength, said.place,
                   model::Deadline{group, said.what, said.title, said.offset, said.on_closed});
}

void add_body_rules(Draft& draft, model::BodyId id) {
    const BodyDraft& body = draft.bodies[id.index];
    const model::Group group = group_of(draft, id);
    if (group.meetings.empty()) return;
    const std::string& key = draft.brief.at(id).key;
    for (const auto& [name, deadline] : body.deadlines)
        add_deadline(draft, deadline, fmt::format("{}.{}", key, name), group);
    for (std::size_t i = 0; i < body.further.size(); ++i)
        add_deadline(draft, body.further[i], fmt::format("{}.deadlines.{}", key, i + 1), group);
    if (body.notice)
        draft.add_rule(key + ".notice", model::must, body.notice->place,
                       model::Notice{group, body.notice->days});
}

}  // namespace

std::optional<model::Group> read_for(Draft& draft, SaidRule& said) {
    const Node* node = said.fields.require("for", R"(for = "SSF")");
    return node == nullptr ? std::nullopt : read_group(draft, *node);
}

std::optional<std::pair<model::Group, model::Group>> read_two_groups(Draft& draft,
                                                                     const Node& node) {
    const auto items = items_of(node);
    if (items.size() != 2) {
        draft.report.error(
            node.place, "config.two-groups", both("reglen er mellem to", "the rule is between two"),
            {.help = both(R"(skriv fx ["KKR", "SSU"])", R"(write for example ["KKR", "SSU"])")});
        return std::nullopt;
    }
    auto first = read_group(draft, *items[0]);
    auto second = read_group(draft, *items[1]);
    if (!first || !second) return std::nullopt;
    return std::pair{std::move(*first), std::move(*second)};
}

std::optional<model::DateRange> read_phase_or_days(Draft& draft, const Node& node) {
    const std::string* text = text_of(node, draft.report);
    if (text == nullptr) return std::nullopt;
    std::vector<std::string> names;
    for (const model::Process& process : draft.brief.processes) {
        names.push_back(process.key);
        if (process.key == *text && !process.phases.empty()) {
            model::DateRange all = process.phases.front().days;
            for (const model::Phase& phase : process.phases)
                all = {std::min(all.first, phase.days.first), std::max(all.last, phase.days.last)};
            return all;
        }
        for (const model::Phase& phase : process.phases) {
            names.push_back(process.key + '.' + phase.key);
            if (names.back() == *text) return phase.days;
        }
    }
    const auto days = read_dates(*text, draft.period);
    const auto near = nearest_name(*text, names);
    if (days || !near) return accept(days, node, draft.report);
    draft.report.error(
        node.place, "config.unknown-phase",
        both("ukendt forløb eller fase \"{}\"", "unknown course or phase \"{}\"", *text),
        {.help = both("mente du \"{}\"?", "did you mean \"{}\"?", *near)});
    return std::nullopt;
}

void add_standing_rules(Draft& draft) {
    const Defaults& usual = draft.defaults;
    draft.add_rule("attendance", model::must, usual.attendance_place, usual.attendance);
    draft.add_rule("rooms", model::must, draft.period_place, model::Rooms{});
    draft.add_rule("closed-days", model::must, usual.holidays_place, model::ClosedDays{});
    draft.add_rule("appointments", model::must, draft.period_place, model::Appointments{});
    for (std::size_t i = 0; i < draft.bodies.size(); ++i)
        add_body_rules(draft, model::BodyId{i});
}

void read_rules(Draft& draft) {
    std::size_t number = 0;
    for (const Node* table : draft.tables("rule"))
        read_rule(draft, *table, ++number);
}

}  // namespace rul::config
