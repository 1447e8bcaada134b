#include "ical/vtimezone.hpp"

#include "base/error.hpp"
#include "ical/zone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>

namespace rul::ical {

namespace {

using std::chrono::seconds;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 7> weekday_names{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

// "The last Sunday of March, 02:00, from +01:00 to +02:00".
struct YearlyRule {
    std::chrono::month month{};
    std::chrono::weekday weekday{};
    int nth = 0;  // 1..4, or -1: the last
    seconds time_of_day{0};
    seconds offset_before{0};
    seconds offset_after{0};
    std::string abbreviation;
};

year_month_day date_of(const Transition& transition) {
    return year_month_day{std::chrono::floor<std::chrono::days>(transition.wall_clock)};
}

YearlyRule rule_of(const Transition& transition, int nth) {
    const auto day = std::chrono::floor<std::chrono::days>(transition.wall_clock);
    return {.month = date_of(transition).month(),
            .weekday = std::chrono::weekday{day},
            .nth = nth,
            .time_of_day = transition.wall_clock - day,
            .offset_before = transition.offset_before,
            .offset_after = transition.offset_after,
            .abbreviation = transition.abbreviation};
}

std::chrono::local_days day_in(const YearlyRule& rule, year y) {
    if (rule.nth < 0)
        return std::chrono::local_days{y / rule.month / rule.weekday[std::chrono::last]};
    return std::chrono::local_days{y / rule.month / rule.weekday[static_cast<unsigned>(rule.nth)]};
}

bool says(const YearlyRule& rule, const Transition& transition) {
    const year y = date_of(transition).year();
    return day_in(rule, y) + rule.time_of_day == transition.wall_clock
           && rule.offset_before == transition.offset_before
           && rule.offset_after == transition.offset_after
           && rule.abbreviation == transition.abbreviation;
}

// The rule all of the transitions follow; "the last Sunday" before "the fourth".
std::optional<YearlyRule> common_rule(const std::vector<Transition>& transitions) {
    const unsigned day = unsigned{date_of(transitions.front()).day()};
    const int nth = static_cast<int>((day - 1) / 7 + 1);
    for (const int candidate : {-1, nth}) {
        if (candidate == 5) continue;
        const YearlyRule rule = rule_of(transitions.front(), candidate);
        if (std::all_of(transitions.begin(), transitions.end(),
                        [&](const Transition& one) { return says(rule, one); }))
            return rule;
    }
    return std::nullopt;
}

[[noreturn]] void refuse(const std::string& zone) {
    throw base::Error{base::both(
        "tidszonen \"{}\" følger ikke to faste årlige regler og kan ikke skrives i en kalenderfil",
        "the time zone \"{}\" does not follow two yearly rules and cannot be written to a feed",
        zone)};
}

std::string offset_text(seconds offset, const std::string& zone) {
    const auto minutes = std::abs(offset.count()) / 60;
    if (offset.count() % 60 != 0) refuse(zone);
    return fmt::format("{}{:02}{:02}", offset.count() < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::string date_time_text(LocalTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}", int{date.year()}, unsigned{date.month()},
                       unsigned{date.day()}, clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count());
}

// Every weekday of January 1970 is reached by rules that begin then.
constexpr year first_year{1970};

void add_observance(std::vector<std::string>& lines, const YearlyRule& rule,
                    const std::string& zone) {
    const std::string kind = rule.offset_after > rule.offset_before ? "DAYLIGHT" : "STANDARD";
    lines.push_back("BEGIN:" + kind);
    lines.push_back("TZNAME:" + rule.abbreviation);
    lines.push_back("TZOFFSETFROM:" + offset_text(rule.offset_before, zone));
    lines.push_back("TZOFFSETTO:" + offset_text(rule.offset_after, zone));
    lines.push_back("DTSTART:" + date_time_text(day_in(rule, first_year) + rule.time_of_day));
    lines.push_back(fmt::format("RRULE:FREQ=YEARLY;BYMONTH={};BYDAY={}{}", unsigned{rule.month},
                                rule.nth, weekday_names.at(rule.weekday.c_encoding())));
    lines.push_back("END:" + kind);
}

void add_fixed(std::vector<std::string>& lines, const ZoneYear& zone_year,
               const std::string& zone) {
    lines.insert(lines.end(), {"BEGIN:STANDARD", "TZNAME:" + zone_year.abbreviation,
                               "TZOFFSETFROM:" + offset_text(zone_year.offset, zone),
                               "TZOFFSETTO:" + offset_text(zone_year.offset, zone),
                               "DTSTART:19700101T000000", "END:STANDARD"});
}

// The k-th transitions of all the years; refuses years with other than none or two.
std::array<std::vector<Transition>, 2> transitions_of(const std::string& zone, year first,
                                                      year last) {
    std::array<std::vector<Transition>, 2> found;
    for (year y = first; y <= last; ++y) {
        const auto transitions = zone_year(zone, y).transitions;
        if (transitions.empty() && found[0].empty()) continue;
        if (transitions.size() != 2
            || found[0].size() != static_cast<std::size_t>((y - first).count()))
            refuse(zone);
        found[0].push_back(transitions[0]);
        found[1].push_back(transitions[1]);
    }
    return found;
}

void check_fixed(const std::string& zone, year first, year last) {
    for (year y = first; y <= last; ++y)
        if (zone_year(zone, y).offset != zone_year(zone, first).offset) refuse(zone);
}

}  // namespace

std::vector<std::string> vtimezone_lines(const std::string& iana_name, year first, year last) {
    std::vector<std::string> lines{"BEGIN:VTIMEZONE", "TZID:" + iana_name,
                                   "X-LIC-LOCATION:" + iana_name};
    const auto transitions = transitions_of(iana_name, first, last);
    if (transitions[0].empty()) {
        check_fixed(iana_name, first, last);
        add_fixed(lines, zone_year(iana_name, first), iana_name);
    } else {
        for (const auto& of_one_half : transitions) {
            const auto rule = common_rule(of_one_half);
            if (!rule) refuse(iana_name);
            add_observance(lines, *rule, iana_name);
        }
    }
    lines.emplace_back("END:VTIMEZONE");
    return lines;
}

}  // namespace rul::ical
