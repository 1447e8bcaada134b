#pragma once

#include "desk/desk.hpp"
#include "engine/planner/answers/alternatives.hpp"
#include "engine/planner/answers/relax.hpp"
#include "engine/planner/answers/what_if.hpp"

#include <optional>
#include <string>
#include <vector>

/// What else the planner can be asked than for the best calendar.
namespace rul::desk {

// ---- The best partial plan ----------------------------------------------------------------------

struct PartialPlan {
    planner::Relaxed relaxed;
    /// Judged by the brief without what was given up: the referee has passed it.
    std::optional<Calendar> calendar;
    /// The same calendar judged by the plan file as it stands: only what was given up is broken.
    referee::Verdict verdict;
};

/// Gives up the cheapest that must be given up, and plans the rest. Nothing is kept beside the plan
/// file: what breaks its rules is no calendar of it.
[[nodiscard]] PartialPlan make_partial_plan(const PlanFile& plan, const planner::Limits& limits,
                                            const OnProgress& progress);

// ---- Alternatives -------------------------------------------------------------------------------

struct Choices {
    std::vector<Calendar> calendars;  ///< The best first; each passed by the referee.
    planner::Wanted wanted;
    bool are_all = false;                       ///< No other calendar differs enough from these.
    std::filesystem::path saved_as;             ///< The best is kept beside the plan file.
    std::optional<model::Points> kept_cost;     ///< As in Kept.
    std::optional<planner::Conflict> conflict;  ///< There is none at all.
};

/// The best calendars that differ from each other. The best of all is kept beside the plan file.
/// @throws base::IoError when it cannot be kept.
[[nodiscard]] Choices make_choices(const PlanFile& plan, const planner::Wanted& wanted,
                                   const planner::Limits& limits, const OnProgress& progress);

// ---- Why this date, why not that ----------------------------------------------------------------

/// What moving a meeting, and nothing else, would do.
struct DayCase {
    model::Date date{};
    bool is_now = false;
    planner::Possibilities possible;       ///< Without any left: what took them.
    std::vector<referee::Finding> broken;  ///< Of `must` rules, by the calendar as moved.
    model::Points more = 0;                ///< Than the calendar costs now.
    std::vector<std::pair<model::RuleId, model::Points>> by_rule;  ///< Of which these, not 0.
};

struct Explanation {
    model::MeetingId meeting;
    model::Placement now;
    planner::Possibilities possible;
    int days_left = 0;                          ///< Days with a possible start.
    std::vector<referee::Finding> costs;        ///< Of the calendar, those that name the meeting.
    std::vector<DayCase> days;                  ///< Around the date, a week either way.
    planner::WhatIf elsewhere;                  ///< The best calendar with another date.
    std::optional<DayCase> against;             ///< The date asked about,
    std::optional<planner::WhatIf> if_against;  ///< and the best calendar with it.
};

/// Why `meeting` is on its date in `calendar`, and not on `against`. The referee has judged every
/// calendar spoken of.
/// @pre the meeting is held in `calendar`
[[nodiscard]] Explanation explain(const PlanFile& plan, const Calendar& calendar,
                                  model::MeetingId meeting, std::optional<model::Date> against,
                                  const planner::Limits& limits, const OnProgress& progress);

/// "SDFU/3", or by its date "SDFU/2023-03-07"; must be held in `calendar`.
[[nodiscard]] std::optional<model::MeetingId> find_meeting(const model::Brief& brief,
                                                           const Calendar& calendar,
                                                           const std::string& said,
                                                           base::Diagnostics& diagnostics);

// ---- For people and for programs ----------------------------------------------------------------

[[nodiscard]] std::string partial_report(const PlanFile& plan, const PartialPlan& partial,
                                         const documents::Look& look);
[[nodiscard]] std::string partial_json(const PlanFile& plan, const PartialPlan& partial,
                                       base::Language language);
[[nodiscard]] std::string choices_report(const PlanFile& plan, const Choices& choices,
                                         const documents::Look& look);
[[nodiscard]] std::string choices_json(const PlanFile& plan, const Choices& choices,
                                       base::Language language);
[[nodiscard]] std::string explanation_report(const PlanFile& plan, const Calendar& calendar,
                                             const Explanation& explanation,
                                             const documents::Look& look);
[[nodiscard]] std::string explanation_json(const PlanFile& plan, const Calendar& calendar,
                                           const Explanation& explanation, base::Language language);

}  // namespace rul::desk
