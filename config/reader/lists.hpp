#pragma once

#include "config/reader/draft.hpp"
#include "config/text/csv.hpp"

#include <string_view>
#include <vector>

namespace rul::config {

// The files a plan names.

[[nodiscard]] bool is_list_file(std::string_view name);  ///< ends in .csv
[[nodiscard]] bool is_ics_file(std::string_view name);   ///< ends in .ics
/// Whether a text names a file at all.
[[nodiscard]] bool is_file_name(std::string_view name);

/// The rows of the list that `node` names; empty, and an error, if it cannot be read.
[[nodiscard]] std::vector<Row> read_list(Draft& draft, const Node& node,
                                         const std::vector<Column>& columns);
/// The entries within `window` of the .ics file that `node` names.
[[nodiscard]] std::vector<model::CalendarEntry> read_entries(Draft& draft, const Node& node,
                                                             const model::DateRange& window);

/// Busy times: appointments, days, { when, why } or files, mixed.
[[nodiscard]] std::vector<model::Busy> read_busy(Draft& draft, const Node* node);
/// Whole days, and when they are.
[[nodiscard]] model::Busy busy_days(const model::DateRange& days, std::string why);

}  // namespace rul::config
