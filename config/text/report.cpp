#include "config/text/report.hpp"

#include "base/utf8.hpp"
#include "config/notation/names.hpp"

#include <utility>

namespace rul::config {

using base::both;
using base::Diagnostic;

namespace {

// What a file says is shown on terminals, which must not take it for commands.
void make_visible(std::string& text) {
    std::string seen;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t next = base::next_code_point(text, i);
        const bool is_command = base::is_control(text, i) && text[i] != '\t';
        seen += is_command ? "\xef\xbf\xbd" : text.substr(i, next - i);
        i = next;
    }
    text = std::move(seen);
}

void make_visible(base::Text& text) {
    make_visible(text.danish);
    make_visible(text.english);
}

}  // namespace

void Report::add(Diagnostic diagnostic) {
    if (is_full()) return;
    make_visible(diagnostic.message);
    make_visible(diagnostic.help);
    make_visible(diagnostic.where.source_line);
    ++said_;
    const bool last = is_full();
    const base::Location where = diagnostic.where;
    out_.add(std::move(diagnostic));
    if (!last) return;
    out_.add(
        {.severity = Diagnostic::Severity::note,
         .code = "config.too-many",
         .message = both("der er mere end {} fejl; resten er ikke vist",
                         "there are more than {} findings; the rest is not shown", max_findings),
         .where = where,
         .help = both("ret de første, og prøv igen", "correct the first ones and try again")});
}

void Report::error(const Place& where, std::string code, base::Text message, Advice advice) {
    error_at(where.location(), std::move(code), std::move(message), std::move(advice));
}

void Report::error_at(base::Location where, std::string code, base::Text message, Advice advice) {
    add({.code = std::move(code),
         .message = std::move(message),
         .where = std::move(where),
         .label = std::move(advice.label),
         .help = std::move(advice.help)});
}

void Report::warning(const Place& where, std::string code, base::Text message, Advice advice) {
    add({.severity = Diagnostic::Severity::warning,
         .code = std::move(code),
         .message = std::move(message),
         .where = where.location(),
         .label = std::move(advice.label),
         .help = std::move(advice.help)});
}

void Report::problem(const Problem& problem, const Place& text, Diagnostic::Severity severity) {
    add(to_diagnostic(problem, text.location(), severity));
}

base::Text did_you_mean(std::string_view wrong, const std::vector<std::string>& candidates,
                        base::Text otherwise) {
    const auto near = nearest_name(wrong, candidates);
    if (!near) return otherwise;
    return both("mente du \"{}\"?", "did you mean \"{}\"?", *near);
}

base::Text one_of(const std::vector<std::string>& words) {
    base::Text text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool last = i + 1 == words.size() && i > 0;
        const std::string quoted = '"' + words[i] + '"';
        if (i > 0) text.danish += last ? " eller " : ", ";
        if (i > 0) text.english += last ? " or " : ", ";
        text.danish += quoted;
        text.english += quoted;
    }
    return text;
}

}  // namespace rul::config
