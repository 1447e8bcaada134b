#pragma once

#include "base/utf8.hpp"
#include "config/notation/dates.hpp"
#include "config/notation/distances.hpp"
#include "config/notation/slots.hpp"
#include "config/notation/times.hpp"
#include "engine/model/brief.hpp"
#include "engine/model/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Briefs for tests, said as a plan file says them. Link rul::notation.
///
///     BriefBuilder b{"2023"};
///     const auto anna = b.person("anna");
///     b.body("FFU").member(anna).slots({"fre 9-11 teams"}).count(5).gap("4-9 uger");
///     b.body("SSF").member(anna).slots({"man 13-16 fysisk"}).count(4);
///     b.body("SSF").meeting(1).at("man 16-01-2023 13-16 fysisk");
///     b.needs("SSF", "FFU 28-49 dage før");
///     const model::Brief brief = b.build();
///
/// Every call is one line of an imagined `plan.toml`, so that messages have lines to show. build()
/// adds what every brief has: the one Attendance, Rooms, ClosedDays and Appointments rule, and a
/// SlotChoice and a Count for each series. What cannot be read throws std::invalid_argument.
namespace rul::testing {

/// The value, or an exception with the problem.
template <class T>
T said(const config::Read<T>& read, std::string_view text) {
    if (!read)
        throw std::invalid_argument{fmt::format("\"{}\": {}", text, read.problem.message.english)};
    return *read;
}

class BriefBuilder;

/// A body and, as soon as one is asked for, the series of its name.
class BodyBuilder {
  public:
    BodyBuilder(BriefBuilder& builder, model::BodyId id) : b_{&builder}, id_{id} {}

    [[nodiscard]] model::BodyId id() const { return id_; }
    BodyBuilder& member(model::PersonId person, model::Role role = model::Role::member,
                        model::Presence presence = model::Presence::required);
    BodyBuilder& chair(model::PersonId person) { return member(person, model::Role::chair); }
    BodyBuilder& substitute(model::PersonId person, model::PersonId replaced);
    BodyBuilder& quorum(int count);

    BodyBuilder& slots(const std::vector<std::string>& texts);
    BodyBuilder& count(int most) { return count(most, most); }
    /// The last `most - least` meetings may be left out.
    BodyBuilder& count(int least, int most);
    /// Further meetings in a part of the period; parts in order of date.
    BodyBuilder& count_within(std::string_view days, int least, int most);
    BodyBuilder& modes(std::vector<model::Mode> modes);
    BodyBuilder& venues(const std::vector<std::string>& keys);
    BodyBuilder& length(std::string_view text);
    BodyBuilder& gap(std::string_view text, model::Strength strength = model::must);
    BodyBuilder& mix(std::string_view text, model::Strength strength = model::must);
    /// As many as there are meetings: their dates in order. Fewer: Series::includes.
    BodyBuilder& fixed(const std::vector<std::string>& texts);
    /// The k-th meeting of the series.
    class MeetingBuilder meeting(int ordinal);

  private:
    model::Series& series();
    model::SeriesId series_id();
    template <class F>
    void each_meeting(F change);

    BriefBuilder* b_;
    model::BodyId id_;
};

class MeetingBuilder {
  public:
    MeetingBuilder(BriefBuilder& builder, model::MeetingId id) : b_{&builder}, id_{id} {}

    [[nodiscard]] model::MeetingId id() const { return id_; }
    MeetingBuilder& at(std::string_view appointment);
    MeetingBuilder& either(const std::vector<std::string>& appointments);
    MeetingBuilder& published(std::string_view appointment);
    MeetingBuilder& cancelled();
    MeetingBuilder& within(std::string_view days);
    MeetingBuilder& slots(const std::vector<std::string>& texts);
    MeetingBuilder& modes(std::vector<model::Mode> modes);
    MeetingBuilder& venues(const std::vector<std::string>& keys);
    MeetingBuilder& length(std::string_view text);
    MeetingBuilder& seminar();
    /// Beside the members of its body; kept when the body changes later.
    MeetingBuilder& attendee(model::PersonId person,
                             model::Presence presence = model::Presence::required,
                             model::Role role = model::Role::guest);
    MeetingBuilder& quorum(int count);

  private:
    model::Meeting& meeting();

    BriefBuilder* b_;
    model::MeetingId id_;
};

class BriefBuilder {
  public:
    explicit BriefBuilder(std::string_view period = "2023");

