#include "engine/solver/cascades.hpp"

#include "engine/solver/bounds/priced_bound.hpp"
#include "engine/solver/constraints/count.hpp"
#include "engine/solver/core/engine.hpp"
#include "engine/solver/part.hpp"
#include "engine/solver/search/search.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <memory>
#include <set>
#include <utility>

namespace rul::solver {

namespace {

constexpr int steps_followed = 3;  // a clash, who cannot come, how many, what it costs
constexpr std::int64_t local_conflicts = 300;
constexpr std::int64_t most_local_changes = 6;   // from that on the whole is looked at
constexpr std::int64_t cheaper_conflicts = 500;  // for one that is cheaper
constexpr std::int64_t ticks_of_conflict = 10;
constexpr auto unlimited = std::numeric_limits<std::int64_t>::max();

using Outcome = Search::Outcome;

bool is_better(const Cascade& a, const Cascade& b) {
    return std::pair{a.changed, a.cost} < std::pair{b.changed, b.cost};
}

// Solutions of a part, by how many of its choices are not as they were.
class NearSearch {
  public:
    NearSearch(Part part, const std::vector<IntVar>& choices, const Assignment& near,
               const std::vector<Literal>& required, std::uint64_t seed)
        : part_{std::move(part)},
          choices_{choices},
          changes_{counted(near)},
          engine_{part_.problem()},
          search_{engine_, first(required), choices_here(), seed},
          none_{part_.problem().store()} {
        search_.decide_last(part_.problem().prices());
        Assignment phase = part_.of(near);
        phase.push_back(0);
        search_.set_phase(phase);
    }

    // False: nothing is left.
    [[nodiscard]] bool set_up() {
        if (part_.problem().is_trivially_infeasible()) return false;
        for (const auto& clause : part_.problem().clauses())
            if (!engine_.add_clause(clause)) return false;
        auto cost = std::make_unique<PricedBound>(part_.problem(), none_, Prices{});
        cost_ = cost.get();
        engine_.post(std::move(cost));
        return engine_.propagate();
    }

    // Refuted: no solution has so few changes. Exhausted: none has any number.
    [[nodiscard]] Outcome look(std::int64_t changes, std::int64_t conflicts,
                               const std::function<bool()>& should_stop) {
        engine_.backtrack_to(0);
        engine_.wake(*cost_);
        search_.assume({at_most(changes_, static_cast<Value>(changes))});
        return search_.run(conflicts, {}, should_stop);
    }

    // What was found, with the rest as it was.
    [[nodiscard]] Assignment found(Assignment rest) const {
        part_.put(search_.values(), rest);
        return rest;
    }
    // From now on only what is cheaper than `values`, by what the part costs.
    void only_cheaper_than(const Assignment& values) {
        Assignment here = part_.of(values);
        here.push_back(0);
        cost_->set_limit(part_.problem().cost(here));
    }
    [[nodiscard]] std::int64_t ticks() const {
        return engine_.conflicts() * ticks_of_conflict + engine_.propagations() / 2;
    }

  private:
    [[nodiscard]] std::vector<IntVar> choices_here() const {
        std::vector<IntVar> here;
        for (const IntVar x : choices_)
            if (part_.has(x)) here.push_back(part_.of(x));
        return here;
    }

    IntVar counted(const Assignment& near) {
        std::vector<Literal> changed;
        for (const IntVar x : choices_)
            if (part_.has(x)) changed.push_back(differs(part_.of(x), near[x.index]));
        const IntVar count = part_.problem().new_var(0, static_cast<Value>(changed.size()));
        part_.problem().post<Count>(std::move(changed), count);
        return count;
    }

    [[nodiscard]] std::vector<IntVar> first(const std::vector<Literal>& required) const {
        std::vector<IntVar> first;
        first.reserve(required.size());
        for (const Literal l : required)
            first.push_back(part_.of(IntVar{l.var}));
        return first;
    }

    Part part_;
    const std::vector<IntVar>& choices_;
    IntVar changes_;
    Engine engine_;
    Search search_;
    Relaxation none_;  // no rows: the bound is what the parts cost by themselves
    PricedBound* cost_ = nullptr;
};

// One question: its limits, and the best answer so far.
class Asked {
  public:
    Asked(const Problem& problem, const std::vector<IntVar>& choices, const Assignment& near,
          std::int64_t least, const SolveLimits& limits, const Cascades::Proposed& proposed)
        : problem_{problem},
          choices_{choices},
          near_{near},
          least_{least},
          limits_{limits},
          proposed_{proposed} {}

