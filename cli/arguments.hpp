#pragma once

#include "base/language.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rul::cli {

enum class Verb { init, check, plan, show, explain, export_files };

/// What was typed, as it was typed. Empty: not said.
struct Arguments {
    Verb verb = Verb::plan;
    std::string plan_file;
    std::string meeting;  ///< "SDFU/3".

    std::string language;
    std::string colour;
    bool json = false;
    bool quiet = false;
    bool no_input = false;

    std::string output;
    std::string from;
    std::string to;
    std::string today;

    std::string effort;
    std::string seconds;
    std::string seed;
    bool statistics = false;
    bool relax = false;
    std::string alternatives;
    std::string differ;

    std::string against;

    std::string body;
    std::string person;
    std::string month;
    bool by_body = false;
    bool year = false;

    bool help = false;
    bool version = false;
};

/// What was asked for is a text: help, the version.
struct Answer {
    std::string text;
};

/// What was typed makes no sense, and what would.
struct UsageError {
    base::Text message;
    base::Text hint;
};

using Parsed = std::variant<Arguments, Answer, UsageError>;

/// Understands a command line; `words` are without the program's name. Help is in `language`,
/// wrapped to `width` columns.
[[nodiscard]] Parsed parse(const std::vector<std::string>& words, base::Language language,
                           std::size_t width);

/// What `--lang` says among `words`; read before everything else, for the messages of the rest.
[[nodiscard]] std::string language_said(const std::vector<std::string>& words);

/// "init", "check", "plan", "show", "explain", "export".
[[nodiscard]] std::string_view name_of(Verb verb);

}  // namespace rul::cli
