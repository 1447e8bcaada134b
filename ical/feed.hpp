#pragma once

#include "engine/model/things.hpp"
#include "engine/model/time.hpp"

#include <chrono>
#include <string>
#include <variant>
#include <vector>

namespace rul::ical {

/// One event of a feed (a VEVENT). Times are wall-clock times in the feed's zone.
struct FeedEvent {
    enum class Status { confirmed, tentative, cancelled };
    enum class Privacy { open, confidential };
    enum class Relation { parent, child, sibling };
    struct Related {
        std::string uid;
        Relation relation = Relation::sibling;
    };

    std::string uid;
    int sequence = 0;
    std::chrono::sys_seconds created{};
    std::chrono::sys_seconds changed{};  ///< DTSTAMP and LAST-MODIFIED: never the time of writing.
    /// From and up to a minute, or whole days (the last included).
    std::variant<model::MomentRange, model::DateRange> span;
    std::string summary;
    std::string description;  ///< Plain text; may have several lines.
    std::string location;
    std::string url;         ///< A URI; may be empty.
    std::string teams_link;  ///< A URI; may be empty. Also written into description and location.
    std::vector<std::string> categories;
    std::vector<Related> related;
    Status status = Status::confirmed;
    bool blocks_time = true;  ///< Shown as busy; a cancelled event never is.
    Privacy privacy = Privacy::open;
};

/// One iCalendar stream, served at one address.
struct Feed {
    std::string name;
    std::string description;
    std::string colour;  ///< CSS3 name; empty or unknown: none.
    std::string url;     ///< A URI; may be empty.
    std::string timezone = "Europe/Copenhagen";
    model::Organizer organizer;
    std::vector<FeedEvent> events;
};

}  // namespace rul::ical
