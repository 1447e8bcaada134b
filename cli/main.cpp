#include "base/error.hpp"
#include "cli/commands.hpp"

#include <algorithm>
#include <csignal>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace rul;  // NOLINT(google-build-using-namespace): the program's own file
using base::both;

int run(const cli::Arguments& arguments, const cli::Console& console) {
    switch (arguments.verb) {
        case cli::Verb::init:
            return init(arguments, console);
        case cli::Verb::check:
            return check(arguments, console);
        case cli::Verb::plan:
            return plan(arguments, console);
        case cli::Verb::show:
            return show(arguments, console);
        case cli::Verb::export_files:
            break;
    }
    return export_files(arguments, console);
}

// What to try when the world failed: begin a file that is not there, write elsewhere, or again.
base::Text after_world_failed(const cli::Arguments& arguments, base::Language language) {
    if (arguments.plan_file.empty()) return both("prøv: rul init -o -", "try: rul init -o -");
    std::error_code ignored;
    const std::filesystem::path file = arguments.plan_file;
    if (std::filesystem::is_regular_file(file / "rul.toml", ignored)) {
        auto inside = arguments;
        inside.plan_file = (file / "rul.toml").string();
        return try_verb(name_of(arguments.verb), inside);
    }
    if (!std::filesystem::exists(file, ignored))
        return both("prøv: rul init -o {}", "try: rul init -o {}",
                    cli::typed_in_shell(arguments.plan_file));
    if (arguments.verb == cli::Verb::export_files)
        return try_verb(
            "export", arguments,
            "--to " + arguments.to + " -o " + both("ET-ANDET-STED", "ELSEWHERE").in(language));
    return try_verb(name_of(arguments.verb), arguments);
}

bool is_one_of(const std::string& said, std::initializer_list<const char*> known) {
    return said.empty() || std::find(known.begin(), known.end(), said) != known.end();
}

// Options of every verb whose values are a choice.
std::optional<cli::UsageError> wrong_choice(const cli::Arguments& arguments) {
    if (!is_one_of(arguments.language, {"da", "en"}))
        return cli::UsageError{both("--lang {}: der er da og en", "--lang {}: there are da and en",
                                    arguments.language),
                               both("prøv: --lang da", "try: --lang en")};
    if (!is_one_of(arguments.colour, {"auto", "always", "never"}))
        return cli::UsageError{
            both("--color {}: der er auto, always og never",
                 "--color {}: there are auto, always and never", arguments.colour),
            both("prøv: --color auto", "try: --color auto")};
    return std::nullopt;
}

int answer(const std::vector<std::string>& words) {
    const auto language = cli::language_of(cli::language_said(words));
    cli::Arguments arguments;
    arguments.json = std::find(words.begin(), words.end(), "--json") != words.end();
    const cli::Console before{language, arguments};
    const auto parsed =
        cli::parse(words, language, std::min<std::size_t>(cli::terminal_width(), 100));
    if (const auto* text = std::get_if<cli::Answer>(&parsed)) {
        before.print(text->text);
        return cli::code::done;
    }
    auto error = std::get_if<cli::Arguments>(&parsed) != nullptr
                     ? wrong_choice(std::get<cli::Arguments>(parsed))
                     : std::optional{std::get<cli::UsageError>(parsed)};
    if (error)
        return before.fail({.exit_code = cli::code::wrong_input,
                            .message = std::move(error->message),
                            .hint = std::move(error->hint)});
    arguments = std::get<cli::Arguments>(parsed);
    const cli::Console console{language, arguments};
    try {
        return run(arguments, console);
    } catch (const base::Error& failure) {
        return console.fail({.exit_code = cli::code::world_failed,
                             .message = failure.text(),
                             .hint = after_world_failed(arguments, language)});
    }
}

}  // namespace

int main(int count, char** words) {
    std::signal(SIGPIPE, SIG_IGN);  // a reader who has gone is met where it is written
    try {
        return answer(count > 0 ? std::vector<std::string>{words + 1, words + count}
                                : std::vector<std::string>{});
    } catch (const rul::base::Error& failure) {
        // Not even the failure could be told on standard output.
        cli::Console::write_error(std::string{"rul: "} + failure.what() + "\n");
        return cli::code::world_failed;
    } catch (const std::exception& bug) {
        cli::Console::write_error(std::string{"rul: internal error: "} + bug.what() + "\n");
        constexpr int our_bug = 70;
        return our_bug;
    }
}
