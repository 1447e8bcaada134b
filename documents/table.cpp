#include "documents/table.hpp"

#include "base/check.hpp"
#include "base/layout.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace rul::documents {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_width = 12;  // of a column that gives way

std::size_t total(const std::vector<std::size_t>& widths) {
    std::size_t sum = 0;
    for (const std::size_t width : widths)
        if (width > 0) sum += width + gap;
    return sum == 0 ? 0 : sum - gap;
}

std::string without_trailing_blanks(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

}  // namespace

void Table::add_row(std::vector<std::string> cells, Style style) {
    RUL_CHECK(cells.size() == columns_.size());
    rows_.push_back({std::move(cells), style});
}

// 0 where all rows are empty.
std::vector<std::size_t> Table::natural_widths() const {
    std::vector<std::size_t> widths(columns_.size(), 0);
    for (const Row& row : rows_)
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], base::display_width(row.cells[i]));
    for (std::size_t i = 0; i < widths.size(); ++i)
        if (widths[i] > 0) widths[i] = std::max(widths[i], base::display_width(columns_[i].title));
    return widths;
}

std::size_t Table::natural_width() const {
    return total(natural_widths());
}

std::vector<std::size_t> Table::fitted_widths(std::size_t width) const {
    auto widths = natural_widths();
    while (width > 0 && total(widths) > width) {
        // The widest of those that give way gives first, a column at a time.
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i)
            if (columns_[i].wraps && widths[i] > least_width
                && (widest == widths.size() || widths[i] > widths[widest]))
                widest = i;
        if (widest == widths.size()) break;
        --widths[widest];
    }
    return widths;
}

std::string Table::rendered(const Row& row, const std::vector<std::size_t>& widths,
                            const Look& look) const {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        cells.push_back(columns_[i].wraps && widths[i] > 0
                            ? base::wrapped(row.cells[i], widths[i])
                            : std::vector<std::string>{row.cells[i]});
        height = std::max(height, cells.back().size());
    }
    std::string text;
    for (std::size_t k = 0; k < height; ++k) {
        std::string line;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (widths[i] == 0) continue;
            if (!line.empty()) line.append(gap, ' ');
            const std::string cell = k < cells[i].size() ? cells[i][k] : "";
            line += columns_[i].align == Align::left ? base::padded_right(cell, widths[i])
                                                     : base::padded_left(cell, widths[i]);
        }
        text += styled(without_trailing_blanks(std::move(line)), row.style, look) + '\n';
    }
    return text;
}

std::string Table::render(const Look& look) const {
    const auto widths = fitted_widths(look.width);
    Row titles{{}, Style::heading};
    for (const Column& column : columns_)
        titles.cells.push_back(column.title);
    std::string text = rendered(titles, widths, look);
    for (const Row& row : rows_)
        text += rendered(row, widths, look);
    return text;
}

}  // namespace rul::documents
