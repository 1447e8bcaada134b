#include "config/text/csv.hpp"

#include "base/utf8.hpp"
#include "config/notation/names.hpp"
#include "config/text/soundness.hpp"

#include <algorithm>
#include <utility>

namespace rul::config {

namespace {

using base::both;

struct Cell {
    std::string text;
    Place place;
};

// One field of a line, from byte `at`, which moves behind the separator.
class Cutter {
  public:
    Cutter(const SourceText& source, int line, char separator)
        : source_{source}, number_{line}, line_{source.line(line)}, separator_{separator} {}

    [[nodiscard]] std::vector<Cell> cells(Report& report) {
        std::vector<Cell> found;
        do {
            found.push_back(next(report));
            refuse_controls(found.back().text, found.back().place, report);
        } while (at_++ < line_.size());
        return found;
    }

  private:
    Cell next(Report& report) {
        const std::size_t from = at_;
        while (at_ < line_.size() && line_[at_] == ' ')
            ++at_;
        if (at_ < line_.size() && line_[at_] == '"') return quoted(report);
        at_ = std::min(line_.find(separator_, from), line_.size());
        const std::string_view text = trimmed(line_.substr(from, at_ - from));
        const std::size_t start =
            text.empty() ? at_ : static_cast<std::size_t>(text.data() - line_.data());
        return {std::string{text}, place_of(start, start + text.size())};
    }

    Cell quoted(Report& report) {
        const std::size_t open = at_++;
        std::string text;
        for (; at_ < line_.size() && (line_[at_] != '"' || is_doubled()); ++at_) {
            if (line_[at_] == '"') ++at_;
            text += line_[at_];
        }
        const Place place = place_of(open, std::min(at_ + 1, line_.size()));
        if (at_ >= line_.size())
            report.error(place, "config.list-quote",
                         both("anførselstegnet er ikke lukket på linjen",
                              "the quotation mark is not closed on the line"),
                         {.help = both("sæt et anførselstegn, hvor feltet slutter",
                                       "put a quotation mark where the field ends")});
        at_ = std::min(line_.find(separator_, std::min(at_, line_.size())), line_.size());
        return {text, place};
    }

    [[nodiscard]] bool is_doubled() const {
        return at_ + 1 < line_.size() && line_[at_ + 1] == '"';
    }

    // Asked from left to right: characters are counted once, however many fields there are.
    [[nodiscard]] Place place_of(std::size_t from, std::size_t to) {
        characters_ += base::length(line_.substr(counted_, from - counted_));
        counted_ = from;
        const auto width = static_cast<int>(base::length(line_.substr(from, to - from)));
        return {&source_, number_, static_cast<int>(characters_) + 1, std::max(width, 1)};
    }

