#pragma once

#include "engine/model/time.hpp"

#include <string>

namespace rul::model {

/// One occurrence from somebody else's calendar file, in the plan's own wall-clock time.
struct CalendarEntry {
    MomentRange span;  ///< All-day entries run from midnight to midnight.
    bool all_day = false;
    bool busy = true;  ///< Opaque, not cancelled, not declined.
    std::string title;
    std::string uid;
};

}  // namespace rul::model
