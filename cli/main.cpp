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
        case cli::Verb::explain:
            return explain(arguments, console);
        case cli::Verb::export_files:
            break;
    }
    return export_files(arguments, console);
}

// The plan file that was most likely meant by `file`, which is not there, or is a folder.
std::optional<std::string> nearest_plan_file(const std::filesystem::path& file) {
    std::error_code ignored;
    const bool is_folder = std::filesystem::is_directory(file, ignored);
    if (!is_folder && std::filesystem::exists(file, ignored)) return std::nullopt;
    const auto folder = is_folder ? file : file.parent_path();
    std::vector<std::string> plans;
    for (const auto& entry :
         std::filesystem::directory_iterator{folder.empty() ? "." : folder, ignored})
        if (entry.path().extension() == ".toml") plans.push_back(entry.path().filename().string());
    std::sort(plans.begin(), plans.end());
    if (is_folder && plans.empty()) return std::nullopt;
    const auto meant =
        is_folder ? std::optional{plans.front()} : desk::nearest(file.filename().string(), plans);
    if (!meant) return std::nullopt;
    return (folder / *meant).string();
}

// What to try when the world failed: begin a file that is not there, write elsewhere, or again.
base::Text after_world_failed(const cli::Arguments& arguments, base::Language language) {
    std::error_code ignored;
    if (!arguments.from.empty() && !std::filesystem::is_regular_file(arguments.from, ignored))
        return both("prøv: rul init --from KALENDER.csv", "try: rul init --from CALENDAR.csv");
    if (arguments.plan_file.empty()) return both("prøv: rul init -o -", "try: rul init -o -");
    const std::filesystem::path file = arguments.plan_file;
    if (std::filesystem::is_regular_file(file / "rul.toml", ignored)) {
        auto inside = arguments;
        inside.plan_file = (file / "rul.toml").string();
        return try_verb(name_of(arguments.verb), inside);
    }
    if (const auto nearest = nearest_plan_file(file)) {
        auto meant = arguments;
        meant.plan_file = *nearest;
        return try_verb(name_of(arguments.verb), meant);
    }
    const bool is_folder = std::filesystem::is_directory(file, ignored);
    if (is_folder || !std::filesystem::exists(file, ignored))
        return both("prøv: rul init -o {}", "try: rul init -o {}",
                    cli::typed_in_shell((is_folder ? file / "rul.toml" : file).string()));
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
