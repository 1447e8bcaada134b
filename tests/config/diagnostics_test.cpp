// Every message of the plan file's reader, whole, in both languages: diagnostics/CODE.toml gives
// CODE.da.txt and CODE.en.txt. With RUL_WRITE_EXPECTED=1 the texts are written instead of compared;
// read them before you commit them.
#include "tests/config/plan_text.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(diagnostics)

const fs::path folder = "config/diagnostics";

bool is_writing() {
    return std::getenv("RUL_WRITE_EXPECTED") != nullptr;
}

void compare(const std::string& code, const base::Diagnostics& found, const std::string& cut) {
    bool has_code = false;
    for (const base::Diagnostic& diagnostic : found.all()) {
        has_code = has_code || diagnostic.code == code;
        BOOST_TEST(!diagnostic.message.danish.empty());
        if (diagnostic.code.starts_with("config."))
            BOOST_TEST(!diagnostic.help.danish.empty(), diagnostic.code << " has no help");
    }
    BOOST_TEST(has_code, code << " is not among:\n"
                              << testing::rendered(found, base::Language::english));
    for (const auto& [language, name] : {std::pair{base::Language::danish, ".da.txt"},
                                         std::pair{base::Language::english, ".en.txt"}}) {
        std::string text = testing::rendered(found, language);
        for (std::size_t at = text.find(cut); !cut.empty() && at != std::string::npos;
             at = text.find(cut))
            text.erase(at, cut.size());
        const fs::path expected = folder / (code + name);
        if (is_writing())
            std::ofstream{expected, std::ios::binary} << text;
        else
            BOOST_TEST(text == testing::text_of_file(expected), code << "\n" << text);
    }
}

// ---- What a file in the repository cannot be
// -----------------------------------------------------

using Prepare = std::function<fs::path(const fs::path& home)>;

fs::path written(const fs::path& file, const std::string& text) {
    std::ofstream{file, std::ios::binary} << text;
    return file;
}

fs::path latin_1(const fs::path& home) {
    return written(home / "plan.toml",
                   "period = \"2023\"\n[body.SDFU]\nname = \"Direkt\xf8rer\" # p\xe5 Latin-1\n");
}

fs::path big(const fs::path& home) {
    return written(home / "plan.toml", std::string((4U << 20U) + 1, '\n'));
}

fs::path crowded(const fs::path& home) {
    std::string text = "period = \"2023\"\n";
    for (int i = 0; i < 1100; ++i)
        text += "nøgle" + std::to_string(i) + " = 1\n";
    for (std::size_t at = text.find("ø"); at != std::string::npos; at = text.find("ø"))
        text.replace(at, 2, "oe");
    return written(home / "plan.toml", text);
}

fs::path list_from_a_spreadsheet(const fs::path& home) {
    written(home / "personer.csv", "person;navn\na;Direkt\xf8r\n");
    return written(home / "plan.toml",
                   "period = \"2023\"\npersons_from = \"personer.csv\"\nunknown = 1\n");
}

const std::map<std::string, Prepare>& prepared() {
    static const std::map<std::string, Prepare> all{
        {"config.list-windows", list_from_a_spreadsheet},
        {"config.not-utf8", latin_1},
        {"config.too-big", big},
        {"config.too-many", crowded}};
    return all;
}

BOOST_AUTO_TEST_CASE(each_mistake_is_told_as_expected) {
    int cases = 0;
    for (const auto& entry : fs::directory_iterator{folder}) {
        if (entry.path().extension() != ".toml") continue;
        ++cases;
        base::Diagnostics found;
        const auto brief = config::load_plan(entry.path(), {}, found);
        BOOST_TEST(brief.has_value() == !found.has_errors(), entry.path());
        BOOST_TEST(!found.all().empty(), entry.path());
        compare(entry.path().stem().string(), found, "");
    }
    BOOST_TEST(cases >= 60);
}

BOOST_AUTO_TEST_CASE(files_that_are_no_plans_are_told_as_expected) {
    for (const auto& [code, prepare] : prepared()) {
        const testing::TemporaryFolder home;
        base::Diagnostics found;
        BOOST_TEST(!config::load_plan(prepare(home.path()), {}, found).has_value());
        base::Diagnostics shown;
        for (const base::Diagnostic& diagnostic : found.all())
            if (diagnostic.code == code) shown.add(diagnostic);
        compare(code, shown, home.path().generic_string() + '/');
    }
}

// ---- All of them are here
// ------------------------------------------------------------------------

std::set<std::string> codes_in_source() {
    std::set<std::string> codes;
    const std::regex code{R"re("((config|proof)\.[a-z0-9-]+)")re"};
    for (const auto& entry : fs::recursive_directory_iterator{"../config"}) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string text = testing::text_of_file(entry.path());
        for (std::sregex_iterator at{text.begin(), text.end(), code}; at != std::sregex_iterator{};
             ++at)
            codes.insert((*at)[1].str());
    }
    return codes;
}

BOOST_AUTO_TEST_CASE(every_code_of_the_reader_has_a_case) {
    // A file the user may not read cannot be made by those who run the tests as root.
    const std::set<std::string> unseen{"config.unreadable"};
    const auto codes = codes_in_source();
    BOOST_TEST(codes.size() >= 60U);
    for (const std::string& code : codes)
        if (code.starts_with("config.") && !unseen.contains(code))
            BOOST_TEST(fs::exists(folder / (code + ".en.txt")), code << " has no case");
}

BOOST_AUTO_TEST_CASE(every_code_is_on_the_page_and_no_other) {
    const std::string page = testing::text_of_file("../docs/diagnostics.md");
    std::set<std::string> listed;
    const std::regex row{R"re(\n\| `(config\.[a-z0-9-]+)` \|)re"};
    for (std::sregex_iterator at{page.begin(), page.end(), row}; at != std::sregex_iterator{}; ++at)
        listed.insert((*at)[1].str());
    for (const std::string& code : codes_in_source())
        if (code.starts_with("config.")) BOOST_TEST(listed.contains(code), code);
    for (const std::string& code : listed)
        BOOST_TEST(codes_in_source().contains(code), code);
}

BOOST_AUTO_TEST_SUITE_END()
