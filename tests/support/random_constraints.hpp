#pragma once

#include "engine/solver/constraints/all_different_except.hpp"
#include "engine/solver/constraints/among.hpp"
#include "engine/solver/constraints/binary.hpp"
#include "engine/solver/constraints/bucket_excess.hpp"
#include "engine/solver/constraints/channel.hpp"
#include "engine/solver/constraints/count.hpp"
#include "engine/solver/constraints/cumulative.hpp"
#include "engine/solver/constraints/deviation.hpp"
#include "engine/solver/constraints/disjunctive.hpp"
#include "engine/solver/constraints/exists_in_window.hpp"
#include "engine/solver/constraints/function.hpp"
#include "engine/solver/constraints/in_set.hpp"
#include "engine/solver/constraints/lag.hpp"
#include "engine/solver/constraints/levels.hpp"
#include "engine/solver/constraints/linear_at_most.hpp"
#include "engine/solver/constraints/no_overlap.hpp"
#include "engine/solver/constraints/not_together.hpp"
#include "engine/solver/constraints/order.hpp"
#include "engine/solver/constraints/overlap.hpp"
#include "engine/solver/constraints/separation.hpp"
#include "tests/support/random_problem.hpp"

// Every kind of constraint, at random, over the series of a tiny problem.
namespace rul::testing {

class RandomConstraints {
  public:
    RandomConstraints(Random& random, Problem& p) : random_{random}, p_{p} {
        for (const SeriesPath& path : p.paths())
            for (const Coordinate& member : path.members)
                members_.push_back(member);
    }

    void post_one() {
        switch (random_.between(0, 19)) {
            case 0:
                if (const auto [a, b] = two(); a != b)
                    p_.post<solver::Lag>(members_[a], members_[b], random_.between(-3, 4),
                                         condition());
                break;
            case 1:
                if (const auto [a, b] = two(); a != b)
                    p_.post<solver::Separation>(members_[a], members_[b], random_.between(1, 4),
                                                condition());
                break;
            case 2:
                post_deviation();
                break;
            case 3:
                post_exists();
                break;
            case 4:
                post_no_overlap();
                break;
            case 5:
                post_binary();
                break;
            case 6:
                post_channel();
                break;
            case 7:
                post_in_set();
                break;
            case 8:
                post_count();
                break;
            case 9: {
                const IntVar count = cheap_var(0, random_.between(0, 3));
                p_.post<solver::Among>(members_, random_.between(0, 3), random_.between(3, 7),
                                       count);
                break;
            }
            case 10:
                p_.post<solver::BucketExcess>(members_, std::vector<int>(members_.size(), 1),
                                              random_.between(1, 2),
                                              cheap_var(0, random_.between(0, 2)));
                break;
            case 11:
                p_.post<solver::LinearAtMost>(
                    std::vector<std::pair<Value, IntVar>>{{random_.between(-2, 3), member().var()},
                                                          {random_.between(1, 3), cheap_var(0, 1)}},
                    Cost{random_.between(0, 8)}, condition());
                break;
            case 12:
                if (const auto [a, b] = two(); a != b)
                    p_.post<solver::AllDifferentExcept>(
                        std::vector<IntVar>{members_[a].var(), members_[b].var()},
                        random_.between(0, 3));
                break;
            case 13:
                post_not_together();
                break;
            case 14:
                if (const auto [a, b] = two(); a != b)
                    p_.post<solver::Order>(members_[a].var(), members_[b].var(),
                                           random_.between(0, 3), random_.between(0, 3),
                                           cheap_var(0, 1));
                break;
            case 15:
                post_disjunctive();
                break;
            case 16:
                post_cumulative();
                break;
            case 17:
                post_levels();
                break;
            case 18:
                if (const auto [a, b] = two(); a != b)
                    p_.post<solver::Overlap>(task(members_[a]), task(members_[b]), cheap_var(0, 4));
                break;
            default:
                post_function();
        }
    }

