#include "engine/solver/knots/knots.hpp"

#include "base/check.hpp"
#include "engine/solver/knots/numbers.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace rul::solver {

namespace {

constexpr int rounds = 4;          // of asking the neighbours
constexpr int steps_followed = 3;  // a clash, who cannot come, how many, what it costs

}  // namespace

Knots::Knots(const Problem& problem, const Ties& ties)
    : problem_{&problem},
      is_member_(problem.store().var_count(), false),
      near_(problem.store().var_count()),
      scopes_{std::make_shared<Scopes>(problem)} {
    take_members(ties);
    note_sources_of_members();
    ask_members();
    for (int i = 0; i < rounds; ++i)
        ask_neighbours();
    sort_in();
}

void Knots::take_members(const Ties& ties) {
    for (const std::vector<std::size_t>& tie : ties) {
        for (const std::size_t series : tie)
            for (const Coordinate& member : problem_->paths()[series].members) {
                is_member_[member.var().index] = true;
                near_[member.var().index] = {knots_.size()};
            }
        knots_.push_back({.series = tie, .variables = {}, .sources = {}});
    }
}

void Knots::note_sources_of_members() {
    has_member_.reserve(scopes_->of_source.size());
    for (const std::vector<IntVar>& scope : scopes_->of_source)
        has_member_.push_back(
            std::any_of(scope.begin(), scope.end(), [&](IntVar x) { return is_member_[x.index]; }));
}

// Variables that share a constraint with members are near to the knots of these.
void Knots::ask_members() {
    Numbers met;
    for (const std::vector<IntVar>& scope : scopes_->of_source) {
        met.clear();
        for (const IntVar x : scope)
            if (is_member_[x.index]) met.push_back(near_[x.index].front());
        settle(met);
        if (met.empty()) continue;
        for (const IntVar x : scope) {
            if (is_member_[x.index]) continue;
            Numbers& near = near_[x.index];
            near.insert(near.end(), met.begin(), met.end());
            settle(near);
        }
    }
}

// The others to the knots that all their neighbours are near to: whether a person misses one
// meeting hangs on many others.
void Knots::ask_neighbours() {
    std::map<std::uint32_t, Numbers> found;
    for (const std::vector<IntVar>& scope : scopes_->of_source)
        for (const IntVar x : scope)
            if (near_[x.index].empty()) meet(scope, x, found);
    for (auto& [x, near] : found)
        near_[x] = std::move(near);
}

void Knots::meet(const std::vector<IntVar>& scope, IntVar x,
                 std::map<std::uint32_t, Numbers>& found) const {
    for (const IntVar y : scope) {
        const Numbers& near = near_[y.index];
        if (near.empty()) continue;
        const auto [at, is_new] = found.try_emplace(x.index, near);
        if (is_new) continue;
        Numbers both;
        std::set_intersection(at->second.begin(), at->second.end(), near.begin(), near.end(),
                              std::back_inserter(both));
        at->second = std::move(both);
    }
}

std::optional<std::size_t> Knots::home_of(IntVar x) const {
    const Numbers& near = near_[x.index];
    return near.size() == 1 ? std::optional{near.front()} : std::nullopt;
}

// Those a constraint is kept in: that of its members, if it is one; without members all that own
// something of it.
Knots::Numbers Knots::knots_of(const std::vector<IntVar>& scope) const {
    Numbers of_members;
    Numbers homes;
    for (const IntVar x : scope) {
        if (is_member_[x.index]) of_members.push_back(near_[x.index].front());
        if (const auto home = home_of(x)) homes.push_back(*home);
    }
    settle(of_members);
    settle(homes);
    if (of_members.empty()) return homes;
    return of_members.size() == 1 ? of_members : Numbers{};
}

Ties Knots::ties() const {
    Ties ties;
    for (const Knot& knot : knots_)
        ties.push_back(knot.series);
    return ties;
}

std::vector<std::size_t> Knots::of_members() const {
    std::vector<std::size_t> of(near_.size(), knots_.size());
    for (std::size_t x = 0; x < near_.size(); ++x)
        if (is_member_[x]) of[x] = near_[x].front();
    return of;
}

Knots::Numbers Knots::series_of(const Numbers& some) const {
    Numbers series;
    for (const std::size_t k : some)
        series.insert(series.end(), knots_[k].series.begin(), knots_[k].series.end());
    std::sort(series.begin(), series.end());
    return series;
}

// Where a variable is near to is not asked anew: to both is to the first now, and all that was at
// home elsewhere stays there.
Knots Knots::with_tied(std::size_t first, std::size_t second) const {
    RUL_CHECK(first < second);
    Knots tied = *this;
    const auto number_now = [&](std::size_t k) {
        if (k == second) return first;
        return k > second ? k - 1 : k;
    };
    for (Numbers& near : tied.near_) {
        for (std::size_t& k : near)
            k = number_now(k);
        settle(near);
    }
    tied.knots_[first].series = series_of({first, second});
    tied.knots_.erase(tied.knots_.begin() + static_cast<std::ptrdiff_t>(second));
    tied.sort_in();
    return tied;
}

