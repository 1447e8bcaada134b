#include "cli/commands.hpp"
#include "desk/report.hpp"

namespace rul::cli {

int show(const Arguments& arguments, const Console& console) {
    if (arguments.by_body && arguments.year)
        return console.fail({.exit_code = code::wrong_input,
                             .message = base::both("--by-body og --year kan ikke bruges sammen",
                                                   "--by-body and --year cannot be used together"),
                             .hint = try_verb("show", arguments, "--year")});
    const auto opened = open_calendar(arguments, console);
    if (const int* exit_code = std::get_if<int>(&opened)) return *exit_code;
    const auto& [plan, calendar, exit_code] = std::get<WithCalendar>(opened);

    base::Diagnostics diagnostics;
    const auto filter = desk::find_filter(plan.brief, arguments.body, arguments.person,
                                          arguments.month, diagnostics);
    if (!filter)
        return console.fail({.exit_code = code::wrong_input,
                             .hint = try_verb("show", arguments),
                             .diagnostics = diagnostics});
    const desk::ShowOptions options{arguments.by_body, arguments.year};
    console.print(console.speaks_json()
                      ? desk::show_json(plan, calendar, *filter, console.language())
                      : show_report(plan, calendar, *filter, options, console.look()));
    return exit_code;
}

}  // namespace rul::cli
