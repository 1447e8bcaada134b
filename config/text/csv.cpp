#include "config/text/csv.hpp"

#include "base/utf8.hpp"
#include "config/notation/names.hpp"

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
        do
            found.push_back(next(report));
        while (at_++ < line_.size());
        return found;
    }

  private:
    Cell next(Report& report) {
        const std::size_t from = at_;
        while (at_ < line_.size() && line_[at_] == ' ')
            ++at_;
        if (at_ < line_.size() && line_[at_] == '"') return quoted(report);
        at_ = std::min(line_.find(separator_, from), line_.size());
        const Part part = part_of(line_, from, at_);
        return {
            part.text,
            {&source_, number_, static_cast<int>(part.offset) + 1, static_cast<int>(part.width)}};
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

    [[nodiscard]] Place place_of(std::size_t from, std::size_t to) const {
        return {&source_, number_, static_cast<int>(base::length(line_.substr(0, from))) + 1,
                static_cast<int>(base::length(line_.substr(from, to - from)))};
    }

    const SourceText& source_;
    int number_;
    std::string_view line_;
    char separator_;
    std::size_t at_ = 0;
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

// For each cell of the header the column it names.
std::vector<std::optional<std::size_t>> read_header(const std::vector<Cell>& header,
                                                    const std::vector<Column>& columns,
                                                    Report& report) {
    std::vector<std::optional<std::size_t>> found;
    for (const Cell& cell : header) {
        const auto at = std::find_if(columns.begin(), columns.end(), [&](const Column& c) {
            return is_same_name(c.english, cell.text) || is_same_name(c.danish, cell.text);
        });
        found.emplace_back();
        if (at != columns.end()) {
            found.back() = static_cast<std::size_t>(at - columns.begin());
            continue;
        }
        const base::Text known = one_of(names_of(columns));
        report.error(cell.place, "config.list-column",
                     both("listen har en ukendt kolonne \"{}\"",
                          "the list has an unknown column \"{}\"", cell.text),
                     {.help = did_you_mean(
                          cell.text, names_of(columns),
                          {"kolonnerne er " + known.danish, "the columns are " + known.english})});
    }
    return found;
}

bool has_required(const std::vector<std::optional<std::size_t>>& header,
                  const std::vector<Column>& columns, const Place& where, Report& report) {
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

Row make_row(std::vector<Cell> cells, const std::vector<std::optional<std::size_t>>& header,
             std::size_t columns) {
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
                          Report& report) {
    int line = 1;
    while (line <= source.line_count() && !counts(source.line(line)))
        ++line;
    const char separator = source.line(line).find(';') == std::string_view::npos ? ',' : ';';
    const auto names = Cutter{source, line, separator}.cells(report);
    const auto header = read_header(names, columns, report);
    if (!has_required(header, columns, {&source, line, 1, 1}, report)) return {};

    std::vector<Row> rows;
    for (++line; line <= source.line_count(); ++line) {
        if (!counts(source.line(line))) continue;
        auto cells = Cutter{source, line, separator}.cells(report);
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
