#include "config/proof.hpp"

#include "config/proof/parts.hpp"

#include <algorithm>

namespace rul::config {

namespace proof {

using model::Meeting;
namespace chrono = std::chrono;

Proof::Proof(const Brief& brief, base::Diagnostics& diagnostics)
    : brief_{brief}, diagnostics_{diagnostics}, windows_{find_windows(brief)} {}

void Proof::add(base::Diagnostic::Severity severity, std::string_view code,
                const base::Location& where, Text message, Text help) {
    diagnostics_.add({.severity = severity,
                      .code = std::string{code},
                      .message = std::move(message),
                      .where = where,
                      .help = std::move(help)});
}

void Proof::error(std::string_view code, const base::Location& where, Text message, Text help) {
    add(base::Diagnostic::Severity::error, code, where, std::move(message), std::move(help));
}

void Proof::warn(std::string_view code, const base::Location& where, Text message, Text help) {
    add(base::Diagnostic::Severity::warning, code, where, std::move(message), std::move(help));
}

void Proof::note(std::string_view code, const base::Location& where, Text message, Text help) {
    add(base::Diagnostic::Severity::note, code, where, std::move(message), std::move(help));
}

Text line_of(const base::Location& there, const base::Location& from) {
    if (there.line == 0) return say("uden linje", "without a line");
    const std::string file = there.file == from.file ? "" : there.file + " ";
    return say("{}linje {}", "{}line {}", file, there.line);
}

Text in_words(Date date) {
    return model::in_both([date](Language l) { return model::to_words(date, l); });
}

Text day_words(Date date) {
    return model::in_both([date](Language l) { return model::to_words_without_weekday(date, l); });
}

Text distance_words(const model::DistanceRange& range) {
    return model::in_both([&range](Language l) { return to_text(range, l); });
}

Text meetings_words(std::size_t count) {
    const auto n = static_cast<std::int64_t>(count);
    return {model::count_of(n, "møde", "møder"), model::count_of(n, "meeting", "meetings")};
}

Text other_meetings_words(std::size_t count) {
    if (count == 0) return {};
    return {fmt::format(" og {} {}", count, count == 1 ? "andet møde" : "andre møder"),
            fmt::format(" and {} other {}", count, count == 1 ? "meeting" : "meetings")};
}

Text other_persons_words(std::size_t count) {
    if (count == 0) return {};
    return {fmt::format(" og {} {}", count, count == 1 ? "anden" : "andre"),
            fmt::format(" and {} {}", count, count == 1 ? "other" : "others")};
}

std::string name_of(const model::Rule& rule) {
    return fmt::format("\"{}\"", rule.text.empty() ? rule.key : rule.text);
}

const std::vector<model::Slot>& slots_of(const Brief& brief, const Meeting& meeting) {
    if (!meeting.slots.empty() || !meeting.series) return meeting.slots;
    return brief.at(*meeting.series).slots;
}

bool allows_date(const model::Slot& slot, Date date) {
    const chrono::weekday weekday{date};
    const auto has = [](const auto& list, const auto& value) {
        return std::find(list.begin(), list.end(), value) != list.end();
    };
    const bool is_day = slot.weekdays.empty() ? !is_weekend(date) : has(slot.weekdays, weekday);
    const auto civil = model::ymd(date);
    if (!is_day) return false;
    if (!slot.months.empty() && !has(slot.months, static_cast<unsigned>(civil.month())))
        return false;
    if (slot.nth.empty()) return true;
    const int nth = (static_cast<int>(static_cast<unsigned>(civil.day())) - 1) / 7 + 1;
    const bool is_last = model::ymd(date + chrono::days{7}).month() != civil.month();
    return has(slot.nth, nth) || (is_last && has(slot.nth, -1));
}

bool is_weekend(Date date) {
    const chrono::weekday weekday{date};
    return weekday == chrono::Saturday || weekday == chrono::Sunday;
}

bool is_fixed(const Meeting& meeting) {
    return meeting.state == Meeting::State::fixed && !meeting.options.empty();
}

bool is_event(const Meeting& meeting) {
    return meeting.kind == Meeting::Kind::event;
}

bool is_certain(const Meeting& meeting) {
    return meeting.state != Meeting::State::cancelled && !meeting.may_be_left_out;
}

bool contains(const model::Group& group, MeetingId id) {
    return std::find(group.meetings.begin(), group.meetings.end(), id) != group.meetings.end();
}

bool is_always_valid(const Brief& brief, const model::Rule& rule) {
    return rule.validity.first <= brief.period.first && brief.period.last <= rule.validity.last;
}

bool concerns(const model::Block& block, model::BodyId body) {
    return block.is_for_everyone()
           || std::find(block.bodies.begin(), block.bodies.end(), body) != block.bodies.end();
}

std::optional<model::MomentRange> fixed_span(const Meeting& meeting) {
    if (meeting.span) return meeting.span;
    if (!is_fixed(meeting)) return std::nullopt;
    const model::Appointment& at = meeting.options.front();
    const model::Moment midnight{at.date};
    if (meeting.kind == Meeting::Kind::seminar)
        return model::MomentRange{midnight + chrono::hours{12}, midnight + chrono::hours{36}};
    if (!at.time) return std::nullopt;
    return model::MomentRange{midnight + at.time->from, midnight + at.time->to};
}

bool has_substitute(const Meeting& meeting, model::PersonId person) {
    return std::any_of(meeting.attendees.begin(), meeting.attendees.end(),
                       [person](const model::Member& m) { return m.replaces == person; });
}

bool is_in_days(model::Unit unit) {
    return unit != model::Unit::minute && unit != model::Unit::hour;
}

}  // namespace proof

void proofread(const model::Brief& brief, base::Diagnostics& diagnostics) {
    proof::Proof proof{brief, diagnostics};
    proof::check_windows(proof);
    proof::check_appointments(proof);
    proof::check_clashes(proof);
    proof::check_counts(proof);
    proof::check_needs(proof);
    proof::check_distances(proof);
    proof::check_bodies(proof);
    proof::check_times(proof);
}

}  // namespace rul::config
