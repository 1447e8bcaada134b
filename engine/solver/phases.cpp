#include "base/parallel.hpp"
#include "engine/solver/bounds/relaxation_of.hpp"
#include "engine/solver/solving.hpp"

#include <algorithm>
#include <limits>
#include <memory>

// What a solve does, phase by phase.
namespace rul::solver {

namespace {

constexpr int first_climb = 300;   // rounds of dual ascent before anything is searched
constexpr int climb_beside = 600;  // beside the first sweep
constexpr int second_climb = 50;   // after that
constexpr int later_climb = 100;   // and between neighbourhoods
constexpr std::int64_t first_dive = 200;
constexpr std::int64_t neighbourhood_conflicts = 150;
constexpr std::int64_t advised_conflicts = 10;  // advice is good or not at all: many short tries
constexpr std::int64_t first_proof = 500;
constexpr std::int64_t inserted_conflicts = 60;  // to make a solution of what was inserted
constexpr std::size_t many_members = 60;
constexpr int far_tries = 12;  // neighbourhoods without gain
constexpr int most_tries = std::numeric_limits<int>::max();
constexpr int first_insertions = 40'000;
constexpr int most_insertions = 10'000'000;
constexpr std::size_t most_for_tree = 250;  // members, as long as there are knots to tie
constexpr std::int64_t first_nodes = 100;
constexpr Cost slow_branching = 50;      // a turn that closes less of what is open: improve
constexpr std::int64_t few_values = 60;  // of the members of series, beside one each
constexpr std::int64_t finish_conflicts = 200;
constexpr std::int64_t patience_of_ways = 8;  // times as long as one took, then it is its turn
constexpr Cost near = 20;                     // a gap of a twentieth is small

}  // namespace

// In this order: something at once, the bound, and then by turns what finds and what proves.
SolveResult Solving::run() {
    if (!set_up()) {
        is_exhausted_ = true;
        return result();
    }
    if (known_) take(*std::move(known_));
    if (limits_.any) return run_to_any();
    const bool sweeps = sweeps_first();
    if (sweeps && members_.size() >= many_members)
        sweep_and_climb();
    else if (sweeps)
        sweep();
    if (!is_over()) price(dual_.rounds() == 0 ? first_climb : second_climb);
    if (!best_ && sweeps && !is_over()) sweep();
    if (!best_ && !is_over()) find_first();
    while (best_ && !is_over())
        take_turns();
    return result();
}

bool Solving::is_far() const {
    return cost_ - bound_ > cost_ / near;  // no product: without a solution cost_ may be infinite
}

void Solving::Way::note(Cost gained, std::int64_t before, std::int64_t now) {
    latest = gained;
    most = std::max(most, gained);
    gain = gain / 2 + gained;
    spent = spent / 2 + std::max<std::int64_t>(now - before, 1);
    last = now;
}

// Either way in turn: the one that closed more of the gap for what it took, and now and then the
// other.
bool Solving::Way::is_before(const Way& other, std::int64_t now) const {
    if (now - last > patience_of_ways * spent) return true;
    if (now - other.last > patience_of_ways * other.spent) return false;
    return gain * other.spent >= other.gain * spent;
}

bool Solving::is_turn_of_knots() const {
    if (!may_untie()) return false;
    if (by_knots_.spent == 0) return is_far();
    if (as_a_whole_.spent == 0) return by_knots_.latest > 0 || rounded_at_ != improvements_;
    return by_knots_.is_before(as_a_whole_, ticks());
}

void Solving::take_turns() {
    const bool by_knots = is_turn_of_knots();
    take_turn(by_knots ? by_knots_ : as_a_whole_, [&] { by_knots ? untie() : search_all(); });
}

void Solving::take_turn(Way& way, const std::function<void()>& go) const {
    const Cost gap = cost_ - bound_;
    const std::int64_t before = ticks();
    go();
    way.note(gap - (cost_ - bound_), before, ticks());
}

// What finds; the slower ways only when the quicker ones gain nothing more.
void Solving::find_better() {
    const Cost cost = cost_;
    if (!insertions_.is_idle() && !is_over()) insert();
    if (!insertions_.is_idle() && !is_over()) improve();
    if (sweeps_first() && !is_over()) go_round();
    if (cost_ < cost || is_over()) return;
    if (sweeps_first()) sweep();
    if (cost_ < cost || is_over()) return;
    // Far from each other, a better solution is nearer than a proof.
    if (!lever_ && insertions_.is_idle() && is_far()) improve();
}

// Where the bound is wanted, it has as much time as what finds.
bool Solving::is_turn_to_prove() const {
    return role_ == Role::under_prices && !problem_.paths().empty() && proving_ < finding_;
}

// Then what proves.
void Solving::search_all() {
    const Cost cost = cost_;
    climb(later_climb);
    if (is_over()) return;
    if (!is_turn_to_prove()) {
        const std::int64_t start = ticks();
        find_better();
        finding_ += ticks() - start;
        if (cost_ < cost || is_over()) return;
    }
    // A tree over the whole must close at once what knots close one by one.
    if (may_untie() && (is_far() || members_.size() > most_for_tree)) return;
    const Cost worth = (cost_ - bound_) / slow_branching;
    const Cost bound = bound_;
    const std::int64_t before = ticks();
    branch();
    proving_ += ticks() - before;
    if (cost_ < cost || bound_ > bound + worth || is_over()) return;
    if (lever_) return search_lever();
    improve(tree_ ? ticks() - before : no_limit);
    if (!is_over()) prove();
}

// Whether there is a solution: most often a short search says no, or the sweeps say yes.
SolveResult Solving::run_to_any() {
    price(1);
    if (!is_over()) static_cast<void>(look(first_dive, {}));
    if (!best_ && !lever_ && !is_over()) sweep();
    if (!best_ && !is_over()) find_first();
    return result();
}

// Both at once, each with half the effort: prices can do without a solution for long.
void Solving::sweep_and_climb() {
    engine_.backtrack_to(0);
    if (!engine_.propagate()) return nothing_is_left();
    const Store root = engine_.store();
    const auto should_end = [this] {
        return is_stopped_from_outside()
               || (limits_.effort > 0 && 2 * dual_.ticks() > limits_.effort);
    };
    dual_.climb(root, 1, infinite_cost, should_end);
    climb_ticks_ = dual_.ticks() * climb_beside;
    swept_before_ = sweeps_.work();
    is_climbing_ = true;
    base::do_in_parallel(2, threads_, [&](std::size_t i) {
        i == 0 ? sweep() : dual_.climb(root, climb_beside, infinite_cost, should_end);
    });
    is_climbing_ = false;
    if (is_exhausted_) return;
    if (dual_.best_bound() >= cost_) return nothing_is_left();
    raise_bound(dual_.best_bound());
}

// The first climb, and the bound it leaves in the search.
void Solving::price(int rounds) {
    engine_.backtrack_to(0);
    if (!engine_.propagate()) return nothing_is_left();
    dual_.climb(engine_.store(), rounds, cost_, [this] { return should_stop(); });
    auto priced = std::make_unique<PricedBound>(problem_, relaxation_, dual_.best_prices());
    priced_ = priced.get();
    priced_->delete_in_search(true);
    priced_->set_limit(cost_);
    engine_.post(std::move(priced));
    if (dual_.best_bound() >= cost_) return nothing_is_left();
    raise_bound(dual_.best_bound());
    if (!best_) search_.set_phase(dual_.best_values());
}

// A little more of the bound, at the root; what cannot beat the best found is deleted.
void Solving::climb(int rounds) {
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

Search::Outcome Solving::look(std::int64_t conflicts, const std::vector<IntVar>& frozen,
                              bool is_swept) {
    engine_.backtrack_to(0);
    if (!cut()) {
        nothing_is_left();
        return Search::Outcome::exhausted;
    }
    engine_.wake(*exact_);
    if (priced_ != nullptr) engine_.wake(*priced_);
    // What is free tries first what its own shortest path says, given the rest: a priced sweep, in
    // turn with prices and without.
    const auto guide = [this](const Store& s, Assignment& phase) {
        PricedBound& bound = ++looks_ % 2 == 0 ? *exact_ : *priced_;
        if (bound.scaled_bound(s) >= infinite_cost) return;
        bound.least_values(s, least_);
        for (const IntVar x : members_)
            phase[x.index] = least_[x.index];
    };
    if (is_swept || !best_)
        search_.ask([this](const Store& s, IntVar x) { return advice_.value_for(s, x); });
    else
        search_.ask({});
    const Search::Outcome outcome = search_.run(
        conflicts, frozen, [this] { return should_stop(); },
        is_swept && best_ && advice_.is_idle() ? guide : Search::Guide{});
    if (outcome == Search::Outcome::solution) take(search_.values());
    if (outcome == Search::Outcome::exhausted) nothing_is_left();
    return outcome;
}

void Solving::find_first() {
    for (std::int64_t i = 1; !best_ && !is_exhausted_ && !should_stop(); ++i) {
        static_cast<void>(look(first_dive * i, {}));
        if (!best_ && !is_exhausted_ && i <= 5) climb(later_climb);
    }
}

// Part of the best solution stays, the rest is searched: as long as that pays.
void Solving::improve(std::int64_t most) {
    const std::int64_t start = ticks();
    int without_gain = 0;
    const auto count = static_cast<int>(neighbourhoods_.count());
    const int patience = lever_                   ? most_tries
                         : !insertions_.is_idle() ? count
                         : is_far()               ? far_tries
                                                  : 3 * count;
    // Short tries are soon over: a climb after every eighth would take most of the time.
    const int between_climbs = advice_.is_idle() && !is_far() ? 8 : 100;
    const std::int64_t conflicts = advice_.is_idle() ? neighbourhood_conflicts : advised_conflicts;
    while (without_gain < patience && ticks() - start < most && !is_over()) {
        engine_.backtrack_to(0);  // fixed is what the root has fixed
        const std::vector<IntVar> frozen = neighbourhoods_.frozen(*best_, engine_.store());
        const Cost before = cost_;
        search_.set_phase(*best_);
        while (look(conflicts, frozen, true) == Search::Outcome::solution && !is_proved()) {
        }
        const bool gained = cost_ < before;
        neighbourhoods_.reward(gained);
        without_gain = gained ? 0 : without_gain + 1;
        if (without_gain % between_climbs == between_climbs - 1) climb(later_climb);
    }
}

// From the best on without propagation; what is cheaper is made a solution.
void Solving::insert() {
    engine_.backtrack_to(0);
    if (!engine_.propagate()) return nothing_is_left();
    insertion_steps_ = std::clamp(insertion_steps_ * 2, first_insertions, most_insertions);
    insertions_.run(engine_.store(), *best_, cost_, insertion_steps_,
                    [this] { return should_stop(); });
    if (insertions_.best_cost() >= cost_ || is_exhausted_) return;
    search_.set_phase(insertions_.best());
    must_finish_ = true;
    static_cast<void>(look(inserted_conflicts, insertions_.choices()));
    must_finish_ = false;
}

void Solving::plant_tree() {
    full_.emplace(full_relaxation_of(problem_));
    Prices prices = dual_.best_prices();
    prices.resize(full_->rows().size(), 0);
    tree_.emplace(problem_, *full_, engine_, prices, bound_);
}

// Enters nodes of the tree: all of them, or until the time has come to look for something better.
void Solving::branch() {
    if (problem_.paths().empty()) return;
    engine_.backtrack_to(0);
    if (!tree_) plant_tree();
    priced_->rest(true);
    nodes_allowed_ = std::max(first_nodes, nodes_allowed_ * 2);
    for (std::int64_t i = 0; i < nodes_allowed_ && !is_over(); ++i) {
        if (tree_->is_done()) {
            nothing_is_left();
            break;
        }
        const auto entered = tree_->enter(cost_, [this] { return should_stop(); });
        if (entered == Branching::Entered::open) sweep_node();
        // All fixed, and yet not finished: the search that proves goes on.
        if (entered == Branching::Entered::open && !finish() && !tree_->split()) break;
        raise_bound(tree_->bound());
    }
    tree_->leave();
    priced_->rest(false);
}

// What is left of the entered node is little: the learning search does it. False: it could not.
bool Solving::finish() {
    if (tree_->open_values() > few_values) return false;
    search_.assume(tree_->decisions());
    search_.set_phase(tree_->values());
    Search::Outcome outcome = Search::Outcome::solution;
    while (outcome == Search::Outcome::solution && !is_over()) {
        outcome = look(finish_conflicts, {});
        tree_->set_limit(cost_);
    }
    search_.assume({});
    if (outcome != Search::Outcome::refuted) return is_exhausted_;
    tree_->close();
    return true;
}

void Solving::prove() {
    proof_conflicts_ = std::max(first_proof, proof_conflicts_ * 3 / 2);
    const Cost before = cost_;
    while (!is_proved() && !is_exhausted_ && !should_stop())
        if (look(proof_conflicts_, {}) != Search::Outcome::solution) break;
    if (cost_ < before) proof_conflicts_ = first_proof;
}

// After a new best: at the root, what is too dear by itself. Of series the climb deletes more.
bool Solving::cut() {
    if (!problem_.paths().empty() || cut_at_ == cost_) return true;
    cut_at_ = cost_;
    return exact_->delete_dear_values(engine_.store(), deleted_);
}

// Looks where the lever is `most` or less. False: found nothing, and cannot say that nothing is
// there.
bool Solving::press(Value most) {
    search_.assume({at_most(*lever_, most)});
    search_.set_phase(*best_);
    const Search::Outcome outcome = look(squeeze_conflicts_, {});
    search_.assume({});
    if (outcome == Search::Outcome::refuted) raise_bound(exact_->bound(engine_.store()));
    return outcome != Search::Outcome::limit;
}

// One variable is all that costs: presses it below the best by a part of what lies between that and
// the bound; found or refuted, either side comes nearer. The part is halved while it is too hard,
// until nothing is left to press, and doubled when it was easy.
void Solving::squeeze() {
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

// From both sides, and then for as long from the best.
void Solving::search_lever() {
    const std::int64_t before = ticks();
    squeeze();
    search_.set_phase({});  // what refutes lies elsewhere than what was found
    if (!is_over()) prove();
    if (!is_over() && !neighbourhoods_.is_idle()) improve(ticks() - before);
}

}  // namespace rul::solver