    [[nodiscard]] bool should_stop(std::int64_t ticks) const {
        if (limits_.stop != nullptr && *limits_.stop) return true;
        if (limits_.effort > 0 && spent_ + ticks >= limits_.effort) return true;
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start_;
        return limits_.seconds && spent.count() >= *limits_.seconds;
    }

    // A search is done with: the next goes on with what is left.
    void note_spent(std::int64_t ticks) { spent_ += ticks; }

    // Fewest changes first, then as cheap as `conflicts` allow.
    [[nodiscard]] Outcome find(NearSearch& search, std::int64_t first, std::int64_t last,
                               std::int64_t conflicts) {
        const auto stop = [&] { return should_stop(search.ticks()); };
        for (std::int64_t changes = first; changes <= last; ++changes) {
            const Outcome outcome = search.look(changes, conflicts, stop);
            if (outcome == Outcome::solution && !propose(search.found(near_)))
                return Outcome::limit;
            if (outcome != Outcome::refuted) return outcome;
        }
        return Outcome::refuted;
    }
    // Until nothing is cheaper (refuted or exhausted), or it takes too long.
    [[nodiscard]] Outcome cheapen(NearSearch& search) {
        const auto stop = [&] { return should_stop(search.ticks()); };
        Outcome outcome = Outcome::solution;
        while (outcome == Outcome::solution) {
            search.only_cheaper_than(best_->values);
            outcome = search.look(best_->changed, cheaper_conflicts, stop);
            if (outcome == Outcome::solution && !propose(search.found(near_)))
                return Outcome::limit;
        }
        return outcome;
    }

    // Among all there is: that nothing smaller is, or what is; then the cheapest of the smallest.
    [[nodiscard]] Cascades::Result prove(NearSearch& whole) {
        const auto all = static_cast<std::int64_t>(choices_.size());
        Outcome outcome = Outcome::solution;
        if (!best_) outcome = find(whole, all, all, unlimited);
        if (!best_) return {.is_proved_none = outcome != Outcome::limit};
        if (!best_->is_smallest) {
            outcome = find(whole, least_, best_->changed - 1, unlimited);
            if (outcome == Outcome::limit) return {.best = std::move(best_)};
            best_->is_smallest = true;
            if (proposed_) proposed_(*best_);
        }
        best_->is_cheapest = cheapen(whole) != Outcome::limit;
        return {.best = std::move(best_)};
    }

    [[nodiscard]] std::optional<Cascade>& best() { return best_; }

  private:
    // False: what stands still breaks something by itself.
    [[nodiscard]] bool propose(Assignment values) {
        Cascade cascade{.values = std::move(values)};
        if (!problem_.holds(cascade.values)) return false;
        cascade.cost = problem_.cost(cascade.values);
        for (const IntVar x : choices_)
            if (cascade.values[x.index] != near_[x.index]) ++cascade.changed;
        if (best_ && !is_better(cascade, *best_)) return true;
        cascade.is_smallest = cascade.changed <= least_ || (best_ && best_->is_smallest);
        best_ = std::move(cascade);
        if (proposed_) proposed_(*best_);
        return true;
    }

