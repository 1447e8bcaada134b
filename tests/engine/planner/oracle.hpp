#pragma once

#include "base/random.hpp"
#include "engine/model/plan.hpp"
#include "engine/planner/encoding.hpp"
#include "engine/planner/raw_starts.hpp"
#include "engine/solver/core/engine.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

/// The slow, obvious way from a plan to what the encoded problem says of it.
namespace rul::testing {

using solver::Cost;
using solver::IntVar;
using solver::Value;

/// The least cost over all solutions in which some variables are fixed: depth first, least values
/// first, propagation alone cuts.
class Completion {
  public:
    explicit Completion(const solver::Problem& problem) : problem_{problem}, engine_{problem} {
        is_possible_ = !problem.is_trivially_infeasible();
        for (const auto& clause : problem.clauses())
            is_possible_ = is_possible_ && engine_.add_clause(clause);
        is_possible_ = is_possible_ && engine_.propagate();
    }

    [[nodiscard]] std::optional<Cost> least_cost(
        const std::vector<std::pair<IntVar, Value>>& fixed) {
        best_.reset();
        if (is_possible_) fix(fixed, 0);
        engine_.backtrack_to(0);
        return best_;
    }

  private:
    // Fixes `x` to `v` on levels of its own, and goes on with `then`.
    void with(IntVar x, Value v, const std::function<void()>& then) {
        solver::Store& store = engine_.store();
        const int level = store.level();
        const auto is_still_possible = [&] {
            if (!store.contains(x, v)) return false;
            if (store.min(x) < v) {
                store.decide(solver::at_least(x, v));
                if (!engine_.propagate() || !store.contains(x, v)) return false;
            }
            if (store.max(x) > v) {
                store.decide(solver::at_most(x, v));
                if (!engine_.propagate()) return false;
            }
            return store.contains(x, v);
        };
        if (is_still_possible()) then();
        engine_.backtrack_to(level);
    }

    void fix(const std::vector<std::pair<IntVar, Value>>& fixed, std::size_t at) {
        if (at == fixed.size())
            finish();
        else
            with(fixed[at].first, fixed[at].second, [&] { fix(fixed, at + 1); });
    }

    // Choices come first. Then what adds up others' costs, then the costs themselves: once all
    // else is fixed their least value is the one to take.
    enum class Part { choice, sum, price };

    [[nodiscard]] Part part_of(IntVar x) const {
        const auto& costs = problem_.costs();
        if (x.index < costs.size() && !costs[x.index].empty()
            && std::is_sorted(costs[x.index].begin(), costs[x.index].end()))
            return Part::price;
        constexpr Value most_choices = 8;
        const solver::Store& root = problem_.store();
        return root.initial_max(x) - root.initial_min(x) < most_choices ? Part::choice : Part::sum;
    }

    [[nodiscard]] std::optional<IntVar> next_open(Part part) const {
        for (std::uint32_t i = 0; i < engine_.store().var_count(); ++i)
            if (!engine_.store().is_fixed({i}) && part_of({i}) == part) return IntVar{i};
        return std::nullopt;
    }

    void finish() {
        const solver::Store& store = engine_.store();
        if (best_ && lower_bound() >= *best_) return;
        if (const auto x = next_open(Part::choice)) {
            std::vector<Value> values;
            for (Value v = store.min(*x); v <= store.max(*x); v = store.next(*x, v + 1))
                values.push_back(v);
            for (const Value v : values)
                with(*x, v, [this] { finish(); });
            return;
        }
        for (const Part part : {Part::sum, Part::price})
            if (const auto x = next_open(part)) {
                with(*x, store.min(*x), [this] { finish(); });
                return;
            }
        solver::Assignment values;
        for (std::uint32_t i = 0; i < store.var_count(); ++i)
            values.push_back(store.min({i}));
        if (!problem_.holds(values)) return;
        const Cost cost = problem_.cost(values);
        if (!best_ || cost < *best_) best_ = cost;
    }

