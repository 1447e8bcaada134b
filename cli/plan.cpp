#include "cli/commands.hpp"
#include "desk/answers.hpp"
#include "desk/report.hpp"

namespace rul::cli {

namespace {

using base::both;
using desk::Failure;

// Of a calendar found in less time than one kept earlier.
base::Text earlier_stays(const Arguments& arguments, const std::string& file, model::Points cost) {
    return {fmt::format("en kalender af samme planfil, der ikke koster mere ({}), er gemt i {} og "
                        "bliver liggende; {}",
                        cost, file, try_verb("show", arguments).danish),
            fmt::format("a calendar of the same plan file that costs no more ({}) is kept in {} "
                        "and stays; {}",
                        cost, file, try_verb("show", arguments).english)};
}

void tell_what_next(const Arguments& arguments, const desk::Planned& planned,
                    const Console& console) {
    const std::string kept = planned.saved_as.string();
    if (planned.kept_cost) {
        console.note(earlier_stays(arguments, kept, *planned.kept_cost));
        return;
    }
    if (planned.answer.status == planner::Status::optimal) {
        console.note({fmt::format("kalenderen er gemt i {}; {}", kept,
                                  try_verb("export", arguments, "--to ics").danish),
                      fmt::format("the calendar is kept in {}; {}", kept,
                                  try_verb("export", arguments, "--to ics").english)});
        return;
    }
    console.note({fmt::format("den bedste hidtil er gemt i {}; for mere tid, {}", kept,
                              try_verb("plan", arguments).danish),
                  fmt::format("the best so far is kept in {}; for more time, {}", kept,
                              try_verb("plan", arguments).english)});
}

// That no calendar exists is known where the plan file contradicts itself; the question is why, and
// that is worth no more than this.
constexpr std::int64_t effort_for_contradictions = 20'000'000;

int plan_best(const Arguments& arguments, const desk::PlanFile& plan_file, planner::Limits limits,
              const Console& console) {
    const bool is_contradiction = plan_file.contradictions.has_errors();
    if (is_contradiction && limits.effort == 0 && !limits.seconds)
        limits.effort = effort_for_contradictions;
    auto planned = plan_with_progress(plan_file, limits, console);
    if (is_contradiction && planned.answer.status == planner::Status::unknown)
        planned.answer.status = planner::Status::infeasible;
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

Failure nothing_in_time(const Arguments& arguments) {
    return {.exit_code = code::effort_spent,
            .message = both("ingen kalender fundet i tide; om der findes en, er ikke afgjort",
                            "no calendar was found in time; whether one exists is not settled"),
            .hint = try_verb("plan", arguments, "--seconds 600")};
}

// 1: something was given up. 0: nothing had to be, and it is proved.
int code_of(const desk::PartialPlan& partial) {
    const bool is_proved = partial.relaxed.price == partial.relaxed.price_bound
                           && partial.relaxed.answer.status == planner::Status::optimal;
    if (!is_proved) return code::effort_spent;
    return partial.relaxed.given_up.empty() ? code::done : code::answer_is_no;
}

int plan_partly(const Arguments& arguments, const desk::PlanFile& plan_file,
                const planner::Limits& limits, const Console& console) {
    const auto partial =
        with_progress(limits, console, [&](const auto& stoppable, const auto& progress) {
            return desk::make_partial_plan(plan_file, stoppable, progress);
        });
    if (!partial.calendar && !console.speaks_json())
        return console.fail(nothing_in_time(arguments));
    console.print(console.speaks_json() ? desk::partial_json(plan_file, partial, console.language())
                                        : desk::partial_report(plan_file, partial, console.look()));
    if (!partial.calendar) return code::effort_spent;
    if (partial.relaxed.given_up.empty())
        console.note(
            {fmt::format("intet måtte opgives; {}", try_verb("plan", arguments).danish),
             fmt::format("nothing had to be given up; {}", try_verb("plan", arguments).english)});
    else
        console.note(
            {fmt::format("kalenderen er ikke gemt, for den bryder reglerne; ret planfilen, "
                         "og {}",
                         try_verb("plan", arguments).danish),
             fmt::format("the calendar is not kept, since it breaks the rules; change the "
                         "plan file, and {}",
                         try_verb("plan", arguments).english)});
    return code_of(partial);
}

int code_of(const desk::Choices& choices) {
    const auto is_proved = [](const desk::Calendar& calendar) {
        return calendar.status == planner::Status::optimal;
    };
    const bool is_complete =
        choices.are_all
        || choices.calendars.size() == static_cast<std::size_t>(choices.wanted.count);
    const bool are_proved =
        std::all_of(choices.calendars.begin(), choices.calendars.end(), is_proved);
    return is_complete && are_proved ? code::done : code::effort_spent;
}

std::variant<planner::Wanted, Failure> wanted_of(const Arguments& arguments,
                                                 const model::Brief& brief) {
    planner::Wanted wanted;
    const auto count = read_count(arguments, "--alternatives", arguments.alternatives);
    if (const auto* failure = std::get_if<Failure>(&count)) return *failure;
    wanted.count = std::get<int>(count);
    wanted.differ = planner::usual_difference(brief);
    if (arguments.differ.empty()) return wanted;
    const auto differ = read_count(arguments, "--differ", arguments.differ);
    if (const auto* failure = std::get_if<Failure>(&differ)) return *failure;
    wanted.differ = std::get<int>(differ);
    return wanted;
}

int plan_several(const Arguments& arguments, const desk::PlanFile& plan_file,
                 const planner::Limits& limits, const Console& console) {
    const auto wanted = wanted_of(arguments, plan_file.brief);
    if (const auto* failure = std::get_if<Failure>(&wanted)) return console.fail(*failure);
    const auto choices =
        with_progress(limits, console, [&](const auto& stoppable, const auto& progress) {
            return desk::make_choices(plan_file, std::get<planner::Wanted>(wanted), stoppable,
                                      progress);
        });
    if (console.speaks_json()) {
        console.print(desk::choices_json(plan_file, choices, console.language()));
        return choices.conflict ? code::answer_is_no : code_of(choices);
    }
    if (choices.conflict) return tell_conflict(arguments, *choices.conflict, console);
    if (choices.calendars.empty()) return console.fail(nothing_in_time(arguments));
    console.print(desk::choices_report(plan_file, choices, console.look()));
    const std::string kept = choices.saved_as.string();
    if (choices.kept_cost)
        console.note(earlier_stays(arguments, kept, *choices.kept_cost));
    else
        console.note(both("kalender 1 er gemt i {}", "calendar 1 is kept in {}", kept));
    return code_of(choices);
}

Failure not_together(const Arguments& arguments, const char* one, const char* other) {
    return {.exit_code = code::wrong_input,
            .message = both("{} og {} kan ikke bruges sådan sammen", "{} and {} do not go together",
                            one, other),
            .hint = try_verb("plan", arguments, one)};
}

}  // namespace

int plan(const Arguments& arguments, const Console& console) {
    const auto settings = settings_of(arguments);
    if (const auto* failure = std::get_if<Failure>(&settings)) return console.fail(*failure);
    if (arguments.relax && !arguments.alternatives.empty())
        return console.fail(not_together(arguments, "--relax", "--alternatives"));
    if (!arguments.differ.empty() && arguments.alternatives.empty())
        return console.fail({.exit_code = code::wrong_input,
                             .message = both("--differ hører til --alternatives",
                                             "--differ belongs to --alternatives"),
                             .hint = try_verb("plan", arguments, "--alternatives 3")});
    const auto opened =
        open_plan(arguments, std::get<Settings>(settings), console, desk::Contradictions::kept);
    if (const int* exit_code = std::get_if<int>(&opened)) return *exit_code;
    const auto& plan_file = std::get<desk::PlanFile>(opened);
    const planner::Limits& limits = std::get<Settings>(settings).limits;
    if (arguments.relax) return plan_partly(arguments, plan_file, limits, console);
    if (!arguments.alternatives.empty()) return plan_several(arguments, plan_file, limits, console);
    return plan_best(arguments, plan_file, limits, console);
}

}  // namespace rul::cli
