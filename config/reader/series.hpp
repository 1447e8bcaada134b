#pragma once

#include "config/reader/draft.hpp"

namespace rul::config {

/// The series that the keys of a body, or of [series.KEY], speak of, with its meetings and rules;
/// nothing if they say neither how many nor when.
void read_series(Draft& draft, Fields& fields, model::BodyId body, const std::string& key,
                 const std::string& title);

/// The slots of a series or meeting: its own, or those of [defaults], or any working day.
[[nodiscard]] std::vector<model::Slot> slots_or_usual(Draft& draft, const Node* own, bool seminar,
                                                      const Place& where);
/// Every slot is long enough for the meeting.
void check_length(Draft& draft, const std::vector<model::Slot>& slots,
                  const std::optional<model::minutes>& length);
/// Adds a meeting; false, and an error, when there are too many for any plan.
bool add_meeting(Draft& draft, model::Meeting meeting, const Place& where);

}  // namespace rul::config
