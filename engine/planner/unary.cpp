#include "engine/planner/unary.hpp"

#include "engine/model/plan.hpp"

#include <algorithm>
#include <chrono>

namespace rul::planner {

namespace {

using model::Date;
using model::MeetingId;
using model::Points;

// One start of one meeting, in the words of the model.
struct Case {
    const model::Brief& brief;
    const model::Meeting& meeting;
    Date date;
    Date last;
    const Start& start;
    const Grid& grid;

    [[nodiscard]] bool is_event() const { return meeting.kind == model::Meeting::Kind::event; }
};

Points breaks(const Case& c, const model::Deadline& rule) {
    if (rule.on_closed != model::Deadline::OnClosed::forbid || c.is_event()) return 0;
    const Date due = model::deadline_date(c.brief, rule, c.meeting.body, c.date);
    return model::is_open_for_deadlines(c.brief, c.meeting.body, due) ? 0 : 1;
}

bool stands_as_published(const Case& c) {
    const auto& published = c.meeting.published;
    if (!published || published->date != c.date) return false;
    return !published->time || (c.start.time && c.start.time->from == published->time->from);
}

Points breaks(const Case& c, const model::Notice& rule) {
    if (c.start.by_appointment || c.is_event() || !c.brief.today) return 0;
    if (stands_as_published(c)) return 0;
    return c.date < *c.brief.today + std::chrono::days{rule.days} ? 1 : 0;
}

Points breaks(const Case& c, const model::Within& rule) {
    switch (rule.side) {
        case model::Within::Side::before:
            return c.date < rule.window.first ? 0 : 1;
        case model::Within::Side::after:
            return c.date > rule.window.last ? 0 : 1;
        case model::Within::Side::inside:
            break;
    }
    return rule.window.contains(c.date) ? 0 : 1;
}

Points breaks(const Case& c, const model::Blocked& rule) {
    if (c.start.by_appointment || c.is_event()) return 0;
    std::optional<model::MomentRange> span;
    if (c.start.has_span)
        span = model::MomentRange{c.grid.moment_of(c.start.begin), c.grid.moment_of(c.start.end)};
    const model::Block& block = c.brief.blocks[rule.block.index];
    return model::touches(block, {c.date, c.last}, span) ? 1 : 0;
}

Points breaks(const Case& c, const model::ClosedDays& /*rule*/) {
    if (c.start.by_appointment || c.is_event()) return 0;
    for (Date day = c.date; day <= c.last; day += std::chrono::days{1})
        if (c.brief.calendar.find_holiday(day) != nullptr) return 1;
    return 0;
}

Points breaks(const Case& c, const model::SlotChoice& /*rule*/) {
    return c.start.slot_cost;
}

bool is_in(const model::Mix::Season& season, Date date) {
    const auto month = static_cast<unsigned>(model::ymd(date).month());
    const auto& months = season.months;
    const auto& days = season.weekdays;
    return (months.empty() || std::find(months.begin(), months.end(), month) != months.end())
           && (days.empty()
               || std::find(days.begin(), days.end(), model::weekday_of(date)) != days.end());
}

Points breaks(const Case& c, const model::Mix& rule) {
    Points found = 0;
    for (const model::Mix::Season& season : rule.seasons) {
        const bool wants_teams = season.mode == model::Mode::teams;
        const bool is_right =
            wants_teams ? c.start.mode == model::Mode::teams : model::needs_venue(c.start.mode);
        if (is_in(season, c.date) && !is_right) ++found;
    }
    return found;
}

Points nearness(const model::Brief& brief, const model::Keep& rule, Date published) {
    if (!brief.today) return 1;
    const Date end = *brief.today + std::chrono::days{rule.near_days};
    return *brief.today <= published && published <= end ? rule.near_factor : 1;
}

Points breaks(const Case& c, const model::Keep& rule) {
    if (!c.meeting.published) return 0;
    const model::Appointment& then = *c.meeting.published;
    const auto moved = std::chrono::abs((c.date - then.date)).count();
    const bool is_other_time = then.time && c.start.time && then.time->from != c.start.time->from;
    Points points = moved * rule.per_day;
    if (moved != 0 || is_other_time) points += rule.per_meeting;
    if (model::weekday_of(c.date) != model::weekday_of(then.date)) points += rule.per_weekday;
    return points * nearness(c.brief, rule, then.date);
}

template <class Other>
Points breaks(const Case& /*c*/, const Other& /*rule*/) {
    return 0;
}

// The date that decides whether the rule is valid.
Date date_judged(const Case& c, const model::Rule& rule) {
    const bool by_published =
        std::holds_alternative<model::Keep>(rule.kind) && c.meeting.published.has_value();
    return by_published ? c.meeting.published->date : c.date;
}

// ---- Whom a rule speaks of --------------------------------------------------------------------

std::vector<MeetingId> meetings_of_block(const model::Brief& brief, const model::Blocked& rule) {
    const model::Block& block = brief.blocks[rule.block.index];
    std::vector<MeetingId> found;
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        const model::BodyId body = brief.meetings[i].body;
        const bool is_named =
            std::find(block.bodies.begin(), block.bodies.end(), body) != block.bodies.end();
        if (block.is_for_everyone() || is_named) found.emplace_back(i);
    }
    return found;
}

std::vector<MeetingId> all_meetings(const model::Brief& brief) {
    std::vector<MeetingId> all;
    for (std::size_t i = 0; i < brief.meetings.size(); ++i)
        all.emplace_back(i);
    return all;
}

struct Spoken {
    const model::Brief& brief;

