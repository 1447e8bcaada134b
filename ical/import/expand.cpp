#include "ical/import/expand.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace rul::ical {

namespace {

using model::CalendarEntry;
using model::Moment;
using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::size_t most_entries = 100'000;
// What an event's own zone and the plan's can differ by, and an hour of summer time.
constexpr days margin{2};

/// Where an event's times are: in a zone, or (dates) nowhere in particular.
struct Place {
    const Zone* zone = nullptr;  // null: dates, which are the plan's own

    [[nodiscard]] UtcTime to_utc(LocalTime time) const {
        return zone == nullptr ? UtcTime{time.time_since_epoch()} : zone->to_utc(time);
    }
    [[nodiscard]] LocalTime to_local(UtcTime time) const {
        return zone == nullptr ? LocalTime{time.time_since_epoch()} : zone->to_local(time);
    }
};

/// How long each occurrence lasts: days of the calendar, then exact seconds.
using Length = WrittenDuration;

const Zone& utc_zone() {
    static const Zone zone{[](LocalTime time) { return UtcTime{time.time_since_epoch()}; },
                           [](UtcTime time) { return LocalTime{time.time_since_epoch()}; }};
    return zone;
}

/// Expands the events of one calendar.
class Expander {
  public:
    Expander(FileZones& zones, const ImportOptions& options, const std::string& owner,
             Problems& problems)
        : zones_{zones},
          plan_zone_{zone_at(options.timezone)},
          window_{options.window.first, options.window.last + days{1}},
          owner_{owner},
          problems_{problems} {}

    /// One master and the events that stand instead of some of its occurrences.
    void add(const WrittenEvent& event, const std::vector<const WrittenEvent*>& overrides) {
        const auto place = place_of(event, event.start);
        if (!place) return;
        std::set<UtcTime> gone;
        std::set<local_days> gone_days;
        for (const WrittenTime& time : event.except)
            except(time, event, gone, gone_days);
        for (const WrittenEvent* const one : overrides)
            if (one->recurrence_id) except(*one->recurrence_id, event, gone, gone_days);
        const Length length = length_of(event, *place);
        for (const LocalTime start : starts_of(event, *place, length)) {
            const auto day = std::chrono::floor<days>(start);
            if (gone.contains(place->to_utc(start)) || gone_days.contains(day)) continue;
            add_entry(event, *place, start, length);
        }
        add_extra(event, *place, gone, length);
    }

    void add_busy(const WrittenPeriod& period) {
        WrittenEvent event;
        event.start = period.start;
        event.end = period.end;
        event.duration = period.duration;
        add(event, {});
    }

    [[nodiscard]] std::vector<CalendarEntry> finish() {
        if (budget_.left < 0 || entries_.size() >= most_entries)
            problems_.push_back({true, "ical.too-much", 0,
                                 base::both("filens gentagelser er flere, end en kalender kan have",
                                            "the file's recurrences are more than a calendar can "
                                            "have")});
        return std::move(entries_);
    }

  private:
    [[nodiscard]] std::optional<Place> place_of(const WrittenEvent& event,
                                                const std::optional<WrittenTime>& time) {
        if (!time) return std::nullopt;
        if (time->is_date) return Place{};
        if (time->is_utc) return Place{&utc_zone()};
        if (time->tzid.empty()) return Place{&plan_zone_};
        const Zone* const zone = zones_.find(time->tzid);
        if (zone != nullptr) return Place{zone};
        // What surely lies outside the window need not trouble anybody.
        if (event.rules.empty() && event.extra.empty()
            && (time->time + days{366} < window_.start || window_.end + margin < time->time))
            return std::nullopt;
        problems_.push_back({false, "ical.unknown-zone", event.line,
                             base::both("tidszonen \"{}\" kendes ikke, så begivenheden er ikke "
                                        "taget med",
                                        "the time zone \"{}\" is not known, so the event is not "
                                        "taken",
                                        time->tzid)});
        return std::nullopt;
    }

