#include "engine/solver/neighbourhoods/neighbourhoods.hpp"

#include <algorithm>

namespace rul::solver {

namespace {

constexpr int first_weight = 10;
constexpr int least_weight = 2;
constexpr int most_weight = 40;

}  // namespace

Neighbourhoods::Neighbourhoods(const Problem& problem, std::uint64_t seed)
    : problem_{problem}, random_{seed * 2 + 1} {}

void Neighbourhoods::begin() {
    if (surroundings_) return;
    surroundings_.emplace(problem_);
    for (const NeighbourhoodOf make :
         {one_series, coupled_series, chain, window, group, conflict, orders})
        if (auto kind = make(*surroundings_)) kinds_.push_back({std::move(kind), first_weight});
    for (const SeriesPath& path : problem_.paths())
        for (const Coordinate& member : path.members)
            may_freeze_.push_back(member.var());
    if (may_freeze_.empty()) may_freeze_ = problem_.decided_first();
}

Neighbourhoods::Kind& Neighbourhoods::choose() {
    int sum = 0;
    for (const Kind& kind : kinds_)
        sum += kind.weight;
    int at = random_.between(0, sum - 1);
    last_ = 0;
    while (at >= kinds_[last_].weight)
        at -= kinds_[last_++].weight;
    return kinds_[last_];
}

bool Neighbourhoods::is_idle() {
    begin();
    return kinds_.empty();
}

std::vector<IntVar> Neighbourhoods::frozen(const Assignment& best, const Store& s) {
    begin();
    ++tries_;
    if (kinds_.empty()) return {};
    std::vector<bool> is_free(s.var_count(), false);
    choose().of->free(best, random_, is_free);
    std::vector<IntVar> frozen;
    for (const IntVar x : may_freeze_)
        if (!is_free[x.index] && !s.is_fixed(x)) frozen.push_back(x);
    return frozen;
}

void Neighbourhoods::reward(bool gained) {
    if (kinds_.empty()) return;
    int& weight = kinds_[last_].weight;
    weight = gained ? std::min(weight + 4, most_weight) : std::max(weight - 1, least_weight);
}

}  // namespace rul::solver
