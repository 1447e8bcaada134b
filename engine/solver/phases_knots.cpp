#include "engine/solver/knots/knot_bound.hpp"
#include "engine/solver/solving.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

// What a solve does with parts of the problem: each is a solve of its own.
namespace rul::solver {

namespace {

constexpr std::size_t first_members = 32;  // of a knot
constexpr std::size_t most_members = 64;   // of one tied further
constexpr std::int64_t first_effort = 400'000;
constexpr std::int64_t effort_each = 6'000;  // for each member more
constexpr int again = 4;                     // times as much, for what was not proved
constexpr int most_efforts = 16;
constexpr int loose = 16;           // TiePair::tightness below which little is expected
constexpr int knot_patience = 100;  // passes without gain, from what the knots want

// More than that seldom pays.
std::int64_t effort_of(const Problem& part) {
    std::int64_t members = 0;
    for (const SeriesPath& path : part.paths())
        members += static_cast<std::int64_t>(path.members.size());
    return first_effort + effort_each * members;
}

}  // namespace

SolveLimits Solving::part_limits(std::int64_t effort) const {
    SolveLimits limits;
    limits.seed = limits_.seed;
    limits.stop = limits_.stop;
    limits.effort = effort;
    if (limits_.effort > 0)
        limits.effort = std::clamp<std::int64_t>(limits_.effort - ticks(), 1, effort);
    if (limits_.seconds) {
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start_;
        limits.seconds = *limits_.seconds - spent.count();
    }
    return limits;
}

SolveResult Solving::solve_part(const Problem& part, std::int64_t effort, const Assignment* known) {
    const SolveLimits limits = part_limits(effort);
    const SolveProgress nobody;
    Solving one{part, limits, nobody, Role::part};
    if (known != nullptr) one.begin_with(*known);
    SolveResult result = one.run();
    part_ticks_ += one.ticks() + static_cast<std::int64_t>(problem_.store().var_count()) / 2;
    ++knots_solved_;
    return result;
}

// As long as there is something left to tie.
bool Solving::may_untie() const {
    return role_ == Role::whole && problem_.paths().size() > 1 && !is_tied_out_;
}

// First what the prices tie; then two of these at a time together.
void Solving::untie() {
    engine_.backtrack_to(0);
    if (!engine_.propagate()) return nothing_is_left();
    untied_ ? tie_further() : untie_first();
}

// False: the knot has no solution that is wanted.
bool Solving::bound_knot(KnotBound& bound, Untied& untied, std::size_t k, Assignment* values) {
    const auto [part, offset] = bound.problem_of(k);
    const SolveResult result = solve_part(part, effort_of(part) * untied.efforts[k]);
    if (result.status == SolveResult::Status::infeasible) return false;
    bound.raise(k, result.bound + offset);
    untied.efforts[k] =
        result.status == SolveResult::Status::optimal ? 0 : untied.efforts[k] * again;
    untied.least[k] = bound.least(k);
    if (values == nullptr || !result.best) return true;
    for (std::uint32_t x = 0; x < values->size(); ++x)
        if (!part.store().is_fixed({x})) (*values)[x] = (*result.best)[x];
    return true;
}

void Solving::untie_first() {
    const Ties ties = tied_by_prices(problem_, relaxation_, dual_.best_prices(), first_members);
    if (ties.size() < 2) {
        is_tied_out_ = true;
        return;
    }
    tightness_ = tightness_between_series(problem_);
    untied_prices_ = dual_.best_prices();
    untied_.emplace(Untied{.knots = Knots{problem_, ties}, .least = {}, .efforts = {}});
    KnotBound bound{problem_, relaxation_, untied_prices_, untied_->knots, engine_.store()};
    Assignment values = dual_.best_values();
    for (std::size_t k = 0; k < bound.count(); ++k)
        untied_->least.push_back(bound.least(k));
    untied_->efforts.resize(bound.count(), 1);
    for (std::size_t k = 0; k < bound.count() && !is_over(); ++k)
        if (!bound_knot(bound, *untied_, k, &values)) return nothing_is_left();
    if (bound.bound() >= cost_) return nothing_is_left();
    raise_bound(bound.bound());
    if (!is_over()) sweep(&values, knot_patience);
    if (!is_over()) improve_by(untied_->knots, bound);
}

std::vector<Cost> Solving::excess_of(const KnotBound& bound) const {
    std::vector<Cost> excess;
    for (std::size_t k = 0; k < bound.count(); ++k)
        excess.push_back(bound.excess(k, *best_));
    return excess;
}

// Each once, what is dearest beside its bound first: a second time would gain next to nothing.
void Solving::improve_by(const Knots& knots, const KnotBound& bound) {
    const std::vector<Cost> excess = excess_of(bound);
    std::vector<std::size_t> dearest;
    for (std::size_t k = 0; k < excess.size(); ++k)
        if (excess[k] > 0) dearest.push_back(k);
    std::stable_sort(dearest.begin(), dearest.end(),
                     [&](std::size_t a, std::size_t b) { return excess[a] > excess[b]; });
    for (const std::size_t k : dearest) {
        if (is_over()) return;
        improve_within(knots, k);
    }
    rounded_at_ = improvements_;
}

// The rest stands still.
void Solving::improve_within(const Knots& knots, std::size_t k) {
    const Problem part = knots.problem_within(k, *best_, *wide_);
    const SolveResult result = solve_part(part, effort_of(part), &*best_);
    if (result.best && problem_.cost(*result.best) < cost_) take(*result.best);
}

KnotBound Solving::bound_of(const Untied& untied) const {
    KnotBound bound{problem_, relaxation_, untied_prices_, untied.knots, engine_.store()};
    for (std::size_t k = 0; k < bound.count(); ++k)
        bound.raise(k, untied.least[k]);
    return bound;
}

// More effort for the dearest that was not proved; or the dearest two that have not been tried.
void Solving::tie_further() {
    KnotBound bound = bound_of(*untied_);
    const std::vector<Cost> excess = excess_of(bound);
    if (const auto k = dearest_unproved(excess)) {
        if (!bound_knot(bound, *untied_, *k) || bound.bound() >= cost_) return nothing_is_left();
        raise_bound(bound.bound());
        if (!is_over()) improve_within(untied_->knots, *k);
        return;
    }
    const std::optional<TiePair> pair = pair_to_try(excess);
    // Before what is hardly coupled: once more around, if the rest stands otherwise now.
    if (rounded_at_ != improvements_ && (!pair || pair->tightness < loose))
        return improve_by(untied_->knots, bound);
    if (pair) return tie(*pair, bound.total());
    is_tied_out_ = true;
}

std::optional<std::size_t> Solving::dearest_unproved(const std::vector<Cost>& excess) const {
    std::optional<std::size_t> dearest;
    for (std::size_t k = 0; k < excess.size(); ++k) {
        const int effort = untied_->efforts[k];
        if (effort == 0 || effort > most_efforts || excess[k] < KnotBound::knot_unit) continue;
        if (!dearest || excess[k] > excess[*dearest]) dearest = k;
    }
    return dearest;
}

std::optional<TiePair> Solving::pair_to_try(const std::vector<Cost>& excess) const {
    for (const TiePair& pair : pairs_to_tie(tightness_, untied_->knots.ties(), excess)) {
        const std::vector<std::size_t> both = untied_->knots.both(pair.first, pair.second);
        std::size_t members = 0;
        for (const std::size_t series : both)
            members += problem_.paths()[series].members.size();
        if (members <= most_members && !tried_ties_.contains(both)) return pair;
    }
    return std::nullopt;
}

// Two knots as one, if that says more than they do one by one: more than `total`.
void Solving::tie(const TiePair& pair, Cost total) {
    tried_ties_.insert(untied_->knots.both(pair.first, pair.second));
    Untied tied{.knots = untied_->knots.with_tied(pair.first, pair.second),
                .least = untied_->least,
                .efforts = untied_->efforts};
    const auto second = static_cast<std::ptrdiff_t>(pair.second);
    tied.least.erase(tied.least.begin() + second);
    tied.efforts.erase(tied.efforts.begin() + second);
    tied.least[pair.first] = -infinite_cost;
    tied.efforts[pair.first] = 1;
    KnotBound bound = bound_of(tied);
    if (!bound_knot(bound, tied, pair.first) || bound.bound() >= cost_) return nothing_is_left();
    raise_bound(bound.bound());
    if (!is_over()) improve_within(tied.knots, pair.first);
    if (bound.total() > total) untied_ = std::move(tied);
}

}  // namespace rul::solver
