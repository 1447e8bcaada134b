#pragma once

#include "documents/calendar_rows.hpp"

#include <string>

namespace rul::documents {

/// The calendar for a spreadsheet: UTF-8 with a byte order mark and CRLF, a semicolon between the
/// cells in Danish (as Danish Excel wants it) and a comma in English (RFC 4180).
///
/// Columns: meeting, body, name, date, weekday, week, start, end, mode, venue, room, state, remark.
[[nodiscard]] std::string calendar_csv(const model::Brief& brief, const model::Plan& plan,
                                       const Filter& filter, base::Language language);

}  // namespace rul::documents
