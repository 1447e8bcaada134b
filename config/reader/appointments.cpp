#include "config/notation/distances.hpp"
#include "config/notation/names.hpp"
#include "config/notation/times.hpp"
#include "config/reader/references.hpp"
#include "engine/model/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rul::config {

using base::both;
using model::Deadline;

namespace {

// 12-12 is noon to noon: the time of a seminar and of nothing else.
bool is_possible(Draft& draft, const std::optional<model::TimeRange>& time, bool seminar,
                 const Place& where) {
    if (!time) return true;
    const bool noon_to_noon = time->from == time->to;
    if (noon_to_noon && !seminar) {
        draft.report.error(
            where, "config.noon-to-noon",
            both("kun et seminar varer fra 12 til 12 næste dag",
                 "only a seminar lasts from 12 to 12 on the next day"),
            {.help = both("skriv seminar = true ved mødet, eller ret tiden",
                          "write seminar = true at the meeting or correct the time")});
        return false;
    }
    check_grid(draft, *time, where);
    return true;
}

std::optional<model::VenueId> find_said_venue(Draft& draft, const std::optional<SaidVenue>& venue,
                                              const Node& node) {
    if (!venue) return std::nullopt;
    return find_venue(draft, venue->key, node.place_of({venue->key, venue->offset, venue->width}));
}

std::optional<model::Slot> read_slot_text(Draft& draft, const Node& node, bool seminar) {
    auto read = said(node, draft.report, read_slot);
    if (!read || !is_possible(draft, read->slot.time, seminar, node.place)) return std::nullopt;
    read->slot.venue = find_said_venue(draft, read->venue, node);
    read->slot.source = node.place.location();
    return std::move(read->slot);
}

std::optional<model::Slot> read_slot_node(Draft& draft, const Node& node, bool seminar) {
    if (node.kind != Node::Kind::table) return read_slot_text(draft, node, seminar);
    Fields fields{node, draft.report};
    const Node* when = fields.require("when", R"(when = "man 14.00-16.00 teams")");
    auto slot = when == nullptr ? std::nullopt : read_slot_text(draft, *when, seminar);
    const auto cost = fields.whole("cost", 0, static_cast<int>(max_points));
    auto months = read_months_of(draft, fields.find("months"));
    const Node* venue = fields.find("venue");
    const auto venues = read_venues(draft, venue);
    fields.report_unknown();
    if (!slot) return slot;
    if (cost) slot->cost = *cost;
    if (!months.empty()) slot->months = std::move(months);
    if (!venues.empty()) slot->venue = venues.front();
    return slot;
}

// The same day of another year, when the period has it once: in January, last year's number is
// written by habit.
std::optional<model::Date> same_day_inside(const model::DateRange& period, model::Date date) {
    const auto day = model::ymd(date);
    std::optional<model::Date> found;
    for (auto year = model::ymd(period.first).year(); year <= model::ymd(period.last).year();
         ++year) {
        const std::chrono::year_month_day other{year, day.month(), day.day()};
        if (!other.ok() || !period.contains(model::Date{other})) continue;
        if (found) return std::nullopt;
        found = model::Date{other};
    }
    return found;
}

void check_inside_period(Draft& draft, model::Date date, const Place& where) {
    const model::DateRange& period = draft.brief.period;
    if (period.contains(date)) return;
    const int line = draft.period_place.line;
    base::Text help = both("ret datoen, eller udvid period på linje {}",
                           "correct the date or extend period on line {}", line);
    if (const auto near = same_day_inside(period, date))
        help = {fmt::format("mente du {}? Ellers udvid period på linje {}",
                            model::to_words(*near, base::Language::danish), line),
                fmt::format("did you mean {}? Otherwise extend period on line {}",
                            model::to_words(*near, base::Language::english), line)};
    draft.report.error(where, "config.outside-period",
                       both("datoen ligger uden for planens periode, {}",
                            "the date lies outside the plan's period, {}", to_text(period)),
                       {.help = std::move(help)});
}

std::optional<SaidDate> read_date_text(Draft& draft, const Node& node, Bounds bounds,
                                       bool seminar) {
    const auto read = said(node, draft.report, read_appointment, draft.period);
    if (!read || !is_possible(draft, read->appointment.time, seminar, node.place))
        return std::nullopt;
    SaidDate found{read->appointment, {}, node.place};
    found.appointment.venue = find_said_venue(draft, read->venue, node);
    found.appointment.source = node.place.location();
    if (bounds == Bounds::period) check_inside_period(draft, found.appointment.date, node.place);
    return found;
}

bool is_none(const std::string& text) {
    return is_same_name(trimmed(text), "ingen") || is_same_name(trimmed(text), "none");
}

// Papers come before the meeting, minutes after it.
void check_side(Draft& draft, const SaidDeadline& deadline) {
    const bool after = deadline.offset.count > 0;
    const bool minutes = deadline.what == Deadline::What::minutes_out;
    if (deadline.what == Deadline::What::other || deadline.offset.count == 0 || after == minutes)
        return;
    draft.report.error(
        deadline.place, "config.deadline-side",
        minutes ? both("referatet kan ikke sendes ud før mødet",
                       "the minutes cannot go out before the meeting")
                : both("dagsorden og punkter hører til før mødet",
                       "agenda and items come before the meeting"),
        {.help = minutes
                     ? both(R"(skriv fx "7 dage efter")", R"(write for example "7 days after")")
                     : both(R"(skriv fx "7 dage før")", R"(write for example "7 days before")")});
}

}  // namespace

std::vector<model::Slot> read_slots(Draft& draft, const Node* node, bool seminar) {
    std::vector<model::Slot> slots;
    if (node == nullptr) return slots;
    for (const Node* item : items_of(*node))
        if (auto slot = read_slot_node(draft, *item, seminar)) slots.push_back(std::move(*slot));
    return slots;
}

