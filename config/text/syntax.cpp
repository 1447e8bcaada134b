#include "base/utf8.hpp"
#include "config/notation/names.hpp"
#include "config/text/soundness.hpp"
#include "config/text/tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace rul::config {

namespace {

using base::both;
using base::Text;

// A line and the byte in it where the parser stopped.
struct Stop {
    std::string_view said;  // what the parser says
    const SourceText& source;
    int line = 0;
    std::string_view text;
    std::size_t byte = 0;

    [[nodiscard]] bool says(std::string_view words) const {
        return said.find(words) != std::string_view::npos;
    }
    [[nodiscard]] bool is_past_end() const { return text.size() <= byte; }
    [[nodiscard]] base::Location at(std::size_t from, std::size_t to) const {
        const auto column = static_cast<int>(base::length(text.substr(0, from))) + 1;
        const auto width = static_cast<int>(base::length(text.substr(from, to - from)));
        return source.at(line, column, std::max(width, 1));
    }
    [[nodiscard]] base::Location here() const {
        return at(std::min(byte, text.size()), std::min(byte + 1, text.size()));
    }
};

std::size_t byte_of(std::string_view line, int column) {
    std::size_t byte = 0;
    for (int i = 1; i < column && byte < line.size(); ++i)
        byte = base::next_code_point(line, byte);
    return byte;
}

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

// The stretch of the line around the stop that is one value, or one key, as the user meant it.
struct Stretch {
    std::size_t from = 0;
    std::size_t to = 0;
};

Stretch stretch(const Stop& stop, std::string_view before, std::string_view after) {
    const std::size_t last = std::min(stop.byte, stop.text.size());
    std::size_t from =
        last == 0 ? std::string_view::npos : stop.text.find_last_of(before, last - 1);
    from = from == std::string_view::npos ? 0 : from + 1;
    while (from < stop.text.size() && stop.text[from] == ' ')
        ++from;
    std::size_t to =
        std::min(stop.text.find_first_of(after, std::max(from, last)), stop.text.size());
    while (to > from && stop.text[to - 1] == ' ')
        --to;
    return {from, to};
}

Stretch value_at(const Stop& stop) {
    return stretch(stop, "=,[{", ",]}#");
}

std::string cut(const Stop& stop, Stretch part) {
    return std::string{stop.text.substr(part.from, part.to - part.from)};
}

bool is_header(std::string_view line) {
    return trimmed(line).starts_with('[');
}

bool is_in_key(const Stop& stop) {
    return is_header(stop.text) || stop.text.find('=') >= stop.byte;
}

// ---- One function a mistake; each says whether it was that one ----------------------------------

bool nesting(const Stop& stop, Report& report) {
    if (!stop.says("exceeded maximum nested")) return false;
    report.error_at(stop.here(), "config.nesting",
                    both("for mange led inden i hinanden", "nested too deeply"),
                    {.help = both("en planfil behøver højst tre led, fx [body.SDFU]",
                                  "a plan file needs at most three levels, for example "
                                  "[body.SDFU]")});
    return true;
}

bool bare_letter(const Stop& stop, Report& report) {
    if (stop.is_past_end() || is_ascii(stop.text[stop.byte]) || !is_in_key(stop)) return false;
    const Stretch word = stretch(stop, "[.", "].= ");
    const std::string name = cut(stop, word);
    std::string line{trimmed(stop.text)};
    line.replace(line.find(name), name.size(), '"' + name + '"');
    report.error_at(stop.at(word.from, word.to), "config.bare-letter",
                    both("\"{}\" skal stå i anførselstegn", "\"{}\" must be in quotes", name),
                    {.help = both("skriv {}", "write {}", line),
                     .label = both("nøgler uden anførselstegn har kun a-z, 0-9, - og _",
                                   "keys without quotes have only a-z, 0-9, - and _")});
    return true;
}

bool curly_quote(const Stop& stop, Report& report) {
    constexpr std::array<std::string_view, 6> quotes{"“", "”", "„", "‘", "’", "»"};
    const Stretch value = value_at(stop);
    const std::string_view rest = stop.text.substr(value.from);
    for (const std::string_view quote : quotes) {
        if (!rest.starts_with(quote)) continue;
        report.error_at(stop.at(value.from, value.from + quote.size()), "config.curly-quote",
                        both("{} er ikke et anførselstegn i en planfil",
                             "{} is no quotation mark in a plan file", quote),
                        {.help = both("skriv det lige tegn \" før og efter teksten",
                                      "write the straight mark \" before and after the text")});
        return true;
    }
    return false;
}

bool unclosed_quote(const Stop& stop, Report& report) {
    const bool ended = stop.says("control characters") && stop.is_past_end();
    if (!ended && !(stop.says("string: encountered end-of-file"))) return false;
    std::size_t open = stop.text.find_last_of("\"'", stop.text.size());
    if (open == std::string_view::npos) open = 0;
    report.error_at(stop.at(open, stop.text.size()), "config.unclosed-quote",
                    both("anførselstegnet er ikke lukket", "the quotation mark is not closed"),
                    {.help = both("sæt et anførselstegn, hvor teksten slutter",
                                  "put a quotation mark where the text ends")});
    return true;
}

bool control_character(const Stop& stop, Report& report) {
    if (!stop.says("control characters")) return false;
    report_control(stop.here(), report);
    return true;
}

bool escape(const Stop& stop, Report& report) {
    if (!stop.says("escape sequence")) return false;
    report.error_at(stop.here(), "config.escape",
                    both("en omvendt skråstreg har en særlig betydning i \"...\"",
                         "a backslash has a special meaning in \"...\""),
                    {.help = both("skriv / i filnavne; ellers sæt teksten i '...'",
                                  "write / in file names; otherwise put the text in '...'")});
    return true;
}

// The line above on which the same key or header stands, 0 if it cannot be seen.
int earlier_line(const Stop& stop) {
    const std::string_view whole = trimmed(stop.text);
    const std::size_t equals = whole.find('=');
    const bool header = is_header(whole);
    const std::string_view key =
        header ? whole.substr(0, whole.find(']') + 1) : trimmed(whole.substr(0, equals));
    for (int i = stop.line - 1; i >= 1; --i) {
        const std::string_view line = trimmed(stop.source.line(i));
        if (!line.starts_with(key)) continue;
        if (header || trimmed(line.substr(key.size())).starts_with('=')) return i;
    }
    return 0;
}

// "[rule]": what there are several of has double brackets.
bool is_one_of_many(std::string_view header) {
    constexpr std::array<std::string_view, 4> many{"[rule]", "[block]", "[meeting]", "[event]"};
    return std::find(many.begin(), many.end(), header) != many.end();
}

bool duplicate_key(const Stop& stop, Report& report) {
    if (!stop.says("cannot redefine")) return false;
    const std::string_view whole = trimmed(stop.text);
    const std::size_t from = stop.text.find(whole);
    const std::size_t end =
        is_header(whole) ? whole.rfind(']') + 1 : std::min(whole.find('='), whole.size());
    const std::string name{trimmed(whole.substr(0, end))};
    const int earlier = earlier_line(stop);
    Text help = earlier > 0 ? both("slet den ene; den første står på linje {}",
                                   "delete one of them; the first is on line {}", earlier)
                            : both("den er allerede brugt tidligere i filen; slet den ene",
                                   "it is used already earlier in the file; delete one of them");
    if (is_one_of_many(name))
        help = both("skriv [{}] med dobbelte klammer, hver gang den står her",
                    "write [{}] with double brackets, each time it is here", name);
    report.error_at(stop.at(from, from + name.size()), "config.duplicate-key",
                    both("{} står her for anden gang", "{} is here for the second time", name),
                    {.help = help});
    return true;
}

bool number_range(const Stop& stop, Report& report) {
    if (!stop.says("not representable")) return false;
    const Stretch value = value_at(stop);
    report.error_at(stop.at(value.from, value.to), "config.number-size",
                    both("tallet er for stort", "the number is too large"),
                    {.help = both("højst 1.000.000 giver mening i en planfil",
                                  "at most 1,000,000 makes sense in a plan file")});
    return true;
}

bool missing_value(const Stop& stop, Report& report) {
    if (!stop.says("expected value, saw")) return false;
    report.error_at(
        stop.here(), "config.missing-value",
        both("der mangler en værdi efter =", "a value is missing after ="),
        {.help = both("skriv en værdi, eller slet linjen", "write a value or delete the line")});
    return true;
}

bool missing_equals(const Stop& stop, Report& report) {
    if (!stop.says("expected '='")) return false;
    report.error_at(stop.here(), "config.missing-equals",
                    both("her skulle stå et lighedstegn", "an equals sign was expected here"),
                    {.help = both("hver linje er nøgle = værdi, fx count = 9; en bemærkning "
                                  "begynder med #",
                                  "each line is key = value, for example count = 9; a remark "
                                  "begins with #")});
    return true;
}

// The nearest line above on which a list begins; this one if there is none.
int list_line(const Stop& stop) {
    const auto begins = [](std::string_view line) {
        const std::size_t equals = line.find('=');
        return equals != std::string_view::npos
               && trimmed(line.substr(equals + 1)).starts_with('[');
    };
    if (begins(stop.text.substr(0, std::min(stop.byte, stop.text.size())))) return stop.line;
    for (int i = stop.line - 1; i >= 1; --i)
        if (begins(stop.source.line(i))) return i;
    return stop.line;
}

bool unclosed_list(const Stop& stop, Report& report) {
    const bool comma = stop.says("expected comma or closing");
    if (!comma && !stop.says("array: encountered end-of-file")) return false;
    const int begins = list_line(stop);
    report.error_at(
        stop.here(), "config.unclosed-list",
        both("her skulle listen fortsætte med komma eller slutte med ]",
             "the list must go on with a comma or end with ] here"),
        {.help = begins == stop.line
                     ? both("sæt et komma mellem værdierne og ] efter den sidste",
                            "put a comma between the values and ] after the last")
                     : both("listen begynder på linje {}: sæt et komma mellem dens værdier og ] "
                            "efter den sidste",
                            "the list begins on line {}: put a comma between its values and ] "
                            "after the last",
                            begins)});
    return true;
}

bool inline_table(const Stop& stop, Report& report) {
    if (!stop.says("parsing inline table")) return false;
    report.error_at(stop.here(), "config.inline-table",
                    both("det, der begynder med {{, skal slutte med }} på samme linje",
                         "what begins with {{ must end with }} on the same line"),
                    {.help = both("skriv det på én linje med komma imellem og uden komma til sidst",
                                  "write it on one line with commas between and none at the end")});
    return true;
}

// [body.Skole forum] -> [body."Skole forum"]; empty when quotes are not what is missing.
std::string header_with_quotes(std::string_view header) {
    const std::size_t dot = header.find('.');
    const bool is_whole = header.starts_with('[') && header.ends_with(']');
    if (!is_whole || dot == std::string_view::npos) return {};
    const std::string_view name = header.substr(dot + 1, header.find(']') - dot - 1);
    if (trimmed(name).empty() || name.find_first_of("\"'[") != std::string_view::npos) return {};
    return fmt::format("{}.\"{}\"{}", header.substr(0, dot), trimmed(name),
                       header.substr(header.find(']')));
}

bool header(const Stop& stop, Report& report) {
    if (!stop.says("parsing table header") && !(is_header(stop.text) && stop.says("parsing key:")))
        return false;
    const std::size_t from = stop.text.find('[');
    const std::string quoted = header_with_quotes(trimmed(stop.text));
    report.error_at(stop.at(from, stop.text.size()), "config.header",
                    both("overskriften kan ikke læses", "the heading cannot be read"),
                    {.help = quoted.empty() ? both(
                                 "skriv fx [body.SDFU] eller [[rule]] alene på linjen",
                                 "write for example [body.SDFU] or [[rule]] alone on the line")
                                            : both("skriv {}", "write {}", quoted)});
    return true;
}

bool is_quoted(std::string_view value) {
    return value.starts_with('"') || value.starts_with('\'');
}

bool after_value(const Stop& stop, Report& report) {
    if (!stop.says("expected a comment or whitespace") || stop.is_past_end()) return false;
    const std::string_view rest = trimmed(stop.text.substr(stop.byte));
    if (!rest.starts_with(',') && !is_quoted(cut(stop, value_at(stop)))) return false;
    const Text help =
        rest.starts_with(',')
            ? both("flere værdier står i kantede klammer: [\"...\", \"...\"]",
                   "several values stand in square brackets: [\"...\", \"...\"]")
            : both("ét nøgle = værdi pr. linje; et anførselstegn inde i teksten skrives \\\"",
                   "one key = value a line; a quotation mark inside the text is written \\\"");
    report.error_at(stop.at(stop.byte, stop.text.size()), "config.after-value",
                    both("her står noget efter værdien", "something stands after the value"),
                    {.help = help});
    return true;
}

// "ja", "True": what TOML calls true or false.
bool misspelt_truth(const Stop& stop, Report& report) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> truths{
        {{"ja", "true"},
         {"sand", "true"},
         {"yes", "true"},
         {"true", "true"},
         {"nej", "false"},
         {"falsk", "false"},
         {"no", "false"},
         {"false", "false"}}};
    const Stretch part = value_at(stop);
    const std::string value = cut(stop, part);
    if (is_in_key(stop)) return false;
    for (const auto& [word, truth] : truths) {
        if (!is_same_name(value, word)) continue;
        report.error_at(stop.at(part.from, part.to), "config.not-truth",
                        both("her skal stå true eller false, ikke {}",
                             "this must be true or false, not {}", value),
                        {.help = both("skriv {}", "write {}", truth)});
        return true;
    }
    return false;
}

