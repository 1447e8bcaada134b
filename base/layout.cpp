#include "base/layout.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace rul::base {

namespace {

// How many bytes of `text` fit in `width` columns.
std::size_t fitting(std::string_view text, std::size_t width) {
    std::size_t end = 0;
    while (end < text.size()) {
        const std::size_t next = next_code_point(text, end);
        if (display_width(text.substr(0, next)) > width) break;
        end = next;
    }
    return end;
}

class Wrapper {
  public:
    explicit Wrapper(std::size_t width) : width_{width} {}

    void add_word(std::string_view word) {
        const std::size_t blank = line_.empty() ? 0 : 1;
        if (display_width(line_) + blank + display_width(word) > width_) {
            if (!line_.empty()) end_line();
            word = broken(word);
        }
        if (!line_.empty()) line_ += ' ';
        line_ += word;
    }
    void end_line() {
        lines_.push_back(line_);
        line_.clear();
    }
    [[nodiscard]] std::vector<std::string> lines() const { return lines_; }

  private:
    // Ends full lines with the beginning of a word that is wider than a line; the rest of it.
    std::string_view broken(std::string_view word) {
        while (display_width(word) > width_) {
            const std::size_t cut = std::max(fitting(word, width_), next_code_point(word, 0));
            lines_.emplace_back(word.substr(0, cut));
            word.remove_prefix(cut);
        }
        return word;
    }

    std::size_t width_;
    std::string line_;
    std::vector<std::string> lines_;
};

void wrap_paragraph(Wrapper& wrapper, std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t blank = std::min(text.find(' ', at), text.size());
        if (blank > at) wrapper.add_word(text.substr(at, blank - at));
        at = blank + 1;
    }
    wrapper.end_line();
}

std::size_t blanks_missing(std::string_view text, std::size_t width) {
    return width - std::min(width, display_width(text));
}

}  // namespace

std::string padded_right(std::string_view text, std::size_t width) {
    return std::string{text} + std::string(blanks_missing(text, width), ' ');
}

std::string padded_left(std::string_view text, std::size_t width) {
    return std::string(blanks_missing(text, width), ' ') + std::string{text};
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    Wrapper wrapper{width};
    std::size_t at = 0;
    while (at <= text.size()) {
        const std::size_t newline = std::min(text.find('\n', at), text.size());
        wrap_paragraph(wrapper, text.substr(at, newline - at));
        at = newline + 1;
    }
    return wrapper.lines();
}

std::string shortened(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string{text};
    if (width == 0) return {};
    return std::string{text.substr(0, fitting(text, width - 1))} + "…";
}

}  // namespace rul::base
