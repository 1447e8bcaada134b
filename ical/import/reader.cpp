#include "ical/import/reader.hpp"

#include "ical/import/sandbox.hpp"
#include "ical/zone.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace rul::ical {

namespace {

constexpr std::size_t most_bytes = 10'000'000;

void report(const Problem& problem, const std::string& name, const base::Location& where,
            base::Diagnostics& diagnostics) {
    const std::string place = problem.line == 0 ? name : fmt::format("{}:{}", name, problem.line);
    diagnostics.add(
        {.severity = problem.is_fatal ? base::Diagnostic::Severity::error
                                      : base::Diagnostic::Severity::warning,
         .code = problem.code,
         .message = {place + ": " + problem.text.danish, place + ": " + problem.text.english},
         .where = where});
}

void report_unreadable(const std::filesystem::path& file, const base::Location& where,
                       base::Diagnostics& diagnostics) {
    const std::string reason = std::strerror(errno);
    report({true, "ical.unreadable", 0,
            base::both("filen kan ikke læses: {}", "the file cannot be read: {}", reason)},
           file.string(), where, diagnostics);
}

// One byte more than may be: that tells a file that is too big.
std::optional<std::string> first_bytes(const std::filesystem::path& file) {
    std::error_code error;
    if (std::filesystem::is_directory(file, error)) {
        errno = EISDIR;
        return std::nullopt;
    }
    std::ifstream in{file, std::ios::binary};
    if (!in.is_open()) return std::nullopt;
    std::string bytes(most_bytes + 1, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (in.bad()) return std::nullopt;
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

}  // namespace

std::optional<std::vector<model::CalendarEntry>> read_calendar(const std::string& bytes,
                                                               const std::string& name,
                                                               const ImportOptions& options,
                                                               const base::Location& where,
                                                               base::Diagnostics& diagnostics) {
    if (bytes.size() > most_bytes) {
        report(
            {true, "ical.too-big", 0,
             base::both("filen er over {} MB", "the file is over {} MB", most_bytes / 1'000'000)},
            name, where, diagnostics);
        return std::nullopt;
    }
    static_cast<void>(zone_at(options.timezone));  // loads the zones before the process is split
    const auto answer = run_in_child([&] { return to_record(import_calendar(bytes, options)); });
    auto import = answer ? from_record(*answer) : std::nullopt;
    if (!import) {
        report({true, "ical.stopped", 0,
                base::both("filen kunne ikke læses inden for 5 sekunder og 512 MB",
                           "the file could not be read within 5 seconds and 512 MB")},
               name, where, diagnostics);
        return std::nullopt;
    }
    for (const Problem& problem : import->problems)
        report(problem, name, where, diagnostics);
    if (!import->is_usable()) return std::nullopt;
    return std::move(import->entries);
}

std::optional<std::vector<model::CalendarEntry>> read_calendar_file(
    const std::filesystem::path& file, const model::DateRange& window, const std::string& timezone,
    const base::Location& where, base::Diagnostics& diagnostics) {
    const auto bytes = first_bytes(file);
    if (!bytes) {
        report_unreadable(file, where, diagnostics);
        return std::nullopt;
    }
    return read_calendar(*bytes, file.string(), {window, timezone, {}}, where, diagnostics);
}

}  // namespace rul::ical
