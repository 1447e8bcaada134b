#include "tests/config/plan_text.hpp"

#include <filesystem>
#include <string>
#include <vector>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only

BOOST_AUTO_TEST_SUITE(documented)

struct Example {
    std::string mark;  // complete, fragment, preamble
    std::string text;
    int line = 0;
};

std::vector<Example> examples_of(const std::filesystem::path& page) {
    std::vector<Example> examples;
    std::istringstream in{testing::text_of_file(page)};
    bool inside = false;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (!inside && line.starts_with("```toml ")) {
            examples.push_back({line.substr(8), {}, number});
            inside = true;
        } else if (line == "```") {
            inside = false;
        } else if (inside) {
            examples.back().text += line + '\n';
        }
    }
    return examples;
}

const std::filesystem::path page = "../docs/plan-file.md";
const std::filesystem::path guide = "../docs/user-guide.md";

BOOST_AUTO_TEST_CASE(the_whole_year_of_the_guide_is_a_plan_without_mistakes) {
    const auto examples = examples_of(guide);
    BOOST_REQUIRE(examples.size() == 1U);
    base::Diagnostics found;
    const auto brief = config::parse_plan(examples.front().text, "plan.toml", {}, found);
    BOOST_TEST(found.all().empty(), testing::rendered(found, base::Language::english));
    BOOST_REQUIRE(brief.has_value());
    BOOST_TEST(brief->bodies.size() == 4U);
}

BOOST_AUTO_TEST_CASE(every_example_of_the_page_is_a_plan_without_mistakes) {
    const auto examples = examples_of(page);
    BOOST_REQUIRE_GT(examples.size(), 20U);
    std::string preamble;
    for (const Example& example : examples)
        if (example.mark == "preamble") preamble = example.text;
    for (const Example& example : examples) {
        const std::string text = (example.mark == "fragment" ? preamble : "") + example.text;
        base::Diagnostics found;
        const auto brief = config::parse_plan(text, "plan.toml", {}, found);
        BOOST_TEST(brief.has_value(),
                   "plan-file.md:" << example.line << "\n"
                                   << testing::rendered(found, base::Language::english));
        BOOST_TEST(found.all().empty(),
                   "plan-file.md:" << example.line << "\n"
                                   << testing::rendered(found, base::Language::english));
    }
}

BOOST_AUTO_TEST_CASE(every_plan_of_the_examples_is_read_without_mistakes) {
    int plans = 0;
    for (const auto& folder : std::filesystem::directory_iterator{"../examples"}) {
        const auto plan = folder.path() / "rul.toml";
        if (!std::filesystem::exists(plan)) continue;
        ++plans;
        base::Diagnostics found;
        const auto brief = config::load_plan(plan, testing::one_busy_hour(), found);
        BOOST_TEST(brief.has_value(), testing::rendered(found, base::Language::danish));
    }
    BOOST_TEST(plans >= 5);
}

BOOST_AUTO_TEST_SUITE_END()
