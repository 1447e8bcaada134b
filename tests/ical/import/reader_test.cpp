#include "ical/import/reader.hpp"

#include "ical/import/sandbox.hpp"
#include "tests/support/temporary_folder.hpp"

#include <boost/test/unit_test.hpp>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>

namespace rul::ical {

namespace {

using std::chrono::local_days;
using std::chrono::year;

const model::DateRange year_2027{local_days{year{2027} / 1 / 1}, local_days{year{2027} / 12 / 31}};

struct Reading {
    testing::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "kollega.ics";
    base::Diagnostics diagnostics;

    std::optional<std::vector<model::CalendarEntry>> read(const std::string& bytes) {
        std::ofstream{file, std::ios::binary} << bytes;
        return read_calendar_file(file, year_2027, "Europe/Copenhagen", {"rul.toml", 7, 3},
                                  diagnostics);
    }
};

std::string calendar(const std::string& event) {
    return "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + event + "\nEND:VEVENT\nEND:VCALENDAR\n";
}

BOOST_AUTO_TEST_SUITE(reader_suite)

BOOST_AUTO_TEST_CASE(reads_a_file_through_the_child_process) {
    Reading reading;
    const auto entries = reading.read(calendar("DTSTART:20270105T100000Z\nSUMMARY:Ferie\nUID:x"));
    BOOST_REQUIRE(entries.has_value());
    BOOST_REQUIRE(entries->size() == 1U);
    BOOST_TEST(entries->front().title == "Ferie");
    BOOST_TEST(entries->front().uid == "x");
    BOOST_TEST(reading.diagnostics.all().empty());
}

BOOST_AUTO_TEST_CASE(an_event_that_cannot_be_trusted_is_a_warning_at_the_plans_own_line) {
    Reading reading;
    BOOST_TEST(reading.read(calendar("DTSTART;TZID=Nowhere:20270105T100000")).has_value());
    BOOST_REQUIRE(reading.diagnostics.all().size() == 1U);
    const base::Diagnostic& warning = reading.diagnostics.all().front();
    BOOST_TEST((warning.severity == base::Diagnostic::Severity::warning));
    BOOST_TEST(warning.code == "ical.unknown-zone");
    BOOST_TEST(warning.where.line == 7);
    BOOST_TEST(warning.message.english
               == reading.file.string()
                      + ":2: the time zone \"Nowhere\" is not known, so the event is not taken");
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_used_is_an_error) {
    Reading reading;
    BOOST_TEST(!reading.read("<html>").has_value());
    BOOST_TEST(!reading.read(std::string(10'000'001, '\n')).has_value());
    std::filesystem::remove(reading.file);
    BOOST_TEST(
        !read_calendar_file(reading.file, year_2027, "Europe/Copenhagen", {}, reading.diagnostics));
    BOOST_TEST(!read_calendar_file(reading.folder.path(), year_2027, "Europe/Copenhagen", {},
                                   reading.diagnostics));
    BOOST_REQUIRE(reading.diagnostics.all().size() == 4U);
    BOOST_TEST(reading.diagnostics.error_count() == 4U);
    BOOST_TEST(reading.diagnostics.all()[0].code == "ical.not-a-calendar");
    BOOST_TEST(reading.diagnostics.all()[1].code == "ical.too-big");
    BOOST_TEST(reading.diagnostics.all()[2].code == "ical.unreadable");
    BOOST_TEST(reading.diagnostics.all()[3].code == "ical.unreadable");
}

BOOST_AUTO_TEST_CASE(a_child_answers_or_nothing_does) {
    BOOST_TEST(run_in_child([] { return std::string(1'000'000, 'a'); }).value_or("")
               == std::string(1'000'000, 'a'));
    BOOST_TEST(run_in_child([] { return std::string{}; }).value_or("none") == "");
    BOOST_TEST(!run_in_child([]() -> std::string { throw std::runtime_error{"no"}; }));
    BOOST_TEST(!run_in_child([]() -> std::string { std::abort(); }));
    BOOST_TEST(!run_in_child([]() -> std::string { ::_exit(3); }));
}

BOOST_AUTO_TEST_CASE(a_child_that_runs_or_sleeps_for_ever_is_stopped) {
    Limits limits;
    limits.processor = std::chrono::seconds{1};
    const auto spin = []() -> std::string {
        for (volatile unsigned i = 0;;)
            i = i + 1;
    };
    BOOST_TEST(!run_in_child(spin, limits));
    limits.wall_clock = std::chrono::seconds{1};
    const auto sleep = []() -> std::string {
        for (;;)
            ::pause();
    };
    BOOST_TEST(!run_in_child(sleep, limits));
}

BOOST_AUTO_TEST_CASE(a_child_that_answers_too_much_is_stopped) {
    Limits limits;
    limits.output = 1000;
    BOOST_TEST(!run_in_child([] { return std::string(100'000, 'a'); }, limits));
}

#if !defined(__SANITIZE_ADDRESS__)
BOOST_AUTO_TEST_CASE(a_child_that_takes_all_memory_is_stopped) {
    Limits limits;
    limits.memory = std::size_t{32} << 20U;
    BOOST_TEST(!run_in_child([] { return std::string(std::size_t{64} << 20U, 'a').substr(0, 1); },
                             limits));
}
#endif

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

}  // namespace rul::ical
