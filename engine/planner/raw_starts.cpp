#include "engine/planner/raw_starts.hpp"

#include "engine/model/plan.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace rul::planner {

namespace {

using model::Appointment;
using model::Date;
using model::Meeting;
using model::minutes;
using model::Mode;
using model::Slot;
using model::TimeRange;
using std::chrono::days;

constexpr TimeRange noon_to_noon{minutes{12 * 60}, minutes{12 * 60}};

// A way to hold the meeting on some date: time, mode and venues, and what that costs.
struct Way {
    std::optional<TimeRange> time;
    Mode mode = Mode::unspecified;
    std::vector<std::optional<model::VenueId>> venues;
    model::Points cost = 0;
};

bool is_nth(const Slot& slot, Date date) {
    if (slot.nth.empty()) return true;
    const model::Date next_week = date + days{7};
    const int nth = static_cast<int>((static_cast<unsigned>(model::ymd(date).day()) - 1) / 7) + 1;
    const bool is_last = model::ymd(next_week).month() != model::ymd(date).month();
    return std::any_of(slot.nth.begin(), slot.nth.end(),
                       [&](int n) { return n == nth || (n == -1 && is_last); });
}

bool is_weekday_of(const Slot& slot, Date date) {
    const std::chrono::weekday day = model::weekday_of(date);
    if (slot.weekdays.empty()) return day != std::chrono::Saturday && day != std::chrono::Sunday;
    return std::find(slot.weekdays.begin(), slot.weekdays.end(), day) != slot.weekdays.end();
}

bool fits_date(const Slot& slot, Date date) {
    const auto month = static_cast<unsigned>(model::ymd(date).month());
    const bool is_its_month =
        slot.months.empty()
        || std::find(slot.months.begin(), slot.months.end(), month) != slot.months.end();
    return is_its_month && is_weekday_of(slot, date) && is_nth(slot, date);
}

// Without any, it is a Monday to Friday, by date only.
std::vector<Slot> slots_of(const model::Brief& brief, const Meeting& meeting) {
    std::vector<Slot> slots = meeting.slots;
    if (slots.empty() && meeting.series) slots = brief.at(*meeting.series).slots;
    if (slots.empty()) slots.emplace_back();
    return slots;
}

// Finds the starts of one meeting.
class Finder {
  public:
    Finder(const model::Brief& brief, const Grid& grid, const Places& places,
           const Meeting& meeting)
        : brief_{brief},
          grid_{grid},
          places_{places},
          meeting_{meeting},
          slots_{slots_of(brief, meeting)} {}

    void add_event();
    void add_appointment(const Appointment& appointment);
    void add_day(Date date, bool any_slot);

    [[nodiscard]] std::vector<Start> starts() const;

  private:
    [[nodiscard]] bool is_seminar() const { return meeting_.kind == Meeting::Kind::seminar; }
    [[nodiscard]] std::vector<Slot> slots_for(Date date) const;
    [[nodiscard]] std::vector<std::optional<TimeRange>> times_of(const Slot& slot) const;
    [[nodiscard]] std::vector<Mode> modes_of(const Slot& slot) const;
    [[nodiscard]] std::vector<std::optional<model::VenueId>> venues_of(const Slot& slot,
                                                                       Mode mode) const;
    [[nodiscard]] std::vector<Way> ways_of(const Slot& slot) const;
    [[nodiscard]] std::vector<Way> ways_of(const Appointment& appointment) const;
    void complete(const Appointment& appointment, std::optional<TimeRange> time, const Slot& slot,
                  std::vector<Way>& ways) const;
    void add(Date date, const Way& way, bool by_appointment);

