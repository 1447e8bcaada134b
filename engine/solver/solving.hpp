#pragma once

#include "engine/solver/bounds/dual_ascent.hpp"
#include "engine/solver/bounds/priced_bound.hpp"
#include "engine/solver/core/engine.hpp"
#include "engine/solver/core/relaxation.hpp"
#include "engine/solver/knots/clashes.hpp"
#include "engine/solver/knots/knot_bound.hpp"
#include "engine/solver/neighbourhoods/neighbourhoods.hpp"
#include "engine/solver/search/advice.hpp"
#include "engine/solver/search/branching.hpp"
#include "engine/solver/search/insertions.hpp"
#include "engine/solver/search/priced_sweeps.hpp"
#include "engine/solver/search/search.hpp"
#include "engine/solver/solve.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace rul::solver {

/// One solve: the engine, the two bounds, and what is known so far.
class Solving {
  public:
    /// A part of a problem does not take itself apart again. Of one under prices the bound is
    /// wanted, of one within a solution something better.
    enum class Role { whole, under_prices, within_solution };

    /// @pre all outlive it
    Solving(const Problem& problem, const SolveLimits& limits, const SolveProgress& progress,
            Role role = Role::whole);

    SolveResult run();
    /// Goes out from a solution that is known.
    void begin_with(Assignment values) { known_ = std::move(values); }
    /// Looks only for what costs less: infeasible then says that nothing does.
    /// @pre before run(), and no solution is known
    void begin_below(Cost cost) { cost_ = cost; }
    /// A bound is near enough that is below what was found by that. @pre before run()
    void stop_within(Cost gap) { near_enough_ = gap; }
    [[nodiscard]] std::int64_t ticks() const;

  private:
    SolveResult run_to_any();
    [[nodiscard]] bool set_up();
    void sweep_and_climb();
    void price(int rounds);
    void post_gaps();
    [[nodiscard]] bool should_stop();
    [[nodiscard]] bool is_stopped_from_outside() const;
    [[nodiscard]] bool is_priced() const { return priced_ != nullptr; }
    void take(Assignment values);
    void raise_bound(Cost bound);
    [[nodiscard]] bool is_proved() const { return best_ && bound_ >= cost_ - near_enough_; }
    [[nodiscard]] bool is_over() {
        return is_proved() || is_exhausted_ || (limits_.any && best_) || should_stop();
    }
    void climb(int rounds);
    /// Of one sweep.
    struct SweptSoFar {
        Cost least = infinite_cost;
        int idle = 0;  ///< passes since then
        int tries = 0;
        int since_shaken = 0;  ///< passes
        bool roams = false;    ///< goes on from wherever it comes to
        Assignment kept;       ///< where the sweeps go back to
        Cost kept_cost = infinite_cost;
    };
    void begin_sweeps(const Assignment* from);
    void note_swept(SweptSoFar& so_far);
    [[nodiscard]] bool is_settled(SweptSoFar& so_far);
    void keep_or_go_back(SweptSoFar& so_far);
    /// Where nothing else finds solutions better.
    [[nodiscard]] bool sweeps_first() const { return !lever_ && advice_.is_idle(); }
    [[nodiscard]] int patience_now() const;
    /// From `from`, or from what is known by turns; until `patience` passes gain nothing, 0: as
    /// many as usual.
    void sweep(const Assignment* from = nullptr, int patience = 0);
    [[nodiscard]] bool is_long_enough_beside() const;
    bool sweep_over(const Store& s, SweptSoFar& so_far, int patience);
    void sweep_node();
    [[nodiscard]] bool try_swept();
    void find_first();
    static constexpr auto no_limit = std::numeric_limits<std::int64_t>::max();
    /// Until little is gained, or for `most` ticks.
    void improve(std::int64_t most = no_limit);
    void insert();
    /// What one way of going on has closed of the gap lately, and what it took.
    struct Way {
        Cost gain = 0;
        Cost latest = 0;  ///< of that, by the last turn
        Cost most = 0;    ///< by one turn
        std::int64_t spent = 0;
        std::int64_t last = 0;  ///< ticks when it was last done with

        void note(Cost gained, std::int64_t before, std::int64_t now);
        /// Whether it has its turn before the other.
        [[nodiscard]] bool is_before(const Way& other, std::int64_t now) const;
    };
    void take_turns();
    void take_turn(Way& way, const std::function<void()>& go) const;
    [[nodiscard]] bool is_turn_of_knots() const;
    void find_better();
    void search_all();
    [[nodiscard]] bool is_far() const;
    [[nodiscard]] bool is_turn_to_prove() const;
    void plant_tree();
    void branch();

