#pragma once

#include "documents/calendar_rows.hpp"

#include <string>

namespace rul::documents {

/// The calendar as one page: a real table for screen readers and print, then the year month by
/// month. Everything it needs is in it; no scripts.
[[nodiscard]] std::string calendar_html(const model::Brief& brief, const model::Plan& plan,
                                        const Filter& filter, base::Language language);

}  // namespace rul::documents
