#include "cli/commands.hpp"
#include "desk/answers.hpp"

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
    if (!arguments.against.empty()) against = desk::read_date(arguments.against, diagnostics);
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
    return with.exit_code;
}

}  // namespace rul::cli
