#include "ical/feed_events.hpp"

#include "base/check.hpp"
#include "base/error.hpp"
#include "engine/model/naming.hpp"
#include "engine/model/words.hpp"

#include <algorithm>
#include <variant>

namespace rul::ical {

namespace {

using model::Date;
using model::Identity;
using model::Meeting;
using model::MeetingId;
using model::Mode;
using model::Placement;

constexpr std::chrono::days cancelled_shown_for{30};

/// What all the entries are made from.
struct Source {
    const model::Brief& brief;
    const model::Plan& plan;
    const model::Identities& identities;
    const FeedOptions& options;

    [[nodiscard]] std::string say(std::string_view danish, std::string_view english) const {
        return std::string{brief.language == base::Language::danish ? danish : english};
    }
    [[nodiscard]] bool is_held(MeetingId id) const {
        return brief.at(id).state != Meeting::State::cancelled && plan.of(id).has_value();
    }
    [[nodiscard]] const Identity* find_identity(const Meeting& meeting) const {
        const auto found = identities.find(meeting.key);
        return found == identities.end() ? nullptr : &found->second;
    }
};

template <class T>
bool contains(const std::vector<T>& values, const T& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

std::vector<model::PersonId> expected_of(const std::vector<model::Member>& members) {
    std::vector<model::PersonId> result;
    for (const model::Member& member : members)
        if (member.presence != model::Presence::standby && !contains(result, member.person))
            result.push_back(member.person);
    return result;
}

// ---- Where ------------------------------------------------------------------------------------

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string result;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!result.empty()) result += separator;
        result += part;
    }
    return result;
}

std::string location_of(const Source& source, Mode mode, std::optional<model::VenueId> venue,
                        const std::string& room) {
    std::vector<std::string> places;
    if (venue) {
        const model::Venue& at = source.brief.at(*venue);
        places.push_back(join({at.name, room, at.address}, ", "));
    }
    if (mode == Mode::teams || mode == Mode::hybrid) places.emplace_back("Microsoft Teams");
    return join(places, "; ");
}

std::string room_name(const Source& source, const Placement& placement) {
    if (!placement.venue || !placement.room) return {};
    const auto& rooms = source.brief.at(*placement.venue).rooms;
    const auto index = static_cast<std::size_t>(*placement.room);
    return index < rooms.size() ? rooms[index].name : std::string{};
}

// ---- What -------------------------------------------------------------------------------------

std::string deadline_title(const Source& source, const model::Deadline& deadline) {
    using What = model::Deadline::What;
    switch (deadline.what) {
        case What::items_in:
            return source.say("Frist for punkter til dagsordenen", "Items for the agenda due");
        case What::agenda_out:
            return source.say("Dagsorden udsendes", "Agenda sent out");
        case What::minutes_out:
            return source.say("Referat udsendes", "Minutes sent out");
        case What::other:
            break;
    }
    return deadline.title.empty() ? source.say("Frist", "Deadline") : deadline.title;
}

