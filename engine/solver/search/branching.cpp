#include "engine/solver/search/branching.hpp"

#include "engine/solver/bounds/node_bound.hpp"

#include <algorithm>
#include <cstdlib>

namespace rul::solver {

namespace {

constexpr int rounds_a_climb = 15;
constexpr int most_climbs = 4;  // in one node, as long as each deletes a tenth of what is open
constexpr std::size_t trail_length = 30;  // rounds: two climbs

// A heap keeps the greatest on top: the node to enter next.
template <class Node>
bool is_later(const Node& a, const Node& b) {
    if (a.bound != b.bound) return a.bound > b.bound;
    return a.decisions.size() < b.decisions.size();
}

}  // namespace

Branching::Branching(const Problem& problem, const Relaxation& relaxation, Engine& engine,
                     const Prices& prices, Cost bound)
    : relaxation_{relaxation},
      engine_{engine},
      dual_{problem, relaxation},
      sums_{relaxation, problem.store().var_count()},
      choices_{problem, relaxation, engine},
      is_member_(problem.store().var_count(), false),
      weight_(problem.store().var_count(), 0) {
    auto cutting = std::make_unique<NodeBound>(problem, relaxation);
    cutting_ = cutting.get();
    dual_.keep_trail(trail_length);
    engine_.post(std::move(cutting));
    for (const SeriesPath& path : problem.paths())
        for (const Coordinate& member : path.members) {
            members_.push_back(member.var());
            is_member_[member.var().index] = true;
        }
    for (std::uint32_t x = 0; x < is_member_.size(); ++x)
        if (!is_member_[x]) others_.push_back({x});
    auto kept = std::make_shared<std::vector<Price>>();
    for (std::uint32_t r = 0; r < prices.size(); ++r)
        if (prices[r] > 0) kept->push_back({r, prices[r]});
    push({.decisions = {}, .prices = std::move(kept), .bound = bound});
}

Cost Branching::bound() const {
    Cost least = entered_ ? entered_->bound : infinite_cost;
    if (!open_.empty()) least = std::min(least, open_.front().bound);
    return least;
}

void Branching::push(Node node) {
    open_.push_back(std::move(node));
    std::push_heap(open_.begin(), open_.end(), is_later<Node>);
}

Branching::Node Branching::pop() {
    std::pop_heap(open_.begin(), open_.end(), is_later<Node>);
    Node node = std::move(open_.back());
    open_.pop_back();
    return node;
}

Prices Branching::all_prices(const std::vector<Price>& prices) const {
    Prices all(relaxation_.rows().size(), 0);
    for (const Price& price : prices)
        all[price.row] = price.price;
    return all;
}

// From the root down to the entered node. False: nothing is in it.
bool Branching::decide() {
    for (const Literal l : entered_->decisions) {
        if (engine_.store().is_true(l)) continue;
        if (engine_.store().is_false(l)) return false;
        engine_.store().decide(l);
        if (!engine_.propagate()) return false;
    }
    return true;
}

Branching::Entered Branching::enter(Cost limit, const std::function<bool()>& should_stop) {
    leave();
    ++nodes_;
    entered_ = pop();
    if (entered_->bound >= limit) {
        close();
        return Entered::closed;
    }
    if (!engine_.propagate() || !decide()) {
        note_gain(Entered::closed, limit);
        close();
        return Entered::closed;
    }
    dual_.start_from(all_prices(*entered_->prices));
    const Entered entered = bound_entered(limit, should_stop);
    note_gain(entered, limit);
    if (entered == Entered::stopped) push(*std::move(entered_));
    if (entered != Entered::open) {
        close();
        return entered;
    }
    auto kept = std::make_shared<std::vector<Price>>();
    const Prices& best = dual_.best_prices();
    for (std::uint32_t r = 0; r < best.size(); ++r)
        if (best[r] > 0) kept->push_back({r, best[r]});
    entered_->prices = std::move(kept);
    cut_ = cut(limit, should_stop);
    return Entered::open;
}

void Branching::leave() {
    engine_.backtrack_to(0);
    cutting_->disarm();
    if (entered_) push(*std::move(entered_));
    close();
}

std::int64_t Branching::work() const {
    return dual_.work() + cutting_->work() + sums_.work() + choices_.work();
}

// Climbs and deletes by turns, as long as that pays.
Branching::Entered Branching::bound_entered(Cost limit, const std::function<bool()>& should_stop) {
    open_values_ = count_open_values();
    for (int i = 0; i < most_climbs; ++i) {
        dual_.climb(engine_.store(), rounds_a_climb, limit, should_stop);
        if (dual_.best_bound() >= limit) return Entered::closed;
        if (should_stop()) return Entered::stopped;  // perhaps before the first round
        entered_->bound = std::max(entered_->bound, dual_.best_bound());
        cutting_->disarm();
        cutting_->arm(entered_->decisions, dual_.best_prices(), limit);
        engine_.wake(*cutting_);
        if (!engine_.propagate()) return Entered::closed;
        const std::int64_t before = open_values_;
        open_values_ = count_open_values();
        if (open_values_ * 10 > before * 9) break;
    }
    return Entered::open;
}

// What the last decision of the entered node was worth; once, although a node may be left open.
void Branching::note_gain(Entered entered, Cost limit) {
    if (entered == Entered::stopped || entered_->decisions.empty() || entered_->is_noted) return;
    entered_->is_noted = true;
    const Cost most = Choices::most_gain(entered_->above, limit);
    const Cost gain = entered == Entered::closed ? most : dual_.best_scaled() - entered_->above;
    choices_.note(entered_->decisions.back(), std::clamp<Cost>(gain, 0, most));
}

void Branching::set_limit(Cost limit) {
    cutting_->set_limit(limit);
}

std::int64_t Branching::count_open_values() const {
    std::int64_t sum = 0;
    for (const IntVar x : members_)
        sum += engine_.store().size(x) - 1;
    return sum;
}

std::optional<IntVar> Branching::widest(const std::vector<IntVar>& among) const {
    std::optional<IntVar> widest;
    Value most = 1;
    for (const IntVar x : among) {
        const Value size = engine_.store().size(x);
        if (size <= most) continue;
        most = size;
        widest = x;
    }
    return widest;
}

// By how much the rows are broken that each variable stands in, in the bound's own solution.
void Branching::weigh() {
    const Assignment& values = dual_.best_values();
    sums_.move_all(values);
    std::fill(weight_.begin(), weight_.end(), 0);
    for (std::uint32_t r = 0; r < relaxation_.rows().size(); ++r) {
        if (sums_.excess(r) <= 0) continue;
        for (const Term& term : relaxation_.rows()[r].terms) {
            const Value v = values[term.x.index];
            if (term.first <= v && v <= term.last) weight_[term.x.index] += sums_.excess(r);
        }
    }
}

// Where the bound's last solutions, taken together, lie between two values of x, that is the cut:
// on either side of it the bound must change its mind. It is worth more the more of them are on
// both sides, the farther apart they are, and the more rows they break.
Branching::Rated Branching::rated_cut(IntVar x) const {
    const std::vector<Assignment>& trail = dual_.trail();
    const auto count = static_cast<std::int64_t>(trail.size());
    std::int64_t sum = 0;
    for (const Assignment& values : trail)
        sum += values[x.index];
    const auto mean = static_cast<Value>(sum / count);
    std::int64_t low = 0;
    std::int64_t apart = 0;
    for (const Assignment& values : trail) {
        low += values[x.index] <= mean ? 1 : 0;
        apart += std::abs(count * values[x.index] - sum);
    }
    const auto sides = static_cast<double>(std::min(low, count - low));
    const double worth =
        sides * sides * static_cast<double>(apart) * static_cast<double>(weight_[x.index]);
    return {{x, mean}, worth};
}

std::optional<Cut> Branching::most_contested() {
    if (dual_.trail().empty()) return std::nullopt;
    weigh();
    Rated best;
    for (const IntVar x : members_) {
        if (engine_.store().is_fixed(x)) continue;
        const Rated rated = rated_cut(x);
        const bool splits =
            engine_.store().min(x) <= rated.cut.last && rated.cut.last < engine_.store().max(x);
        if (splits && rated.worth > best.worth) best = rated;
    }
    if (best.worth <= 0) return std::nullopt;
    return best.cut;
}

std::optional<Cut> Branching::cut(Cost limit, const std::function<bool()>& should_stop) {
    const Choices::Node here{dual_.best_prices(), dual_.best_scaled(), limit};
    if (const auto choice = choices_.best(here, should_stop)) return choice;
    if (const auto contested = most_contested()) return contested;
    auto x = widest(members_);
    if (!x) x = widest(others_);
    if (!x) return std::nullopt;
    const Store& s = engine_.store();
    Value last = s.min(*x);
    for (Value i = s.size(*x) / 2; i > 1; --i)
        last = s.next(*x, last + 1);
    return Cut{*x, last};
}

bool Branching::split() {
    if (!cut_) return false;
    for (const Literal l : {at_most(cut_->x, cut_->last), at_least(cut_->x, cut_->last + 1)}) {
        Node half = *entered_;
        half.decisions.push_back(l);
        half.above = dual_.best_scaled();
        half.is_noted = false;
        push(std::move(half));
    }
    close();
    return true;
}

}  // namespace rul::solver
