#include "config/text/tree.hpp"

#include "base/utf8.hpp"
#include "config/text/toml.hpp"
#include "config/text/unquoted.hpp"

#include <algorithm>
#include <tuple>

namespace rul::config {

namespace {

// Tables within tables are destroyed one inside the other: a line of ten thousand dots would take
// the whole stack with it.
constexpr std::ptrdiff_t max_dots = 64;
constexpr std::size_t max_line = 20'000;

class Builder {
  public:
    explicit Builder(const SourceText& source) : source_{source} {}

    // NOLINTNEXTLINE(misc-no-recursion): as deep as the file's values, at most max_nested_values
    [[nodiscard]] Node node(const toml::node& from) const {
        Node made;
        made.place = place(from.source());
        if (const auto* table = from.as_table()) fill(made, *table);
        if (const auto* list = from.as_array()) fill(made, *list);
        fill_value(made, from);
        return made;
    }

  private:
    [[nodiscard]] Place place(const toml::source_region& region) const {
        const int line = static_cast<int>(region.begin.line);
        const int column = static_cast<int>(region.begin.column);
        int end = static_cast<int>(region.end.column);
        if (region.end.line != region.begin.line)
            end = static_cast<int>(base::length(source_.line(line))) + 1;
        return {&source_, line, column, std::max(end - column, 1)};
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void fill(Node& made, const toml::table& table) const {
        made.kind = Node::Kind::table;
        for (const auto& [key, value] : table)
            made.entries.push_back({std::string{key.str()}, place(key.source()), node(value)});
        std::stable_sort(made.entries.begin(), made.entries.end(),
                         [](const Entry& a, const Entry& b) {
                             return std::tie(a.place.line, a.place.column)
                                    < std::tie(b.place.line, b.place.column);
                         });
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void fill(Node& made, const toml::array& list) const {
        made.kind = Node::Kind::list;
        for (const auto& value : list)
            made.items.push_back(node(value));
    }

    static void fill_value(Node& made, const toml::node& from) {
        if (const auto* text = from.as_string()) {
            made.kind = Node::Kind::text;
            made.text = text->get();
            made.is_plain = is_plain(made);
        } else if (const auto* whole = from.as_integer()) {
            made.kind = Node::Kind::whole;
            made.whole = whole->get();
        } else if (const auto* truth = from.as_boolean()) {
            made.kind = Node::Kind::truth;
            made.truth = truth->get();
        } else if (from.is_floating_point()) {
            made.kind = Node::Kind::decimal;
        } else if (from.is_date() || from.is_time() || from.is_date_time()) {
            made.kind = Node::Kind::moment;
        }
    }

    // Between its quotes the file has exactly the characters of the text: no escapes, one line.
    [[nodiscard]] static bool is_plain(const Node& made) {
        return static_cast<std::size_t>(made.place.width) == base::length(made.text) + 2;
    }

    const SourceText& source_;
};

std::string beginning_of(std::string_view line) {
    std::size_t end = 0;
    for (int i = 0; i < 60 && end < line.size(); ++i)
        end = base::next_code_point(line, end);
    return std::string{line.substr(0, end)};
}

bool has_short_lines(const SourceText& source, Report& report) {
    for (int i = 1; i <= source.line_count(); ++i) {
        const std::string_view line = source.line(i);
        if (line.size() <= max_line) continue;
        base::Location where = source.at(i, 1, 1);
        where.source_line = beginning_of(line) + " ...";
        report.error_at(where, "config.long-line",
                        base::both("linjen er på {} tegn; {} er det længste",
                                   "the line has {} characters; {} is the longest",
                                   base::length(line), max_line),
                        {.help = base::both("del listen over flere linjer",
                                            "break the list into several lines")});
        return false;
    }
    return true;
}

// Dots outside quotes, in front of a value or in a header.
std::ptrdiff_t dots_of(std::string_view line) {
    std::ptrdiff_t dots = 0;
    char quote = 0;
    for (const char c : line) {
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '#') {
            break;
        } else if (c == '.') {
            ++dots;
        }
    }
    return dots;
}

bool has_shallow_keys(const SourceText& source, Report& report) {
    for (int i = 1; i <= source.line_count(); ++i) {
        if (dots_of(source.line(i)) <= max_dots) continue;
        report.error_at(source.at(i, 1), "config.nesting",
                        base::both("for mange led inden i hinanden", "nested too deeply"),
                        {.help = base::both("en planfil behøver højst tre led, fx [body.SDFU]",
                                            "a plan file needs at most three levels, for example "
                                            "[body.SDFU]")});
        return false;
    }
    return true;
}

}  // namespace

const Entry* Node::find(std::string_view key) const {
    for (const Entry& entry : entries)
        if (entry.key == key) return &entry;
    return nullptr;
}

Place Node::place_of(const Part& part) const {
    if (!is_plain) return place;
    return {place.source, place.line, place.column + 1 + static_cast<int>(part.offset),
            static_cast<int>(part.width)};
}

Place Node::text_place() const {
    if (!is_plain) return place;
    return {place.source, place.line, place.column + 1, std::max(place.width - 2, 1)};
}

std::optional<Node> parse_tree(const SourceText& source, Report& report) {
    if (!has_short_lines(source, report) || !has_shallow_keys(source, report)) return std::nullopt;
    if (const auto letter = find_unquoted_letter(source.text())) {
        const base::Location at = source.at_byte(*letter);
        report_syntax("a letter outside quotes", source, at.line, at.column, report);
        return std::nullopt;
    }
    const toml::parse_result result = toml::parse(source.text(), std::string_view{source.name()});
    if (result) return Builder{source}.node(result.table());
    const auto& at = result.error().source().begin;
    report_syntax(result.error().description(), source, static_cast<int>(at.line),
                  static_cast<int>(at.column), report);
    return std::nullopt;
}

}  // namespace rul::config
