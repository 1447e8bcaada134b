#pragma once

#include "engine/solver/bounds/priced_bound.hpp"
#include "engine/solver/bounds/row_sums.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace rul::solver {

/// Finds prices under which the bound is high: a smoothed subgradient method with a target step.
///
/// A row that the parts' own least solutions break becomes dearer, one that they leave slack
/// becomes cheaper; the step is what would close the gap to the target if the bound were linear.
/// Sources: Held, Wolfe, Crowder, Validation of subgradient optimization (Math. Prog. 1974);
/// Camerini, Fratta, Maffioli, On improving relaxation methods by modified gradient techniques
/// (Math. Prog. Study 3, 1975).
///
/// The same on every machine: additions, multiplications and divisions in double alone (IEEE 754),
/// and prices are rounded to whole ones before they are used.
class DualAscent {
  public:
    DualAscent(const Problem& problem, const Relaxation& relaxation);

    /// Climbs for `rounds` rounds over the domains in `s`; `target` is the best cost known, or
    /// infinite_cost. Stops early when the bound reaches the target.
    /// `should_stop` is asked before each round.
    void climb(const Store& s, int rounds, Cost target, const std::function<bool()>& should_stop);

    /// Forgets what it knows of the best: the next climb begins at `prices`, over other domains.
    void start_from(Prices prices);

    [[nodiscard]] const Prices& best_prices() const { return best_prices_; }
    [[nodiscard]] Cost best_bound() const { return best_bound_; }  ///< In points, rounded up.
    /// The same in 1/price_scale points, under the best prices.
    [[nodiscard]] Cost best_scaled() const { return best_scaled_; }
    /// The parts' least solutions under the best prices.
    [[nodiscard]] const Assignment& best_values() const { return best_values_; }
    /// From now on keeps what the parts' least solutions were in the last `length` rounds.
    void keep_trail(std::size_t length) { trail_length_ = length; }
    /// These, in no order; none from before the last start_from(). Their mean is about what the
    /// linear relaxation would take.
    [[nodiscard]] const std::vector<Assignment>& trail() const { return trail_; }
    [[nodiscard]] std::int64_t rounds() const { return rounds_; }
    [[nodiscard]] std::size_t row_count() const { return relaxation_.rows().size(); }
    [[nodiscard]] std::int64_t ticks() const { return work() / 1000; }
    [[nodiscard]] std::int64_t work() const { return pricing_.work() + sums_.work() + stepped_; }

  private:
    void wake_broken();
    void step(double length);
    void return_to_best();
    [[nodiscard]] bool take_if_better(const Store& s, Cost bound, Prices& prices);
    [[nodiscard]] bool has_slackened();
    void note_on_trail();
    [[nodiscard]] double way_to(Cost target, Cost bound) const;
    [[nodiscard]] Prices rounded() const;

    const Relaxation& relaxation_;
    PricedBound pricing_;
    std::vector<double> prices_;
    RowSums sums_;                       ///< The gradient.
    std::vector<std::uint32_t> active_;  ///< Rows with a price, or broken: the others stand still.
    std::vector<bool> is_active_;
    std::vector<double> direction_;
    Prices best_prices_;
    Assignment best_values_;
    Assignment values_;
    Cost best_scaled_;
    Cost best_bound_;
    std::size_t trail_length_ = 0;
    std::size_t oldest_ = 0;  ///< of the trail, once that is full
    std::vector<Assignment> trail_;
    double pace_ = 1.0;
    int rounds_without_gain_ = 0;
    std::int64_t rounds_ = 0;
    std::int64_t stepped_ = 0;  ///< rows looked at
};

}  // namespace rul::solver
