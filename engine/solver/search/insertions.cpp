#include "engine/solver/search/insertions.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace rul::solver {

namespace {

constexpr int probes = 100;    // steps that measure what a step costs, and take nothing dearer
constexpr int coolings = 180;  // by a sixteenth each: from that to nothing
constexpr int most_out = 3;
constexpr Value most_aid_values = 16;
constexpr int steps_unseen = 64;

// 1024 * -log2(number / 2^bits), about; in integers, so that it is the same everywhere.
// @pre 0 < number < 2^bits, 11 <= bits <= 32
Cost minus_log2(std::uint32_t number, int bits) {
    const auto width = static_cast<int>(std::bit_width(number));
    const auto aligned = static_cast<std::uint64_t>(number) << (bits - width);
    const auto fraction = aligned & ((std::uint64_t{1} << (bits - 1)) - 1);
    return Cost{1024} * (bits - width + 1) - static_cast<Cost>(fraction >> (bits - 11));
}

// 1024 times: -log2(-log2 u) for u evenly from 0 to 1.
std::vector<Cost> gumbel_noise() {
    constexpr int bits = 12;
    std::vector<Cost> noise;
    for (std::uint32_t i = 1; i < (1U << bits); i += 2) {
        const Cost logarithm = minus_log2(i, bits);  // 1024 times
        noise.push_back(minus_log2(static_cast<std::uint32_t>(logarithm), 24) - Cost{14} * 1024);
    }
    return noise;
}

}  // namespace

Insertions::Insertions(const Problem& problem, std::uint64_t seed)
    : problem_{problem}, random_{seed * 2 + 13}, is_idle_{!can_advise()}, noise_{gumbel_noise()} {
    if (is_idle_) return;
    std::vector<bool> pays(problem.store().var_count(), false);
    for (const auto& constraint : problem.constraints())
        for (const IntVar x : constraint->payers())
            pays[x.index] = true;
    for (std::uint32_t i = 0; i < pays.size(); ++i)
        if (!pays[i]) choices_.push_back({i});
    add_groups(pays);
    is_idle_ = groups_.empty();
}

void Insertions::add_groups(const std::vector<bool>& pays) {
    std::vector<Advisers> advisers(pays.size());
    for (const auto& constraint : problem_.constraints())
        for (const IntVar x : constraint->scope())
            advisers[x.index].push_back(constraint.get());
    group_of_.assign(pays.size(), no_group);
    std::vector<bool> is_no_aid = pays;
    for (const SeriesPath& path : problem_.paths())
        is_no_aid[path.members.front().var().index] = true;
    for (const SeriesPath& path : problem_.paths()) {
        const IntVar x = path.members.front().var();
        if (group_of_[x.index] != no_group) continue;
        const auto aid = aid_of(is_no_aid, advisers[x.index]);
        const bool is_alone = aid && group_of_[aid->index] == no_group;
        add_group(x, is_alone ? aid : std::nullopt, advisers);
    }
    for (const IntVar x : choices_)
        if (group_of_[x.index] == no_group) add_group(x, std::nullopt, advisers);
    couple_groups();
}

void Insertions::couple_groups() {
    coupled_.resize(groups_.size());
    for (const auto& constraint : problem_.constraints()) {
        std::vector<std::size_t> met;
        for (const IntVar x : constraint->scope())
            if (group_of_[x.index] != no_group) met.push_back(group_of_[x.index]);
        for (const std::size_t a : met)
            for (const std::size_t b : met)
                if (a != b) coupled_[a].push_back(b);
    }
}

void Insertions::add_group(IntVar x, std::optional<IntVar> aid,
                           const std::vector<Advisers>& advisers) {
    Group group{.x = x, .aid = aid, .alone = {}, .together = {}, .of_aid = {}};
    group_of_[x.index] = groups_.size();
    if (aid) group_of_[aid->index] = groups_.size();
    if (aid) group.of_aid = advisers[aid->index];
    for (const Propagator* const adviser : advisers[x.index]) {
        const bool is_both =
            std::find(group.of_aid.begin(), group.of_aid.end(), adviser) != group.of_aid.end();
        (is_both ? group.together : group.alone).push_back(adviser);
    }
    groups_.push_back(std::move(group));
}

