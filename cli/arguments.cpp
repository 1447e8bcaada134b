#include "cli/arguments.hpp"

#include "cli/console.hpp"
#include "cli/options.hpp"
#include "desk/desk.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace rul::cli {

namespace {

using base::both;
using base::Language;

void add_option(CLI::App& app, const Option& option, Arguments& arguments) {
    const std::string names = std::string{option.names};
    if (const auto* text = std::get_if<std::string Arguments::*>(&option.target))
        app.add_option(names, arguments.*(*text))
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    else
        app.add_flag(names, arguments.*std::get<bool Arguments::*>(option.target));
}

// Words that no option took are told of by us, in the reader's language.
void prepare(CLI::App& app) {
    app.set_help_flag();
    app.allow_extras();
}

void add_verb(CLI::App& app, const VerbHelp& help, Arguments& arguments) {
    CLI::App& verb = *app.add_subcommand(std::string{name_of(help.verb)});
    prepare(verb);
    verb.fallthrough(false);
    if (!help.operand.empty())
        verb.add_option("PLAN", arguments.plan_file)
            ->multi_option_policy(CLI::MultiOptionPolicy::Throw);
    if (help.verb == Verb::explain)
        verb.add_option("MEETING", arguments.meeting)
            ->multi_option_policy(CLI::MultiOptionPolicy::Throw);
    for (const Option& option : options())
        if (option.is_for(help.verb)) add_option(verb, option, arguments);
    verb.callback([&arguments, verb_name = help.verb] { arguments.verb = verb_name; });
}

std::vector<std::string> verb_names() {
    std::vector<std::string> names;
    for (const VerbHelp& help : verbs())
        names.emplace_back(name_of(help.verb));
    return names;
}

std::vector<std::string> option_names(Verb verb) {
    std::vector<std::string> names;
    for (const Option& option : options()) {
        if (!option.is_for(verb)) continue;
        std::string_view rest = option.names;
        while (!rest.empty()) {
            const std::size_t comma = std::min(rest.find(','), rest.size());
            names.emplace_back(rest.substr(0, comma));
            rest.remove_prefix(std::min(comma + 1, rest.size()));
        }
    }
    return names;
}

base::Text try_this(const std::string& command) {
    return both("prøv: {}", "try: {}", command);
}

UsageError unknown_verb(const std::string& word) {
    const auto near = desk::nearest(word, verb_names());
    if (word.ends_with(".toml"))
        return {both("hvad skal der ske med {}?", "what is to be done with {}?", word),
                try_this("rul plan " + typed_in_shell(word))};
    return {
        both("rul har ikke noget, der hedder \"{}\"", "rul has nothing called \"{}\"", word),
        near ? both("mente du: rul {}", "did you mean: rul {}", *near) : try_this("rul --help")};
}

UsageError one_too_many(Verb verb, const std::string& word) {
    return {both("\"{}\" er et ord for meget efter rul {}",
                 "\"{}\" is one word too many after rul {}", word, name_of(verb)),
            try_this("rul " + std::string{name_of(verb)} + " --help")};
}

UsageError unexpected(Verb verb, const std::string& word) {
    const std::string name{name_of(verb)};
    if (word.rfind('-', 0) != 0) return one_too_many(verb, word);
    const std::string option = word.substr(0, word.find('='));
    const auto near = desk::nearest(option, option_names(verb));
    return {both("rul {} har ikke valget {}", "rul {} has no option {}", name, option),
            near ? both("mente du: {}", "did you mean: {}", *near)
                 : try_this("rul " + name + " --help")};
}

// CLI11 begins what it says with the option's name: "--seed: 1 required TEXT missing".
UsageError wrong_use(const CLI::ParseError& error, const std::string& verb) {
    const std::string said = error.what();
    const std::string option = said.substr(0, said.find(':'));
    const auto hint = try_this(verb.empty() ? "rul --help" : "rul " + verb + " --help");
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return {both("{} mangler sin værdi", "{} lacks its value", option), hint};
    return {both("det kan ikke forstås: {}", "this cannot be understood: {}", said), hint};
}

Parsed help_for(const std::vector<std::string>& words, Language language, std::size_t width) {
    for (const VerbHelp& help : verbs())
        if (std::find(words.begin(), words.end(), name_of(help.verb)) != words.end())
            return Answer{help_text(help, language, width)};
    return Answer{help_text(language, width)};
}

Parsed understood(const CLI::App& app, const Arguments& arguments,
                  const std::vector<std::string>& words, Language language, std::size_t width) {
    if (arguments.version) return Answer{"rul " RUL_VERSION "\n"};
    const auto beside_verb = app.remaining();
    const bool asks_for_help =
        std::find(beside_verb.begin(), beside_verb.end(), "help") != beside_verb.end();
    if (arguments.help || asks_for_help) return help_for(words, language, width);
    const auto chosen = app.get_subcommands();
    if (chosen.empty()) {
        const auto& rest = beside_verb;
        if (rest.empty())
            return UsageError{both("her mangler et verbum", "a verb is missing here"),
                              base::same(help_text(language, width))};
        if (rest.front().rfind('-', 0) == 0)
            return UsageError{both("rul har ikke valget {}", "rul has no option {}", rest.front()),
                              try_this("rul --help")};
        return unknown_verb(rest.front());
    }
    const auto rest = chosen.front()->remaining();
    if (!rest.empty()) return unexpected(arguments.verb, rest.front());
    const bool lacks_plan = arguments.verb != Verb::init && arguments.plan_file.empty();
    if (lacks_plan)
        return UsageError{both("her mangler planfilen", "the plan file is missing here"),
                          try_this("rul " + std::string{name_of(arguments.verb)} + " rul.toml"
                                   + (arguments.verb == Verb::explain ? " SDFU/3" : ""))};
    if (arguments.verb == Verb::explain && arguments.meeting.empty())
        return UsageError{both("her mangler mødet", "the meeting is missing here"),
                          try_this("rul explain " + arguments.plan_file + " SDFU/3")};
    return arguments;
}

}  // namespace