    [[nodiscard]] Cost lower_bound() const {
        const solver::Store& store = engine_.store();
        Cost sum = problem_.constant_cost();
        for (std::uint32_t i = 0; i < problem_.costs().size(); ++i) {
            const IntVar x{i};
            const auto& table = problem_.costs()[i];
            if (table.empty()) continue;
            Cost least = solver::infinite_cost;
            const Value last = part_of(x) == Part::price ? store.min(x) : store.max(x);
            for (Value v = store.min(x); v <= last; v = store.next(x, v + 1))
                least = std::min(least, table[static_cast<std::size_t>(v - store.initial_min(x))]);
            sum += least;
        }
        return sum;
    }

    const solver::Problem& problem_;
    solver::Engine engine_;
    bool is_possible_ = true;
    std::optional<Cost> best_;
};

/// What the encoded problem says of `plan`: its cost; nothing: not a solution.
[[nodiscard]] inline std::optional<Cost> cost_by_encoding(const planner::Encoding& encoding,
                                                          Completion& completion,
                                                          const model::Plan& plan) {
    std::optional<Cost> best;
    std::vector<std::pair<IntVar, Value>> fixed;
    const std::function<void(std::size_t)> choose = [&](std::size_t i) {
        if (i == plan.placements.size()) {
            const auto cost = completion.least_cost(fixed);
            if (cost && (!best || *cost < *best)) best = cost;
            return;
        }
        const model::MeetingId id{i};
        const auto& placed = plan.placements[i];
        if (!encoding.is_planned(id)) {
            if (!placed) choose(i + 1);
            return;
        }
        const IntVar start = encoding.start(id);
        const IntVar place = encoding.place(id);
        for (Value v = 0; v < encoding.value_count(id); ++v)
            for (Value p = 0; p < encoding.places().count(); ++p) {
                const auto sitting = encoding.sitting(id, v, p);
                const planner::Place& at = encoding.places().at(p);
                const bool agrees =
                    !sitting
                        ? !placed && p == 0
                        : placed && encoding.grid().date_of(sitting->start->day) == placed->date
                              && sitting->start->time == placed->time
                              && sitting->start->mode == placed->mode && at.venue == placed->venue
                              && at.room == placed->room;
                if (!agrees) continue;
                fixed.emplace_back(start, v);
                fixed.emplace_back(place, p);
                choose(i + 1);
                fixed.resize(fixed.size() - 2);
            }
    };
    choose(0);
    return best;
}

/// Every placement worth looking at for a meeting: those its own words allow, and some others.
[[nodiscard]] inline std::vector<std::optional<model::Placement>> placements_of(
    const model::Brief& brief, model::MeetingId id, base::Random& random) {
    std::vector<std::optional<model::Placement>> found;
    const model::Meeting& meeting = brief.at(id);
    if (meeting.state == model::Meeting::State::cancelled) return {std::nullopt};
    const planner::Grid grid{brief.period.first};
    const planner::Places places{brief};
    for (const planner::Start& start : planner::raw_starts(brief, grid, places, id, {}))
        for (const Value place : start.places) {
            model::Placement placed;
            placed.date = grid.date_of(start.day);
            placed.time = start.time;
            placed.mode = start.mode;
            placed.venue = places.at(place).venue;
            placed.room = places.at(place).room;
            found.emplace_back(placed);
        }
    if (meeting.kind == model::Meeting::Kind::event) return found;
    if (!found.empty()) {
        model::Placement other =
            *found[static_cast<std::size_t>(random.between(0, static_cast<int>(found.size()) - 1))];
        other.date += std::chrono::days{random.between(-3, 3)};
        if (random.between(0, 2) == 0) other.mode = model::Mode::teams;
        if (random.between(0, 2) == 0) other.time.reset();
        found.emplace_back(other);
    }
    found.emplace_back(std::nullopt);
    std::vector<std::optional<model::Placement>> once;
    for (const auto& placement : found)
        if (std::find(once.begin(), once.end(), placement) == once.end()) once.push_back(placement);
    return once;
}

/// All combinations of placements, one a meeting.
template <class F>
void for_each_plan(const std::vector<std::vector<std::optional<model::Placement>>>& choices, F f) {
    model::Plan plan;
    plan.placements.resize(choices.size());
    const std::function<void(std::size_t)> choose = [&](std::size_t i) {
        if (i == choices.size()) {
            f(plan);
            return;
        }
        for (const auto& placement : choices[i]) {
            plan.placements[i] = placement;
            choose(i + 1);
        }
    };
    choose(0);
}

}  // namespace rul::testing
