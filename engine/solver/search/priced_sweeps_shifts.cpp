#include "engine/solver/search/priced_sweeps.hpp"

#include <algorithm>

// Series that depend on each other moved as one: swept one by one, each would hold the others where
// they are.
namespace rul::solver {

namespace {

constexpr Value week = 7;

}  // namespace

// Two series are coupled by a constraint about them and no third, unless it only keeps single
// meetings out of each other's way.
void PricedSweeps::couple_series() {
    std::vector<std::size_t> series_of(problem_.store().var_count(), no_series);
    for (const Part& part : parts_)
        for (const IntVar x : part.members)
            series_of[x.index] = part.series;
    coupled_.resize(series_.size());
    std::vector<std::size_t> met;
    for (const auto& constraint : problem_.constraints()) {
        met.clear();
        for (const IntVar x : constraint->scope())
            if (series_of[x.index] != no_series) met.push_back(series_of[x.index]);
        std::sort(met.begin(), met.end());
        met.erase(std::unique(met.begin(), met.end()), met.end());
        if (met.size() != 2 || constraint->names_breaking_values()) continue;
        coupled_[met[0]].push_back(met[1]);
        coupled_[met[1]].push_back(met[0]);
    }
    for (auto& others : coupled_) {
        std::sort(others.begin(), others.end());
        others.erase(std::unique(others.begin(), others.end()), others.end());
    }
}

// A series, and those that depend on it, to a random depth.
std::vector<std::size_t> PricedSweeps::coupled_group() {
    std::vector<std::size_t> group{static_cast<std::size_t>(random_.next() % series_.size())};
    std::size_t begin = 0;
    for (int depth = random_.between(0, 2); depth > 0; --depth) {
        const std::size_t end = group.size();
        for (; begin < end; ++begin)
            for (const std::size_t other : coupled_[group[begin]])
                if (std::find(group.begin(), group.end(), other) == group.end())
                    group.push_back(other);
    }
    return group;
}

// A variable on which many rows hang, such as which weekday is the usual one, has another value:
// changed by one pass alone it would be changed back.
void PricedSweeps::choose_anew(const Store& s) {
    const std::size_t number = choices_[static_cast<std::size_t>(random_.next() % choices_.size())];
    const IntVar x = parts_[number].members.front();
    const Value value = s.next(x, random_.between(s.min(x), s.max(x)));
    if (value == values_[x.index] || value > s.max(x)) return;
    values_[x.index] = value;
    sums_.move(x, value);
    activate_broken();
    make_others_stale(number);
    is_stale_[number] = true;
    resting_.push_back(number);
}

// All that a group has in a window of time, by some weeks: weekdays and distances stay as they are.
void PricedSweeps::shift(const Store& s) {
    const std::vector<std::size_t> group = coupled_group();
    const SeriesPath& first = problem_.paths()[group.front()];
    const Coordinate& some =
        first.members[static_cast<std::size_t>(random_.next() % first.members.size())];
    const Value v = values_[some.var().index];
    if (!some.is_held_at(v)) return;
    const Value from = some.of(v) - random_.between(0, 4 * week);
    const Value to = some.of(v) + random_.between(0, 12 * week);
    const Value by = week * random_.between(1, 3) * (random_.between(0, 1) == 0 ? 1 : -1);
    for (const std::size_t number : group) {
        bool has_moved = false;
        for (const Coordinate& member : problem_.paths()[number].members)
            has_moved = shift(s, member, {from, to}, by) || has_moved;
        if (!has_moved) continue;
        is_torn_ = true;
        make_others_stale(number);
        is_stale_[number] = true;
        resting_.push_back(number);
    }
}

bool PricedSweeps::shift(const Store& s, const Coordinate& member, ValueRun days, Value by) {
    const IntVar x = member.var();
    const Value v = values_[x.index];
    if (!member.is_held_at(v) || member.of(v) < days.first || days.last < member.of(v))
        return false;
    // The same start of the day, or as near as can be.
    const Value wanted = member.first_from(member.of(v) + by) + v - member.first_from(member.of(v));
    const Value above = s.next(x, std::clamp(wanted, s.min(x), s.max(x)));
    if (above > s.max(x) || !member.is_held_at(above) || above == v) return false;
    values_[x.index] = above;
    sums_.move(x, above);
    return true;
}

}  // namespace rul::solver