std::string_view name_of(Verb verb) {
    switch (verb) {
        case Verb::init:
            return "init";
        case Verb::check:
            return "check";
        case Verb::plan:
            return "plan";
        case Verb::show:
            return "show";
        case Verb::explain:
            return "explain";
        case Verb::export_files:
            break;
    }
    return "export";
}

std::string language_said(const std::vector<std::string>& words) {
    std::string said;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--lang" && i + 1 < words.size()) said = words[i + 1];
        if (words[i].rfind("--lang=", 0) == 0) said = words[i].substr(7);
    }
    return said;
}

Parsed parse(const std::vector<std::string>& words, Language language, std::size_t width) {
    // After "--" everything is a name, however it begins.
    const auto dashes = std::find(words.begin(), words.end(), "--");
    const std::vector<std::string> before{words.begin(), dashes};
    std::vector<std::string> names;
    if (dashes != words.end()) names.assign(std::next(dashes), words.end());

    CLI::App app;
    Arguments arguments;
    prepare(app);
    for (const Option& option : options())
        if (option.verbs.empty()) add_option(app, option, arguments);
    for (const VerbHelp& help : verbs())
        add_verb(app, help, arguments);
    try {
        // CLI11 takes the words from the back.
        app.parse(std::vector<std::string>{before.rbegin(), before.rend()});
    } catch (const CLI::ParseError& error) {
        const auto verb = std::find_if(before.begin(), before.end(),
                                       [](const auto& word) { return word.rfind('-', 0) != 0; });
        return wrong_use(error, verb == before.end() ? "" : *verb);
    }
    const auto take_name = [&names](std::string& operand) {
        if (names.empty() || !operand.empty()) return;
        operand = names.front();
        names.erase(names.begin());
    };
    take_name(arguments.plan_file);
    if (arguments.verb == Verb::explain) take_name(arguments.meeting);
    if (!names.empty()) return one_too_many(arguments.verb, names.front());
    return understood(app, arguments, before, language, width);
}

}  // namespace rul::cli
