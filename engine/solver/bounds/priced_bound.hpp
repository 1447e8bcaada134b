#pragma once

#include "engine/solver/bounds/series_bound.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/relaxation.hpp"
#include "engine/solver/problem.hpp"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace rul::solver {

/// Multipliers are whole numbers of 1/price_scale points, so that bounds are exact and the same
/// everywhere.
inline constexpr Cost price_scale = 1024;

/// A price for each row of a relaxation; 0 <= price <= Row::price * price_scale.
using Prices = std::vector<Cost>;

/// cost(any solution in the domains) >= sum of shortest paths under prices - prices * row bounds;
/// fails when that reaches the limit.
///
/// With prices on the rows every series can be solved alone, and the sum of their least costs is a
/// lower bound for any prices at all (Lagrangian relaxation). With no prices it is the sum of what
/// the parts cost by themselves, exact once all is fixed: such a one guards the objective.
///
/// Strength: fails, and at the root (in the search too, if asked to) deletes every value of a
/// series whose own bound reaches the limit. Cost: a sweep for each series with a changed domain.
/// Reasons: SeriesBound::explain.
class PricedBound final : public Propagator {
  public:
    /// @pre `problem` and `relaxation` outlive it; prices.size() == relaxation.rows().size(), or
    /// prices is empty: no prices, and every cost counts in full.
    PricedBound(const Problem& problem, const Relaxation& relaxation, const Prices& prices);

    /// Solutions that cost `limit` or more are not wanted. The engine must be told (Engine::wake).
    void set_limit(Cost limit) { limit_ = limit; }
    void set_prices(const Prices& prices);
    /// A bound that rests lets everything pass.
    void rest(bool on) { rests_ = on; }
    [[nodiscard]] bool is_at_rest() const { return rests_; }
    /// Whether propagate() also deletes values of series, not only fails.
    void delete_in_search(bool on) { deletes_in_search_ = on; }

    /// The lower bound over the domains in `s`, in points, rounded up. infinite_cost: no solution.
    [[nodiscard]] Cost bound(const Store& s);
    /// The same in 1/price_scale points.
    [[nodiscard]] Cost scaled_bound(const Store& s);
    /// The values of the parts' own least solutions; what the prices could not agree on is broken.
    /// By variable; variables in no part stay as they are in `out`, or have their least value if it
    /// was empty.
    /// @pre scaled_bound() over the same domains came just before, and was finite
    void least_values(const Store& s, Assignment& out);
    /// Deletes every value whose bound reaches the limit, as facts of the root; below it, `who` is
    /// asked why. @pre at level 0, or `who` is given
    [[nodiscard]] bool delete_dear_values(Store& s, std::int64_t& deleted,
                                          std::optional<std::uint32_t> who = std::nullopt);

    /// How many steps all sweeps so far took.
    [[nodiscard]] std::int64_t work() const;

    [[nodiscard]] std::string_view name() const override { return "priced bound"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    [[nodiscard]] bool propagate(Store& s) override;
    void explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                 std::vector<Literal>& out) const override;
    [[nodiscard]] bool holds(const Assignment& values) const override;
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& /*to*/) const override {
        return nullptr;
    }
    [[nodiscard]] int priority() const override { return 2; }

  private:
    static constexpr auto no_part = std::numeric_limits<std::uint32_t>::max();

    void refresh(const Store& s);
    void refresh(const Store& s, std::size_t part);
    void add_to_sum(Cost least, int times);
    [[nodiscard]] Cost single_least(const Store& s, IntVar x) const;
    [[nodiscard]] Cost explain_single(const Store& s, IntVar x, Position at, Cost least,
                                      std::vector<Literal>& out) const;
    /// Deletes for good, or for the one who knows why.
    struct Deleting {
        Store& s;
        std::optional<std::uint32_t> who;

        [[nodiscard]] bool infer(Literal fact) const {
            return who ? s.infer_lazily(fact, *who, 0) : s.infer(fact, {});
        }
    };
    [[nodiscard]] bool delete_in_series(const Deleting& by, std::size_t part, Cost slack,
                                        std::int64_t& deleted);
    [[nodiscard]] bool delete_in_single(const Deleting& by, IntVar x, Cost slack,
                                        std::int64_t& deleted);
    /// What an inference inside the search rested on; kept until the search is back at the root.
    struct Snapshot {
        std::vector<Cost> least;  ///< by part
        Cost limit;
    };

    [[nodiscard]] bool is_given(const Store& s, std::size_t part) const;
    [[nodiscard]] bool fail(Store& s, Cost total);
    [[nodiscard]] bool delete_lazily(Store& s, Cost total);
    [[nodiscard]] bool delete_of_member(Store& s, std::size_t part, std::size_t k, Cost slack,
                                        bool& is_noted);
    [[nodiscard]] Cost explain_part(const Store& s, std::size_t part, Position at, Cost least,
                                    std::vector<Literal>& out) const;
    void note_steps(const Prices& prices);
    [[nodiscard]] std::vector<Cost> own_costs(IntVar x, bool is_priced) const;
    void note_scan(const Store& s, IntVar x);
    [[nodiscard]] bool has_changed(const Store& s, std::size_t part);

    const Problem& problem_;
    const Relaxation& relaxation_;
    Cost limit_ = infinite_cost;
    Cost constant_ = 0;                        ///< scaled: constant cost - prices * row bounds
    std::vector<std::vector<Cost>> costs_;     ///< by variable and value, scaled and priced
    mutable std::vector<SeriesBound> series_;  ///< mutable: sweeps use their tables as scratch
    std::vector<IntVar> singles_;              ///< with a cost or a price, in no series
    std::vector<IntVar> scope_;
    std::vector<bool> is_covered_;        ///< by variable: soft rows stand for its cost
    std::vector<std::vector<Cost>> own_;  ///< by variable and value, scaled, without prices
    std::vector<std::uint32_t> part_of_;  ///< by variable: series, then singles; or no_part
    std::vector<Cost> least_;             ///< by part
    Cost sum_ = 0;                        ///< of those that are finite
    int empty_parts_ = 0;                 ///< how many are not
    std::int64_t scanned_ = 0;            ///< values of singles
    std::vector<std::vector<Cost>> through_;
    std::vector<Literal> reason_;

    bool rests_ = false;
    bool deletes_in_search_ = false;
    std::vector<Cost> searched_slack_;  ///< by part: the slack it was last searched with
    std::vector<Snapshot> snapshots_;
    std::vector<std::vector<std::uint64_t>> seen_;  ///< by part: its members' stamps + 1
    const Store* seen_store_ = nullptr;             ///< the last looked at, and its last stamp then
    std::uint64_t seen_stamp_ = 0;
};

}  // namespace rul::solver
