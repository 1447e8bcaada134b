#include "config/notation/read.hpp"

#include <algorithm>

namespace rul::config {

base::Diagnostic to_diagnostic(const Problem& problem, const base::Location& text,
                               base::Diagnostic::Severity severity) {
    base::Location where = text;
    where.column += static_cast<int>(problem.offset);
    where.width = static_cast<int>(std::max<std::size_t>(problem.width, 1));
    return {.severity = severity,
            .code = problem.code,
            .message = problem.message,
            .where = where,
            .help = problem.help};
}

}  // namespace rul::config
