#pragma once

#include "engine/model/brief.hpp"
#include "engine/planner/grid.hpp"
#include "engine/planner/places.hpp"
#include "engine/planner/starts.hpp"

#include <vector>

namespace rul::planner {

/// How much of what the user said of dates is heard (see Without). What is unheard is allowed, but
/// no longer asked for.
struct Heard {
    bool appointment = true;             ///< Of the meeting itself.
    std::vector<bool> unheard_includes;  ///< Of its series, by place; empty: all are heard.
    bool slots = true;  ///< Unheard: any Monday to Friday at the slots' times, too.

    [[nodiscard]] bool hears_include(std::size_t at) const {
        return at >= unheard_includes.size() || !unheard_includes[at];
    }
};

/// Every start the user's own words give a meeting (model::SlotChoice, model::Appointment), before
/// any other rule; ascending. Places are venues with all their rooms.
/// @pre the meeting is not cancelled
[[nodiscard]] std::vector<Start> raw_starts(const model::Brief& brief, const Grid& grid,
                                            const Places& places, model::MeetingId id,
                                            const Heard& heard);

}  // namespace rul::planner
