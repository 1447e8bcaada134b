#include "base/layout.hpp"
#include "base/utf8.hpp"
#include "cli/options.hpp"

#include <algorithm>

namespace rul::cli {

namespace {

using base::both;
using base::Language;

struct Line {
    std::string left;
    std::string right;
};

// Two columns, the right one wrapped.
std::string columns(const std::vector<Line>& lines, std::size_t width) {
    std::size_t left = 0;
    for (const Line& line : lines)
        left = std::max(left, base::display_width(line.left));
    const std::size_t right = std::max<std::size_t>(width > left + 4 ? width - left - 4 : 0, 20);
    std::string text;
    for (const Line& line : lines) {
        std::string beginning = "  " + base::padded_right(line.left, left) + "  ";
        for (const std::string& part : base::wrapped(line.right, right)) {
            text += beginning + part + "\n";
            beginning.assign(left + 4, ' ');
        }
    }
    return text;
}

std::string paragraph(const std::string& text, std::size_t width) {
    std::string all;
    for (const std::string& line : base::wrapped(text, width))
        all += line + "\n";
    return all;
}

std::string indented(const std::string& text) {
    std::string all = "  ";
    for (const char c : text)
        all += c == '\n' ? std::string{"\n  "} : std::string(1, c);
    return all + "\n";
}

// "-o, --output STI"; long names line up behind the place of a short one.
std::string typed(const Option& option, Language language) {
    std::string names;
    for (const char c : option.names)
        names += c == ',' ? std::string{", "} : std::string(1, c);
    if (names.rfind("--", 0) == 0) names = "    " + names;
    return option.is_flag() ? names : names + " " + option.value.in(language);
}

std::vector<Line> option_lines(Language language, Verb verb, bool of_all_verbs) {
    std::vector<Line> lines;
    for (const Option& option : options())
        if (option.is_for(verb) && option.verbs.empty() == of_all_verbs)
            lines.push_back({typed(option, language), option.help.in(language)});
    return lines;
}

}  // namespace

std::string help_text(Language language, std::size_t width) {
    std::vector<Line> lines;
    for (const VerbHelp& help : verbs())
        lines.push_back({"rul " + std::string{name_of(help.verb)}
                             + (help.operand.empty() ? "" : " " + std::string{help.operand}),
                         help.purpose.in(language)});
    return both("rul lægger mødekalendere, som ikke kan blive bedre.\n\n",
                "rul makes meeting calendars that cannot be better.\n\n")
               .in(language)
           + columns(lines, width)
           + both(
                 "\nPLAN er en planfil, fx rul.toml. rul VERBUM --help fortæller mere.\n\n"
                 "Begynd her:\n",
                 "\nPLAN is a plan file, such as rul.toml. rul VERB --help tells more.\n\n"
                 "Begin here:\n")
                 .in(language)
           + indented("rul init\nrul check rul.toml\nrul plan rul.toml")
           + both("\nValg til alle:\n", "\nOptions of all:\n").in(language)
           + columns(option_lines(language, Verb::init, true), width) + "\n"
           + paragraph(both("Svar: 0 udført · 1 svaret er nej · 2 forkert indhold eller brug · 3 "
                            "fil eller disk · 4 tiden brugt, bedste hidtil vist · 70 fejl i rul",
                            "Exit codes: 0 done · 1 the answer is no · 2 wrong input or usage · 3 "
                            "file or disk · 4 effort spent, best so far shown · 70 a bug in rul")
                           .in(language),
                       width);
}

std::string help_text(const VerbHelp& help, Language language, std::size_t width) {
    const std::string usage = "rul " + std::string{name_of(help.verb)}
                              + (help.operand.empty() ? "" : " " + std::string{help.operand})
                              + both(" [valg]", " [options]").in(language);
    return usage + " – " + help.purpose.in(language) + "\n\n"
           + paragraph(help.text.in(language), width)
           + both("\nEksempler:\n", "\nExamples:\n").in(language)
           + indented(help.examples.in(language)) + both("\nValg:\n", "\nOptions:\n").in(language)
           + columns(option_lines(language, help.verb, false), width)
           + both("\nValg til alle:\n", "\nOptions of all:\n").in(language)
           + columns(option_lines(language, help.verb, true), width);
}

}  // namespace rul::cli
