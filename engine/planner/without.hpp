#pragma once

#include "engine/model/brief.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace rul::planner {

/// What of a brief is to be passed over: how answers/ asks what is needed for a conflict.
/// Whatever is passed over, every plan that was possible before is possible still.
struct Without {
    std::vector<bool> rules;         ///< By RuleId; empty: all count.
    std::vector<bool> appointments;  ///< By MeetingId: fixed and either-or dates that are let go.
    /// Of Series::includes, dates that need not be met.
    std::vector<std::pair<model::SeriesId, model::Date>> includes;
    std::vector<bool> meetings;  ///< By MeetingId: need not be held.
    bool soft_rules = false;     ///< Nothing costs anything.

    [[nodiscard]] bool passes_over(model::RuleId rule) const {
        return rule.index < rules.size() && rules[rule.index];
    }
    [[nodiscard]] bool frees(model::MeetingId meeting) const {
        return meeting.index < appointments.size() && appointments[meeting.index];
    }
    [[nodiscard]] bool drops_include(model::SeriesId series, model::Date date) const {
        return std::find(includes.begin(), includes.end(), std::pair{series, date})
               != includes.end();
    }
    [[nodiscard]] bool excuses(model::MeetingId meeting) const {
        return meeting.index < meetings.size() && meetings[meeting.index];
    }
};

}  // namespace rul::planner
