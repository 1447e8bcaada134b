#include "desk/answers.hpp"

#include "base/check.hpp"
#include "config/notation/names.hpp"
#include "engine/model/words.hpp"
#include "engine/planner/answers/why_not.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rul::desk {

namespace {

using base::both;
using model::Date;
using model::MeetingId;
using model::RuleId;
using std::chrono::days;

// A calendar of `brief`: the referee must agree.
Calendar judged(const model::Brief& brief, const planner::Answer& answer) {
    Calendar calendar{*answer.plan, referee::judge(brief, *answer.plan), answer.status,
                      answer.bound};
    RUL_CHECK(calendar.verdict.is_valid());
    // Of what is proved; else a part of the cost may have been left dearer than need be.
    RUL_CHECK(
        calendar.verdict.cost == answer.cost
        || (answer.status == planner::Status::feasible && calendar.verdict.cost < answer.cost));
    return calendar;
}

// Whether what the referee found broken was given up.
bool is_given_up(const model::Brief& brief, const referee::Finding& broken,
                 const std::vector<planner::GivenUp>& given_up) {
    using Kind = planner::Demand::Kind;
    const model::RuleKind& kind = brief.at(broken.rule).kind;
    const auto* count = std::get_if<model::Count>(&kind);
    const bool is_appointments = std::holds_alternative<model::Appointments>(kind);
    return std::any_of(given_up.begin(), given_up.end(), [&](const planner::GivenUp& given) {
        const std::size_t index = given.demand.index;
        switch (given.demand.kind) {
            case Kind::rule:
                return broken.rule.index == index;
            case Kind::appointment:
            case Kind::include:
                return is_appointments;
            case Kind::held:
                break;
        }
        return is_appointments
               || (count != nullptr && brief.meetings[index].series == count->series);
    });
}

}  // namespace

// ---- The best partial plan ----------------------------------------------------------------------

PartialPlan make_partial_plan(const PlanFile& plan, const planner::Limits& limits,
                              const OnProgress& progress) {
    PartialPlan partial{.relaxed = planner::relax(plan.brief, limits, progress)};
    if (!partial.relaxed.answer.plan) return partial;
    partial.calendar = judged(partial.relaxed.brief, partial.relaxed.answer);
    partial.verdict = referee::judge(plan.brief, partial.calendar->plan);
    for (const referee::Finding& broken : partial.verdict.violations)
        RUL_CHECK(is_given_up(plan.brief, broken, partial.relaxed.given_up));
    return partial;
}

// ---- Alternatives -------------------------------------------------------------------------------

Choices make_choices(const PlanFile& plan, const planner::Wanted& wanted,
                     const planner::Limits& limits, const OnProgress& progress) {
    Choices choices;
    choices.wanted = wanted;
    const auto found = planner::alternatives(plan.brief, wanted, limits, progress);
    choices.are_all = found.are_all;
    for (const planner::Answer& answer : found.found)
        choices.calendars.push_back(judged(plan.brief, answer));
    if (choices.calendars.empty()) {
        if (found.are_all) choices.conflict = planner::why_not(plan.brief, limits);
        return choices;
    }
    auto kept = keep(plan, choices.calendars.front());
    choices.saved_as = std::move(kept.file);
    choices.kept_cost = kept.earlier_cost;
    return choices;
}

// ---- Why this date, why not that ----------------------------------------------------------------