    const model::Brief& brief_;
    const Grid& grid_;
    const Places& places_;
    const Meeting& meeting_;
    std::vector<Slot> slots_;
    // Of each start, without cost and places, what each of its places costs.
    std::map<Start, std::map<Value, model::Points>> found_;
};

// The slots that fit the date, or when none of them does, all.
std::vector<Slot> Finder::slots_for(Date date) const {
    std::vector<Slot> fitting;
    std::copy_if(slots_.begin(), slots_.end(), std::back_inserter(fitting),
                 [date](const Slot& slot) { return fits_date(slot, date); });
    return fitting.empty() ? slots_ : fitting;
}

std::vector<std::optional<TimeRange>> Finder::times_of(const Slot& slot) const {
    if (is_seminar()) return {noon_to_noon};
    if (!slot.time || !meeting_.length || *meeting_.length == slot.time->length())
        return {slot.time};
    std::vector<std::optional<TimeRange>> times;
    const minutes step = brief_.grid;
    const minutes first = (slot.time->from + step - minutes{1}) / step * step;
    for (minutes from = first; from + *meeting_.length <= slot.time->to; from += step)
        times.emplace_back(TimeRange{from, from + *meeting_.length});
    return times;
}

std::vector<Mode> Finder::modes_of(const Slot& slot) const {
    if (slot.mode) return {*slot.mode};
    if (!meeting_.modes.empty()) return meeting_.modes;
    return {is_seminar() ? Mode::physical : Mode::unspecified};
}

std::vector<std::optional<model::VenueId>> Finder::venues_of(const Slot& slot, Mode mode) const {
    if (!model::needs_venue(mode)) return {std::nullopt};
    if (slot.venue) return {slot.venue};
    if (meeting_.venues.empty()) return {std::nullopt};
    return {meeting_.venues.begin(), meeting_.venues.end()};
}

std::vector<Way> Finder::ways_of(const Slot& slot) const {
    std::vector<Way> ways;
    for (const auto& time : times_of(slot))
        for (const Mode mode : modes_of(slot))
            ways.push_back({time, mode, venues_of(slot, mode), slot.cost});
    return ways;
}

// The ways that agree with what was said, the rest being as `slot` has it.
void Finder::complete(const Appointment& appointment, std::optional<TimeRange> time,
                      const Slot& slot, std::vector<Way>& ways) const {
    const std::vector<Mode> modes =
        appointment.mode ? std::vector{*appointment.mode} : modes_of(slot);
    for (const Mode mode : modes) {
        auto venues = venues_of(slot, mode);
        if (appointment.venue) venues = {appointment.venue};
        ways.push_back({time, mode, venues, 0});
    }
}

std::vector<Way> Finder::ways_of(const Appointment& appointment) const {
    std::vector<Way> ways;
    for (const Slot& slot : slots_for(appointment.date))
        for (const auto& time : times_of(slot))
            if (!appointment.time || time == appointment.time)
                complete(appointment, time, slot, ways);
    // No slot has that time: nothing but what was said is known.
    if (ways.empty() && appointment.time && !is_seminar())
        complete(appointment, appointment.time, Slot{.mode = Mode::unspecified}, ways);
    return ways;
}

void Finder::add(Date date, const Way& way, bool by_appointment) {
    Start start;
    start.day = grid_.day_of(date);
    start.last_day = start.day + (is_seminar() ? 1 : 0);
    start.begin = grid_.minute_of(date + (way.time ? way.time->from : minutes{0}));
    start.end = start.begin;
    start.time = way.time;
    start.has_span = way.time.has_value();
    if (way.time) start.end = grid_.minute_of(grid_.date_of(start.last_day) + way.time->to);
    start.mode = way.mode;
    start.by_appointment = by_appointment;
    std::map<Value, model::Points>& costs = found_[start];
    for (const auto& venue : way.venues) {
        const Value first = venue ? places_.first_of(*venue) : 0;
        const Value last = venue ? places_.last_of(*venue) : 0;
        for (Value place = first; place <= last; ++place) {
            const auto [at, is_new] = costs.emplace(place, way.cost);
            if (!is_new) at->second = std::min(at->second, way.cost);
        }
    }
}

void Finder::add_event() {
    Start start;
    const model::MomentRange span = *meeting_.span;
    start.day = grid_.day_of(std::chrono::floor<days>(span.start));
    start.last_day = grid_.day_of(std::chrono::floor<days>(span.end - minutes{1}));
    start.begin = grid_.minute_of(span.start);
    start.end = grid_.minute_of(span.end);
    start.has_span = true;
    start.by_appointment = true;
    if (!meeting_.options.empty()) start.time = meeting_.options.front().time;
    found_[start] = {{0, 0}};
}

void Finder::add_appointment(const Appointment& appointment) {
    for (const Way& way : ways_of(appointment))
        add(appointment.date, way, true);
}

void Finder::add_day(Date date, bool any_slot) {
    const auto is_working = [&](Date day) { return brief_.calendar.is_working_day(day); };
    if (is_seminar() && !(is_working(date) && is_working(date + days{1}))) return;
    for (const Slot& slot : slots_)
        if (fits_date(slot, date) || (any_slot && is_weekday_of(Slot{}, date)))
            for (const Way& way : ways_of(slot))
                add(date, way, false);
}

std::vector<Start> Finder::starts() const {
    std::vector<Start> starts;
    for (const auto& [bare, costs] : found_) {
        // Places of one price are one start's; a dearer slot at another venue is a start of its
        // own.
        std::map<model::Points, std::vector<Value>> by_cost;
        for (const auto& [place, cost] : costs)
            by_cost[cost].push_back(place);
        for (const auto& [cost, places] : by_cost) {
            Start start = bare;
            start.slot_cost = cost;
            start.places = places;
            starts.push_back(std::move(start));
        }
    }
    std::sort(starts.begin(), starts.end(), [](const Start& a, const Start& b) {
        return std::tie(a.begin, a) < std::tie(b.begin, b);
    });
    return starts;
}

std::optional<std::size_t> included_on(const std::vector<Appointment>& includes, Date date) {
    for (std::size_t i = 0; i < includes.size(); ++i)
        if (includes[i].date == date) return i;
    return std::nullopt;
}

// Of the starts on `day`, what both have: the meeting on an included date stands as included.
void keep_agreeing(std::vector<Start>& starts, const std::vector<Start>& included, Value day) {
    for (Start& start : starts) {
        if (start.day != day) continue;
        std::vector<Value> agreed;
        for (const Start& other : included) {
            Start same = other;
            same.places = start.places;
            if (same == start)
                std::set_intersection(start.places.begin(), start.places.end(),
                                      other.places.begin(), other.places.end(),
                                      std::back_inserter(agreed));
        }
        start.places = agreed;
    }
    starts.erase(std::remove_if(starts.begin(), starts.end(),
                                [](const Start& start) { return start.places.empty(); }),
                 starts.end());
}

}  // namespace