    // Knots (phases_knots.cpp).
    /// Parts of the problem, each with what it costs at least by itself under the prices.
    struct Untied {
        Knots knots;
        std::vector<Cost> least;  ///< by knot
        std::vector<int>
            efforts;          ///< how many times the usual to spend on it; 0: enough is known of it
        Assignment wishes{};  ///< what each does by itself, as far as that is known
        std::vector<Clash> clashes{};  ///< priced like the other rows between them
        std::vector<int> spent{};      ///< as `efforts`: what each was last solved with
    };
    static constexpr int most_efforts = 16;
    static constexpr std::size_t most_members = 64;  ///< of knots tied further
    static constexpr std::size_t most_swept = 250;   ///< members: in larger plans knots find more
    static constexpr int knot_patience = 100;   ///< passes without gain, from what the knots want
    static constexpr std::size_t together = 4;  ///< that go out from the same: more find less
    [[nodiscard]] bool may_untie() const;
    void untie();
    void untie_first();
    void go_round();
    [[nodiscard]] Way& way_further(bool can_widen, bool can_price);
    void go_further();
    /// A part of the problem that is to be solved by itself.
    struct PartSolve {
        Part part;
        std::int64_t effort;
        Role role = Role::under_prices;
        Cost offset = 0;                    ///< of a knot under prices
        Cost near_enough = 0;               ///< for the bound
        std::optional<Assignment> known{};  ///< to go out from
        std::optional<Cost> below{};        ///< of a solution; within what stands
        SolveResult result{};
    };
    [[nodiscard]] static std::int64_t effort_of(const Problem& part);
    [[nodiscard]] std::int64_t effort_left(std::size_t count) const;
    /// The ticks that it took, `most` at most or little more.
    [[nodiscard]] std::int64_t solve_part(PartSolve& one, std::int64_t most) const;
    /// Makes and solves them, on several threads.
    [[nodiscard]] std::vector<std::optional<PartSolve>> solve_parts(
        std::size_t count, const std::function<PartSolve(std::size_t)>& make);
    void note_solved(std::int64_t knots, std::int64_t ticks);
    [[nodiscard]] static PartSolve priced_part(const KnotBound& bound, const Untied& untied,
                                               std::size_t k);
    [[nodiscard]] static bool note_bound(KnotBound& bound, Untied& untied, std::size_t k,
                                         const PartSolve& part);
    [[nodiscard]] bool bound_knots(KnotBound& bound, Untied& untied,
                                   std::span<const std::size_t> knots);
    [[nodiscard]] KnotBound bound_of(const Untied& untied) const;
    [[nodiscard]] std::vector<std::size_t> dearest_to_widen(const std::vector<Cost>& excess) const;
    void improve_widened(const std::vector<std::size_t>& dearest);
    /// By two knots, the first before the second: how closely they are coupled.
    using Couplings = std::map<std::pair<std::size_t, std::size_t>, Cost>;
    [[nodiscard]] Couplings couplings_in_best();
    [[nodiscard]] Couplings couplings_at_random() const;
    [[nodiscard]] Knots::Numbers widened(Knots::Numbers some, const Couplings& couplings) const;
    [[nodiscard]] std::optional<std::size_t> closest(const Knots::Numbers& some,
                                                     const Couplings& couplings) const;
    void improve_by(const Knots& knots, const KnotBound& bound);
    /// A knot within a solution.
    struct Within {
        Assignment before;  ///< the solution
        std::optional<PartSolve> solve;
        std::int64_t ticks;
    };
    [[nodiscard]] std::vector<std::size_t>::iterator farthest(
        const Knots& knots, std::vector<std::size_t>& left,
        const std::vector<std::size_t>& under_way) const;
    [[nodiscard]] bool put_together(const Within& within);
    [[nodiscard]] static const Assignment& outcome_of(const Within& within);
    void improve_within(const Knots& knots, const std::vector<Knots::Numbers>& groups);
    [[nodiscard]] PartSolve part_within(const Knots& knots, const Knots::Numbers& some,
                                        const Assignment& solution) const;
    [[nodiscard]] std::vector<Cost> excess_of(const KnotBound& bound) const;

    // More effort, and ties (phases_ties.cpp).
    void tie_further(KnotBound& bound, const std::vector<Cost>& excess);
    [[nodiscard]] std::vector<std::size_t> dearest_unproved(const std::vector<Cost>& excess) const;
    [[nodiscard]] std::vector<TiePair> pairs_to_try(const std::vector<Cost>& excess) const;
    [[nodiscard]] std::vector<TiePair> pairs_at_odds() const;
    void tie_at_odds();
    [[nodiscard]] bool may_tie(const TiePair& pair, const std::set<std::size_t>& met) const;
    [[nodiscard]] std::size_t size_of_series(const std::vector<std::size_t>& series) const;
    [[nodiscard]] static Untied with_tied(const Untied& untied, const TiePair& pair);
    void tie(const std::vector<TiePair>& pairs);

