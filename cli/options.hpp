#pragma once

#include "cli/arguments.hpp"

#include <span>
#include <variant>

namespace rul::cli {

/// One option: how it is typed, for which verbs, what it does, and where its value goes. The
/// parser, the help and the tests read this one table.
struct Option {
    std::string_view names;  ///< "-o,--output"
    base::Text value;        ///< What stands for its value in help; empty: a flag.
    base::Text help;
    std::string_view verbs;  ///< "plan show"; empty: every one.
    std::variant<std::string Arguments::*, bool Arguments::*> target;

    [[nodiscard]] bool is_for(Verb verb) const;
    [[nodiscard]] bool is_flag() const { return value.empty(); }
};

[[nodiscard]] std::span<const Option> options();

/// A verb with its words of help.
struct VerbHelp {
    Verb verb;
    std::string_view operand;  ///< "PLAN", or nothing.
    base::Text purpose;        ///< One line.
    base::Text text;           ///< More of it.
    base::Text examples;       ///< Lines to type, "# what they do" after them.
};

[[nodiscard]] std::span<const VerbHelp> verbs();

[[nodiscard]] std::string help_text(base::Language language, std::size_t width);
[[nodiscard]] std::string help_text(const VerbHelp& help, base::Language language,
                                    std::size_t width);

}  // namespace rul::cli
