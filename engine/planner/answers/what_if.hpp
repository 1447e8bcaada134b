#pragma once

#include "engine/planner/planner.hpp"

namespace rul::planner {

/// What a rule takes from the starts a meeting could have.
struct Taken {
    model::RuleId rule;
    int starts = 0;  ///< Of those the rules before it had left.
};

/// The starts of one meeting as far as it alone decides.
struct Possibilities {
    int considered = 0;                  ///< By its own words: slots, or an appointment.
    std::vector<Taken> taken;            ///< In the order of the file.
    int starts_left = 0;                 ///< Of those considered, by all of them.
    std::vector<model::Placement> left;  ///< One a start and place; ascending by time.
};

/// @pre the meeting is not cancelled
[[nodiscard]] Possibilities possibilities(const model::Brief& brief, model::MeetingId meeting);
/// The same of one day: why the meeting cannot be on it. Its own appointment is let go.
[[nodiscard]] Possibilities possibilities_on(const model::Brief& brief, model::MeetingId meeting,
                                             model::Date date);

struct WhatIf {
    /// The best calendar in which it is so. Of equally good ones that were met, one in which few
    /// meetings are on other dates than now.
    Answer answer;
    std::vector<model::MeetingId> moved;  ///< By MeetingId, the meeting asked about among them.
};

/// What if the meeting were on `date`? `answer.conflict` says why it cannot be.
[[nodiscard]] WhatIf what_if_on(const model::Brief& brief, const model::Plan& now,
                                model::MeetingId meeting, model::Date date,
                                const Limits& limits = {},
                                const std::function<void(const Progress&)>& progress = {});

/// What if the meeting were on any other date than `date`?
[[nodiscard]] WhatIf what_if_not_on(const model::Brief& brief, const model::Plan& now,
                                    model::MeetingId meeting, model::Date date,
                                    const Limits& limits = {},
                                    const std::function<void(const Progress&)>& progress = {});

}  // namespace rul::planner
