// Files that a plan names.
#include "tests/config/plan_text.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <fstream>
#include <string>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(lists)

const std::string period = "period = \"01-01-2023..31-12-2023\"\n";

class Plan {
  public:
    explicit Plan(const std::string& text) { add("plan.toml", period + text); }
    void add(const std::string& name, const std::string& text) const {
        fs::create_directories((home_.path() / name).parent_path());
        std::ofstream{home_.path() / name, std::ios::binary} << text;
    }
    [[nodiscard]] model::Brief brief() const {
        base::Diagnostics found;
        auto brief = config::load_plan(home_.path() / "plan.toml", testing::one_busy_hour(), found);
        BOOST_REQUIRE_MESSAGE(brief, testing::rendered(found, base::Language::english));
        return std::move(*brief);
    }
    [[nodiscard]] std::string first_code() const {
        base::Diagnostics found;
        static_cast<void>(
            config::load_plan(home_.path() / "plan.toml", testing::one_busy_hour(), found));
        return found.all().empty() ? "" : found.all()[0].code;
    }
    [[nodiscard]] const fs::path& home() const { return home_.path(); }

  private:
    testing::TemporaryFolder home_;
};

BOOST_AUTO_TEST_CASE(a_list_is_read_as_spreadsheets_save_it) {
    for (const std::string& bytes :
         {std::string{"person;navn\r\na;Direkt\xc3\xb8r;\r\n;;\r\n"},  // empty fields behind
          std::string{"person\tnavn\r\na\tDirekt\xc3\xb8r\r\n"},       // "text", tabulators
          std::string{"person;navn;\r\na;Direkt\xf8r;\r\n"}}) {        // "CSV", Windows-1252
        const Plan plan{"persons_from = \"liste.csv\"\n"};
        plan.add("liste.csv", bytes);
        const auto brief = plan.brief();
        BOOST_REQUIRE(brief.persons.size() == 1U);
        BOOST_TEST(brief.persons[0].name == "Direktør");
    }
}

BOOST_AUTO_TEST_CASE(what_is_meant_as_a_file_of_busy_times_is_told_apart_from_days) {
    const auto code_of = [](const std::string& busy) {
        return Plan{"[person.a]\nbusy = \"" + busy + "\"\n"}.first_code();
    };
    BOOST_TEST(code_of("lister/optaget.xlsx") == "config.not-csv");
    BOOST_TEST(code_of("https://example.org/optaget.ics") == "config.not-local");
    BOOST_TEST(code_of("https://example.org/optaget") == "config.not-local");
}

BOOST_AUTO_TEST_CASE(members_come_from_a_list_and_may_be_new_persons) {
    const Plan plan{"[body.A]\nmembers_from = \"lister/a.csv\"\n"};
    plan.add("lister/a.csv",
             "person;rolle;navn;kommune\r\n# de nye\r\n\r\n"
             "d-thisted;formand;\"Direktør; \"\"Thisted\"\"\";Thisted\r\nd-aalborg;;Direktør;\r\n");
    const auto brief = plan.brief();
    BOOST_REQUIRE(brief.persons.size() == 2U);
    BOOST_TEST(brief.persons[0].name == "Direktør; \"Thisted\"");
    BOOST_TEST(brief.persons[0].municipality == "Thisted");
    BOOST_TEST((brief.bodies[0].members.at(0).role == model::Role::chair));
    BOOST_TEST((brief.bodies[0].members.at(1).role == model::Role::member));
}

BOOST_AUTO_TEST_CASE(holidays_dates_busy_times_and_published_dates_come_from_lists) {
    const Plan plan{R"(published_from = "udsendt.csv"
[defaults]
holidays = ["ingen", "lukket.csv", "fri.ics"]
[person.a]
busy = ["optaget.csv", "kalender.ics"]
[body.A]
count      = 1
fixed_from = "faste.csv"
[[block]]
when_from = "ferie.csv"
)"};
    plan.add("udsendt.csv", "møde,dato,tid,form\nA/1,09-01-2023,9-11,fysisk\n");
    plan.add("lukket.csv", "dato;navn\n06-01-2023;Helligtrekonger\n");
    plan.add("optaget.csv", "dato;tid;hvorfor\n03-01-2023;9-10;andet møde\nuge 7;;ferie\n");
    plan.add("faste.csv", "dato;tid\nman 16-01-2023;14-16\n");
    plan.add("ferie.csv", "dato\nuge 42\n");
    plan.add("kalender.ics", "");
    plan.add("fri.ics", "");
    const auto brief = plan.brief();
    const model::Date sixth{std::chrono::year{2023} / 1 / 6};
    BOOST_REQUIRE(brief.calendar.find_holiday(sixth) != nullptr);
    BOOST_TEST(brief.calendar.find_holiday(sixth)->danish == "Helligtrekonger");
    BOOST_TEST(brief.persons.at(0).busy.size() == 3U);
    BOOST_TEST(brief.persons[0].busy[1].why == "ferie");
    BOOST_TEST((brief.meetings.at(0).options.at(0).time
                == model::TimeRange{std::chrono::hours{14}, std::chrono::hours{16}}));
    BOOST_REQUIRE(brief.meetings[0].published.has_value());
    BOOST_TEST((brief.meetings[0].published->mode == model::Mode::physical));
    BOOST_TEST(brief.blocks.at(0).days.at(0).days() == 7);
}

