#include "cli/arguments.hpp"

#include "base/layout.hpp"
#include "base/utf8.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only
using base::Language;

namespace {

cli::Parsed parsed(const std::vector<std::string>& words) {
    return cli::parse(words, Language::english, 80);
}

cli::Arguments understood(const std::vector<std::string>& words) {
    const auto result = parsed(words);
    BOOST_REQUIRE(std::holds_alternative<cli::Arguments>(result));
    return std::get<cli::Arguments>(result);
}

// What is wrong, and what to try.
std::pair<std::string, std::string> refused(const std::vector<std::string>& words) {
    const auto result = parsed(words);
    if (const auto* error = std::get_if<cli::UsageError>(&result))
        return {error->message.english, error->hint.english};
    return {"understood", ""};
}

using Refusal = std::pair<std::string, std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(arguments)

BOOST_AUTO_TEST_CASE(options_may_stand_before_and_after_the_plan_file) {
    const auto said = understood({"plan", "--seed", "7", "rul.toml", "--json", "--seconds=2.5"});
    BOOST_TEST((said.verb == cli::Verb::plan));
    BOOST_TEST(said.plan_file == "rul.toml");
    BOOST_TEST(said.seed == "7");
    BOOST_TEST(said.seconds == "2.5");
    BOOST_TEST(said.json);
}

BOOST_AUTO_TEST_CASE(a_plan_file_whose_name_begins_with_a_dash_stands_after_two) {
    BOOST_TEST(understood({"show", "--", "-odd.toml"}).plan_file == "-odd.toml");
}

BOOST_AUTO_TEST_CASE(the_last_of_one_option_said_twice_counts) {
    BOOST_TEST(understood({"plan", "a", "--seed", "1", "--seed", "2"}).seed == "2");
}

BOOST_AUTO_TEST_CASE(a_verb_or_option_that_is_not_there_gets_the_nearest) {
    BOOST_TEST((refused({"paln", "a"})
                == Refusal{R"(rul has nothing called "paln")", "did you mean: rul plan"}));
    BOOST_TEST((refused({"plan", "a", "--sed", "1"})
                == Refusal{"rul plan has no option --sed", "did you mean: --seed"}));
    BOOST_TEST((refused({"plan", "a", "--too", "ics"}).first == "rul plan has no option --too"));
}

BOOST_AUTO_TEST_CASE(what_is_missing_or_too_much_is_told) {
    BOOST_TEST(
        (refused({"plan"}) == Refusal{"the plan file is missing here", "try: rul plan rul.toml"}));
    BOOST_TEST((refused({}).first == "a verb is missing here"));
    BOOST_TEST((refused({"plan", "a", "b"}).first == R"("b" is one word too many after rul plan)"));
    BOOST_TEST((refused({"plan", "a", "--seed"}).first == "--seed lacks its value"));
}

BOOST_AUTO_TEST_CASE(help_is_for_the_verb_it_stands_with) {
    for (const auto& words : std::vector<std::vector<std::string>>{{"plan", "--help"},
                                                                   {"help", "plan"},
                                                                   {"--lang", "en", "help", "plan"},
                                                                   {"--help", "plan"},
                                                                   {"plan", "-h", "x.toml"}}) {
        const auto result = parsed(words);
        BOOST_REQUIRE(std::holds_alternative<cli::Answer>(result));
        BOOST_TEST(std::get<cli::Answer>(result).text.rfind("rul plan PLAN [options]", 0) == 0U);
    }
}

BOOST_AUTO_TEST_CASE(every_option_is_in_the_help_of_its_verbs_in_both_languages) {
    for (const auto language : {Language::danish, Language::english})
        for (const auto& help : cli::verbs()) {
            const auto text = cli::help_text(help, language, 200);
            for (const auto& option : cli::options()) {
                const bool is_told = text.find(option.help.in(language)) != std::string::npos;
                BOOST_TEST(is_told == option.is_for(help.verb), option.names);
            }
        }
}

BOOST_AUTO_TEST_CASE(help_fits_the_terminal) {
    for (const auto language : {Language::danish, Language::english})
        for (const auto& help : cli::verbs()) {
            const auto text = cli::help_text(help, language, 80) + cli::help_text(language, 80);
            for (const auto& line : base::wrapped(text, 1000))
                BOOST_TEST(base::display_width(line) <= 80U, line);
        }
}

BOOST_AUTO_TEST_CASE(the_language_is_seen_before_anything_else_is_understood) {
    BOOST_TEST(cli::language_said({"paln", "--lang", "da"}) == "da");
    BOOST_TEST(cli::language_said({"--lang=en", "plan"}) == "en");
    BOOST_TEST(cli::language_said({"plan"}).empty());
    BOOST_TEST((cli::language_of("da") == Language::danish));
}

BOOST_AUTO_TEST_CASE(paths_are_quoted_where_a_shell_would_take_them_apart) {
    BOOST_TEST(cli::typed_in_shell("år/2023.toml") == "år/2023.toml");
    BOOST_TEST(cli::typed_in_shell("min plan.toml") == "'min plan.toml'");
    BOOST_TEST(cli::typed_in_shell("it's") == "'it'\\''s'");
}

BOOST_AUTO_TEST_CASE(progress_tells_best_bound_and_gap) {
    planner::Progress progress{
        .seconds = 12.4, .bound = 31, .doing = base::both("søger", "searching")};
    BOOST_TEST(cli::progress_words(progress, false, Language::danish)
               == "søger  12 s  ingen kalender endnu  grænse 31");
    progress.best = 37;
    BOOST_TEST(cli::progress_words(progress, false, Language::english)
               == "searching  12 s  best 37  bound 31  gap 6 (16 %)");
    BOOST_TEST(cli::progress_words(progress, true, Language::english)
               == "ending (Ctrl-C again: at once)  12 s  best 37  bound 31  gap 6 (16 %)");
}

BOOST_AUTO_TEST_SUITE_END()
