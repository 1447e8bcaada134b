#include "cli/commands.hpp"
#include "desk/report.hpp"

#include <charconv>
#include <cmath>

namespace rul::cli {

namespace {

using base::both;
using desk::Failure;
using planner::Status;

template <class Number>
std::optional<Number> number_in(const std::string& text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

Failure wrong_value(const Arguments& arguments, const char* option, const std::string& value,
                    const base::Text& wanted) {
    const std::string verb{name_of(arguments.verb)};
    return {.exit_code = code::wrong_input,
            .message = {fmt::format("{} {}: {}", option, value, wanted.danish),
                        fmt::format("{} {}: {}", option, value, wanted.english)},
            .hint = both("prøv: rul {} --help", "try: rul {} --help", verb)};
}

std::optional<Failure> read_effort(const Arguments& arguments, planner::Limits& limits) {
    if (!arguments.effort.empty() && !arguments.seconds.empty())
        return Failure{.exit_code = code::wrong_input,
                       .message = both("--effort og --seconds kan ikke bruges sammen",
                                       "--effort and --seconds cannot be used together"),
                       .hint = try_verb(name_of(arguments.verb), arguments,
                                        "--seconds " + typed_in_shell(arguments.seconds))};
    if (!arguments.effort.empty()) {
        const auto effort = number_in<std::int64_t>(arguments.effort);
        if (!effort || *effort <= 0)
            return wrong_value(
                arguments, "--effort", arguments.effort,
                both("skal være et helt tal over 0", "must be a whole number above 0"));
        limits.effort = *effort;
    }
    if (!arguments.seconds.empty()) {
        const auto seconds = number_in<double>(arguments.seconds);
        if (!seconds || !std::isfinite(*seconds) || *seconds <= 0)
            return wrong_value(arguments, "--seconds", arguments.seconds,
                               both("skal være et tal over 0", "must be a number above 0"));
        limits.seconds = *seconds;
    }
    return std::nullopt;
}

}  // namespace

std::variant<int, Failure> read_count(const Arguments& arguments, const char* option,
                                      const std::string& value) {
    const auto count = number_in<int>(value);
    if (count && *count > 0) return *count;
    return wrong_value(arguments, option, value,
                       both("skal være et helt tal over 0", "must be a whole number above 0"));
}

namespace {

std::optional<Failure> read_seed(const Arguments& arguments, planner::Limits& limits) {
    if (arguments.seed.empty()) return std::nullopt;
    const auto seed = number_in<std::uint64_t>(arguments.seed);
    if (!seed)
        return wrong_value(
            arguments, "--seed", arguments.seed,
            both("skal være et helt tal, 0 eller mere", "must be a whole number, 0 or more"));
    limits.seed = *seed;
    return std::nullopt;
}

std::variant<WithCalendar, int> plan_first(const Arguments& arguments, const Settings& settings,
                                           desk::PlanFile plan, const Console& console) {
    console.note(both("ingen gemt kalender; den lægges nu", "no calendar is kept; making one now"));
    auto planned = plan_with_progress(plan, settings.limits, console);
    if (!planned.calendar) return tell_no_calendar(arguments, plan, planned, console);
    return WithCalendar{std::move(plan), std::move(*planned.calendar),
                        code_of(planned.answer.status)};
}

int tell_broken(const Arguments& arguments, const desk::PlanFile& plan, const desk::Saved& saved,
                const Console& console) {
    if (!console.speaks_json())
        Console::write_error(violations_report(plan, saved.verdict,
                                               {.language = console.language(), .colour = false}));
    return console.fail({.exit_code = code::answer_is_no,
                         .message = both("den gemte kalender {} bryder reglerne, som de er nu",
                                         "the calendar kept in {} breaks the rules as they are now",
                                         saved.file.string()),
                         .hint = try_verb("plan", arguments)});
}

}  // namespace

base::Text try_verb(std::string_view verb, const Arguments& arguments, std::string_view more) {
    std::string command = fmt::format("rul {}", verb);
    if (!arguments.plan_file.empty()) command += " " + typed_in_shell(arguments.plan_file);
    if (!more.empty()) command += " " + std::string{more};
    return both("prøv: {}", "try: {}", command);
}

std::variant<Settings, Failure> settings_of(const Arguments& arguments) {
    Settings settings;
    if (auto failure = read_effort(arguments, settings.limits)) return *failure;
    if (auto failure = read_seed(arguments, settings.limits)) return *failure;
    if (arguments.today.empty()) return settings;
    base::Diagnostics diagnostics;
    settings.today = desk::read_date(arguments.today, diagnostics);
    if (settings.today) return settings;
    return wrong_value(arguments, "--today", arguments.today, diagnostics.all().front().message);
}

// Notes are what `rul check` is asked for; elsewhere they would only be in the way.
static base::Diagnostics without_notes(const base::Diagnostics& all) {
    base::Diagnostics left;
    for (const auto& diagnostic : all.all())
        if (diagnostic.severity != base::Diagnostic::Severity::note) left.add(diagnostic);
    return left;
}

// A file that could not be read is wrong input; one that contradicts itself has its answer: no.
static int tell_no_plan(const Arguments& arguments, base::Diagnostics diagnostics,
                        const Console& console) {
    const bool is_answer = desk::is_contradiction(diagnostics);
    if (is_answer && console.speaks_json()) {
        console.print(desk::contradiction_json(diagnostics, console.language()));
        return code::answer_is_no;
    }
    const auto count = diagnostics.error_count();
    const base::Text errors =
        count == 1 ? both("planfilen har 1 fejl", "the plan file has 1 error")
                   : both("planfilen har {} fejl", "the plan file has {} errors", count);
    return console.fail(
        {.exit_code = is_answer ? code::answer_is_no : code::wrong_input,
         .message = is_answer ? both("der findes ingen kalender; planfilen modsiger sig selv",
                                     "no calendar exists; the plan file contradicts itself")
                              : errors,
         .hint = {fmt::format("ret den, og {}", try_verb("check", arguments).danish),
                  fmt::format("mend it, and {}", try_verb("check", arguments).english)},
         .diagnostics = std::move(diagnostics)});
}

std::variant<desk::PlanFile, int> open_plan(const Arguments& arguments, const Settings& settings,
                                            const Console& console,
                                            desk::Contradictions contradictions) {
    base::Diagnostics diagnostics;
    auto plan = desk::load(arguments.plan_file, settings.today, diagnostics, contradictions);
    if (plan) {
        if (!console.speaks_json()) console.show(without_notes(diagnostics));
        return std::move(*plan);
    }
    return tell_no_plan(arguments, std::move(diagnostics), console);
}

desk::Planned plan_with_progress(const desk::PlanFile& plan, const planner::Limits& limits,
                                 const Console& console) {
    return with_progress(limits, console, [&](const auto& stoppable, const auto& progress) {
        return desk::make_plan(plan, stoppable, progress);
    });
}

int code_of(Status status) {
    switch (status) {
        case Status::optimal:
            return code::done;
        case Status::infeasible:
            return code::answer_is_no;
        case Status::feasible:
        case Status::unknown:
            break;
    }
    return code::effort_spent;
}

int tell_conflict(const Arguments& arguments, const planner::Conflict& conflict,
                  const Console& console) {
    console.print(desk::conflict_report(conflict, console.look()));
    const auto partial = try_verb("plan", arguments, "--relax");
    console.note(
        {fmt::format("ændr noget af det; eller se den bedste kalender uden, {}", partial.danish),
         fmt::format("change some of it; or see the best calendar without, {}", partial.english)});
    return code::answer_is_no;
}

int tell_no_calendar(const Arguments& arguments, const desk::PlanFile& plan,
                     const desk::Planned& planned, const Console& console) {
    const int exit_code = code_of(planned.answer.status);
    if (console.speaks_json()) {
        console.print(plan_json(plan, planned, arguments.statistics, console.language()));
        return exit_code;
    }
    if (planned.answer.conflict) return tell_conflict(arguments, *planned.answer.conflict, console);
    return console.fail(
        {.exit_code = exit_code,
         .message = exit_code == code::answer_is_no
                        ? both("der findes ingen kalender", "no calendar exists")
                        : both("ingen kalender fundet i tide; om der findes en, er ikke afgjort",
                               "no calendar was found in time; whether one exists is not settled"),
         .hint = exit_code == code::answer_is_no ? try_verb("check", arguments)
                                                 : try_verb("plan", arguments, "--seconds 600")});
}

std::variant<WithCalendar, int> open_calendar(const Arguments& arguments, const Console& console) {
    const auto settings = settings_of(arguments);
    if (const auto* failure = std::get_if<Failure>(&settings)) return console.fail(*failure);
    auto opened = open_plan(arguments, std::get<Settings>(settings), console);
    if (const int* exit_code = std::get_if<int>(&opened)) return *exit_code;
    auto& plan = std::get<desk::PlanFile>(opened);

    base::Diagnostics diagnostics;
    auto saved = desk::load_saved(plan, diagnostics);
    if (diagnostics.has_errors())
        return console.fail({.exit_code = code::wrong_input,
                             .hint = try_verb("plan", arguments),
                             .diagnostics = diagnostics});
    if (!saved)
        return plan_first(arguments, std::get<Settings>(settings), std::move(plan), console);
    if (!saved->calendar) return tell_broken(arguments, plan, *saved, console);
    if (saved->plan_changed)
        console.note({fmt::format("planfilen er ændret, siden kalenderen blev lagt; den holder "
                                  "stadig reglerne, men er måske ikke længere den bedste; {}",
                                  try_verb("plan", arguments).danish),
                      fmt::format("the plan file has changed since the calendar was made; it still "
                                  "keeps the rules, but may no longer be the best; {}",
                                  try_verb("plan", arguments).english)});
    return WithCalendar{std::move(plan), std::move(*saved->calendar)};
}

}  // namespace rul::cli
