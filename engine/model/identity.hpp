#pragma once

#include "engine/model/plan.hpp"

#include <chrono>
#include <map>
#include <string>

namespace rul::model {

/// Where a published meeting stands, in words that outlive the order of things in a plan file.
struct Standing {
    Date date{};
    std::optional<TimeRange> time;  ///< Absent: by date only.
    bool overnight = false;         ///< A seminar: `time.to` is on the day after.
    Mode mode = Mode::unspecified;
    std::string venue;  ///< Key; empty: none.
    std::string room;   ///< Name; empty: none.

    friend bool operator==(const Standing&, const Standing&) = default;
};

/// What makes a meeting the same meeting in every calendar app, for life (RFC 5545 3.8.4.7,
/// 3.8.7.4). Minted once, stored; never derived from time, title or place.
struct Identity {
    std::string uid;   ///< A random UUID (RFC 9562 version 4).
    int sequence = 0;  ///< +1 whenever start, end, place, mode or status changes.
    std::chrono::sys_seconds created{};
    std::chrono::sys_seconds changed{};  ///< Of the last change: DTSTAMP and LAST-MODIFIED.
    std::optional<Standing> standing;    ///< As last published; of a cancelled one: before that.
    bool cancelled = false;
    std::string body;  ///< Key of its body, and
    std::string name;  ///< what it was called: a meeting gone from the plan file still has both.

    friend bool operator==(const Identity&, const Identity&) = default;
};

/// By Meeting::key.
using Identities = std::map<std::string, Identity>;

}  // namespace rul::model
