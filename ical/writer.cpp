#include "ical/writer.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "engine/model/words.hpp"
#include "ical/colours.hpp"
#include "ical/fold.hpp"
#include "ical/vtimezone.hpp"
#include "ical/zone.hpp"

#include <fmt/format.h>
#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

namespace rul::ical {

namespace {

using std::chrono::year;
using std::chrono::year_month_day;

// ---- libical, owned ---------------------------------------------------------------------------

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

struct FreeChars {
    void operator()(char* chars) const { std::free(chars); }
};
using Chars = std::unique_ptr<char, FreeChars>;

// The component owns the property, the property its parameters.
void add(const Component& to, icalproperty* property,
         std::initializer_list<icalparameter*> parameters = {}) {
    for (icalparameter* const parameter : parameters)
        icalproperty_add_parameter(property, parameter);
    icalcomponent_add_property(to.get(), property);
}

void add_x(const Component& to, const char* name, const std::string& value) {
    icalproperty* const property = icalproperty_new_x(value.c_str());
    icalproperty_set_x_name(property, name);
    add(to, property);
}

// ---- What may not be written ------------------------------------------------------------------

[[noreturn]] void refuse(const std::string& danish, const std::string& english) {
    throw base::Error{base::both("kalenderfilen kan ikke skrives: {0}",
                                 "the feed cannot be written: {1}", danish, english)};
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '\x7f';
}

// A URI, an address, a parameter: libical lets line ends through, and with them whole new lines.
void check_bare(std::string_view name, const std::string& value, bool may_have_blanks) {
    const bool has_control = std::any_of(value.begin(), value.end(), is_control);
    const bool has_blank = !may_have_blanks && value.find(' ') != std::string::npos;
    if (has_control || has_blank || base::find_invalid_utf8(value))
        refuse(fmt::format("{} må ikke indeholde linjeskift, styretegn eller blanke", name),
               fmt::format("{} may not hold line ends, control characters or blanks", name));
}

void check_text(std::string_view name, const std::string& value) {
    if (base::find_invalid_utf8(value))
        refuse(fmt::format("{} er ikke gyldig UTF-8", name),
               fmt::format("{} is not valid UTF-8", name));
}

LocalTime start_of(const FeedEvent& event) {
    if (const auto* const timed = std::get_if<model::MomentRange>(&event.span)) return timed->start;
    return std::get<model::DateRange>(event.span).first;
}

bool ends_after_start(const FeedEvent& event, const Zone& zone) {
    if (const auto* const timed = std::get_if<model::MomentRange>(&event.span))
        return zone.to_utc(timed->start) < zone.to_utc(timed->end) && timed->start < timed->end;
    const auto& days = std::get<model::DateRange>(event.span);
    return days.first <= days.last;
}

void check(const FeedEvent& event, const Zone& zone) {
    check_bare("UID", event.uid, false);
    check_bare("URL", event.url, false);
    check_bare("CONFERENCE", event.teams_link, false);
    check_text("SUMMARY", event.summary);
    check_text("DESCRIPTION", event.description);
    check_text("LOCATION", event.location);
    for (const std::string& category : event.categories)
        check_text("CATEGORIES", category);
    for (const auto& related : event.related)
        check_bare("RELATED-TO", related.uid, false);
    if (event.uid.empty() || event.summary.empty())
        refuse("et møde mangler UID eller navn", "a meeting has no UID or no name");
    if (!ends_after_start(event, zone)) {
        const auto day = model::to_digits(std::chrono::floor<std::chrono::days>(start_of(event)));
        refuse(fmt::format("{} den {} slutter før det begynder, som uret går den dag",
                           event.summary, day),
               fmt::format("{} on {} ends before it starts, as the clocks go on that day",
                           event.summary, day));
    }
}

void check(const Feed& feed) {
    check_bare("URL", feed.url, false);
    check_bare("ORGANIZER", feed.organizer.email, false);
    check_bare("CN", feed.organizer.name, true);
    check_text("NAME", feed.name);
    check_text("DESCRIPTION", feed.description);
    const Zone zone = zone_at(feed.timezone);
    std::set<std::string_view> seen;
    for (const FeedEvent& event : feed.events) {
        check(event, zone);
        if (!seen.insert(event.uid).second)
            refuse(fmt::format("to møder har UID {}", event.uid),
                   fmt::format("two meetings have the UID {}", event.uid));
    }
}

// ---- The calendar -----------------------------------------------------------------------------

std::string utc_text(UtcTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", int{date.year()}, unsigned{date.month()},
                       unsigned{date.day()}, clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count());
}

icaltimetype utc_value(UtcTime time) {
    return icaltime_from_string(utc_text(time).c_str());
}

icaltimetype local_value(model::Moment time) {
    std::string text = utc_text(UtcTime{time.time_since_epoch()});
    text.pop_back();  // no Z: the TZID says where
    return icaltime_from_string(text.c_str());
}

icaltimetype date_value(model::Date date) {
    const std::string text = utc_text(UtcTime{date.time_since_epoch()});
    return icaltime_from_string(text.substr(0, 8).c_str());
}

void add_colour(const Component& calendar, const std::string& name) {
    const auto rgb = find_colour(name);
    if (!rgb) return;
    add(calendar, icalproperty_new_color(name.c_str()));
    add_x(calendar, "X-APPLE-CALENDAR-COLOR", fmt::format("#{:06X}", *rgb));
}

void add_last_modified(const Component& calendar, const std::vector<FeedEvent>& events) {
    if (events.empty()) return;
    const auto last = std::max_element(
        events.begin(), events.end(),
        [](const FeedEvent& a, const FeedEvent& b) { return a.changed < b.changed; });
    add(calendar, icalproperty_new_lastmodified(utc_value(last->changed)));
}

Component header_of(const Feed& feed) {
    Component calendar{icalcomponent_new(ICAL_VCALENDAR_COMPONENT)};
    add(calendar, icalproperty_new_version("2.0"));
    add(calendar, icalproperty_new_prodid("-//Rul//Rul//DA"));
    add(calendar, icalproperty_new_calscale("GREGORIAN"));
    add(calendar, icalproperty_new_method(ICAL_METHOD_PUBLISH));
    if (const std::string name = tidied(feed.name); !name.empty()) {
        add_x(calendar, "X-WR-CALNAME", name);
        add(calendar, icalproperty_new_name(name.c_str()));
    }
    if (const std::string text = tidied(feed.description); !text.empty()) {
        add_x(calendar, "X-WR-CALDESC", text);
        add(calendar, icalproperty_new_description(text.c_str()));
    }
    add_x(calendar, "X-WR-TIMEZONE", feed.timezone);
    add_colour(calendar, feed.colour);
    add(calendar, icalproperty_new_refreshinterval(icaldurationtype_from_string("PT4H")));
    add_x(calendar, "X-PUBLISHED-TTL", "PT4H");
    if (!feed.url.empty()) add(calendar, icalproperty_new_url(feed.url.c_str()));
    add_last_modified(calendar, feed.events);
    return calendar;
}

// ---- One event --------------------------------------------------------------------------------

void add_span(const Component& to, const FeedEvent& event, const std::string& zone) {
    if (const auto* const timed = std::get_if<model::MomentRange>(&event.span)) {
        add(to, icalproperty_new_dtstart(local_value(timed->start)),
            {icalparameter_new_tzid(zone.c_str())});
        add(to, icalproperty_new_dtend(local_value(timed->end)),
            {icalparameter_new_tzid(zone.c_str())});
        return;
    }
    const auto& days = std::get<model::DateRange>(event.span);
    add(to, icalproperty_new_dtstart(date_value(days.first)));
    add(to, icalproperty_new_dtend(date_value(days.last + std::chrono::days{1})));
}

// RFC 6868: a caret in a parameter begins an escape. libical writes that of `"`, but not its own.
std::string with_carets(const std::string& name) {
    std::string result;
    for (const char c : name)
        result += c == '^' ? std::string{"^^"} : std::string(1, c);
    return result;
}

void add_organizer(const Component& to, const model::Organizer& organizer) {
    icalproperty* const property =
        icalproperty_new_organizer(("mailto:" + organizer.email).c_str());
    if (organizer.name.empty())
        add(to, property);
    else
        add(to, property, {icalparameter_new_cn(with_carets(organizer.name).c_str())});
}

// TRANSP and BUSYSTATUS always together: readers look at the one or at the other.
void add_status(const Component& to, const FeedEvent& event) {
    using Status = FeedEvent::Status;
    constexpr std::array statuses{ICAL_STATUS_CONFIRMED, ICAL_STATUS_TENTATIVE,
                                  ICAL_STATUS_CANCELLED};
    const bool is_free = event.status == Status::cancelled || !event.blocks_time;
    const bool is_tentative = event.status == Status::tentative;
    add(to, icalproperty_new_status(statuses.at(static_cast<std::size_t>(event.status))));
    add(to, icalproperty_new_transp(is_free ? ICAL_TRANSP_TRANSPARENT : ICAL_TRANSP_OPAQUE));
    add_x(to, "X-MICROSOFT-CDO-BUSYSTATUS", is_free ? "FREE" : is_tentative ? "TENTATIVE" : "BUSY");
    add(to, icalproperty_new_class(event.privacy == FeedEvent::Privacy::open
                                       ? ICAL_CLASS_PUBLIC
                                       : ICAL_CLASS_CONFIDENTIAL));
}

// Few programs read CONFERENCE, hence the link in the place and on a line of its own as well.
std::string joined(const std::string& text, const char* separator, const std::string& link) {
    return text.empty() || link.empty() ? text + link : text + separator + link;
}

void add_texts(const Component& to, const FeedEvent& event) {
    const std::string location = tidied(joined(event.location, "; ", event.teams_link));
    if (!location.empty()) add(to, icalproperty_new_location(location.c_str()));
    const std::string description = tidied(joined(event.description, "\n", event.teams_link));
    if (!description.empty()) add(to, icalproperty_new_description(description.c_str()));
    const std::string& url = event.url.empty() ? event.teams_link : event.url;
    if (!url.empty()) add(to, icalproperty_new_url(url.c_str()));
}

void add_categories(const Component& to, const FeedEvent& event) {
    for (const std::string& category : event.categories)
        if (const std::string text = tidied(category); !text.empty())
            add(to, icalproperty_new_categories(text.c_str()));
}

void add_links(const Component& to, const FeedEvent& event) {
    constexpr std::array kinds{ICAL_RELTYPE_PARENT, ICAL_RELTYPE_CHILD, ICAL_RELTYPE_SIBLING};
    for (const auto& related : event.related)
        add(to, icalproperty_new_relatedto(related.uid.c_str()),
            {icalparameter_new_reltype(kinds.at(static_cast<std::size_t>(related.relation)))});
    if (event.teams_link.empty()) return;
    add(to, icalproperty_new_conference(event.teams_link.c_str()),
        {icalparameter_new_value(ICAL_VALUE_URI),
         icalparameter_new_from_string("FEATURE=AUDIO,VIDEO"), icalparameter_new_label("Teams")});
    add_x(to, "X-MICROSOFT-SKYPETEAMSMEETINGURL", event.teams_link);
}

Component component_of(const FeedEvent& event, const Feed& feed) {
    Component result{icalcomponent_new(ICAL_VEVENT_COMPONENT)};
    add(result, icalproperty_new_uid(event.uid.c_str()));
    add(result, icalproperty_new_dtstamp(utc_value(event.changed)));
    add(result, icalproperty_new_created(utc_value(event.created)));
    add(result, icalproperty_new_lastmodified(utc_value(event.changed)));
    add(result, icalproperty_new_sequence(event.sequence));
    add_span(result, event, feed.timezone);
    add(result, icalproperty_new_summary(tidied(event.summary).c_str()));
    add_organizer(result, feed.organizer);
    add_status(result, event);
    add_texts(result, event);
    add_categories(result, event);
    add_links(result, event);
    return result;
}

// ---- Bytes ------------------------------------------------------------------------------------

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

// Properties of text in which libical 3.0.16 escapes line ends and backslashes, and nothing else.
bool is_half_escaped(std::string_view name) {
    return name == "X-WR-CALNAME" || name == "X-WR-CALDESC" || name == "CATEGORIES";
}

// The one place where the bytes of libical 3.0.16 are put right. `line` is unfolded.
//  - In X- properties and CATEGORIES `,` and `;` are not escaped (mended upstream in 3.0.17); each
//    category is a property of its own here, so a comma is never one between two.
//  - CONFERENCE's FEATURE list is written as one quoted value: FEATURE="AUDIO,VIDEO".
// What else is wrong with them never gets here: line ends in URIs are refused (`check`), folding is
// our own (`folded`), and so is VTIMEZONE (`vtimezone_lines`).
std::string put_right(std::string line) {
    const auto colon = line.find(':');
    if (is_half_escaped(std::string_view{line}.substr(0, colon))) {
        std::string value = line.substr(colon + 1);
        replace_all(value, ",", "\\,");
        replace_all(value, ";", "\\;");
        line.replace(colon + 1, std::string::npos, value);
    }
    if (line.compare(0, 11, "CONFERENCE;") == 0)
        replace_all(line, "FEATURE=\"AUDIO,VIDEO\"", "FEATURE=AUDIO,VIDEO");
    return line;
}

void append_properties(std::string& out, const Component& component) {
    for (icalproperty* property =
             icalcomponent_get_first_property(component.get(), ICAL_ANY_PROPERTY);
         property != nullptr;
         property = icalcomponent_get_next_property(component.get(), ICAL_ANY_PROPERTY)) {
        const Chars chars{icalproperty_as_ical_string_r(property)};
        std::string line{chars.get()};
        replace_all(line, "\r\n ", "");
        replace_all(line, "\r\n", "");
        out += folded(put_right(std::move(line)));
    }
}

year year_of(LocalTime time) {
    return year_month_day{std::chrono::floor<std::chrono::days>(time)}.year();
}

// Seven years tell "the last Sunday" from "the fourth"; after 2037 no zone data is to be trusted.
void append_timezone(std::string& out, const Feed& feed,
                     const std::vector<const FeedEvent*>& by_start) {
    constexpr year last_known{2037};
    const year first = by_start.empty() ? year{2025} : year_of(start_of(*by_start.front()));
    const year last = by_start.empty() ? first : year_of(start_of(*by_start.back()));
    const year end = std::min(std::max(last, first + std::chrono::years{7}), last_known);
    for (const std::string& line : vtimezone_lines(feed.timezone, first, end))
        out += folded(line);
}

std::vector<const FeedEvent*> in_order(const std::vector<FeedEvent>& events) {
    std::vector<const FeedEvent*> result;
    result.reserve(events.size());
    for (const FeedEvent& event : events)
        result.push_back(&event);
    std::sort(result.begin(), result.end(), [](const FeedEvent* a, const FeedEvent* b) {
        return std::pair{start_of(*a), std::string_view{a->uid}}
               < std::pair{start_of(*b), std::string_view{b->uid}};
    });
    return result;
}

}  // namespace

std::string write(const Feed& feed) {
    icalerror_set_errors_are_fatal(0);
    check(feed);
    const auto events = in_order(feed.events);
    std::string out = "BEGIN:VCALENDAR\r\n";
    append_properties(out, header_of(feed));
    append_timezone(out, feed, events);
    for (const FeedEvent* const event : events) {
        out += "BEGIN:VEVENT\r\n";
        append_properties(out, component_of(*event, feed));
        out += "END:VEVENT\r\n";
    }
    out += "END:VCALENDAR\r\n";
    return out;
}

}  // namespace rul::ical
