#pragma once

#include "engine/model/plan.hpp"

#include <optional>
#include <vector>

namespace rul::referee {

/// One rule broken or paid for, and by which meetings.
struct Finding {
    model::RuleId rule;
    std::vector<model::MeetingId> meetings;
    std::optional<model::PersonId> person;
    base::Text text;           ///< "SSF/2 (12-05-2023) har intet FFU-møde 28-49 dage før".
    model::Points points = 0;  ///< 0: a `must` was broken.
};

/// Who comes to one meeting.
struct Attending {
    std::vector<model::PersonId> present;
    std::vector<model::PersonId> missing;  ///< Expected (not standby) and not present.
};

/// What the model alone says of a plan. Shares nothing with the solver.
struct Verdict {
    std::vector<Finding> violations;  ///< Of `must` rules, in the order of the rules.
    std::vector<Finding> costs;  ///< Every point of the plan's cost, in the order of the rules.
    model::Points cost = 0;
    std::vector<Attending> attending;  ///< By MeetingId; empty for meetings not held.

    [[nodiscard]] bool is_valid() const { return violations.empty(); }
};

/// Judges `plan` by every rule of `brief`, as engine/model/rule.hpp defines them. O(rules *
/// meetings^2).
/// @pre plan.placements.size() == brief.meetings.size()
[[nodiscard]] Verdict judge(const model::Brief& brief, const model::Plan& plan);

}  // namespace rul::referee
