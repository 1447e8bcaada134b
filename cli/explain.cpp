#include "cli/commands.hpp"
#include "desk/answers.hpp"
#include "engine/model/words.hpp"

namespace rul::cli {

namespace {

using base::both;

// Enough for the plans there are; --effort asks for more.
constexpr std::int64_t usual_effort = 60'000'000;

planner::Limits limits_of(const Arguments& arguments) {
    planner::Limits limits = std::get<Settings>(settings_of(arguments)).limits;
    if (limits.effort == 0 && !limits.seconds) limits.effort = usual_effort;
    return limits;
}

bool is_unproved(const planner::WhatIf& what_if) {
    const auto status = what_if.answer.status;
    return status == planner::Status::feasible || status == planner::Status::unknown;
}

int code_of(const desk::Explanation& explanation) {
    const bool is_cut_short = is_unproved(explanation.elsewhere)
                              || (explanation.if_against && is_unproved(*explanation.if_against));
    return is_cut_short ? code::effort_spent : code::done;
}

// A meeting may have been agreed for a date outside the period; nobody asks for another one there.
std::optional<model::Date> date_against(const std::string& said, const desk::PlanFile& plan,
                                        const desk::Calendar& calendar,
                                        std::optional<model::MeetingId> meeting,
                                        base::Diagnostics& diagnostics) {
    const model::DateRange& period = plan.brief.period;
    const auto date = desk::read_date(said, diagnostics, period);
    if (!date || period.contains(*date)) return date;
    if (meeting && calendar.plan.of(*meeting)->date == *date) return date;
    diagnostics.add(
        {.code = "desk.outside-period",
         .message = both("datoen ligger uden for planens periode, {}",
                         "the date lies outside the plan's period, {}", model::to_text(period))});
    return std::nullopt;
}

}  // namespace

int explain(const Arguments& arguments, const Console& console) {
    const auto opened = open_calendar(arguments, console);
    if (const int* exit_code = std::get_if<int>(&opened)) return *exit_code;
    const auto& with = std::get<WithCalendar>(opened);
    const desk::PlanFile& plan = with.plan;
    const desk::Calendar& calendar = with.calendar;

    base::Diagnostics diagnostics;
    const auto meeting = desk::find_meeting(plan.brief, calendar, arguments.meeting, diagnostics);
    std::optional<model::Date> against;
    if (!arguments.against.empty())
        against = date_against(arguments.against, plan, calendar, meeting, diagnostics);
    if (diagnostics.has_errors())
        return console.fail({.exit_code = code::wrong_input,
                             .hint = try_verb("show", arguments),
                             .diagnostics = diagnostics});

    const auto explanation =
        with_progress(limits_of(arguments), console, [&](const auto& limits, const auto& progress) {
            return desk::explain(plan, calendar, *meeting, against, limits, progress);
        });
    console.print(console.speaks_json()
                      ? desk::explanation_json(plan, calendar, explanation, console.language())
                      : desk::explanation_report(plan, calendar, explanation, console.look()));
    if (!against)
        console.note(try_verb("explain", arguments,
                              typed_in_shell(arguments.meeting) + " --against "
                                  + both("DATO", "DATE").in(console.language())));
    return with.exit_code == code::done ? code_of(explanation) : with.exit_code;
}

}  // namespace rul::cli
