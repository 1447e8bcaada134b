#pragma once

#include "base/random.hpp"
#include "engine/solver/check/assignments.hpp"
#include "engine/solver/check/reason_checker.hpp"
#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/core/coordinate.hpp"
#include "engine/solver/core/propagator.hpp"
#include "engine/solver/core/relaxation.hpp"
#include "engine/solver/core/renaming.hpp"
#include "engine/solver/core/store.hpp"
#include "tests/support/seeds.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <ostream>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace rul::testing {

using solver::Assignment;
using solver::Coordinate;
using solver::Cost;
using solver::IntVar;
using solver::Literal;
using solver::Position;
using solver::Value;

using Literals = std::vector<Literal>;
using Values = std::vector<Value>;

inline std::string text_of(const Literals& literals) {
    std::ostringstream out;
    for (const Literal l : literals)
        out << l << "; ";
    return out.str();
}

struct Inference {
    Literal fact;
    Literals reason;
};

/// What is claimed of the domains when nothing more can be inferred.
enum class Strength {
    complete,          ///< Only that a broken constraint fails once all is fixed.
    last_open_bounds,  ///< With one variable open its bounds are part of solutions.
    last_open,         ///< With one variable open each of its values is a solution.
    bounds,            ///< Each bound is part of a solution.
    domain             ///< Each value is part of a solution.
};

/// A tiny world for one constraint on the real store: variables, inferences, and what is true of
/// them by brute force.
class World {
  public:
    IntVar var(Value min, Value max, const Values& holes = {}) {
        const IntVar x = store_.new_var(min, max);
        for (const Value v : holes)
            BOOST_REQUIRE(store_.infer(differs(x, v), {}));
        return x;
    }
    /// A variable with a value for each coordinate, and one more when it may be left out.
    Coordinate coordinate(Values at, bool is_optional = false, const Values& holes = {}) {
        const IntVar x = var(0, static_cast<Value>(at.size()) - (is_optional ? 0 : 1), holes);
        return {x, std::make_shared<const Values>(std::move(at))};
    }

    template <class Constraint, class... Args>
    void post(Args&&... args) {
        post(std::make_unique<Constraint>(std::forward<Args>(args)...));
    }
    void post(std::unique_ptr<solver::Propagator> constraint) {
        constraint_ = std::move(constraint);
        start_ = store_.trail_size();
    }

    [[nodiscard]] solver::Store& store() { return store_; }
    [[nodiscard]] const solver::Propagator& constraint() const { return *constraint_; }
    /// A choice on a new level.
    void decide(Literal l) { store_.decide(l); }

    /// Propagates to a fixpoint; false on a conflict.
    [[nodiscard]] bool propagate() {
        for (;;) {
            const auto before = store_.changes_made();
            if (!constraint_->propagate(store_)) return false;
            if (before == store_.changes_made()) return true;
        }
    }

    /// The values left, in order.
    [[nodiscard]] Values values(IntVar x) const {
        Values left;
        for (Value v = store_.min(x); v <= store_.max(x); v = store_.next(x, v + 1))
            left.push_back(v);
        return left;
    }

    /// All the constraint inferred so far, in order; lazy reasons asked for.
    [[nodiscard]] std::vector<Inference> inferences() const {
        std::vector<Inference> found;
        for (Position at = start_; at < store_.trail_size(); ++at)
            if (is_inference(at))
                found.push_back(
                    {store_.change(at).fact, solver::check::reason_of(store_, at, *constraint_)});
        return found;
    }
    /// Why `fact` was inferred; sorted.
    [[nodiscard]] Literals reason(Literal fact) const {
        for (const Inference& i : inferences()) {
            if (i.fact != fact) continue;
            Literals sorted = i.reason;
            std::sort(sorted.begin(), sorted.end());
            return sorted;
        }
        BOOST_ERROR("never inferred: " << fact);
        return {};
    }
    /// The literals that cannot hold together, less those true from the start; sorted.
    /// @pre propagate() returned false
    [[nodiscard]] Literals conflict() const {
        Literals together;
        for (const Literal l : solver::check::conflict_of(store_, *constraint_))
            solver::append_cause(store_, l, together);
        std::sort(together.begin(), together.end());
        return together;
    }

    /// What a row's sum has above its bound.
    [[nodiscard]] static Cost excess(const solver::Row& row, const Assignment& values) {
        Cost sum = -row.bound;
        for (const solver::Term& t : row.terms)
            if (t.first <= values[t.x.index] && values[t.x.index] <= t.last) sum += t.coefficient;
        return sum;
    }

