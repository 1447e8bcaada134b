#pragma once

#include "engine/solver/core/coordinate.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/store.hpp"
#include "engine/solver/core/types.hpp"

#include <memory>
#include <utility>
#include <vector>

namespace rul::solver {

/// The members of a series in order: consecutive members held are `gap` apart, at a cost for it.
///
///     member   1        2            (left out)         4
///     day      3 <-gap-> 9 <--------------gap----------> 40
///
/// Both a constraint and a part of the objective. The shortest path through (member, day) is the
/// exact least cost of the series (search/series_path.hpp).
struct SeriesPath {
    std::vector<Coordinate> members;  ///< Their days. Optional ones may be passed over.
    Value least_gap = 1;              ///< >= 1
    std::vector<Cost> gap_cost;  ///< Of gap least_gap + i; infinite_cost: forbidden, as all beyond.
    std::vector<Value> must_pass;  ///< Each of these coordinates is that of some member held.
};

/// What the gaps of a path cost; infinite_cost: one is forbidden, or a day is not passed.
[[nodiscard]] Cost cost_of_gaps(const SeriesPath& path, const Assignment& values);

/// An integer problem: variables, constraints, costs. Minimise the sum of all costs.
///
/// The objective is made of tables: one per variable (add_cost) and one per series (add_path). What
/// a constraint costs when it is broken is a variable of its own, with a table.
class Problem {
  public:
    IntVar new_var(Value min, Value max) { return store_.new_var(min, max); }
    IntVar new_bool() { return store_.new_bool(); }

    /// A variable from 0 to `most` that only says what something costs, `each` a unit. What it pays
    /// for is decided before it; it then takes the least that is left.
    IntVar new_price(Value most, Cost each);
    /// As new_price(), of a variable there is.
    void take_as_price(IntVar x) { prices_.push_back(x); }

    /// `l` holds in every solution.
    void require(Literal l);
    /// One of `literals` holds.
    void add_clause(std::vector<Literal> literals);
    void post(std::unique_ptr<Propagator> constraint);
    template <class Constraint, class... Args>
    void post(Args&&... args) {
        post(std::make_unique<Constraint>(std::forward<Args>(args)...));
    }

    /// While one lives, what is added follows from the rest, variables of its own chosen rightly.
    /// It is obeyed, but has no rows where nothing is decided; decided in a tree, it proves much.
    class Implied {
      public:
        explicit Implied(Problem& problem) : problem_{problem} { problem_.adds_implied_ = true; }
        Implied(const Implied&) = delete;
        Implied& operator=(const Implied&) = delete;
        Implied(Implied&&) = delete;
        Implied& operator=(Implied&&) = delete;
        ~Implied() { problem_.adds_implied_ = false; }

      private:
        Problem& problem_;
    };

    /// `x` having its i-th initial value costs `by_value[i]` more. Adds up; infinite_cost:
    /// forbidden.
    /// @pre all >= 0
    void add_cost(IntVar x, const std::vector<Cost>& by_value);
    /// Each unit of `x` above its initial minimum costs `each`.
    void add_linear_cost(IntVar x, Cost each);
    void add_path(SeriesPath path);
    /// A cost that is paid whatever happens.
    void add_constant_cost(Cost cost) { constant_ += cost; }

    /// Once there were conflicts, `x` and the others so named are decided before the rest: who
    /// comes first, and only then when.
    void decide_first(IntVar x) { first_.push_back(x); }

    /// What a point is in the costs of this problem: finer than 1 where prices are part of them.
    [[nodiscard]] Cost unit() const { return unit_; }
    void set_unit(Cost unit) { unit_ = unit; }

    /// Whether requirements alone have emptied a domain.
    [[nodiscard]] bool is_trivially_infeasible() const { return is_infeasible_; }

    // ---- For the search and the checkers
    // ----------------------------------------------------------
    [[nodiscard]] const Store& store() const { return store_; }
    [[nodiscard]] const std::vector<std::unique_ptr<Propagator>>& constraints() const {
        return constraints_;
    }
    [[nodiscard]] const std::vector<std::vector<Literal>>& clauses() const { return clauses_; }
    /// Of a constraint or a clause, by number: first the constraints, then the clauses.
    [[nodiscard]] bool is_implied(std::size_t source) const {
        return source < constraints_.size() ? is_implied_constraint_[source]
                                            : is_implied_clause_[source - constraints_.size()];
    }
    [[nodiscard]] bool has_implied() const { return has_implied_; }
    [[nodiscard]] const std::vector<SeriesPath>& paths() const { return paths_; }
    /// By variable; empty: costs nothing.
    [[nodiscard]] const std::vector<std::vector<Cost>>& costs() const { return costs_; }
    /// Whether it has a table.
    [[nodiscard]] bool has_costs(IntVar x) const {
        return x.index < costs_.size() && !costs_[x.index].empty();
    }
    /// What `x` costs at `value`, by its own table.
    [[nodiscard]] Cost cost_of(IntVar x, Value value) const {
        if (!has_costs(x)) return 0;
        return costs_[x.index][static_cast<std::size_t>(value - store_.initial_min(x))];
    }
    [[nodiscard]] const std::vector<IntVar>& decided_first() const { return first_; }
    [[nodiscard]] const std::vector<IntVar>& prices() const { return prices_; }
    [[nodiscard]] Cost constant_cost() const { return constant_; }

    /// Every domain, clause, constraint and path holds, and no cost is infinite (check/: the slow,
    /// obvious way).
    [[nodiscard]] bool holds(const Assignment& values) const;
    /// @pre holds(values)
    [[nodiscard]] Cost cost(const Assignment& values) const;

  private:
    /// Of a variable with a table.
    [[nodiscard]] Cost own_cost(IntVar x, Value v) const;

    Store store_;
    bool is_infeasible_ = false;
    std::vector<std::unique_ptr<Propagator>> constraints_;
    std::vector<std::vector<Literal>> clauses_;
    std::vector<bool> is_implied_constraint_;
    std::vector<bool> is_implied_clause_;
    bool adds_implied_ = false;
    bool has_implied_ = false;
    std::vector<SeriesPath> paths_;
    std::vector<std::vector<Cost>> costs_;
    std::vector<IntVar> first_;
    std::vector<IntVar> prices_;
    Cost constant_ = 0;
    Cost unit_ = 1;
};

}  // namespace rul::solver
