#include "desk/json.hpp"

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

Json conflict_json(const model::Brief& brief, const planner::Conflict& conflict,
                   Language language) {
    Json rules = Json::array();
    for (const auto id : conflict.rules)
        rules.push_back(rule_json(brief, id));
    return {{"rules", rules},
            {"meetings", keys_of(brief, conflict.meetings)},
            {"text", conflict.text.in(language)}};
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
    } else if (is_contradiction(diagnostics)) {
        json["calendar_exists"] = false;
    }
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
        add_calendar(json, plan.brief, *planned.calendar, {}, language);
    } else {
        json["bound"] = planned.answer.bound;
    }
    if (planned.answer.conflict)
        json["conflict"] = conflict_json(plan.brief, *planned.answer.conflict, language);
    if (statistics) {
        json["statistics"] = Json::object();
        for (const auto& s : planned.answer.statistics)
            json["statistics"][s.name] = s.value;
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
    Json error{{"exit_code", failure.exit_code}, {"message", failure.message.in(language)}};
    if (!failure.hint.empty()) error["try"] = failure.hint.in(language);
    if (!failure.diagnostics.all().empty())
        error["diagnostics"] = diagnostics_json(failure.diagnostics, language);
    return dumped({{"error", error}});
}

}  // namespace rul::desk
