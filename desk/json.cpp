#include "desk/json.hpp"

#include "desk/answers.hpp"
#include "desk/report.hpp"
#include "documents/calendar_json.hpp"
#include "documents/report.hpp"
#include "engine/model/words.hpp"

#include <nlohmann/json.hpp>

namespace rul::desk {

namespace {

using Json = nlohmann::ordered_json;
using base::Language;

const char* word_of(planner::Status status) {
    switch (status) {
        case planner::Status::optimal:
            return "optimal";
        case planner::Status::feasible:
            return "feasible";
        case planner::Status::infeasible:
            return "infeasible";
        case planner::Status::unknown:
            break;
    }
    return "unknown";
}

// Text from files the user named may be anything; JSON is UTF-8.
std::string dumped(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json diagnostic_json(const base::Diagnostic& d, Language language) {
    Json json{{"severity", name_of(d.severity, Language::english)},
              {"code", d.code},
              {"message", d.message.in(language)}};
    if (!d.where.file.empty()) json["file"] = d.where.file;
    if (d.where.line > 0) {
        json["line"] = d.where.line;
        json["column"] = d.where.column;
        json["width"] = d.where.width;
    }
    if (!d.label.empty()) json["label"] = d.label.in(language);
    if (!d.help.empty()) json["help"] = d.help.in(language);
    return json;
}

Json diagnostics_json(const base::Diagnostics& diagnostics, Language language) {
    Json json = Json::array();
    for (const auto& d : diagnostics.all())
        json.push_back(diagnostic_json(d, language));
    return json;
}

Json rule_json(const model::Brief& brief, model::RuleId id) {
    const auto& rule = brief.at(id);
    Json json{{"rule", rule.key}, {"kind", model::name_of(rule.kind)}};
    if (!rule.text.empty()) json["text"] = rule.text;
    if (rule.source.line > 0) {
        json["file"] = rule.source.file;
        json["line"] = rule.source.line;
    }
    return json;
}

Json keys_of(const model::Brief& brief, const std::vector<model::MeetingId>& meetings) {
    Json json = Json::array();
    for (const auto id : meetings)
        json.push_back(brief.at(id).key);
    return json;
}

Json cost_json(const model::Brief& brief, const referee::Finding& finding, Language language) {
    Json json = rule_json(brief, finding.rule);
    json["points"] = finding.points;
    json["meetings"] = keys_of(brief, finding.meetings);
    if (finding.person) json["person"] = brief.at(*finding.person).key;
    json["why"] = finding.text.in(language);
    return json;
}

Json repair_json(const planner::Repair& repair, Language language) {
    Json steps = Json::array();
    for (const auto& step : repair.steps)
        steps.push_back(
            {{"kind", step.kind}, {"points", step.size}, {"text", step.text.in(language)}});
    return {{"points", repair.size}, {"steps", steps}};
}

Json conflict_json(const model::Brief& brief, const planner::Conflict& conflict,
                   Language language) {
    Json rules = Json::array();
    for (const auto id : conflict.rules)
        rules.push_back(rule_json(brief, id));
    Json includes = Json::array();
    for (const auto& include : conflict.includes)
        includes.push_back(
            {{"series", brief.at(include.series).key}, {"date", model::to_iso(include.date)}});
    Json persons = Json::array();
    for (const auto person : conflict.persons)
        persons.push_back(brief.at(person).key);
    Json others = Json::array();
    for (const auto& other : conflict.others)
        others.push_back(other.in(language));
    Json repairs = Json::array();
    for (const auto& repair : conflict.repairs)
        repairs.push_back(repair_json(repair, language));
    return {{"rules", rules},
            {"meetings", keys_of(brief, conflict.meetings)},
            {"includes", includes},
            {"persons", persons},
            {"unplaceable", keys_of(brief, conflict.unplaceable)},
            {"proved", conflict.is_proved},
            {"irreducible", conflict.is_irreducible},
            {"text", conflict.text.in(language)},
            {"others", others},
            {"repairs", repairs}};
}

Json evenness_json(const model::Brief& brief, const model::Plan& plan) {
    Json json = Json::array();
    for (const auto& even : documents::evenness_of(brief, plan))
        json.push_back({{"series", brief.at(even.series).key},
                        {"gaps", even.gaps},
                        {"mean", even.mean},
                        {"deviation", even.deviation},
                        {"least", even.least},
                        {"most", even.most}});
    return json;
}

Json missing_json(const model::Brief& brief, const referee::Verdict& verdict) {
    Json json = Json::array();
    for (std::size_t i = 0; i < verdict.attending.size(); ++i)
        for (const auto person : verdict.attending[i].missing)
            json.push_back({{"meeting", brief.meetings[i].key}, {"person", brief.at(person).key}});
    return json;
}

// What is known of a calendar, before the calendar itself.
Json standing_json(const Calendar& calendar) {
    Json json{{"status", word_of(calendar.status)}, {"cost", calendar.verdict.cost}};
    if (calendar.has_bound) {
        json["bound"] = calendar.bound;
        json["gap"] = calendar.verdict.cost - calendar.bound;
    }
    return json;
}

void add_calendar(Json& json, const model::Brief& brief, const Calendar& calendar,
                  const documents::Filter& filter, Language language) {
    json["calendar"] = Json::parse(documents::calendar_json(brief, calendar.plan, filter));
    json["costs"] = Json::array();
    for (const auto& cost : calendar.verdict.costs)
        json["costs"].push_back(cost_json(brief, cost, language));
    json["evenness"] = evenness_json(brief, calendar.plan);
    json["missing"] = missing_json(brief, calendar.verdict);
}

Json counts_json(const base::Diagnostics& diagnostics) {
    std::size_t warnings = 0;
    for (const auto& d : diagnostics.all())
        if (d.severity == base::Diagnostic::Severity::warning) ++warnings;
    return {{"errors", diagnostics.error_count()}, {"warnings", warnings}};
}

}  // namespace

std::string check_json(const std::filesystem::path& file, const base::Diagnostics& diagnostics,
                       const std::optional<PlanFile>& plan, const Checked& checked,
                       Language language) {
    Json json{{"file", file.string()}};
    json.update(counts_json(diagnostics));
    json["diagnostics"] = diagnostics_json(diagnostics, language);
    if (plan) {
        json["contents"] = {{"bodies", plan->brief.bodies.size()},
                            {"meetings", plan->brief.meetings.size()},
                            {"persons", plan->brief.persons.size()},
                            {"rules", plan->brief.rules.size()}};
        json["calendar_exists"] = checked.status == planner::Status::feasible     ? Json(true)
                                  : checked.status == planner::Status::infeasible ? Json(false)
                                                                                  : Json(nullptr);
        if (checked.conflict)
            json["conflict"] = conflict_json(plan->brief, *checked.conflict, language);
    }
    if (is_contradiction(diagnostics)) json["calendar_exists"] = false;
    return dumped(json);
}

std::string contradiction_json(const base::Diagnostics& diagnostics, Language language) {
    return dumped({{"status", word_of(planner::Status::infeasible)},
                   {"diagnostics", diagnostics_json(diagnostics, language)}});
}

std::string plan_json(const PlanFile& plan, const Planned& planned, bool statistics,
                      Language language) {
    Json json{{"status", word_of(planned.answer.status)}};
    if (planned.calendar) {
        json = standing_json(*planned.calendar);
        if (planned.kept_cost) json["kept_cost"] = *planned.kept_cost;
        add_calendar(json, plan.brief, *planned.calendar, {}, language);
    } else {
        json["bound"] = planned.answer.bound;
    }
    if (plan.contradictions.has_errors())
        json["diagnostics"] = diagnostics_json(plan.contradictions, language);
    if (planned.answer.conflict)
        json["conflict"] = conflict_json(plan.brief, *planned.answer.conflict, language);
    if (statistics) {
        json["statistics"] = Json::object();
        for (const auto& s : planned.answer.statistics)
            json["statistics"][s.name] = s.value;
    }
    return dumped(json);
}

// ---- Other answers ------------------------------------------------------------------------------

namespace {

Json costs_json(const model::Brief& brief, const std::vector<referee::Finding>& findings,
                Language language) {
    Json json = Json::array();
    for (const auto& finding : findings)
        json.push_back(cost_json(brief, finding, language));
    return json;
}

Json given_up_json(const planner::GivenUp& given, Language language) {
    return {{"kind", given.kind}, {"points", given.price}, {"text", given.text.in(language)}};
}

// Where a meeting stands: "date", "start", "end".
Json placement_json(const model::Placement& at) {
    Json json{{"date", model::to_iso(at.date)}};
    if (at.time) {
        json["start"] = model::clock_text(at.time->from, Language::english);
        json["end"] = model::clock_text(at.time->to, Language::english);
    }
    return json;
}

// From and to of each meeting: absent where it is not held.
Json moves_json(const model::Brief& brief, const std::vector<model::MeetingId>& moved,
                const model::Plan& from, const model::Plan& to) {
    Json json = Json::array();
    for (const auto id : moved) {
        Json move{{"meeting", brief.at(id).key}};
        if (from.of(id)) move["from"] = placement_json(*from.of(id));
        if (to.of(id)) move["to"] = placement_json(*to.of(id));
        json.push_back(std::move(move));
    }
    return json;
}

Json taken_json(const model::Brief& brief, const planner::Possibilities& possible) {
    Json json = Json::array();
    for (const auto& taken : possible.taken) {
        Json rule = rule_json(brief, taken.rule);
        rule["starts"] = taken.starts;
        json.push_back(std::move(rule));
    }
    return json;
}

Json day_json(const model::Brief& brief, const DayCase& day, Language language) {
    Json json{{"date", model::to_iso(day.date)}};
    if (day.is_now) {
        json["is_now"] = true;
        return json;
    }
    json["possible"] = !day.possible.left.empty();
    if (day.possible.left.empty()) {
        json["taken"] = taken_json(brief, day.possible);
        return json;
    }
    json["more"] = day.more;
    json["broken"] = costs_json(brief, day.broken, language);
    json["by_rule"] = Json::array();
    for (const auto& [rule, points] : day.by_rule) {
        Json change = rule_json(brief, rule);
        change["points"] = points;
        json["by_rule"].push_back(std::move(change));
    }
    return json;
}

Json what_if_json(const model::Brief& brief, const Calendar& now, const planner::WhatIf& what_if,
                  Language language) {
    const planner::Answer& answer = what_if.answer;
    Json json{{"status", word_of(answer.status)}};
    if (answer.plan) {
        json["cost"] = answer.cost;
        json["bound"] = answer.bound;
        json["more"] = answer.cost - now.verdict.cost;
        json["moved"] = moves_json(brief, what_if.moved, now.plan, *answer.plan);
    }
    if (answer.conflict) json["conflict"] = conflict_json(brief, *answer.conflict, language);
    return json;
}

}  // namespace

std::string partial_json(const PlanFile& plan, const PartialPlan& partial, Language language) {
    const auto& relaxed = partial.relaxed;
    Json json{{"status", word_of(relaxed.answer.status)}};
    json["given_up"] = Json::array();
    for (const auto& given : relaxed.given_up)
        json["given_up"].push_back(given_up_json(given, language));
    json["price"] = relaxed.price;
    json["price_bound"] = relaxed.price_bound;
    if (partial.calendar) {
        json["cost"] = partial.verdict.cost;
        json["broken"] = costs_json(plan.brief, partial.verdict.violations, language);
        Calendar calendar = *partial.calendar;
        calendar.verdict = partial.verdict;
        add_calendar(json, plan.brief, calendar, {}, language);
    }
    return dumped(json);
}

std::string choices_json(const PlanFile& plan, const Choices& choices, Language language) {
    Json json{{"differ", choices.wanted.differ},
              {"wanted", choices.wanted.count},
              {"are_all", choices.are_all},
              {"calendars", Json::array()}};
    if (choices.kept_cost) json["kept_cost"] = *choices.kept_cost;
    for (const Calendar& calendar : choices.calendars) {
        const Calendar& best = choices.calendars.front();
        Json one = standing_json(calendar);
        one["differs"] =
            moves_json(plan.brief, planner::differences(plan.brief, best.plan, calendar.plan),
                       best.plan, calendar.plan);
        add_calendar(one, plan.brief, calendar, {}, language);
        json["calendars"].push_back(std::move(one));
    }
    if (choices.conflict) json["conflict"] = conflict_json(plan.brief, *choices.conflict, language);
    return dumped(json);
}

std::string explanation_json(const PlanFile& plan, const Calendar& calendar,
                             const Explanation& explanation, Language language) {
    const auto& brief = plan.brief;
    Json json{{"meeting", brief.at(explanation.meeting).key}};
    json.update(placement_json(explanation.now));
    json["cost"] = calendar.verdict.cost;
    json["possible"] = {{"considered", explanation.possible.considered},
                        {"taken", taken_json(brief, explanation.possible)},
                        {"starts", explanation.possible.starts_left},
                        {"days", explanation.days_left}};
    json["costs"] = costs_json(brief, explanation.costs, language);
    json["days"] = Json::array();
    for (const DayCase& day : explanation.days)
        json["days"].push_back(day_json(brief, day, language));
    json["elsewhere"] = what_if_json(brief, calendar, explanation.elsewhere, language);
    if (explanation.against) {
        json["against"] = day_json(brief, *explanation.against, language);
        if (explanation.if_against)
            json["against"]["what_if"] =
                what_if_json(brief, calendar, *explanation.if_against, language);
    }
    return dumped(json);
}

std::string show_json(const PlanFile& plan, const Calendar& calendar,
                      const documents::Filter& filter, Language language) {
    Json json = standing_json(calendar);
    add_calendar(json, plan.brief, calendar, filter, language);
    return dumped(json);
}

std::string files_json(const HandedOut& out) {
    Json json{{"files", Json::array()}};
    for (const auto& file : out.files)
        json["files"].push_back(file.string());
    if (!out.vanished.empty()) json["vanished"] = out.vanished;
    return dumped(json);
}

std::string failure_json(const Failure& failure, Language language) {
    // What a person is told by the diagnostics alone, a program still reads as one message.
    const auto& diagnostics = failure.diagnostics.all();
    const base::Text& message = failure.message.empty() && !diagnostics.empty()
                                    ? diagnostics.front().message
                                    : failure.message;
    Json error{{"exit_code", failure.exit_code}, {"message", message.in(language)}};
    if (!failure.hint.empty()) error["try"] = failure.hint.in(language);
    if (!diagnostics.empty())
        error["diagnostics"] = diagnostics_json(failure.diagnostics, language);
    return dumped({{"error", error}});
}

}  // namespace rul::desk