    std::vector<MeetingId> operator()(const model::Deadline& r) const {
        return r.meetings.meetings;
    }
    std::vector<MeetingId> operator()(const model::Notice& r) const { return r.meetings.meetings; }
    std::vector<MeetingId> operator()(const model::Within& r) const { return r.meetings.meetings; }
    std::vector<MeetingId> operator()(const model::Keep& r) const { return r.meetings.meetings; }
    std::vector<MeetingId> operator()(const model::SlotChoice& r) const {
        return r.meetings.meetings;
    }
    std::vector<MeetingId> operator()(const model::Mix& r) const {
        return r.seasons.empty() ? std::vector<MeetingId>{} : r.meetings.meetings;
    }
    std::vector<MeetingId> operator()(const model::Blocked& r) const {
        return meetings_of_block(brief, r);
    }
    std::vector<MeetingId> operator()(const model::ClosedDays& /*r*/) const {
        return all_meetings(brief);
    }
    template <class Other>
    std::vector<MeetingId> operator()(const Other& /*r*/) const {
        return {};
    }
};

}  // namespace

Points unary_breaks(const model::Brief& brief, const Grid& grid, const model::Rule& rule,
                    MeetingId meeting, const Start& start) {
    const Case c{
        brief, brief.at(meeting), grid.date_of(start.day), grid.date_of(start.last_day), start,
        grid};
    if (!rule.validity.contains(date_judged(c, rule))) return 0;
    return std::visit([&c](const auto& kind) { return breaks(c, kind); }, rule.kind);
}

Points keep_cost_of_leaving_out(const model::Brief& brief, const model::Rule& rule,
                                MeetingId meeting) {
    const auto* keep = std::get_if<model::Keep>(&rule.kind);
    const auto& published = brief.at(meeting).published;
    if (keep == nullptr || !published || !rule.validity.contains(published->date)) return 0;
    return keep->per_meeting * nearness(brief, *keep, published->date);
}

std::vector<std::vector<model::RuleId>> unary_rules(const model::Brief& brief) {
    std::vector<std::vector<model::RuleId>> by_meeting(brief.meetings.size());
    for (std::size_t i = 0; i < brief.rules.size(); ++i)
        for (const MeetingId meeting : std::visit(Spoken{brief}, brief.rules[i].kind))
            by_meeting[meeting.index].emplace_back(i);
    return by_meeting;
}

bool has_own_prices(const model::Rule& rule) {
    return std::holds_alternative<model::Keep>(rule.kind)
           || std::holds_alternative<model::SlotChoice>(rule.kind);
}

}  // namespace rul::planner
