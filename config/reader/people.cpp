#include "config/reader/lists.hpp"
#include "config/reader/members.hpp"
#include "config/reader/references.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace rul::config {

using base::both;

namespace {

// [KEY.x] things of one kind: each name once, over all files.
template <class Make>
void declare(Draft& draft, std::string_view kind, Make make) {
    std::map<std::string, Place, std::less<>> seen;
    for (const Entry* thing : draft.things(kind)) {
        const auto [at, is_new] = seen.emplace(thing->key, thing->place);
        if (!is_name(thing->key, thing->place, draft.report)) continue;
        if (is_new) {
            make(*thing);
            continue;
        }
        draft.report.error(thing->place, "config.declared-twice",
                           both("[{0}.{1}] står også i {2}", "[{0}.{1}] is also in {2}", kind,
                                thing->key, at->second.source->name()),
                           {.help = both("slet den ene, eller giv den et andet navn",
                                         "delete one of them or give it another name")});
    }
}

// ---- Persons
// -------------------------------------------------------------------------------------

void read_limit(Draft& draft, Fields& fields, std::string_view key, model::Load::Per per,
                model::PersonId person) {
    const Node* node = fields.find(key);
    if (node == nullptr) return;
    model::Load load{.persons = {person}, .per = per};
    model::Strength strength = model::soft(model::should_points);
    const int highest = 100;
    if (node->kind == Node::Kind::table) {
        Fields limit{*node, draft.report};
        limit.allow({"most"});
        if (limit.require("most", "most = 2") != nullptr)
            load.most = limit.whole("most", 1, highest).value_or(1);
        load.travel = limit.truth("travel", false);
        strength = read_strength_key(limit).value_or(strength);
        limit.report_unknown();
    } else {
        load.most = whole_of(*node, 1, highest, draft.report).value_or(1);
    }
    draft.add_rule(draft.brief.at(person).key + '.' + std::string{key}, strength, node->place,
                   load);
}

void read_person(Draft& draft, const Entry& entry) {
    const auto id = draft.brief.find_person(entry.key);
    if (!id) return;
    Fields fields{entry.value, draft.report};
    model::Person person = draft.brief.at(*id);
    person.name = fields.text("name").value_or(person.name);
    person.organisation = fields.text("organisation").value_or("");
    person.municipality = fields.text("municipality").value_or("");
    person.email = fields.text("email").value_or("");
    person.busy = read_busy(draft, fields.find("busy"));
    for (const model::DateRange& days : read_days(draft, fields.find("days_off")))
        person.busy.push_back(busy_days(days, ""));
    read_limit(draft, fields, "most_a_day", model::Load::Per::day, *id);
    read_limit(draft, fields, "most_a_week", model::Load::Per::week, *id);
    fields.report_unknown();
    draft.brief.persons[id->index] = std::move(person);
}

// ---- Venues
// --------------------------------------------------------------------------------------

// "Byrådssalen (40)": a room and how many it holds.
std::optional<model::Room> read_room_text(Draft& draft, const Node& node) {
    const std::string* text = text_of(node, draft.report);
    if (text == nullptr) return std::nullopt;
    const std::size_t open = text->rfind('(');
    if (open == std::string::npos || text->back() != ')') return model::Room{.name = *text};
    const std::string number = text->substr(open + 1, text->size() - open - 2);
    const bool digits = !number.empty() && number.size() < 6
                        && number.find_first_not_of("0123456789") == std::string::npos;
    if (digits && number != "0")
        return model::Room{std::string{trimmed(text->substr(0, open))}, std::stoi(number), {}};
    draft.report.error(
        node.place, "config.room",
        both("\"{}\" er ikke et antal pladser", "\"{}\" is no number of seats", number),
        {.help =
             both("skriv fx \"Byrådssalen (40)\"", "write for example \"Council chamber (40)\"")});
    return std::nullopt;
}

std::optional<model::Room> read_room(Draft& draft, const Node& node) {
    if (node.kind != Node::Kind::table) return read_room_text(draft, node);
    Fields fields{node, draft.report};
    const Node* name = fields.require("name", R"(name = "Mødelokale 2")");
    model::Room room{.name = name == nullptr ? "" : fields.text("name").value_or("")};
    room.capacity = fields.whole("capacity", 1, 99'999).value_or(0);
    room.busy = read_busy(draft, fields.find("busy"));
    fields.report_unknown();
    return room;
}

// Says how far it is in both directions; once said, a distance cannot be said otherwise.
void add_travel(Draft& draft, model::VenueId from, model::VenueId to, model::minutes time,
                const Place& where) {
    for (const model::Travel& known : draft.brief.at(from).travel) {
        if (known.to != to || known.time == time) continue;
        draft.report.error(
            where, "config.travel",
            both("rejsetiden mellem {} og {} er sagt to gange: {} og {} minutter",
                 "the travel time between {} and {} is said twice: {} and {} minutes",
                 draft.brief.at(from).key, draft.brief.at(to).key, known.time.count(),
                 time.count()),
            {.help = both("skriv den kun ét sted", "write it in one place only")});
        return;
    }
    const auto add = [&](model::VenueId a, model::VenueId b) {
        auto& travel = draft.brief.venues[a.index].travel;
        const bool known = std::any_of(travel.begin(), travel.end(),
                                       [&](const model::Travel& t) { return t.to == b; });
        if (!known) travel.push_back({b, time});
    };
    add(from, to);
    add(to, from);
}

void read_travel(Draft& draft, const Node* node, model::VenueId from) {
    if (node == nullptr || table_of(*node, draft.report) == nullptr) return;
    for (const Entry& entry : node->entries) {
        const auto to = find_venue(draft, entry.key, entry.place);
        const auto time = read_length_of(draft, &entry.value);
        if (to && time && *to != from) add_travel(draft, from, *to, *time, entry.place);
    }
}

void read_venue(Draft& draft, const Entry& entry) {
    const auto id = draft.brief.find_venue(entry.key);
    if (!id) return;
    Fields fields{entry.value, draft.report};
    model::Venue& venue = draft.brief.venues[id->index];
    venue.name = fields.text("name").value_or(venue.name);
    venue.municipality = fields.text("municipality").value_or("");
    venue.address = fields.text("address").value_or("");
    for (const Node* item : fields.list("rooms"))
        if (auto room = read_room(draft, *item)) venue.rooms.push_back(std::move(*room));
    read_travel(draft, fields.find("travel"), *id);
    fields.report_unknown();
}

}  // namespace

void declare_people(Draft& draft) {
    declare(draft, "person", [&](const Entry& entry) {
        draft.brief.persons.push_back(
            {.key = entry.key, .name = entry.key, .source = entry.place.location()});
    });
    declare_listed_persons(draft);
    declare(draft, "venue", [&](const Entry& entry) {
        draft.brief.venues.push_back(
            {.key = entry.key, .name = entry.key, .source = entry.place.location()});
    });
    for (const Entry* entry : draft.things("body")) {
        if (!draft.take_name(entry->key, entry->place)) continue;
        draft.brief.bodies.push_back(
            {.key = entry->key, .name = entry->key, .source = entry->place.location()});
        draft.bodies.push_back(
            {.table = &entry->value, .deadlines = {}, .further = {}, .notice = {}});
    }
}

void read_people(Draft& draft) {
    for (const Entry* entry : draft.things("venue"))
        read_venue(draft, *entry);
    for (const Entry* entry : draft.things("person"))
        read_person(draft, *entry);
}

}  // namespace rul::config