bool semicolon(const Stop& stop, Report& report) {
    const Stretch part = value_at(stop);
    if (is_in_key(stop) || !cut(stop, part).ends_with(';')) return false;
    report.error_at(stop.at(part.to - 1, part.to), "config.after-value",
                    both("her står noget efter værdien", "something stands after the value"),
                    {.help = both("slet semikolonet", "delete the semicolon")});
    return true;
}

bool bare_value(const Stop& stop, Report& report) {
    const Stretch part = value_at(stop);
    const std::string value = cut(stop, part);
    if (value.empty() || is_in_key(stop)) return false;
    report.error_at(stop.at(part.from, part.to), "config.bare-value",
                    both("{} skal stå i anførselstegn", "{} must be in quotes", value),
                    {.help = both("skriv \"{}\"", "write \"{}\"", value),
                     .label = both("datoer, tider og ord er tekst",
                                   "dates, times and words are "
                                   "text")});
    return true;
}

}  // namespace

void report_syntax(std::string_view description, const SourceText& source, int line, int column,
                   Report& report) {
    // The parser may stop behind the end of the last line.
    while (line > 1 && source.line(line).empty() && column <= 1)
        column = static_cast<int>(base::length(source.line(--line))) + 1;
    const std::string_view text = source.line(line);
    const Stop stop{description, source, line, text, byte_of(text, column)};
    constexpr std::array mistakes{
        nesting,       bare_letter,   curly_quote,  unclosed_quote, control_character,
        escape,        duplicate_key, number_range, missing_value,  missing_equals,
        unclosed_list, inline_table,  header,       misspelt_truth, semicolon,
        after_value,   bare_value};
    for (const auto& is_mistake : mistakes)
        if (is_mistake(stop, report)) return;
    report.error_at(stop.here(), "config.syntax", both("det kan ikke læses", "this cannot be read"),
                    {.help = both("en linje er [overskrift], nøgle = værdi eller # bemærkning",
                                  "a line is [heading], key = value or # remark")});
}

}  // namespace rul::config
