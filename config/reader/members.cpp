#include "config/reader/members.hpp"

#include "base/utf8.hpp"
#include "config/notation/names.hpp"
#include "config/reader/lists.hpp"
#include "config/reader/references.hpp"

#include <algorithm>
#include <utility>

namespace rul::config {

using base::both;
using model::Member;
using model::Presence;
using model::Role;

namespace {

constexpr std::array<Word<Role>, 12> roles{{{"formand", Role::chair},
                                            {"chair", Role::chair},
                                            {"medformand", Role::co_chair},
                                            {"næstformand", Role::co_chair},
                                            {"co-chair", Role::co_chair},
                                            {"medlem", Role::member},
                                            {"member", Role::member},
                                            {"sekretær", Role::secretary},
                                            {"secretary", Role::secretary},
                                            {"gæst", Role::guest},
                                            {"guest", Role::guest},
                                            {"stedfortræder", Role::substitute}}};
constexpr std::array<Word<Presence>, 8> presences{{{"skal", Presence::required},
                                                   {"required", Presence::required},
                                                   {"tæller", Presence::counted},
                                                   {"counted", Presence::counted},
                                                   {"valgfri", Presence::optional},
                                                   {"optional", Presence::optional},
                                                   {"reserve", Presence::standby},
                                                   {"standby", Presence::standby}}};

Presence usual_presence(Role role, bool has_quorum) {
    switch (role) {
        case Role::substitute:
            return Presence::standby;
        case Role::guest:
            return Presence::optional;
        case Role::member:
            return has_quorum ? Presence::counted : Presence::required;
        case Role::chair:
        case Role::co_chair:
        case Role::secretary:
            break;
    }
    return Presence::required;
}

// The four things said of a member, each with where it stands.
struct SaidMember {
    struct Word {
        std::string text;
        Place place;
    };
    Word person;
    std::optional<Word> role, presence, replaces;
    Place place;
};

// "stedfortræder for x" / "substitute for x": the role, and x.
void cut_substitute(SaidMember& said, const Node& node, const Part& role) {
    for (const std::string_view word :
         {"stedfortræder for ", "suppleant for ", "substitute for "}) {
        if (!fold(role.text).starts_with(word)) continue;
        const std::string name{trimmed(std::string_view{role.text}.substr(word.size()))};
        const std::size_t width = base::length(name);
        said.role = {"stedfortræder", node.place_of(role)};
        said.replaces = {name, node.place_of({name, role.offset + role.width - width, width})};
        return;
    }
    said.role = {role.text, node.place_of(role)};
}

SaidMember cut_text(const Node& node) {
    const std::string_view text = node.text;
    const std::size_t colon = std::min(text.find(':'), text.size());
    const Part person = part_of(text, 0, colon);
    SaidMember said{.person = {person.text, node.place_of(person)}, .place = node.place};
    if (colon == text.size()) return said;
    const std::size_t comma = std::min(text.find(',', colon), text.size());
    cut_substitute(said, node, part_of(text, colon + 1, comma));
    if (comma == text.size()) return said;
    const Part presence = part_of(text, comma + 1, text.size());
    said.presence = {presence.text, node.place_of(presence)};
    return said;
}

std::optional<SaidMember::Word> word_of(Fields& fields, std::string_view key) {
    const auto text = fields.text(key);
    if (!text) return std::nullopt;
    return SaidMember::Word{*text, fields.find(key)->place};
}

std::optional<SaidMember> cut_table(Draft& draft, const Node& node) {
    Fields fields{node, draft.report};
    const Node* person = fields.require("person", R"(person = "direktoer-thisted")");
    const std::string* name = person == nullptr ? nullptr : text_of(*person, draft.report);
    SaidMember said{.role = word_of(fields, "role"),
                    .presence = word_of(fields, "presence"),
                    .replaces = word_of(fields, "replaces"),
                    .place = node.place};
    fields.report_unknown();
    if (name == nullptr) return std::nullopt;
    said.person = {*name, person->place};
    return said;
}

std::optional<Role> role_of(Draft& draft, const SaidMember& said) {
    if (!said.role) return said.replaces ? Role::substitute : Role::member;
    const auto word =
        is_same_name(said.role->text, "substitute") || is_same_name(said.role->text, "suppleant")
            ? std::string{"stedfortræder"}
            : said.role->text;
    const auto role =
        choose(word, said.role->place, roles, both("en rolle", "a role"), draft.report);
    if (role == Role::substitute && !said.replaces) {
        draft.report.error(said.role->place, "config.substitute",
                           both("en stedfortræder for hvem?", "a substitute for whom?"),
                           {.help = both(R"(skriv "{}: stedfortræder for ...")",
                                         R"(write "{}: substitute for ...")", said.person.text)});
        return std::nullopt;
    }
    return role;
}

std::optional<Member> to_member(Draft& draft, const SaidMember& said, bool has_quorum) {
    const auto person = find_person(draft, said.person.text, said.person.place);
    const auto role = role_of(draft, said);
    std::optional<model::PersonId> replaces;
    if (said.replaces) replaces = find_person(draft, said.replaces->text, said.replaces->place);
    std::optional<Presence> presence;
    if (said.presence)
        presence = choose(said.presence->text, said.presence->place, presences,
                          both("en form for deltagelse", "a kind of presence"), draft.report);
    if (!person || !role) return std::nullopt;
    return Member{*person, *role, presence.value_or(usual_presence(*role, has_quorum)), replaces};
}

void add_member(Draft& draft, const SaidMember& said, bool has_quorum,
                std::vector<Member>& members) {
    const auto member = to_member(draft, said, has_quorum);
    if (!member) return;
    const bool there = std::any_of(members.begin(), members.end(), [&](const Member& other) {
        return other.person == member->person;
    });
    if (there)
        draft.report.error(said.person.place, "config.duplicate-member",
                           both("{} er med to gange", "{} is there twice", said.person.text),
                           {.help = both("slet den ene", "delete one of them")});
    else
        members.push_back(*member);
}

const std::vector<Column>& member_columns() {
    static const std::vector<Column> columns{
        {"person", "person", true},  {"role", "rolle"}, {"presence", "deltagelse"},
        {"replaces", "for"},         {"name", "navn"},  {"organisation", "organisation"},
        {"municipality", "kommune"}, {"email", "mail"}};
    return columns;
}

// Columns 4.. of a members' list are 1.. of a persons' list.
void declare_row(Draft& draft, const Row& row, std::size_t name_column, bool must_be_new) {
    const Node* key = row.find(0);
    if (key == nullptr) return;
    const auto text = [&](std::size_t column) {
        const Node* cell = row.find(name_column + column);
        return cell == nullptr ? std::string{} : cell->text;
    };
    if (!is_name(key->text, key->place, draft.report)) return;
    if (draft.brief.find_person(key->text)) {
        if (must_be_new)
            draft.report.error(key->place, "config.duplicate-person",
                               both("personen \"{}\" står to gange",
                                    "the person \"{}\" is there twice", key->text),
                               {.help = both("slet den ene", "delete one of them")});
        return;
    }
    draft.brief.persons.push_back({.key = key->text,
                                   .name = text(0).empty() ? key->text : text(0),
                                   .organisation = text(1),
                                   .municipality = text(2),
                                   .email = text(3),
                                   .source = key->place.location()});
}

}  // namespace

void read_members(Draft& draft, const Node* node, bool has_quorum, std::vector<Member>& members) {
    if (node == nullptr) return;
    for (const Node* item : items_of(*node)) {
        std::optional<SaidMember> said;
        if (item->kind == Node::Kind::table)
            said = cut_table(draft, *item);
        else if (text_of(*item, draft.report) != nullptr)
            said = cut_text(*item);
        if (said) add_member(draft, *said, has_quorum, members);
    }
}

void read_member_list(Draft& draft, const Node* node, bool has_quorum,
                      std::vector<Member>& members) {
    if (node == nullptr) return;
    for (const Row& row : read_list(draft, *node, member_columns())) {
        const Node* person = row.find(0);
        if (person == nullptr) continue;
        if (row.find(4) != nullptr) declare_row(draft, row, 4, false);
        const auto word = [&](std::size_t column) -> std::optional<SaidMember::Word> {
            const Node* cell = row.find(column);
            if (cell == nullptr) return std::nullopt;
            return SaidMember::Word{cell->text, cell->place};
        };
        const SaidMember said{{person->text, person->place}, word(1), word(2), word(3), row.place};
        add_member(draft, said, has_quorum, members);
    }
}

void check_members(Draft& draft, const std::vector<Member>& members, std::optional<int> quorum,
                   const Place& members_place, const Place& quorum_place) {
    int counted = 0;
    for (const Member& member : members) {
        if (member.role == Role::chair || member.role == Role::co_chair
            || member.role == Role::member)
            ++counted;
        if (!member.replaces) continue;
        const bool there = std::any_of(members.begin(), members.end(), [&](const Member& other) {
            return other.person == *member.replaces;
        });
        if (!there)
            draft.report.error(
                members_place, "config.replaces-nobody",
                both("{} er stedfortræder for {}, som ikke er med",
                     "{} is substitute for {}, who is not there", draft.brief.at(member.person).key,
                     draft.brief.at(*member.replaces).key),
                {.help = both("tag {} med på listen", "put {} on the list",
                              draft.brief.at(*member.replaces).key)});
    }
    if (quorum && counted < *quorum)
        draft.report.error(quorum_place, "config.quorum",
                           both("quorum er {}, men kun {} tæller med",
                                "the quorum is {}, but only {} count", *quorum, counted),
                           {.help = both("ret quorum, eller skriv medlemmerne i members",
                                         "correct quorum or write the members in members")});
}

void declare_listed_persons(Draft& draft) {
    for (const Entry* entry : draft.entries) {
        if (entry->key != "persons_from") continue;
        const std::vector<Column> columns{{"person", "person", true},
                                          {"name", "navn"},
                                          {"organisation", "organisation"},
                                          {"municipality", "kommune"},
                                          {"email", "mail"}};
        for (const Row& row : read_list(draft, entry->value, columns))
            declare_row(draft, row, 1, true);
    }
}

}  // namespace rul::config
