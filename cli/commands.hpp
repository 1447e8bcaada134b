#pragma once

#include "cli/arguments.hpp"
#include "cli/console.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "desk/desk.hpp"

#include <optional>
#include <variant>

/// One function a verb, each in a file of its own. They return the exit code; what the world does
/// wrong is thrown as base::Error and told of in one place, main.
namespace rul::cli {

[[nodiscard]] int init(const Arguments& arguments, const Console& console);
[[nodiscard]] int check(const Arguments& arguments, const Console& console);
[[nodiscard]] int plan(const Arguments& arguments, const Console& console);
[[nodiscard]] int show(const Arguments& arguments, const Console& console);
[[nodiscard]] int explain(const Arguments& arguments, const Console& console);
[[nodiscard]] int export_files(const Arguments& arguments, const Console& console);

// ---- What they share --------------------------------------------------------------------------

/// "prøv: rul check rul.toml"
[[nodiscard]] base::Text try_verb(std::string_view verb, const Arguments& arguments,
                                  std::string_view more = "");

/// Values of options, understood; or why not.
struct Settings {
    planner::Limits limits;
    std::optional<model::Date> today;
};
[[nodiscard]] std::variant<Settings, desk::Failure> settings_of(const Arguments& arguments);

/// The plan file, its warnings (and contradictions that are kept) shown; or the exit code of why
/// there is none, which has been told of.
[[nodiscard]] std::variant<desk::PlanFile, int> open_plan(
    const Arguments& arguments, const Settings& settings, const Console& console,
    desk::Contradictions contradictions = desk::Contradictions::refused);

/// Calls `work(limits, on_progress)` with a progress line and Ctrl-C.
template <class Work>
[[nodiscard]] auto with_progress(const planner::Limits& limits, const Console& console, Work work) {
    const Interrupt interrupt;
    ProgressLine line{console};
    planner::Limits stoppable = limits;
    stoppable.stop = Interrupt::flag();
    return work(stoppable, desk::OnProgress{[&line](const planner::Progress& progress) {
                    line.show(progress);
                }});
}

/// A whole number above 0 that an option was given.
[[nodiscard]] std::variant<int, desk::Failure> read_count(const Arguments& arguments,
                                                          const char* option,
                                                          const std::string& value);

/// Plans with a progress line and Ctrl-C.
[[nodiscard]] desk::Planned plan_with_progress(const desk::PlanFile& plan,
                                               const planner::Limits& limits,
                                               const Console& console);

/// The exit code of a calendar just planned, or of there being none.
[[nodiscard]] int code_of(planner::Status status);

/// Why no calendar exists, told to people. @return the exit code
[[nodiscard]] int tell_conflict(const Arguments& arguments, const planner::Conflict& conflict,
                                const Console& console);

/// No calendar, told: the conflict, or that the effort did not suffice. @return the exit code
[[nodiscard]] int tell_no_calendar(const Arguments& arguments, const desk::PlanFile& plan,
                                   const desk::Planned& planned, const Console& console);

/// A plan file with its calendar, saved or just made; or the exit code of why there is none, which
/// has been told of.
struct WithCalendar {
    desk::PlanFile plan;
    desk::Calendar calendar;
    int exit_code = code::done;  ///< effort_spent when it was just made and not proved.
};
[[nodiscard]] std::variant<WithCalendar, int> open_calendar(const Arguments& arguments,
                                                            const Console& console);

}  // namespace rul::cli
