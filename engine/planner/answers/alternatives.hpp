#pragma once

#include "engine/planner/planner.hpp"

namespace rul::planner {

/// How many calendars, and how unlike each other.
struct Wanted {
    int count = 1;
    /// Two calendars differ by at least so many meetings: on another date in the one than in the
    /// other, or held in only one of them.
    int differ = 1;
};

struct Alternatives {
    /// Each the cheapest of all calendars that differ from every one before it; the first is the
    /// best calendar there is. Statuses and bounds are those of its own question.
    std::vector<Answer> found;
    bool are_all = false;  ///< There is no other that differs enough from these.
};

[[nodiscard]] Alternatives alternatives(const model::Brief& brief, const Wanted& wanted,
                                        const Limits& limits = {},
                                        const std::function<void(const Progress&)>& progress = {});

/// A tenth of the meetings whose dates are open, at least one.
[[nodiscard]] int usual_difference(const model::Brief& brief);

/// The meetings by which two calendars differ, by MeetingId.
[[nodiscard]] std::vector<model::MeetingId> differences(const model::Brief& brief,
                                                        const model::Plan& a, const model::Plan& b);

}  // namespace rul::planner
