#include "ical/import/components.hpp"

#include "ical/words.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <span>

namespace rul::ical {

namespace {

using std::chrono::local_days;
using std::chrono::year_month_day;

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

Component parse(const Block& block) {
    icalerror_set_errors_are_fatal(0);
    return Component{icalparser_parse_string(block.text.c_str())};
}

std::vector<icalproperty*> properties(icalcomponent* component, icalproperty_kind kind) {
    std::vector<icalproperty*> result;
    for (icalproperty* property = icalcomponent_get_first_property(component, kind);
         property != nullptr; property = icalcomponent_get_next_property(component, kind))
        result.push_back(property);
    return result;
}

std::string text_or_empty(const char* text) {
    return text == nullptr ? std::string{} : std::string{text};
}

std::string value_text(icalproperty* property) {
    const icalvalue* const value = icalproperty_get_value(property);
    if (value == nullptr) return {};
    const std::unique_ptr<char, decltype(&std::free)> text{icalvalue_as_ical_string_r(value),
                                                           &std::free};
    return text_or_empty(text.get());
}

std::string tzid_of(icalproperty* property) {
    icalparameter* const parameter =
        icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    return parameter == nullptr ? std::string{} : text_or_empty(icalparameter_get_tzid(parameter));
}

// ---- Times ------------------------------------------------------------------------------------

// The fields are in range: `read_content` saw to it before libical saw them. A leap second is the
// one before. A date libical could not make sense of is all zeros.
std::optional<WrittenTime> time_of(const icaltimetype& value, std::string tzid) {
    const year_month_day date{std::chrono::year{value.year},
                              std::chrono::month{static_cast<unsigned>(value.month)},
                              std::chrono::day{static_cast<unsigned>(value.day)}};
    if (value.month < 1 || value.day < 1 || !date.ok()) return std::nullopt;
    WrittenTime result;
    result.is_date = value.is_date != 0;
    result.is_utc = icaltime_is_utc(value) != 0;
    result.time = local_days{date};
    if (result.is_date) return result;
    result.time += std::chrono::hours{value.hour} + std::chrono::minutes{value.minute}
                   + std::chrono::seconds{std::min(value.second, 59)};
    if (!result.is_utc) result.tzid = std::move(tzid);
    return result;
}

// Nothing in a calendar lasts ten years; what says so would overflow later.
WrittenDuration duration_of(const icaldurationtype& value) {
    constexpr long most_days = 3660;
    constexpr long most_seconds = most_days * 86'400;
    const long sign = value.is_neg != 0 ? -1 : 1;
    const long days = std::min(long{value.weeks} * 7 + long{value.days}, most_days);
    const long seconds = std::min(
        long{value.hours} * 3600 + long{value.minutes} * 60 + long{value.seconds}, most_seconds);
    return {std::chrono::days{sign * days}, std::chrono::seconds{sign * seconds}};
}

std::optional<WrittenTime> time_in(icalproperty* property) {
    const icalvalue* const value = icalproperty_get_value(property);
    if (value == nullptr) return std::nullopt;
    const icalvalue_kind kind = icalvalue_isa(value);
    if (kind != ICAL_DATE_VALUE && kind != ICAL_DATETIME_VALUE && kind != ICAL_DATETIMEPERIOD_VALUE)
        return std::nullopt;
    return time_of(icalvalue_get_datetime(value), tzid_of(property));
}

std::optional<WrittenTime> first_time(icalcomponent* component, icalproperty_kind kind) {
    for (icalproperty* const property : properties(component, kind))
        if (auto time = time_in(property)) return time;
    return std::nullopt;
}

std::optional<WrittenPeriod> period_of(const icalperiodtype& value, const std::string& tzid) {
    const auto start = time_of(value.start, tzid);
    if (!start) return std::nullopt;
    WrittenPeriod period{*start, time_of(value.end, tzid), std::nullopt};
    if (!period.end) period.duration = duration_of(value.duration);
    return period;
}

std::optional<WrittenPeriod> extra_in(icalproperty* property) {
    const icalvalue* const value = icalproperty_get_value(property);
    if (value == nullptr) return std::nullopt;
    const icaldatetimeperiodtype both = icalvalue_get_datetimeperiod(value);
    if (icaltime_is_null_time(both.time) == 0) {
        const auto start = time_of(both.time, tzid_of(property));
        if (!start) return std::nullopt;
        return WrittenPeriod{*start, std::nullopt, std::nullopt};
    }
    return period_of(both.period, tzid_of(property));
}

std::vector<WrittenPeriod> extras_of(icalcomponent* component) {
    std::vector<WrittenPeriod> result;
    for (icalproperty* const property : properties(component, ICAL_RDATE_PROPERTY))
        if (const auto period = extra_in(property)) result.push_back(*period);
    return result;
}

// ---- Rules ------------------------------------------------------------------------------------

std::vector<int> list_of(std::span<const short> values) {
    std::vector<int> result;
    for (const short value : values) {
        if (value == ICAL_RECURRENCE_ARRAY_MAX) break;
        result.push_back(value);
    }
    return result;
}

std::chrono::weekday weekday_of(icalrecurrencetype_weekday day) {
    return std::chrono::weekday{static_cast<unsigned>(day) - 1U};  // ICAL_SUNDAY_WEEKDAY is 1
}

std::optional<Recurrence::Frequency> frequency_of(icalrecurrencetype_frequency frequency) {
    switch (frequency) {
        case ICAL_DAILY_RECURRENCE:
            return Recurrence::Frequency::daily;
        case ICAL_WEEKLY_RECURRENCE:
            return Recurrence::Frequency::weekly;
        case ICAL_MONTHLY_RECURRENCE:
            return Recurrence::Frequency::monthly;
        case ICAL_YEARLY_RECURRENCE:
            return Recurrence::Frequency::yearly;
        default:
            return std::nullopt;
    }
}

std::vector<Recurrence::Day> days_of(std::span<const short> values) {
    std::vector<Recurrence::Day> result;
    for (const int value : list_of(values)) {
        const auto code = static_cast<short>(value);
        const icalrecurrencetype_weekday day = icalrecurrencetype_day_day_of_week(code);
        if (day != ICAL_NO_WEEKDAY)
            result.push_back({weekday_of(day), icalrecurrencetype_day_position(code)});
    }
    return result;
}

void report_rule(const std::string& text, int line, Problems& problems) {
    problems.push_back({false, "ical.bad-rule", line,
                        base::both("gentagelsen \"{}\" kan ikke læses eller kommer oftere end "
                                   "dagligt; kun første gang er taget med",
                                   "the rule \"{}\" cannot be read or comes more often than daily; "
                                   "only the first time is taken",
                                   text)});
}

// libical turns a rule it cannot read into an error property, which keeps only the reason.
std::vector<WrittenRule> rules_of(icalcomponent* component, int line, Problems& problems) {
    std::vector<WrittenRule> result;
    for (icalproperty* const property : properties(component, ICAL_RRULE_PROPERTY)) {
        const std::string text = value_text(property);
        if (const auto rule = read_rule(text))
            result.push_back(*rule);
        else
            report_rule(text, line, problems);
    }
    for (icalproperty* const property : properties(component, ICAL_XLICERROR_PROPERTY)) {
        const std::string text = value_text(property);
        if (text.find("RRULE") != std::string::npos) report_rule(text, line, problems);
    }
    return result;
}

// ---- What else an event says ------------------------------------------------------------------

std::string first_text(icalcomponent* component, icalproperty_kind kind) {
    for (icalproperty* const property : properties(component, kind)) {
        const icalvalue* const value = icalproperty_get_value(property);
        if (value != nullptr && icalvalue_isa(value) == ICAL_TEXT_VALUE)
            return text_or_empty(icalvalue_get_text(value));
    }
    return {};
}

bool has_value(icalcomponent* component, icalproperty_kind kind, std::string_view wanted) {
    const auto found = properties(component, kind);
    return std::any_of(found.begin(), found.end(), [&](icalproperty* property) {
        return equals_ignoring_case(stripped(value_text(property)), wanted);
    });
}

bool is_shown_as_free(icalcomponent* component) {
    const auto found = properties(component, ICAL_X_PROPERTY);
    return std::any_of(found.begin(), found.end(), [](icalproperty* property) {
        const std::string value = to_upper(stripped(value_text(property)));
        return equals_ignoring_case(text_or_empty(icalproperty_get_x_name(property)),
                                    "X-MICROSOFT-CDO-BUSYSTATUS")
               && (value == "FREE" || value == "WORKINGELSEWHERE");
    });
}

std::string address_of(icalproperty* attendee) {
    std::string address = to_lower(stripped(value_text(attendee)));
    constexpr std::string_view scheme = "mailto:";
    if (address.compare(0, scheme.size(), scheme) == 0) address.erase(0, scheme.size());
    return address;
}

void read_attendees(icalcomponent* component, WrittenEvent& event) {
    for (icalproperty* const attendee : properties(component, ICAL_ATTENDEE_PROPERTY)) {
        ++event.attendees;
        icalparameter* const answer =
            icalproperty_get_first_parameter(attendee, ICAL_PARTSTAT_PARAMETER);
        if (answer != nullptr && icalparameter_get_partstat(answer) == ICAL_PARTSTAT_DECLINED)
            event.declined.push_back(address_of(attendee));
    }
}

void read_recurrence_id(icalcomponent* component, WrittenEvent& event) {
    for (icalproperty* const property : properties(component, ICAL_RECURRENCEID_PROPERTY)) {
        event.recurrence_id = time_in(property);
        event.this_and_future =
            icalproperty_get_first_parameter(property, ICAL_RANGE_PARAMETER) != nullptr;
    }
}

Observance read_observance(icalcomponent* component, int line, Problems& problems) {
    Observance result;
    if (const auto start = first_time(component, ICAL_DTSTART_PROPERTY)) result.start = *start;
    for (icalproperty* const p : properties(component, ICAL_TZOFFSETFROM_PROPERTY))
        result.offset_before = std::chrono::seconds{icalproperty_get_tzoffsetfrom(p)};
    for (icalproperty* const p : properties(component, ICAL_TZOFFSETTO_PROPERTY))
        result.offset_after = std::chrono::seconds{icalproperty_get_tzoffsetto(p)};
    result.rules = rules_of(component, line, problems);
    result.extra = extras_of(component);
    return result;
}

}  // namespace

std::optional<WrittenRule> read_rule(const std::string& text) {
    const icalrecurrencetype value = icalrecurrencetype_from_string(text.c_str());
    // libical gives the name of another calendar away and never takes it back.
    const std::unique_ptr<char, decltype(&std::free)> rscale{value.rscale, &std::free};
    const auto frequency = frequency_of(value.freq);
    if (!frequency || value.interval < 1 || value.count < 0 || rscale != nullptr)
        return std::nullopt;
    WrittenRule result;
    Recurrence& rule = result.rule;
    rule.frequency = *frequency;
    rule.interval = value.interval;
    if (value.count > 0) rule.count = value.count;
    if (const auto until = time_of(value.until, {})) {
        rule.until = until->time;
        result.until_is_date = until->is_date;
        result.until_is_utc = until->is_utc;
    }
    if (value.week_start != ICAL_NO_WEEKDAY) rule.week_start = weekday_of(value.week_start);
    rule.months = list_of(value.by_month);
    rule.week_nos = list_of(value.by_week_no);
    rule.year_days = list_of(value.by_year_day);
    rule.month_days = list_of(value.by_month_day);
    rule.days = days_of(value.by_day);
    rule.hours = list_of(value.by_hour);
    rule.minutes = list_of(value.by_minute);
    rule.seconds = list_of(value.by_second);
    rule.positions = list_of(value.by_set_pos);
    return result;
}

WrittenEvent read_event(const Block& block, Problems& problems) {
    WrittenEvent event;
    event.line = block.line;
    const Component component = parse(block);
    if (!component) return event;
    icalcomponent* const c = component.get();
    event.uid = first_text(c, ICAL_UID_PROPERTY);
    event.summary = first_text(c, ICAL_SUMMARY_PROPERTY);
    for (icalproperty* const property : properties(c, ICAL_SEQUENCE_PROPERTY))
        event.sequence = icalproperty_get_sequence(property);
    event.start = first_time(c, ICAL_DTSTART_PROPERTY);
    event.end = first_time(c, ICAL_DTEND_PROPERTY);
    for (icalproperty* const property : properties(c, ICAL_DURATION_PROPERTY))
        event.duration = duration_of(icalproperty_get_duration(property));
    read_recurrence_id(c, event);
    event.rules = rules_of(c, block.line, problems);
    event.extra = extras_of(c);
    for (icalproperty* const property : properties(c, ICAL_EXDATE_PROPERTY))
        if (const auto time = time_in(property)) event.except.push_back(*time);
    event.is_free = has_value(c, ICAL_TRANSP_PROPERTY, "TRANSPARENT")
                    || has_value(c, ICAL_STATUS_PROPERTY, "CANCELLED") || is_shown_as_free(c);
    read_attendees(c, event);
    return event;
}

WrittenZone read_zone(const Block& block, Problems& problems) {
    WrittenZone zone;
    const Component component = parse(block);
    if (!component) return zone;
    zone.tzid = first_text(component.get(), ICAL_TZID_PROPERTY);
    for (icalproperty* const property : properties(component.get(), ICAL_X_PROPERTY))
        zone.location = value_text(property);
    for (icalcomponent* inner =
             icalcomponent_get_first_component(component.get(), ICAL_ANY_COMPONENT);
         inner != nullptr;
         inner = icalcomponent_get_next_component(component.get(), ICAL_ANY_COMPONENT))
        zone.observances.push_back(read_observance(inner, block.line, problems));
    return zone;
}

std::vector<WrittenPeriod> read_free_busy(const Block& block) {
    std::vector<WrittenPeriod> result;
    const Component component = parse(block);
    if (!component) return result;
    for (icalproperty* const property : properties(component.get(), ICAL_FREEBUSY_PROPERTY)) {
        icalparameter* const type =
            icalproperty_get_first_parameter(property, ICAL_FBTYPE_PARAMETER);
        if (type != nullptr && icalparameter_get_fbtype(type) == ICAL_FBTYPE_FREE) continue;
        if (const auto period = period_of(icalproperty_get_freebusy(property), {}))
            result.push_back(*period);
    }
    return result;
}

}  // namespace rul::ical