    BriefBuilder& today(std::string_view date);
    BriefBuilder& grid(int minutes);
    BriefBuilder& no_holidays();
    /// Between two meetings of one person.
    BriefBuilder& pause(int minutes);

    /// A person by key; made at the first call.
    model::PersonId person(std::string_view key, std::string_view municipality = "");
    /// "ons 01-02-2023 9-12"; without a time the whole day.
    BriefBuilder& busy(model::PersonId person, std::string_view appointment);
    model::VenueId venue(std::string_view key, std::string_view municipality = "");
    BriefBuilder& room(model::VenueId venue, std::string_view name, int capacity);
    BriefBuilder& travel(model::VenueId a, model::VenueId b, int minutes);
    /// A body by key; made at the first call.
    BodyBuilder body(std::string_view key);
    /// A meeting of its own of a body; its members attend.
    MeetingBuilder meeting(std::string_view key, std::string_view body);
    /// An event: "fre 16-06-2023 10-11", a date (the whole day) or a range of days.
    MeetingBuilder event(std::string_view key, std::string_view when);
    /// A block for everyone, some bodies or some persons.
    model::BlockId block(const std::vector<std::string>& when, std::string_view why = "",
                         model::Strength strength = model::must,
                         std::vector<model::BodyId> bodies = {},
                         std::vector<model::PersonId> persons = {});

    /// The meetings of a series, or the one of that key.
    [[nodiscard]] model::Group group(std::string_view name) const;
    [[nodiscard]] model::Group group(std::initializer_list<std::string_view> names) const;
    model::RuleId rule(model::RuleKind kind, model::Strength strength = model::must,
                       std::string_view written = "", std::string_view key = "");
    /// "SSF", "FFU 28-49 dage før".
    model::RuleId needs(std::string_view subject, std::string_view phrase,
                        model::Strength strength = model::must);
    model::RuleId distance(std::string_view from, std::string_view to, std::string_view text,
                           model::Distance::Pairs pairs = model::Distance::Pairs::every_pair,
                           model::Strength strength = model::must);

    [[nodiscard]] model::Brief build() const;

    /// The brief as it stands, to be changed where no call above says what a test needs.
    model::Brief& raw() { return brief_; }
    /// The next line of the imagined file.
    base::Location line(std::string_view text);
    /// That line, `part` of it underlined.
    static base::Location part_of(base::Location line, std::string_view part);
    model::Slot slot(std::string_view text, const base::Location& line) const;
    model::Appointment appointment(std::string_view text, const base::Location& line) const;
    std::vector<model::VenueId> venue_ids(const std::vector<std::string>& keys) const;
    model::MeetingId add_meeting(model::Meeting meeting);

  private:
    static void add_rule(model::Brief& brief, std::string key, model::RuleKind kind,
                         const base::Location& where);

