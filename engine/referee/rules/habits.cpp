#include "engine/referee/rules/rules.hpp"

#include <cstdlib>
#include <map>

namespace rul::referee {

using base::Text;
using model::Date;
using model::Keep;
using model::MeetingId;
using model::Points;
using model::Regular;

namespace {

// A weekday (0 is Sunday), a start in minutes after midnight, or an ISO week number.
using Habit = int;

Habit weekday_number(Date date) {
    return static_cast<Habit>(model::weekday_of(date).c_encoding());
}

std::optional<Habit> habit_of(Regular::What what, const model::Placement& placement) {
    if (what == Regular::What::weekday) return weekday_number(placement.date);
    if (what == Regular::What::week) return model::iso_week(placement.date).week;
    if (!placement.time) return std::nullopt;
    return static_cast<Habit>(placement.time->from.count());
}

Text habit_text(Regular::What what, Habit habit) {
    return model::in_both([&](base::Language language) -> std::string {
        if (what == Regular::What::weekday)
            return std::string{
                model::weekday_name(std::chrono::weekday{static_cast<unsigned>(habit)}, language)};
        if (what == Regular::What::week) return to_text(model::IsoWeek{0, habit}, language);
        return model::clock_text(model::minutes{habit}, language);
    });
}

// "på en mandag", "i uge 42".
Text on_habit(Regular::What what, Habit habit) {
    return what == Regular::What::week ? say("i {}", "in {}", habit_text(what, habit))
                                       : say("på en {}", "on a {}", habit_text(what, habit));
}

void judge_majority(const Regular& rule, Ruling& ruling) {
    const Standing& standing = ruling.standing();
    std::map<Habit, int> count;
    const MeetingIds counted = standing.by_date(ruling.bound(standing.held(rule.meetings)));
    for (const MeetingId id : counted)
        if (const auto habit = habit_of(rule.what, standing.at(id))) ++count[*habit];
    std::optional<Habit> usual;
    for (const auto& [habit, times] : count)
        if (!usual || times > count[*usual]) usual = habit;

    for (const MeetingId id : counted) {
        const auto habit = habit_of(rule.what, standing.at(id));
        if (!habit || habit == usual) continue;
        ruling.broken({id}, say("{} ({}) afviger fra det sædvanlige i {}: {}",
                                "{} ({}) differs from what is usual in {}: {}", ruling.name(id),
                                habit_text(rule.what, *habit), rule.meetings.said,
                                habit_text(rule.what, *usual)));
    }
}

void judge_last_year(const Regular& rule, Ruling& ruling) {
    const MeetingIds held = ruling.standing().held(rule.meetings);
    for (std::size_t k = 0; k < std::min(held.size(), rule.last_year.size()); ++k) {
        if (!ruling.binds(held[k])) continue;
        const Habit then = *habit_of(rule.what, {rule.last_year[k]});
        const Habit now = *habit_of(rule.what, ruling.standing().at(held[k]));
        if (then == now) continue;
        ruling.broken({held[k]}, say("{} ligger {}, sidste år {}", "{} is {}, last year {}",
                                     ruling.name(held[k]), on_habit(rule.what, now),
                                     on_habit(rule.what, then)));
    }
}

Points nearness(const Keep& rule, const model::Brief& brief, Date published) {
    if (!brief.today) return 1;
    const bool is_near =
        *brief.today <= published && published <= *brief.today + std::chrono::days{rule.near_days};
    return is_near ? rule.near_factor : 1;
}

bool is_start_changed(const model::Appointment& published, const model::Placement& now) {
    return published.time && now.time && published.time->from != now.time->from;
}

Points cost_of_move(const Keep& rule, const model::Appointment& published,
                    const model::Placement& now) {
    Points cost = 0;
    if (published.date != now.date || is_start_changed(published, now)) cost += rule.per_meeting;
    cost += rule.per_day * std::abs((now.date - published.date).count());
    if (model::weekday_of(published.date) != model::weekday_of(now.date)) cost += rule.per_weekday;
    return cost;
}

Text was_published(Date date) {
    return model::in_both([&](base::Language language) { return model::to_short(date, language); });
}

void judge_kept(const Keep& rule, MeetingId id, Ruling& ruling) {
    const model::Meeting& meeting = ruling.standing().meeting(id);
    const model::Appointment& published = *meeting.published;
    const Points factor = nearness(rule, ruling.brief(), published.date);
    if (!ruling.standing().is_held(id))
        ruling.charged({id},
                       say("{} er offentliggjort til {}, men holdes ikke",
                           "{} was published for {}, but is not held", ruling.name(id),
                           was_published(published.date)),
                       factor * rule.per_meeting);
    else
        ruling.charged({id},
                       say("{} er flyttet fra {}", "{} was moved from {}", ruling.name(id),
                           was_published(published.date)),
                       factor * cost_of_move(rule, published, ruling.standing().at(id)));
}

}  // namespace

void judge(const Regular& rule, Ruling& ruling) {
    if (rule.last_year.empty() && rule.what != Regular::What::week)
        judge_majority(rule, ruling);
    else if (rule.what != Regular::What::time)
        judge_last_year(rule, ruling);
}

void judge(const Keep& rule, Ruling& ruling) {
    for (const MeetingId id : rule.meetings.meetings) {
        const model::Meeting& meeting = ruling.standing().meeting(id);
        if (!meeting.published || meeting.state == model::Meeting::State::cancelled) continue;
        if (ruling.binds(meeting.published->date)) judge_kept(rule, id, ruling);
    }
}

}  // namespace rul::referee
