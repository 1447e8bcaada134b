#pragma once

#include "documents/calendar_rows.hpp"
#include "documents/look.hpp"

#include <string>

namespace rul::documents {

/// The mødekalender as a table: date in words, week, time, place, meeting.
///
///     Dato                        Uge  Tid          Møde    Sted
///     mandag den 16. januar 2023    3  14.00-16.00  SDFU/1  Teams
///
/// Cancelled meetings stay in it, marked as such; those left out are told of below it.
[[nodiscard]] std::string calendar_table(const model::Brief& brief, const model::Plan& plan,
                                         const Filter& filter, const Look& look);

/// One such table a body, under the body's name; bodies without meetings are left out.
[[nodiscard]] std::string calendar_tables_by_body(const model::Brief& brief,
                                                  const model::Plan& plan, const Filter& filter,
                                                  const Look& look);

}  // namespace rul::documents
