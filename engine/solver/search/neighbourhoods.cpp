#include "engine/solver/search/neighbourhoods.hpp"

#include <algorithm>
#include <limits>

namespace rul::solver {

namespace {

constexpr int least_weight = 2;
constexpr int most_weight = 40;
constexpr std::size_t no_series = std::numeric_limits<std::size_t>::max();

}  // namespace

Neighbourhoods::Neighbourhoods(const Problem& problem, std::uint64_t seed)
    : problem_{problem},
      random_{seed * 2 + 1},
      coupled_(problem.paths().size()),
      weight_(kinds, 10) {
    std::vector<std::size_t> series_of(problem.store().var_count(), no_series);
    for (std::size_t i = 0; i < problem.paths().size(); ++i)
        for (const Coordinate& member : problem.paths()[i].members)
            series_of[member.var().index] = i;
    for (const auto& constraint : problem.constraints()) {
        std::vector<std::size_t> met;
        for (const IntVar x : constraint->scope())
            if (series_of[x.index] != no_series) met.push_back(series_of[x.index]);
        std::sort(met.begin(), met.end());
        met.erase(std::unique(met.begin(), met.end()), met.end());
        for (const std::size_t a : met)
            for (const std::size_t b : met)
                if (a != b) coupled_[a].push_back(b);
    }
    for (auto& others : coupled_) {
        std::sort(others.begin(), others.end());
        others.erase(std::unique(others.begin(), others.end()), others.end());
    }
}

std::size_t Neighbourhoods::pick(std::size_t count) {
    return static_cast<std::size_t>(random_.between(0, static_cast<int>(count) - 1));
}

void Neighbourhoods::free_series(std::size_t path, std::vector<bool>& is_free) const {
    for (const Coordinate& member : problem_.paths()[path].members)
        is_free[member.var().index] = true;
}

void Neighbourhoods::free_window(const Assignment& best, std::vector<bool>& is_free) {
    // Days are coordinates of series; all series of a problem count them alike.
    Value last = 0;
    for (const SeriesPath& path : problem_.paths())
        for (const Coordinate& member : path.members)
            last = std::max(last, member.of(member.count() - 1));
    const Value width = std::max<Value>(last / random_.between(3, 8), 1);
    const Value from = random_.between(-width / 2, last - width / 2);
    for (const SeriesPath& path : problem_.paths())
        for (const Coordinate& member : path.members) {
            const Value value = best[member.var().index];
            const bool is_inside = member.is_held_at(value) && from <= member.of(value)
                                   && member.of(value) <= from + width;
            if (is_inside || !member.is_held_at(value)) is_free[member.var().index] = true;
        }
}

std::vector<IntVar> Neighbourhoods::frozen(const Assignment& best, const Store& s) {
    ++tries_;
    int sum = 0;
    for (const int weight : weight_)
        sum += weight;
    int at = random_.between(0, sum - 1);
    last_ = 0;
    while (at >= weight_[last_])
        at -= weight_[last_++];

    std::vector<bool> is_free(s.var_count(), false);
    const std::size_t count = problem_.paths().size();
    if (count == 0) return {};
    if (last_ == window) {
        free_window(best, is_free);
    } else {
        const std::size_t first = turn_++ % count;
        free_series(first, is_free);
        if (last_ == two_series && !coupled_[first].empty())
            free_series(coupled_[first][pick(coupled_[first].size())], is_free);
    }
    std::vector<IntVar> frozen;
    for (const SeriesPath& path : problem_.paths())
        for (const Coordinate& member : path.members)
            if (!is_free[member.var().index] && !s.is_fixed(member.var()))
                frozen.push_back(member.var());
    return frozen;
}

void Neighbourhoods::reward(bool gained) {
    int& weight = weight_[last_];
    weight = gained ? std::min(weight + 4, most_weight) : std::max(weight - 1, least_weight);
}

}  // namespace rul::solver