std::vector<Start> raw_starts(const model::Brief& brief, const Grid& grid, const Places& places,
                              model::MeetingId id, const Heard& heard) {
    const Meeting& meeting = brief.at(id);
    Finder finder{brief, grid, places, meeting};
    if (meeting.kind == Meeting::Kind::event) {
        finder.add_event();
        return finder.starts();
    }
    std::vector<Appointment> includes;
    if (meeting.series) includes = brief.at(*meeting.series).includes;
    if (meeting.state != Meeting::State::free) {
        for (const Appointment& option : meeting.options)
            finder.add_appointment(option);
        std::vector<Start> starts = finder.starts();
        for (std::size_t i = 0; i < includes.size(); ++i) {
            if (!heard.hears_include(i)) continue;
            Finder as_included{brief, grid, places, meeting};
            as_included.add_appointment(includes[i]);
            keep_agreeing(starts, as_included.starts(), grid.day_of(includes[i].date));
        }
        if (heard.appointment) return starts;
    }
    for (Date date = meeting.within.first; date <= meeting.within.last; date += days{1}) {
        const auto included = included_on(includes, date);
        if (included) finder.add_appointment(includes[*included]);
        if (!included || !heard.hears_include(*included)) finder.add_day(date, !heard.slots);
    }
    return finder.starts();
}

}  // namespace rul::planner