    model::Brief brief_;
    model::Attendance attendance_;
    base::Location period_line_;
    int lines_ = 0;
};

// ---- The imagined file ------------------------------------------------------------------------

inline base::Location BriefBuilder::line(std::string_view text) {
    return {"plan.toml", ++lines_, 1, std::max(static_cast<int>(base::length(text)), 1),
            std::string{text}};
}

inline base::Location BriefBuilder::part_of(base::Location line, std::string_view part) {
    const std::size_t at = line.source_line.find(part);
    if (at == std::string::npos) return line;
    line.column = static_cast<int>(base::length(line.source_line.substr(0, at))) + 1;
    line.width = static_cast<int>(base::length(part));
    return line;
}

inline std::string quoted(const std::vector<std::string>& texts) {
    std::string list;
    for (const std::string& text : texts)
        list += (list.empty() ? "\"" : ", \"") + text + "\"";
    return texts.size() == 1 ? list : "[" + list + "]";
}

// ---- BriefBuilder -----------------------------------------------------------------------------

inline BriefBuilder::BriefBuilder(std::string_view period) {
    brief_.title = "Mødekalender";
    brief_.period = said(config::read_dates(period, {}), period);
    period_line_ = line(fmt::format("period = \"{}\"", period));
    std::vector<model::Holiday> closed;
    const int first = static_cast<int>(model::ymd(brief_.period.first).year()) - 1;
    const int last = static_cast<int>(model::ymd(brief_.period.last).year()) + 1;
    for (int year = first; year <= last; ++year)
        for (auto& holiday : model::danish_holidays(std::chrono::year{year}, {}))
            closed.push_back(std::move(holiday));
    brief_.calendar = model::Calendar{closed};
}

inline BriefBuilder& BriefBuilder::today(std::string_view date) {
    line(fmt::format("today = \"{}\"", date));
    brief_.today = said(config::read_date(date, {}), date);
    return *this;
}

inline BriefBuilder& BriefBuilder::grid(int minutes) {
    brief_.grid = model::minutes{minutes};
    return *this;
}

inline BriefBuilder& BriefBuilder::no_holidays() {
    brief_.calendar = model::Calendar{};
    return *this;
}

inline BriefBuilder& BriefBuilder::pause(int minutes) {
    attendance_.pause = model::minutes{minutes};
    return *this;
}

inline model::PersonId BriefBuilder::person(std::string_view key, std::string_view municipality) {
    if (const auto known = brief_.find_person(key)) return *known;
    brief_.persons.push_back({.key = std::string{key},
                              .name = std::string{key},
                              .municipality = std::string{municipality},
                              .source = line(fmt::format("[person.{}]", key))});
    return model::PersonId{brief_.persons.size() - 1};
}

inline model::MomentRange whole_or_part(model::Date date, std::optional<model::TimeRange> time) {
    const model::Moment midnight{date};
    if (!time) return {midnight, midnight + std::chrono::hours{24}};
    return {midnight + time->from, midnight + time->to};
}

inline BriefBuilder& BriefBuilder::busy(model::PersonId person, std::string_view appointment) {
    const auto when = said(config::read_appointment(appointment, brief_.period), appointment);
    brief_.persons[person.index].busy.push_back(
        {whole_or_part(when.appointment.date, when.appointment.time), ""});
    return *this;
}

inline model::VenueId BriefBuilder::venue(std::string_view key, std::string_view municipality) {
    if (const auto known = brief_.find_venue(key)) return *known;
    brief_.venues.push_back({.key = std::string{key},
                             .name = std::string{key},
                             .municipality = std::string{municipality},
                             .source = line(fmt::format("[venue.{}]", key))});
    return model::VenueId{brief_.venues.size() - 1};
}

inline BriefBuilder& BriefBuilder::room(model::VenueId venue, std::string_view name, int capacity) {
    brief_.venues[venue.index].rooms.push_back({std::string{name}, capacity, {}});
    return *this;
}

inline BriefBuilder& BriefBuilder::travel(model::VenueId a, model::VenueId b, int minutes) {
    brief_.venues[a.index].travel.push_back({b, model::minutes{minutes}});
    brief_.venues[b.index].travel.push_back({a, model::minutes{minutes}});
    return *this;
}

inline BodyBuilder BriefBuilder::body(std::string_view key) {
    if (const auto known = brief_.find_body(key)) return {*this, *known};
    brief_.bodies.push_back({.key = std::string{key},
                             .name = std::string{key},
                             .source = line(fmt::format("[body.{}]", key))});
    return {*this, model::BodyId{brief_.bodies.size() - 1}};
}

inline model::MeetingId BriefBuilder::add_meeting(model::Meeting meeting) {
    brief_.meetings.push_back(std::move(meeting));
    return model::MeetingId{brief_.meetings.size() - 1};
}

inline MeetingBuilder BriefBuilder::meeting(std::string_view key, std::string_view body_key) {
    const model::BodyId owner = body(body_key).id();
    return {*this, add_meeting({.key = std::string{key},
                                .title = std::string{key},
                                .body = owner,
                                .within = brief_.period,
                                .source = line(fmt::format("id = \"{}\"", key))})};
}

inline MeetingBuilder BriefBuilder::event(std::string_view key, std::string_view when) {
    model::Meeting event{.key = std::string{key},
                         .title = std::string{key},
                         .kind = model::Meeting::Kind::event,
                         .state = model::Meeting::State::fixed,
                         .within = brief_.period,
                         .source = line(fmt::format("id = \"{}\"  # {}", key, when))};
    if (const auto days = config::read_dates(when, brief_.period)) {
        event.span = model::MomentRange{whole_or_part(days->first, {}).start,
                                        whole_or_part(days->last, {}).end};
        event.options = {{.date = days->first, .source = event.source}};
    } else {
        const auto one = said(config::read_appointment(when, brief_.period), when).appointment;
        event.span = whole_or_part(one.date, one.time);
        event.options = {{.date = one.date, .time = one.time, .source = event.source}};
    }
    return {*this, add_meeting(std::move(event))};
}

inline model::BlockId BriefBuilder::block(const std::vector<std::string>& when,
                                          std::string_view why, model::Strength strength,
                                          std::vector<model::BodyId> bodies,
                                          std::vector<model::PersonId> persons) {
    model::Block block{.bodies = std::move(bodies),
                       .persons = std::move(persons),
                       .why = std::string{why},
                       .source = line("when = " + quoted(when))};
    for (const std::string& text : when)
        for (const auto& days : said(config::read_all_dates(text, brief_.period), text))
            block.days.push_back(days);
    brief_.blocks.push_back(block);
    const model::BlockId id{brief_.blocks.size() - 1};
    if (block.persons.empty() || !block.bodies.empty())
        brief_.rules.push_back({.key = fmt::format("block.{}", id.index + 1),
                                .text = block.why,
                                .strength = strength,
                                .source = block.source,
                                .kind = model::Blocked{id}});
    return id;
}

inline model::Group BriefBuilder::group(std::string_view name) const {
    if (const auto series = brief_.find_series(name))
        return {std::string{name}, brief_.at(*series).meetings};
    if (const auto meeting = brief_.find_meeting(name)) return {std::string{name}, {*meeting}};
    throw std::invalid_argument{fmt::format("no series and no meeting \"{}\"", name)};
}

inline model::Group BriefBuilder::group(std::initializer_list<std::string_view> names) const {
    model::Group all;
    for (const std::string_view name : names) {
        const model::Group one = group(name);
        all.said += (all.said.empty() ? "" : ", ") + one.said;
        all.meetings.insert(all.meetings.end(), one.meetings.begin(), one.meetings.end());
    }
    return all;
}

inline model::RuleId BriefBuilder::rule(model::RuleKind kind, model::Strength strength,
                                        std::string_view written, std::string_view key) {
    const std::string text =
        written.empty() ? fmt::format("{} = ...", name_of(kind)) : std::string{written};
    brief_.rules.push_back(
        {.key = key.empty() ? fmt::format("rule.{}", brief_.rules.size() + 1) : std::string{key},
         .strength = strength,
         .source = line(text),
         .kind = std::move(kind)});
    return model::RuleId{brief_.rules.size() - 1};
}

inline model::RuleId BriefBuilder::needs(std::string_view subject, std::string_view phrase,
                                         model::Strength strength) {
    const config::NeedsPhrase needs = said(config::read_needs(phrase), phrase);
    return rule(model::Needs{.subject = group(subject),
                             .providers = {{group(needs.name), needs.window}},
                             .side = needs.side},
                strength, fmt::format("needs = \"{}\"  # for {}", phrase, subject));
}

inline model::RuleId BriefBuilder::distance(std::string_view from, std::string_view to,
                                            std::string_view text, model::Distance::Pairs pairs,
                                            model::Strength strength) {
    return rule(model::Distance{.from = group(from),
                                .to = group(to),
                                .pairs = pairs,
                                .range = said(config::read_distance(text), text).range},
                strength, fmt::format("distance = \"{}\"  # {} to {}", text, from, to));
}

inline model::Slot BriefBuilder::slot(std::string_view text, const base::Location& line) const {
    auto read = said(config::read_slot(text), text);
    if (read.venue) read.slot.venue = brief_.find_venue(read.venue->key).value();
    read.slot.source = part_of(line, text);
    return read.slot;
}

inline model::Appointment BriefBuilder::appointment(std::string_view text,
                                                    const base::Location& line) const {
    auto read = said(config::read_appointment(text, brief_.period), text);
    if (read.venue) read.appointment.venue = brief_.find_venue(read.venue->key).value();
    read.appointment.source = part_of(line, text);
    return read.appointment;
}

inline std::vector<model::VenueId> BriefBuilder::venue_ids(
    const std::vector<std::string>& keys) const {
    std::vector<model::VenueId> ids;
    for (const std::string& key : keys)
        ids.push_back(brief_.find_venue(key).value());
    return ids;
}

inline void BriefBuilder::add_rule(model::Brief& brief, std::string key, model::RuleKind kind,
                                   const base::Location& where) {
    brief.rules.push_back({.key = std::move(key), .source = where, .kind = std::move(kind)});
}

inline model::Brief BriefBuilder::build() const {
    model::Brief brief = brief_;
    for (model::Meeting& meeting : brief.meetings) {
        if (meeting.kind == model::Meeting::Kind::event) continue;
        const model::Body& body = brief.at(meeting.body);
        meeting.attendees.insert(meeting.attendees.begin(), body.members.begin(),
                                 body.members.end());
        if (!meeting.quorum) meeting.quorum = body.quorum;
    }
    add_rule(brief, "attendance", attendance_, period_line_);
    add_rule(brief, "rooms", model::Rooms{}, period_line_);
    add_rule(brief, "closed-days", model::ClosedDays{}, period_line_);
    add_rule(brief, "appointments", model::Appointments{}, period_line_);
    for (std::size_t i = 0; i < brief.series.size(); ++i) {
        const model::Series& series = brief.series[i];
        add_rule(brief, series.key + ".slots", model::SlotChoice{{series.key, series.meetings}},
                 series.source);
        add_rule(brief, series.key + ".count", model::Count{model::SeriesId{i}}, series.source);
    }
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        const model::Meeting& meeting = brief.meetings[i];
        const bool is_event = meeting.kind == model::Meeting::Kind::event;
        const bool needs_own = !meeting.series || !meeting.slots.empty();
        if (!is_event && needs_own && meeting.state != model::Meeting::State::cancelled)
            add_rule(brief, meeting.key + ".slots",
                     model::SlotChoice{{meeting.key, {model::MeetingId{i}}}}, meeting.source);
    }
    return brief;
}

