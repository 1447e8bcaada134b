#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "desk/report.hpp"

#include <sstream>

namespace rul::cli {

namespace {

using base::both;
using desk::Failure;
using planner::Status;

// Enough to find any calendar at all for the plans there are; --effort asks for more.
constexpr std::int64_t usual_effort = 20'000'000;

desk::Checked look_for_any(const desk::PlanFile& plan, planner::Limits limits) {
    if (limits.effort == 0 && !limits.seconds) limits.effort = usual_effort;
    const Interrupt interrupt;
    limits.stop = Interrupt::flag();
    return desk::check(plan, limits);
}

std::string rendered(const base::Diagnostics& diagnostics, base::Language language) {
    std::ostringstream text;
    for (const auto& diagnostic : diagnostics.all())
        render(text, diagnostic, language);
    return text.str();
}

base::Text errors_words(std::size_t count) {
    return count == 1 ? both("1 fejl", "1 error") : both("{} fejl", "{} errors", count);
}

base::Text verdict(const base::Diagnostics& diagnostics, const desk::Checked& checked) {
    base::Text no_calendar =
        both("ingen kalender kan overholde alle regler", "no calendar can keep all the rules");
    if (diagnostics.has_errors()) {
        auto errors = errors_words(diagnostics.error_count());
        if (!desk::is_contradiction(diagnostics)) return errors;
        return {errors.danish + "; " + no_calendar.danish,
                errors.english + "; " + no_calendar.english};
    }
    switch (checked.status) {
        case Status::optimal:
        case Status::feasible:
            return both("ingen fejl; alle regler kan overholdes på én gang",
                        "no errors; the rules can hold together");
        case Status::infeasible:
            return no_calendar;
        case Status::unknown:
            break;
    }
    return both("ingen fejl; om alle regler kan overholdes på én gang, er ikke afgjort",
                "no errors; whether the rules can hold together is not settled");
}

bool is_well(const base::Diagnostics& diagnostics, const desk::Checked& checked) {
    return !diagnostics.has_errors() && checked.status != Status::infeasible;
}

}  // namespace

int check(const Arguments& arguments, const Console& console) {
    const auto settings = settings_of(arguments);
    if (const auto* failure = std::get_if<Failure>(&settings)) return console.fail(*failure);

    base::Diagnostics diagnostics;
    const auto plan = desk::load(arguments.plan_file, std::get<Settings>(settings).today,
                                 diagnostics, desk::Contradictions::kept);
    desk::Checked checked;
    if (plan) checked = look_for_any(*plan, std::get<Settings>(settings).limits);
    const bool well = is_well(diagnostics, checked);

    const auto language = console.language();
    if (console.speaks_json()) {
        console.print(desk::check_json(arguments.plan_file, diagnostics, plan, checked, language));
    } else {
        std::string text = rendered(diagnostics, language);
        if (checked.conflict && !text.empty()) text += "\n";
        if (checked.conflict) text += desk::conflict_report(*checked.conflict, console.look());
        if (!text.empty()) text += "\n";
        text += arguments.plan_file + ": ";
        if (plan) text += desk::contents_line(plan->brief).in(language) + ": ";
        console.print(text + verdict(diagnostics, checked).in(language) + "\n");
    }
    if (well)
        console.note(try_verb("plan", arguments));
    else
        console.note(
            {fmt::format("ret planfilen, og {}", try_verb("check", arguments).danish),
             fmt::format("mend the plan file, and {}", try_verb("check", arguments).english)});
    return well ? code::done : code::answer_is_no;
}

}  // namespace rul::cli
