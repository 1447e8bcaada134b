#include "config/reader/groups.hpp"

#include "config/notation/names.hpp"

#include <algorithm>
#include <utility>

namespace rul::config {

using base::both;
using model::Group;
using model::Meeting;
using model::MeetingId;

namespace {

bool is_every(std::string_view name) {
    return is_same_name(name, "alle") || is_same_name(name, "all");
}

template <class Matches>
Group collect(const Draft& draft, std::string_view name, Matches matches) {
    Group group{std::string{name}, {}};
    for (std::size_t i = 0; i < draft.brief.meetings.size(); ++i) {
        const Meeting& meeting = draft.brief.meetings[i];
        if (meeting.state != Meeting::State::cancelled && matches(meeting))
            group.meetings.emplace_back(i);
    }
    return group;
}

// The series of a body, or, if it has none, its own meetings.
Group group_of_body(const Draft& draft, model::BodyId body) {
    Group group{draft.brief.at(body).key, {}};
    for (const model::Series& series : draft.brief.series)
        if (series.body == body)
            group.meetings.insert(group.meetings.end(), series.meetings.begin(),
                                  series.meetings.end());
    return group.meetings.empty() ? group_of(draft, body) : group;
}

void add_new(Group& group, const Group& more) {
    for (const MeetingId id : more.meetings)
        if (std::find(group.meetings.begin(), group.meetings.end(), id) == group.meetings.end())
            group.meetings.push_back(id);
    group.said += (group.said.empty() ? "" : ", ") + more.said;
}

}  // namespace

Group group_of(const Draft& draft, model::BodyId body) {
    return collect(draft, draft.brief.at(body).key, [body](const Meeting& meeting) {
        return meeting.kind != Meeting::Kind::event && meeting.body == body;
    });
}

std::optional<Group> find_group(const Draft& draft, std::string_view name) {
    const model::Brief& brief = draft.brief;
    if (is_every(name))
        return collect(draft, name,
                       [](const Meeting& m) { return m.kind != Meeting::Kind::event; });
    if (const auto meeting = brief.find_meeting(name)) {
        Group one{std::string{name}, {}};
        if (brief.at(*meeting).state != Meeting::State::cancelled) one.meetings.push_back(*meeting);
        return one;
    }
    if (const auto series = brief.find_series(name))
        return Group{std::string{name}, brief.at(*series).meetings};
    if (const auto body = brief.find_body(name)) return group_of_body(draft, *body);
    return std::nullopt;
}

std::vector<std::string> group_names(const Draft& draft) {
    std::vector<std::string> names;
    for (const model::Body& body : draft.brief.bodies)
        names.push_back(body.key);
    for (const model::Series& series : draft.brief.series)
        names.push_back(series.key);
    for (const Meeting& meeting : draft.brief.meetings)
        names.push_back(meeting.key);
    return names;
}

void report_unknown_meeting(Draft& draft, std::string_view name, const Place& where) {
    // It is there, but something in it is wrong, and that has been said.
    if (draft.names.contains(name) && draft.report.diagnostics().has_errors()) return;
    base::Text otherwise = both("skriv et organ, et møde som SDFU/3 eller et id fra [[meeting]]",
                                "write a body, a meeting such as SDFU/3 or an id of [[meeting]]");
    const std::string_view series_key = name.substr(0, name.rfind('/'));
    const auto series = draft.brief.find_series(series_key);
    if (series && series_key.size() < name.size())
        otherwise = both("{0} har kun møderne {0}/1 til {0}/{1}",
                         "{0} has only the meetings {0}/1 to {0}/{1}", series_key,
                         draft.brief.at(*series).meetings.size());
    else
        otherwise = did_you_mean(name, group_names(draft), otherwise);
    draft.report.error(where, "config.unknown-meeting",
                       both("ukendt møde \"{}\"", "unknown meeting \"{}\"", name),
                       {.help = otherwise});
}

std::optional<Group> read_group(Draft& draft, std::string_view name, const Place& where) {
    auto group = find_group(draft, name);
    if (!group) {
        report_unknown_meeting(draft, name, where);
        return std::nullopt;
    }
    if (!group->meetings.empty()) return group;
    draft.report.error(
        where, "config.no-meetings",
        both("\"{}\" har ingen møder, reglen kan gælde",
             "\"{}\" has no meetings for the rule to bind", name),
        {.help = both("skriv fx count = 4 ved organet, eller slet reglen",
                      "write for example count = 4 at the body or delete the rule")});
    return std::nullopt;
}

std::optional<Group> read_group(Draft& draft, const Node& node) {
    Group group;
    bool complete = true;
    for (const Node* item : items_of(node)) {
        const std::string* name = text_of(*item, draft.report);
        const auto one = name == nullptr ? std::nullopt : read_group(draft, *name, item->place);
        complete = complete && one.has_value();
        if (one) add_new(group, *one);
    }
    if (complete && !group.meetings.empty()) return group;
    if (complete)
        draft.report.error(node.place, "config.empty-list",
                           both("listen er tom", "the list is empty"),
                           {.help = both("skriv mindst ét navn", "write at least one name")});
    return std::nullopt;
}

}  // namespace rul::config
