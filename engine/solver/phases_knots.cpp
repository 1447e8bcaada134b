#include "base/parallel.hpp"
#include "engine/solver/knots/knot_bound.hpp"
#include "engine/solver/solving.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <memory>
#include <numeric>
#include <utility>

// What a solve does with parts of the problem: each is a solve of its own.
namespace rul::solver {

namespace {

constexpr std::size_t first_members = 32;  // of a knot
constexpr std::int64_t first_effort = 400'000;
constexpr std::int64_t effort_each = 6'000;  // for each member more
constexpr std::int64_t within_share = 4;     // of that, to improve: many short tries gain more
constexpr int again = 4;                     // times as much, for what was not proved
constexpr Cost near_enough = KnotBound::knot_unit / 2;  // the last of it takes most of the effort
constexpr int most_lost = 2;                            // times that what was found did not fit
constexpr std::size_t looked_ahead = 12;  // knots, for one that is not coupled to the first

// The knots that cost more than they need, the dearest first.
std::vector<std::size_t> dear_ones(const std::vector<Cost>& excess) {
    std::vector<std::size_t> dear;
    for (std::size_t k = 0; k < excess.size(); ++k)
        if (excess[k] > 0) dear.push_back(k);
    std::stable_sort(dear.begin(), dear.end(),
                     [&](std::size_t a, std::size_t b) { return excess[a] > excess[b]; });
    return dear;
}

}  // namespace

// More than that seldom pays.
std::int64_t Solving::effort_of(const Problem& part) {
    std::int64_t members = 0;
    for (const SeriesPath& path : part.paths())
        members += static_cast<std::int64_t>(path.members.size());
    return first_effort + effort_each * members;
}

// What one of `count` parts that are solved at once may spend.
std::int64_t Solving::effort_left(std::size_t count) const {
    if (limits_.effort == 0 || count == 0) return std::numeric_limits<std::int64_t>::max();
    return std::max<std::int64_t>((limits_.effort - ticks()) / static_cast<std::int64_t>(count), 1);
}

// May run beside others: looks at nothing that changes.
std::int64_t Solving::solve_part(PartSolve& one, std::int64_t most) const {
    SolveLimits limits;
    limits.seed = limits_.seed;
    limits.stop = limits_.stop;
    limits.effort = std::min(one.effort, most);
    limits.threads = 1;
    if (limits_.seconds) {
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start_;
        limits.seconds = *limits_.seconds - spent.count();
    }
    const SolveProgress nobody;
    Solving solving{one.part.problem(), limits, nobody, one.role};
    if (one.known) solving.begin_with(*one.known);
    if (one.below) solving.begin_below(*one.below);
    solving.stop_within(one.near_enough);
    one.result = solving.run();
    return solving.ticks();
}

// All, unless stopped from outside, with the limits that they have before the first of them: what
// comes of each does not hang on the others.
std::vector<std::optional<Solving::PartSolve>> Solving::solve_parts(
    std::size_t count, const std::function<PartSolve(std::size_t)>& make) {
    std::vector<std::optional<PartSolve>> made(count);
    std::vector<std::int64_t> ticks(count);
    const std::int64_t most = effort_left(count);
    base::do_in_parallel(count, threads_, [&](std::size_t i) {
        if (is_stopped_from_outside()) return;
        made[i] = make(i);
        ticks[i] = solve_part(*made[i], most);
        made[i]->part.forget_problem();
    });
    note_solved(
        std::count_if(made.begin(), made.end(), [](const auto& one) { return one.has_value(); }),
        std::accumulate(ticks.begin(), ticks.end(), std::int64_t{0}));
    return made;
}

void Solving::note_solved(std::int64_t knots, std::int64_t ticks) {
    knots_solved_ += knots;
    part_ticks_ += ticks;
}

// As long as there is something left to tie.
// Where all constraints have advice, insertions find more than knots do.
bool Solving::may_untie() const {
    return role_ == Role::whole && problem_.paths().size() > 1 && !is_tied_out_
           && insertions_.is_idle();
}

// First what the prices tie; then two of these at a time together.
void Solving::untie() {
    engine_.backtrack_to(0);
    if (!engine_.propagate()) return nothing_is_left();
    untied_ ? go_further() : untie_first();
}

Solving::PartSolve Solving::priced_part(const KnotBound& bound, const Untied& untied,
                                        std::size_t k) {
    auto [part, offset] = bound.part_of(k);
    const std::int64_t effort = effort_of(part.problem()) * untied.efforts[k];
    PartSolve solve{.part = std::move(part), .effort = effort, .offset = offset};
    if (untied.efforts[k] > 1) solve.near_enough = near_enough;
    Assignment wish = solve.part.of(untied.wishes);
    if (solve.part.problem().holds(wish)) solve.known = std::move(wish);
    return solve;
}

// False: the knot has no solution that is wanted.
bool Solving::note_bound(KnotBound& bound, Untied& untied, std::size_t k, const PartSolve& part) {
    const SolveResult& result = part.result;
    if (result.status == SolveResult::Status::infeasible) return false;
    bound.raise(k, result.bound + part.offset);
    const bool is_known = result.best && result.cost - result.bound <= near_enough;
    untied.spent[k] = std::max(untied.efforts[k], 1);
    untied.efforts[k] = is_known ? 0 : untied.efforts[k] * again;
    untied.least[k] = bound.least(k);
    if (!result.best) return true;
    for (const IntVar x : untied.knots.all()[k].variables)
        untied.wishes[x.index] = (*result.best)[part.part.of(x).index];
    return true;
}

// False: one of the knots has no solution that is wanted.
bool Solving::bound_knots(KnotBound& bound, Untied& untied, std::span<const std::size_t> knots) {
    const auto parts = solve_parts(
        knots.size(), [&](std::size_t i) { return priced_part(bound, untied, knots[i]); });
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!parts[i]) continue;
        const PartSolve& one = *parts[i];
        if (!note_bound(bound, untied, knots[i], one)) return false;
    }
    return true;
}

