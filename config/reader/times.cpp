#include "config/notation/times.hpp"

#include "config/notation/distances.hpp"
#include "config/reader/groups.hpp"
#include "config/reader/lists.hpp"
#include "config/reader/members.hpp"
#include "config/reader/references.hpp"
#include "config/reader/series.hpp"
#include "config/reader/titles.hpp"

#include <algorithm>
#include <utility>

namespace rul::config {

using base::both;
using model::Meeting;

namespace {

model::Date day_of(model::Moment moment) {
    return std::chrono::floor<std::chrono::days>(moment);
}

model::DateRange days_of(const model::MomentRange& span) {
    return {day_of(span.start), day_of(span.end - model::minutes{1})};
}

// ---- Blocks
// --------------------------------------------------------------------------------------

model::BlockId add_block(Draft& draft, model::Block block) {
    draft.brief.blocks.push_back(std::move(block));
    return model::BlockId{draft.brief.blocks.size() - 1};
}

std::vector<model::DateRange> listed_days(Draft& draft, const Node* node) {
    std::vector<model::DateRange> days;
    if (node == nullptr) return days;
    for (const model::Busy& busy : read_busy(draft, node))
        days.push_back(days_of(busy.when));
    return days;
}

void check_file(Draft& draft, const Node* node) {
    if (node == nullptr || node->kind != Node::Kind::text || is_file_name(node->text)) return;
    draft.report.error(
        node->place, "config.not-a-list",
        both("her skal stå navnet på en fil", "the name of a file must stand here"),
        {.help = both(R"(skriv fx when_from = "skoleferie.csv", eller brug when)",
                      R"(write for example when_from = "holidays.csv" or use when)")});
}

void read_block(Draft& draft, const Node& table, std::size_t number) {
    Fields fields{table, draft.report};
    model::Block block;
    const Node* when = fields.find("when");
    const Node* list = fields.find("when_from");
    const Node* weekdays = fields.find("weekdays");
    const Node* time = fields.find("time");
    block.days = read_days(draft, when);
    check_file(draft, list);
    for (const model::DateRange& days : listed_days(draft, list))
        block.days.push_back(days);
    if (when == nullptr && list == nullptr) block.days = {draft.brief.period};
    block.weekdays = read_weekdays_of(draft, weekdays);
    if (time != nullptr) block.time = said(*time, draft.report, read_time_range);
    block.bodies = read_body_list(draft, fields.find("bodies"));
    block.persons = read_persons(draft, fields.find("persons"));
    block.why = fields.text("why").value_or("");
    block.source = table.place.location();
    const auto strength = read_strength_key(fields);
    const std::string key = fields.text("id").value_or(fmt::format("block.{}", number));
    fields.report_unknown();
    if (when == nullptr && list == nullptr && weekdays == nullptr && time == nullptr) {
        draft.report.error(
            table.place, "config.empty-block",
            both("spærringen siger ikke hvornår", "the block does not say when"),
            {.help = both(R"(skriv fx when = "uge 7")", R"(write for example when = "week 7")")});
        return;
    }
    if (block.time && block.time->from == block.time->to) {
        draft.report.error(
            time->place, "config.empty-time", both("tiden er tom", "the time is empty"),
            {.help = both(R"(skriv fx "12.00-24.00")", R"(write for example "12:00-24:00")")});
        return;
    }
    const std::string why = block.why;
    model::Rule rule{.key = key, .text = why, .strength = strength.value_or(model::must)};
    rule.kind = model::Blocked{add_block(draft, std::move(block))};
    draft.add_rule(std::move(rule), when == nullptr ? table.place : when->place);
}

// ---- Events
// --------------------------------------------------------------------------------------

void add_event(Draft& draft, Meeting event, const model::MomentRange& span, const Place& where) {
    event.kind = Meeting::Kind::event;
    event.state = Meeting::State::fixed;
    event.span = span;
    const model::DateRange days = days_of(span);
    event.within = days;
    const auto start = span.start - model::Moment{days.first};
    model::Appointment appointment{.date = days.first, .source = where.location()};
    const bool whole_days =
        start == model::minutes{0} && span.end == model::Moment{day_of(span.end)};
    if (!whole_days && days.first == days.last)
        appointment.time = model::TimeRange{start, span.end - model::Moment{days.first}};
    event.options = {appointment};
    event.source = where.location();
    static_cast<void>(add_meeting(draft, std::move(event), where));
}

void add_event_block(Draft& draft, Fields& fields, const Meeting& event,
                     const std::vector<model::BodyId>& bodies,
                     const std::vector<model::Busy>& when) {
    const Node* node = fields.find("blocks");
    if (node == nullptr) return;
    std::optional<model::Strength> strength;
    if (node->kind == Node::Kind::text)
        strength = said(*node, draft.report, read_strength);
    else if (const auto points = whole_of(*node, 1, static_cast<int>(max_points), draft.report))
        strength = model::soft(*points);
    if (!strength) return;
    model::Block block{.bodies = bodies, .why = event.title, .source = fields.place().location()};
    for (const model::Busy& busy : when)
        block.days.push_back(days_of(busy.when));
    model::Rule rule{.key = event.key + ".blocks", .text = event.title, .strength = *strength};
    rule.kind = model::Blocked{add_block(draft, std::move(block))};
    draft.add_rule(std::move(rule), node->place);
}

// When an event is: one stretch of time.
std::vector<model::Busy> read_when(Draft& draft, Fields& fields) {
    const Node* node = fields.require("when", R"(when = "16-03-2023..17-03-2023")");
    if (node == nullptr) return {};
    const std::size_t before = draft.report.diagnostics().error_count();
    auto when = read_busy(draft, node);
    if (when.size() == 1 || draft.report.diagnostics().error_count() > before) return when;
    draft.report.error(
        node->place, "config.event-when",
        both("en begivenhed er én dag, én tid eller dage i træk",
             "an event is one day, one time or days on end"),
        {.help = both("skriv en [[event]] for hver", "write an [[event]] for each")});
    return {};
}

// The entries of an .ics file: id/1, id/2, ...
void add_listed(Draft& draft, const Meeting& event, const std::vector<model::Busy>& when,
                const Place& where) {
    std::size_t number = 0;
    for (const model::Busy& one : when) {
        Meeting listed = event;
        listed.key = fmt::format("{}/{}", event.key, ++number);
        listed.title = one.why;
        add_event(draft, std::move(listed), one.when, where);
    }
}

std::vector<model::Busy> read_listed(Draft& draft, const Node& from) {
    std::vector<model::Busy> when;
    if (text_of(from, draft.report) == nullptr) return when;
    for (model::CalendarEntry& entry : read_entries(draft, from, draft.brief.period))
        when.push_back({entry.span, std::move(entry.title)});
    return when;
}

void add_bodies(const Draft& draft, const std::vector<model::BodyId>& bodies,
                std::vector<model::Member>& attendees) {
    for (const model::BodyId body : bodies)
        for (const model::Member& member : draft.brief.at(body).members) {
            const bool there = std::any_of(
                attendees.begin(), attendees.end(),
                [&](const model::Member& other) { return other.person == member.person; });
            if (!there) attendees.push_back(member);
        }
}

void read_event(Draft& draft, const Node& table) {
    Fields fields{table, draft.report};
    const Node* id = fields.require("id", R"(id = "kl-topmøde")");
    const std::string* key = id == nullptr ? nullptr : text_of(*id, draft.report);
    Meeting event;
    const Node* from = fields.find("from");
    const auto when = from == nullptr ? read_when(draft, fields) : read_listed(draft, *from);
    const auto bodies = read_body_list(draft, fields.find("bodies"));
    add_bodies(draft, bodies, event.attendees);
    read_members(draft, fields.find("attendees"), false, event.attendees);
    if (key != nullptr) event.key = *key;
    event.title = fields.text("title").value_or(event.key);
    if (const Node* title = fields.find("title"); title != nullptr && when.size() == 1)
        check_title_of_day(draft, event.title, days_of(when[0].when).first, title->place);
    add_event_block(draft, fields, event, bodies, when);
    fields.report_unknown();
    if (key == nullptr || !draft.take_name(*key, id->place)) return;
    if (from != nullptr)
        add_listed(draft, event, when, from->place);
    else if (!when.empty())
        add_event(draft, std::move(event), when.front().when, table.place);
}

// ---- Processes
// -----------------------------------------------------------------------------------

void read_phase(Draft& draft, const Node& node, model::Process& process) {
    if (table_of(node, draft.report) == nullptr) return;
    Fields fields{node, draft.report};
    const Node* id = fields.require("id", R"(id = "hoering")");
    const Node* when = fields.require("when", R"(when = "01-07-2023..30-09-2023")");
    const std::string* key = id == nullptr ? nullptr : text_of(*id, draft.report);
    const auto days =
        when == nullptr ? std::nullopt : said(*when, draft.report, read_dates, draft.period);
    model::Phase phase{.title = fields.text("title").value_or(key == nullptr ? "" : *key)};
    fields.report_unknown();
    if (key == nullptr || !draft.take_name(process.key + '.' + *key, id->place)) return;
    phase.key = *key;
    if (!days) return;
    phase.days = *days;
    process.phases.push_back(std::move(phase));
}

}  // namespace

void read_blocks(Draft& draft) {
    std::size_t number = 0;
    for (const Node* table : draft.tables("block"))
        read_block(draft, *table, ++number);
}

void read_events(Draft& draft) {
    for (const Node* table : draft.tables("event"))
        read_event(draft, *table);
}

void read_processes(Draft& draft) {
    for (const Entry* entry : draft.things("process")) {
        if (!draft.take_name(entry->key, entry->place)) continue;
        Fields fields{entry->value, draft.report};
        model::Process process{.key = entry->key, .source = entry->place.location()};
        process.title = fields.text("title").value_or(entry->key);
        if (const Node* phases =
                fields.require("phases", "phases = [{ id = \"hoering\", when = \"juli\" }]"))
            for (const Node* phase : items_of(*phases))
                read_phase(draft, *phase, process);
        fields.report_unknown();
        draft.brief.processes.push_back(std::move(process));
    }
}

}  // namespace rul::config