namespace {

constexpr int days_around = 7;

std::map<RuleId, model::Points> by_rule(const referee::Verdict& verdict) {
    std::map<RuleId, model::Points> sums;
    for (const referee::Finding& cost : verdict.costs)
        sums[cost.rule] += cost.points;
    return sums;
}

// Fewest rules broken, then cheapest.
bool is_better(const referee::Verdict& a, const referee::Verdict& b) {
    return std::pair{a.violations.size(), a.cost} < std::pair{b.violations.size(), b.cost};
}

DayCase day_case(const model::Brief& brief, const Calendar& calendar, MeetingId meeting,
                 Date date) {
    DayCase day{.date = date, .possible = planner::possibilities_on(brief, meeting, date)};
    day.is_now = calendar.plan.of(meeting)->date == date;
    if (day.is_now || day.possible.left.empty()) return day;
    std::optional<referee::Verdict> best;
    for (const model::Placement& placement : day.possible.left) {
        model::Plan moved = calendar.plan;
        moved.placements[meeting.index] = placement;
        referee::Verdict verdict = referee::judge(brief, moved);
        if (!best || is_better(verdict, *best)) best = std::move(verdict);
    }
    day.broken = best->violations;
    day.more = best->cost - calendar.verdict.cost;
    std::map<RuleId, model::Points> change = by_rule(*best);
    for (const auto& [rule, points] : by_rule(calendar.verdict))
        change[rule] -= points;
    for (const auto& [rule, points] : change)
        if (points != 0) day.by_rule.emplace_back(rule, points);
    return day;
}

bool is_worth_showing(const DayCase& day) {
    const auto weekday = model::weekday_of(day.date);
    const bool is_weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    return day.is_now || !is_weekend || !day.possible.left.empty();
}

// What it costs is what the referee says: an answer cut short may have been costed too dear.
void check_with_referee(const model::Brief& brief, planner::WhatIf& what_if) {
    if (what_if.answer.plan) what_if.answer.cost = judged(brief, what_if.answer).verdict.cost;
}

}  // namespace

Explanation explain(const PlanFile& plan, const Calendar& calendar, MeetingId meeting,
                    std::optional<Date> against, const planner::Limits& limits,
                    const OnProgress& progress) {
    const model::Brief& brief = plan.brief;
    Explanation found;
    found.meeting = meeting;
    found.now = *calendar.plan.of(meeting);
    found.possible = planner::possibilities(brief, meeting);
    std::set<Date> dates;
    for (const model::Placement& placement : found.possible.left)
        dates.insert(placement.date);
    found.days_left = static_cast<int>(dates.size());
    for (const referee::Finding& cost : calendar.verdict.costs)
        if (std::find(cost.meetings.begin(), cost.meetings.end(), meeting) != cost.meetings.end())
            found.costs.push_back(cost);
    for (int away = -days_around; away <= days_around; ++away) {
        DayCase day = day_case(brief, calendar, meeting, found.now.date + days{away});
        if (is_worth_showing(day)) found.days.push_back(std::move(day));
    }
    if (against) {
        found.against = day_case(brief, calendar, meeting, *against);
        if (!found.against->is_now)
            found.if_against =
                planner::what_if_on(brief, calendar.plan, meeting, *against, limits, progress);
        if (found.if_against) check_with_referee(brief, *found.if_against);
    }
    found.elsewhere =
        planner::what_if_not_on(brief, calendar.plan, meeting, found.now.date, limits, progress);
    check_with_referee(brief, found.elsewhere);
    return found;
}

std::optional<MeetingId> find_meeting(const model::Brief& brief, const Calendar& calendar,
                                      const std::string& said, base::Diagnostics& diagnostics) {
    std::vector<std::string> keys;
    std::optional<MeetingId> found;
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        const model::Meeting& meeting = brief.meetings[i];
        if (meeting.kind == model::Meeting::Kind::event) continue;
        keys.push_back(meeting.key);
        const auto& at = calendar.plan.placements[i];
        const std::string dated =
            at ? brief.at(meeting.body).key + "/" + model::to_iso(at->date) : "";
        if (config::is_same_name(meeting.key, said) || dated == said) found = MeetingId{i};
    }
    if (!found) {
        const auto near = nearest(said, keys);
        diagnostics.add(
            {.code = "desk.unknown-meeting",
             .message = both("intet møde hedder \"{}\"", "no meeting is called \"{}\"", said),
             .help = near ? both("mente du \"{}\"?", "did you mean \"{}\"?", *near)
                          : both("skriv fx \"{}\"", "write for instance \"{}\"",
                                 keys.empty() ? "" : keys.front())});
        return std::nullopt;
    }
    if (calendar.plan.of(*found)) return found;
    diagnostics.add({.code = "desk.meeting-not-held",
                     .message = both("{} holdes ikke i kalenderen", "{} is not in the calendar",
                                     brief.at(*found).key)});
    return std::nullopt;
}

}  // namespace rul::desk
