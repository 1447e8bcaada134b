#include "config/reader/members.hpp"
#include "config/reader/references.hpp"
#include "config/reader/series.hpp"

#include <utility>

namespace rul::config {

using base::both;
using model::Visibility;

namespace {

void read_who(Draft& draft, Fields& fields, model::Body& body) {
    body.name = fields.text("name").value_or(body.name);
    body.municipality = fields.text("municipality").value_or("");
    body.colour = fields.text("colour").value_or("");
    constexpr std::array<Word<Visibility>, 6> words{{{"åben", Visibility::open},
                                                     {"open", Visibility::open},
                                                     {"medlemmer", Visibility::members},
                                                     {"members", Visibility::members},
                                                     {"skjult", Visibility::hidden},
                                                     {"hidden", Visibility::hidden}}};
    if (const Node* node = fields.find("visibility"))
        body.feed =
            choose(*node, words, both("en form for synlighed", "a visibility"), draft.report)
                .value_or(Visibility::open);
}

void read_body_members(Draft& draft, Fields& fields, model::Body& body) {
    body.quorum = fields.whole("quorum", 1, 10'000);
    const Node* members = fields.find("members");
    const Node* list = fields.find("members_from");
    const Node* quorum = fields.find("quorum");
    const bool has_quorum = quorum != nullptr;
    read_members(draft, members, has_quorum, body.members);
    read_member_list(draft, list, has_quorum, body.members);
    const Place& place = members != nullptr ? members->place
                         : list != nullptr  ? list->place
                                            : fields.place();
    if (!draft.report.diagnostics().has_errors())
        check_members(draft, body.members, body.quorum, place,
                      quorum == nullptr ? place : quorum->place);
}

void read_body_deadlines(Draft& draft, Fields& fields, BodyDraft& body) {
    body.deadlines = draft.defaults.deadlines;
    read_deadlines(draft, fields, body.deadlines);
    for (const Node* item : fields.list("deadlines")) {
        if (table_of(*item, draft.report) == nullptr) continue;
        auto deadline = read_deadline(draft, *item, model::Deadline::What::other);
        if (deadline) body.further.push_back(std::move(*deadline));
    }
    const Node* notice = fields.find("notice");
    body.notice = notice == nullptr ? draft.defaults.notice : read_notice(draft, notice);
}

void read_body(Draft& draft, std::size_t index) {
    Fields fields{*draft.bodies[index].table, draft.report};
    model::Body body = draft.brief.bodies[index];
    read_who(draft, fields, body);
    read_body_members(draft, fields, body);
    read_body_deadlines(draft, fields, draft.bodies[index]);
    draft.brief.bodies[index] = body;
    read_series(draft, fields, model::BodyId{index}, body.key, "");
    fields.report_unknown();
}

void read_second_series(Draft& draft, const Entry& entry) {
    Fields fields{entry.value, draft.report};
    const Node* body_key = fields.require("body", R"(body = "SDFU")");
    const std::string* name = body_key == nullptr ? nullptr : text_of(*body_key, draft.report);
    const auto body = name == nullptr ? std::nullopt : find_body(draft, *name, body_key->place);
    const std::string title = fields.text("title").value_or("");
    const bool named = draft.take_name(entry.key, entry.place);
    if (body && named) read_series(draft, fields, *body, entry.key, title);
    if (body) fields.report_unknown();
}

}  // namespace

void read_bodies(Draft& draft) {
    for (std::size_t i = 0; i < draft.bodies.size(); ++i)
        read_body(draft, i);
    for (const Entry* entry : draft.things("series"))
        read_second_series(draft, *entry);
}

}  // namespace rul::config
