#include "config/reader/programme.hpp"

#include "config/notation/times.hpp"
#include "config/reader/groups.hpp"
#include "config/reader/references.hpp"
#include "engine/model/words.hpp"

#include <algorithm>
#include <utility>

namespace rul::config {

using base::both;
using model::Meeting;
using model::MeetingId;
using model::minutes;

namespace {

constexpr minutes noon{12 * 60};

void check_time(Draft& draft, const model::ProgrammeItem& item, const Place& where) {
    const bool fits = item.day == 0 ? item.time.from >= noon : item.time.to <= noon;
    if (fits) return;
    draft.report.error(
        where, "config.programme-time",
        item.day == 0 ? both("seminaret begynder kl. 12 den første dag",
                             "the seminar begins at 12 on the first day")
                      : both("seminaret slutter kl. 12 den anden dag",
                             "the seminar ends at 12 on the second day"),
        {.help = both("ret time, eller ret day (1 eller 2)", "correct time, or day (1 or 2)")});
}

std::optional<MeetingId> find_nested(Draft& draft, const Node& node, MeetingId seminar) {
    const std::string* key = text_of(node, draft.report);
    if (key == nullptr) return std::nullopt;
    const auto id = draft.brief.find_meeting(*key);
    if (!id) {
        report_unknown_meeting(draft, *key, node.place);
        return std::nullopt;
    }
    if (*id != seminar && draft.brief.at(*id).kind == Meeting::Kind::ordinary) return id;
    draft.report.error(
        node.place, "config.programme-meeting",
        both("{} kan ikke ligge i et program", "{} cannot lie in a programme", *key),
        {.help = both("et program rummer almindelige møder, ikke seminarer og "
                      "begivenheder",
                      "a programme holds ordinary meetings, no seminars and events")});
    return std::nullopt;
}

bool is_in_a_programme(const Draft& draft, MeetingId nested) {
    const auto holds = [nested](const Meeting& meeting) {
        return std::any_of(meeting.programme.begin(), meeting.programme.end(),
                           [nested](const auto& item) { return item.meeting == nested; });
    };
    return std::any_of(draft.brief.meetings.begin(), draft.brief.meetings.end(), holds);
}

// The nested meeting stands at the entry's time, unless it was given slots of its own.
void take_time(Draft& draft, MeetingId nested, const Meeting& seminar,
               const model::ProgrammeItem& item, const Place& where) {
    Meeting& meeting = draft.brief.meetings[nested.index];
    const bool has_rule = draft.rule_keys.contains(meeting.key + ".slots");
    if (draft.own_slots.contains(nested) || meeting.state == Meeting::State::cancelled) return;
    model::Slot slot;
    slot.time = item.time;
    slot.mode = model::Mode::physical;
    slot.text = model::to_text(item.time, base::Language::danish);
    slot.source = where.location();
    meeting.slots = {slot};
    meeting.length.reset();
    if (!seminar.venues.empty()) meeting.venues = seminar.venues;
    if (!has_rule)
        draft.add_rule(meeting.key + ".slots", model::must, where,
                       model::SlotChoice{{meeting.key, {nested}}});
}

void add_inside(Draft& draft, MeetingId nested, MeetingId seminar, std::size_t number,
                const model::ProgrammeItem& item, const Place& where) {
    const std::string key = draft.brief.at(seminar).key;
    if (is_in_a_programme(draft, nested)) {
        draft.report.error(where, "config.programme-twice",
                           both("{} står allerede i et program", "{} is in a programme already",
                                draft.brief.at(nested).key),
                           {.help = both("slet den ene", "delete one of them")});
        return;
    }
    take_time(draft, nested, draft.brief.at(seminar), item, where);
    draft.add_rule(
        fmt::format("{}.programme.{}", key, number), model::must, where,
        model::Inside{
            {draft.brief.at(nested).key, {nested}}, {key, {seminar}}, item.day, item.time});
}

void read_item(Draft& draft, const Node& node, MeetingId seminar, std::size_t number) {
    if (table_of(node, draft.report) == nullptr) return;
    Fields fields{node, draft.report};
    model::ProgrammeItem item;
    item.day = fields.whole("day", 1, 2).value_or(1) - 1;
    const Node* time_node = fields.require("time", R"(time = "16.30-17.30")");
    const auto time =
        time_node == nullptr ? std::nullopt : said(*time_node, draft.report, read_time_range);
    const Node* meeting_node = fields.find("meeting");
    if (meeting_node != nullptr) item.meeting = find_nested(draft, *meeting_node, seminar);
    if (meeting_node == nullptr)
        static_cast<void>(fields.require("title", R"(title = "Ankomst og frokost")"));
    item.title = fields.text("title").value_or("");
    fields.report_unknown();
    if (!time) return;
    item.time = *time;
    check_time(draft, item, time_node->place);
    check_grid(draft, item.time, time_node->place);
    if (item.meeting) add_inside(draft, *item.meeting, seminar, number, item, meeting_node->place);
    draft.brief.meetings[seminar.index].programme.push_back(std::move(item));
}

}  // namespace

void read_programme(Draft& draft, const Node& table) {
    const Entry* programme = table.find("programme");
    const Entry* key = table.find("id");
    if (programme == nullptr || key == nullptr) return;
    const auto id = draft.brief.find_meeting(key->value.text);
    if (!id) return;
    if (draft.brief.at(*id).kind != Meeting::Kind::seminar) {
        draft.report.error(programme->place, "config.programme",
                           both("kun et seminar har et program", "only a seminar has a programme"),
                           {.help = both("skriv seminar = true, eller slet programme",
                                         "write seminar = true or delete programme")});
        return;
    }
    std::size_t number = 0;
    for (const Node* item : items_of(programme->value))
        read_item(draft, *item, *id, ++number);
}

}  // namespace rul::config
