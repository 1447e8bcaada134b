#include "store/identity_file.hpp"

#include "base/error.hpp"
#include "store/files.hpp"
#include "tests/support/seeds.hpp"
#include "tests/support/temporary_folder.hpp"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <string>

namespace rul::store {

namespace {

using model::Identities;
using model::Identity;
using model::Standing;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::sys_days;
using std::chrono::year;
using testing::TemporaryFolder;

Identity identity(const std::string& uid) {
    Identity one{.uid = uid,
                 .sequence = 2,
                 .created = sys_days{year{2026} / 10 / 1} + hours{8},
                 .changed = sys_days{year{2026} / 11 / 1} + hours{9}};
    one.standing = Standing{.date = local_days{year{2027} / 1 / 12},
                            .time = model::TimeRange{hours{13}, hours{15}},
                            .mode = model::Mode::hybrid,
                            .venue = "Aalborg",
                            .room = "lokale 2"};
    one.body = "SDFU";
    one.name = "SDFU 1. møde";
    return one;
}

Identities some() {
    Identities all{{"SDFU/1", identity("a")}, {"ø \"b\"\n", identity("b")}, {"c", identity("c")}};
    all["c"].standing.reset();
    all["c"].cancelled = true;
    Standing& overnight = *all["ø \"b\"\n"].standing;
    overnight = {.date = local_days{year{2027} / 11 / 16},
                 .time = model::TimeRange{hours{12}, hours{12}},
                 .overnight = true};
    return all;
}

Identities many(const std::string& kind) {
    Identities all;
    for (int i = 0; i < 400; ++i)
        all[fmt::format("SDFU/{}", i)] = identity(fmt::format("{}-{}", kind, i));
    return all;
}

// What reading `text` complains of; empty: nothing.
base::Text complaint(const std::string& text) {
    try {
        static_cast<void>(parse_identities(text, "plan.calendar.json"));
    } catch (const base::IoError& error) {
        return error.text();
    }
    return {};
}

std::string with(const std::string& from, const std::string& to) {
    std::string text = to_text(some());
    const auto at = text.find(from);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, from);
    return text.replace(at, from.size(), to);
}

BOOST_AUTO_TEST_SUITE(identity_file_suite)

BOOST_AUTO_TEST_CASE(one_meeting_a_line_in_words_a_person_can_read) {
    BOOST_TEST(to_text({{"SDFU/1", identity("7e6f")}})
               == "{\n"
                  "\"format\": \"rul-calendar\",\n"
                  "\"version\": 1,\n"
                  "\"meetings\": {\n"
                  "\"SDFU/1\": {\"uid\":\"7e6f\",\"sequence\":2,"
                  "\"created\":\"2026-10-01T08:00:00Z\",\"changed\":\"2026-11-01T09:00:00Z\","
                  "\"date\":\"2027-01-12\",\"time\":\"13:00-15:00\",\"mode\":\"hybrid\","
                  "\"venue\":\"Aalborg\",\"room\":\"lokale 2\",\"body\":\"SDFU\","
                  "\"name\":\"SDFU 1. møde\"}\n"
                  "}\n"
                  "}\n");
}

BOOST_AUTO_TEST_CASE(what_is_saved_is_loaded) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "plan.calendar.json";
    for (const Identities& all : {some(), Identities{}, many("a")}) {
        save_identities(file, all);
        BOOST_TEST((load_identities(file) == all));
    }
}

BOOST_AUTO_TEST_CASE(a_file_that_does_not_exist_holds_none) {
    const TemporaryFolder folder;
    BOOST_TEST(load_identities(folder.path() / "none.json").empty());
}

BOOST_AUTO_TEST_CASE(an_unknown_version_is_refused_with_its_line) {
    const base::Text text = complaint(with("\"version\": 1", "\"version\": 2"));
    BOOST_TEST(text.danish
               == "plan.calendar.json:3: filen har version 2, og dette program kender kun 1; filen "
                  "er ikke rørt");
    BOOST_TEST(text.english
               == "plan.calendar.json:3: the file is of version 2, and this program knows only 1; "
                  "the file has not been touched");
}

