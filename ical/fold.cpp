#include "ical/fold.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace rul::ical {

namespace {

constexpr std::size_t most_octets = 75;
constexpr std::size_t most_blanks = 40;

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

// Where the value begins: after the first colon that stands in no quoted parameter.
std::size_t value_start(std::string_view line) {
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"') quoted = !quoted;
        if (line[i] == ':' && !quoted) return i + 1;
    }
    return line.size();
}

// After the character, or the whole escape, that starts at `i`.
std::size_t next_unit(std::string_view line, std::size_t i, std::size_t value) {
    if (i >= value && line[i] == '\\' && i + 1 < line.size())
        return base::next_code_point(line, i + 1);
    return base::next_code_point(line, i);
}

// The last place in (start, start + room] where the line may be broken; inside a word if it can.
std::size_t break_after(std::string_view line, std::size_t start, std::size_t room,
                        std::size_t value) {
    std::size_t best = start;
    std::size_t in_word = start;
    for (std::size_t i = start; i < line.size();) {
        i = next_unit(line, i, value);
        if (i > start + room) break;
        if (i == value || is_blank(line[i - 1])) continue;
        best = i;
        if (i < line.size() && !is_blank(line[i])) in_word = i;
    }
    return in_word > start ? in_word : best;
}

}  // namespace

std::string folded(std::string_view line) {
    const std::size_t value = value_start(line);
    std::string result;
    std::size_t start = 0;
    std::size_t room = most_octets;
    while (line.size() - start > room) {
        const std::size_t end = break_after(line, start, room, value);
        if (end == start) break;
        result.append(line.substr(start, end - start)).append("\r\n ");
        start = end;
        room = most_octets - 1;  // the blank that marks a continuation is one of the 75
    }
    return result.append(line.substr(start)).append("\r\n");
}

std::string tidied(std::string_view text) {
    std::string result;
    std::size_t blanks = 0;
    const auto drop_blanks = [&] {
        result.resize(result.find_last_not_of(" \t") + 1);
        blanks = 0;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r' || c == '\n') {
            if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
            drop_blanks();
            result += '\n';
        } else if (is_blank(c)) {
            if (++blanks <= most_blanks) result += c;
        } else if (static_cast<unsigned char>(c) >= 0x20 && c != '\x7f') {
            result += c;
            blanks = 0;
        }
    }
    result.resize(result.find_last_not_of(" \t\n") + 1);
    return result;
}

}  // namespace rul::ical
