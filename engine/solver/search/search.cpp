#include "engine/solver/search/search.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <utility>

namespace rul::solver {

namespace {

constexpr double decay = 0.95;
constexpr double largest_activity = 1e100;
constexpr std::int64_t restart_unit = 100;

}  // namespace

std::int64_t luby(std::int64_t i) {
    std::int64_t power = 1;
    while (power - 1 < i)
        power *= 2;
    // now power / 2 - 1 < i <= power - 1
    return i == power - 1 ? power / 2 : luby(i - power / 2 + 1);
}

Search::Search(Engine& engine, const std::vector<IntVar>& first,
               const std::vector<IntVar>& contested, std::uint64_t seed)
    : engine_{engine}, random_{seed} {
    const std::size_t count = engine.store().var_count();
    activity_.assign(count, 0.0);
    for (const IntVar x : first)
        activity_[x.index] = 1.0 + static_cast<double>(random_.between(0, 999)) * 1e-4;
    is_contested_.assign(count, contested.empty());
    for (const IntVar x : contested)
        is_contested_[x.index] = true;
    is_price_.assign(count, false);
    place_.assign(count, -1);
    for (std::uint32_t var = 0; var < count; ++var)
        if (!engine.store().is_fixed({var})) insert(var);
}

void Search::decide_last(const std::vector<IntVar>& prices) {
    for (const IntVar x : prices) {
        is_price_[x.index] = true;
        is_contested_[x.index] = false;
        activity_[x.index] = -1.0;
        if (place_[x.index] >= 0) sift_down(static_cast<std::size_t>(place_[x.index]));
    }
}

// ---- The heap of open variables, by activity
// -----------------------------------------------------

bool Search::is_before(std::uint32_t a, std::uint32_t b) const {
    return activity_[a] > activity_[b] || (activity_[a] == activity_[b] && a < b);
}

void Search::sift_up(std::size_t i) {
    const std::uint32_t var = heap_[i];
    while (i > 0 && is_before(var, heap_[(i - 1) / 2])) {
        heap_[i] = heap_[(i - 1) / 2];
        place_[heap_[i]] = static_cast<std::int32_t>(i);
        i = (i - 1) / 2;
    }
    heap_[i] = var;
    place_[var] = static_cast<std::int32_t>(i);
}

void Search::sift_down(std::size_t i) {
    const std::uint32_t var = heap_[i];
    for (;;) {
        std::size_t child = 2 * i + 1;
        if (child >= heap_.size()) break;
        if (child + 1 < heap_.size() && is_before(heap_[child + 1], heap_[child])) ++child;
        if (!is_before(heap_[child], var)) break;
        heap_[i] = heap_[child];
        place_[heap_[i]] = static_cast<std::int32_t>(i);
        i = child;
    }
    heap_[i] = var;
    place_[var] = static_cast<std::int32_t>(i);
}

void Search::insert(std::uint32_t var) {
    if (place_[var] >= 0) return;
    heap_.push_back(var);
    sift_up(heap_.size() - 1);
}

std::uint32_t Search::pop() {
    const std::uint32_t var = heap_.front();
    place_[var] = -1;
    const std::uint32_t last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) {
        heap_.front() = last;
        sift_down(0);
    }
    popped_.push_back(var);
    return var;
}

// Backtracking has opened variables again: those taken off the heap because they were fixed. What
// is fixed at the root stays so.
void Search::refill() {
    const bool is_root = engine_.store().level() == 0;
    const auto is_done_with = [&](std::uint32_t var) {
        if (engine_.store().is_fixed({var})) return is_root;
        insert(var);
        return true;
    };
    std::erase_if(popped_, is_done_with);
}

void Search::bump_met() {
    for (const std::uint32_t var : engine_.met()) {
        if (!is_contested_[var]) continue;
        activity_[var] += bump_;
        if (place_[var] >= 0) sift_up(static_cast<std::size_t>(place_[var]));
    }
    bump_ /= decay;
    if (bump_ < largest_activity) return;
    for (double& activity : activity_)
        activity /= largest_activity;
    bump_ /= largest_activity;
}

// ---- Deciding -----------------------------------------------------------------------------------

Value Search::target(IntVar x) const {
    const Store& s = engine_.store();
    if (is_price_[x.index]) return s.min(x);
    const Value wanted = x.index < phase_.size() ? phase_[x.index] : s.min(x);
    if (s.contains(x, wanted)) return wanted;
    const Value above = s.next(x, wanted);
    const Value below = s.previous(x, wanted);
    if (above > s.max(x)) return below;
    if (below < s.min(x)) return above;
    return above - wanted < wanted - below ? above : below;
}

