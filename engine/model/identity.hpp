#pragma once

#include "engine/model/plan.hpp"

#include <chrono>
#include <map>
#include <string>

namespace rul::model {

/// What makes a meeting the same meeting in every calendar app, for life (RFC 5545 3.8.4.7,
/// 3.8.7.4). Minted once, stored; never derived from time, title or place.
struct Identity {
    std::string uid;   ///< A random UUID (RFC 9562 version 4).
    int sequence = 0;  ///< +1 whenever start, end, place or status changes.
    std::chrono::sys_seconds created{};
    std::chrono::sys_seconds changed{};  ///< Of the last change: DTSTAMP and LAST-MODIFIED.
    std::optional<Placement> placement;  ///< As last published; nothing: not held.
    bool cancelled = false;
};

/// By Meeting::key.
using Identities = std::map<std::string, Identity>;

}  // namespace rul::model