std::optional<SaidDate> read_date_of(Draft& draft, const Node& node, Bounds bounds, bool seminar) {
    if (node.kind != Node::Kind::table) return read_date_text(draft, node, bounds, seminar);
    Fields fields{node, draft.report};
    const Node* when = fields.require("when", R"(when = "man 16-01-2023 14.00-16.00")");
    auto date = when == nullptr ? std::nullopt : read_date_text(draft, *when, bounds, seminar);
    const auto venues = read_venues(draft, fields.find("venue"));
    const auto because = fields.text("because");
    fields.report_unknown();
    if (!date) return date;
    if (!venues.empty()) date->appointment.venue = venues.front();
    date->because = because.value_or("");
    return date;
}

std::vector<SaidDate> read_choice(Draft& draft, const Node& node, bool seminar) {
    std::vector<SaidDate> choice;
    const auto items = items_of(node);
    for (const Node* item : items)
        if (auto date = read_date_of(draft, *item, Bounds::period, seminar))
            choice.push_back(std::move(*date));
    if (items.size() >= 2) return choice;
    draft.report.error(node.place, "config.either-one",
                       both("her er kun én dato at vælge", "there is only one date to choose"),
                       {.help = both("skriv mindst to, eller brug date (fixed) i stedet",
                                     "write at least two, or use date (fixed) instead")});
    return {};
}

std::optional<SaidDate> read_date_row(Draft& draft, const Row& row, std::size_t column,
                                      Bounds bounds, bool seminar) {
    const Node* when = row.find(column);
    if (when == nullptr) return std::nullopt;
    auto date = read_date_text(draft, *when, bounds, seminar);
    if (!date) return std::nullopt;
    if (const Node* time = row.find(column + 1)) {
        date->appointment.time = said(*time, draft.report, read_time_range);
        if (!is_possible(draft, date->appointment.time, seminar, time->place)) return std::nullopt;
    }
    if (const Node* mode = row.find(column + 2))
        date->appointment.mode = said(*mode, draft.report, read_mode);
    if (const Node* venue = row.find(column + 3))
        date->appointment.venue = find_venue(draft, venue->text, venue->place);
    return date;
}

std::optional<Deadline::OnClosed> read_on_closed(const Node& node, Report& report) {
    constexpr std::array<Word<Deadline::OnClosed>, 4> words{
        {{"flyt", Deadline::OnClosed::move_before},
         {"move", Deadline::OnClosed::move_before},
         {"forbyd", Deadline::OnClosed::forbid},
         {"forbid", Deadline::OnClosed::forbid}}};
    return choose(node, words,
                  both("noget, der kan ske på en lukkedag", "what can be done on a closed day"),
                  report);
}

std::optional<SaidDeadline> read_deadline(Draft& draft, const Node& node, Deadline::What what) {
    SaidDeadline deadline{.what = what, .place = node.place};
    const Node* when = &node;
    if (node.kind == Node::Kind::table) {
        Fields fields{node, draft.report};
        when = fields.require("when", R"(when = "14 dage før")");
        if (const Node* closed = fields.find("closed"))
            deadline.on_closed = read_on_closed(*closed, draft.report).value_or(deadline.on_closed);
        deadline.strength = read_strength_key(fields).value_or(model::must);
        if (what == Deadline::What::other) deadline.title = fields.text("title").value_or("");
        fields.report_unknown();
        if (when == nullptr) return std::nullopt;
    }
    if (when->kind == Node::Kind::text && is_none(when->text)) {
        deadline.none = true;
        return deadline;
    }
    const auto offset = said(*when, draft.report, read_offset);
    if (!offset) return std::nullopt;
    deadline.offset = *offset;
    check_side(draft, deadline);
    return deadline;
}

void read_deadlines(Draft& draft, Fields& fields,
                    std::map<std::string, SaidDeadline, std::less<>>& into) {
    constexpr std::array<Word<Deadline::What>, 3> kinds{
        {{"items_in", Deadline::What::items_in},
         {"agenda_out", Deadline::What::agenda_out},
         {"minutes_out", Deadline::What::minutes_out}}};
    for (const auto& kind : kinds) {
        const Node* node = fields.find(kind.word);
        const auto deadline =
            node == nullptr ? std::nullopt : read_deadline(draft, *node, kind.value);
        if (deadline) into.insert_or_assign(std::string{kind.word}, *deadline);
    }
}

std::optional<SaidNotice> read_notice(Draft& draft, const Node* node) {
    if (node == nullptr) return std::nullopt;
    if (!draft.brief.today) {
        draft.report.error(node->place, "config.no-today",
                           both("planen siger ikke, hvad dato det er i dag",
                                "the plan does not say what day it is today"),
                           {.help = both(R"(skriv fx today = "24-10-2022" øverst i planen)",
                                         "write for example today = \"24-10-2022\" at the top of "
                                         "the plan")});
        return std::nullopt;
    }
    const auto days =
        said(*node, draft.report, [](std::string_view text) { return read_distance(text); });
    if (!days) return std::nullopt;
    const model::DistanceRange& range = days->range;
    const int count = range.min.value_or(range.ideal.value_or(0));
    const bool is_days = range.unit == model::Unit::day || range.unit == model::Unit::week;
    if (is_days && !range.max && count > 0)
        return SaidNotice{in_days(count, range.unit), node->place};
    draft.report.error(node->place, "config.notice",
                       both("varslet er ikke et antal dage eller uger",
                            "the notice is no number of days or weeks"),
                       {.help = both(R"(skriv fx "14 dage" eller "4 uger")",
                                     R"(write for example "14 days" or "4 weeks")")});
    return std::nullopt;
}

}  // namespace rul::config
