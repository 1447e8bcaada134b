#include "config/text/source_text.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace rul::config {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::string_view blanks = " \t\r";

}  // namespace

SourceText::SourceText(std::string name, std::string text)
    : name_{std::move(name)}, text_{std::move(text)}, starts_{0} {
    if (text_.starts_with(byte_order_mark)) text_.erase(0, byte_order_mark.size());
    for (std::size_t i = 0; i < text_.size(); ++i)
        if (text_[i] == '\n') starts_.push_back(i + 1);
}

std::string_view SourceText::line(int number) const {
    if (number < 1 || line_count() < number) return {};
    const std::size_t start = starts_[static_cast<std::size_t>(number) - 1];
    const std::size_t end = std::min(text_.find('\n', start), text_.size());
    std::string_view found = std::string_view{text_}.substr(start, end - start);
    if (found.ends_with('\r')) found.remove_suffix(1);
    return found;
}

base::Location SourceText::at_byte(std::size_t offset, int width) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const int number = static_cast<int>(after - starts_.begin());
    const std::size_t start = *(after - 1);
    const auto before = std::string_view{text_}.substr(start, offset - start);
    return at(number, static_cast<int>(base::length(before)) + 1, width);
}

base::Location SourceText::at(int line_number, int column, int width) const {
    return {name_, line_number, column, width, std::string{line(line_number)}};
}

base::Location Place::location() const {
    if (source == nullptr) return {};
    return source->at(line, column, width);
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

Part part_of(std::string_view whole, std::size_t from, std::size_t to) {
    std::string_view found = whole.substr(from, to - from);
    const std::size_t blank = std::min(found.find_first_not_of(blanks), found.size());
    found = trimmed(found);
    return {.text = std::string{found},
            .offset = base::length(whole.substr(0, from + blank)),
            .width = std::max<std::size_t>(base::length(found), 1)};
}

std::vector<Part> split(std::string_view whole, char separator) {
    std::vector<Part> parts;
    std::size_t from = 0;
    while (true) {
        const std::size_t to = std::min(whole.find(separator, from), whole.size());
        parts.push_back(part_of(whole, from, to));
        if (to == whole.size()) return parts;
        from = to + 1;
    }
}

}  // namespace rul::config