// ---- BodyBuilder ------------------------------------------------------------------------------

inline BodyBuilder& BodyBuilder::member(model::PersonId person, model::Role role,
                                        model::Presence presence) {
    b_->raw().bodies[id_.index].members.push_back({person, role, presence, {}});
    return *this;
}

inline BodyBuilder& BodyBuilder::substitute(model::PersonId person, model::PersonId replaced) {
    b_->raw().bodies[id_.index].members.push_back(
        {person, model::Role::substitute, model::Presence::standby, replaced});
    return *this;
}

inline BodyBuilder& BodyBuilder::quorum(int count) {
    b_->raw().bodies[id_.index].quorum = count;
    return *this;
}

inline model::SeriesId BodyBuilder::series_id() {
    model::Brief& brief = b_->raw();
    const model::Body& body = brief.at(id_);
    if (const auto known = brief.find_series(body.key)) return *known;
    brief.series.push_back({.key = body.key, .body = id_, .source = body.source});
    return model::SeriesId{brief.series.size() - 1};
}

inline model::Series& BodyBuilder::series() {
    return b_->raw().series[series_id().index];
}

template <class F>
void BodyBuilder::each_meeting(F change) {
    const auto meetings = series().meetings;
    if (meetings.empty()) throw std::invalid_argument{"say count() first"};
    for (const model::MeetingId id : meetings)
        change(b_->raw().meetings[id.index]);
}

