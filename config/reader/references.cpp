#include "config/reader/references.hpp"

#include "config/notation/distances.hpp"
#include "config/notation/times.hpp"

#include <algorithm>
#include <utility>

namespace rul::config {

using base::both;
using base::Text;
using model::Mode;

namespace {

template <class Things>
std::vector<std::string> keys_of(const Things& things) {
    std::vector<std::string> keys;
    keys.reserve(things.size());
    for (const auto& thing : things)
        keys.push_back(thing.key);
    return keys;
}

template <class Id, class Find>
std::vector<Id> read_list(Draft& draft, const Node* node, Find find) {
    std::vector<Id> found;
    if (node == nullptr) return found;
    for (const Node* item : items_of(*node)) {
        const std::string* key = text_of(*item, draft.report);
        const auto id = key == nullptr ? std::nullopt : find(draft, *key, item->place);
        if (id) found.push_back(*id);
    }
    return found;
}

// What each text of a list gives, joined.
template <class T, class Reader>
std::vector<T> read_joined(Draft& draft, const Node* node, Reader read) {
    std::vector<T> found;
    if (node == nullptr) return found;
    for (const Node* item : items_of(*node))
        if (const auto some = said(*item, draft.report, read))
            found.insert(found.end(), some->begin(), some->end());
    return found;
}

// How a key is written in a heading: in quotes unless it is bare.
std::string as_key(std::string_view key) {
    const auto is_bare = [](char c) {
        return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9')
               || c == '-' || c == '_';
    };
    if (!key.empty() && std::all_of(key.begin(), key.end(), is_bare)) return std::string{key};
    return fmt::format("\"{}\"", key);
}

Text add_it(std::string_view table, std::string_view key) {
    return both("skriv [{}.{}] et sted i planen", "write [{}.{}] somewhere in the plan", table,
                as_key(key));
}

}  // namespace

std::optional<model::PersonId> find_person(Draft& draft, std::string_view key, const Place& where) {
    const auto found = draft.brief.find_person(key);
    if (!found)
        draft.report.error(
            where, "config.unknown-person",
            both("ukendt person \"{}\"", "unknown person \"{}\"", key),
            {.help = did_you_mean(key, keys_of(draft.brief.persons), add_it("person", key))});
    return found;
}

std::optional<model::BodyId> find_body(Draft& draft, std::string_view key, const Place& where) {
    const auto found = draft.brief.find_body(key);
    if (!found)
        draft.report.error(
            where, "config.unknown-body", both("ukendt organ \"{}\"", "unknown body \"{}\"", key),
            {.help = did_you_mean(key, keys_of(draft.brief.bodies), add_it("body", key))});
    return found;
}

std::optional<model::VenueId> find_venue(Draft& draft, std::string_view key, const Place& where) {
    const auto found = draft.brief.find_venue(key);
    if (!found)
        draft.report.error(
            where, "config.unknown-venue",
            both("ukendt mødested \"{}\"", "unknown venue \"{}\"", key),
            {.help = did_you_mean(key, keys_of(draft.brief.venues), add_it("venue", key))});
    return found;
}

std::vector<model::PersonId> read_persons(Draft& draft, const Node* node) {
    return read_list<model::PersonId>(draft, node, find_person);
}

std::vector<model::BodyId> read_body_list(Draft& draft, const Node* node) {
    return read_list<model::BodyId>(draft, node, find_body);
}

std::vector<model::VenueId> read_venues(Draft& draft, const Node* node) {
    return read_list<model::VenueId>(draft, node, find_venue);
}

std::optional<model::Strength> read_strength_key(Fields& fields) {
    const Node* node = fields.find("strength");
    if (node == nullptr) return std::nullopt;
    if (node->kind == Node::Kind::text) return said(*node, fields.report(), read_strength);
    const auto points = whole_of(*node, 1, static_cast<int>(max_points), fields.report());
    return points ? std::optional{model::soft(*points)} : std::nullopt;
}

std::vector<Mode> read_modes(Draft& draft, const Node* node) {
    std::vector<Mode> modes;
    if (node == nullptr) return modes;
    for (const Node* item : items_of(*node))
        if (const auto mode = said(*item, draft.report, read_mode)) modes.push_back(*mode);
    return modes;
}

std::optional<model::minutes> read_length_of(Draft& draft, const Node* node) {
    if (node == nullptr) return std::nullopt;
    if (node->kind == Node::Kind::text) return said(*node, draft.report, read_length);
    const auto whole = whole_of(*node, 1, 24 * 60, draft.report);
    return whole ? std::optional{model::minutes{*whole}} : std::nullopt;
}

std::vector<std::chrono::weekday> read_weekdays_of(Draft& draft, const Node* node) {
    return read_joined<std::chrono::weekday>(draft, node, read_weekdays);
}

std::vector<unsigned> read_months_of(Draft& draft, const Node* node) {
    std::vector<unsigned> months;
    if (node == nullptr) return months;
    for (const Node* item : items_of(*node)) {
        if (item->kind == Node::Kind::whole) {
            const auto month = whole_of(*item, 1, 12, draft.report);
            if (month) months.push_back(static_cast<unsigned>(*month));
        } else if (const auto some = said(*item, draft.report, read_months)) {
            months.insert(months.end(), some->begin(), some->end());
        }
    }
    return months;
}

std::vector<model::DateRange> read_days(Draft& draft, const Node* node) {
    const auto read = [&](std::string_view text) { return read_all_dates(text, draft.period); };
    return read_joined<model::DateRange>(draft, node, read);
}

void check_grid(Draft& draft, const model::TimeRange& time, const Place& where) {
    const auto grid = draft.brief.grid;
    if (time.from % grid == model::minutes{0} && time.to % grid == model::minutes{0}) return;
    draft.report.error(
        where, "config.off-grid",
        both("tiden passer ikke med planens inddeling på {} minutter",
             "the time does not stand on the plan's grid of {} minutes", grid.count()),
        {.help = both("skriv grid = 5 øverst i planen, eller ret tiden",
                      "write grid = 5 at the top of the plan or correct the time")});
}

int in_days(int count, model::Unit unit) {
    return unit == model::Unit::week ? 7 * count : count;
}

}  // namespace rul::config
