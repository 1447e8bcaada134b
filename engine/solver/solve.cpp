#include "engine/solver/solve.hpp"

#include "base/check.hpp"
#include "base/random.hpp"
#include "engine/solver/bounds/dual_ascent.hpp"
#include "engine/solver/bounds/priced_bound.hpp"
#include "engine/solver/constraints/lag.hpp"
#include "engine/solver/core/engine.hpp"
#include "engine/solver/core/relaxation.hpp"
#include "engine/solver/search/neighbourhoods.hpp"
#include "engine/solver/search/search.hpp"

#include <algorithm>
#include <chrono>
#include <memory>

namespace rul::solver {

namespace {

constexpr int first_climb = 300;  // rounds of dual ascent before anything is searched
constexpr int later_climb = 100;  // and between neighbourhoods
constexpr std::int64_t first_dive = 200;
constexpr std::int64_t neighbourhood_conflicts = 150;
constexpr std::int64_t first_proof = 500;
constexpr std::int64_t first_squeeze = 250;

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

Relaxation relaxation_of(const Problem& problem) {
    Relaxation rows{problem.store()};
    for (const auto& constraint : problem.constraints())
        constraint->relax(rows);
    return rows;
}

/// One solve: the engine, the two bounds, and what is known so far.
class Solve {
  public:
    Solve(const Problem& problem, const SolveLimits& limits, const SolveProgress& progress)
        : problem_{problem},
          limits_{limits},
          progress_{progress},
          engine_{problem},
          members_{members_of(problem)},
          search_{engine_, members_, problem.decided_first(), limits.seed},
          lever_{lever_of(problem)},
          relaxation_{relaxation_of(problem)},
          dual_{problem, relaxation_},
          neighbourhoods_{problem, limits.seed} {}

    SolveResult run();

  private:
    [[nodiscard]] bool set_up();
    void post_gaps();
    [[nodiscard]] bool should_stop();
    [[nodiscard]] std::int64_t ticks() const;
    void take(const Assignment& values);
    void raise_bound(Cost bound);
    [[nodiscard]] bool is_proved() const { return best_ && bound_ >= cost_; }
    void climb(int rounds);
    void find_first();
    void improve();
    void prove();
    void squeeze();
    [[nodiscard]] bool press(Value most);
    [[nodiscard]] bool cut();
    [[nodiscard]] Search::Outcome look(std::int64_t conflicts, const std::vector<IntVar>& frozen,
                                       bool is_swept = false);
    void nothing_is_left();
    void report(const Assignment* incumbent);
    [[nodiscard]] SolveResult result() const;

    const Problem& problem_;
    const SolveLimits& limits_;
    const SolveProgress& progress_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    Engine engine_;
    std::vector<IntVar> members_;
    Search search_;
    std::optional<IntVar> lever_;
    Relaxation relaxation_;
    DualAscent dual_;
    Neighbourhoods neighbourhoods_;
    PricedBound* exact_ = nullptr;   // what the parts cost by themselves: guards the objective
    PricedBound* priced_ = nullptr;  // the same under the best prices

