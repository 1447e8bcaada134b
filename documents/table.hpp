#pragma once

#include "documents/look.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace rul::documents {

enum class Align { left, right };

struct Column {
    std::string title;
    Align align = Align::left;
    bool wraps = false;  ///< Gives way when the table is wider than the reader's terminal.
};

/// A table of text, columns two blanks apart, aligned by display width, without lines or boxes.
///
///     Dato                    Uge  Organ
///     mandag 16. januar 2023    3  SDFU
///
/// A column that is empty in every row is left out.
class Table {
  public:
    explicit Table(std::vector<Column> columns) : columns_{std::move(columns)} {}

    /// @pre as many cells as columns
    void add_row(std::vector<std::string> cells, Style style = Style::plain);
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    /// Every line ends with a newline, none with a blank.
    [[nodiscard]] std::string render(const Look& look) const;
    /// The columns it takes when nothing gives way.
    [[nodiscard]] std::size_t natural_width() const;

  private:
    struct Row {
        std::vector<std::string> cells;
        Style style = Style::plain;
    };

    [[nodiscard]] std::vector<std::size_t> natural_widths() const;
    [[nodiscard]] std::vector<std::size_t> fitted_widths(std::size_t width) const;
    [[nodiscard]] std::string rendered(const Row& row, const std::vector<std::size_t>& widths,
                                       const Look& look) const;

    std::vector<Column> columns_;
    std::vector<Row> rows_;
};

}  // namespace rul::documents