    /// Compares everything with brute force: the solutions found by search, the strength claimed
    /// at each node, each reason, the wakes asked for, the linear rows.
    /// Now and then of a renamed copy as well.
    void check_everything(Strength claim, base::Random& random) {
        check(claim, random);
        if (random.between(0, 3) == 0) check_renamed(claim, random);
    }

  private:
    void check(Strength claim, base::Random& random) {
        claim_ = claim;
        collect_solutions();
        found_.clear();
        wakes_.clear();
        Wakes wakes{*this};
        constraint_->subscribe(wakes);
        search(true);
        BOOST_TEST((found_ == solutions_),
                   "search found " << found_.size() << " solutions, not " << solutions_.size());
        check_rows(random);
        check_breaking_values(random);
    }

    // Among variables that mean nothing to it, a copy has the same solutions, and keeps what the
    // constraint promises.
    void check_renamed(Strength claim, base::Random& random) const {
        World other;
        solver::Renaming to{store_.var_count()};
        for (std::uint32_t i = 0; i < store_.var_count(); ++i) {
            other.var(7, 7);
            Values holes;
            for (Value v = store_.initial_min({i}); v <= store_.initial_max({i}); ++v)
                if (!store_.contains({i}, v)) holes.push_back(v);
            to.set({i}, other.var(store_.initial_min({i}), store_.initial_max({i}), holes));
        }
        other.post(constraint_->renamed(to));
        other.check(claim, random);
        std::set<Assignment> same;
        for (const Assignment& values : other.solutions_) {
            Assignment without;
            for (std::uint32_t i = 0; i < store_.var_count(); ++i)
                without.push_back(values[to.of({i}).index]);
            same.insert(without);
        }
        BOOST_TEST((same == solutions_), "renamed, it has other solutions");
    }

    class Wakes final : public solver::Subscriptions {
      public:
        explicit Wakes(World& world) : world_{world} {}
        void wake_on(IntVar x, solver::Wake when) override {
            world_.wakes_.insert({x.index, when});
        }

      private:
        World& world_;
    };

    [[nodiscard]] bool is_inference(Position at) const {
        const auto kind = store_.change(at).reason.kind;
        return kind == solver::Reason::Kind::literals || kind == solver::Reason::Kind::lazy;
    }