std::vector<std::string> deadline_lines(const Source& source, MeetingId id, Date date) {
    std::vector<std::string> lines;
    for (const model::Rule& rule : source.brief.rules) {
        const auto* const deadline = std::get_if<model::Deadline>(&rule.kind);
        if (deadline == nullptr || !contains(deadline->meetings.meetings, id)
            || !rule.validity.contains(date))
            continue;
        const Date due =
            model::deadline_date(source.brief, *deadline, source.brief.at(id).body, date);
        std::string line =
            deadline_title(source, *deadline) + ": " + model::to_short(due, source.brief.language);
        if (!contains(lines, line)) lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::string> programme_lines(const Source& source, const Meeting& meeting) {
    if (meeting.programme.empty()) return {};
    std::vector<std::string> lines{source.say("Program:", "Programme:")};
    for (const model::ProgrammeItem& item : meeting.programme) {
        const bool is_nameless = item.title.empty() && item.meeting;
        const std::string title =
            is_nameless ? model::meeting_name(source.brief, source.brief.at(*item.meeting),
                                              source.brief.language)
                        : item.title;
        lines.push_back(source.say("dag ", "day ") + std::to_string(item.day + 1) + ", "
                        + model::to_text(item.time, source.brief.language) + " " + title);
    }
    return lines;
}

void append(std::vector<std::string>& to, const std::vector<std::string>& lines) {
    to.insert(to.end(), lines.begin(), lines.end());
}

std::string description_of(const Source& source, MeetingId id, Date date) {
    const Meeting& meeting = source.brief.at(id);
    std::vector<std::string> lines{source.brief.at(meeting.body).name};
    append(lines, deadline_lines(source, id, date));
    append(lines, programme_lines(source, meeting));
    lines.push_back(meeting.note);
    if (!meeting.because.empty())
        lines.push_back(source.say("Begrundelse: ", "Reason: ") + meeting.because);
    return join(lines, "\n");
}

// ---- Inside what ------------------------------------------------------------------------------

bool is_inside(const Source& source, MeetingId inner, MeetingId outer) {
    if (!source.is_held(inner) || !source.is_held(outer) || inner == outer) return false;
    const auto a = model::span_of(source.brief.at(inner), *source.plan.of(inner));
    const auto b = model::span_of(source.brief.at(outer), *source.plan.of(outer));
    return a && b && b->contains(*a);
}

// The seminar in whose programme, or by whose rule, the meeting lies.
std::optional<MeetingId> find_parent(const Source& source, MeetingId id) {
    for (std::size_t i = 0; i < source.brief.meetings.size(); ++i)
        for (const auto& item : source.brief.meetings[i].programme)
            if (item.meeting == id) return MeetingId{i};
    for (const model::Rule& rule : source.brief.rules) {
        const auto* const inside = std::get_if<model::Inside>(&rule.kind);
        if (inside == nullptr || !contains(inside->meetings.meetings, id)) continue;
        for (const MeetingId seminar : inside->seminars.meetings)
            if (is_inside(source, id, seminar)) return seminar;
    }
    return std::nullopt;
}

std::vector<FeedEvent::Related> related_of(const Source& source, MeetingId id) {
    const auto parent = find_parent(source, id);
    if (!parent) return {};
    const Identity* const identity = source.find_identity(source.brief.at(*parent));
    if (identity == nullptr) return {};
    return {{identity->uid, FeedEvent::Relation::parent}};
}

// ---- Entries ----------------------------------------------------------------------------------

FeedEvent event_with(const Source& source, const Identity& identity, const std::string& body_key) {
    FeedEvent event;
    event.uid = identity.uid;
    event.sequence = identity.sequence;
    event.created = identity.created;
    event.changed = identity.changed;
    event.url = source.options.address;
    if (!body_key.empty()) event.categories = {body_key};
    return event;
}

FeedEntry held_entry(const Source& source, MeetingId id) {
    const Meeting& meeting = source.brief.at(id);
    const Placement& placement = *source.plan.of(id);
    const Identity* const identity = source.find_identity(meeting);
    if (identity == nullptr)
        throw base::Error{base::both("mødet {} har ingen identitet (UID), så det kan ikke udgives",
                                     "the meeting {} has no identity (UID), so it cannot be "
                                     "published",
                                     meeting.key)};
    const model::Body& body = source.brief.at(meeting.body);
    FeedEvent event = event_with(source, *identity, body.key);
    if (const auto span = model::span_of(meeting, placement))
        event.span = *span;
    else
        event.span = model::DateRange{placement.date, model::last_day_of(meeting, placement)};
    event.summary = model::meeting_name(source.brief, meeting, source.brief.language);
    event.description = description_of(source, id, placement.date);
    event.location =
        location_of(source, placement.mode, placement.venue, room_name(source, placement));
    const auto link = source.options.teams_links.find(meeting.key);
    if (link != source.options.teams_links.end() && placement.mode != Mode::physical)
        event.teams_link = link->second;
    event.related = related_of(source, id);
    if (source.options.tentative_bodies.contains(body.key))
        event.status = FeedEvent::Status::tentative;
    return {std::move(event), meeting.body, expected_of(meeting.attendees)};
}

std::variant<model::MomentRange, model::DateRange> span_of(const model::Standing& standing) {
    const Date last = standing.date + std::chrono::days{standing.overnight ? 1 : 0};
    if (!standing.time) return model::DateRange{standing.date, last};
    return model::MomentRange{standing.date + standing.time->from, last + standing.time->to};
}

bool is_long_ago(const Source& source, const model::Standing& standing) {
    const auto today = source.options.today ? source.options.today : source.brief.today;
    return today && standing.date + cancelled_shown_for < *today;
}

FeedEntry cancelled_entry(const Source& source, const std::string& key, const Identity& identity) {
    const auto id = source.brief.find_meeting(key);
    const auto body =
        id ? std::optional{source.brief.at(*id).body} : source.brief.find_body(identity.body);
    FeedEvent event = event_with(source, identity, identity.body);
    event.span = span_of(*identity.standing);
    event.status = FeedEvent::Status::cancelled;
    event.summary =
        source.say("AFLYST: ", "CANCELLED: ") + (identity.name.empty() ? key : identity.name);
    event.location =
        location_of(source, identity.standing->mode,
                    source.brief.find_venue(identity.standing->venue), identity.standing->room);
    event.description = body ? source.brief.at(*body).name : identity.body;
    if (!id)
        return {
            std::move(event), body,
            body ? expected_of(source.brief.at(*body).members) : std::vector<model::PersonId>{}};
    const Meeting& meeting = source.brief.at(*id);
    if (!meeting.because.empty())
        event.description += "\n" + source.say("Begrundelse: ", "Reason: ") + meeting.because;
    return {std::move(event), body, expected_of(meeting.attendees)};
}

}  // namespace

std::vector<FeedEntry> feed_entries(const model::Brief& brief, const model::Plan& plan,
                                    const model::Identities& identities,
                                    const FeedOptions& options) {
    RUL_CHECK(plan.placements.size() == brief.meetings.size());
    const Source source{brief, plan, identities, options};
    std::vector<FeedEntry> entries;
    std::set<std::string_view> held;
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        const MeetingId id{i};
        if (brief.at(id).kind == Meeting::Kind::event || !source.is_held(id)) continue;
        entries.push_back(held_entry(source, id));
        held.insert(brief.at(id).key);
    }
    if (options.hide_cancelled) return entries;
    for (const auto& [key, identity] : identities)
        if (!held.contains(key) && identity.cancelled && identity.standing
            && !is_long_ago(source, *identity.standing))
            entries.push_back(cancelled_entry(source, key, identity));
    return entries;
}

}  // namespace rul::ical
