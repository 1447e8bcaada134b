#pragma once

#include "documents/minizinc/world.hpp"

#include <string>

/// The parts of a model, in the order in which they stand in it.
namespace rul::documents::minizinc {

/// The days, and what is known of each.
[[nodiscard]] std::string days_part(const World& world);
/// Persons, their busy time, and venues with their rooms.
[[nodiscard]] std::string people_part(const World& world);
[[nodiscard]] std::string venues_part(const World& world);
/// The meetings, their slots, and the variables: where each may stand.
[[nodiscard]] std::string meetings_part(const World& world);
/// Who sits at which meeting.
[[nodiscard]] std::string seats_part(const World& world);
/// Each rule as a call of its definition, and what it costs.
[[nodiscard]] std::string rules_part(const World& world);

/// stands_as('SDFU/3', 16, ...)
[[nodiscard]] std::string stands_as(const World& world, model::MeetingId id,
                                    const model::Appointment& said);

}  // namespace rul::documents::minizinc
