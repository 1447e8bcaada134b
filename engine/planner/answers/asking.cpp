#include "engine/planner/answers/asking.hpp"

#include "base/parallel.hpp"
#include "engine/planner/decode.hpp"
#include "engine/solver/solve.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace rul::planner {

namespace {

// What is not settled by then is seldom settled soon after.
constexpr std::int64_t enough_effort = 5'000'000;
// Taking the encoding of so many to pieces takes long enough to be felt.
constexpr std::size_t many_meetings = 500;

Status status_of(solver::SolveResult::Status status) {
    switch (status) {
        case solver::SolveResult::Status::optimal:
            return Status::optimal;
        case solver::SolveResult::Status::feasible:
            return Status::feasible;
        case solver::SolveResult::Status::infeasible:
            return Status::infeasible;
        case solver::SolveResult::Status::unknown:
            break;
    }
    return Status::unknown;
}

}  // namespace

Extra pricing(std::function<solver::Cost(model::MeetingId, model::Date)> price) {
    return [price = std::move(price)](Encoding& e) {
        for (std::size_t i = 0; i < e.brief().meetings.size(); ++i) {
            const model::MeetingId id{i};
            if (!e.is_planned(id)) continue;
            std::vector<Cost> costs;
            for (const Start& start : e.starts(id).all())
                costs.push_back(price(id, e.grid().date_of(start.day)));
            if (e.may_be_left_out(id)) costs.push_back(0);
            if (std::any_of(costs.begin(), costs.end(), [](Cost c) { return c > 0; }))
                e.problem().add_cost(e.start(id), costs);
        }
    };
}

bool Asking::is_stopped() const {
    const auto left = seconds_left();
    return (limits_.stop != nullptr && *limits_.stop) || (left && *left <= 0);
}

std::optional<double> Asking::seconds_left() const {
    if (!limits_.seconds) return std::nullopt;
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begun_;
    return std::max(*limits_.seconds - spent.count(), 0.0);
}

Asking Asking::with_at_most(std::int64_t effort) const {
    Asking less = *this;
    if (less.limits_.effort == 0 || less.limits_.effort > effort) less.limits_.effort = effort;
    return less;
}

Existence Asking::exists(const model::Brief& brief, const Without& without,
                         const Extra& extra) const {
    if (is_stopped()) return Existence::unknown;
    Encoding encoding{brief, without};
    if (!encoding.unplaceable().empty()) return Existence::no;
    if (extra) extra(encoding);
    const auto effort =
        limits_.effort > 0 ? std::min(limits_.effort, enough_effort) : enough_effort;
    const auto result = solver::solve(encoding.problem(), {limits_.seed, effort, seconds_left(),
                                                           limits_.stop, true, limits_.threads});
    if (result.best) return Existence::yes;
    return result.status == solver::SolveResult::Status::infeasible ? Existence::no
                                                                    : Existence::unknown;
}

Answer Asking::best(const model::Brief& brief, const Without& without, const Extra& extra,
                    const std::function<void(const Progress&)>& progress) const {
    Answer answer;
    auto encoding = std::make_unique<Encoding>(brief, without);
    answer.status = Status::infeasible;
    if (!encoding->unplaceable().empty()) return answer;
    if (extra) extra(*encoding);
    const auto result = solver::solve(
        encoding->problem(),
        {limits_.seed, limits_.effort, seconds_left(), limits_.stop, limits_.any, limits_.threads},
        [&](std::optional<solver::Cost> best, solver::Cost bound, const solver::Assignment*) {
            if (!progress) return;
            const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begun_;
            progress({spent.count(), best, bound,
                      best ? base::Text{"forbedrer og beviser", "improving and proving"}
                           : base::Text{"søger", "searching"}});
        });
    answer.status = status_of(result.status);
    answer.cost = result.cost;
    answer.bound = result.bound;
    if (result.best) answer.plan = decode(*encoding, *result.best);
    for (const auto& [name, value] : result.statistics)
        answer.statistics.push_back({name, value});
    if (brief.meetings.size() >= many_meetings) base::destroy_beside(std::move(encoding));
    return answer;
}

}  // namespace rul::planner