void Solving::untie_first() {
    tightness_ = tightness_between_series(problem_);
    const Ties ties =
        tied_at_first(problem_, relaxation_, dual_.best_prices(), tightness_, first_members);
    if (ties.size() < 2) {
        is_tied_out_ = true;
        return;
    }
    untied_prices_ = dual_.best_prices();
    untied_.emplace(Untied{
        .knots = Knots{problem_, ties}, .least = {}, .efforts = {}, .wishes = dual_.best_values()});
    KnotBound bound{problem_, relaxation_, untied_prices_, untied_->knots, engine_.store()};
    for (std::size_t k = 0; k < bound.count(); ++k)
        untied_->least.push_back(bound.least(k));
    untied_->efforts.resize(bound.count(), 1);
    untied_->spent.resize(bound.count(), 1);
    std::vector<std::size_t> all(bound.count());
    std::iota(all.begin(), all.end(), std::size_t{0});
    if (!bound_knots(bound, *untied_, all) || bound.bound() >= cost_) return nothing_is_left();
    raise_bound(bound.bound());
    tie_at_odds();
    if (!is_over() && members_.size() <= most_swept) sweep(&untied_->wishes, knot_patience);
    if (!is_over()) grant_wishes();
    if (!is_over()) take_turn(by_rounds_, [&] { improve_by(untied_->knots, bound_of(*untied_)); });
}

// Each knot within the best solution, if the rest stands otherwise than when it was last tried.
void Solving::go_round() {
    if (!may_untie() || (untied_ && rounded_at_ == improvements_)) return;
    if (!untied_) return untie();
    engine_.backtrack_to(0);
    if (!engine_.propagate()) return nothing_is_left();
    const KnotBound bound = bound_of(*untied_);
    improve_by(untied_->knots, bound);
}

std::vector<Cost> Solving::excess_of(const KnotBound& bound) const {
    std::vector<Cost> excess;
    for (std::size_t k = 0; k < bound.count(); ++k)
        excess.push_back(bound.excess(k, *best_));
    return excess;
}

// Each once, what is dearest beside its bound first, unless it has been tried and all around it
// stands as it did. Some are under way at the same time.
void Solving::improve_by(const Knots& knots, const KnotBound& bound) {
    const std::int64_t before = improvements_;
    std::vector<std::size_t> left = dear_ones(excess_of(bound));
    std::vector<std::size_t> under_way;
    std::vector<int> lost(knots.all().size(), 0);
    base::do_in_window(together, threads_, [&]() -> std::optional<base::Step> {
        if (left.empty() || is_over()) return std::nullopt;
        const auto chosen = farthest(knots, left, under_way);
        const std::size_t k = *chosen;
        left.erase(chosen);
        under_way.push_back(k);
        auto one = std::make_shared<Within>(Within{.before = *best_, .solve = {}, .ticks = 0});
        const std::int64_t most = effort_left(together);
        const auto tried = tried_within_.find(knots.all()[k].series);
        const Assignment last = tried == tried_within_.end() ? Assignment{} : tried->second;
        return base::Step{[this, &knots, k, most, one, last] {
                              one->solve = part_within(knots, {k}, one->before);
                              if (*one->solve->known == last) return one->solve.reset();
                              one->ticks = solve_part(*one->solve, most);
                          },
                          [&, this, k, one] {
                              std::erase(under_way, k);
                              if (!one->solve) return;
                              note_solved(1, one->ticks);
                              const bool fits = put_together(*one);
                              if (!fits && ++lost[k] <= most_lost) left.insert(left.begin(), k);
                              if (fits) tried_within_[knots.all()[k].series] = outcome_of(*one);
                          }};
    });
    rounded_at_ = before;
}

