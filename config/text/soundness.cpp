#include "config/text/soundness.hpp"

#include "base/utf8.hpp"

#include <string>

namespace rul::config {

using base::both;

namespace {

constexpr std::size_t max_line = 20'000;

// The line as it can be shown: bytes that are no character become U+FFFD.
std::string repaired(std::string_view line) {
    std::string out;
    while (const auto broken = base::find_invalid_utf8(line)) {
        out += line.substr(0, *broken);
        out += "\xef\xbf\xbd";
        line.remove_prefix(*broken + 1);
    }
    return out += line;
}

std::string beginning_of(std::string_view line) {
    std::size_t end = 0;
    for (int i = 0; i < 60 && end < line.size(); ++i)
        end = base::next_code_point(line, end);
    return std::string{line.substr(0, end)};
}

base::Text how_to_save(std::string_view name) {
    if (name.ends_with(".csv") || name.ends_with(".CSV"))
        return both("gem den igen fra regnearket som \"CSV UTF-8\"",
                    "save it again from the spreadsheet as \"CSV UTF-8\"");
    return both("gem filen igen med tegnsættet UTF-8 (i Notesblok: Gem som, Kodning)",
                "save the file again in the encoding UTF-8 (in Notepad: Save as, Encoding)");
}

bool is_end_of_line(std::string_view text, std::size_t i) {
    return text[i] == '\n' || text.substr(i, 2) == "\r\n";
}

}  // namespace

bool is_utf8(const SourceText& source, Report& report) {
    const auto broken = base::find_invalid_utf8(source.text());
    if (!broken) return true;
    base::Location where = source.at_byte(*broken);
    where.source_line = repaired(where.source_line);
    report.error_at(where, "config.not-utf8",
                    both("filen er ikke i UTF-8", "the file is not in UTF-8"),
                    {.help = how_to_save(where.file),
                     .label = both("det første forkerte tegn", "the first wrong character")});
    return false;
}

bool has_short_lines(const SourceText& source, Report& report) {
    for (int i = 1; i <= source.line_count(); ++i) {
        const std::string_view line = source.line(i);
        if (line.size() <= max_line) continue;
        base::Location where = source.at(i, 1, 1);
        where.source_line = beginning_of(line) + " ...";
        report.error_at(
            where, "config.long-line",
            both("linjen er på {} tegn; {} er det længste",
                 "the line has {} characters; {} is the longest", base::length(line), max_line),
            {.help = both("del listen over flere linjer", "break the list into several lines")});
        return false;
    }
    return true;
}

void refuse_controls(std::string_view text, const Place& where, Report& report) {
    for (std::size_t i = 0; i < text.size(); i = base::next_code_point(text, i))
        if (base::is_control(text, i) && text[i] != '\t' && !is_end_of_line(text, i))
            return report_control(where.location(), report);
}

void report_control(const base::Location& where, Report& report) {
    report.error_at(where, "config.control-character",
                    both("usynligt styretegn i teksten", "invisible control character in the text"),
                    {.help = both("slet tegnet; det er som regel kopieret med fra et andet program",
                                  "delete it; it was most likely copied from another program")});
}

}  // namespace rul::config
