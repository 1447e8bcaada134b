#pragma once

#include "config/text/report.hpp"

#include <string_view>

namespace rul::config {

/// Whether the file is UTF-8; complains at the first byte that is not.
[[nodiscard]] bool is_utf8(const SourceText& source, Report& report);

/// Whether every line is short enough to be shown and to have been typed; complains of the first
/// that is not.
[[nodiscard]] bool has_short_lines(const SourceText& source, Report& report);

/// Complains at `where` if `text` has control characters, which a terminal takes for commands. Tabs
/// and ends of line are none.
void refuse_controls(std::string_view text, const Place& where, Report& report);

/// Complains of a control character at `where`.
void report_control(const base::Location& where, Report& report);

}  // namespace rul::config