    // What they would do by themselves (phases_wishes.cpp).
    void grant_wishes();
    void solve_open(std::vector<OpenParts>& ways);
    [[nodiscard]] Value cheapest(IntVar x) const;
    void let_others_stand(const Knots::Numbers& open);
    [[nodiscard]] Knots::Numbers grant(const std::vector<std::size_t>& order,
                                       const std::vector<Cost>& excess, const Knots::Numbers& open);
    [[nodiscard]] std::vector<IntVar> members_in(const Knot& knot) const;
    [[nodiscard]] bool stand(const std::vector<IntVar>& some, const Assignment& values);

    // What their wishes clash about (phases_clashes.cpp).
    void price_clashes();
    [[nodiscard]] bool step_of_prices(Untied& untied);
    [[nodiscard]] std::vector<Clash> clashes_about(const Assignment& values,
                                                   std::vector<Clash> known);

    // What proves (phases.cpp).
    [[nodiscard]] bool finish();
    void prove();
    void squeeze();
    void search_lever();
    [[nodiscard]] bool press(Value most);
    [[nodiscard]] bool cut();
    [[nodiscard]] Search::Outcome look(std::int64_t conflicts, const std::vector<IntVar>& frozen,
                                       bool is_swept = false);
    void nothing_is_left();
    void report(const Assignment* incumbent);
    [[nodiscard]] SolveResult result() const;

    const Problem& problem_;
    const SolveLimits& limits_;
    const SolveProgress& progress_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    Engine engine_;
    std::vector<IntVar> members_;
    Search search_;
    std::optional<IntVar> lever_;
    Relaxation relaxation_;
    DualAscent dual_;
    Neighbourhoods neighbourhoods_;
    PricedSweeps sweeps_;
    Advice advice_;
    Insertions insertions_;
    std::optional<Store> wide_;       // the root before anything was deleted for its cost
    std::optional<Relaxation> full_;  // with what is implied: for the tree
    std::optional<Branching> tree_;   // from when it is first needed
    PricedBound* exact_ = nullptr;    // what the parts cost by themselves: guards the objective
    PricedBound* priced_ = nullptr;   // the same under the best prices

    Role role_;
    int threads_;
    std::int64_t finding_ = 0;      // ticks, by turns with
    std::int64_t proving_ = 0;      // what the tree took
    std::int64_t climb_ticks_ = 0;  // about what the climb beside the first sweep takes
    std::int64_t swept_before_ = 0;
    bool is_climbing_ = false;  // on a thread of its own: dual_ is not to be looked at
    std::optional<Assignment> known_;
    std::optional<Assignment> best_;
    Cost cost_ = infinite_cost;
    Cost bound_ = 0;
    Cost near_enough_ = 0;
    bool is_exhausted_ = false;
    bool is_stopped_ = false;
    bool must_finish_ = false;  // what is nearly found is worth a moment more
    std::int64_t deleted_ = 0;
    std::int64_t improvements_ = 0;
    std::int64_t looks_ = 0;
    std::int64_t passes_ = 0;
    std::int64_t starts_ = 0;  // of sweeps, once there are prices
    Assignment least_;         // scratch
    std::int64_t proof_conflicts_ = 0;
    std::int64_t nodes_allowed_ = 0;
    std::int64_t squeeze_conflicts_ = 250;
    int halvings_ = 1;
    int insertion_steps_ = 0;
    std::optional<Untied> untied_;
    Prices untied_prices_;
    Tightness tightness_;
    std::set<std::vector<std::size_t>> tried_ties_;
    std::map<std::vector<std::size_t>, Cost> widened_at_;
    bool is_tied_out_ = false;
    bool is_priced_out_ = false;   // clashes have no better prices, as long as the wishes stand
    std::int64_t rounded_at_ = 0;  // improvements_ when each knot was last tried
    std::map<std::vector<std::size_t>, Assignment> tried_within_;  // by series: what came of it
    Way as_a_whole_;
    Way by_knots_;
    Way by_rounds_;  // of these turns, those that look for something better
    Way by_widening_;
    Way by_pricing_;  // and those that prove
    Way by_tying_;
    std::int64_t knots_solved_ = 0;
    std::int64_t part_ticks_ = 0;
    Cost cut_at_ = infinite_cost;  // the cost that the root's values have last been held against
};

}  // namespace rul::solver