    const Problem& problem_;
    const std::vector<IntVar>& choices_;
    const Assignment& near_;
    std::int64_t least_;  // changes that must be
    const SolveLimits& limits_;
    const Cascades::Proposed& proposed_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::int64_t spent_ = 0;  // ticks
    std::optional<Cascade> best_;
};

}  // namespace

Cascades::Cascades(const Problem& problem, std::vector<IntVar> choices)
    : problem_{problem},
      choices_{std::move(choices)},
      is_choice_(problem.store().var_count(), false),
      next_in_path_(problem.store().var_count()),
      scopes_{problem} {
    for (const IntVar x : choices_)
        is_choice_[x.index] = true;
    for (const SeriesPath& path : problem.paths())
        for (std::size_t k = 1; k < path.members.size(); ++k) {
            const IntVar before = path.members[k - 1].var();
            const IntVar after = path.members[k].var();
            next_in_path_[before.index].push_back(after);
            next_in_path_[after.index].push_back(before);
        }
}

// What shares a constraint or a clause with it, and its neighbours in a series.
std::vector<IntVar> Cascades::beside(IntVar x) const {
    std::vector<IntVar> beside = next_in_path_[x.index];
    for (const std::size_t source : scopes_.of_variable[x.index]) {
        const std::vector<IntVar>& scope = scopes_.of_source[source];
        beside.insert(beside.end(), scope.begin(), scope.end());
    }
    return beside;
}

// What is required, and all that no choice stands between; `reach` 1: with the choices beside it.
std::vector<bool> Cascades::around(const std::vector<Literal>& required, int reach) const {
    std::vector<bool> is_open(is_choice_.size(), false);
    std::vector<IntVar> open;
    const auto add = [&](IntVar x) {
        if (!is_open[x.index]) open.push_back(x);
        is_open[x.index] = true;
    };
    for (const Literal l : required)
        add({l.var});
    const auto add_beside = [&](bool choices) {
        const std::size_t count = open.size();
        for (std::size_t i = 0; i < count; ++i)
            for (const IntVar x : beside(open[i]))
                if (is_choice_[x.index] == choices) add(x);
    };
    for (int i = 0; i < reach; ++i)
        add_beside(true);
    for (int i = 0; i < steps_followed; ++i)
        add_beside(false);
    return is_open;
}

// All that is not open stands as it was.
Part Cascades::part_of(const std::vector<bool>& is_open, const Assignment& near) const {
    std::vector<std::size_t> sources;
    for (std::uint32_t x = 0; x < is_open.size(); ++x)
        if (is_open[x])
            sources.insert(sources.end(), scopes_.of_variable[x].begin(),
                           scopes_.of_variable[x].end());
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    std::vector<bool> is_in = is_open;
    for (const std::size_t source : sources)
        for (const IntVar x : scopes_.of_source[source])
            is_in[x.index] = true;
    std::vector<const SeriesPath*> paths;
    for (const SeriesPath& path : problem_.paths()) {
        const auto is_open_member = [&](const Coordinate& m) { return is_open[m.var().index]; };
        if (std::none_of(path.members.begin(), path.members.end(), is_open_member)) continue;
        paths.push_back(&path);
        for (const Coordinate& member : path.members)
            is_in[member.var().index] = true;
    }
    Part part{problem_, problem_.store(), is_in};
    for (const IntVar x : part.variables()) {
        if (!is_open[x.index])
            part.problem().require(equals(part.of(x), near[x.index]));
        else if (problem_.has_costs(x))
            part.problem().add_cost(part.of(x), problem_.costs()[x.index]);
    }
    for (const std::size_t source : sources)
        part.take(source);
    for (const SeriesPath* path : paths)
        part.add_path(*path);
    return part;
}

Cascades::Result Cascades::smallest(const Assignment& near, const std::vector<Literal>& required,
                                    const SolveLimits& limits, const Proposed& proposed) const {
    std::set<std::uint32_t> must_change;
    for (const Literal l : required)
        if (is_choice_[l.var] && !holds(l, near[l.var])) must_change.insert(l.var);
    const auto least = static_cast<std::int64_t>(must_change.size());
    Asked asked{problem_, choices_, near, least, limits, proposed};
    const auto search_among = [&](const std::vector<bool>& is_open) {
        Part part = part_of(is_open, near);
        for (const Literal l : required) {
            Literal here = l;
            here.var = part.of(IntVar{l.var}).index;
            part.problem().require(here);
        }
        return NearSearch{std::move(part), choices_, near, required, limits.seed};
    };
    for (int reach = 0; reach <= 1 && !asked.best(); ++reach) {
        NearSearch local = search_among(around(required, reach));
        if (local.set_up()
            && asked.find(local, least, most_local_changes, local_conflicts) == Outcome::solution)
            static_cast<void>(asked.cheapen(local));
        asked.note_spent(local.ticks());
    }
    if (asked.should_stop(0)) return {.best = std::move(asked.best())};
    NearSearch whole = search_among(std::vector<bool>(is_choice_.size(), true));
    if (!whole.set_up()) return {.is_proved_none = true};
    return asked.prove(whole);
}
}  // namespace rul::solver
