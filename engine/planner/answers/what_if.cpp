#include "engine/planner/answers/what_if.hpp"

#include "engine/planner/answers/alternatives.hpp"
#include "engine/planner/answers/asking.hpp"
#include "engine/planner/answers/changes.hpp"
#include "engine/planner/answers/why_not.hpp"

#include <algorithm>

namespace rul::planner {

namespace {

using model::Date;
using model::MeetingId;

// Fewest moves are looked for no longer than this: they decide nothing.
constexpr std::int64_t effort_for_few_moves = 3'000'000;

Possibilities found_for(const model::Brief& brief, MeetingId meeting, const Without& without) {
    const Grid grid{brief.period.first};
    const Places places{brief};
    const CandidateFinder finder{brief, grid, places, without};
    const Candidates candidates = finder.find(meeting);
    Possibilities possible;
    possible.considered = candidates.considered;
    for (const Candidates::Removal& removal : candidates.removals)
        possible.taken.push_back({removal.rule, removal.starts});
    possible.starts_left = static_cast<int>(candidates.starts.size());
    for (const Start& start : candidates.starts)
        for (const Value at : start.places) {
            const Place& place = places.at(at);
            possible.left.push_back(
                {grid.date_of(start.day), start.time, start.mode, place.venue, place.room});
        }
    return possible;
}

// Every meeting that is not where it is now costs one.
Extra few_moves(const model::Plan& now) {
    return [&now](Encoding& e) {
        for (std::size_t i = 0; i < e.brief().meetings.size(); ++i) {
            const MeetingId id{i};
            if (!e.is_planned(id)) continue;
            const auto& at = now.of(id);
            std::vector<Cost> costs;
            for (const Start& start : e.starts(id).all())
                costs.push_back(at && e.grid().date_of(start.day) == at->date ? 0 : 1);
            if (e.may_be_left_out(id)) costs.push_back(at ? 1 : 0);
            e.problem().add_cost(e.start(id), costs);
        }
    };
}

void require(Encoding& e, Literal literal) {
    if (e.is_no(literal))
        e.forbid({});
    else
        e.problem().require(literal);
}

// Every meeting is on its date in `plan`.
void on_dates_of(Encoding& e, const model::Plan& plan) {
    for (std::size_t i = 0; i < e.brief().meetings.size(); ++i) {
        const MeetingId id{i};
        if (!e.is_planned(id)) continue;
        if (const auto& at = plan.of(id)) {
            const Value day = e.grid().day_of(at->date);
            require(e, e.held_where(id, [day](const Start& s) { return s.day == day; }));
        } else if (e.may_be_left_out(id)) {
            require(e, e.day(id).left_out());
        }
    }
}

// First what it costs, with proof; then, at that price, with as few moves as are soon found.
WhatIf what_if(const model::Brief& brief, const model::Plan& now, const Asking& asking,
               const Extra& so, const std::function<void(const Progress&)>& progress) {
    WhatIf found;
    found.answer = asking.best(brief, {}, so, progress);
    if (!found.answer.plan) return found;
    const auto factor = static_cast<model::Points>(brief.meetings.size()) + 1;
    const auto both = [&](Encoding& e) {
        so(e);
        few_moves(now)(e);
    };
    const auto fewer = asking.with_at_most(effort_for_few_moves)
                           .best(with_prices_times(brief, factor), {}, both, progress);
    const auto before = differences(brief, now, *found.answer.plan);
    if (fewer.plan && differences(brief, now, *fewer.plan).size() < before.size()) {
        // What these dates cost is another question: that one was cut short, and of other prices.
        const auto pinned = [&](Encoding& e) {
            so(e);
            on_dates_of(e, *fewer.plan);
        };
        auto priced = asking.with_at_most(effort_for_few_moves).best(brief, {}, pinned, progress);
        if (priced.status == Status::optimal && priced.cost <= found.answer.cost) {
            found.answer.plan = std::move(priced.plan);
            found.answer.cost = priced.cost;
        }
    }
    found.moved = differences(brief, now, *found.answer.plan);
    return found;
}

}  // namespace

Possibilities possibilities(const model::Brief& brief, MeetingId meeting) {
    return found_for(brief, meeting, {});
}

Possibilities possibilities_on(const model::Brief& brief, MeetingId meeting, Date date) {
    model::Brief on_that_day = brief;
    model::Meeting& changed = on_that_day.meetings[meeting.index];
    changed.state = model::Meeting::State::free;
    changed.options.clear();
    changed.within = {date, date};
    return found_for(on_that_day, meeting, {});
}

WhatIf what_if_on(const model::Brief& brief, const model::Plan& now, MeetingId meeting, Date date,
                  const Limits& limits, const std::function<void(const Progress&)>& progress) {
    const Asking asking{limits};
    const auto on_date = [meeting, date](Encoding& e) {
        if (!e.is_planned(meeting)) return e.forbid({});
        const Value day = e.grid().day_of(date);
        require(e, e.held_where(meeting, [day](const Start& s) { return s.day == day; }));
    };
    WhatIf found = what_if(brief, now, asking, on_date, progress);
    if (found.answer.status == Status::infeasible)
        found.answer.conflict =
            conflict_of(brief, asking, on_date, Demand{Demand::Kind::appointment, meeting.index});
    return found;
}

WhatIf what_if_not_on(const model::Brief& brief, const model::Plan& now, MeetingId meeting,
                      Date date, const Limits& limits,
                      const std::function<void(const Progress&)>& progress) {
    const auto not_on_date = [meeting, date](Encoding& e) {
        if (!e.is_planned(meeting)) return e.forbid({});
        const Value day = e.grid().day_of(date);
        require(e, e.held_where(meeting, [day](const Start& s) { return s.day != day; }));
    };
    return what_if(brief, now, Asking{limits}, not_on_date, progress);
}

}  // namespace rul::planner
