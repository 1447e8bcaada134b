#include "config/proof/parts.hpp"

#include <algorithm>

namespace rul::config::proof {

namespace {

using model::Meeting;
using model::Needs;

// The distance from provider to subject, or the other way round, as the rule counts it.
int distance_of(const Brief& brief, const Needs& needs, Date subject, Date provider,
                model::Unit unit) {
    return needs.side == Needs::Side::before ? brief.calendar.distance(provider, subject, unit)
                                             : brief.calendar.distance(subject, provider, unit);
}

// The window in days (working days as they are).
DateRange outer_days(const Needs& needs, const model::DistanceRange& window, Date subject) {
    const int unit_days = window.unit == model::Unit::week ? 7 : 1;
    // Working days lie within one and a half times as many days, and long holidays.
    const bool is_working = window.unit == model::Unit::working_day;
    const int far = *window.max * unit_days + (is_working ? *window.max / 2 + 40 : 0);
    const int near = *window.min * unit_days;
    using chrono_days = std::chrono::days;
    if (needs.side == Needs::Side::before)
        return {subject - chrono_days{far}, subject - chrono_days{near}};
    return {subject + chrono_days{near}, subject + chrono_days{far}};
}

// The dates the window means, for the message.
DateRange exact_days(const Brief& brief, const Needs& needs, const model::DistanceRange& window,
                     Date subject) {
    if (window.unit != model::Unit::working_day) return outer_days(needs, window, subject);
    const bool is_before = needs.side == Needs::Side::before;
    const auto at = [&](int count) {
        return brief.calendar.shifted(subject, {is_before ? -count : count, window.unit});
    };
    const Date near = at(*window.min);
    const Date far = at(*window.max);
    return {std::min(near, far), std::max(near, far)};
}

bool is_served(const Brief& brief, const Needs& needs, const Needs::Provider& provider,
               Date subject, const std::vector<Date>& days) {
    const auto& window = provider.window;
    const int unit_days = window.unit == model::Unit::week ? 7 : 1;
    const DateRange outer = outer_days(needs, window, subject);
    for (auto day = std::lower_bound(days.begin(), days.end(), outer.first);
         day != days.end() && *day <= outer.last; ++day) {
        const int distance = distance_of(brief, needs, subject, *day, window.unit);
        if (*window.min * unit_days <= distance && distance <= *window.max * unit_days) return true;
    }
    return false;
}

// All days any of the meetings may stand on.
std::vector<Date> days_of(const Proof& proof, const std::vector<MeetingId>& meetings) {
    std::vector<Date> days;
    for (const MeetingId id : meetings) {
        const auto& own = proof.window(id).days;
        days.insert(days.end(), own.begin(), own.end());
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

Text side_words(Needs::Side side) {
    return side == Needs::Side::before ? say("før", "before") : say("efter", "after");
}

void report(Proof& proof, const model::Rule& rule, const Needs& needs,
            const Needs::Provider& provider, const std::vector<MeetingId>& unserved) {
    const Brief& brief = proof.brief();
    const Meeting& meeting = brief.at(unserved.front());
    const Text window = distance_words(provider.window);
    const Text others = other_meetings_words(unserved.size() - 1);
    const auto& days = proof.window(unserved.front()).days;
    if (days.size() > 1) {
        proof.error(
            "plan.needs-no-date", rule.source,
            say("{}{}: ingen mulig dato har et møde i {} {} {}",
                "{}{}: no possible date has a meeting of {} {} {} it", meeting.key, others,
                provider.meetings.said, window, side_words(needs.side)),
            say("{} står på {}", "{} is on {}", meeting.key, line_of(meeting.source, rule.source)));
        return;
    }
    const DateRange range = exact_days(brief, needs, provider.window, days.front());
    const bool is_outside = !range.overlaps(brief.period);
    const base::Location& fixed_at =
        meeting.options.empty() ? meeting.source : meeting.options.front().source;
    proof.error(is_outside ? "plan.needs-outside-period" : "plan.needs-no-date", rule.source,
                say("{}{} ({}) skal have et møde i {} {} {}, men {}",
                    "{}{} ({}) needs a meeting of {} {} {} it, but {}", meeting.key, others,
                    day_words(days.front()), provider.meetings.said, window, side_words(needs.side),
                    is_outside ? say("det ligger uden for perioden {}",
                                     "that is outside the period {}", to_text(brief.period))
                               : say("{} kan ikke mødes fra {} til {}",
                                     "{} cannot meet from {} to {}", provider.meetings.said,
                                     day_words(range.first), day_words(range.last))),
                say("{} står på {}", "{} is on {}", meeting.key, line_of(fixed_at, rule.source)));
}

void check_provider(Proof& proof, const model::Rule& rule, const Needs& needs,
                    const Needs::Provider& provider) {
    const Brief& brief = proof.brief();
    if (!provider.window.min || !provider.window.max || !is_in_days(provider.window.unit)) return;
    std::vector<MeetingId> unserved;
    const std::vector<Date> days = days_of(proof, provider.meetings.meetings);
    for (const MeetingId id : needs.subject.meetings) {
        if (!is_certain(brief.at(id))) continue;
        const auto& own = proof.window(id).days;
        const bool can_be = std::any_of(own.begin(), own.end(), [&](Date day) {
            return !rule.validity.contains(day) || is_served(brief, needs, provider, day, days);
        });
        if (!can_be && !own.empty()) unserved.push_back(id);
    }
    if (unserved.empty()) return;
    proof.blame(rule);
    report(proof, rule, needs, provider, unserved);
}

void check_numbers(Proof& proof, const model::Rule& rule, const Needs& needs,
                   const Needs::Provider& provider) {
    const Brief& brief = proof.brief();
    if ((!needs.own && !needs.in_step) || !is_always_valid(brief, rule)) return;
    const auto subjects = static_cast<std::size_t>(
        std::count_if(needs.subject.meetings.begin(), needs.subject.meetings.end(),
                      [&](MeetingId id) { return is_certain(brief.at(id)); }));
    if (subjects <= provider.meetings.meetings.size()) return;
    proof.blame(rule);
    proof.error(
        "plan.needs-counts", rule.source,
        say("hvert møde i {} skal have sit eget i {}, men der er {} i {} og {} i {}",
            "each meeting of {} needs one of its own of {}, but there are {} of {} and {} of {}",
            needs.subject.said, provider.meetings.said, meetings_words(subjects),
            needs.subject.said, meetings_words(provider.meetings.meetings.size()),
            provider.meetings.said));
}

}  // namespace

void check_needs(Proof& proof) {
    for_each_rule<Needs>(proof.brief(), [&](const model::Rule& rule, const Needs& needs) {
        if (!rule.strength.must) return;
        for (const Needs::Provider& provider : needs.providers) {
            check_numbers(proof, rule, needs, provider);
            check_provider(proof, rule, needs, provider);
        }
    });
}

}  // namespace rul::config::proof
