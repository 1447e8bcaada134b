#include "config/reader/draft.hpp"

#include "config/notation/names.hpp"

#include <utility>

namespace rul::config {

using base::both;

std::vector<const Entry*> Draft::things(std::string_view key) const {
    std::vector<const Entry*> found;
    for (const Entry* entry : entries) {
        if (entry->key != key) continue;
        const Node* table = table_of(entry->value, report);
        if (table == nullptr) continue;
        for (const Entry& thing : table->entries)
            if (table_of(thing.value, report) != nullptr) found.push_back(&thing);
    }
    return found;
}

std::vector<const Node*> Draft::tables(std::string_view key) const {
    std::vector<const Node*> found;
    for (const Entry* entry : entries) {
        if (entry->key != key) continue;
        for (const Node* item : items_of(entry->value))
            if (table_of(*item, report) != nullptr) found.push_back(item);
    }
    return found;
}

bool is_name(const std::string& name, const Place& where, Report& report) {
    const bool reserved = is_same_name(name, "alle") || is_same_name(name, "all");
    const bool bad = trimmed(name) != name || name.empty() || name.size() > 100
                     || name.find_first_of("/@\"\n\t:,") != std::string::npos;
    if (!reserved && !bad) return true;
    report.error(
        where, "config.bad-name",
        both("\"{}\" kan ikke være et navn", "\"{}\" cannot be a name", name),
        {.help = reserved ? both("ordet betyder alle møder; find et andet",
                                 "the word means every meeting; find another")
                          : both("et navn har mindst ét tegn og ingen af tegnene / @ : , \"",
                                 "a name has at least one character and none of / @ : , \"")});
    return false;
}

bool Draft::take_name(const std::string& name, const Place& where) {
    if (!is_name(name, where, report)) return false;
    const auto [at, is_new] = names.emplace(name, where);
    if (is_new) return true;
    report.error(where, "config.duplicate-name",
                 both("navnet \"{}\" er brugt to gange", "the name \"{}\" is used twice", name),
                 {.help = both("find et andet; det første står på linje {}",
                               "find another; the first is on line {}", at->second.line)});
    return false;
}

void Draft::add_rule(std::string key, model::Strength strength, const Place& where,
                     model::RuleKind kind) {
    model::Rule rule;
    rule.key = std::move(key);
    rule.strength = strength;
    rule.kind = std::move(kind);
    add_rule(std::move(rule), where);
}

void Draft::add_rule(model::Rule rule, const Place& where) {
    rule.source = where.location();
    const auto [at, is_new] = rule_keys.emplace(rule.key, where);
    if (is_new) {
        brief.rules.push_back(std::move(rule));
        return;
    }
    report.error(
        where, "config.duplicate-rule",
        both("to regler hedder \"{}\"", "two rules are called \"{}\"", rule.key),
        {.help = both("giv den ene et andet id; den første står på linje {}",
                      "give one of them another id; the first is on line {}", at->second.line)});
}

}  // namespace rul::config
