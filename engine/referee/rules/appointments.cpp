#include "engine/referee/rules/rules.hpp"
#include "engine/referee/slots.hpp"

#include <algorithm>

namespace rul::referee {

using base::Text;
using model::Appointment;
using model::Meeting;
using model::MeetingId;

namespace {

// "fre 12-05-2023 09.00-11.00 teams".
Text as_said(const Appointment& said) {
    return model::in_both([&](base::Language language) {
        std::string words = model::to_short(said.date, language);
        if (said.time) words += " " + to_text(*said.time, language);
        if (said.mode) words += fmt::format(" {}", to_text(*said.mode, language));
        return words;
    });
}

Text all_said(const std::vector<Appointment>& options) {
    Text all;
    for (const Appointment& said : options) {
        const Text next = as_said(said);
        all.danish += (all.danish.empty() ? "" : " eller ") + next.danish;
        all.english += (all.english.empty() ? "" : " or ") + next.english;
    }
    return all;
}

bool is_as_said(const Standing& standing, MeetingId id, const Appointment& said) {
    return stands_as(said, standing.brief(), standing.meeting(id), standing.at(id));
}

void judge_free(MeetingId id, Ruling& ruling) {
    const model::DateRange& within = ruling.standing().meeting(id).within;
    if (!within.contains(ruling.standing().date_of(id)))
        ruling.violated({id}, say("{} ligger uden for {}", "{} is outside {}", ruling.name(id),
                                  model::to_text(within)));
}

void judge_placed(MeetingId id, Ruling& ruling) {
    const Meeting& meeting = ruling.standing().meeting(id);
    const model::Date date = ruling.standing().date_of(id);
    if (date < model::first_plannable_date || model::last_plannable_date < date)
        ruling.violated({id}, say("{} ligger uden for årene 1990-2037",
                                  "{} is outside the years 1990-2037", ruling.name(id)));
    if (meeting.state == Meeting::State::free) return judge_free(id, ruling);
    const bool is_kept = std::any_of(
        meeting.options.begin(), meeting.options.end(),
        [&](const Appointment& said) { return is_as_said(ruling.standing(), id, said); });
    if (!is_kept)
        ruling.violated({id}, say("{} ligger ikke som aftalt: {}", "{} is not as appointed: {}",
                                  ruling.name(id), all_said(meeting.options)));
}

void judge_meeting(MeetingId id, Ruling& ruling) {
    const Meeting& meeting = ruling.standing().meeting(id);
    if (meeting.kind == Meeting::Kind::event) return;
    if (meeting.state == Meeting::State::cancelled) {
        if (ruling.standing().placement(id))
            ruling.violated({id}, say("{} er aflyst, men står i planen",
                                      "{} is cancelled, but stands in the plan", ruling.name(id)));
    } else if (ruling.standing().is_held(id)) {
        judge_placed(id, ruling);
    } else if (!meeting.may_be_left_out) {
        ruling.violated({id}, say("{} er ikke lagt i planen", "{} is not placed", ruling.name(id)));
    }
}

void judge_includes(const model::Series& series, Ruling& ruling) {
    for (const Appointment& said : series.includes) {
        const bool is_met =
            std::any_of(series.meetings.begin(), series.meetings.end(), [&](MeetingId id) {
                return ruling.standing().is_held(id) && is_as_said(ruling.standing(), id, said);
            });
        if (!is_met)
            ruling.violated({},
                            say("intet møde i {} ligger som aftalt: {}",
                                "no meeting of {} is as appointed: {}", series.key, as_said(said)));
    }
}

}  // namespace

void judge(const model::Appointments& /*rule*/, Ruling& ruling) {
    for (std::size_t i = 0; i < ruling.brief().meetings.size(); ++i)
        judge_meeting(MeetingId{i}, ruling);
    for (const model::Series& series : ruling.brief().series)
        judge_includes(series, ruling);
}

}  // namespace rul::referee