BOOST_AUTO_TEST_CASE(included_files_add_to_the_plan) {
    const Plan plan{"include = [\"faelles.toml\"]\n[body.A]\nmembers = [\"a\"]\ncount = 1\n"};
    plan.add("faelles.toml", "[person.a]\n[defaults]\nagenda_out = \"7 dage før\"\n");
    const auto brief = plan.brief();
    BOOST_TEST(brief.persons.size() == 1U);
    const auto& rule = testing::rule_named(brief, "A.agenda_out");
    BOOST_TEST(rule.source.file.ends_with("faelles.toml"));
}

BOOST_AUTO_TEST_CASE(a_list_that_leaves_the_folder_is_refused) {
    BOOST_TEST(Plan{"persons_from = \"../andre.csv\"\n"}.first_code() == "config.outside-folder");
    BOOST_TEST(Plan{"persons_from = \"/etc/hosts.csv\"\n"}.first_code() == "config.outside-folder");
    const Plan plan{"persons_from = \"vej/personer.csv\"\n"};
    const testing::TemporaryFolder elsewhere;
    std::ofstream{elsewhere.path() / "personer.csv"} << "person\na\n";
    fs::create_directory_symlink(elsewhere.path(), plan.home() / "vej");
    BOOST_TEST(plan.first_code() == "config.outside-folder");
}

BOOST_AUTO_TEST_CASE(a_plan_that_is_not_there_is_told_as_such) {
    base::Diagnostics found;
    BOOST_TEST(!config::load_plan("findes/ikke.toml", {}, found).has_value());
    BOOST_REQUIRE(found.all().size() == 1U);
    BOOST_TEST(found.all()[0].code == "config.no-file");
    BOOST_TEST(found.all()[0].where.file == "findes/ikke.toml");
}

BOOST_AUTO_TEST_CASE(no_text_of_a_plan_or_list_holds_commands_for_a_terminal) {
    for (const std::string text : {R"(title = "\u001b[31m")", R"(title = "a\rb")",
                                   R"(title = "\u009b2J")", "[body.\"A\\u0007\"]\ncount = 2"})
        BOOST_TEST(Plan{text + "\n"}.first_code() == "config.control-character", text);
    const Plan plan{"[person.a]\nbusy = \"optaget.csv\"\n[body.A]\nmembers = \"a\"\ncount = 1\n"};
    plan.add("optaget.csv", "dato;hvorfor\n01-02-2023;\x1b[2J\n");
    BOOST_TEST(plan.first_code() == "config.control-character");
    plan.add("optaget.csv", "dato;hvorfor\r\n01-02-2023;\tferie\r\n");
    BOOST_TEST(plan.first_code() == "");
}

BOOST_AUTO_TEST_CASE(only_a_seminar_of_a_list_lasts_from_noon_to_noon) {
    for (const std::string line : {"04-01-2023;12-12", "04-01-2023 12.00-12.00;"}) {
        const Plan plan{"[body.A]\nfixed_from = \"faste.csv\"\n"};
        plan.add("faste.csv", "dato;tid\n" + line + "\n");
        BOOST_TEST(plan.first_code() == "config.noon-to-noon");
        const Plan seminar{"[body.A]\nseminar = true\nfixed_from = \"faste.csv\"\n"};
        seminar.add("faste.csv", "dato;tid\n" + line + "\n");
        BOOST_TEST(seminar.first_code() == "");
    }
}

BOOST_AUTO_TEST_CASE(a_list_on_one_endless_line_is_refused_at_once) {
    const Plan plan{"[person.a]\nbusy = \"optaget.csv\"\n"};
    for (const char c : {';', '\x01', '"'}) {
        plan.add("optaget.csv", std::string(3'000'000, c) + "\n");
        BOOST_TEST(plan.first_code() == "config.long-line");
    }
}

BOOST_AUTO_TEST_SUITE_END()
