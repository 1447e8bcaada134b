#include "documents/minizinc/text.hpp"

#include <fmt/format.h>

#include <array>

namespace rul::documents::minizinc {

namespace {

constexpr std::size_t width = 100;

std::string joined(const Items& items) {
    std::string text;
    for (const std::string& item : items)
        text += (text.empty() ? "" : ", ") + item;
    return text;
}

}  // namespace

std::string list(const Items& items) {
    return fmt::format("[{}]", joined(items));
}

std::string set(const Items& items) {
    return fmt::format("{{{}}}", joined(items));
}

std::string array(std::string_view head, const Items& items) {
    if (items.empty()) return fmt::format("{} = [];\n", head);
    std::string text = std::string{head} + " = [";
    std::string line = "\n  ";
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string item = items[i] + (i + 1 < items.size() ? "," : "");
        if (line.size() + 1 + item.size() > width) {
            text += line;
            line = "\n  ";
        }
        line += " " + item;
    }
    return text + line + "];\n";
}

std::string truth(bool value) {
    return value ? "true" : "false";
}

std::string quoted(std::string_view text) {
    std::string found = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') found += '\\';
        found += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
    return found + '"';
}

std::string comment(std::string_view text, std::string_view before) {
    std::string found{before};
    for (const char c : text) {
        if (c == '\n')
            found.append("\n").append(before);
        else
            found += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
    return found + "\n";
}

std::string mode_name(model::Mode mode) {
    constexpr std::array<std::string_view, 4> names{"unspecified", "teams", "physical", "hybrid"};
    return std::string{names.at(static_cast<std::size_t>(mode))};
}

std::string weekday_set(const std::vector<std::chrono::weekday>& days) {
    Items items;
    for (const auto day : days)
        items.push_back(std::to_string(day.iso_encoding()));
    return set(items);
}

std::string bound(std::optional<int> value) {
    return value ? std::to_string(*value) : "no_bound";
}

}  // namespace rul::documents::minizinc
