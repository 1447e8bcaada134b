#include "ical/zone.hpp"

#include "base/error.hpp"
#include "ical/windows_zones.hpp"
#include "ical/words.hpp"

#include <date/tz.h>
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace rul::ical {

namespace {

using std::chrono::seconds;

// date::local_time and std::chrono::local_time are two types that count the same seconds.
date::local_seconds to_date(LocalTime time) {
    return date::local_seconds{time.time_since_epoch()};
}
LocalTime from_date(date::local_seconds time) {
    return LocalTime{time.time_since_epoch()};
}

const date::time_zone* locate(std::string_view name) {
    const auto& zones = date::get_tzdb().zones;
    const auto found = std::find_if(zones.begin(), zones.end(), [&](const date::time_zone& zone) {
        return equals_ignoring_case(zone.name(), name);
    });
    // "localtime" is whatever this machine's owner chose.
    if (found == zones.end() || found->name() == "localtime") return nullptr;
    return &*found;
}

const date::time_zone& locate_or_throw(std::string_view name) {
    const date::time_zone* const zone = locate(name);
    if (zone == nullptr)
        throw base::Error{base::both("tidszonen \"{}\" kendes ikke på denne maskine",
                                     "the time zone \"{}\" is not known on this machine", name)};
    return *zone;
}

UtcTime utc_of(const date::time_zone& zone, LocalTime time) {
    const date::local_info info = zone.get_info(to_date(time));
    return UtcTime{time.time_since_epoch() - info.first.offset};
}

LocalTime local_of(const date::time_zone& zone, UtcTime time) {
    return from_date(zone.to_local(time));
}

Zone zone_of(const date::time_zone& zone) {
    return {[&zone](LocalTime time) { return utc_of(zone, time); },
            [&zone](UtcTime time) { return local_of(zone, time); }};
}

// "UTC", "UTC+01:00", "GMT-03:30", "UTC+01" or "GMT+0100" as an offset.
std::optional<seconds> offset_in(std::string_view text) {
    const std::string scale = to_upper(text.substr(0, 3));
    if (scale != "UTC" && scale != "GMT") return std::nullopt;
    std::string digits{text.substr(3)};
    if (digits.empty()) return seconds{0};
    const bool is_negative = digits[0] == '-';
    if (!is_negative && digits[0] != '+') return std::nullopt;
    digits.erase(0, 1);
    digits.erase(std::remove(digits.begin(), digits.end(), ':'), digits.end());
    const bool is_number = digits.find_first_not_of("0123456789") == std::string::npos;
    if (!is_number || (digits.size() != 2 && digits.size() != 4)) return std::nullopt;
    const int hours = std::stoi(digits.substr(0, 2));
    const int minutes = digits.size() == 4 ? std::stoi(digits.substr(2)) : 0;
    return seconds{(is_negative ? -1 : 1) * (hours * 3600 + minutes * 60)};
}

// "UTC+01": a zone that never changes. IANA counts those westwards.
std::optional<std::string> name_by_offset(std::string_view tzid) {
    const auto offset = offset_in(tzid);
    if (!offset || offset->count() % 3600 != 0) return std::nullopt;
    const auto hours = offset->count() / 3600;
    return iana_name_of(hours == 0 ? "Etc/UTC" : fmt::format("Etc/GMT{:+}", -hours));
}

// "US-Mountain": RFC 2445's own examples wrote names so.
std::optional<std::string> name_by_hyphen(std::string_view tzid) {
    std::string name{tzid};
    const auto hyphen = name.find('-');
    if (hyphen == std::string::npos) return std::nullopt;
    name[hyphen] = '/';
    return iana_name_of(name);
}

bool has_standard_offset(const date::time_zone& zone, seconds offset) {
    const date::sys_days a_day = date::year{2024} / date::January / 15;
    const auto winter = zone.get_info(a_day).offset;
    const auto summer = zone.get_info(a_day + date::days{182}).offset;
    return offset == std::min(winter, summer);
}

// The zone whose last part is one of the cities: "(UTC+01:00) Brussels, Copenhagen, Madrid".
std::optional<std::string> name_by_city(std::string_view tzid) {
    const auto close = tzid.find(')');
    if (tzid.empty() || tzid.front() != '(' || close == std::string_view::npos) return std::nullopt;
    const auto offset = offset_in(tzid.substr(1, close - 1));
    if (!offset) return std::nullopt;
    for (const std::string_view part : split(tzid.substr(close + 1), ',')) {
        std::string city{stripped(part)};
        if (equals_ignoring_case(city, "Coordinated Universal Time")) return "Etc/UTC";
        std::replace(city.begin(), city.end(), ' ', '_');
        for (const date::time_zone& zone : date::get_tzdb().zones) {
            const std::string& name = zone.name();
            if (equals_ignoring_case(split(name, '/').back(), city)
                && name.find('/') != std::string::npos && has_standard_offset(zone, *offset))
                return name;
        }
    }
    return std::nullopt;
}

// "/mozilla.org/20050126_1/Europe/Berlin": what stands after one of the slashes.
std::optional<std::string> name_by_path(std::string_view tzid) {
    for (auto slash = tzid.find('/'); slash != std::string_view::npos;
         slash = tzid.find('/', slash + 1))
        if (auto name = iana_name_of(tzid.substr(slash + 1))) return name;
    return std::nullopt;
}

// "Europe/Copenhagen 1": Outlook numbers the zones of one calendar that differ.
std::string_view without_number(std::string_view tzid) {
    const auto last = tzid.find_last_not_of("0123456789");
    return last != std::string_view::npos && tzid[last] == ' ' ? stripped(tzid.substr(0, last))
                                                               : tzid;
}

}  // namespace

std::optional<Zone> find_zone(std::string_view iana_name) {
    const date::time_zone* const zone = locate(iana_name);
    if (zone == nullptr) return std::nullopt;
    return zone_of(*zone);
}

Zone zone_at(std::string_view iana_name) {
    return zone_of(locate_or_throw(iana_name));
}

std::optional<std::string> iana_name_of(std::string_view tzid) {
    if (const date::time_zone* const zone = locate(tzid)) return zone->name();
    for (const WindowsZone& row : windows_zones())
        if (equals_ignoring_case(row.windows, tzid)) return std::string{row.iana};
    return std::nullopt;
}

std::optional<std::string> guess_iana_name(std::string_view tzid) {
    const std::string_view bare = stripped(tzid);
    if (auto name = iana_name_of(bare)) return name;
    if (auto name = iana_name_of(without_number(bare))) return name;
    if (auto name = name_by_city(bare)) return name;
    if (auto name = name_by_offset(bare)) return name;
    if (auto name = name_by_hyphen(bare)) return name;
    return name_by_path(bare);
}

ZoneYear zone_year(std::string_view iana_name, std::chrono::year year) {
    const date::time_zone& zone = locate_or_throw(iana_name);
    const UtcTime first{date::sys_days{date::year{int{year}} / 1 / 1}};
    const UtcTime end{date::sys_days{date::year{int{year} + 1} / 1 / 1}};
    date::sys_info info = zone.get_info(first);
    ZoneYear result{info.offset, info.abbrev, {}};
    while (info.end < end) {
        const date::sys_info next = zone.get_info(info.end);
        const LocalTime wall_clock{info.end.time_since_epoch() + info.offset};
        if (next.offset != info.offset)
            result.transitions.push_back({wall_clock, info.offset, next.offset, next.abbrev});
        info = next;
    }
    return result;
}

}  // namespace rul::ical
