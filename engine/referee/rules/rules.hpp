#pragma once

#include "engine/referee/ruling.hpp"

/// Each kind of rule, judged as its comment in engine/model/rule.hpp says.
namespace rul::referee {

void judge(const model::Attendance& rule, Ruling& ruling);
void judge(const model::Distance& rule, Ruling& ruling);
void judge(const model::Needs& rule, Ruling& ruling);
void judge(const model::SameDay& rule, Ruling& ruling);
void judge(const model::Inside& rule, Ruling& ruling);
void judge(const model::Spread& rule, Ruling& ruling);
void judge(const model::Mix& rule, Ruling& ruling);
void judge(const model::Rotation& rule, Ruling& ruling);
void judge(const model::Rooms& rule, Ruling& ruling);
void judge(const model::Apart& rule, Ruling& ruling);
void judge(const model::Gather& rule, Ruling& ruling);
void judge(const model::Load& rule, Ruling& ruling);
void judge(const model::Deadline& rule, Ruling& ruling);
void judge(const model::Notice& rule, Ruling& ruling);
void judge(const model::Regular& rule, Ruling& ruling);
void judge(const model::Keep& rule, Ruling& ruling);
void judge(const model::Within& rule, Ruling& ruling);
void judge(const model::SlotChoice& rule, Ruling& ruling);
void judge(const model::Count& rule, Ruling& ruling);
void judge(const model::Blocked& rule, Ruling& ruling);
void judge(const model::ClosedDays& rule, Ruling& ruling);
void judge(const model::Appointments& rule, Ruling& ruling);

/// Who comes to each meeting, by MeetingId.
[[nodiscard]] std::vector<Attending> who_comes(const Standing& standing,
                                               const model::Attendance& rule);

}  // namespace rul::referee
