#pragma once

#include "desk/desk.hpp"
#include "documents/report.hpp"

#include <string>
#include <vector>

/// What reports are put together from.
namespace rul::desk {

[[nodiscard]] std::vector<documents::Cost> costs_of(const model::Brief& brief,
                                                    const std::vector<referee::Finding>& findings);

/// The line that a finding is about: of a rule that no line speaks of, that of the meeting.
[[nodiscard]] base::Location place_of(const model::Brief& brief, const referee::Finding& finding);

/// A part of a report under its title; nothing when the part is empty.
[[nodiscard]] std::string section(const base::Text& title, const std::string& text,
                                  const documents::Look& look);

/// The plan's title and period.
[[nodiscard]] std::string title_of(const PlanFile& plan, const documents::Look& look);

}  // namespace rul::desk