    // `event` is the master: of one of whole days an occurrence is a day, whatever zone a program
    // writes it in (Exchange: RECURRENCE-ID;TZID=UTC+01).
    void except(const WrittenTime& time, const WrittenEvent& event, std::set<UtcTime>& gone,
                std::set<local_days>& gone_days) {
        if (time.is_date || (event.start->is_date && !time.is_utc)) {
            gone_days.insert(std::chrono::floor<days>(time.time));
        } else if (event.start->is_date) {
            const LocalTime here = plan_zone_.to_local(UtcTime{time.time.time_since_epoch()});
            gone_days.insert(std::chrono::floor<days>(here));
        } else if (const auto place = place_of(event, time)) {
            gone.insert(place->to_utc(time.time));
        }
    }

    // DTEND: the exact length of the first. DURATION: days of the calendar and exact seconds.
    // Both, against the standard: DTEND. Neither: a day for a date, nothing for a time.
    [[nodiscard]] Length length_of(const WrittenEvent& event, const Place& place) {
        const Length whole_day{days{1}, seconds{0}};
        const bool is_of_days = place.zone == nullptr;
        if (!event.end && event.duration)
            return is_of_days && event.duration->days < days{1} ? whole_day : *event.duration;
        if (!event.end) return is_of_days ? whole_day : Length{};
        if (place.zone == nullptr) {
            const auto last = std::chrono::floor<days>(event.end->time);
            const auto first = std::chrono::floor<days>(event.start->time);
            if (last < first) report_swapped(event);
            return {std::max(days{1}, last < first ? first - last : last - first), seconds{0}};
        }
        const auto end_place = place_of(event, event.end);
        if (!end_place) return {};
        const seconds length = end_place->to_utc(event.end->time) - place.to_utc(event.start->time);
        if (length < seconds{0}) report_swapped(event);
        return {days{0}, length};
    }

    void report_swapped(const WrittenEvent& event) {
        problems_.push_back({false, "ical.end-before-start", event.line,
                             base::both("begivenheden slutter, før den begynder; de to er byttet",
                                        "the event ends before it starts; the two are swapped")});
    }

    [[nodiscard]] LocalWindow window_for(const Length& length) const {
        const days around = std::chrono::ceil<days>(margin + std::max(length.days, -length.days)
                                                    + std::max(length.seconds, -length.seconds));
        return {window_.start - around, window_.end + around};
    }

    [[nodiscard]] std::vector<LocalTime> starts_of(const WrittenEvent& event, const Place& place,
                                                   const Length& length) {
        std::vector<LocalTime> starts{event.start->time};
        for (const WrittenRule& written : event.rules) {
            Recurrence rule = written.rule;
            if (rule.until && written.until_is_utc)
                rule.until = place.to_local(UtcTime{rule.until->time_since_epoch()});
            if (rule.until && written.until_is_date)
                rule.until = *rule.until + days{1} - seconds{1};  // until then, the day included
            const auto more = occurrences(rule, event.start->time, window_for(length), budget_);
            starts.insert(starts.end(), more.begin(), more.end());
        }
        std::sort(starts.begin(), starts.end());
        starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
        return starts;
    }

    // RDATE: a start, with the length of all the others or one of its own.
    void add_extra(const WrittenEvent& event, const Place& place, const std::set<UtcTime>& gone,
                   const Length& length) {
        for (const WrittenPeriod& extra : event.extra) {
            const auto at = extra.start.is_date == event.start->is_date
                                ? place_of(event, extra.start)
                                : std::optional{place};
            if (!at || gone.contains(at->to_utc(extra.start.time))) continue;
            Length own = extra.duration.value_or(length);
            if (extra.end)
                own = {days{0}, at->to_utc(extra.end->time) - at->to_utc(extra.start.time)};
            add_entry(event, *at, extra.start.time, own);
        }
    }

    void add_entry(const WrittenEvent& event, const Place& place, LocalTime start,
                   const Length& length) {
        if (entries_.size() >= most_entries) return;
        CalendarEntry entry;
        entry.all_day = place.zone == nullptr;
        entry.span = span_of(place, start, length);
        const bool touches =
            entry.span.start < window_.end
            && (window_.start < entry.span.end
                || (entry.span.start == entry.span.end && window_.start <= entry.span.start));
        if (!touches) return;
        entry.busy = is_busy(event);
        entry.title = event.summary;
        entry.uid = event.uid;
        entries_.push_back(std::move(entry));
    }

