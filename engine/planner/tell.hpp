#pragma once

#include "engine/planner/encoding.hpp"
#include "engine/planner/planner.hpp"

namespace rul::planner {

/// The conflict for people: which rules and dates cannot hold together, each in the user's own
/// words with file and line, and what took the starts of meetings that have none.
[[nodiscard]] base::Text tell_conflict(const model::Brief& brief, const Conflict& conflict,
                                       const Encoding& whole);

/// What a rule asks for: the user's text, else what stands in the file, else its kind in words;
/// followed by file and line.
[[nodiscard]] base::Text rule_words(const model::Brief& brief, model::RuleId id);

}  // namespace rul::planner
