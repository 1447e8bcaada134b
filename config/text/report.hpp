#pragma once

#include "config/notation/read.hpp"
#include "config/text/source_text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rul::config {

/// What is said beside the message of a diagnostic.
struct Advice {
    base::Text help;   ///< What to write instead.
    base::Text label;  ///< Beside the underline.
};

/// Where the reader of a plan says what is wrong. Stops after max_findings: a file that is wrong
/// in so many places is some other file.
class Report {
  public:
    static constexpr std::size_t max_findings = 1000;

    explicit Report(base::Diagnostics& out) : out_{out} {}

    void error(const Place& where, std::string code, base::Text message, Advice advice = {});
    void warning(const Place& where, std::string code, base::Text message, Advice advice = {});
    void error_at(base::Location where, std::string code, base::Text message, Advice advice = {});
    /// A notation's problem in a text whose first character stands at `text`.
    void problem(const Problem& problem, const Place& text,
                 base::Diagnostic::Severity severity = base::Diagnostic::Severity::error);
    [[nodiscard]] base::Diagnostics& diagnostics() { return out_; }
    [[nodiscard]] bool is_full() const { return said_ >= max_findings; }

  private:
    void add(base::Diagnostic diagnostic);

    base::Diagnostics& out_;
    std::size_t said_ = 0;
};

/// 'mente du "x"?' when one of `candidates` is near `wrong`, otherwise `otherwise`.
[[nodiscard]] base::Text did_you_mean(std::string_view wrong,
                                      const std::vector<std::string>& candidates,
                                      base::Text otherwise);

/// "a", "b" eller "c" / "a", "b" or "c".
[[nodiscard]] base::Text one_of(const std::vector<std::string>& words);

}  // namespace rul::config
