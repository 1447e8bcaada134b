#pragma once

#include <span>
#include <string_view>

namespace rul::ical {

struct WindowsZone {
    std::string_view windows;  ///< "Romance Standard Time"
    std::string_view iana;     ///< "Europe/Paris"
};

/// What Windows calls the time zones of the world, by name. Source: Unicode CLDR, windowsZones.
[[nodiscard]] std::span<const WindowsZone> windows_zones();

}  // namespace rul::ical
