#include "base/check.hpp"
#include "desk/desk.hpp"
#include "desk/saved_calendar.hpp"
#include "store/files.hpp"

#include <utility>

namespace rul::desk {

namespace {

using planner::Status;

// The referee has the last word: a calendar it does not pass, or counts otherwise, is our bug.
std::optional<Calendar> judged(const PlanFile& plan, const planner::Answer& answer) {
    if (!answer.plan) return std::nullopt;
    Calendar calendar{*answer.plan, referee::judge(plan.brief, *answer.plan), answer.status,
                      answer.bound};
    RUL_CHECK(calendar.verdict.is_valid());
    // Of what is proved; else a part of the cost may have been left dearer than need be.
    RUL_CHECK(calendar.verdict.cost == answer.cost
              || (answer.status == Status::feasible && calendar.verdict.cost < answer.cost));
    return calendar;
}

SavedCalendar to_be_saved(const PlanFile& plan, const Calendar& calendar) {
    return {calendar.plan, calendar.status, calendar.verdict.cost, calendar.bound,
            plan.fingerprint};
}

}  // namespace

Checked check(const PlanFile& plan, const planner::Limits& limits) {
    planner::Limits until_first = limits;
    until_first.any = true;
    const auto answer = planner::plan(plan.brief, until_first);
    const bool exists = answer.plan.has_value();
    return {exists ? Status::feasible : answer.status, answer.conflict};
}

Kept keep(const PlanFile& plan, const Calendar& calendar) {
    Kept kept{.file = beside(plan.file, "calendar")};
    if (calendar.status != Status::optimal) {
        base::Diagnostics ignored;  // a file that cannot be understood is written anew
        const auto saved = load_saved(plan, ignored);
        if (saved && saved->calendar && !saved->plan_changed
            && saved->calendar->verdict.cost <= calendar.verdict.cost) {
            kept.earlier_cost = saved->calendar->verdict.cost;
            return kept;
        }
    }
    store::write_file(kept.file, to_json(to_be_saved(plan, calendar), plan.brief));
    return kept;
}

Planned make_plan(const PlanFile& plan, const planner::Limits& limits, const OnProgress& progress) {
    Planned planned{.answer = planner::plan(plan.brief, limits, progress)};
    planned.calendar = judged(plan, planned.answer);
    if (!planned.calendar) return planned;
    auto kept = keep(plan, *planned.calendar);
    planned.saved_as = std::move(kept.file);
    planned.kept_cost = kept.earlier_cost;
    return planned;
}

std::optional<Saved> load_saved(const PlanFile& plan, base::Diagnostics& diagnostics) {
    Saved saved{.file = beside(plan.file, "calendar")};
    const auto json = store::read_file_if_any(saved.file);
    if (!json) return std::nullopt;
    auto read = read_saved_calendar(*json, plan.brief, saved.file.string(), diagnostics);
    if (!read) return std::nullopt;
    saved.plan_changed = read->fingerprint != plan.fingerprint;
    saved.verdict = referee::judge(plan.brief, read->plan);
    if (!saved.verdict.is_valid()) return saved;
    // What was proved was proved of the plan file as it was.
    const bool holds_still = !saved.plan_changed && saved.verdict.cost == read->cost;
    saved.calendar =
        Calendar{std::move(read->plan), saved.verdict,
                 holds_still ? read->status : Status::feasible, read->bound, holds_still};
    return saved;
}

}  // namespace rul::desk