// What stands in the knot and around it when it has been tried.
const Assignment& Solving::outcome_of(const Within& within) {
    const PartSolve& solve = *within.solve;
    return solve.result.best ? *solve.result.best : *solve.known;
}

// Of the first few that are left the one that is least coupled to those under way, so that what is
// found in all of them can be put together.
std::vector<std::size_t>::iterator Solving::farthest(
    const Knots& knots, std::vector<std::size_t>& left,
    const std::vector<std::size_t>& under_way) const {
    const auto tightness = [&](std::size_t k) {
        int sum = 0;
        for (const std::size_t other : under_way)
            for (const std::size_t a : knots.all()[other].series)
                for (const std::size_t b : knots.all()[k].series) {
                    const auto found = tightness_.find(std::minmax(a, b));
                    if (found != tightness_.end()) sum += found->second;
                }
        return sum;
    };
    const auto end =
        left.begin() + static_cast<std::ptrdiff_t>(std::min(left.size(), looked_ahead));
    return std::min_element(left.begin(), end, [&](std::size_t a, std::size_t b) {
        return tightness(a) < tightness(b);
    });
}

// The rest stands still.
Solving::PartSolve Solving::part_within(const Knots& knots, const Knots::Numbers& some,
                                        const Assignment& solution) const {
    Part part = knots.part_within(some, solution, *wide_);
    const std::int64_t effort = effort_of(part.problem()) / within_share;
    Assignment known = part.of(solution);
    return {.part = std::move(part),
            .effort = effort,
            .role = Role::within_solution,
            .known = std::move(known)};
}

// What was found, with what has changed since it began. False: the two do not go together.
bool Solving::put_together(const Within& within) {
    const SolveResult& result = within.solve->result;
    if (!result.best || *result.best == within.solve->known) return true;
    Assignment values = *best_;
    within.solve->part.put_changes(*result.best, within.before, values);
    if (!problem_.holds(values) || problem_.cost(values) >= cost_) return false;
    take(std::move(values));
    return true;
}

void Solving::improve_within(const Knots& knots, const std::vector<Knots::Numbers>& groups) {
    const Assignment before = *best_;
    auto parts = solve_parts(groups.size(),
                             [&](std::size_t i) { return part_within(knots, groups[i], before); });
    for (std::optional<PartSolve>& one : parts)
        if (one)
            static_cast<void>(
                put_together({.before = before, .solve = std::move(one), .ticks = 0}));
}

KnotBound Solving::bound_of(const Untied& untied) const {
    KnotBound bound{problem_,     relaxation_,     untied_prices_,
                    untied.knots, engine_.store(), untied.clashes};
    for (std::size_t k = 0; k < bound.count(); ++k)
        bound.raise(k, untied.least[k]);
    return bound;
}

// Of the ways there are now, the one that pays most; what has never been tried only when the others
// gain much less than they did.
Solving::Way& Solving::way_further(bool can_widen, bool can_price) {
    std::vector<Way*> ways;
    if (rounded_at_ != improvements_) ways.push_back(&by_rounds_);
    if (can_widen) ways.push_back(&by_widening_);
    if (can_price) ways.push_back(&by_pricing_);
    Way* best = nullptr;
    for (Way* const way : ways) {
        if (way->spent == 0) return *way;
        if (best == nullptr || way->is_before(*best, ticks())) best = way;
    }
    if (best == nullptr) return by_tying_;
    if (by_tying_.spent == 0) return 2 * best->latest >= best->most ? *best : by_tying_;
    return best->is_before(by_tying_, ticks()) ? *best : by_tying_;
}

// Each knot once more, where the rest stands otherwise now; what is dear with what is around it; or
// what proves more: prices on clashes, more effort, ties.
void Solving::go_further() {
    KnotBound bound = bound_of(*untied_);
    const std::vector<Cost> excess = excess_of(bound);
    const std::vector<std::size_t> dear = dearest_to_widen(excess);
    const bool can_price = !is_priced_out_ && dearest_unproved(excess).empty();
    Way& way = way_further(!dear.empty(), can_price);
    // The first rounds gain much; that says nothing of the next.
    if (&way == &by_rounds_) by_rounds_ = Way{.most = by_rounds_.most};
    take_turn(way, [&] {
        if (&way == &by_rounds_)
            improve_by(untied_->knots, bound);
        else if (&way == &by_widening_)
            improve_widened(dear);
        else if (&way == &by_pricing_)
            price_clashes();
        else
            tie_further(bound, excess);
    });
}

}  // namespace rul::solver
