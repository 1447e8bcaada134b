#pragma once

#include "engine/model/plan.hpp"

#include <vector>

namespace rul::referee {

/// The meeting's own slots, or its series'; never empty: without any, one that says nothing.
[[nodiscard]] std::vector<model::Slot> slots_of(const model::Brief& brief,
                                                const model::Meeting& meeting);

/// Weekday (nothing said: Monday to Friday), place in the month, and month.
[[nodiscard]] bool allows_date(const model::Slot& slot, model::Date date);

/// Whether `placement` is `slot` in every respect, as rule SlotChoice says.
[[nodiscard]] bool stands_in(const model::Slot& slot, const model::Brief& brief,
                             const model::Meeting& meeting, const model::Placement& placement);

/// Whether `placement` is what was said, and the rest as the slots have it (Appointment).
[[nodiscard]] bool stands_as(const model::Appointment& said, const model::Brief& brief,
                             const model::Meeting& meeting, const model::Placement& placement);

}  // namespace rul::referee