inline BodyBuilder& BodyBuilder::slots(const std::vector<std::string>& texts) {
    const base::Location line = b_->line("slots = " + quoted(texts));
    for (const std::string& text : texts)
        series().slots.push_back(b_->slot(text, line));
    return *this;
}

inline BodyBuilder& BodyBuilder::count(int least, int most) {
    const model::DateRange period = b_->raw().period;
    return count_within(to_text(period), least, most);
}

inline BodyBuilder& BodyBuilder::count_within(std::string_view days, int least, int most) {
    const model::SeriesId id = series_id();
    const model::DateRange within = said(config::read_dates(days, b_->raw().period), days);
    const base::Location source = b_->line(
        fmt::format("count = \"{}\"", model::range_text(least, most, base::Language::danish)));
    const int first = static_cast<int>(series().meetings.size());
    series().source = source;
    series().quotas.push_back({within, least, most, first});
    const std::string key = series().key;
    for (int k = 0; k < most; ++k) {
        const model::MeetingId meeting =
            b_->add_meeting({.key = fmt::format("{}/{}", key, first + k + 1),
                             .title = key,
                             .body = id_,
                             .series = id,
                             .ordinal = first + k + 1,
                             .within = within,
                             .may_be_left_out = k >= least,
                             .source = source});
        series().meetings.push_back(meeting);
    }
    return *this;
}

inline BodyBuilder& BodyBuilder::modes(std::vector<model::Mode> modes) {
    each_meeting([&](model::Meeting& meeting) { meeting.modes = modes; });
    return *this;
}

inline BodyBuilder& BodyBuilder::venues(const std::vector<std::string>& keys) {
    each_meeting([&](model::Meeting& meeting) { meeting.venues = b_->venue_ids(keys); });
    return *this;
}

inline BodyBuilder& BodyBuilder::length(std::string_view text) {
    const auto length = said(config::read_length(text), text);
    each_meeting([&](model::Meeting& meeting) { meeting.length = length; });
    return *this;
}

