#pragma once

#include "engine/model/time.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rul::ical {

using UtcTime = std::chrono::sys_seconds;
using LocalTime = std::chrono::local_seconds;

/// What a place's clocks show. The only door between wall-clock time and UTC in all of Rul.
struct Zone {
    /// RFC 5545 3.3.5: a time the clocks pass twice is the first of the two; one they skip is read
    /// with the offset from before the gap (02:30 becomes 03:30).
    std::function<UtcTime(LocalTime)> to_utc;
    std::function<LocalTime(UtcTime)> to_local;
};

/// The zone of that IANA name, in any case of letters; nothing when there is none.
[[nodiscard]] std::optional<Zone> find_zone(std::string_view iana_name);

/// As find_zone. @throws base::Error when there is no such zone.
[[nodiscard]] Zone zone_at(std::string_view iana_name);

/// The IANA name of an IANA or a Windows name ("Romance Standard Time"), in any case of letters.
[[nodiscard]] std::optional<std::string> iana_name_of(std::string_view tzid);

/// As iana_name_of, and also what other programs write around or instead of a name: quotes and
/// blanks, a number after it, a path before it, a hyphen in it ("US-Eastern"), whole hours
/// ("UTC+01") or Outlook's display name "(UTC+01:00) Brussels, Copenhagen".
[[nodiscard]] std::optional<std::string> guess_iana_name(std::string_view tzid);

/// One change of a zone's clocks.
struct Transition {
    LocalTime wall_clock;  ///< As the clocks showed before it.
    std::chrono::seconds offset_before{0};
    std::chrono::seconds offset_after{0};
    std::string abbreviation;  ///< After it: "CEST".
};

/// The changes of a zone that lie in one calendar year, and how it stood when the year began.
struct ZoneYear {
    std::chrono::seconds offset{0};
    std::string abbreviation;
    std::vector<Transition> transitions;
};

/// @throws base::Error when there is no such zone.
[[nodiscard]] ZoneYear zone_year(std::string_view iana_name, std::chrono::year year);

}  // namespace rul::ical
