#pragma once

#include "base/diagnostic.hpp"
#include "engine/model/brief.hpp"

namespace rul::config {

/// Finds what cannot hold before any search: counts that do not fit, dates that contradict rules,
/// rules that contradict each other. Codes begin with "plan."; docs/diagnostics.md lists them.
///
/// Errors: no calendar exists that keeps every `must` rule. The brief is sound all the same, so
/// that it can be explained or planned as far as it goes: call this last, and do not throw the
/// brief away for what is found here. Warnings: what was fixed stands, but not as the rules have
/// it. Notes: what a secretary would ask about.
///
/// Silent when in doubt: that a brief passes does not mean that a calendar exists.
/// Cost: O(meetings * days) and small change; a national plan takes seconds.
void proofread(const model::Brief& brief, base::Diagnostics& diagnostics);

}  // namespace rul::config
