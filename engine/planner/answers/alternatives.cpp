#include "engine/planner/answers/alternatives.hpp"

#include "engine/planner/answers/asking.hpp"
#include "engine/solver/constraints/count.hpp"

#include <algorithm>

namespace rul::planner {

namespace {

using model::Meeting;
using model::MeetingId;

bool is_ours(const Meeting& meeting) {
    return meeting.kind != Meeting::Kind::event && meeting.state != Meeting::State::cancelled;
}

// The meeting is where `plan` has it.
Literal stands_as_in(Encoding& e, const model::Plan& plan, MeetingId id) {
    const auto& at = plan.of(id);
    if (!at) return e.may_be_left_out(id) ? e.day(id).left_out() : e.no();
    const Value day = e.grid().day_of(at->date);
    return e.held_where(id, [day](const Start& start) { return start.day == day; });
}

// At least `differ` meetings are not where `plan` has them.
void ask_to_differ(Encoding& e, const model::Plan& plan, int differ) {
    Literals same;
    int can_differ = 0;
    for (std::size_t i = 0; i < e.brief().meetings.size(); ++i) {
        const MeetingId id{i};
        if (!is_ours(e.brief().at(id)) || !e.is_planned(id)) continue;
        const Literal stands = stands_as_in(e, plan, id);
        if (e.is_yes(stands)) continue;
        ++can_differ;
        if (!e.is_no(stands)) same.push_back(stands);
    }
    const Value most_the_same = can_differ - differ;
    if (most_the_same < 0) {
        e.forbid({});
        return;
    }
    if (static_cast<Value>(same.size()) <= most_the_same) return;
    e.problem().post<solver::Count>(same, e.problem().new_var(0, most_the_same));
}

}  // namespace

int usual_difference(const model::Brief& brief) {
    const auto is_open = [](const Meeting& meeting) {
        return is_ours(meeting) && meeting.state != Meeting::State::fixed;
    };
    const auto open = std::count_if(brief.meetings.begin(), brief.meetings.end(), is_open);
    return std::max(static_cast<int>(open) / 10, 1);
}

std::vector<MeetingId> differences(const model::Brief& brief, const model::Plan& a,
                                   const model::Plan& b) {
    std::vector<MeetingId> found;
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        if (!is_ours(brief.meetings[i])) continue;
        const auto& x = a.placements[i];
        const auto& y = b.placements[i];
        if (x.has_value() != y.has_value() || (x && x->date != y->date)) found.emplace_back(i);
    }
    return found;
}

Alternatives alternatives(const model::Brief& brief, const Wanted& wanted, const Limits& limits,
                          const std::function<void(const Progress&)>& progress) {
    const Asking asking{limits};
    Alternatives answer;
    for (int i = 0; i < wanted.count; ++i) {
        const auto extra = [&](Encoding& e) {
            for (const Answer& before : answer.found)
                ask_to_differ(e, *before.plan, wanted.differ);
        };
        const auto tell = [&](const Progress& now) {
            Progress of_this = now;
            of_this.doing =
                base::both("kalender {} af {}", "calendar {} of {}", i + 1, wanted.count);
            progress(of_this);
        };
        Answer found = asking.best(brief, {}, extra,
                                   progress ? std::function<void(const Progress&)>{tell} : nullptr);
        answer.are_all = found.status == Status::infeasible;
        if (!found.plan) break;
        answer.found.push_back(std::move(found));
    }
    return answer;
}

}  // namespace rul::planner
