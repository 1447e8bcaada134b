#include "config/proof/parts.hpp"
#include "engine/model/plan.hpp"

#include <algorithm>

namespace rul::config::proof {

namespace {

using model::Deadline;
using model::Meeting;
namespace chrono = std::chrono;

Text deadline_name(const Deadline& deadline) {
    switch (deadline.what) {
        case Deadline::What::items_in:
            return say("fristen for punkter", "the deadline for items");
        case Deadline::What::agenda_out:
            return say("udsendelsen af dagsordenen", "the sending of the agenda");
        case Deadline::What::minutes_out:
            return say("udsendelsen af referatet", "the sending of the minutes");
        case Deadline::What::other:
            break;
    }
    return say("fristen \"{}\"", "the deadline \"{}\"", deadline.title);
}

// A meeting still to be held whose deadline has gone already.
void check_deadline(Proof& proof, const model::Rule& rule, const Deadline& deadline) {
    const Brief& brief = proof.brief();
    std::vector<MeetingId> late;
    for (const MeetingId id : deadline.meetings.meetings) {
        const Meeting& meeting = brief.at(id);
        if (!is_fixed(meeting) || !brief.today || meeting.options[0].date < *brief.today) continue;
        const Date date = meeting.options[0].date;
        if (rule.validity.contains(date)
            && deadline_date(brief, deadline, meeting.body, date) < *brief.today)
            late.push_back(id);
    }
    if (late.empty()) return;
    const Meeting& meeting = brief.at(late.front());
    const Date date = deadline_date(brief, deadline, meeting.body, meeting.options[0].date);
    proof.warn("plan.deadline-passed", meeting.options[0].source,
               say("{}{}: {} var {}, før i dag ({})", "{}{}: {} was {}, before today ({})",
                   meeting.key, other_meetings_words(late.size() - 1), deadline_name(deadline),
                   in_words(date), day_words(*brief.today)),
               say("Fristen står på {}", "The deadline is on {}",
                   line_of(rule.source, meeting.options[0].source)));
}

// Without a `today`, the period itself says when planning ends.
void check_deadline_and_period(Proof& proof, const model::Rule& rule, const Deadline& deadline) {
    const Brief& brief = proof.brief();
    if (brief.today) return;
    for (const MeetingId id : deadline.meetings.meetings) {
        const Meeting& meeting = brief.at(id);
        if (!is_fixed(meeting) || !brief.period.contains(meeting.options[0].date)) continue;
        const Date date = deadline_date(brief, deadline, meeting.body, meeting.options[0].date);
        if (date >= brief.period.first) continue;
        proof.note(
            "plan.deadline-before-period", meeting.options[0].source,
            say("{}: {} er {}, før perioden begynder", "{}: {} is {}, before the period begins",
                meeting.key, deadline_name(deadline), in_words(date)),
            say("Fristen står på {}", "The deadline is on {}",
                line_of(rule.source, meeting.options[0].source)));
    }
}

void check_notice(Proof& proof, const model::Rule& rule, const model::Notice& notice) {
    const Brief& brief = proof.brief();
    if (!brief.today) {
        proof.warn("plan.no-today", rule.source,
                   say("reglen {} gør ingenting uden today",
                       "the rule {} does nothing without today", name_of(rule)),
                   say("Skriv today = \"DATO\" øverst i filen",
                       "Write today = \"DATE\" at the top of the file"));
        return;
    }
    const Date earliest = *brief.today + chrono::days{notice.days};
    for (const MeetingId id : notice.meetings.meetings) {
        const Meeting& meeting = brief.at(id);
        if (!is_fixed(meeting)) continue;
        const Date date = meeting.options[0].date;
        if (date < *brief.today || date >= earliest || !rule.validity.contains(date)) continue;
        const Text days = model::in_both([&](Language l) {
            return count_of((date - *brief.today).count(), model::Unit::day, l);
        });
        proof.note(
            "plan.short-notice", meeting.options[0].source,
            say("{} ({}) er om {}, og reglen {} ({}) siger {}",
                "{} ({}) is in {}, and the rule {} ({}) says {}", meeting.key, in_words(date), days,
                name_of(rule), line_of(rule.source, meeting.options[0].source), notice.days));
    }
}

void check_keep(Proof& proof, const model::Rule& rule, const model::Keep& keep) {
    if (proof.brief().today || keep.near_days == 0) return;
    proof.warn("plan.no-today", rule.source,
               say("near_days i reglen {} gør ingenting uden today",
                   "near_days of the rule {} does nothing without today", name_of(rule)),
               say("Skriv today = \"DATO\" øverst i filen",
                   "Write today = \"DATE\" at the top of the file"));
}

void check_validity(Proof& proof) {
    const Brief& brief = proof.brief();
    for (const model::Rule& rule : brief.rules) {
        if (rule.validity.last < rule.validity.first || rule.validity.overlaps(brief.period))
            continue;
        proof.warn("plan.never-valid", rule.source,
                   say("reglen {} gælder {} og derfor aldrig i perioden {}",
                       "the rule {} holds {} and therefore never in the period {}", name_of(rule),
                       to_text(rule.validity), to_text(brief.period)));
    }
}

void check_outside(Proof& proof) {
    const Brief& brief = proof.brief();
    for (const model::Series& series : brief.series)
        for (const model::Quota& quota : series.quotas)
            if (quota.within.first < brief.period.first || brief.period.last < quota.within.last)
                proof.warn("plan.count-outside-period", series.source,
                           say("{}: {} er ikke helt i perioden {}",
                               "{}: {} is not wholly in the period {}", series.key,
                               to_text(quota.within), to_text(brief.period)));
    for (const model::Block& block : brief.blocks) {
        const bool touches_period =
            std::any_of(block.days.begin(), block.days.end(),
                        [&](const DateRange& days) { return days.overlaps(brief.period); });
        if (!touches_period && !block.days.empty())
            proof.note("plan.block-outside-period", block.source,
                       say("spærringen {} ligger uden for perioden {}",
                           "the block {} is outside the period {}", to_text(block.days.front()),
                           to_text(brief.period)));
    }
}

}  // namespace

void check_times(Proof& proof) {
    const Brief& brief = proof.brief();
    for_each_rule<Deadline>(brief, [&](const auto& rule, const auto& deadline) {
        check_deadline(proof, rule, deadline);
        check_deadline_and_period(proof, rule, deadline);
    });
    for_each_rule<model::Notice>(
        brief, [&](const auto& rule, const auto& notice) { check_notice(proof, rule, notice); });
    for_each_rule<model::Keep>(
        brief, [&](const auto& rule, const auto& keep) { check_keep(proof, rule, keep); });
    check_validity(proof);
    check_outside(proof);
}

}  // namespace rul::config::proof
