#include "engine/referee/rules/rules.hpp"

namespace rul::referee {

using base::Text;
using model::Date;
using model::Deadline;
using model::MeetingId;
using model::Notice;

namespace {

Text title_of(const Deadline& rule) {
    switch (rule.what) {
        case Deadline::What::items_in:
            return {"punkter til dagsordenen", "items in"};
        case Deadline::What::agenda_out:
            return {"udsendelse af dagsordenen", "agenda out"};
        case Deadline::What::minutes_out:
            return {"udsendelse af referatet", "minutes out"};
        case Deadline::What::other:
            break;
    }
    return base::same(rule.title);
}

Text short_date(Date date) {
    return model::in_both([&](base::Language language) { return model::to_short(date, language); });
}

Text why_closed(const model::Brief& brief, Date date) {
    if (const Text* const holiday = brief.calendar.find_holiday(date))
        return say("er lukket ({})", "is closed ({})", *holiday);
    if (!brief.calendar.is_working_day(date)) return {"ikke er en hverdag", "is no working day"};
    return {"er spærret", "is blocked"};
}

bool is_where_published(const Standing& standing, MeetingId id) {
    const auto& published = standing.meeting(id).published;
    if (!published || published->date != standing.date_of(id)) return false;
    const auto& time = standing.at(id).time;
    return !published->time || (time && time->from == published->time->from);
}

}  // namespace

void judge(const Deadline& rule, Ruling& ruling) {
    if (rule.on_closed == Deadline::OnClosed::move_before) return;
    const model::Brief& brief = ruling.brief();
    for (const MeetingId id : ruling.bound(ruling.standing().held(rule.meetings))) {
        const model::Meeting& meeting = brief.at(id);
        if (meeting.kind == model::Meeting::Kind::event) continue;
        const Date due =
            model::deadline_date(brief, rule, meeting.body, ruling.standing().date_of(id));
        if (model::is_open_for_deadlines(brief, meeting.body, due)) continue;
        ruling.broken({id}, say("fristen for {} til {} falder {}, som {}",
                                "the deadline \"{}\" of {} falls on {}, which {}", title_of(rule),
                                ruling.name(id), short_date(due), why_closed(brief, due)));
    }
}

void judge(const Notice& rule, Ruling& ruling) {
    const Standing& standing = ruling.standing();
    if (!ruling.brief().today) return;
    const Date earliest = *ruling.brief().today + std::chrono::days{rule.days};
    for (const MeetingId id : ruling.bound(standing.held(rule.meetings))) {
        if (standing.stands_by_appointment(id) || is_where_published(standing, id)) continue;
        if (standing.date_of(id) >= earliest) continue;
        ruling.broken({id}, say("{} ligger før {}, den første dag med {} dages varsel",
                                "{} is before {}, the first day with {} days of notice",
                                ruling.name(id), short_date(earliest), rule.days));
    }
}

}  // namespace rul::referee
