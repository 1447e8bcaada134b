#include "documents/calendar_json.hpp"

#include "engine/model/words.hpp"

#include <nlohmann/json.hpp>

namespace rul::documents {

namespace {

using Json = nlohmann::ordered_json;
using base::Language;
using model::Meeting;

void put_unless_empty(Json& json, const char* name, const std::string& text) {
    if (!text.empty()) json[name] = text;
}

const char* kind_of(const Meeting& meeting) {
    return meeting.kind == Meeting::Kind::seminar ? "seminar" : "meeting";
}

Json head_of(const model::Brief& brief, model::MeetingId id, const char* state) {
    const Meeting& meeting = brief.at(id);
    Json json{{"meeting", meeting.key}, {"body", brief.at(meeting.body).key}};
    if (meeting.series) json["series"] = brief.at(*meeting.series).key;
    if (meeting.ordinal > 0) json["ordinal"] = meeting.ordinal;
    put_unless_empty(json, "title", meeting.title);
    json["kind"] = kind_of(meeting);
    json["state"] = state;
    return json;
}

Json venue_of(const model::Brief& brief, const model::Placement& placement) {
    const auto& venue = brief.at(*placement.venue);
    Json json{{"key", venue.key}};
    put_unless_empty(json, "name", venue.name);
    put_unless_empty(json, "municipality", venue.municipality);
    if (placement.room) json["room"] = venue.rooms[static_cast<std::size_t>(*placement.room)].name;
    return json;
}

Json row_json(const model::Brief& brief, const CalendarRow& row) {
    const Meeting& meeting = brief.at(row.meeting);
    const auto& placement = row.placement;
    Json json = head_of(brief, row.meeting, row.cancelled ? "cancelled" : "held");
    json["date"] = model::to_iso(placement.date);
    json["weekday"] = model::weekday_of(placement.date).iso_encoding();
    json["week"] = model::iso_week(placement.date).week;
    if (placement.time) {
        json["start"] = model::clock_text(placement.time->from, Language::english);
        json["end"] = model::clock_text(placement.time->to, Language::english);
    }
    const auto last = model::last_day_of(meeting, placement);
    if (last != placement.date) json["last_date"] = model::to_iso(last);
    put_unless_empty(json, "mode", std::string{model::to_text(placement.mode, Language::english)});
    if (placement.venue) json["venue"] = venue_of(brief, placement);
    put_unless_empty(json, "note", meeting.note);
    put_unless_empty(json, "because", meeting.because);
    return json;
}

}  // namespace

std::string calendar_json(const model::Brief& brief, const model::Plan& plan,
                          const Filter& filter) {
    Json json{{"title", brief.title},
              {"period",
               {{"first", model::to_iso(brief.period.first)},
                {"last", model::to_iso(brief.period.last)}}},
              {"timezone", brief.timezone},
              {"bodies", Json::array()},
              {"meetings", Json::array()}};
    for (const auto& body : brief.bodies)
        json["bodies"].push_back({{"key", body.key}, {"name", body.name}});
    for (const CalendarRow& row : calendar_rows(brief, plan, filter))
        json["meetings"].push_back(row_json(brief, row));
    for (const auto id : left_out(brief, plan, filter))
        json["meetings"].push_back(head_of(brief, id, "left out"));
    return json.dump(2) + "\n";
}

}  // namespace rul::documents
