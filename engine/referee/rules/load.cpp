#include "engine/referee/rules/rules.hpp"

#include <algorithm>
#include <map>

namespace rul::referee {

using base::Text;
using model::Date;
using model::Load;
using model::MeetingId;
using model::PersonId;
using std::chrono::days;

namespace {

struct Burden {
    MeetingIds meetings;
    int count = 0;
};

bool is_expected(const model::Meeting& meeting, PersonId person) {
    return std::any_of(meeting.attendees.begin(), meeting.attendees.end(),
                       [person](const model::Member& m) {
                           return m.person == person && m.presence != model::Presence::standby;
                       });
}

bool is_away(const Standing& standing, MeetingId id, PersonId person) {
    const model::Placement& at = standing.at(id);
    if (!model::needs_venue(at.mode) || !at.venue) return false;
    const std::string& home = standing.brief().at(person).municipality;
    const std::string& there = standing.brief().at(*at.venue).municipality;
    return !home.empty() && !there.empty() && home != there;
}

// The days a meeting counts on; for weeks, the Monday of the week it starts in.
model::DateRange counted_days(Load::Per per, const Standing& standing, MeetingId id) {
    if (per == Load::Per::day) return standing.days_of(id);
    const Date monday = model::days_of(model::iso_week(standing.date_of(id)))->first;
    return {monday, monday};
}

std::map<Date, Burden> burdens(const Load& rule, PersonId person, const Ruling& ruling) {
    const Standing& standing = ruling.standing();
    std::map<Date, Burden> found;
    for (const MeetingId id : ruling.bound(standing.held())) {
        if (!is_expected(standing.meeting(id), person)) continue;
        const model::DateRange range = counted_days(rule.per, standing, id);
        for (Date date = range.first; date <= range.last; date += days{1}) {
            found[date].meetings.push_back(id);
            found[date].count += rule.travel && is_away(standing, id, person) ? 2 : 1;
        }
    }
    return found;
}

Text when(Load::Per per, Date date) {
    return model::in_both([&](base::Language language) -> std::string {
        if (per == Load::Per::day) return model::to_short(date, language);
        const bool is_danish = language == base::Language::danish;
        return (is_danish ? "i " : "in ") + to_text(model::iso_week(date), language);
    });
}

void judge_person(const Load& rule, PersonId person, Ruling& ruling) {
    for (const auto& [date, burden] : burdens(rule, person, ruling)) {
        if (burden.count <= rule.most) continue;
        ruling.broken_for(
            person, burden.meetings,
            say("{} har {} {}: {}; højst {}{}", "{} has {} {}: {}; at most {}{}",
                ruling.brief().at(person).name, meeting_count(burden.meetings.size()),
                when(rule.per, date), ruling.names(burden.meetings), rule.most,
                rule.travel ? Text{", og rejse tæller med", ", and travel counts"} : Text{}),
            burden.count - rule.most);
    }
}

}  // namespace

void judge(const Load& rule, Ruling& ruling) {
    for (const PersonId person : rule.persons)
        judge_person(rule, person, ruling);
    if (!rule.persons.empty()) return;
    for (std::size_t i = 0; i < ruling.brief().persons.size(); ++i)
        judge_person(rule, PersonId{i}, ruling);
}

}  // namespace rul::referee
