#pragma once

#include "base/random.hpp"
#include "engine/solver/bounds/priced_bound.hpp"
#include "engine/solver/bounds/row_sums.hpp"
#include "engine/solver/bounds/series_bound.hpp"
#include "engine/solver/core/relaxation.hpp"
#include "engine/solver/problem.hpp"
#include "engine/solver/search/priced_constraints.hpp"

#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace rul::solver {

/// Finds good plans fast, without propagating: series after series takes its own shortest path,
/// given what all others stand at now, and pays a penalty for every row that would be broken.
///
///     series 1   o---o------o        moves to where it costs least, the others standing still;
///     series 2     o----o----o       what stays broken becomes dearer from pass to pass, until
///     series 3   o----o-----o        somebody gives way
///
/// A variable outside every series that costs by itself only follows the others: how many meetings
/// are physical, what a rule is broken by. The others are charged what its least cost would be.
///
/// What it finds obeys the rows, and constraints that name the values that break them; of others it
/// knows nothing: the learning search makes a solution of it.
///
/// Sources: Morris, The breakout method for escaping from local minima (AAAI 1993); Wu, Wah,
/// Discrete Lagrangian methods (AAAI 2000).
class PricedSweeps {
  public:
    /// @pre `problem` and `relaxation` outlive it
    PricedSweeps(const Problem& problem, const Relaxation& relaxation, std::uint64_t seed);

    /// False: nothing costs and nothing is coupled; there is nothing to sweep.
    [[nodiscard]] bool has_parts() const { return !order_.empty(); }
    /// Where to begin. Penalties are as if new.
    void start(const Assignment& values);
    /// Every part once, in random order, that has something new to consider, over the domains in
    /// `s`. False: some domain is empty.
    [[nodiscard]] bool pass(const Store& s);
    /// Shakes a few parts: dates that were dear are tried. `shifts` of ten shakes move what depends
    /// on each other by whole weeks.
    [[nodiscard]] bool shake(const Store& s, int shifts = 6);

    /// Back to values at which nothing was broken; parts are taken to be where they want to be.
    void restore(const Assignment& values);
    /// How many parts moved in the last pass.
    [[nodiscard]] std::int64_t moved() const { return moved_; }
    /// A random number from 0 to `most`.
    [[nodiscard]] Cost chance(int most) { return random_.between(0, most); }

    [[nodiscard]] const Assignment& values() const { return values_; }
    /// How many units of hard rows, and how many constraints without rows, are broken now.
    [[nodiscard]] std::int64_t broken() const { return broken_; }
    /// What values() cost, soft rows in place of the variables they stand for.
    [[nodiscard]] Cost cost() const;
    [[nodiscard]] std::int64_t work() const { return work_ + constraints_.work(); }

  private:
    static constexpr auto nobody = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::size_t no_series = std::numeric_limits<std::size_t>::max();
    static constexpr Cost most_penalty = 4000;  ///< points

    /// A series, or one variable in none.
    struct Part {
        std::vector<IntVar> members;
        std::size_t series;  ///< or no_series
        bool follows = false;
    };
    /// The terms of one row that are about one part.
    struct Share {
        std::uint32_t row;
        std::uint32_t first;
        std::uint32_t beyond;
    };

    /// The one variable of a row that follows its others and pays for them.
    struct Follower {
        std::uint32_t part = nobody;  ///< or nobody
        std::vector<Cost> gives;      ///< what it adds to the row, by its value
        Cost first = 0;               ///< charges[e]: others that break the row by first + e ...
        std::vector<Cost> charges;    ///< ... cost this much, scaled; more than that: the last
    };

    void add_parts();
    void add_part(Part part);
    void add_shares();
    void choose_followers();
    void add_follower(const Share& share);
    void set_charges(Follower& follower, const std::vector<Cost>& own) const;
    void find_own_costs();
    [[nodiscard]] Cost charge(std::uint32_t row, Cost excess) const;
    [[nodiscard]] Cost given(std::uint32_t row) const;
    [[nodiscard]] Cost mendable(std::uint32_t row) const;
    void add_charges(const Share& share, bool follows);
    [[nodiscard]] Cost collect_ends(IntVar x, std::uint32_t first, std::uint32_t beyond);
    template <class CostAt>
    void add_steps(IntVar x, Cost others, const CostAt& cost_at);
    void activate(std::uint32_t row);
    void make_stale(std::uint32_t row);
    void make_others_stale(std::size_t number);
    void couple_series();
    [[nodiscard]] std::vector<std::size_t> coupled_group();
    void choose_anew(const Store& s);
    void shift(const Store& s);
    [[nodiscard]] bool shift(const Store& s, const Coordinate& member, ValueRun days, Value by);
    void activate_broken();
    void begin_penalty(std::uint32_t row);
    [[nodiscard]] Cost least_penalty(std::uint32_t row) const;
    [[nodiscard]] bool follow(const Store& s);
    void collect_broken();
    void raise_penalties();
    void price(const Part& part, std::size_t number);
    void add_noise(const Part& part, Cost most);
    [[nodiscard]] bool take_least(const Store& s, const Part& part);
    [[nodiscard]] bool sweep(const Store& s, std::size_t number, Cost noise);
    [[nodiscard]] Cost own_cost(IntVar x, Value v) const;
    [[nodiscard]] Cost gap_cost(const SeriesPath& path) const;

    const Problem& problem_;
    const Relaxation& relaxation_;
    Cost point_;  ///< scaled
    base::Random random_;
    RowSums sums_;
    PricedConstraints constraints_;
    std::vector<Part> parts_;
    std::vector<SeriesBound> series_;
    std::vector<std::size_t> order_;  ///< of the parts that lead
    std::vector<std::size_t> followers_;
    std::vector<std::size_t> choices_;  ///< leading parts of one variable, in many rows
    std::vector<std::vector<std::size_t>> coupled_;  ///< by series
    std::vector<std::size_t> resting_;               ///< shaken: the others have their turn first
    std::vector<Follower> follower_;                 ///< by row

    std::vector<Term> terms_;                 ///< of all rows, those of one row and part together
    std::vector<std::vector<Share>> shares_;  ///< by row
    std::vector<std::uint32_t> part_of_;      ///< by variable
    std::vector<std::vector<Share>> active_;  ///< by part
    std::vector<bool> is_active_;             ///< by row
    std::vector<std::uint32_t> active_rows_;
    std::vector<Cost> penalty_;  ///< by row, scaled
    std::vector<std::uint32_t> broken_rows_;
    std::vector<bool> is_noted_;

    std::vector<std::vector<Cost>> own_;       ///< by variable and value, scaled
    std::vector<std::vector<Cost>> costs_;     ///< the same with penalties
    std::vector<std::pair<Value, int>> ends_;  ///< scratch: of one variable's terms in one row
    Assignment values_;
    std::vector<bool> is_stale_;  ///< by part: what it is priced by has changed since its sweep
    std::vector<Value> before_;   ///< scratch
    std::int64_t passes_ = 0;
    std::int64_t moved_ = 0;
    bool is_torn_ = false;  ///< some series were shifted since the last pass
    std::int64_t broken_ = 0;
    std::int64_t work_ = 0;
};

}  // namespace rul::solver
