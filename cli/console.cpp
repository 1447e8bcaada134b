#include "cli/console.hpp"

#include "base/error.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <system_error>

namespace rul::cli {

namespace {

using base::both;
using base::Language;

std::string environment(const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets them
    return value == nullptr ? "" : value;
}

bool is_dumb() {
    return environment("TERM") == "dumb";
}

// A person at a terminal gets colours unless they asked for none.
bool wants_colour(const std::string& said, int descriptor) {
    if (said == "always") return true;
    if (said == "never") return false;
    return ::isatty(descriptor) == 1 && environment("NO_COLOR").empty() && !is_dumb();
}

std::size_t columns_said() {
    const std::string said = environment("COLUMNS");
    std::size_t columns = 0;
    const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), columns);
    return error == std::errc{} && end == said.data() + said.size() ? columns : 0;
}

// 0, or the errno of what went wrong.
int write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto count = ::write(descriptor, text.data(), text.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return 0;
}

bool concerns_quiet_readers(const base::Diagnostic& diagnostic) {
    return diagnostic.severity == base::Diagnostic::Severity::error;
}

}  // namespace

Language language_of(const std::string& said) {
    if (said == "da" || said == "en") return said == "da" ? Language::danish : Language::english;
    for (const std::string& locale :
         {environment("LC_ALL"), environment("LC_MESSAGES"), environment("LANG")})
        if (!locale.empty())
            return locale.rfind("da", 0) == 0 ? Language::danish : Language::english;
    return Language::english;
}

std::size_t terminal_width() {
    constexpr std::size_t usual = 80, least = 40;
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return std::max<std::size_t>(size.ws_col, least);
    const std::size_t said = columns_said();
    return said == 0 ? usual : std::max(said, least);
}

Console::Console(Language language, const Arguments& arguments)
    : language_{language}, json_{arguments.json}, quiet_{arguments.quiet} {
    const bool is_terminal = ::isatty(STDOUT_FILENO) == 1;
    look_ = {.language = language,
             .colour = wants_colour(arguments.colour, STDOUT_FILENO),
             .width = is_terminal ? terminal_width() : 0};
    const bool errors_are_seen = ::isatty(STDERR_FILENO) == 1;
    colours_errors_ = wants_colour(arguments.colour, STDERR_FILENO);
    shows_progress_ = errors_are_seen && !quiet_ && !is_dumb();
    can_ask_ = errors_are_seen && ::isatty(STDIN_FILENO) == 1 && !arguments.no_input && !json_;
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): a console speaks
void Console::print(std::string_view text) const {
    const int error = write_all(STDOUT_FILENO, text);
    if (error == 0 || error == EPIPE) return;
    const auto why = error == ENOSPC  ? both("disken er fuld", "the disk is full")
                     : error == EBADF ? both("standard ud er lukket", "standard output is closed")
                                      : base::same(std::generic_category().message(error));
    throw base::IoError{base::Text{"kan ikke skrive resultatet: " + why.danish,
                                   "cannot write the result: " + why.english}};
}

void Console::note(const base::Text& text) const {
    if (!quiet_ && !json_) write_error(text.in(language_) + "\n");
}

void Console::show(const base::Diagnostics& diagnostics) const {
    std::ostringstream text;
    for (const auto& diagnostic : diagnostics.all())
        if (!quiet_ || concerns_quiet_readers(diagnostic)) render(text, diagnostic, language_);
    write_error(text.str());
}

int Console::fail(const desk::Failure& failure) const {
    if (json_) {
        print(failure_json(failure, language_));
        return failure.exit_code;
    }
    show(failure.diagnostics);
    const documents::Look look{.language = language_, .colour = colours_errors_};
    const auto rul = styled("rul:", documents::Style::bad, look);
    if (!failure.message.empty()) write_error(rul + " " + failure.message.in(language_) + "\n");
    if (!failure.hint.empty()) write_error(failure.hint.in(language_) + "\n");
    return failure.exit_code;
}

bool Console::confirms(const base::Text& question) const {
    for (;;) {
        write_error(question.in(language_) + both(" [j/N] ", " [y/N] ").in(language_));
        std::string answer;
        if (!std::getline(std::cin, answer) || answer.empty()) return false;
        if (answer.front() == 'j' || answer.front() == 'J' || answer.front() == 'y'
            || answer.front() == 'Y')
            return true;
        if (answer.front() == 'n' || answer.front() == 'N') return false;
    }
}

void Console::write_error(std::string_view text) {
    static_cast<void>(write_all(STDERR_FILENO, text));  // nobody is left to tell
}

std::string typed_in_shell(const std::string& path) {
    const auto is_plain = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<signed char>(c) < 0
               || std::string_view{"/._-+,:@%="}.find(c) != std::string_view::npos;
    };
    if (!path.empty() && std::all_of(path.begin(), path.end(), is_plain)) return path;
    std::string quoted = "'";
    for (const char c : path)
        quoted += c == '\'' ? std::string{"'\\''"} : std::string(1, c);
    return quoted + "'";
}

}  // namespace rul::cli
