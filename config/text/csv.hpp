#pragma once

#include "config/text/report.hpp"
#include "config/text/tree.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace rul::config {

/// A column a list may have, by its English and its Danish name.
struct Column {
    std::string_view english;
    std::string_view danish;
    bool required = false;
};

/// One line of a list: a text for each of the columns asked for.
struct Row {
    Place place;
    std::vector<Node> cells;

    /// Null when the cell is empty or the list has no such column.
    [[nodiscard]] const Node* find(std::size_t column) const;
};

/// What a column that was not asked for is.
enum class OtherColumns { mistakes, passed_over };

/// Reads a list with a header line, separated by ";", else tabulators, else ",", as the header has
/// them; fields with a separator in them in double quotes. Lines that are empty or begin with "#"
/// do not count, nor do empty fields behind the last column, as spreadsheets leave them.
[[nodiscard]] std::vector<Row> read_csv(const SourceText& source,
                                        const std::vector<Column>& columns, Report& report,
                                        OtherColumns others = OtherColumns::mistakes);

}  // namespace rul::config
