#pragma once

#include "base/random.hpp"
#include "engine/solver/bounds/dual_ascent.hpp"
#include "engine/solver/bounds/priced_bound.hpp"
#include "engine/solver/bounds/relaxation_of.hpp"
#include "engine/solver/check/nogood_checker.hpp"
#include "engine/solver/core/engine.hpp"
#include "engine/solver/search/search.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rul::testing {

/// The learning search between its two bounds, with nothing beside it: on a tiny problem a whole
/// solve hardly ever needs it, so it must be made to prove things by itself.
class SearchAlone {
  public:
    SearchAlone(const solver::Problem& problem, std::uint64_t seed)
        : problem_{problem},
          random_{seed},
          checker_{problem},
          rows_{solver::relaxation_of(problem)},
          engine_{problem},
          search_{engine_, members_of(problem), problem.decided_first(), seed} {
        engine_.show(&checker_);
        search_.decide_last(problem.prices());
    }

    /// The least cost there is; none: no solution. From bad values, so that there are conflicts.
    std::optional<solver::Cost> least_cost() {
        if (!set_up()) return least_;
        for (;;) {
            solver::Assignment phase;
            for (std::uint32_t i = 0; i < engine_.store().var_count(); ++i)
                phase.push_back(random_.between(problem_.store().initial_min({i}),
                                                problem_.store().initial_max({i})));
            search_.set_phase(phase);
            // With a guide what is frozen is given: what is learned then must not outlast it.
            const auto guide = random_.between(0, 1) == 0
                                   ? solver::Search::Guide{}
                                   : [](const solver::Store&, solver::Assignment&) {};
            const auto outcome = search_.run(
                8, frozen(), [] { return false; }, guide);
            if (outcome == solver::Search::Outcome::exhausted) return least_;
            if (outcome == solver::Search::Outcome::solution) take(search_.values());
            engine_.wake(*exact_);
            engine_.wake(*priced_);
        }
    }

    /// What was wrong; empty: nothing.
    [[nodiscard]] const std::string& fault() const {
        return fault_.empty() ? checker_.fault() : fault_;
    }
    [[nodiscard]] std::int64_t looked_at() const { return checker_.looked_at(); }

  private:
    static std::vector<solver::IntVar> members_of(const solver::Problem& problem) {
        std::vector<solver::IntVar> members;
        for (const solver::SeriesPath& path : problem.paths())
            for (const solver::Coordinate& member : path.members)
                members.push_back(member.var());
        return members;
    }

    bool set_up() {
        if (problem_.is_trivially_infeasible()) return false;
        for (const auto& clause : problem_.clauses())
            if (!engine_.add_clause(clause)) return false;
        exact_ = post(solver::Prices{});
        if (!engine_.propagate()) return false;
        solver::DualAscent dual{problem_, rows_};
        dual.climb(engine_.store(), random_.between(0, 12), solver::infinite_cost,
                   [] { return false; });
        priced_ = post(dual.best_prices());
        priced_->delete_in_search(true);
        return true;
    }

    solver::PricedBound* post(const solver::Prices& prices) {
        auto bound = std::make_unique<solver::PricedBound>(problem_, rows_, prices);
        solver::PricedBound* const posted = bound.get();
        engine_.post(std::move(bound));
        return posted;
    }

    std::vector<solver::IntVar> frozen() {
        std::vector<solver::IntVar> some;
        for (std::uint32_t i = 0; i < engine_.store().var_count(); ++i)
            if (random_.between(0, 2) == 0) some.push_back({i});
        return some;
    }

    void take(const solver::Assignment& values) {
        const solver::Cost cost = problem_.cost(values);
        if (!problem_.holds(values)) fault_ = "the search alone found what is no solution";
        if (least_ && cost >= *least_) fault_ = "the search alone found nothing better";
        least_ = cost;
        exact_->set_limit(cost);
        priced_->set_limit(cost);
        checker_.set_limit(cost);
        engine_.backtrack_to(0);
    }

    const solver::Problem& problem_;
    base::Random random_;
    solver::check::NogoodChecker checker_;
    solver::Relaxation rows_;
    solver::Engine engine_;
    solver::Search search_;
    solver::PricedBound* exact_ = nullptr;   // posted in the engine
    solver::PricedBound* priced_ = nullptr;  // likewise
    std::optional<solver::Cost> least_;
    std::string fault_;
};

}  // namespace rul::testing
