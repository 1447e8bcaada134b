#include "cli/commands.hpp"
#include "desk/report.hpp"

namespace rul::cli {

namespace {

using desk::Failure;

void tell_what_next(const Arguments& arguments, const desk::Planned& planned,
                    const Console& console) {
    const std::string kept = planned.saved_as.string();
    if (planned.answer.status == planner::Status::optimal) {
        console.note({fmt::format("kalenderen er gemt i {}; {}", kept,
                                  try_verb("export", arguments, "--to ics").danish),
                      fmt::format("the calendar is kept in {}; {}", kept,
                                  try_verb("export", arguments, "--to ics").english)});
        return;
    }
    console.note({fmt::format("den bedste hidtil er gemt i {}; giv den mere tid: {}", kept,
                              try_verb("plan", arguments).danish),
                  fmt::format("the best so far is kept in {}; give it more time: {}", kept,
                              try_verb("plan", arguments).english)});
}

}  // namespace

int plan(const Arguments& arguments, const Console& console) {
    const auto settings = settings_of(arguments);
    if (const auto* failure = std::get_if<Failure>(&settings)) return console.fail(*failure);
    const auto opened = open_plan(arguments, std::get<Settings>(settings), console);
    if (const int* exit_code = std::get_if<int>(&opened)) return *exit_code;
    const auto& plan_file = std::get<desk::PlanFile>(opened);

    const auto planned =
        plan_with_progress(plan_file, std::get<Settings>(settings).limits, console);
    if (arguments.statistics && !console.speaks_json())
        Console::write_error(desk::statistics_report(planned.answer.statistics));
    if (!planned.calendar) return tell_no_calendar(arguments, plan_file, planned, console);
    console.print(
        console.speaks_json()
            ? desk::plan_json(plan_file, planned, arguments.statistics, console.language())
            : desk::plan_report(plan_file, *planned.calendar, console.look()));
    tell_what_next(arguments, planned, console);
    return code_of(planned.answer.status);
}

}  // namespace rul::cli
