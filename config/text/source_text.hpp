#pragma once

#include "base/diagnostic.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rul::config {

/// A file the user wrote, cut into lines, so that messages can show them. Ends of line may be LF
/// or CRLF; a byte order mark in front is not part of the text.
class SourceText {
  public:
    SourceText(std::string name, std::string text);

    SourceText(const SourceText&) = delete;
    SourceText& operator=(const SourceText&) = delete;
    SourceText(SourceText&&) = delete;
    SourceText& operator=(SourceText&&) = delete;
    ~SourceText() = default;

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] int line_count() const { return static_cast<int>(starts_.size()); }
    /// The text of a line, from 1; empty beyond the end.
    [[nodiscard]] std::string_view line(int number) const;
    /// The number of the line that holds the byte at `offset`, and where in it, both from 1.
    [[nodiscard]] base::Location at_byte(std::size_t offset, int width = 1) const;
    [[nodiscard]] base::Location at(int line, int column, int width = 1) const;

  private:
    std::string name_;
    std::string text_;
    std::vector<std::size_t> starts_;  // of each line, in bytes
};

/// A stretch of a line of a source text. The text outlives it.
struct Place {
    const SourceText* source = nullptr;
    int line = 0;
    int column = 0;
    int width = 1;

    [[nodiscard]] base::Location location() const;
};

/// A piece of a longer text value, and where in it: code points from its start.
struct Part {
    std::string text;
    std::size_t offset = 0;
    std::size_t width = 1;
};

/// `text` without blanks at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// The bytes [from, to) of `whole` without blanks at both ends, as a part.
[[nodiscard]] Part part_of(std::string_view whole, std::size_t from, std::size_t to);
/// `whole` cut at each `separator`.
[[nodiscard]] std::vector<Part> split(std::string_view whole, char separator);

}  // namespace rul::config