BOOST_AUTO_TEST_CASE(every_kind_of_damage_is_refused_with_its_line) {
    const auto line = [](const std::string& text) {
        return complaint(text).english.substr(0, std::string{"plan.calendar.json:N"}.size());
    };
    BOOST_TEST(complaint(to_text(some())).empty());
    BOOST_TEST(line("") == "plan.calendar.json:1");
    BOOST_TEST(line("[]") == "plan.calendar.json:1");
    BOOST_TEST(line("{}") == "plan.calendar.json:1");
    BOOST_TEST(line(with("rul-calendar", "other")) == "plan.calendar.json:1");
    BOOST_TEST(line(with("\"version\": 1", "\"version\": \"1\"")) == "plan.calendar.json:3");
    BOOST_TEST(line(with("meetings", "metings")) == "plan.calendar.json:4");
    BOOST_TEST(line(with("\"uid\":\"a\"", "\"uid\":7")) == "plan.calendar.json:5");
    BOOST_TEST(line(with("\"uid\":\"a\"", "\"uid\":\"\"")) == "plan.calendar.json:5");
    BOOST_TEST(line(with("\"uid\":\"a\",", "")) == "plan.calendar.json:5");
    BOOST_TEST(line(with("\"uid\":\"b\"", "\"uid\":\"a\"")) == "plan.calendar.json:7");
    BOOST_TEST(line(with("\"sequence\":2", "\"sequence\":-1")) == "plan.calendar.json:5");
    BOOST_TEST(line(with("\"sequence\":2", "\"sequence\":2.5")) == "plan.calendar.json:5");
    BOOST_TEST(line(with("2026-10-01T08", "2026-13-01T08")) == "plan.calendar.json:5");
    BOOST_TEST(line(with("2026-10-01T08", "2026-10-01T24")) == "plan.calendar.json:5");
    BOOST_TEST(line(with("2027-01-12", "2027-02-30")) == "plan.calendar.json:5");
    BOOST_TEST(line(with("13:00-15:00", "13.00-15.00")) == "plan.calendar.json:5");
    BOOST_TEST(line(with("\"hybrid\"", "\"astral\"")) == "plan.calendar.json:5");
    BOOST_TEST(line(with("\"cancelled\":true", "\"cancelled\":1")) == "plan.calendar.json:6");
    BOOST_TEST(line(with("\"body\"", "\"bodi\"")) == "plan.calendar.json:5");
    BOOST_TEST(line(with("\"body\"", "\"uid\"")) == "plan.calendar.json:5");
    BOOST_TEST(line(with("\"c\":", "\"SDFU/1\":")) == "plan.calendar.json:6");
}

BOOST_AUTO_TEST_CASE(a_file_cut_off_anywhere_is_refused) {
    const std::string whole = to_text(some());
    for (std::size_t size = 0; size + 1 < whole.size(); ++size)
        BOOST_TEST(!complaint(whole.substr(0, size)).empty(), "cut at " << size);
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_not_written_over) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "plan.calendar.json";
    std::ofstream{file} << "{\"format\": \"rul-cal";
    BOOST_CHECK_THROW(update_identities(file, [](Identities& all) { all = some(); }),
                      base::IoError);
    BOOST_TEST(read_file(file) == "{\"format\": \"rul-cal");
}

BOOST_AUTO_TEST_CASE(a_change_that_throws_leaves_the_file_as_it_was) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "plan.calendar.json";
    save_identities(file, some());
    BOOST_CHECK_THROW(update_identities(file,
                                        [](Identities& all) {
                                            all.clear();
                                            throw base::Error{base::same("no")};
                                        }),
                      base::Error);
    BOOST_TEST((load_identities(file) == some()));
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_written_is_an_error_that_names_it) {
    try {
        save_identities("/nowhere/at/all.json", some());
        BOOST_ERROR("no error");
    } catch (const base::IoError& error) {
        BOOST_TEST(error.text().danish.find("/nowhere/at/all.json") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_link_stays_a_link_and_the_files_mode_its_mode) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "real.json";
    const auto link = folder.path() / "link.json";
    save_identities(file, {});
    ::chmod(file.c_str(), 0600);
    std::filesystem::create_symlink(file, link);
    save_identities(link, some());
    BOOST_TEST(std::filesystem::is_symlink(link));
    BOOST_TEST((load_identities(file) == some()));
    struct stat status {};
    BOOST_REQUIRE(::stat(file.c_str(), &status) == 0);
    BOOST_TEST((status.st_mode & 0777U) == 0600U);
}

// A child that writes the one and the other for ever, until it is killed.
[[noreturn]] void write_for_ever(const std::filesystem::path& file) {
    const Identities a = many("a");
    const Identities b = many("b");
    for (;;) {
        save_identities(file, a);
        save_identities(file, b);
    }
}

BOOST_AUTO_TEST_CASE(killed_at_any_moment_the_file_is_the_old_or_the_new) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "plan.calendar.json";
    const Identities a = many("a");
    const Identities b = many("b");
    save_identities(file, a);
    testing::for_each_seed(
        [&](base::Random& random) {
            const pid_t child = ::fork();
            BOOST_REQUIRE(child >= 0);
            if (child == 0) write_for_ever(file);
            ::usleep(static_cast<useconds_t>(random.between(0, 15'000)));
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            BOOST_TEST(WIFSIGNALED(status));
            const Identities now = load_identities(file);
            BOOST_TEST((now == a || now == b));
        },
        100);
    save_identities(file, a);  // the lock went with the dead
    BOOST_TEST((load_identities(file) == a));
}

void add_each(const std::filesystem::path& file, int process) {
    for (int i = 0; i < 25; ++i)
        update_identities(file, [&](Identities& all) {
            const std::string key = fmt::format("{}/{}", process, i);
            all[key] = identity(key);
        });
}

BOOST_AUTO_TEST_CASE(no_update_of_several_processes_is_lost) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "plan.calendar.json";
    std::vector<pid_t> children;
    for (int process = 0; process < 4; ++process) {
        const pid_t child = ::fork();
        BOOST_REQUIRE(child >= 0);
        if (child == 0) {
            add_each(file, process);
            ::_exit(0);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 1;
        ::waitpid(child, &status, 0);
        BOOST_TEST(status == 0);
    }
    BOOST_TEST(load_identities(file).size() == 100U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

}  // namespace rul::store
