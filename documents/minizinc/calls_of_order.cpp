#include "documents/minizinc/calls.hpp"
#include "engine/model/calendar.hpp"
#include "engine/model/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

// Rules on which day stands before which.
namespace rul::documents::minizinc {

using model::Date;
using model::DateRange;
using model::Spread;
using std::chrono::days;
using std::chrono::months;

namespace {

std::string unit_name(model::Unit unit) {
    constexpr std::array<std::string_view, 5> names{"minute", "hour", "day", "working_day", "week"};
    return std::string{names.at(static_cast<std::size_t>(unit))};
}

std::string pairs_name(model::Distance::Pairs pairs) {
    constexpr std::array<std::string_view, 3> names{"neighbours", "in_step", "every_pair"};
    return std::string{names.at(static_cast<std::size_t>(pairs))};
}

// "28, 35, 49, day"
std::string bounds(const model::DistanceRange& range) {
    return fmt::format("{}, {}, {}, {}", bound(range.min), bound(range.ideal), bound(range.max),
                       unit_name(range.unit));
}

// The whole month, quarter, half year or ISO week with `date`.
DateRange part_with(Spread::Part part, Date date) {
    if (part == Spread::Part::week) {
        const Date monday = date - days{model::weekday_of(date).iso_encoding() - 1};
        return {monday, monday + days{6}};
    }
    const unsigned length = part == Spread::Part::month ? 1 : part == Spread::Part::quarter ? 3 : 6;
    const auto ymd = model::ymd(date);
    const unsigned back = (static_cast<unsigned>(ymd.month()) - 1) % length;
    const auto first = ymd.year() / ymd.month() - months{back};
    return {Date{first / 1}, Date{(first + months{length}) / 1} - days{1}};
}

std::vector<DateRange> parts(const Spread& rule, const DateRange& period) {
    if (rule.part == Spread::Part::window)
        return rule.window ? std::vector{*rule.window} : std::vector<DateRange>{};
    std::vector<DateRange> found;
    for (Date date = period.first; date <= period.last; date += days{1})
        if (found.empty() || found.back().last < date) found.push_back(part_with(rule.part, date));
    return found;
}

bool is_in(const DateRange& part, const DateRange& whole) {
    return whole.first <= part.first && part.last <= whole.last;
}

}  // namespace

Call call(const model::Distance& rule, const Spoken& in) {
    const std::string name = fmt::format("measured_{}", in.number);
    return {{fmt::format("array[1..2] of var int: {} = distances({}, {}, {}, {}, {});", name,
                         in.world.group(rule.from), in.world.group(rule.to), pairs_name(rule.pairs),
                         bounds(rule.range), in.valid())},
            {name + "[1]"},
            {fmt::format("{} * {}[2]", rule.ideal_points, name)}};
}

Call call(const model::Needs& rule, const Spoken& in) {
    Call found;
    for (std::size_t k = 0; k < rule.providers.size(); ++k) {
        const auto& provider = rule.providers[k];
        const std::string name = fmt::format("served_{}_{}", in.number, k + 1);
        found.lines.push_back(
            fmt::format("array[1..2] of var int: {} = needs({}, {}, {}, {}, {}, {}, {});", name,
                        in.world.group(rule.subject), in.world.group(provider.meetings),
                        rule.side == model::Needs::Side::before ? "before" : "after",
                        truth(rule.in_step), truth(rule.own), bounds(provider.window), in.valid()));
        found.times.push_back(name + "[1]");
        found.points.push_back(fmt::format("{} * {}[2]", rule.ideal_points, name));
    }
    return found;
}

Call call(const model::SameDay& rule, const Spoken& in) {
    return {{},
            {fmt::format("not_on_one_day({}, {}, {}, {}, {}, {}, {})", in.world.group(rule.first),
                         in.world.group(rule.second), rule.gap.min.value_or(0), bound(rule.gap.max),
                         unit_name(rule.gap.unit), truth(rule.same_venue), in.valid())},
            {}};
}

Call call(const model::Inside& rule, const Spoken& in) {
    return {{},
            {fmt::format("not_inside({}, {}, {}, {}, {}, {})", in.world.group(rule.meetings),
                         in.world.group(rule.seminars), rule.day,
                         rule.time ? rule.time->from.count() : -1,
                         rule.time ? rule.time->to.count() : -1, in.valid())},
            {}};
}

Call call(const Spread& rule, const Spoken& in) {
    Items sets;
    Items is_whole;
    for (const DateRange& part : parts(rule, in.brief().period)) {
        sets.push_back(in.world.days(part));
        is_whole.push_back(truth(is_in(part, in.brief().period) && is_in(part, in.rule.validity)));
    }
    return {
        {},
        {fmt::format("unevenness({}, {}, {}, {}, {}, {})", in.world.group(rule.meetings),
                     list(sets), list(is_whole), bound(rule.least), bound(rule.most), in.valid())},
        {}};
}

Call call(const model::Apart& rule, const Spoken& in) {
    return {{},
            {fmt::format("too_near({}, {}, {}, {}, {})", in.world.group(rule.a),
                         in.world.group(rule.b), rule.days, truth(rule.week), in.valid())},
            {}};
}

Call call(const model::Within& rule, const Spoken& in) {
    const DateRange& window = rule.window;
    std::string right_days = in.world.days(window);
    if (rule.side == model::Within::Side::before)
        right_days = fmt::format("{{d | d in DAY where d < {}}}", in.world.day(window.first));
    if (rule.side == model::Within::Side::after)
        right_days = fmt::format("{{d | d in DAY where d > {}}}", in.world.day(window.last));
    return {
        {},
        {fmt::format("outside({}, {}, {})", in.world.group(rule.meetings), right_days, in.valid())},
        {}};
}

Call call(const model::Deadline& rule, const Spoken& in) {
    Call found;
    // One that may move never restricts.
    if (rule.on_closed == model::Deadline::OnClosed::move_before) return found;
    for (std::size_t b = 0; b < in.brief().bodies.size(); ++b) {
        const model::BodyId body{b};
        std::vector<model::MeetingId> meetings;
        for (const model::MeetingId id : rule.meetings.meetings)
            if (!is_event(in.world.at(id)) && in.world.at(id).body == body) meetings.push_back(id);
        if (meetings.empty()) continue;
        Items closed;
        for (Date date = in.world.days().first; date <= in.world.days().last; date += days{1})
            if (!model::is_open_for_deadlines(in.brief(), body,
                                              in.brief().calendar.shifted(date, rule.offset)))
                closed.push_back(std::to_string(in.world.day(date)));
        found.times.push_back(fmt::format("closed_deadlines({}, {}, {})", in.world.group(meetings),
                                          set(closed), in.valid()));
    }
    return found;
}

Call call(const model::Notice& rule, const Spoken& in) {
    if (!in.brief().today) return {};
    const int earliest = in.world.day(*in.brief().today + days{rule.days});
    return {{},
            {fmt::format("without_notice({}, {}, {})", in.world.group(rule.meetings), earliest,
                         in.valid())},
            {}};
}

Call call(const model::Regular& rule, const Spoken& in) {
    using What = model::Regular::What;
    const std::string group = in.world.group(rule.meetings);
    if (rule.last_year.empty()) {
        if (rule.what == What::week) return {};
        const auto* const of =
            rule.what == What::weekday ? "irregular_weekdays" : "irregular_times";
        return {{}, {fmt::format("{}({}, {})", of, group, in.valid())}, {}};
    }
    if (rule.what == What::time) return {};
    Items last_year;
    for (const Date date : rule.last_year)
        last_year.push_back(std::to_string(rule.what == What::week
                                               ? static_cast<unsigned>(model::iso_week(date).week)
                                               : model::weekday_of(date).iso_encoding()));
    return {{},
            {fmt::format("not_as_last_year({}, {}, {}, {})", group,
                         rule.what == What::week ? "week_number" : "weekday", list(last_year),
                         in.valid())},
            {}};
}

Call call(const model::Keep& rule, const Spoken& in) {
    Call found;
    const auto& today = in.brief().today;
    for (const model::MeetingId id : rule.meetings.meetings) {
        const model::Meeting& meeting = in.world.at(id);
        if (meeting.state == model::Meeting::State::cancelled || !meeting.published) continue;
        const Date date = meeting.published->date;
        if (!in.rule.validity.contains(date)) continue;
        const bool is_near =
            today && DateRange{*today, *today + days{rule.near_days}}.contains(date);
        found.points.push_back(fmt::format("{} * moved_points({}, {}, {}, {})",
                                           is_near ? rule.near_factor : 1, in.world.name(id),
                                           rule.per_meeting, rule.per_day, rule.per_weekday));
    }
    return found;
}

}  // namespace rul::documents::minizinc
