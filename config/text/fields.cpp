#include "config/text/fields.hpp"

#include "base/utf8.hpp"
#include "config/notation/names.hpp"
#include "config/text/key_words.hpp"

namespace rul::config {

using base::both;
using base::Text;

namespace {

Text name_of(Node::Kind kind) {
    switch (kind) {
        case Node::Kind::text:
            return both("en tekst", "a text");
        case Node::Kind::whole:
            return both("et helt tal", "a whole number");
        case Node::Kind::decimal:
            return both("et decimaltal", "a decimal number");
        case Node::Kind::truth:
            return both("true eller false", "true or false");
        case Node::Kind::moment:
            return both("en dato uden anførselstegn", "a date without quotes");
        case Node::Kind::list:
            return both("en liste", "a list");
        case Node::Kind::table:
            break;
    }
    return both("en gruppe af nøgler", "a group of keys");
}

// What stands in the file there.
std::string written(const Node& node) {
    const base::Location where = node.place.location();
    const auto line = node.place.source->line(where.line);
    const Part part = part_of(line, 0, line.size());
    std::string out;
    int column = 1;
    for (std::size_t i = 0; i < line.size(); ++column) {
        const std::size_t next = base::next_code_point(line, i);
        if (where.column <= column && column < where.column + where.width)
            out += line.substr(i, next - i);
        i = next;
    }
    return out.empty() ? part.text : out;
}

}  // namespace

const Node* Fields::find(std::string_view key) {
    known_.emplace(key);
    const Entry* entry = table_.find(key);
    return entry == nullptr ? nullptr : &entry->value;
}

const Node* Fields::require(std::string_view key, std::string_view example) {
    const Node* found = find(key);
    if (found != nullptr) return found;
    report_.error(table_.place, "config.missing-key",
                  both("nøglen {} mangler", "the key {} is missing", key),
                  {.help = both("skriv fx {}", "write for example {}", example)});
    return nullptr;
}

std::optional<std::string> Fields::text(std::string_view key) {
    const Node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const std::string* found = text_of(*node, report_);
    if (found == nullptr) return std::nullopt;
    return *found;
}

std::optional<int> Fields::whole(std::string_view key, int least, int most) {
    const Node* node = find(key);
    if (node == nullptr) return std::nullopt;
    return whole_of(*node, least, most, report_);
}

bool Fields::truth(std::string_view key, bool otherwise) {
    const Node* node = find(key);
    if (node == nullptr) return otherwise;
    if (node->kind == Node::Kind::truth) return node->truth;
    report_.error(node->place, "config.not-truth",
                  both("her skal stå true eller false, ikke {}",
                       "this must be true or false, not {}", written(*node)),
                  {.help = both("skriv {} = true", "write {} = true", key)});
    return otherwise;
}

std::vector<const Node*> Fields::list(std::string_view key) {
    const Node* node = find(key);
    if (node == nullptr) return {};
    return items_of(*node);
}

void Fields::allow(std::initializer_list<std::string_view> keys) {
    known_.insert(keys.begin(), keys.end());
}

void Fields::report_unknown() const {
    const std::vector<std::string> known{known_.begin(), known_.end()};
    for (const Entry& entry : table_.entries) {
        if (known_.contains(entry.key)) continue;
        const auto meant = meant_key(entry.key, known);
        report_.error(
            entry.place, "config.unknown-key",
            both("ukendt nøgle \"{}\"", "unknown key \"{}\"", entry.key),
            {.help = meant ? both("den hedder {}", "it is called {}", *meant)
                           : did_you_mean(entry.key, known,
                                          both("nøglerne her er {}", "the keys here are {}",
                                               fmt::format("{}", fmt::join(known, ", "))))});
    }
}

const std::string* text_of(const Node& node, Report& report) {
    if (node.kind == Node::Kind::text && trimmed(node.text).empty()) {
        report.error(
            node.place, "config.empty-text", both("teksten er tom", "the text is empty"),
            {.help = both("skriv noget, eller slet linjen", "write something or delete the line")});
        return nullptr;
    }
    if (node.kind == Node::Kind::text) return &node.text;
    const Text kind = name_of(node.kind);
    const bool quotable = node.kind == Node::Kind::moment || node.kind == Node::Kind::whole
                          || node.kind == Node::Kind::decimal;
    report.error(node.place,
                 node.kind == Node::Kind::moment ? "config.bare-date" : "config.not-text",
                 {fmt::format("her skal stå en tekst, ikke {}", kind.danish),
                  fmt::format("this must be a text, not {}", kind.english)},
                 {.help = quotable ? both("skriv \"{}\" med anførselstegn",
                                          "write \"{}\" with the quotes", written(node))
                                   : both("skriv en tekst i anførselstegn, \"...\"",
                                          "write a text in quotes, \"...\"")});
    return nullptr;
}

std::optional<int> whole_of(const Node& node, int least, int most, Report& report) {
    if (node.kind != Node::Kind::whole) {
        report.error(node.place, "config.not-whole",
                     both("her skal stå et helt tal", "this must be a whole number"),
                     {.help = both("skriv et tal fra {} til {} uden anførselstegn",
                                   "write a number from {} to {} without quotes", least, most)});
        return std::nullopt;
    }
    if (least <= node.whole && node.whole <= most) return static_cast<int>(node.whole);
    report.error(
        node.place, "config.out-of-range",
        node.whole < least ? both("{} er for lidt", "{} is too little", node.whole)
                           : both("{} er for meget", "{} is too much", node.whole),
        {.help = both("skriv et tal fra {} til {}", "write a number from {} to {}", least, most)});
    return std::nullopt;
}

const Node* table_of(const Node& node, Report& report) {
    if (node.kind == Node::Kind::table) return &node;
    const Text kind = name_of(node.kind);
    report.error(node.place, "config.not-table",
                 {fmt::format("her skal stå nøgler og værdier, ikke {}", kind.danish),
                  fmt::format("keys and values must stand here, not {}", kind.english)},
                 {.help = both("se docs/plan-file.md, hvilke nøgler der hører til",
                               "see docs/plan-file.md for the keys that belong here")});
    return nullptr;
}

std::vector<const Node*> items_of(const Node& node) {
    if (node.kind != Node::Kind::list) return {&node};
    std::vector<const Node*> items;
    for (const Node& item : node.items)
        items.push_back(&item);
    return items;
}

std::optional<std::size_t> choose_word(std::string_view text, const Place& where,
                                       const std::vector<std::string>& words, const Text& what,
                                       Report& report) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (is_same_name(words[i], trimmed(text))) return i;
    const Text choices = one_of(words);
    report.error(where, "config.unknown-word",
                 {fmt::format("\"{}\" er ikke {}", text, what.danish),
                  fmt::format("\"{}\" is not {}", text, what.english)},
                 {.help = did_you_mean(text, words,
                                       {"skriv " + choices.danish, "write " + choices.english})});
    return std::nullopt;
}

}  // namespace rul::config
