#include "base/diagnostic.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <ostream>
#include <tuple>
#include <utility>

namespace rul::base {

namespace {

// What stands before the underline: tabs stay tabs, so that the two lines meet in any terminal.
std::string padding(std::string_view line, int column) {
    std::string pad;
    int seen = 1;
    for (std::size_t i = 0; i < line.size() && seen < column; i = next_code_point(line, i), ++seen)
        pad += line[i] == '\t' ? '\t' : ' ';
    pad.append(static_cast<std::size_t>(std::max(column - seen, 0)), ' ');
    return pad;
}

}  // namespace

void Diagnostics::add(Diagnostic diagnostic) {
    if (diagnostic.severity == Diagnostic::Severity::error) ++error_count_;
    all_.push_back(std::move(diagnostic));
}

void Diagnostics::sort() {
    std::stable_sort(all_.begin(), all_.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.where.file, a.where.line, a.where.column)
               < std::tie(b.where.file, b.where.line, b.where.column);
    });
}

std::string_view name_of(Diagnostic::Severity severity, Language language) {
    const bool danish = language == Language::danish;
    switch (severity) {
        case Diagnostic::Severity::note:
            return danish ? "bemærk" : "note";
        case Diagnostic::Severity::warning:
            return danish ? "advarsel" : "warning";
        case Diagnostic::Severity::error:
            break;
    }
    return danish ? "fejl" : "error";
}

void render(std::ostream& out, const Diagnostic& d, Language language) {
    const auto& at = d.where;
    if (!at.file.empty()) out << at.file << ':';
    if (at.line > 0) out << at.line << ':' << at.column << ':';
    if (!at.file.empty() || at.line > 0) out << ' ';
    out << name_of(d.severity, language) << ": " << d.message.in(language) << " [" << d.code
        << "]\n";

    const std::string number = at.line > 0 ? std::to_string(at.line) : "";
    const std::string gutter(number.size(), ' ');
    if (at.line > 0) {
        out << ' ' << number << " | " << at.source_line << '\n';
        out << ' ' << gutter << " | " << padding(at.source_line, at.column)
            << std::string(static_cast<std::size_t>(std::max(at.width, 1)), '^');
        if (!d.label.empty()) out << ' ' << d.label.in(language);
        out << '\n';
    }
    if (!d.help.empty())
        out << ' ' << gutter << (language == Language::danish ? " = hjælp: " : " = help: ")
            << d.help.in(language) << '\n';
}

}  // namespace rul::base