// The variable of few values that most of `advisers` are about too, and more than one of them.
std::optional<IntVar> Insertions::aid_of(const std::vector<bool>& is_no_aid,
                                         const Advisers& advisers) const {
    const Store& s = problem_.store();
    std::vector<int> shared(is_no_aid.size(), 0);
    for (const Propagator* const adviser : advisers)
        for (const IntVar y : adviser->scope())
            ++shared[y.index];
    std::optional<IntVar> aid;
    for (std::uint32_t y = 0; y < shared.size(); ++y) {
        const bool is_small = s.initial_max({y}) - s.initial_min({y}) < most_aid_values;
        if (is_no_aid[y] || !is_small || shared[y] < 2) continue;
        if (!aid || shared[y] > shared[aid->index]) aid = IntVar{y};
    }
    return aid;
}

// Each payer has one constraint to pay for; nothing else is to be said than what is advised.
bool Insertions::can_advise() const {
    std::vector<int> owners(problem_.store().var_count(), 0);
    std::vector<int> constraints(problem_.store().var_count(), 0);
    for (const auto& constraint : problem_.constraints()) {
        if (!constraint->gives_advice()) return false;
        for (const IntVar x : constraint->payers())
            ++owners[x.index];
        for (const IntVar x : constraint->scope())
            ++constraints[x.index];
    }
    bool has_payers = false;
    for (std::size_t i = 0; i < owners.size(); ++i) {
        if (owners[i] > 0 && constraints[i] > 1) return false;
        has_payers = has_payers || owners[i] > 0;
    }
    const auto is_alone = [](const SeriesPath& path) {
        return path.members.size() == 1 && path.must_pass.empty();
    };
    return has_payers && problem_.clauses().empty()
           && std::all_of(problem_.paths().begin(), problem_.paths().end(), is_alone);
}

std::size_t Insertions::pick(std::size_t count) {
    return static_cast<std::size_t>(random_.between(0, static_cast<int>(count) - 1));
}

// ---- One step -----------------------------------------------------------------------------------

// One at random, and others that share a constraint with one of them.
void Insertions::pick_coupled() {
    out_.clear();
    out_.push_back({pick(groups_.size()), 0, 0});
    const int count = random_.between(1, most_out);
    for (int tries = 0; tries < 2 * most_out && static_cast<int>(out_.size()) < count; ++tries) {
        const auto& others = coupled_[out_[pick(out_.size())].group];
        if (others.empty()) continue;
        const std::size_t group = others[pick(others.size())];
        const bool is_out = std::any_of(out_.begin(), out_.end(), [group](const TakenOut& taken) {
            return taken.group == group;
        });
        if (!is_out) out_.push_back({group, 0, 0});
    }
}

void Insertions::add_advice(IntVar x, const Advisers& advisers, std::vector<Cost>& by_value) {
    for (const Propagator* const adviser : advisers)
        adviser->advise(problem_, given_, x, by_value);
    work_ += static_cast<std::int64_t>(by_value.size() + 16 * advisers.size());
}

// What each value of x costs by itself and beside what is given.
void Insertions::price_alone(IntVar x, const Advisers& advisers) {
    const Store& s = problem_.store();
    by_value_.assign(static_cast<std::size_t>(s.initial_max(x) - s.initial_min(x)) + 1, 0);
    if (problem_.has_costs(x)) by_value_ = problem_.costs()[x.index];
    add_advice(x, advisers, by_value_);
}

Cost Insertions::priced(IntVar x, Value value) const {
    return by_value_[static_cast<std::size_t>(value - problem_.store().initial_min(x))];
}

// The cheapest, after each was made cheaper by chance: hot, any value may win; cold, the cheapest.
// With that noise a value is drawn with the chance it has at this heat (the Gumbel trick).
Insertions::Drawn Insertions::draw(const Store& s, IntVar x) {
    Drawn best{infinite_cost, dear_advice, not_given};
    const Cost heat = heat_ / 1024;
    for (Value v = s.min(x); v <= s.max(x); v = s.next(x, v + 1)) {
        const Cost cost = priced(x, v);
        if (cost >= dear_advice) continue;
        const Cost noisy =
            heat == 0 ? cost : cost - heat * noise_[random_.next() % noise_.size()] / 1024;
        if (noisy < best.noisy) best = {noisy, cost, v};
    }
    return best;
}

