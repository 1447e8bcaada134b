#include "documents/calendar_rows.hpp"

#include "engine/model/words.hpp"

#include <algorithm>
#include <tuple>

namespace rul::documents {

namespace {

using base::Language;
using model::Meeting;
using model::MeetingId;
using model::Placement;

bool expects(const Meeting& meeting, model::PersonId person) {
    return std::any_of(meeting.attendees.begin(), meeting.attendees.end(), [&](const auto& member) {
        return member.person == person && member.presence != model::Presence::standby;
    });
}

bool concerns(const Meeting& meeting, const Filter& filter) {
    if (meeting.kind == Meeting::Kind::event) return false;
    if (filter.body && meeting.body != *filter.body) return false;
    return !filter.person || expects(meeting, *filter.person);
}

bool is_in_month(model::Date date, const Filter& filter) {
    const auto day = model::ymd(date);
    return (!filter.month || day.month() == *filter.month)
           && (!filter.year || day.year() == *filter.year);
}

std::optional<CalendarRow> row_of(const model::Brief& brief, const model::Plan& plan,
                                  MeetingId id) {
    const Meeting& meeting = brief.at(id);
    if (meeting.state == Meeting::State::cancelled) {
        if (meeting.options.empty()) return std::nullopt;
        const auto& was = meeting.options.front();
        return CalendarRow{id,
                           {was.date, was.time, was.mode.value_or(model::Mode::unspecified),
                            was.venue, std::nullopt},
                           true};
    }
    const auto& placement = plan.of(id);
    if (!placement) return std::nullopt;
    return CalendarRow{id, *placement, false};
}

auto sort_key(const CalendarRow& row) {
    const auto start = row.placement.time ? row.placement.time->from : model::minutes{0};
    return std::tuple{row.placement.date, start, row.meeting};
}

template <class Words>
void append(std::string& text, std::string_view separator, const Words& words) {
    if (words.empty()) return;
    if (!text.empty()) text += separator;
    text += words;
}

}  // namespace

std::vector<CalendarRow> calendar_rows(const model::Brief& brief, const model::Plan& plan,
                                       const Filter& filter) {
    std::vector<CalendarRow> rows;
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        const MeetingId id{i};
        if (!concerns(brief.at(id), filter)) continue;
        auto row = row_of(brief, plan, id);
        if (row && is_in_month(row->placement.date, filter)) rows.push_back(*row);
    }
    std::sort(rows.begin(), rows.end(),
              [](const auto& a, const auto& b) { return sort_key(a) < sort_key(b); });
    return rows;
}

std::vector<MeetingId> left_out(const model::Brief& brief, const model::Plan& plan,
                                const Filter& filter) {
    std::vector<MeetingId> ids;
    if (filter.month || filter.year) return ids;  // what has no date is in no month
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        const MeetingId id{i};
        const bool could_be_held = brief.at(id).state != Meeting::State::cancelled;
        if (could_be_held && concerns(brief.at(id), filter) && !plan.of(id)) ids.push_back(id);
    }
    return ids;
}

std::string own_title(const model::Brief& brief, const CalendarRow& row) {
    const Meeting& meeting = brief.at(row.meeting);
    const auto& body = brief.at(meeting.body);
    return meeting.title == body.name || meeting.title == body.key ? "" : meeting.title;
}

std::string time_words(const CalendarRow& row, Language language) {
    return row.placement.time ? model::to_text(*row.placement.time, language) : "";
}

std::string mode_words(model::Mode mode, Language language) {
    if (mode == model::Mode::teams) return "Teams";  // a name, and written as one
    return std::string{model::to_text(mode, language)};
}

std::string venue_words(const model::Brief& brief, const Placement& placement) {
    if (!placement.venue) return "";
    const auto& venue = brief.at(*placement.venue);
    std::string words = venue.name.empty() ? venue.key : venue.name;
    if (placement.room) words += ", " + venue.rooms[static_cast<std::size_t>(*placement.room)].name;
    return words;
}

std::string place_words(const model::Brief& brief, const Placement& placement, Language language) {
    const std::string venue = venue_words(brief, placement);
    if (venue.empty()) return mode_words(placement.mode, language);
    return placement.mode == model::Mode::hybrid ? "hybrid: " + venue : venue;
}

std::string remark_words(const model::Brief& brief, const CalendarRow& row, Language language) {
    const bool danish = language == Language::danish;
    const Meeting& meeting = brief.at(row.meeting);
    std::string words;
    if (row.cancelled) words = danish ? "AFLYST" : "CANCELLED";
    append(words, ": ", meeting.because);
    if (meeting.kind == Meeting::Kind::seminar)
        append(words, "; ", std::string{danish ? "slutter dagen efter" : "ends the next day"});
    append(words, "; ", meeting.note);
    return words;
}

}  // namespace rul::documents
