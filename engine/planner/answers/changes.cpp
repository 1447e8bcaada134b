#include "engine/planner/answers/changes.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <cstdlib>

namespace rul::planner {

namespace {

using model::Date;
using model::DateRange;
using std::chrono::days;

// ---- Bounds in rules --------------------------------------------------------------------------

constexpr int greatest_count = 10'000;

// Some years: further than any two meetings of a period can be.
int furthest_in(model::Unit unit) {
    constexpr int days_of_years = 1500;
    switch (unit) {
        case model::Unit::minute:
            return days_of_years * 24 * 60;
        case model::Unit::hour:
            return days_of_years * 24;
        case model::Unit::week:
            return days_of_years / 7;
        case model::Unit::day:
        case model::Unit::working_day:
            break;
    }
    return days_of_years;
}

// Calls f(place of the number, Bound) for each number of a rule that is set.
template <class F>
struct EachBound {
    F f;

    void range(model::DistanceRange& range) const {
        // Nobody who wrote "before" means "after".
        const int furthest = furthest_in(range.unit);
        if (range.min)
            f(*range.min, Bound{*range.min, true, *range.min < 0 ? -furthest : 0, range.unit});
        if (range.max)
            f(*range.max, Bound{*range.max, false, *range.max < 0 ? 0 : furthest, range.unit});
    }
    void counts(std::optional<int>& least, std::optional<int>& most) const {
        if (least) f(*least, Bound{*least, true, 0, {}});
        if (most) f(*most, Bound{*most, false, greatest_count, {}});
    }

    void operator()(model::Distance& kind) const { range(kind.range); }
    void operator()(model::Needs& kind) const {
        for (model::Needs::Provider& provider : kind.providers)
            range(provider.window);
    }
    void operator()(model::SameDay& kind) const { range(kind.gap); }
    void operator()(model::Spread& kind) const { counts(kind.least, kind.most); }
    void operator()(model::Mix& kind) const {
        for (model::Mix::Share& share : kind.shares)
            counts(share.least, share.most);
        if (kind.most_in_a_row)
            f(*kind.most_in_a_row, Bound{*kind.most_in_a_row, false, greatest_count, {}});
    }
    void operator()(model::Apart& kind) const {
        if (!kind.week) f(kind.days, Bound{kind.days, true, 0, model::Unit::day});
    }
    void operator()(model::Load& kind) const {
        f(kind.most, Bound{kind.most, false, greatest_count, {}});
    }
    void operator()(model::Notice& kind) const {
        f(kind.days, Bound{kind.days, true, -furthest_in(model::Unit::day), model::Unit::day});
    }
    template <class Other>
    void operator()(Other& /*kind*/) const {}
};

template <class F>
void for_each_bound(model::RuleKind& kind, F f) {
    std::visit(EachBound<F>{f}, kind);
}

void set_bound(model::RuleKind& kind, std::size_t bound, int to) {
    std::size_t at = 0;
    for_each_bound(kind, [&](int& number, const Bound& /*bound*/) {
        if (at++ == bound) number = to;
    });
}

// ---- Making the change ------------------------------------------------------------------------

struct Apply {
    model::Brief& brief;

