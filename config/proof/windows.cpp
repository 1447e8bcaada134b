#include "config/proof/parts.hpp"
#include "engine/model/plan.hpp"

#include <algorithm>
#include <map>

namespace rul::config::proof {

namespace {

using model::Meeting;
using model::Rule;
using model::RuleId;
namespace chrono = std::chrono;

// The rules that close days for one meeting, looked up once.
class Restrictions {
  public:
    explicit Restrictions(const Brief& brief);

    // The first reason why `meeting` cannot stand on `date`, if there is one.
    [[nodiscard]] std::optional<Obstacle> against(MeetingId id, Date date) const;

  private:
    [[nodiscard]] std::optional<Obstacle> against_slots(const Meeting& meeting, Date date) const;
    [[nodiscard]] std::optional<RuleId> block_of(const Meeting& meeting, const model::Slot& slot,
                                                 Date date) const;
    [[nodiscard]] bool forbids(const Rule& rule, const Meeting& meeting, Date date) const;

    const Brief& brief_;
    std::map<Date, std::vector<RuleId>> blocks_;  // `must` ones, by date
    std::vector<std::vector<RuleId>> rules_;      // by meeting
};

const model::Group* closing_group(const Rule& rule) {
    if (!rule.strength.must) return nullptr;
    if (const auto* const notice = std::get_if<model::Notice>(&rule.kind)) return &notice->meetings;
    if (const auto* const within = std::get_if<model::Within>(&rule.kind)) return &within->meetings;
    if (const auto* const spread = std::get_if<model::Spread>(&rule.kind))
        return spread->window && spread->most == 0 ? &spread->meetings : nullptr;
    if (const auto* const deadline = std::get_if<model::Deadline>(&rule.kind))
        return deadline->on_closed == model::Deadline::OnClosed::forbid ? &deadline->meetings
                                                                        : nullptr;
    return nullptr;
}

Restrictions::Restrictions(const Brief& brief) : brief_{brief}, rules_(brief.meetings.size()) {
    for (std::size_t i = 0; i < brief.rules.size(); ++i) {
        const Rule& rule = brief.rules[i];
        if (const auto* const group = closing_group(rule))
            for (const MeetingId id : group->meetings)
                rules_[id.index].push_back(RuleId{i});
        const auto* const blocked = std::get_if<model::Blocked>(&rule.kind);
        if (blocked == nullptr || !rule.strength.must) continue;
        for (const DateRange& days : brief.blocks[blocked->block.index].days)
            for (Date date = days.first; date <= days.last; date += chrono::days{1})
                blocks_[date].push_back(RuleId{i});
    }
}

bool Restrictions::forbids(const Rule& rule, const Meeting& meeting, Date date) const {
    if (!rule.validity.contains(date)) return false;
    if (const auto* const notice = std::get_if<model::Notice>(&rule.kind))
        return brief_.today && date < *brief_.today + chrono::days{notice->days};
    if (const auto* const spread = std::get_if<model::Spread>(&rule.kind))
        return spread->window->contains(date);
    if (const auto* const deadline = std::get_if<model::Deadline>(&rule.kind))
        return !is_open_for_deadlines(brief_, meeting.body,
                                      deadline_date(brief_, *deadline, meeting.body, date));
    const auto& within = std::get<model::Within>(rule.kind);
    if (within.side == model::Within::Side::before) return date >= within.window.first;
    if (within.side == model::Within::Side::after) return date <= within.window.last;
    return !within.window.contains(date);
}

// The block that closes the slot on that date. Where a shorter meeting could stand beside the
// hours of a block, nothing is closed.
std::optional<RuleId> Restrictions::block_of(const Meeting& meeting, const model::Slot& slot,
                                             Date date) const {
    const auto found = blocks_.find(date);
    if (found == blocks_.end()) return std::nullopt;
    for (const RuleId id : found->second) {
        const model::Block& block =
            brief_.blocks[std::get<model::Blocked>(brief_.at(id).kind).block.index];
        if (!concerns(block, meeting.body) || !brief_.at(id).validity.contains(date)) continue;
        std::optional<model::MomentRange> span;
        if (slot.time)
            span = model::MomentRange{model::Moment{date} + slot.time->from,
                                      model::Moment{date} + slot.time->to};
        const bool has_room = block.time && meeting.length;
        if (!has_room && touches(block, {date, date}, span)) return id;
    }
    return std::nullopt;
}

bool is_too_short(const Meeting& meeting, const model::Slot& slot) {
    return meeting.length && slot.time && slot.time->length() < *meeting.length
           && meeting.kind != Meeting::Kind::seminar;
}

bool is_seminar_day(const model::Calendar& calendar, Date date) {
    return calendar.is_working_day(date) && calendar.is_working_day(date + chrono::days{1});
}

std::optional<Obstacle> Restrictions::against_slots(const Meeting& meeting, Date date) const {
    static const std::vector<model::Slot> any_working_day(1);
    const auto& own = slots_of(brief_, meeting);
    std::optional<Obstacle> first = Obstacle{Obstacle::Kind::slots, {}};
    for (const model::Slot& slot : own.empty() ? any_working_day : own) {
        if (!allows_date(slot, date)) continue;
        if (is_too_short(meeting, slot)) {
            first = Obstacle{Obstacle::Kind::length, {}};
            continue;
        }
        const auto block = block_of(meeting, slot, date);
        if (!block) return std::nullopt;
        first = Obstacle{Obstacle::Kind::block, block};
    }
    return first;
}

std::optional<Obstacle> Restrictions::against(MeetingId id, Date date) const {
    const Meeting& meeting = brief_.at(id);
    const bool is_seminar = meeting.kind == Meeting::Kind::seminar;
    if (brief_.calendar.find_holiday(date) != nullptr
        || (is_seminar && !is_seminar_day(brief_.calendar, date)))
        return Obstacle{is_weekend(date) ? Obstacle::Kind::weekend : Obstacle::Kind::closed, {}};
    if (const auto obstacle = against_slots(meeting, date)) {
        if (is_weekend(date) && obstacle->kind == Obstacle::Kind::slots)
            return Obstacle{Obstacle::Kind::weekend, {}};
        return obstacle;
    }
    for (const RuleId rule : rules_[id.index])
        if (forbids(brief_.at(rule), meeting, date)) return Obstacle{Obstacle::Kind::rule, rule};
    return std::nullopt;
}

std::vector<Date> said_days(const Brief& brief, const Meeting& meeting) {
    std::vector<Date> days;
    for (const model::Appointment& option : meeting.options)
        days.push_back(option.date);
    if (meeting.state == Meeting::State::free && meeting.series)
        for (const model::Appointment& included : brief.at(*meeting.series).includes)
            days.push_back(included.date);
    return days;
}

Window window_of(const Brief& brief, const Restrictions& restrictions, MeetingId id) {
    const Meeting& meeting = brief.at(id);
    Window window{.days = said_days(brief, meeting)};
    if (meeting.state == Meeting::State::free) {
        std::map<Obstacle, int> removed;
        for (Date date = meeting.within.first; date <= meeting.within.last;
             date += chrono::days{1}) {
            const auto obstacle = restrictions.against(id, date);
            if (obstacle)
                ++removed[*obstacle];
            else
                window.days.push_back(date);
        }
        window.removed.assign(removed.begin(), removed.end());
    }
    std::sort(window.days.begin(), window.days.end());
    window.days.erase(std::unique(window.days.begin(), window.days.end()), window.days.end());
    return window;
}

// "mødetiderne (linje 4) 200 dage": one reason and how much it takes.
Text obstacle_words(const Brief& brief, const Meeting& meeting, const Obstacle& obstacle,
                    int days) {
    const Text count =
        model::in_both([days](Language l) { return count_of(days, model::Unit::day, l); });
    const auto& slots = slots_of(brief, meeting);
    const base::Location& slots_at = slots.empty() ? meeting.source : slots.front().source;
    switch (obstacle.kind) {
        case Obstacle::Kind::slots:
            return say("mødetiderne ({}) {}", "the slots ({}) {}",
                       line_of(slots_at, meeting.source), count);
        case Obstacle::Kind::length:
            return say("mødets længde, som ikke kan være i nogen mødetid, {}",
                       "its length, for which no slot has room, {}", count);
        case Obstacle::Kind::closed:
            return say("helligdage og lukkedage {}", "holidays and closed days {}", count);
        case Obstacle::Kind::weekend:
            return say("lørdage og søndage {}", "Saturdays and Sundays {}", count);
        case Obstacle::Kind::block:
        case Obstacle::Kind::rule:
            break;
    }
    const model::Rule& rule = brief.at(*obstacle.rule);
    if (obstacle.kind == Obstacle::Kind::block)
        return say("spærringen {} ({}) {}", "the block {} ({}) {}", name_of(rule),
                   line_of(rule.source, meeting.source), count);
    return say("reglen {} ({}) {}", "the rule {} ({}) {}", name_of(rule),
               line_of(rule.source, meeting.source), count);
}

Text removed_words(const Brief& brief, const Meeting& meeting, const Window& window) {
    Text list;
    for (const auto& [obstacle, days] : window.removed) {
        const Text one = obstacle_words(brief, meeting, obstacle, days);
        list = say("{}{}{}", "{}{}{}", list, list.empty() ? "" : "; ", one);
    }
    return say("Det udelukker: {}", "Ruled out by: {}", list);
}

}  // namespace

std::vector<Window> find_windows(const Brief& brief) {
    const Restrictions restrictions{brief};
    std::vector<Window> windows;
    windows.reserve(brief.meetings.size());
    for (std::size_t i = 0; i < brief.meetings.size(); ++i)
        windows.push_back(window_of(brief, restrictions, MeetingId{i}));
    return windows;
}

// One message for a series, not one for each of its meetings.
void check_windows(Proof& proof) {
    const Brief& brief = proof.brief();
    std::map<std::pair<std::uint32_t, DateRange>, std::vector<MeetingId>> without;
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        const Meeting& meeting = brief.meetings[i];
        if (!is_certain(meeting) || !proof.window(MeetingId{i}).days.empty()) continue;
        // Meetings without a series each stand for themselves.
        const auto group = meeting.series && meeting.slots.empty()
                               ? meeting.series->index
                               : static_cast<std::uint32_t>(brief.series.size() + i);
        without[{group, meeting.within}].push_back(MeetingId{i});
    }
    for (const auto& [group, meetings] : without) {
        const Meeting& meeting = brief.at(meetings.front());
        proof.error("plan.no-date", meeting.source,
                    say("der er ingen mulig dato for {}{} fra {} til {}",
                        "there is no possible date for {}{} from {} to {}", meeting.key,
                        other_meetings_words(meetings.size() - 1), day_words(meeting.within.first),
                        day_words(meeting.within.last)),
                    removed_words(brief, meeting, proof.window(meetings.front())));
    }
}

}  // namespace rul::config::proof
