#include "ical/import/file_zones.hpp"

#include "ical/words.hpp"

#include <algorithm>
#include <memory>

namespace rul::ical {

namespace {

using std::chrono::days;
using std::chrono::seconds;

/// From `when` the clocks are `offset` ahead of UTC.
struct Onset {
    UtcTime when;
    seconds offset;
};

/// The onsets of a zone in order, and how it stood before the first.
struct Clocks {
    seconds before{0};
    std::vector<Onset> onsets;

    [[nodiscard]] seconds offset_at(UtcTime time) const {
        const auto next =
            std::upper_bound(onsets.begin(), onsets.end(), time,
                             [](UtcTime t, const Onset& onset) { return t < onset.when; });
        return next == onsets.begin() ? before : std::prev(next)->offset;
    }

    // As Zone::to_utc: the first of two, and in a gap the offset from before it.
    [[nodiscard]] UtcTime to_utc(LocalTime time) const {
        const UtcTime as_if{time.time_since_epoch()};
        const seconds earlier = offset_at(as_if - days{1});
        const seconds later = offset_at(as_if + days{1});
        if (offset_at(as_if - earlier) == earlier) return as_if - earlier;
        if (offset_at(as_if - later) == later) return as_if - later;
        return as_if - earlier;
    }
};

std::vector<LocalTime> starts_of(const Observance& observance, LocalTime horizon) {
    constexpr days long_enough{100 * 366};
    const LocalTime from = std::max(observance.start.time, horizon - long_enough);
    std::vector<LocalTime> starts{observance.start.time};
    Budget budget{500'000};
    for (const WrittenRule& written : observance.rules) {
        Recurrence rule = written.rule;
        if (rule.until && written.until_is_utc)
            *rule.until += observance.offset_before;  // RFC 5545 3.6.5: UNTIL is in UTC
        const auto more = occurrences(rule, observance.start.time, {from, horizon}, budget);
        starts.insert(starts.end(), more.begin(), more.end());
    }
    for (const WrittenPeriod& extra : observance.extra)
        starts.push_back(extra.start.time);
    return starts;
}

constexpr seconds most_offset = std::chrono::hours{26};

bool is_sane(const Observance& observance) {
    const auto is_offset = [](seconds offset) {
        return -most_offset < offset && offset < most_offset;
    };
    return is_offset(observance.offset_before) && is_offset(observance.offset_after);
}

Clocks clocks_of(const WrittenZone& written, LocalTime horizon) {
    Clocks clocks;
    for (const Observance& observance : written.observances)
        for (const LocalTime start : starts_of(observance, horizon))
            clocks.onsets.push_back({UtcTime{start.time_since_epoch() - observance.offset_before},
                                     observance.offset_after});
    std::stable_sort(clocks.onsets.begin(), clocks.onsets.end(),
                     [](const Onset& a, const Onset& b) { return a.when < b.when; });
    const auto first = std::min_element(
        written.observances.begin(), written.observances.end(),
        [](const Observance& a, const Observance& b) { return a.start.time < b.start.time; });
    clocks.before = first->offset_before;
    return clocks;
}

}  // namespace

std::optional<Zone> zone_of(const WrittenZone& written, LocalTime horizon) {
    if (written.observances.empty()
        || !std::all_of(written.observances.begin(), written.observances.end(), is_sane))
        return std::nullopt;
    const auto clocks = std::make_shared<const Clocks>(clocks_of(written, horizon));
    return Zone{[clocks](LocalTime time) { return clocks->to_utc(time); },
                [clocks](UtcTime time) {
                    return LocalTime{time.time_since_epoch() + clocks->offset_at(time)};
                }};
}

FileZones::FileZones(std::vector<WrittenZone> zones, LocalTime horizon)
    : zones_{std::move(zones)}, horizon_{horizon} {}

const Zone* FileZones::find(const std::string& tzid) {
    auto found = found_.find(tzid);
    if (found == found_.end()) found = found_.emplace(tzid, resolve(tzid)).first;
    return found->second ? &*found->second : nullptr;
}

std::optional<Zone> FileZones::resolve(const std::string& tzid) const {
    if (const auto name = iana_name_of(tzid)) return find_zone(*name);
    if (auto zone = in_file(tzid)) return zone;
    if (const auto name = guess_iana_name(tzid)) return find_zone(*name);
    return std::nullopt;
}

std::optional<Zone> FileZones::in_file(const std::string& tzid) const {
    for (const WrittenZone& written : zones_) {
        if (stripped(written.tzid) != stripped(tzid)) continue;
        if (const auto name = iana_name_of(written.location)) return find_zone(*name);
        if (auto zone = zone_of(written, horizon_)) return zone;
    }
    return std::nullopt;
}

}  // namespace rul::ical