    const SourceText& source_;
    int number_;
    std::string_view line_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t counted_ = 0;     // bytes, and
    std::size_t characters_ = 0;  // how many characters they are
};

bool counts(std::string_view line) {
    const std::string_view text = trimmed(line);
    return !text.empty() && !text.starts_with('#');
}

std::vector<std::string> names_of(const std::vector<Column>& columns) {
    std::vector<std::string> names;
    for (const Column& column : columns) {
        names.emplace_back(column.english);
        if (column.danish != column.english) names.emplace_back(column.danish);
    }
    return names;
}

char separator_of(std::string_view header) {
    for (const char separator : {';', '\t'})
        if (header.find(separator) != std::string_view::npos) return separator;
    return ',';
}

using Header = std::vector<std::optional<std::size_t>>;

// For each cell of the header the column it names.
Header read_header(const std::vector<Cell>& cells, const std::vector<Column>& columns) {
    Header header;
    for (const Cell& cell : cells) {
        const auto at = std::find_if(columns.begin(), columns.end(), [&](const Column& c) {
            return is_same_name(c.english, cell.text) || is_same_name(c.danish, cell.text);
        });
        header.emplace_back();
        if (at != columns.end()) header.back() = static_cast<std::size_t>(at - columns.begin());
    }
    return header;
}

void report_unknown(const std::vector<Cell>& cells, const Header& header,
                    const std::vector<Column>& columns, Report& report) {
    const base::Text known = one_of(names_of(columns));
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (!header[i])
            report.error(cells[i].place, "config.list-column",
                         both("listen har en ukendt kolonne \"{}\"",
                              "the list has an unknown column \"{}\"", cells[i].text),
                         {.help = did_you_mean(cells[i].text, names_of(columns),
                                               {"kolonnerne er " + known.danish,
                                                "the columns are " + known.english})});
}

// Not one name is known: the first line is no header.
bool has_header(const std::vector<Cell>& cells, const Header& header,
                const std::vector<Column>& columns, Report& report) {
    if (std::any_of(header.begin(), header.end(), [](const auto& at) { return at.has_value(); }))
        return true;
    std::vector<std::string_view> danish, english;
    for (const Column& column : columns) {
        danish.push_back(column.danish);
        english.push_back(column.english);
    }
    report.error(cells.front().place, "config.list-header",
                 both("listens første linje er ikke kolonnernes navne",
                      "the list's first line is not the names of the columns"),
                 {.help = {fmt::format("skriv navnene på listens kolonner øverst; de kan være {}",
                                       fmt::join(danish, ", ")),
                           fmt::format("write the names of its columns on top; they can be {}",
                                       fmt::join(english, ", "))}});
    return false;
}

bool has_required(const Header& header, const std::vector<Column>& columns, const Place& where,
                  Report& report) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].required || std::count(header.begin(), header.end(), i) > 0) continue;
        report.error(where, "config.list-no-column",
                     {fmt::format("listen mangler kolonnen \"{}\"", columns[i].danish),
                      fmt::format("the list lacks the column \"{}\"", columns[i].english)},
                     {.help = both("listens første linje er kolonnernes navne",
                                   "the list's first line is the names of the columns")});
        return false;
    }
    return true;
}

Row make_row(std::vector<Cell> cells, const Header& header, std::size_t columns) {
    Row row{cells.front().place, std::vector<Node>(columns)};
    for (std::size_t i = 0; i < std::min(cells.size(), header.size()); ++i) {
        if (!header[i]) continue;
        Node& node = row.cells[*header[i]];
        node.kind = Node::Kind::text;
        node.text = std::move(cells[i].text);
        node.place = cells[i].place;
    }
    return row;
}

}  // namespace

const Node* Row::find(std::size_t column) const {
    const Node& cell = cells[column];
    return trimmed(cell.text).empty() ? nullptr : &cell;
}

std::vector<Row> read_csv(const SourceText& source, const std::vector<Column>& columns,
                          Report& report, OtherColumns others) {
    if (!has_short_lines(source, report)) return {};
    int line = 1;
    while (line <= source.line_count() && !counts(source.line(line)))
        ++line;
    const char separator = separator_of(source.line(line));
    auto names = Cutter{source, line, separator}.cells(report);
    while (names.size() > 1 && names.back().text.empty())
        names.pop_back();
    const auto header = read_header(names, columns);
    if (!has_header(names, header, columns, report)) return {};
    if (others == OtherColumns::mistakes) report_unknown(names, header, columns, report);
    if (!has_required(header, columns, {&source, line, 1, 1}, report)) return {};

    std::vector<Row> rows;
    for (++line; line <= source.line_count(); ++line) {
        if (!counts(source.line(line))) continue;
        auto cells = Cutter{source, line, separator}.cells(report);
        while (cells.size() > header.size() && cells.back().text.empty())
            cells.pop_back();
        if (cells.size() > header.size())
            report.error(cells[header.size()].place, "config.list-fields",
                         both("linjen har {} felter, men der er {} kolonner",
                              "the line has {} fields, but there are {} columns", cells.size(),
                              header.size()),
                         {.help = both("sæt anførselstegn om et felt, der indeholder \"{}\"",
                                       "put quotes around a field that contains \"{}\"",
                                       std::string(1, separator))});
        rows.push_back(make_row(std::move(cells), header, columns.size()));
    }
    return rows;
}

}  // namespace rul::config