    std::optional<Assignment> best_;
    Cost cost_ = infinite_cost;
    Cost bound_ = 0;
    bool is_exhausted_ = false;
    bool is_stopped_ = false;
    std::int64_t deleted_ = 0;
    std::int64_t improvements_ = 0;
    std::int64_t looks_ = 0;
    Assignment least_;  // scratch
    std::int64_t proof_conflicts_ = 0;
    std::int64_t squeeze_conflicts_ = first_squeeze;
    int halvings_ = 1;
    Cost cut_at_ = infinite_cost;  // the cost that the root's values have last been held against
};

std::int64_t Solve::ticks() const {
    return engine_.store().changes_made() / 4 + engine_.propagations() / 2
           + engine_.conflicts() * 10 + dual_.work() / 1000
           + (exact_ != nullptr ? exact_->work() / 1000 : 0)
           + (priced_ != nullptr ? priced_->work() / 1000 : 0);
}

bool Solve::should_stop() {
    if (is_stopped_) return true;
    if (limits_.stop != nullptr && limits_.stop->load(std::memory_order_relaxed))
        is_stopped_ = true;
    if (limits_.effort > 0 && ticks() >= limits_.effort) is_stopped_ = true;
    if (limits_.seconds) {
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start_;
        if (spent.count() >= *limits_.seconds) is_stopped_ = true;
    }
    return is_stopped_;
}

void Solve::report(const Assignment* incumbent) {
    if (progress_) progress_(best_ ? std::optional{cost_} : std::nullopt, bound_, incumbent);
}

void Solve::raise_bound(Cost bound) {
    bound = std::min(bound, cost_);
    if (bound <= bound_) return;
    bound_ = bound;
    report(nullptr);
}

void Solve::take(const Assignment& values) {
    RUL_CHECK(problem_.holds(values));
    const Cost cost = problem_.cost(values);
    RUL_CHECK(cost < cost_);
    RUL_CHECK(bound_ <= cost);
    best_ = values;
    cost_ = cost;
    ++improvements_;
    exact_->set_limit(cost);
    priced_->set_limit(cost);
    search_.set_phase(values);
    report(&*best_);
}

void Solve::nothing_is_left() {
    is_exhausted_ = true;
    if (best_) raise_bound(cost_);
}

bool Solve::set_up() {
    if (problem_.is_trivially_infeasible()) return false;
    for (const auto& clause : problem_.clauses())
        if (!engine_.add_clause(clause)) return false;
    auto exact = std::make_unique<PricedBound>(problem_, relaxation_, Prices{});
    exact_ = exact.get();
    engine_.post(std::move(exact));
    post_gaps();
    if (!engine_.propagate()) return false;
    dual_.climb(engine_.store(), first_climb, infinite_cost, [this] { return should_stop(); });
    auto priced = std::make_unique<PricedBound>(problem_, relaxation_, dual_.best_prices());
    priced_ = priced.get();
    priced_->delete_in_search(true);
    engine_.post(std::move(priced));
    if (dual_.best_bound() >= infinite_cost) return false;
    raise_bound(dual_.best_bound());
    search_.set_phase(dual_.best_values());
    return true;
}

// The bounds guard the gaps of series; lags between neighbours find out sooner.
void Solve::post_gaps() {
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

// A little more of the bound, at the root; what cannot beat the best found is deleted.
void Solve::climb(int rounds) {
    engine_.backtrack_to(0);
    if (!engine_.propagate()) return nothing_is_left();
    dual_.climb(engine_.store(), rounds, cost_, [this] { return should_stop(); });
    if (dual_.best_bound() >= cost_) return nothing_is_left();
    raise_bound(dual_.best_bound());
    priced_->set_prices(dual_.best_prices());
    engine_.wake(*priced_);
    engine_.wake(*exact_);
    if (!priced_->delete_dear_values(engine_.store(), deleted_)) return nothing_is_left();
    if (!engine_.propagate()) nothing_is_left();
}

Search::Outcome Solve::look(std::int64_t conflicts, const std::vector<IntVar>& frozen,
                            bool is_swept) {
    engine_.backtrack_to(0);
    if (!cut()) {
        nothing_is_left();
        return Search::Outcome::exhausted;
    }
    engine_.wake(*exact_);
    engine_.wake(*priced_);
    // What is free tries first what its own shortest path says, given the rest: a priced sweep, in
    // turn with prices and without.
    const auto guide = [this](const Store& s, Assignment& phase) {
        PricedBound& bound = ++looks_ % 2 == 0 ? *exact_ : *priced_;
        if (bound.scaled_bound(s) >= infinite_cost) return;
        bound.least_values(s, least_);
        for (const IntVar x : members_)
            phase[x.index] = least_[x.index];
    };
    const Search::Outcome outcome = search_.run(
        conflicts, frozen, [this] { return should_stop(); },
        is_swept && best_ ? guide : Search::Guide{});
    if (outcome == Search::Outcome::solution) take(search_.values());
    if (outcome == Search::Outcome::exhausted) nothing_is_left();
    return outcome;
}

void Solve::find_first() {
    for (std::int64_t i = 1; !best_ && !is_exhausted_ && !should_stop(); ++i) {
        static_cast<void>(look(first_dive * i, {}));
        if (!best_ && !is_exhausted_ && i <= 5) climb(later_climb);
    }
}

// Part of the best solution stays, the rest is searched: as long as that pays.
void Solve::improve() {
    int without_gain = 0;
    const int patience = static_cast<int>(3 * neighbourhoods_.count());
    while (without_gain < patience && !is_proved() && !is_exhausted_ && !should_stop()) {
        const std::vector<IntVar> frozen = neighbourhoods_.frozen(*best_, engine_.store());
        const Cost before = cost_;
        search_.set_phase(*best_);
        while (look(neighbourhood_conflicts, frozen, true) == Search::Outcome::solution
               && !is_proved()) {
        }
        const bool gained = cost_ < before;
        neighbourhoods_.reward(gained);
        without_gain = gained ? 0 : without_gain + 1;
        if (without_gain % 8 == 7) climb(later_climb);
    }
}

void Solve::prove() {
    proof_conflicts_ = std::max(first_proof, proof_conflicts_ * 3 / 2);
    const Cost before = cost_;
    while (!is_proved() && !is_exhausted_ && !should_stop())
        if (look(proof_conflicts_, {}) != Search::Outcome::solution) break;
    if (cost_ < before) proof_conflicts_ = first_proof;
}

// After a new best: at the root, what is too dear by itself. Of series the climb deletes more.
bool Solve::cut() {
    if (!problem_.paths().empty() || cut_at_ == cost_) return true;
    cut_at_ = cost_;
    return exact_->delete_dear_values(engine_.store(), deleted_);
}

// Looks where the lever is `most` or less. False: found nothing, and cannot say that nothing is
// there.
bool Solve::press(Value most) {
    search_.assume(at_most(*lever_, most));
    search_.set_phase(*best_);
    const Search::Outcome outcome = look(squeeze_conflicts_, {});
    search_.assume(std::nullopt);
    if (outcome == Search::Outcome::refuted) raise_bound(exact_->bound(engine_.store()));
    return outcome != Search::Outcome::limit;
}

// One variable is all that costs: presses it below the best by a part of what lies between that and
// the bound; found or refuted, either side comes nearer. The part is halved while it is too hard,
// until nothing is left to press, and doubled when it was easy.
void Solve::squeeze() {
    bool is_stuck = false;
    while (!is_stuck && !is_proved() && !is_exhausted_ && !should_stop()) {
        engine_.backtrack_to(0);
        if (!cut() || !engine_.propagate()) return nothing_is_left();
        const Value max = engine_.store().max(*lever_);
        const Value part = (max - engine_.store().min(*lever_)) >> halvings_;
        if (press(max - part)) {
            halvings_ = std::max(halvings_ - 1, 1);
        } else if (part > 0) {
            ++halvings_;
        } else {
            is_stuck = true;
            halvings_ = std::max(halvings_ - 2, 1);
        }
    }
    squeeze_conflicts_ = squeeze_conflicts_ * 3 / 2;
}

SolveResult Solve::run() {
    if (!set_up()) {
        is_exhausted_ = true;
        return result();
    }
    find_first();
    if (best_ && !is_exhausted_) climb(later_climb * 5);
    while (best_ && !is_proved() && !is_exhausted_ && !should_stop()) {
        if (lever_)
            squeeze();
        else
            improve();
        if (!is_proved() && !is_exhausted_) climb(later_climb);
        if (!is_proved() && !is_exhausted_) prove();
    }
    return result();
}

SolveResult Solve::result() const {
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
                    {"neighbourhoods", neighbourhoods_.tries()},
                    {"improvements", improvements_},
                    {"ticks", ticks()}};
    return r;
}

}  // namespace

SolveResult solve(const Problem& problem, const SolveLimits& limits,
                  const SolveProgress& progress) {
    Solve one{problem, limits, progress};
    return one.run();
}

}  // namespace rul::solver
