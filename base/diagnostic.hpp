#pragma once

#include "base/language.hpp"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace rul::base {

/// A stretch of one line of a file the user wrote. Lines and columns start at 1; columns and
/// widths count characters (Unicode code points), as editors show them. line == 0: no place known.
struct Location {
    std::string file;
    int line = 0;
    int column = 0;
    int width = 1;
    std::string source_line;  ///< The text of that line, without its newline.

    friend bool operator==(const Location&, const Location&) = default;
};

/// One thing wrong with what the user wrote: what, where, and what to do about it.
///
/// A value, not an exception: a reader reports every problem of a file, not the first.
struct Diagnostic {
    enum class Severity { note, warning, error };

    Severity severity = Severity::error;
    std::string code;  ///< Stable, documented, searchable: "config.unknown-body".
    Text message;      ///< One line, no full stop, names the values: unknown body "finanse".
    Location where;
    Text label;  ///< Beside the underline; may be empty.
    Text help;   ///< What to type instead; may be empty.
};

/// Where readers put what they find. Never throws for what the user did.
class Diagnostics {
  public:
    void add(Diagnostic diagnostic);
    [[nodiscard]] bool has_errors() const { return error_count_ > 0; }
    [[nodiscard]] std::size_t error_count() const { return error_count_; }
    [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
    /// Orders by file, line and column; equal places keep the order they were found in.
    void sort();

  private:
    std::vector<Diagnostic> all_;
    std::size_t error_count_ = 0;
};

/// "fejl", "advarsel", "bemærk" / "error", "warning", "note".
[[nodiscard]] std::string_view name_of(Diagnostic::Severity severity, Language language);

/// Writes `diagnostic` for a person, its line underlined (style: rustc, toml11).
void render(std::ostream& out, const Diagnostic& diagnostic, Language language);

}  // namespace rul::base
