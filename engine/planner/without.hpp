#pragma once

#include "engine/model/brief.hpp"

#include <vector>

namespace rul::planner {

/// What of a brief is to be passed over: how `explain` asks which rules are needed for a conflict.
/// Whatever is passed over, every plan that was possible before is possible still.
struct Without {
    std::vector<bool> rules;         ///< By RuleId; empty: all count.
    std::vector<bool> appointments;  ///< By MeetingId: fixed and either-or dates that are let go.
    bool includes = false;           ///< Series::includes need not be met.
    bool soft_rules = false;         ///< Nothing costs anything.

    [[nodiscard]] bool passes_over(model::RuleId rule) const {
        return rule.index < rules.size() && rules[rule.index];
    }
    [[nodiscard]] bool frees(model::MeetingId meeting) const {
        return meeting.index < appointments.size() && appointments[meeting.index];
    }
};

}  // namespace rul::planner