    void operator()(const SoftenRule& change) const {
        brief.rules[change.rule.index].strength = model::soft(change.points);
    }
    void operator()(const MoveBound& change) const {
        set_bound(brief.rules[change.rule.index].kind, change.bound, change.to);
    }
    void operator()(const MoveDate& change) const { appoint(change.meeting, change.to); }
    void operator()(const AgreeOn& change) const { appoint(change.meeting, change.to); }
    void operator()(const FreeDate& change) const {
        model::Meeting& meeting = brief.meetings[change.meeting.index];
        meeting.state = model::Meeting::State::free;
        meeting.options.clear();
    }
    void operator()(const DropInclude& change) const {
        auto& includes = brief.series[change.series.index].includes;
        includes.erase(std::remove_if(includes.begin(), includes.end(),
                                      [&](const auto& at) { return at.date == change.date; }),
                       includes.end());
    }
    void operator()(const OpenDays& change) const {
        auto& days_of_block = brief.blocks[change.block.index].days;
        std::vector<DateRange> left;
        for (const DateRange& range : days_of_block) {
            if (!range.overlaps(change.days)) {
                left.push_back(range);
                continue;
            }
            if (range.first < change.days.first)
                left.push_back({range.first, change.days.first - days{1}});
            if (change.days.last < range.last)
                left.push_back({change.days.last + days{1}, range.last});
        }
        days_of_block = left;
    }
    void operator()(const AddWeekday& change) const {
        const auto* choice = std::get_if<model::SlotChoice>(&brief.rules[change.rule.index].kind);
        RUL_CHECK(choice != nullptr);
        for (const model::MeetingId id : choice->meetings.meetings) {
            model::Meeting& meeting = brief.meetings[id.index];
            if (!meeting.slots.empty() || !meeting.series) add_weekday(meeting.slots, change.day);
        }
        if (choice->meetings.meetings.empty()) return;
        const auto series = brief.at(choice->meetings.meetings.front()).series;
        if (series) add_weekday(brief.series[series->index].slots, change.day);
    }
    void operator()(const HoldFewer& change) const {
        model::Quota& quota = brief.series[change.series.index].quotas[change.quota];
        quota.least = change.to;
        const auto& meetings = brief.series[change.series.index].meetings;
        for (int i = quota.least; i < quota.most; ++i) {
            const auto at = static_cast<std::size_t>(quota.first + i);
            model::Meeting& meeting = brief.meetings[meetings[at].index];
            if (meeting.state == model::Meeting::State::free) meeting.may_be_left_out = true;
        }
    }
    void operator()(const LeaveOut& change) const {
        model::Meeting& meeting = brief.meetings[change.meeting.index];
        meeting.state = model::Meeting::State::cancelled;
        if (!meeting.series) return;
        model::Series& series = brief.series[meeting.series->index];
        const auto at = std::find(series.meetings.begin(), series.meetings.end(), change.meeting);
        const auto position = static_cast<int>(at - series.meetings.begin());
        series.meetings.erase(at);
        series.cancelled.push_back(change.meeting);
        for (model::Quota& quota : series.quotas) {
            if (quota.first > position) {
                --quota.first;
            } else if (position < quota.first + quota.most) {
                --quota.most;
                quota.least = std::max(quota.least - 1, 0);
            }
        }
    }
    void operator()(const Excuse& change) const {
        for (model::Meeting& meeting : brief.meetings)
            if (meeting.body == change.body && meeting.kind != model::Meeting::Kind::event)
                for (model::Member& member : meeting.attendees)
                    if (member.person == change.person
                        && member.presence == model::Presence::required)
                        member.presence = model::Presence::optional;
    }

  private:
    void appoint(model::MeetingId id, const model::Appointment& to) const {
        model::Meeting& meeting = brief.meetings[id.index];
        meeting.state = model::Meeting::State::fixed;
        meeting.options = {to};
        meeting.within.first = std::min(meeting.within.first, to.date);
        meeting.within.last = std::max(meeting.within.last, to.date);
    }
    static void add_weekday(std::vector<model::Slot>& slots, std::chrono::weekday day) {
        if (slots.empty()) return;
        model::Slot slot = slots.front();
        slot.weekdays = {day};
        slot.nth.clear();
        slot.months.clear();
        slots.push_back(std::move(slot));
    }
};

// ---- What costs ---------------------------------------------------------------------------------

// Prices that are not the strength of a rule, `factor` times as high.
struct Scale {
    model::Points factor;

    void operator()(model::Attendance& kind) const {
        kind.missing_member *= factor;
        kind.missing_guest *= factor;
    }
    void operator()(model::Distance& kind) const { kind.ideal_points *= factor; }
    void operator()(model::Needs& kind) const { kind.ideal_points *= factor; }
    void operator()(model::Rotation& kind) const { kind.nearest_points *= factor; }
    void operator()(model::Count& kind) const { kind.missing *= factor; }
    void operator()(model::Keep& kind) const {
        kind.per_meeting *= factor;
        kind.per_day *= factor;
        kind.per_weekday *= factor;
    }
    template <class Other>
    void operator()(Other& /*kind*/) const {}
};

void scale(std::vector<model::Slot>& slots, model::Points factor) {
    for (model::Slot& slot : slots)
        slot.cost *= factor;
}

}  // namespace

std::vector<Bound> bounds_of(const model::RuleKind& kind) {
    model::RuleKind copy = kind;
    std::vector<Bound> bounds;
    for_each_bound(copy, [&](int& /*number*/, const Bound& bound) { bounds.push_back(bound); });
    return bounds;
}

model::Brief changed(const model::Brief& brief, const Changes& changes) {
    model::Brief copy = brief;
    for (const Change& change : changes)
        std::visit(Apply{copy}, change);
    return copy;
}

model::Brief without_wishes(const model::Brief& brief) {
    model::Brief copy = brief;
    for (model::Rule& rule : copy.rules)
        if (rule.strength.must) std::visit(Scale{0}, rule.kind);
    for (model::Series& series : copy.series)
        scale(series.slots, 0);
    for (model::Meeting& meeting : copy.meetings)
        scale(meeting.slots, 0);
    return copy;
}

model::Brief with_prices_times(const model::Brief& brief, model::Points factor) {
    model::Brief copy = brief;
    for (model::Rule& rule : copy.rules) {
        rule.strength.points *= factor;
        std::visit(Scale{factor}, rule.kind);
    }
    for (model::Series& series : copy.series)
        scale(series.slots, factor);
    for (model::Meeting& meeting : copy.meetings)
        scale(meeting.slots, factor);
    return copy;
}

}  // namespace rul::planner
