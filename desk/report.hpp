#pragma once

#include "desk/desk.hpp"

#include <string>

/// What the use cases found, laid out for people.
namespace rul::desk {

/// The calendar, what it costs rule by rule, its proof, how even the series are, who is missing.
[[nodiscard]] std::string plan_report(const PlanFile& plan, const Calendar& calendar,
                                      const documents::Look& look);

struct ShowOptions {
    bool by_body = false;  ///< One table a body instead of one of all.
    bool year = false;     ///< The year month by month instead of a table.
};
[[nodiscard]] std::string show_report(const PlanFile& plan, const Calendar& calendar,
                                      const documents::Filter& filter, const ShowOptions& options,
                                      const documents::Look& look);

/// Why no calendar exists, with the rules and the lines they are written on.
[[nodiscard]] std::string conflict_report(const planner::Conflict& conflict,
                                          const documents::Look& look);

/// Which rules a calendar breaks.
[[nodiscard]] std::string violations_report(const PlanFile& plan, const referee::Verdict& verdict,
                                            const documents::Look& look);

/// "Bevist optimal: ingen kalender er bedre (omkostning 37 = grænse 37)".
[[nodiscard]] base::Text proof_line(const Calendar& calendar);

/// "5 organer, 32 møder, 12 regler, 40 personer"
[[nodiscard]] base::Text contents_line(const model::Brief& brief);

/// What the solver did, a line each.
[[nodiscard]] std::string statistics_report(const std::vector<planner::Statistic>& statistics);

}  // namespace rul::desk
