#include "ical/import/import.hpp"
#include "ical/import/sandbox.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

// Real and nasty calendars of many programs, and what five parsers make of them. They are not part
// of the repository: RUL_REFERENCE says where they are; without it, beside the source folder.

namespace rul::ical {

namespace {

namespace fs = std::filesystem;
using std::chrono::local_days;
using std::chrono::year;

using Row = std::vector<std::string>;

fs::path reference_folder() {
    const char* const said = std::getenv("RUL_REFERENCE");
    return fs::path{said != nullptr ? said : "../../shared/reference"} / "ics";
}

bool is_absent() {
    if (fs::exists(reference_folder() / "CONSENSUS.csv")) return false;
    std::cerr << "notice: skipped, no reference calendars at " << reference_folder()
              << " (set RUL_REFERENCE)\n";
    return true;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

// The rows of a CSV file after its first; fields in double quotes may hold commas.
std::vector<Row> rows_of(const fs::path& file) {
    std::vector<Row> rows{{""}};
    bool quoted = false;
    for (const char c : bytes_of(file)) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            rows.back().emplace_back();
        else if (c == '\n' && !quoted)
            rows.push_back({""});
        else if (c != '\r')
            rows.back().back() += c;
    }
    rows.erase(rows.begin());
    rows.pop_back();
    return rows;
}

Import read(const std::string& file) {
    return import_calendar(
        bytes_of(reference_folder() / file),
        {{local_days{year{2026} / 1 / 1}, local_days{year{2027} / 12 / 31}}, "UTC", ""});
}

bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

// "VCALENDAR events=8 occ2026_27=730 errors=0": the number after `name`. Of a lone VEVENT that
// column does not count the component itself, so it says nothing.
std::optional<std::string> libical_number(const std::string& text, const std::string& name) {
    const auto at = text.find(name + "=");
    if (at == std::string::npos || text.rfind("VEVENT", 0) == 0) return std::nullopt;
    const auto start = at + name.size() + 1;
    return text.substr(start, text.find(' ', start) - start);
}

// What most of the parsers say; of equals what ours says, if it is one of them.
std::string majority(const Row& row, const std::string& ours) {
    std::map<std::string, int> votes;
    for (std::size_t i = 2; i < row.size(); ++i)
        if (is_number(row[i])) ++votes[row[i]];
    if (const auto number = libical_number(row[1], "events")) ++votes[*number];
    std::string best = ours;
    int most = votes.count(ours) > 0 ? votes[ours] : 0;
    for (const auto& [value, count] : votes)
        if (count > most) {
            best = value;
            most = count;
        }
    return best;
}

std::set<std::string> known_differences() {
    std::set<std::string> known;
    std::ifstream table{"data/ical/reference_differences.csv"};
    BOOST_REQUIRE(table.is_open());
    for (std::string line; std::getline(table, line);)
        if (!line.empty() && line[0] != '#') known.insert(line.substr(0, line.rfind(',')));
    return known;
}

// "file,what,ours,theirs" for what differs in one file.
std::vector<std::string> differences(const Row& row) {
    const std::string& file = row[0];
    const Import import = read(file);
    std::vector<std::string> found;
    const std::string events = import.is_usable() ? std::to_string(import.events) : "refused";
    const std::string theirs = majority(row, events);
    if (events != theirs) found.push_back(file + ",events," + events + "," + theirs);
    const auto occurrences = libical_number(row[1], "occ2026_27");
    const std::string ours = std::to_string(import.entries.size());
    if (import.is_usable() && occurrences && *occurrences != ours)
        found.push_back(file + ",occurrences," + ours + "," + *occurrences);
    return found;
}

BOOST_AUTO_TEST_SUITE(reference_suite)

BOOST_AUTO_TEST_CASE(agrees_with_five_parsers_but_for_the_differences_we_list) {
    if (is_absent()) return;
    std::set<std::string> known = known_differences();
    for (const Row& row : rows_of(reference_folder() / "CONSENSUS.csv"))
        for (const std::string& difference : differences(row))
            BOOST_TEST(known.erase(difference) == 1U, "not listed: " << difference);
    for (const std::string& stale : known)
        BOOST_ERROR("listed and not so: " + stale);
}

BOOST_AUTO_TEST_CASE(every_file_of_the_manifest_is_answered_for_by_the_child) {
    if (is_absent()) return;
    int files = 0;
    for (const Row& row : rows_of(reference_folder() / "MANIFEST.csv")) {
        ++files;
        const auto answer = run_in_child([&] { return to_record(read(row[0])); });
        BOOST_TEST((answer && from_record(*answer)), row[0]);
    }
    BOOST_TEST(files == 205);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

}  // namespace rul::ical
