#include "engine/solver/solving.hpp"

// What a solve does with priced sweeps.
namespace rul::solver {

namespace {

constexpr std::int64_t sweep_conflicts = 60;  // to make a solution of what the sweeps found
constexpr int first_patience = 300;           // passes without gain
constexpr int sweep_patience = 400;
constexpr int far_patience = 1000;
constexpr int part_hurry = 5;    // a part is soon solved by other means
constexpr int most_passes = 25;  // after a shake, until it is given up
constexpr int heat = 4;          // points
constexpr int shifts = 6;        // of ten shakes
constexpr int back_after = 200;  // passes without gain, to the best of a sweep that roams
constexpr std::int64_t nodes_between_sweeps = 10;
constexpr int node_patience = 40;  // passes without gain, in one node
constexpr int most_tries = 8;      // in a row, to make solutions of what the sweeps found

}  // namespace

// From the best known, or from what the parts would do by themselves, by turns; what knots would do
// by themselves has been tried.
void Solving::begin_sweeps(const Assignment* from) {
    if (from != nullptr) return sweeps_.start(*from);
    const bool from_prices = is_priced() && !untied_ && ++starts_ % 2 == 1;
    if (best_ && !from_prices) return sweeps_.start(*best_);
    if (exact_->scaled_bound(engine_.store()) >= infinite_cost) return nothing_is_left();
    Assignment values;
    if (is_priced())
        values = dual_.best_values();
    else
        exact_->least_values(engine_.store(), values);
    sweeps_.start(values);
}

// True: the search made a better solution of what the sweeps stand at.
bool Solving::try_swept() {
    search_.set_phase(sweeps_.values());
    const bool rests = priced_ != nullptr && priced_->is_at_rest();
    if (priced_ != nullptr) priced_->rest(true);
    bool is_better = false;
    while (sweeps_.cost() < cost_ && !is_over()
           && look(sweep_conflicts, members_) == Search::Outcome::solution)
        is_better = true;
    if (priced_ != nullptr) priced_->rest(rests);
    engine_.backtrack_to(0);
    if (!is_exhausted_ && !engine_.propagate()) nothing_is_left();
    return is_better;
}

// What the sweeps stand at, and break nothing with, is taken note of; better than the best, it is
// made a solution.
void Solving::note_swept(SweptSoFar& so_far) {
    const Cost swept = sweeps_.cost();
    if (swept < so_far.least) {
        so_far.least = swept;
        so_far.idle = 0;
    }
    if (swept < so_far.kept_cost) {
        so_far.kept_cost = swept;
        so_far.kept = sweeps_.values();
    }
    if (swept >= cost_ || so_far.tries >= most_tries) return;
    so_far.tries = try_swept() ? 0 : so_far.tries + 1;
}

// Passes without gain; a part is soon solved by other means.
int Solving::patience_now() const {
    if (untied_ && members_.size() > most_swept) return knot_patience;
    const int whole = !is_priced() ? first_patience : is_far() ? far_patience : sweep_patience;
    return role_ == Role::whole ? whole : whole / part_hurry;
}

// Passes of priced sweeps as long as they find something better than before. Near the bound they
// roam: what is left to gain takes many steps through what is dearer.
void Solving::sweep(const Assignment* from, int patience) {
    engine_.backtrack_to(0);
    if (!engine_.propagate()) return nothing_is_left();
    begin_sweeps(from);
    if (!sweeps_.has_parts()) return;
    if (patience == 0) patience = patience_now();
    SweptSoFar so_far;
    so_far.roams = is_priced() && !is_far();
    if (!sweep_over(*wide_, so_far, patience)) nothing_is_left();
}

// Beside the first climb: once there is a solution, as long as that takes.
bool Solving::is_long_enough_beside() const {
    return is_climbing_ && best_ && (sweeps_.work() - swept_before_) / 1000 >= climb_ticks_;
}

// False: some domain is empty.
bool Solving::sweep_over(const Store& s, SweptSoFar& so_far, int patience) {
    for (; so_far.idle < patience && !is_over() && !is_long_enough_beside(); ++so_far.idle) {
        ++passes_;
        if (so_far.roams && so_far.idle % back_after == back_after - 1 && !so_far.kept.empty())
            sweeps_.start(so_far.kept);
        if (!sweeps_.pass(s)) return false;
        ++so_far.since_shaken;
        if (!is_settled(so_far)) continue;
        if (!sweeps_.shake(s, so_far.roams ? 0 : shifts)) return false;
        so_far.since_shaken = 0;
    }
    return true;
}

// In the entered node only those values are left that could be in a better solution, and what its
// bound wants is near one.
void Solving::sweep_node() {
    if (!sweeps_.has_parts() || !advice_.is_idle() || tree_->nodes() % nodes_between_sweeps != 0)
        return;
    const Store here = engine_.store();  // a try goes back to the root
    const Cost before = cost_;
    sweeps_.start(tree_->values());
    SweptSoFar so_far;
    if (!sweep_over(here, so_far, node_patience)) return;  // the engine sees to that
    if (cost_ < before) tree_->set_limit(cost_);
}

// Whether the sweeps are done with the last shake; then they stand where to go on from.
bool Solving::is_settled(SweptSoFar& so_far) {
    const bool is_long_ago = so_far.since_shaken >= most_passes;
    if (sweeps_.broken() > 0) {
        if (so_far.roams || !is_long_ago || so_far.kept.empty()) return false;
        sweeps_.restore(so_far.kept);
        return true;
    }
    note_swept(so_far);
    if (so_far.roams) return true;
    if (sweeps_.moved() > 0 && !is_long_ago) return false;
    keep_or_go_back(so_far);
    return true;
}

// From what is a little dearer one may come to what is cheaper.
void Solving::keep_or_go_back(SweptSoFar& so_far) {
    const Cost now = sweeps_.cost();
    if (now <= so_far.kept_cost + sweeps_.chance(heat) * problem_.unit()) {
        so_far.kept = sweeps_.values();
        so_far.kept_cost = now;
    } else {
        sweeps_.restore(so_far.kept);
    }
}

}  // namespace rul::solver