  private:
    [[nodiscard]] std::size_t index() {
        return static_cast<std::size_t>(random_.between(0, static_cast<int>(members_.size()) - 1));
    }
    [[nodiscard]] const Coordinate& member() { return members_[index()]; }
    [[nodiscard]] std::pair<std::size_t, std::size_t> two() {
        const std::size_t a = index();
        return {a, index()};
    }
    /// A variable whose upper values cost.
    [[nodiscard]] IntVar cheap_var(Value min, Value max) {
        const IntVar x = p_.new_var(min, max);
        p_.add_linear_cost(x, random_.between(0, 4));
        return x;
    }
    /// None, or a boolean whose being false costs.
    [[nodiscard]] solver::Condition condition() {
        if (random_.between(0, 1) == 0) return {};
        const IntVar b = p_.new_bool();
        p_.add_cost(b, {random_.between(1, 6), 0});
        return {{solver::is_true(b)}};
    }
    [[nodiscard]] solver::Task task(const Coordinate& of) {
        auto start = std::make_shared<std::vector<Value>>();
        auto end = std::make_shared<std::vector<Value>>();
        for (Value v = 0; v < of.count(); ++v) {
            start->push_back(of.of(v) * 2);
            end->push_back(of.of(v) * 2 + random_.between(1, 4));
        }
        return {of.var(), start, end};
    }
    void post_no_overlap() {
        std::vector<solver::Task> tasks;
        for (const Coordinate& of : members_)
            tasks.push_back(task(of));
        p_.post<solver::NoOverlap>(std::move(tasks), random_.between(0, 1));
    }
    void post_disjunctive() {
        std::vector<IntVar> starts;
        std::vector<Value> lengths;
        for (const Coordinate& of : members_) {
            starts.push_back(of.var());
            lengths.push_back(random_.between(1, 2));
        }
        p_.post<solver::Disjunctive>(std::move(starts), std::move(lengths));
    }
    void post_cumulative() {
        std::vector<solver::Demand> demands;
        for (const Coordinate& of : members_)
            demands.push_back({task(of), random_.between(0, 3)});
        p_.post<solver::Cumulative>(std::move(demands), random_.between(1, 5));
    }
    void post_levels() {
        std::vector<solver::Demand> demands;
        for (const Coordinate& of : members_)
            demands.push_back({task(of), random_.between(0, 1)});
        std::vector<IntVar> levels;
        for (int time = 0; time < 3; ++time)
            levels.push_back(cheap_var(0, random_.between(1, 2)));
        p_.post<solver::Levels>(std::move(demands), std::move(levels));
    }
    void post_exists() {
        const std::size_t subject = index();
        std::vector<Coordinate> providers;
        for (std::size_t i = 0; i < members_.size(); ++i)
            if (i != subject) providers.push_back(members_[i]);
        p_.post<solver::ExistsInWindow>(members_[subject], providers, random_.between(-3, 1),
                                        random_.between(1, 4), condition());
    }
    void post_deviation() {
        auto f = std::make_shared<solver::ConvexCost>();
        f->first = -20;
        const Value ideal = random_.between(-3, 5);
        const int weight = random_.between(1, 2);
        for (Value d = -20; d <= 20; ++d) {
            const Cost away = std::abs(d - ideal);
            f->of.push_back(weight * (away + std::max<Cost>(0, away - 2)));
        }
        const auto [a, b] = two();
        if (a == b) return;
        const IntVar cost = p_.new_var(0, 12);
        p_.add_linear_cost(cost, 1);
        p_.post<solver::Deviation>(members_[a], members_[b], f, cost, condition());
    }
    void post_binary() {
        const auto [a, b] = two();
        if (a == b) return;
        const Value last_a = p_.store().initial_max(members_[a].var());
        const Value last_b = p_.store().initial_max(members_[b].var());
        solver::IntervalTable table;
        for (Value v = 0; v <= last_a; ++v) {
            const Value first = random_.between(0, last_b);
            table.add(std::vector<solver::IntervalTable::Interval>{
                {first, random_.between(first, last_b)}});
        }
        auto forth = std::make_shared<solver::IntervalTable>(table);
        auto back = std::make_shared<solver::IntervalTable>(table.mirrored(last_b + 1));
        p_.post<solver::Binary>(members_[a].var(), members_[b].var(), forth, back, condition());
    }
    void post_channel() {
        const IntVar x = member().var();
        auto table = std::make_shared<std::vector<Value>>();
        for (Value v = 0; v <= p_.store().initial_max(x); ++v)
            table->push_back(random_.between(0, 2));
        p_.post<solver::Channel>(x, cheap_var(0, 2), table);
    }
    void post_in_set() {
        const IntVar x = member().var();
        auto set = std::make_shared<std::vector<bool>>();
        for (Value v = 0; v <= p_.store().initial_max(x); ++v)
            set->push_back(random_.between(0, 1) == 1);
        p_.post<solver::InSet>(x, set, solver::is_true(cheap_var(0, 1)));
    }
    void post_count() {
        std::vector<Literal> literals;
        for (const Coordinate& of : members_)
            literals.push_back(of.from(random_.between(0, 4)));
        p_.post<solver::Count>(std::move(literals), cheap_var(0, random_.between(0, 4)));
    }
    void post_not_together() {
        const auto [a, b] = two();
        if (a == b) return;
        const auto exclusive =
            std::make_shared<const std::vector<bool>>(std::vector<bool>{false, true});
        p_.post<solver::NotTogether>(task(members_[a]), task(members_[b]), cheap_var(0, 1),
                                     cheap_var(0, 1), exclusive);
    }
    void post_function() {
        const IntVar a = member().var();
        const IntVar b = cheap_var(0, 1);
        auto table = std::make_shared<std::vector<Value>>();
        for (Value v = 0; v <= p_.store().initial_max(a); ++v)
            for (int i = 0; i < 2; ++i)
                table->push_back(random_.between(0, 1));
        p_.post<solver::Function>(a, b, cheap_var(0, 1), table, 2);
    }

    Random& random_;
    Problem& p_;
    std::vector<Coordinate> members_;
};

}  // namespace rul::testing
