#pragma once

#include "engine/model/brief.hpp"
#include "engine/model/identity.hpp"
#include "engine/model/plan.hpp"

namespace rul::store {

/// Lets each identity follow its meeting when the numbers of a series close up behind a meeting
/// that is now cancelled: the plan file then calls SDFU/2 "SDFU/aflyst-2027-03-09", and SDFU/3
/// "SDFU/2".
///
/// A cancelled meeting that has no identity takes that of the meeting of its series that stands
/// published on its date; those after it move up one, as far as that leaves most of them on the
/// dates they were published on. Nothing else of any identity is changed.
/// @pre plan.placements.size() == brief.meetings.size()
void renumber(model::Identities& identities, const model::Brief& brief, const model::Plan& plan);

}  // namespace rul::store
