#pragma once

#include "cli/arguments.hpp"
#include "desk/json.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace rul::cli {

/// Exit codes, as `rul --help` lists them.
namespace code {
inline constexpr int done = 0;
inline constexpr int answer_is_no = 1;
inline constexpr int wrong_input = 2;
inline constexpr int world_failed = 3;
inline constexpr int effort_spent = 4;
}  // namespace code

/// The language that --lang, or else LC_ALL, LC_MESSAGES and LANG in that order, ask for.
[[nodiscard]] base::Language language_of(const std::string& said);

/// Columns of the reader's terminal, or 80.
[[nodiscard]] std::size_t terminal_width();

/// Where a command speaks: results to standard output, everything else to standard error.
class Console {
  public:
    Console(base::Language language, const Arguments& arguments);

    [[nodiscard]] base::Language language() const { return language_; }
    [[nodiscard]] bool speaks_json() const { return json_; }
    /// How results are laid out: in colours and wrapped only on a terminal.
    [[nodiscard]] documents::Look look() const { return look_; }
    /// Whether a progress line can be drawn for somebody to see.
    [[nodiscard]] bool can_show_progress() const { return shows_progress_; }
    [[nodiscard]] bool can_ask() const { return can_ask_; }

    /// Writes a result. A reader who has gone (EPIPE) is no mistake. @throws base::IoError
    void print(std::string_view text) const;
    /// Advice and news; nothing when quiet.
    void note(const base::Text& text) const;
    /// Errors always, warnings and notes unless quiet.
    void show(const base::Diagnostics& diagnostics) const;
    /// Tells what failed and what to try, as JSON if that is spoken. @return its exit code
    [[nodiscard]] int fail(const desk::Failure& failure) const;
    /// Asks until the answer is yes or no; an empty one is no. @pre can_ask()
    [[nodiscard]] bool confirms(const base::Text& question) const;
    /// Writes to standard error as it is.
    static void write_error(std::string_view text);

  private:
    base::Language language_;
    documents::Look look_;
    bool json_ = false;
    bool quiet_ = false;
    bool colours_errors_ = false;
    bool shows_progress_ = false;
    bool can_ask_ = false;
};

/// `path` as it must be typed in a shell.
[[nodiscard]] std::string typed_in_shell(const std::string& path);

}  // namespace rul::cli
