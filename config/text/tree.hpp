#pragma once

#include "config/text/report.hpp"
#include "config/text/source_text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rul::config {

struct Entry;

/// One value of a TOML file, and where it stands.
struct Node {
    enum class Kind { text, whole, decimal, truth, moment, list, table };

    Kind kind = Kind::table;
    std::string text;        ///< Of text.
    std::int64_t whole = 0;  ///< Of whole numbers.
    bool truth = false;
    std::vector<Node> items;     ///< Of lists.
    std::vector<Entry> entries;  ///< Of tables, in the order of the file.
    Place place;
    bool is_plain = false;  ///< A text whose characters stand in the file as they are.

    [[nodiscard]] const Entry* find(std::string_view key) const;
    /// Where a part of the text stands: itself if plain, the whole value otherwise.
    [[nodiscard]] Place place_of(const Part& part) const;
    /// Where the text's first character stands, to which a notation's offsets are added.
    [[nodiscard]] Place text_place() const;
};

struct Entry {
    std::string key;
    Place place;
    Node value;
};

/// Reads TOML 1.0 into a tree. @return nothing after a mistake of syntax, which ends the reading.
[[nodiscard]] std::optional<Node> parse_tree(const SourceText& source, Report& report);

/// Says in our own words what the TOML parser says of `source`. `column` is its own.
void report_syntax(std::string_view description, const SourceText& source, int line, int column,
                   Report& report);

}  // namespace rul::config
