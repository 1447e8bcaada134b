#pragma once

#include "config/notation/read.hpp"
#include "config/text/tree.hpp"

#include <array>
#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rul::config {

/// The keys of one table, as they are asked for. What nobody asked for is a mistake, which
/// report_unknown() says, with the nearest key that was.
class Fields {
  public:
    Fields(const Node& table, Report& report) : table_{table}, report_{report} {}

    /// The value of `key`; null if it is not there.
    [[nodiscard]] const Node* find(std::string_view key);
    /// The same, and an error if it is not there. `example` is how to write it.
    [[nodiscard]] const Node* require(std::string_view key, std::string_view example);
    /// A text; nothing if absent or wrong.
    [[nodiscard]] std::optional<std::string> text(std::string_view key);
    [[nodiscard]] std::optional<int> whole(std::string_view key, int least, int most);
    [[nodiscard]] bool truth(std::string_view key, bool otherwise);
    /// A list, or a single value as a list of one; empty if absent.
    [[nodiscard]] std::vector<const Node*> list(std::string_view key);
    /// The key is one of this table's, though it is not read here.
    void allow(std::initializer_list<std::string_view> keys);
    void report_unknown() const;

    [[nodiscard]] const Node& table() const { return table_; }
    [[nodiscard]] const Place& place() const { return table_.place; }
    [[nodiscard]] Report& report() { return report_; }

  private:
    const Node& table_;
    Report& report_;
    std::set<std::string, std::less<>> known_;
};

/// The text of a value, or an error that says so.
[[nodiscard]] const std::string* text_of(const Node& node, Report& report);
[[nodiscard]] std::optional<int> whole_of(const Node& node, int least, int most, Report& report);
/// A table, or an error that says so.
[[nodiscard]] const Node* table_of(const Node& node, Report& report);
/// The items of a list; of anything else, itself.
[[nodiscard]] std::vector<const Node*> items_of(const Node& node);

/// Whether a value is what `read` made of it; its problem and warnings go to the report.
/// `offset`: code points of the value in front of the text that was read.
template <class T>
[[nodiscard]] std::optional<T> accept(const Read<T>& read, const Node& node, Report& report,
                                      std::size_t offset = 0) {
    const auto say = [&](Problem problem, base::Diagnostic::Severity severity) {
        problem.offset = node.is_plain ? problem.offset + offset : 0;
        if (!node.is_plain) problem.width = static_cast<std::size_t>(node.place.width);
        report.problem(problem, node.text_place(), severity);
    };
    for (const Problem& warning : read.warnings)
        say(warning, base::Diagnostic::Severity::warning);
    if (!read) say(read.problem, base::Diagnostic::Severity::error);
    return read.value;
}

/// A text value read by one of the notations: said(node, report, read_length).
template <class Reader, class... Args>
[[nodiscard]] auto said(const Node& node, Report& report, Reader read, const Args&... args)
    -> decltype(read(std::string_view{}, args...).value) {
    const std::string* text = text_of(node, report);
    if (text == nullptr) return std::nullopt;
    return accept(read(*text, args...), node, report);
}

/// A word of a fixed list, in Danish or English.
template <class T>
struct Word {
    std::string_view word;
    T value;
};

[[nodiscard]] std::optional<std::size_t> choose_word(std::string_view text, const Place& where,
                                                     const std::vector<std::string>& words,
                                                     const base::Text& what, Report& report);

/// The value of the word `text`; otherwise an error that lists the words. `what`: "en rolle".
template <class T, std::size_t n>
[[nodiscard]] std::optional<T> choose(std::string_view text, const Place& where,
                                      const std::array<Word<T>, n>& words, const base::Text& what,
                                      Report& report) {
    std::vector<std::string> names;
    names.reserve(n);
    for (const Word<T>& word : words)
        names.emplace_back(word.word);
    const auto found = choose_word(text, where, names, what, report);
    if (!found) return std::nullopt;
    return words[*found].value;
}

template <class T, std::size_t n>
[[nodiscard]] std::optional<T> choose(const Node& node, const std::array<Word<T>, n>& words,
                                      const base::Text& what, Report& report) {
    const std::string* text = text_of(node, report);
    if (text == nullptr) return std::nullopt;
    return choose(*text, node.place, words, what, report);
}

}  // namespace rul::config