Literal Search::choice(IntVar x) const {
    const auto advised = chooser_ ? chooser_(engine_.store(), x) : std::nullopt;
    const Value wanted = advised.value_or(target(x));
    return wanted < engine_.store().max(x) ? at_most(x, wanted) : at_least(x, wanted);
}

// Decides all frozen variables that still can have their phase value, and only then propagates:
// most of what each would set off alone, the next ones would set off again.
bool Search::freeze(const std::vector<IntVar>& frozen) {
    Store& s = engine_.store();
    bool has_decided = false;
    for (; next_frozen_ < frozen.size(); ++next_frozen_) {
        const IntVar x = frozen[next_frozen_];
        const Value wanted = phase_[x.index];
        if (!s.contains(x, wanted)) continue;
        if (wanted < s.max(x)) s.decide(at_most(x, wanted));
        if (s.min(x) < wanted) s.decide(at_least(x, wanted));
        has_decided = true;
    }
    return has_decided;
}

bool Search::is_refuted() const {
    return std::any_of(assumed_.begin(), assumed_.end(),
                       [this](Literal l) { return engine_.store().is_false(l); });
}

// What is assumed is decided before all else, so that it is false only where the rest of it and the
// root say so.
bool Search::decide_assumption() {
    for (const Literal l : assumed_) {
        if (engine_.store().is_true(l)) continue;
        engine_.store().decide(l);
        return true;
    }
    return false;
}

std::optional<IntVar> Search::next_var() {
    while (!heap_.empty()) {
        const IntVar x{heap_.front()};
        if (!engine_.store().is_fixed(x)) return x;
        static_cast<void>(pop());
    }
    return std::nullopt;
}

// False: all variables are fixed.
bool Search::decide_next() {
    const auto x = next_var();
    if (!x) return false;
    ++decisions_;
    engine_.store().decide(choice(*x));
    return true;
}

bool Search::must_end(std::int64_t& conflicts_allowed, Outcome& outcome) {
    // Beside what is given nothing may be left: that says nothing of all else.
    const auto nothing = engine_.given_level() > 0 ? Outcome::limit : Outcome::exhausted;
    outcome = nothing;
    if (!learn()) return true;
    outcome = Outcome::limit;
    if (--conflicts_allowed <= 0) return true;
    outcome = nothing;
    return --until_restart_ <= 0 && !restart();
}

// False: nothing is left.
bool Search::learn() {
    if (!engine_.resolve_conflict()) return false;
    bump_met();
    refill();
    next_frozen_ = 0;
    return true;
}

// False: nothing is left.
bool Search::restart() {
    ++restarts_;
    engine_.backtrack_to(engine_.given_level());
    if (!engine_.propagate()) return false;
    if (engine_.given_level() == 0 && engine_.learned_count() > learned_allowed_) {
        engine_.forget_clauses();
        learned_allowed_ = std::max(learned_allowed_, engine_.learned_count() * 3 / 2);
    }
    until_restart_ = restart_unit * luby(++luby_index_);
    refill();
    return true;
}

void Search::be_guided(const Guide& guide) {
    guide(engine_.store(), phase_);
    if (assumed_.empty()) engine_.take_as_given();
}

Search::Outcome Search::run(std::int64_t conflicts_allowed, const std::vector<IntVar>& frozen,
                            const std::function<bool()>& should_stop, const Guide& guide) {
    bool is_guided = !guide;
    Outcome outcome = Outcome::limit;
    until_restart_ = restart_unit * luby(++luby_index_);
    engine_.backtrack_to(0);
    next_frozen_ = 0;
    refill();
    for (;;) {
        if (!engine_.propagate()) {
            if (must_end(conflicts_allowed, outcome)) return outcome;
            // In a large problem one conflict can take long, and many come in a row.
            if (should_stop()) return Outcome::limit;
            continue;
        }
        if (should_stop()) return Outcome::limit;
        if (is_refuted()) return Outcome::refuted;
        if (decide_assumption() || freeze(frozen)) continue;
        if (!is_guided) be_guided(guide);
        is_guided = true;
        if (!decide_next()) return Outcome::solution;
    }
}

Assignment Search::values() const {
    const Store& s = engine_.store();
    Assignment values(s.var_count());
    for (std::uint32_t i = 0; i < values.size(); ++i)
        values[i] = s.min({i});
    return values;
}

}  // namespace rul::solver