void Knots::sort_in() {
    for (Knot& knot : knots_) {
        knot.variables.clear();
        knot.sources.clear();
    }
    for (std::uint32_t x = 0; x < near_.size(); ++x)
        if (const auto home = home_of({x})) knots_[*home].variables.push_back({x});
    for (std::size_t i = 0; i < scopes_->of_source.size(); ++i)
        for (const std::size_t k : knots_of(scope(i)))
            knots_[k].sources.push_back(i);
}

// What constraints without members reach from there.
void Knots::add_following(Numbers& open, std::vector<bool>& is_open) const {
    const std::size_t count = open.size();
    for (std::size_t i = 0; i < count; ++i)
        for (const std::size_t source : scopes_->of_variable[open[i]]) {
            if (has_member_[source]) continue;
            for (const IntVar x : scope(source)) {
                if (is_open[x.index]) continue;
                is_open[x.index] = true;
                open.push_back(x.index);
            }
        }
}

// What is near to the knots, and what follows from that in a few steps without other members.
Knots::Numbers Knots::open_around(const Numbers& some) const {
    const auto is_one = [&some](std::size_t k) {
        return std::binary_search(some.begin(), some.end(), k);
    };
    std::vector<bool> is_open(near_.size(), false);
    Numbers open;
    for (std::uint32_t x = 0; x < near_.size(); ++x) {
        if (std::none_of(near_[x].begin(), near_[x].end(), is_one)) continue;
        is_open[x] = true;
        open.push_back(x);
    }
    for (int i = 0; i < steps_followed; ++i)
        add_following(open, is_open);
    return open;
}

Knots::Numbers Knots::sources_around(const Numbers& open) const {
    Numbers sources;
    for (const std::size_t x : open)
        sources.insert(sources.end(), scopes_->of_variable[x].begin(),
                       scopes_->of_variable[x].end());
    settle(sources);
    return sources;
}

Part Knots::part_within(const Numbers& some, const Assignment& solution,
                        const Store& domains) const {
    const Numbers open = open_around(some);
    const Numbers sources = sources_around(open);
    std::vector<bool> is_in(near_.size(), false);
    std::vector<bool> is_open(near_.size(), false);
    for (const std::size_t x : open)
        is_in[x] = is_open[x] = true;
    for (const std::size_t source : sources)
        for (const IntVar x : scope(source))
            is_in[x.index] = true;
    Part part{*problem_, domains, is_in};
    for (const IntVar x : part.variables()) {
        if (!is_open[x.index])
            part.problem().require(equals(part.of(x), solution[x.index]));
        else if (problem_->has_costs(x))
            part.problem().add_cost(part.of(x), problem_->costs()[x.index]);
    }
    for (const std::size_t series : series_of(some))
        part.add_path(problem_->paths()[series]);
    for (const std::size_t source : sources)
        part.take(source);
    return part;
}

OpenParts Knots::open_in(const Store& domains) const {
    return open_parts(*problem_, *scopes_, domains);
}

std::vector<IntVar> Knots::apart_from(const Numbers& some) const {
    std::vector<IntVar> apart;
    for (std::uint32_t x = 0; x < near_.size(); ++x) {
        const Numbers& near = near_[x];
        const auto is_one = [&some](std::size_t k) {
            return std::binary_search(some.begin(), some.end(), k);
        };
        if (!is_member_[x] && !near.empty() && std::none_of(near.begin(), near.end(), is_one))
            apart.push_back({x});
    }
    return apart;
}

bool Knots::is_kept(std::size_t source, const Assignment& values) const {
    const auto& constraints = problem_->constraints();
    if (source < constraints.size()) return constraints[source]->holds(values);
    const std::vector<Literal>& clause = problem_->clauses()[source - constraints.size()];
    return std::any_of(clause.begin(), clause.end(),
                       [&values](Literal l) { return holds(l, values[l.var]); });
}

std::vector<Knots::Pair> Knots::at_odds(const Assignment& values) const {
    std::vector<Pair> pairs;
    Numbers homes;
    for (std::size_t i = 0; i < scopes_->of_source.size(); ++i) {
        homes.clear();
        bool is_about_knots = true;
        for (const IntVar x : scope(i)) {
            if (problem_->store().is_fixed(x)) continue;
            const auto home = home_of(x);
            is_about_knots = is_about_knots && home.has_value();
            if (home) homes.push_back(*home);
        }
        settle(homes);
        if (!is_about_knots || homes.size() != 2 || is_kept(i, values)) continue;
        pairs.emplace_back(homes.front(), homes.back());
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

std::vector<Knots::Meeting> Knots::meetings_broken(const Assignment& values) const {
    std::vector<Meeting> broken;
    std::set<std::pair<IntVar, IntVar>> met;
    std::vector<IntVar> members;
    for (std::size_t i = 0; i < scopes_->of_source.size(); ++i) {
        if (!has_member_[i]) continue;
        members.clear();
        for (const IntVar x : scope(i))
            if (is_member_[x.index]) members.push_back(x);
        std::sort(members.begin(), members.end());
        if (members.size() != 2 || home_of(members[0]) == home_of(members[1])) continue;
        if (is_kept(i, values) || !met.insert({members[0], members[1]}).second) continue;
        broken.push_back({members[0], members[1], i});
    }
    return broken;
}

}  // namespace rul::solver