Cost Insertions::insert(const Store& s, const Group& group) {
    price_alone(group.x, group.alone);
    const Drawn drawn = draw(s, group.x);
    given_[group.x.index] = drawn.value;
    return drawn.cost;
}

Cost Insertions::insert_with_aid(const Store& s, const Group& group) {
    const IntVar aid = *group.aid;
    price_alone(aid, group.of_aid);
    aid_costs_ = by_value_;
    price_alone(group.x, group.alone);
    alone_ = by_value_;
    Drawn best{infinite_cost, dear_advice, not_given};
    Value best_aid = not_given;
    for (Value v = s.min(aid); v <= s.max(aid); v = s.next(aid, v + 1)) {
        const Cost of_aid = aid_costs_[static_cast<std::size_t>(v - s.initial_min(aid))];
        if (of_aid >= dear_advice) continue;
        by_value_ = alone_;
        given_[aid.index] = v;
        add_advice(group.x, group.together, by_value_);
        const Drawn drawn = draw(s, group.x);
        if (drawn.value == not_given || drawn.noisy + of_aid >= best.noisy) continue;
        best = {drawn.noisy + of_aid, drawn.cost + of_aid, drawn.value};
        best_aid = v;
    }
    given_[aid.index] = best_aid;
    given_[group.x.index] = best.value;
    return best.cost;
}

Cost Insertions::take_out() {
    Cost saved = 0;
    for (TakenOut& taken : out_) {
        const Group& group = groups_[taken.group];
        taken.value = std::exchange(given_[group.x.index], not_given);
        price_alone(group.x, group.alone);
        add_advice(group.x, group.together, by_value_);
        saved += priced(group.x, taken.value);
        if (!group.aid) continue;
        taken.aid_value = std::exchange(given_[group.aid->index], not_given);
        price_alone(*group.aid, group.of_aid);
        saved += priced(*group.aid, taken.aid_value);
    }
    return saved;
}

// dear_advice: there is no place for one of them.
Cost Insertions::put_back(const Store& s) {
    Cost spent = 0;
    for (std::size_t left = out_.size(); left > 0; --left) {
        std::swap(out_[left - 1], out_[pick(left)]);
        const Group& group = groups_[out_[left - 1].group];
        const Cost cost = group.aid ? insert_with_aid(s, group) : insert(s, group);
        if (cost >= dear_advice) return dear_advice;
        spent += cost;
    }
    return spent;
}

void Insertions::undo() {
    for (const TakenOut& taken : out_) {
        const Group& group = groups_[taken.group];
        given_[group.x.index] = taken.value;
        if (group.aid) given_[group.aid->index] = taken.aid_value;
    }
}

// By how much this step may make it dearer: heat * -log2 of a random number from 0 to 1.
Cost Insertions::allowance() {
    const auto number = static_cast<std::uint32_t>(random_.next() >> 44U) | 1U;
    return heat_ / 1024 * minus_log2(number, 20) / 1024;
}

void Insertions::step(const Store& s) {
    pick_coupled();
    const Cost saved = take_out();
    const Cost spent = put_back(s);
    const Cost more = spent - saved;
    if (heat_ == 0 && spent < dear_advice && more > 0) {
        dearer_ += more;
        ++dearer_steps_;
    }
    if (spent >= dear_advice || (out_.size() > 1 && more > allowance())) {
        undo();
        return;
    }
    cost_ += more;
    if (cost_ >= best_cost_) return;
    best_cost_ = cost_;
    for (const IntVar x : choices_)
        best_[x.index] = given_[x.index];
}

void Insertions::run(const Store& s, const Assignment& values, Cost cost, int steps,
                     const std::function<bool()>& should_stop) {
    given_ = best_ = values;
    for (std::uint32_t i = 0; i < best_.size(); ++i)
        best_[i] = s.min({i});
    for (const IntVar x : choices_)
        best_[x.index] = values[x.index];
    cost_ = best_cost_ = cost;
    heat_ = dearer_ = 0;
    dearer_steps_ = 0;
    for (int i = 0; i < probes + steps; ++i) {
        if (i % steps_unseen == 0 && should_stop()) return;
        if (i == probes && dearer_steps_ > 0) heat_ = dearer_ / dearer_steps_ * 1024 + 1;
        if (i > probes && i % std::max(steps / coolings, 1) == 0) heat_ -= heat_ / 16;
        step(s);
    }
}

}  // namespace rul::solver