    // In whole minutes of the plan's clocks, rounded outwards.
    [[nodiscard]] model::MomentRange span_of(const Place& place, LocalTime start,
                                             const Length& length) const {
        const LocalTime nominal_end = start + length.days;
        if (place.zone == nullptr)
            return {std::chrono::floor<days>(start), std::chrono::floor<days>(nominal_end)};
        UtcTime from = place.to_utc(start);
        UtcTime to = (length.days == days{0} ? from : place.to_utc(nominal_end)) + length.seconds;
        if (to < from) std::swap(from, to);
        const Moment begin = std::chrono::floor<minutes>(plan_zone_.to_local(from));
        const Moment end = std::chrono::ceil<minutes>(plan_zone_.to_local(to));
        return {begin, std::max(begin, end)};
    }

    [[nodiscard]] bool is_busy(const WrittenEvent& event) const {
        if (event.is_free) return false;
        const auto& declined = event.declined;
        if (event.attendees == 1 && declined.size() == 1) return false;
        return owner_.empty()
               || std::find(declined.begin(), declined.end(), owner_) == declined.end();
    }

    FileZones& zones_;
    Zone plan_zone_;
    model::MomentRange window_;
    const std::string& owner_;
    Problems& problems_;
    Budget budget_;
    std::vector<CalendarEntry> entries_;
};

/// The events of one UID.
struct Series {
    std::vector<const WrittenEvent*> masters;
    std::vector<const WrittenEvent*> overrides;
};

// A later version of a master replaces the earlier ones; other events of one UID all count, for
// there are programs that give every event the same.
void keep_latest(std::vector<const WrittenEvent*>& events) {
    const auto latest = std::max_element(
        events.begin(), events.end(),
        [](const WrittenEvent* a, const WrittenEvent* b) { return a->sequence < b->sequence; });
    if (latest == events.end()) return;
    const int sequence = (*latest)->sequence;
    events.erase(
        std::remove_if(events.begin(), events.end(),
                       [&](const WrittenEvent* event) { return event->sequence < sequence; }),
        events.end());
}

// Of several overrides of one occurrence the latest counts.
void keep_latest_overrides(std::vector<const WrittenEvent*>& overrides) {
    std::map<std::pair<LocalTime, std::string>, std::vector<const WrittenEvent*>> by_occurrence;
    for (const WrittenEvent* const event : overrides)
        by_occurrence[{event->recurrence_id->time, event->recurrence_id->tzid}].push_back(event);
    overrides.clear();
    for (auto& [occurrence, versions] : by_occurrence) {
        keep_latest(versions);
        overrides.insert(overrides.end(), versions.begin(), versions.end());
    }
}

std::map<std::string, Series> by_uid(const std::vector<WrittenEvent>& events) {
    std::map<std::string, Series> all;
    for (const WrittenEvent& event : events) {
        if (!event.start) continue;
        Series& series = all[event.uid];
        (event.recurrence_id ? series.overrides : series.masters).push_back(&event);
    }
    for (auto& [uid, series] : all) {
        if (uid.empty()) continue;  // no UID: each for itself
        keep_latest(series.masters);
        keep_latest_overrides(series.overrides);
    }
    return all;
}

// An override is one occurrence, whatever it repeats of its master.
WrittenEvent without_rules(WrittenEvent event) {
    event.rules.clear();
    event.extra.clear();
    event.except.clear();
    return event;
}

}  // namespace

std::vector<CalendarEntry> expand(const WrittenCalendar& calendar, FileZones& zones,
                                  const ImportOptions& options, Problems& problems) {
    Expander expander{zones, options, calendar.owner, problems};
    for (const auto& [uid, series] : by_uid(calendar.events)) {
        for (const WrittenEvent* const master : series.masters)
            expander.add(*master, series.overrides);
        for (const WrittenEvent* const one : series.overrides)
            expander.add(series.masters.empty() ? *one : without_rules(*one), {});
    }
    for (const WrittenPeriod& period : calendar.busy)
        expander.add_busy(period);
    return expander.finish();
}

}  // namespace rul::ical
