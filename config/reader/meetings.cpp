#include "config/reader/groups.hpp"
#include "config/reader/lists.hpp"
#include "config/reader/members.hpp"
#include "config/reader/programme.hpp"
#include "config/reader/references.hpp"
#include "config/reader/series.hpp"
#include "config/reader/titles.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace rul::config {

using base::both;
using model::Meeting;
using model::MeetingId;
using model::Presence;

namespace {

// ---- When
// ----------------------------------------------------------------------------------------

void set_dates(Draft& draft, Fields& fields, Meeting& meeting) {
    const Node* date = fields.find("date");
    const Node* either = fields.find("either");
    const bool seminar = meeting.kind == Meeting::Kind::seminar;
    if (date != nullptr && either != nullptr) {
        draft.report.error(either->place, "config.date-and-either",
                           both("mødet har både date og either",
                                "the meeting has both date and "
                                "either"),
                           {.help = both("slet den ene", "delete one of them")});
        return;
    }
    std::vector<SaidDate> dates;
    if (either != nullptr) dates = read_choice(draft, *either, seminar);
    if (date != nullptr)
        if (auto one = read_date_of(draft, *date, Bounds::period, seminar)) dates.push_back(*one);
    if (dates.empty()) return;
    meeting.options.clear();
    for (const SaidDate& one : dates)
        meeting.options.push_back(one.appointment);
    meeting.state = dates.size() == 1 ? Meeting::State::fixed : Meeting::State::either_or;
}

void set_cancelled(Draft& draft, Fields& fields, Meeting& meeting) {
    if (!fields.truth("cancelled", false)) return;
    const Place& where = fields.find("cancelled")->place;
    if (meeting.series && meeting.state != Meeting::State::cancelled) {
        draft.report.error(where, "config.cancelled-number",
                           both("et aflyst møde har intet nummer i rækken",
                                "a cancelled meeting has no number in its series"),
                           {.help = both("skriv datoen i cancelled ved {0}, og ret count",
                                         "write the date in cancelled of {0} and correct count",
                                         draft.brief.at(*meeting.series).key)});
    } else if (meeting.options.size() != 1) {
        draft.report.error(where, "config.cancelled-date",
                           both("hvilken dato er aflyst?", "which date was cancelled?"),
                           {.help = both(R"(skriv fx date = "man 05-12-2022")",
                                         R"(write for example date = "mon 05-12-2022")")});
    } else {
        meeting.state = Meeting::State::cancelled;
    }
}

void set_within(Draft& draft, Fields& fields, Meeting& meeting) {
    const Node* node = fields.find("within");
    if (node == nullptr) return;
    const auto days = said(*node, draft.report, read_dates, draft.period);
    if (!days) return;
    if (draft.brief.period.overlaps(*days)) {
        meeting.within = {std::max(days->first, meeting.within.first),
                          std::min(days->last, meeting.within.last)};
        if (meeting.within.first <= meeting.within.last) return;
    }
    draft.report.error(node->place, "config.within-outside",
                       both("her kan mødet ikke ligge", "the meeting cannot lie here"),
                       {.help = both("ret dagene; de skal ligge i planens periode",
                                     "correct the days; they must lie in the plan's period")});
}

void check_within(Draft& draft, const Meeting& meeting, const Place& where) {
    if (meeting.state == Meeting::State::cancelled) return;
    for (const model::Appointment& option : meeting.options) {
        if (meeting.within.contains(option.date) || !draft.brief.period.contains(option.date))
            continue;
        draft.report.error_at(
            option.source, "config.date-not-within",
            both("datoen ligger uden for de dage, mødet skal ligge i",
                 "the date lies outside the days in which the meeting must lie"),
            {.help = both("ret datoen, eller ret within (count) ved {} på linje {}",
                          "correct the date, or within (count) of {} on line {}", meeting.key,
                          where.line)});
    }
}

// ---- Who and where
// -------------------------------------------------------------------------------

void change_presence(Draft& draft, Fields& fields, std::string_view key,
                     std::optional<Presence> presence, Meeting& meeting) {
    const Node* node = fields.find(key);
    if (node == nullptr) return;
    for (const Node* item : items_of(*node)) {
        const std::string* name = text_of(*item, draft.report);
        const auto person = name == nullptr ? std::nullopt : find_person(draft, *name, item->place);
        if (!person) continue;
        auto& attendees = meeting.attendees;
        const auto at = std::find_if(attendees.begin(), attendees.end(),
                                     [&](const model::Member& m) { return m.person == *person; });
        if (at == attendees.end())
            draft.report.error(
                item->place, "config.not-attending",
                both("{} er ikke med til mødet i forvejen", "{} does not attend the meeting anyway",
                     *name),
                {.help = both("skriv add = [\"{}\"] for at tage en person med",
                              "write add = [\"{}\"] to have a person attend", *name)});
        else if (presence)
            at->presence = *presence;
        else
            attendees.erase(at);
    }
}

void set_people(Draft& draft, Fields& fields, Meeting& meeting) {
    if (const auto quorum = fields.whole("quorum", 1, 10'000)) meeting.quorum = quorum;
    read_members(draft, fields.find("add"), meeting.quorum.has_value(), meeting.attendees);
    change_presence(draft, fields, "remove", std::nullopt, meeting);
    change_presence(draft, fields, "optional", Presence::optional, meeting);
    change_presence(draft, fields, "required", Presence::required, meeting);
}

void set_places(Draft& draft, Fields& fields, Meeting& meeting) {
    if (const Node* modes = fields.find("mode")) meeting.modes = read_modes(draft, modes);
    if (const Node* venues = fields.find("venues")) meeting.venues = read_venues(draft, venues);
    if (const Node* venue = fields.find("venue")) meeting.venues = read_venues(draft, venue);
}

void set_slots(Draft& draft, Fields& fields, Meeting& meeting, bool was_seminar) {
    const bool seminar = meeting.kind == Meeting::Kind::seminar;
    const Node* slots = fields.find("slots");
    if (const Node* length = fields.find("length")) meeting.length = read_length_of(draft, length);
    if (seminar) meeting.length.reset();
    if (slots != nullptr) draft.own_slots.insert(*draft.brief.find_meeting(meeting.key));
    const bool own = !meeting.series || slots != nullptr || (seminar && !was_seminar);
    if (own) meeting.slots = slots_or_usual(draft, slots, seminar, fields.place());
    const auto& used = own ? meeting.slots : draft.brief.at(*meeting.series).slots;
    if (own || fields.find("length") != nullptr) check_length(draft, used, meeting.length);
    if (!own || meeting.state == Meeting::State::cancelled) return;
    draft.add_rule(meeting.key + ".slots", model::must,
                   slots == nullptr ? fields.place() : slots->place,
                   model::SlotChoice{{meeting.key, {*draft.brief.find_meeting(meeting.key)}}});
}

// ---- The meetings
// ----------------------------------------------------------------------------------

void read_keys(Draft& draft, Fields& fields, MeetingId id) {
    Meeting meeting = draft.brief.at(id);
    const bool was_seminar = meeting.kind == Meeting::Kind::seminar;
    if (fields.truth("seminar", was_seminar)) meeting.kind = Meeting::Kind::seminar;
    meeting.title = fields.text("title").value_or(meeting.title);
    meeting.note = fields.text("note").value_or("");
    meeting.because = fields.text("because").value_or(meeting.because);
    meeting.source = fields.place().location();
    set_within(draft, fields, meeting);
    set_dates(draft, fields, meeting);
    set_cancelled(draft, fields, meeting);
    if (const Node* title = fields.find("title"); title != nullptr && meeting.options.size() == 1)
        check_title_of_day(draft, meeting.title, meeting.options[0].date, title->place);
    set_people(draft, fields, meeting);
    set_places(draft, fields, meeting);
    set_slots(draft, fields, meeting, was_seminar);
    if (const Node* published = fields.find("published"))
        if (auto date = read_date_of(draft, *published, Bounds::anywhere,
                                     meeting.kind == Meeting::Kind::seminar))
            meeting.published = date->appointment;
    check_within(draft, meeting, fields.place());
    fields.allow({"programme"});
    fields.report_unknown();
    draft.brief.meetings[id.index] = std::move(meeting);
}

std::optional<MeetingId> make_own(Draft& draft, Fields& fields, const std::string& key,
                                  const Place& where) {
    if (key.find('/') != std::string::npos) {
        report_unknown_meeting(draft, key, where);
        return std::nullopt;
    }
    const Node* body_node = fields.require("body", R"(body = "SSU")");
    const std::string* name = body_node == nullptr ? nullptr : text_of(*body_node, draft.report);
    const auto body = name == nullptr ? std::nullopt : find_body(draft, *name, body_node->place);
    if (!body || !draft.take_name(key, where)) return std::nullopt;
    Meeting meeting;
    meeting.key = key;
    meeting.body = *body;
    meeting.within = draft.brief.period;
    meeting.attendees = draft.brief.at(*body).members;
    meeting.quorum = draft.brief.at(*body).quorum;
    meeting.modes = draft.defaults.modes;
    meeting.venues = draft.defaults.venues;
    meeting.length = draft.defaults.length;
    const MeetingId id{draft.brief.meetings.size()};
    return add_meeting(draft, std::move(meeting), where) ? std::optional{id} : std::nullopt;
}

std::optional<MeetingId> find_own(Draft& draft, Fields& fields, const std::string& key,
                                  const Place& where) {
    const auto id = draft.brief.find_meeting(key);
    if (!id) return make_own(draft, fields, key, where);
    if (const Node* body = fields.find("body"))
        draft.report.error(
            body->place, "config.body-known",
            both("{} hører allerede til et organ", "{} belongs to a body already", key),
            {.help = both("slet body, eller giv mødet sit eget id",
                          "delete body or give the meeting an id of its own")});
    return id;
}

void read_meeting(Draft& draft, const Node& table, std::map<std::string, Place>& seen) {
    Fields fields{table, draft.report};
    const Node* key_node = fields.require("id", R"(id = "dialogforum")");
    const std::string* key = key_node == nullptr ? nullptr : text_of(*key_node, draft.report);
    if (key == nullptr) return;
    const auto [at, is_new] = seen.emplace(*key, key_node->place);
    if (!is_new) {
        draft.report.error(
            key_node->place, "config.meeting-twice",
            both("mødet \"{}\" står to gange", "the meeting \"{}\" is there twice", *key),
            {.help = both("saml det ét sted; det første er på linje {}",
                          "write it in one place; the first is on line {}", at->second.line)});
        return;
    }
    const auto id = find_own(draft, fields, *key, key_node->place);
    if (id) read_keys(draft, fields, *id);
}

// Whether the date was given in the body's list, where no date may stand twice.
bool is_listed(const Meeting& meeting) {
    return meeting.source == meeting.options[0].source;
}

// SDFU/3 cannot be on a later date than SDFU/4.
void check_order(Draft& draft, const model::Series& series) {
    const Meeting* earlier = nullptr;
    for (const MeetingId id : series.meetings) {
        const Meeting& meeting = draft.brief.at(id);
        if (meeting.state != Meeting::State::fixed) continue;
        const bool told = earlier != nullptr && is_listed(meeting) && is_listed(*earlier);
        if (earlier != nullptr && !told && meeting.options[0].date <= earlier->options[0].date)
            draft.report.error_at(
                meeting.options[0].source, "config.order",
                both("{} ligger ikke efter {}", "{} is not after {}", meeting.key, earlier->key),
                {.help = both("en rækkes møder er nummereret efter dato",
                              "the meetings of a series are numbered by date")});
        earlier = &meeting;
    }
}

void read_published(Draft& draft) {
    const std::vector<Column> columns{{"meeting", "møde", true},
                                      {"date", "dato", true},
                                      {"time", "tid"},
                                      {"mode", "form"},
                                      {"venue", "mødested"}};
    for (const Entry* entry : draft.entries) {
        if (entry->key != "published_from") continue;
        for (const Row& row : read_list(draft, entry->value, columns)) {
            const Node* key = row.find(0);
            if (key == nullptr) continue;
            const auto id = draft.brief.find_meeting(key->text);
            if (!id) report_unknown_meeting(draft, key->text, key->place);
            const auto date =
                read_date_row(draft, row, 1, Bounds::anywhere,
                              id && draft.brief.at(*id).kind == Meeting::Kind::seminar);
            if (id && date) draft.brief.meetings[id->index].published = date->appointment;
        }
    }
}

}  // namespace

void read_meetings(Draft& draft) {
    std::map<std::string, Place> seen;
    const auto tables = draft.tables("meeting");
    for (const Node* table : tables)
        read_meeting(draft, *table, seen);
    for (const model::Series& series : draft.brief.series)
        check_order(draft, series);
    for (const Node* table : tables)
        read_programme(draft, *table);
    read_published(draft);
}

}  // namespace rul::config
