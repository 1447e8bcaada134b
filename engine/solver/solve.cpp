#include "engine/solver/solve.hpp"

#include "base/check.hpp"
#include "base/parallel.hpp"
#include "engine/solver/bounds/relaxation_of.hpp"
#include "engine/solver/constraints/lag.hpp"
#include "engine/solver/solving.hpp"

#include <algorithm>
#include <memory>

namespace rul::solver {

namespace {

// Taking the solver of so many to pieces takes long enough to be felt.
constexpr std::size_t many_variables = 10'000;

std::vector<IntVar> members_of(const Problem& problem) {
    std::vector<IntVar> members;
    for (const SeriesPath& path : problem.paths())
        for (const Coordinate& member : path.members)
            members.push_back(member.var());
    return members;
}

// The one variable that costs, the more the greater it is: a last end. None: there is more to it.
std::optional<IntVar> lever_of(const Problem& problem) {
    std::optional<IntVar> lever;
    if (!problem.paths().empty()) return lever;
    for (std::uint32_t i = 0; i < problem.costs().size(); ++i) {
        const std::vector<Cost>& table = problem.costs()[i];
        if (table.empty()) continue;
        if (lever || !std::is_sorted(table.begin(), table.end())) return std::nullopt;
        lever = IntVar{i};
    }
    return lever;
}

}  // namespace

Solving::Solving(const Problem& problem, const SolveLimits& limits, const SolveProgress& progress,
                 Role role)
    : problem_{problem},
      limits_{limits},
      progress_{progress},
      engine_{problem},
      members_{members_of(problem)},
      search_{engine_, members_, problem.decided_first(), limits.seed},
      lever_{lever_of(problem)},
      relaxation_{relaxation_of(problem)},
      dual_{problem, relaxation_},
      neighbourhoods_{problem, limits.seed},
      sweeps_{problem, relaxation_, limits.seed},
      advice_{problem},
      insertions_{problem, limits.seed},
      role_{role},
      threads_{limits.threads > 0 ? limits.threads : base::threads_at_once()} {
    engine_.show(limits.onlooker);
    if (!lever_) search_.decide_last(problem.prices());
}

std::int64_t Solving::ticks() const {
    const std::int64_t changes = engine_.store().changes_made() - problem_.store().changes_made();
    return changes / 4 + engine_.propagations() / 2 + engine_.conflicts() * 10
           + (sweeps_.work() + insertions_.work()) / 1000 + (is_climbing_ ? 0 : dual_.ticks())
           + part_ticks_ + (exact_ != nullptr ? exact_->work() / 1000 : 0)
           + (priced_ != nullptr ? priced_->work() / 1000 : 0) + (tree_ ? tree_->work() / 1000 : 0);
}

bool Solving::should_stop() {
    if (must_finish_) return false;
    if (is_stopped_) return true;
    is_stopped_ = is_stopped_from_outside() || (limits_.effort > 0 && ticks() >= limits_.effort);
    return is_stopped_ || (is_climbing_ && limits_.effort > 0 && 2 * ticks() >= limits_.effort);
}

bool Solving::is_stopped_from_outside() const {
    if (limits_.stop != nullptr && limits_.stop->load(std::memory_order_relaxed)) return true;
    if (!limits_.seconds) return false;
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start_;
    return spent.count() >= *limits_.seconds;
}

void Solving::report(const Assignment* incumbent) {
    if (progress_) progress_(best_ ? std::optional{cost_} : std::nullopt, bound_, incumbent);
}

void Solving::raise_bound(Cost bound) {
    bound = std::min(bound, cost_);
    if (bound <= bound_) return;
    bound_ = bound;
    report(nullptr);
}

void Solving::take(Assignment values) {
    advice_.settle(values);
    RUL_CHECK(problem_.holds(values));
    const Cost cost = problem_.cost(values);
    RUL_CHECK(cost < cost_);
    RUL_CHECK(bound_ <= cost);
    best_ = values;
    cost_ = cost;
    ++improvements_;
    exact_->set_limit(cost);
    if (priced_ != nullptr) priced_->set_limit(cost);
    search_.set_phase(values);
    report(&*best_);
}

void Solving::nothing_is_left() {
    is_exhausted_ = true;
    if (best_) raise_bound(cost_);
}

bool Solving::set_up() {
    if (problem_.is_trivially_infeasible()) return false;
    for (const auto& clause : problem_.clauses())
        if (!engine_.add_clause(clause)) return false;
    auto exact = std::make_unique<PricedBound>(problem_, relaxation_, Prices{});
    exact_ = exact.get();
    exact_->set_limit(cost_);
    engine_.post(std::move(exact));
    post_gaps();
    if (!engine_.propagate()) return false;
    wide_ = engine_.store();
    return true;
}

// The bounds guard the gaps of series; lags between neighbours find out sooner.
void Solving::post_gaps() {
    for (const SeriesPath& path : problem_.paths()) {
        const auto reach = static_cast<Value>(path.gap_cost.size());
        for (std::size_t k = 1; k < path.members.size(); ++k) {
            const Coordinate& a = path.members[k - 1];
            const Coordinate& b = path.members[k];
            engine_.post(std::make_unique<Lag>(a, b, path.least_gap));
            engine_.post(std::make_unique<Lag>(b, a, -(path.least_gap + reach - 1)));
        }
    }
}

SolveResult Solving::result() const {
    SolveResult r;
    using Status = SolveResult::Status;
    r.best = best_;
    r.cost = best_ ? cost_ : 0;
    r.bound = best_ && is_exhausted_ ? cost_ : bound_;
    if (best_)
        r.status = r.bound >= cost_ ? Status::optimal : Status::feasible;
    else
        r.status = is_exhausted_ ? Status::infeasible : Status::unknown;
    r.statistics = {{"variables", static_cast<std::int64_t>(problem_.store().var_count())},
                    {"constraints", static_cast<std::int64_t>(problem_.constraints().size())},
                    {"series", static_cast<std::int64_t>(problem_.paths().size())},
                    {"rows", static_cast<std::int64_t>(dual_.row_count())},
                    {"dual rounds", dual_.rounds()},
                    {"values deleted by bound", deleted_},
                    {"decisions", search_.decisions()},
                    {"conflicts", engine_.conflicts()},
                    {"restarts", search_.restarts()},
                    {"propagations", engine_.propagations()},
                    {"passes of sweeps", passes_},
                    {"nodes", tree_ ? tree_->nodes() : 0},
                    {"knots solved", knots_solved_},
                    {"neighbourhoods", neighbourhoods_.tries()},
                    {"improvements", improvements_},
                    {"ticks", ticks()}};
    return r;
}

SolveResult solve(const Problem& problem, const SolveLimits& limits,
                  const SolveProgress& progress) {
    auto one = std::make_unique<Solving>(problem, limits, progress);
    SolveResult result = one->run();
    if (problem.store().var_count() >= many_variables) base::destroy_beside(std::move(one));
    return result;
}

}  // namespace rul::solver
