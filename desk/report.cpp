#include "desk/report.hpp"

#include "desk/report_parts.hpp"
#include "documents/calendar_table.hpp"
#include "documents/report.hpp"
#include "documents/table.hpp"
#include "documents/year_overview.hpp"
#include "engine/model/rule_words.hpp"
#include "engine/model/words.hpp"

#include <algorithm>

namespace rul::desk {

namespace {

using base::both;
using documents::Look;
using documents::Style;

std::vector<std::vector<model::PersonId>> missing_of(const referee::Verdict& verdict) {
    std::vector<std::vector<model::PersonId>> missing;
    for (const auto& attending : verdict.attending)
        missing.push_back(attending.missing);
    return missing;
}

// "  1. flyt SDFU/1 til man 23-01-2023 fra ... – 17 point", a step a line.
std::string repairs_text(const planner::Conflict& conflict, const Look& look) {
    std::string text;
    int number = 0;
    for (const planner::Repair& repair : conflict.repairs) {
        std::string beginning = fmt::format("{:3}. ", ++number);
        for (const planner::Repair::Step& step : repair.steps) {
            text += beginning + step.text.in(look.language) + " – "
                    + model::points_text(step.size, look.language) + "\n";
            beginning = both("     og ", "     and ").in(look.language);
        }
    }
    return text;
}

base::Text repairs_title(const planner::Conflict& conflict) {
    if (!conflict.others.empty())
        return {"Med alle disse ændringer er der en kalender (prøvet)",
                "With all these changes there is a calendar (tried)"};
    return {"Hver af disse ændringer er nok; den mindste først (alle er prøvet)",
            "Each of these changes is enough; the smallest first (all were tried)"};
}

}  // namespace

base::Location place_of(const model::Brief& brief, const referee::Finding& finding) {
    base::Location of_rule = model::place_of(brief.at(finding.rule));
    if (of_rule.line > 0 || finding.meetings.empty()) return of_rule;
    return model::place_of(brief.at(finding.meetings.front()));
}

std::vector<documents::Cost> costs_of(const model::Brief& brief,
                                      const std::vector<referee::Finding>& findings) {
    std::vector<documents::Cost> costs;
    costs.reserve(findings.size());
    for (const auto& f : findings) {
        const bool is_told_with_rule = model::place_of(brief.at(f.rule)).line > 0;
        const base::Text text =
            is_told_with_rule ? f.text : model::with_place(f.text, place_of(brief, f));
        costs.push_back({f.rule, f.meetings, f.person, text, f.points});
    }
    return costs;
}

std::string section(const base::Text& title, const std::string& text, const Look& look) {
    if (text.empty()) return "";
    return "\n" + styled(title.in(look.language), Style::heading, look) + "\n" + text;
}

std::string title_of(const PlanFile& plan, const Look& look) {
    const auto& brief = plan.brief;
    return styled(brief.title, Style::heading, look) + "\n"
           + model::to_words(brief.period, look.language) + "\n\n";
}

base::Text proof_line(const Calendar& calendar) {
    const auto cost = calendar.verdict.cost;
    if (!calendar.has_bound)
        return both(
            "Omkostning {}. Intet er bevist: planfilen er ændret siden kalenderen blev lagt",
            "Cost {}. Nothing is proved: the plan file has changed since", cost);
    if (calendar.status == planner::Status::optimal)
        return both("Bevist optimal: ingen kalender er bedre (omkostning {} = grænse {})",
                    "Proved optimal: no calendar is better (cost {} = bound {})", cost,
                    calendar.bound);
    return both(
        "Ikke bevist optimal: en bedre kalender kan findes (omkostning {}, grænse {}, gab {})",
        "Not proved optimal: a better calendar may exist (cost {}, bound {}, gap {})", cost,
        calendar.bound, cost - calendar.bound);
}

std::string plan_report(const PlanFile& plan, const Calendar& calendar, const Look& look) {
    const auto& brief = plan.brief;
    const auto proof = proof_line(calendar);
    const auto style = calendar.status == planner::Status::optimal ? Style::good : Style::plain;
    return title_of(plan, look) + calendar_table(brief, calendar.plan, {}, look)
           + section(both("Hvad kalenderen koster, regel for regel",
                          "What the calendar costs, rule by rule"),
                     costs_text(brief, costs_of(brief, calendar.verdict.costs), look), look)
           + "\n" + styled(proof.in(look.language), style, look) + "\n"
           + section(both("Jævnhed", "Evenness"), evenness_text(brief, calendar.plan, look), look)
           + section(both("Hvem der ikke kan komme", "Who cannot come"),
                     missing_text(brief, calendar.plan, missing_of(calendar.verdict), look), look);
}

std::string show_report(const PlanFile& plan, const Calendar& calendar,
                        const documents::Filter& filter, const ShowOptions& options,
                        const Look& look) {
    const auto& brief = plan.brief;
    std::string text = title_of(plan, look);
    if (options.year) return text + year_overview(brief, calendar.plan, filter, look);
    return text
           + (options.by_body ? calendar_tables_by_body(brief, calendar.plan, filter, look)
                              : calendar_table(brief, calendar.plan, filter, look));
}

std::string conflict_report(const planner::Conflict& conflict, const Look& look) {
    const std::string text = styled(both("Der findes ingen kalender, som overholder alle regler.",
                                         "No calendar keeps all the rules.")
                                        .in(look.language),
                                    Style::bad, look)
                             + "\n";
    std::string others;
    for (const base::Text& other : conflict.others)
        others += other.in(look.language) + "\n";
    return text + "\n" + conflict.text.in(look.language) + "\n"
           + section(both("Og når det er ændret", "And once that is changed"), others, look)
           + section(repairs_title(conflict), repairs_text(conflict, look), look);
}

std::string violations_report(const PlanFile& plan, const referee::Verdict& verdict,
                              const Look& look) {
    return documents::violations_text(plan.brief, costs_of(plan.brief, verdict.violations), look);
}

base::Text contents_line(const model::Brief& brief) {
    const auto meetings = std::count_if(
        brief.meetings.begin(), brief.meetings.end(), [](const model::Meeting& meeting) {
            return meeting.kind != model::Meeting::Kind::event
                   && meeting.state != model::Meeting::State::cancelled;
        });
    const auto count = [](std::size_t n, const char* one, const char* many) {
        return model::count_of(static_cast<std::int64_t>(n), one, many);
    };
    const auto held = static_cast<std::size_t>(meetings);
    return {count(brief.bodies.size(), "organ", "organer") + ", " + count(held, "møde", "møder")
                + ", " + count(brief.persons.size(), "person", "personer") + ", "
                + count(brief.rules.size(), "regel", "regler"),
            count(brief.bodies.size(), "body", "bodies") + ", " + count(held, "meeting", "meetings")
                + ", " + count(brief.persons.size(), "person", "persons") + ", "
                + count(brief.rules.size(), "rule", "rules")};
}

std::string statistics_report(const std::vector<planner::Statistic>& statistics) {
    documents::Table table{{{"Statistic"}, {"Value", documents::Align::right}}};
    for (const auto& s : statistics)
        table.add_row({s.name, std::to_string(s.value)});
    return table.empty() ? "" : table.render({});
}

}  // namespace rul::desk