    // All solutions within the bounds the variables were made with (for the reasons), and those
    // among them that avoid the holes (for the search).
    void collect_solutions() {
        std::vector<IntVar> all;
        for (std::uint32_t i = 0; i < store_.var_count(); ++i)
            all.push_back({i});
        const Cost count = solver::check::assignment_count(store_, all);
        BOOST_REQUIRE_MESSAGE(count <= 200'000, "too large for brute force: " << count);
        wide_solutions_.clear();
        solutions_.clear();
        solver::check::for_each_assignment(store_, all, [this](const Assignment& values) {
            if (!constraint_->holds(values)) return true;
            wide_solutions_.push_back(values);
            if (is_inside(values)) solutions_.insert(values);
            return true;
        });
    }

    [[nodiscard]] bool is_inside(const Assignment& values) const {
        for (std::uint32_t i = 0; i < store_.var_count(); ++i)
            if (!store_.contains({i}, values[i])) return false;
        return true;
    }

    // ---- Search: bisection of the first open variable.
    void search(bool is_woken) {
        if (!propagate_checked(is_woken)) return;
        check_strength();
        const std::uint32_t open = first_open();
        if (open == store_.var_count()) {
            Assignment values;
            for (std::uint32_t i = 0; i < open; ++i)
                values.push_back(store_.min({i}));
            found_.insert(values);
            return;
        }
        const IntVar x{open};
        const Value middle = store_.min(x) + (store_.max(x) - store_.min(x)) / 2;
        branch(at_most(x, middle));
        branch(at_least(x, middle + 1));
    }

    void branch(Literal choice) {
        const Position from = store_.trail_size();
        store_.decide(choice);
        search(wakes_since(from));
        store_.backtrack_to(store_.level() - 1);
    }

    [[nodiscard]] bool wakes_since(Position from) const {
        for (Position at = from; at < store_.trail_size(); ++at) {
            const Literal fact = store_.change(at).fact;
            const auto asked = [&](solver::Wake when) {
                return wakes_.count({fact.var, when}) > 0;
            };
            if (asked(solver::Wake::domain)) return true;
            if (fact.op == Literal::Op::ne) continue;
            if (asked(solver::Wake::bounds)) return true;
            if (asked(solver::Wake::fixed) && store_.is_fixed({fact.var})) return true;
        }
        return false;
    }

    // As the engine would: called again while its own changes wake it. Then once more, to see that
    // nothing was missed.
    [[nodiscard]] bool propagate_checked(bool is_woken) {
        while (is_woken) {
            const Position from = store_.trail_size();
            if (!propagate_once()) return false;
            is_woken = wakes_since(from);
        }
        const auto before = store_.changes_made();
        const bool is_consistent = propagate_once();
        BOOST_TEST((is_consistent && before == store_.changes_made()),
                   constraint_->name() << " was not woken, but had more to infer");
        return is_consistent;
    }

    [[nodiscard]] bool propagate_once() {
        const Position from = store_.trail_size();
        const bool is_consistent = constraint_->propagate(store_);
        for (Position at = from; at < store_.trail_size(); ++at)
            if (is_inference(at)) check_reason(at);
        if (!is_consistent) check_conflict();
        return is_consistent;
    }

    [[nodiscard]] std::uint32_t first_open() const {
        std::uint32_t i = 0;
        while (i < store_.var_count() && store_.is_fixed({i}))
            ++i;
        return i;
    }

    // ---- Reasons
    [[nodiscard]] bool cannot_hold_together(const Literals& together) const {
        return std::none_of(
            wide_solutions_.begin(), wide_solutions_.end(), [&](const Assignment& values) {
                return std::all_of(together.begin(), together.end(),
                                   [&](Literal l) { return holds(l, values[l.var]); });
            });
    }

    void check_reason(Position at) {
        const auto& change = store_.change(at);
        check_reason(at, change.fact, solver::check::reason_of(store_, at, *constraint_));
        if (change.reason.kind != solver::Reason::Kind::lazy) return;
        // Analysis may ask for a weaker bound than was inferred.
        const Value step = change.fact.op == Literal::Op::ge ? -1 : 1;
        if (change.fact.op == Literal::Op::ne) return;
        for (Value v = change.fact.value + step; v != change.old; v += step) {
            const Literal need{change.fact.var, change.fact.op, v};
            Literals reason;
            constraint_->explain(store_, need, change.reason.data, at, reason);
            check_reason(at, need, reason);
        }
    }

    void check_reason(Position at, Literal fact, const Literals& reason) const {
        BOOST_TEST(solver::check::was_true_before(store_, reason, at),
                   "not true when given: " << text_of(reason) << " of " << fact);
        Literals together = reason;
        together.push_back(!fact);
        BOOST_TEST(cannot_hold_together(together),
                   "unsound: " << text_of(reason) << " of " << fact);
    }

    void check_conflict() const {
        const Literals together = conflict();
        BOOST_TEST(solver::check::was_true_before(store_, together, store_.trail_size()),
                   "conflict not true: " << text_of(together));
        BOOST_TEST(cannot_hold_together(together), "no conflict: " << text_of(together));
    }

    // ---- Strength
    void check_strength() const {
        if (claim_ == Strength::complete) return;
        std::uint32_t open = 0;
        for (std::uint32_t i = 0; i < store_.var_count(); ++i)
            if (!store_.is_fixed({i})) ++open;
        const bool is_about_last =
            claim_ == Strength::last_open || claim_ == Strength::last_open_bounds;
        if (is_about_last && open > 1) return;
        std::vector<std::set<Value>> supported(store_.var_count());
        for (const Assignment& values : solutions_)
            if (is_inside(values))
                for (std::size_t i = 0; i < values.size(); ++i)
                    supported[i].insert(values[i]);
        const bool is_bounds = claim_ == Strength::bounds || claim_ == Strength::last_open_bounds;
        for (std::uint32_t i = 0; i < store_.var_count(); ++i)
            for (const Value v : values({i}))
                if (!is_bounds || v == store_.min({i}) || v == store_.max({i}))
                    BOOST_TEST((supported[i].count(v) > 0),
                               "x" << i << " == " << v << " is in no solution, yet it is left");
    }

    // ---- Rows
    void check_rows(base::Random& random) const {
        solver::Relaxation rows{store_};
        constraint_->relax(rows);
        for (int round = 0; round < 4; ++round) {
            std::vector<Cost> multipliers;  // of soft rows; the first round takes the full price
            for (const solver::Row& row : rows.rows())
                multipliers.push_back(row.price >= solver::infinite_cost ? 0
                                      : round == 0
                                          ? row.price
                                          : random.between(0, static_cast<int>(row.price)));
            for (const Assignment& values : solutions_)
                check_rows(rows, multipliers, values);
        }
    }

    void check_rows(const solver::Relaxation& rows, const std::vector<Cost>& multipliers,
                    const Assignment& values) const {
        Cost paid = 0;
        Cost violation = 0;
        for (std::size_t r = 0; r < rows.rows().size(); ++r) {
            const solver::Row& row = rows.rows()[r];
            const Cost over = excess(row, values);
            if (row.price >= solver::infinite_cost)
                BOOST_TEST(over <= 0, "row " << r << " is broken by " << over);
            paid += multipliers[r] * over;
            violation += multipliers[r] * std::max<Cost>(over, 0);
        }
        Cost real = 0;
        for (const IntVar x : rows.covered())
            real += values[x.index];
        BOOST_TEST(paid <= real);
        BOOST_TEST(violation <= real);
    }

    // ---- What breaks it
    void check_breaking_values(base::Random& random) const {
        if (!constraint_->names_breaking_values()) return;
        std::vector<solver::ValueRun> runs;
        for (int round = 0; round < 8; ++round) {
            Assignment values;
            for (std::uint32_t i = 0; i < store_.var_count(); ++i)
                values.push_back(random.between(store_.initial_min({i}), store_.initial_max({i})));
            for (const IntVar x : constraint_->scope()) {
                runs.clear();
                constraint_->breaking_values(x, values, runs);
                check_breaking_values(x, values, runs);
            }
        }
    }

    void check_breaking_values(IntVar x, Assignment values,
                               const std::vector<solver::ValueRun>& runs) const {
        for (Value v = store_.initial_min(x); v <= store_.initial_max(x); ++v) {
            values[x.index] = v;
            const auto times = std::count_if(
                runs.begin(), runs.end(),
                [v](const solver::ValueRun& run) { return run.first <= v && v <= run.last; });
            BOOST_TEST(times == (constraint_->holds(values) ? 0 : 1), "x" << x.index << " == " << v
                                                                          << " is said to break it "
                                                                          << times << " times");
        }
    }

    solver::Store store_;
    std::unique_ptr<solver::Propagator> constraint_;
    Position start_ = 0;
    Strength claim_ = Strength::complete;
    std::set<std::pair<std::uint32_t, solver::Wake>> wakes_;
    std::vector<Assignment> wide_solutions_;
    std::set<Assignment> solutions_;
    std::set<Assignment> found_;
};

// ---- Random tiny things -------------------------------------------------------------------------

inline Values random_holes(base::Random& random, Value min, Value max) {
    Values holes;
    for (Value v = min; v <= max; ++v)
        if (random.between(0, 4) == 0) holes.push_back(v);
    if (static_cast<Value>(holes.size()) == max - min + 1) holes.pop_back();
    return holes;
}

inline IntVar random_var(World& w, base::Random& random, Value min, Value max) {
    const Value low = random.between(min, max);
    const Value high = random.between(low, max);
    return w.var(low, high, random_holes(random, low, high));
}

/// Up to `most` values with coordinates that sometimes repeat and sometimes jump; often optional.
inline Coordinate random_coordinate(World& w, base::Random& random, int most, int greatest_jump) {
    Values at{random.between(-2, 4)};
    const int count = random.between(1, most);
    for (int i = 1; i < count; ++i)
        at.push_back(at.back() + random.between(0, greatest_jump));
    const bool is_optional = random.between(0, 1) == 0;
    const Value last = static_cast<Value>(at.size()) - (is_optional ? 0 : 1);
    return w.coordinate(std::move(at), is_optional, random_holes(random, 0, last));
}

/// No literal, one or two: on variables of its own, rarely on `shared`.
inline solver::Condition random_condition(World& w, base::Random& random, IntVar shared) {
    solver::Condition when;
    for (int i = random.between(-1, 2); i > 0; --i) {
        const bool is_shared = random.between(0, 5) == 0;
        const IntVar x = is_shared ? shared : w.var(0, random.between(1, 2));
        const auto op = static_cast<Literal::Op>(random.between(0, 3));
        when.literals.push_back({x.index, op, random.between(0, 2)});
    }
    return when;
}

}  // namespace rul::testing
