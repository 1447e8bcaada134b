#include "desk/answers.hpp"
#include "desk/report.hpp"
#include "desk/report_parts.hpp"
#include "documents/calendar_table.hpp"
#include "documents/table.hpp"
#include "engine/model/naming.hpp"
#include "engine/model/rule_words.hpp"
#include "engine/model/words.hpp"

#include <algorithm>

namespace rul::desk {

namespace {

using base::both;
using base::Language;
using documents::Align;
using documents::Look;
using documents::Style;
using model::Points;

// "+12 point" / "-3 points".
std::string more_words(Points more, Language language) {
    return (more > 0 ? "+" : "") + model::points_text(more, language);
}

std::string when_words(const model::Placement& at, Language language) {
    return model::to_short(at.date, language)
           + (at.time ? " " + model::to_text(*at.time, language) : "");
}

// Which meetings are elsewhere, a line each.
std::string moves_text(const model::Brief& brief, const std::vector<model::MeetingId>& moved,
                       const model::Plan& from, const model::Plan& to, const Look& look) {
    const Language l = look.language;
    documents::Table table{
        {{both("Møde", "Meeting").in(l)}, {both("Fra", "From").in(l)}, {both("Til", "To").in(l)}}};
    const std::string nowhere = both("holdes ikke", "not held").in(l);
    for (const model::MeetingId id : moved)
        table.add_row({brief.at(id).key, from.of(id) ? when_words(*from.of(id), l) : nowhere,
                       to.of(id) ? when_words(*to.of(id), l) : nowhere});
    return table.empty() ? "" : table.render(look);
}

}  // namespace

// ---- The best partial plan ----------------------------------------------------------------------

namespace {

std::string given_up_text(const planner::Relaxed& relaxed, const Look& look) {
    std::string text;
    for (const planner::GivenUp& given : relaxed.given_up)
        text += "  – " + given.text.in(look.language) + " – "
                + model::points_text(given.price, look.language) + "\n";
    return text;
}

base::Text price_line(const planner::Relaxed& relaxed) {
    if (relaxed.price == relaxed.price_bound)
        return both("Bevist: der kan ikke opgives mindre (pris {})",
                    "Proved: no less can be given up (price {})", relaxed.price);
    return both("Ikke bevist, at der ikke kan opgives mindre (pris {}, grænse {})",
                "Not proved that no less can be given up (price {}, bound {})", relaxed.price,
                relaxed.price_bound);
}

base::Text rest_line(const PartialPlan& partial) {
    if (partial.relaxed.answer.status == planner::Status::optimal)
        return both("Resten er bevist optimal: ingen kalender, der opgiver det samme, er bedre",
                    "The rest is proved optimal: no calendar that gives up the same is better");
    return both("Resten er ikke bevist optimal", "The rest is not proved optimal");
}

}  // namespace

std::string partial_report(const PlanFile& plan, const PartialPlan& partial, const Look& look) {
    const Calendar calendar{partial.calendar->plan, partial.verdict, partial.calendar->status, 0,
                            false};
    if (partial.relaxed.given_up.empty()) return plan_report(plan, *partial.calendar, look);
    const Language l = look.language;
    std::string text = title_of(plan, look) + calendar_table(plan.brief, calendar.plan, {}, look);
    text += section(both("Opgivet, for at der kan være en kalender",
                         "Given up, so that there is a calendar at all"),
                    given_up_text(partial.relaxed, look), look);
    text += section(
        both("Hvad kalenderen bryder", "What the calendar breaks"),
        violations_text(plan.brief, costs_of(plan.brief, partial.verdict.violations), look), look);
    text += section(
        both("Hvad kalenderen koster, regel for regel", "What the calendar costs, rule by rule"),
        costs_text(plan.brief, costs_of(plan.brief, partial.verdict.costs), look), look);
    return text + "\n" + price_line(partial.relaxed).in(l) + "\n" + rest_line(partial).in(l) + "\n";
}

// ---- Alternatives -------------------------------------------------------------------------------

namespace {

base::Text choice_line(const Calendar& calendar) {
    const Points cost = calendar.verdict.cost;
    if (calendar.status == planner::Status::optimal)
        return both("Omkostning {}. Bevist: ingen anden, der er så forskellig, er bedre",
                    "Cost {}. Proved: no other that differs as much is better", cost);
    return both("Omkostning {}. Ikke bevist: grænsen er {}", "Cost {}. Not proved: the bound is {}",
                cost, calendar.bound);
}

std::string choice_text(const PlanFile& plan, const Choices& choices, std::size_t i,
                        const Look& look) {
    const Calendar& calendar = choices.calendars[i];
    const Calendar& best = choices.calendars.front();
    const auto moved = planner::differences(plan.brief, best.plan, calendar.plan);
    const auto count = static_cast<std::int64_t>(moved.size());
    const base::Text title{fmt::format("Kalender {}: {} på andre dage end i den bedste", i + 1,
                                       model::count_of(count, "møde", "møder")),
                           fmt::format("Calendar {}: {} on other days than in the best", i + 1,
                                       model::count_of(count, "meeting", "meetings"))};
    return section(title,
                   moves_text(plan.brief, moved, best.plan, calendar.plan, look)
                       + choice_line(calendar).in(look.language) + "\n",
                   look);
}

base::Text end_line(const Choices& choices) {
    const std::size_t found = choices.calendars.size();
    if (choices.are_all)
        return both("Der er ikke flere, som er så forskellige",
                    "There are no more that differ so much");
    if (found < static_cast<std::size_t>(choices.wanted.count))
        return both("Flere blev ikke fundet i tide", "No more were found in time");
    return {fmt::format("Hver er den bedste af dem, der har mindst {} på andre dage end hver af de "
                        "foregående",
                        model::count_of(choices.wanted.differ, "møde", "møder")),
            fmt::format("Each is the best of those with at least {} on other days than in each "
                        "before it",
                        model::count_of(choices.wanted.differ, "meeting", "meetings"))};
}

}  // namespace

std::string choices_report(const PlanFile& plan, const Choices& choices, const Look& look) {
    const Calendar& best = choices.calendars.front();
    std::string text =
        title_of(plan, look) + calendar_table(plan.brief, best.plan, {}, look) + "\n"
        + styled(both("Kalender 1, den bedste", "Calendar 1, the best").in(look.language),
                 Style::heading, look)
        + "\n" + proof_line(best).in(look.language) + "\n";
    for (std::size_t i = 1; i < choices.calendars.size(); ++i)
        text += choice_text(plan, choices, i, look);
    return text + "\n" + end_line(choices).in(look.language) + "\n";
}

// ---- Why this date, why not that ----------------------------------------------------------------

namespace {

// "  - 12 tages af: spærring: skoleferie (rul.toml:20)", a line each.
std::string taken_text(const model::Brief& brief, const planner::Possibilities& possible,
                       const Look& look) {
    std::string text;
    for (const planner::Taken& taken : possible.taken)
        text += both("  – {} tages af: {}\n",
                     taken.starts == 1 ? "  – {} is taken by: {}\n" : "  – {} are taken by: {}\n",
                     taken.starts, model::words_and_place_of(brief, taken.rule).in(look.language))
                    .in(look.language);
    return text;
}

std::string possible_text(const model::Brief& brief, const Explanation& explanation,
                          const Look& look) {
    const planner::Possibilities& possible = explanation.possible;
    const auto ways = [](int count) {
        return base::Text{model::count_of(count, "mulighed", "muligheder"),
                          model::count_of(count, "possibility", "possibilities")};
    };
    const auto days = model::in_both(
        [&](Language l) { return model::count_of(explanation.days_left, model::Unit::day, l); });
    const Language l = look.language;
    return both("{} efter mødetider og aftalte datoer\n", "{} by slots and agreed dates\n",
                ways(possible.considered).in(l))
               .in(l)
           + taken_text(brief, possible, look)
           + both("{} tilbage, på {}\n", "{} left, on {}\n", ways(possible.starts_left).in(l),
                  days.in(l))
                 .in(l);
}

// Why nothing is possible on the day, in one line.
std::string impossible_words(const model::Brief& brief, const DayCase& day, Language language) {
    if (day.possible.taken.empty())
        return both("ikke i dets mødetider", "not in its slots").in(language);
    return model::words_and_place_of(brief, day.possible.taken.back().rule).in(language);
}

// An agreed date first: nothing else is asked once that is moved.
const referee::Finding& foremost(const model::Brief& brief,
                                 const std::vector<referee::Finding>& broken) {
    const auto is_agreed = [&](const referee::Finding& finding) {
        return std::holds_alternative<model::Appointments>(brief.at(finding.rule).kind);
    };
    const auto at = std::find_if(broken.begin(), broken.end(), is_agreed);
    return at == broken.end() ? broken.front() : *at;
}

std::string day_words(const model::Brief& brief, const DayCase& day, Language language) {
    if (day.is_now) return both("her ligger det", "here it is").in(language);
    if (day.possible.left.empty()) return impossible_words(brief, day, language);
    if (!day.broken.empty()) {
        const referee::Finding& first = foremost(brief, day.broken);
        const auto more = day.broken.size() - 1;
        const base::Text others =
            more == 0 ? base::Text{} : both(" – og {} mere", " – and {} more", more);
        return model::with_place(first.text, place_of(brief, first)).in(language)
               + others.in(language);
    }
    std::string words;
    for (const auto& [rule, points] : day.by_rule)
        words += (words.empty() ? "" : "; ") + more_words(points, language) + " "
                 + model::words_and_place_of(brief, rule).in(language);
    return words.empty() ? both("lige så godt", "just as good").in(language) : words;
}

std::string points_of(const DayCase& day, Language language) {
    if (day.is_now) return "";
    if (day.possible.left.empty()) return both("nej", "no").in(language);
    if (!day.broken.empty()) return both("bryder", "breaks").in(language);
    return fmt::format("{:+}", day.more);
}

std::string days_text(const model::Brief& brief, const std::vector<DayCase>& days,
                      const Look& look) {
    const Language l = look.language;
    documents::Table table{{{both("Dato", "Date").in(l)},
                            {both("Point", "Points").in(l), Align::right},
                            {both("Hvorfor", "Why").in(l), Align::left, true}}};
    for (const DayCase& day : days)
        table.add_row({model::to_short(day.date, l), points_of(day, l), day_words(brief, day, l)},
                      day.is_now ? Style::good : Style::plain);
    return table.render(look);
}

std::string proof_words(const planner::Answer& answer, Language language) {
    if (answer.status == planner::Status::optimal) return both("bevist", "proved").in(language);
    return both("ikke bevist, grænse {}", "not proved, bound {}", answer.bound).in(language);
}

// The best calendar with another date: what it costs and what moves.
std::string what_if_text(const PlanFile& plan, const Calendar& now, const planner::WhatIf& what_if,
                         model::MeetingId meeting, const Look& look) {
    const Language l = look.language;
    const planner::Answer& answer = what_if.answer;
    if (!answer.plan)
        return both("Ingen kalender blev fundet i tide\n", "No calendar was found in time\n").in(l);
    const auto& at = answer.plan->of(meeting);
    const std::string where = at ? when_words(*at, l) : both("holdes ikke", "is not held").in(l);
    const auto cost = answer.cost == now.verdict.cost
                          ? both("{}: kalenderen koster det samme, {} ({})\n",
                                 "{}: the calendar costs the same, {} ({})\n", where, answer.cost,
                                 proof_words(answer, l))
                          : both("{}: kalenderen koster {} i stedet for {} ({})\n",
                                 "{}: the calendar costs {} instead of {} ({})\n", where,
                                 answer.cost, now.verdict.cost, proof_words(answer, l));
    return cost.in(l) + moves_text(plan.brief, what_if.moved, now.plan, *answer.plan, look);
}

base::Text alone_words(const DayCase& day) {
    if (day.possible.left.empty()) return {"Det kan ikke ligge der:", "It cannot be there:"};
    if (!day.broken.empty())
        return {"Flyttes det alene, brydes en regel:", "If it moves alone, a rule is broken:"};
    return {"Flyttes det alene:", "If it moves alone:"};
}

std::string against_text(const PlanFile& plan, const Calendar& now, const Explanation& explanation,
                         const Look& look) {
    const Language l = look.language;
    const DayCase& day = *explanation.against;
    if (day.is_now) return both("Det ligger der.\n", "It is there.\n").in(l);
    const std::string alone = alone_words(day).in(l) + " " + day_words(plan.brief, day, l) + "\n";
    const planner::WhatIf& what_if = *explanation.if_against;
    if (!what_if.answer.conflict)
        return alone + what_if_text(plan, now, what_if, explanation.meeting, look);
    const planner::Conflict& conflict = *what_if.answer.conflict;
    const bool is_ruled =
        !conflict.rules.empty() || !conflict.meetings.empty() || !conflict.includes.empty();
    return alone
           + both("Ingen kalender har det på den dag (bevist).\n",
                  "No calendar has it on that day (proved).\n")
                 .in(l)
           + (is_ruled ? both("Med {} på den dag:\n", "With {} on that day:\n",
                              plan.brief.at(explanation.meeting).key)
                                 .in(l)
                             + conflict.text.in(l) + "\n"
                       : "");
}

}  // namespace

std::string explanation_report(const PlanFile& plan, const Calendar& calendar,
                               const Explanation& explanation, const Look& look) {
    const model::Brief& brief = plan.brief;
    const Language l = look.language;
    const model::Meeting& meeting = brief.at(explanation.meeting);
    std::string text =
        styled(meeting.key + " · " + model::to_words(explanation.now.date, l)
                   + (explanation.now.time ? ", " + model::to_text(*explanation.now.time, l) : ""),
               Style::heading, look)
        + "\n";
    if (explanation.against) {
        const std::string date = model::to_short(explanation.against->date, l);
        text += section(both("Hvorfor ikke {}", "Why not {}", date),
                        against_text(plan, calendar, explanation, look), look);
    }
    text += section(both("Hvor det kan ligge", "Where it can be"),
                    possible_text(brief, explanation, look), look);
    const std::string costs = costs_text(brief, costs_of(brief, explanation.costs), look);
    text += section(both("Hvad det koster, hvor det ligger", "What it costs where it is"),
                    costs.empty() ? both("Intet.\n", "Nothing.\n").in(l) : costs, look);
    text += section(both("Dagene omkring, når alle andre møder bliver liggende",
                         "The days around, with all other meetings where they are"),
                    days_text(brief, explanation.days, look), look);
    text += section(
        both("Den bedste kalender med en anden dato", "The best calendar with another date"),
        explanation.elsewhere.answer.status == planner::Status::infeasible
            ? both("Der er ingen: det må ligge her (bevist).\n",
                   "There is none: it must be here (proved).\n")
                  .in(l)
            : what_if_text(plan, calendar, explanation.elsewhere, explanation.meeting, look),
        look);
    return text;
}

}  // namespace rul::desk
