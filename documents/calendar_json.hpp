#pragma once

#include "documents/calendar_rows.hpp"

#include <string>

namespace rul::documents {

/// The calendar for programs; the shape is documented in docs/command-line.md and only grows.
///
/// Dates are ISO 8601, clock times "14:00" in the plan's time zone, absent things are absent.
[[nodiscard]] std::string calendar_json(const model::Brief& brief, const model::Plan& plan,
                                        const Filter& filter = {});

}  // namespace rul::documents
