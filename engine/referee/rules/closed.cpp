#include "engine/referee/rules/rules.hpp"
#include "engine/referee/slots.hpp"

#include <algorithm>

namespace rul::referee {

using base::Text;
using model::Block;
using model::Date;
using model::MeetingId;

namespace {

bool is_free_to_move(const Standing& standing, MeetingId id) {
    return standing.meeting(id).kind != model::Meeting::Kind::event
           && !standing.stands_by_appointment(id);
}

bool concerns(const Block& block, const model::Meeting& meeting) {
    return block.is_for_everyone()
           || std::find(block.bodies.begin(), block.bodies.end(), meeting.body)
                  != block.bodies.end();
}

bool is_weekend(Date date) {
    const auto day = model::weekday_of(date);
    return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

bool names_weekday(const Standing& standing, MeetingId id) {
    const auto slots = slots_of(standing.brief(), standing.meeting(id));
    const auto weekday = model::weekday_of(standing.date_of(id));
    return std::any_of(slots.begin(), slots.end(), [weekday](const model::Slot& slot) {
        return std::find(slot.weekdays.begin(), slot.weekdays.end(), weekday)
               != slot.weekdays.end();
    });
}

void judge_holidays(MeetingId id, Ruling& ruling) {
    const model::DateRange days_met = ruling.standing().days_of(id);
    for (Date day = days_met.first; day <= days_met.last; day += std::chrono::days{1})
        if (const Text* const holiday = ruling.brief().calendar.find_holiday(day))
            ruling.broken({id}, say("{} ligger på en lukket dag: {}", "{} is on a closed day: {}",
                                    ruling.name(id), *holiday));
}

}  // namespace

void judge(const model::Blocked& rule, Ruling& ruling) {
    const Standing& standing = ruling.standing();
    const Block& block = ruling.brief().blocks[rule.block.index];
    for (const MeetingId id : ruling.bound(standing.held())) {
        if (!is_free_to_move(standing, id) || !concerns(block, standing.meeting(id))) continue;
        if (!model::touches(block, standing.days_of(id), standing.span_of(id))) continue;
        ruling.broken({id},
                      say("{} ligger i en spærring{}", "{} is in a block{}", ruling.name(id),
                          block.why.empty() ? std::string{} : fmt::format(": {}", block.why)));
    }
}

void judge(const model::ClosedDays& /*rule*/, Ruling& ruling) {
    const Standing& standing = ruling.standing();
    for (const MeetingId id : standing.held()) {
        if (!is_free_to_move(standing, id)) continue;
        judge_holidays(id, ruling);
        if (is_weekend(standing.date_of(id)) && !names_weekday(standing, id))
            ruling.broken({id}, say("{} ligger i en weekend, som ingen mødetid nævner",
                                    "{} is on a weekend that no slot names", ruling.name(id)));
    }
}

}  // namespace rul::referee