inline BodyBuilder& BodyBuilder::gap(std::string_view text, model::Strength strength) {
    const std::string key = series().key;
    b_->rule(model::Distance{.from = b_->group(key),
                             .to = b_->group(key),
                             .pairs = model::Distance::Pairs::neighbours,
                             .range = said(config::read_distance(text), text).range},
             strength, fmt::format("gap = \"{}\"", text), key + ".gap");
    return *this;
}

inline BodyBuilder& BodyBuilder::mix(std::string_view text, model::Strength strength) {
    const std::string key = series().key;
    b_->rule(model::Mix{.meetings = b_->group(key), .shares = said(config::read_mix(text), text)},
             strength, fmt::format("mix = \"{}\"", text), key + ".mix");
    return *this;
}

inline BodyBuilder& BodyBuilder::fixed(const std::vector<std::string>& texts) {
    const base::Location line = b_->line("fixed = " + quoted(texts));
    std::vector<model::Appointment> appointments;
    for (const std::string& text : texts)
        appointments.push_back(b_->appointment(text, line));
    std::stable_sort(appointments.begin(), appointments.end(),
                     [](const auto& a, const auto& b) { return a.date < b.date; });
    const auto meetings = series().meetings;
    if (appointments.size() != meetings.size()) {
        series().includes = appointments;
        return *this;
    }
    for (std::size_t k = 0; k < meetings.size(); ++k) {
        model::Meeting& meeting = b_->raw().meetings[meetings[k].index];
        meeting.state = model::Meeting::State::fixed;
        meeting.options = {appointments[k]};
        meeting.source = appointments[k].source;
    }
    return *this;
}

inline MeetingBuilder BodyBuilder::meeting(int ordinal) {
    return {*b_, series().meetings.at(static_cast<std::size_t>(ordinal - 1))};
}

// ---- MeetingBuilder ---------------------------------------------------------------------------

inline model::Meeting& MeetingBuilder::meeting() {
    return b_->raw().meetings[id_.index];
}

inline MeetingBuilder& MeetingBuilder::at(std::string_view appointment) {
    const base::Location line = b_->line(fmt::format("date = \"{}\"", appointment));
    meeting().options = {b_->appointment(appointment, line)};
    meeting().state = model::Meeting::State::fixed;
    return *this;
}

inline MeetingBuilder& MeetingBuilder::either(const std::vector<std::string>& appointments) {
    const base::Location line = b_->line("either = " + quoted(appointments));
    meeting().options.clear();
    for (const std::string& text : appointments)
        meeting().options.push_back(b_->appointment(text, line));
    meeting().state = model::Meeting::State::either_or;
    return *this;
}

inline MeetingBuilder& MeetingBuilder::published(std::string_view appointment) {
    const base::Location line = b_->line(fmt::format("published = \"{}\"", appointment));
    meeting().published = b_->appointment(appointment, line);
    return *this;
}

inline MeetingBuilder& MeetingBuilder::cancelled() {
    model::Meeting& cancelled = meeting();
    cancelled.state = model::Meeting::State::cancelled;
    cancelled.ordinal = 0;
    return *this;
}

inline MeetingBuilder& MeetingBuilder::within(std::string_view days) {
    b_->line(fmt::format("within = \"{}\"", days));
    meeting().within = said(config::read_dates(days, b_->raw().period), days);
    return *this;
}

inline MeetingBuilder& MeetingBuilder::slots(const std::vector<std::string>& texts) {
    const base::Location line = b_->line("slots = " + quoted(texts));
    for (const std::string& text : texts)
        meeting().slots.push_back(b_->slot(text, line));
    return *this;
}

inline MeetingBuilder& MeetingBuilder::modes(std::vector<model::Mode> modes) {
    meeting().modes = std::move(modes);
    return *this;
}

inline MeetingBuilder& MeetingBuilder::venues(const std::vector<std::string>& keys) {
    meeting().venues = b_->venue_ids(keys);
    return *this;
}

inline MeetingBuilder& MeetingBuilder::length(std::string_view text) {
    meeting().length = said(config::read_length(text), text);
    return *this;
}

inline MeetingBuilder& MeetingBuilder::seminar() {
    meeting().kind = model::Meeting::Kind::seminar;
    return *this;
}

inline MeetingBuilder& MeetingBuilder::attendee(model::PersonId person, model::Presence presence,
                                                model::Role role) {
    meeting().attendees.push_back({person, role, presence, {}});
    return *this;
}

inline MeetingBuilder& MeetingBuilder::quorum(int count) {
    meeting().quorum = count;
    return *this;
}

}  // namespace rul::testing
