#pragma once

#include "base/random.hpp"
#include "engine/solver/problem.hpp"

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace rul::solver {

/// Ruin and recreate without propagation: takes a few coupled variables out of a solution and puts
/// them back one after the other (a start with its room), each where the constraints advise that it
/// costs least beside the rest; what it made dearer stays with a chance that falls from step to
/// step.
///
///     taken out    . a . b .        a, then b, is put where it is cheapest now, which may be
///     put back     . . b . a        where neither would have gone with the other in its place
///
/// Only for problems whose constraints all give advice, and that have no clauses and no gaps
/// between members of series; idle for any other. What it finds the learning search makes sure of.
///
/// Sources: Schrimpf et al., Record breaking optimization results using the ruin and recreate
/// principle (2000); Christiaens, Vanden Berghe, Slack induction by string removals (2020): blinks;
/// Kirkpatrick et al., Optimization by simulated annealing (1983).
class Insertions {
  public:
    /// @pre `problem` outlives it
    Insertions(const Problem& problem, std::uint64_t seed);

    [[nodiscard]] bool is_idle() const { return is_idle_; }
    /// All variables but those that pay.
    [[nodiscard]] const std::vector<IntVar>& choices() const { return choices_; }
    /// `steps` of them from a solution on, over the domains in `s`.
    void run(const Store& s, const Assignment& values, Cost cost, int steps,
             const std::function<bool()>& should_stop);
    /// The cheapest found in the last run, where it began included; payers at their least.
    [[nodiscard]] const Assignment& best() const { return best_; }
    [[nodiscard]] Cost best_cost() const { return best_cost_; }
    [[nodiscard]] std::int64_t work() const { return work_; }

  private:
    /// Variables that are put back together: one, and perhaps another of few values (the room of a
    /// meeting) that is tried with all of them.
    struct Group {
        IntVar x;
        std::optional<IntVar> aid;
        std::vector<const Propagator*> alone;     ///< advise x, and are not about aid
        std::vector<const Propagator*> together;  ///< are about both
        std::vector<const Propagator*> of_aid;    ///< all that advise aid
    };
    struct TakenOut {
        std::size_t group;
        Value value;
        Value aid_value;
    };
    struct Drawn {
        Cost noisy;
        Cost cost;
        Value value;  ///< or not_given: none
    };
    static constexpr std::size_t no_group = std::numeric_limits<std::size_t>::max();
    using Advisers = std::vector<const Propagator*>;

    [[nodiscard]] bool can_advise() const;
    void add_groups(const std::vector<bool>& pays);
    void couple_groups();
    void add_group(IntVar x, std::optional<IntVar> aid, const std::vector<Advisers>& advisers);
    [[nodiscard]] std::optional<IntVar> aid_of(const std::vector<bool>& is_no_aid,
                                               const Advisers& advisers) const;
    [[nodiscard]] std::size_t pick(std::size_t count);
    void pick_coupled();
    void add_advice(IntVar x, const Advisers& advisers, std::vector<Cost>& by_value);
    void price_alone(IntVar x, const Advisers& advisers);
    [[nodiscard]] Cost priced(IntVar x, Value value) const;
    /// Of the values of x in by_value_.
    [[nodiscard]] Drawn draw(const Store& s, IntVar x);
    [[nodiscard]] Cost insert(const Store& s, const Group& group);
    [[nodiscard]] Cost insert_with_aid(const Store& s, const Group& group);
    [[nodiscard]] Cost take_out();
    [[nodiscard]] Cost put_back(const Store& s);
    void undo();
    [[nodiscard]] Cost allowance();
    void step(const Store& s);

    const Problem& problem_;
    base::Random random_;
    bool is_idle_ = true;
    std::vector<Cost> noise_;
    std::vector<IntVar> choices_;
    std::vector<Group> groups_;
    std::vector<std::size_t> group_of_;              // by variable; or no_group
    std::vector<std::vector<std::size_t>> coupled_;  // by group: a group for each constraint shared

    Assignment given_;
    Cost cost_ = 0;
    Cost heat_ = 0;  // 1024 times what a step may cost about
    Cost best_cost_ = infinite_cost;
    Assignment best_;
    std::vector<TakenOut> out_;
    std::vector<Cost> by_value_;
    std::vector<Cost> alone_;
    std::vector<Cost> aid_costs_;
    Cost dearer_ = 0;  // of the first steps that would have been: in all
    int dearer_steps_ = 0;
    std::int64_t work_ = 0;
};

}  // namespace rul::solver
