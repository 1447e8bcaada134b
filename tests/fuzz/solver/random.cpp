#include "tests/fuzz/solver/recipe.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace rul::fuzz {

namespace {

using base::Random;

class Maker {
  public:
    Maker(Random& random, Cost most_assignments) : random_{random}, most_{most_assignments} {}

    Recipe made() && {
        for (int i = between(0, 2); i > 0 || recipe_.variables.empty(); --i)
            add_series();
        for (int i = between(0, 2); i > 0; --i)
            static_cast<void>(added_meeting());
        for (int i = between(0, 2); i > 0; --i)
            static_cast<void>(added_plain());
        for (int i = between(1, chance(3) ? 9 : 4); i > 0; --i)
            add_post();
        add_costs();
        for (int i = chance(2) ? between(0, 5) : 0; i > 0; --i)
            recipe_.clauses.push_back(literals(between(1, 3)));
        for (int i = chance(4) ? between(1, 2) : 0; i > 0; --i)
            recipe_.required.push_back(literal());
        if (chance(5)) recipe_.constant = between(1, 9);
        choose_limits();
        return std::move(recipe_);
    }

  private:
    int between(int low, int high) { return random_.between(low, high); }
    /// Once in `in`.
    bool chance(int in) { return between(1, in) == 1; }
    bool has_room_for(Cost width) const { return assignments(recipe_) * width <= most_; }

    // ---- Variables
    std::uint32_t added(Variable x) {
        recipe_.variables.push_back(std::move(x));
        return static_cast<std::uint32_t>(recipe_.variables.size() - 1);
    }
    std::optional<std::uint32_t> added_meeting() {
        Variable x;
        const int count = between(1, 6);
        if (!has_room_for(count + 1)) return std::nullopt;
        Value at = between(0, 2);
        for (int i = 0; i < count; ++i) {
            x.at.push_back(at);
            x.lengths.push_back(between(1, 3));
            at += between(0, 2);
        }
        x.max = count - (chance(4) ? 0 : 1);
        return added(std::move(x));
    }
    std::optional<std::uint32_t> added_plain() {
        Variable x;
        if (!chance(2)) x.min = between(-3, 3);
        x.max = x.min + between(0, 4);
        if (!has_room_for(Cost{x.max} - x.min + 1)) return std::nullopt;
        return added(std::move(x));
    }
    std::optional<std::uint32_t> added_for(Role role) {
        if (role == Role::meeting || role == Role::task) return added_meeting();
        if (role == Role::any) return added_plain();
        Variable x;
        x.max = role == Role::flag ? 1 : role == Role::counted ? between(0, 3) : between(0, 9);
        if (role == Role::price) x.each = between(1, 3);
        if (!has_room_for(Cost{x.max} + 1)) return std::nullopt;
        return added(std::move(x));
    }
    bool suits(const Variable& x, Role role) const {
        switch (role) {
            case Role::meeting:
            case Role::task:
                return !x.at.empty();
            case Role::counted:
                return x.min == 0;
            case Role::flag:
                return x.min == 0 && x.max == 1;
            case Role::price:
                return false;  // each pays for one constraint
            case Role::any:
                break;
        }
        return true;
    }
    /// One for the role that is not taken yet, now and then a new one.
    std::optional<std::uint32_t> var_for(Role role, const std::vector<std::uint32_t>& taken) {
        std::vector<std::uint32_t> fit;
        for (std::uint32_t i = 0; i < recipe_.variables.size(); ++i)
            if (suits(recipe_.variables[i], role)
                && std::find(taken.begin(), taken.end(), i) == taken.end())
                fit.push_back(i);
        if (fit.empty() || chance(6)) return added_for(role);
        return fit[static_cast<std::size_t>(between(0, static_cast<int>(fit.size()) - 1))];
    }

    void add_series() {
        Series series;
        for (int i = between(1, 3); i > 0; --i)
            if (const auto x = added_meeting()) series.members.push_back(*x);
        series.least_gap = between(1, 2);
        for (int i = between(1, 8); i > 0; --i)
            series.gap_cost.push_back(chance(6) ? solver::infinite_cost : between(0, 9));
        if (chance(4)) series.must_pass.push_back(between(0, 5));
        recipe_.series.push_back(std::move(series));
    }

    // ---- Constraints
    Literal literal() {
        const auto x =
            static_cast<std::uint32_t>(between(0, static_cast<int>(recipe_.variables.size()) - 1));
        const Variable& v = recipe_.variables[x];
        // Now and then beyond what the variable can be.
        return {x, static_cast<Literal::Op>(between(0, 3)), between(v.min - 1, v.max + 1)};
    }
    std::vector<Literal> literals(int count) {
        std::vector<Literal> all;
        for (; count > 0; --count)
            all.push_back(literal());
        return all;
    }

    void add_post() {
        Post post;
        post.kind = static_cast<Kind>(between(0, kinds - 1));
        const Shape& shape = shape_of(post.kind);
        const std::size_t alone = shape.roles.size() - (shape.has_list ? 1 : 0);
        const std::size_t count =
            alone + (shape.has_list ? static_cast<std::size_t>(between(1, 4)) : 0);
        for (std::size_t i = 0; i < count; ++i) {
            const auto x = var_for(shape.roles[std::min(i, shape.roles.size() - 1)], post.vars);
            if (!x && i < alone) return;
            if (x) post.vars.push_back(*x);
        }
        fill_numbers(post);
        if (shape.has_weights) fill_weights(post, post.vars.size() - alone);
        fill_table(post);
        if (shape.literals != 0) post.literals = literals(shape.literals > 0 ? 1 : between(1, 4));
        if (shape.has_condition && chance(2)) post.when = literals(between(1, 2));
        recipe_.posts.push_back(std::move(post));
        if (!is_valid(recipe_)) recipe_.posts.pop_back();  // its literals are about its own
    }

    void fill_numbers(Post& post) {
        auto& n = post.numbers;
        switch (post.kind) {
            case Kind::lag:
                n = {between(-4, 5)};
                break;
            case Kind::deviation:
                n = {between(-4, 6), between(0, 3), between(0, 3), chance(3) ? between(1, 2) : 0};
                break;
            case Kind::exists_in_window:
            case Kind::among:
                n = {between(-3, 2), between(2, 5)};
                break;
            case Kind::nearest_cost:
                n = {between(-3, 2), between(0, 7)};
                break;
            case Kind::linear_at_most:
                n = {between(-3, 9)};
                break;
            case Kind::order:
                n = {between(0, 4), between(0, 4)};
                break;
            default:
                n.assign(static_cast<std::size_t>(shape_of(post.kind).numbers), between(1, 4));
        }
    }

    void fill_weights(Post& post, std::size_t count) {
        const int least = post.kind == Kind::linear_at_most ? -2
                          : post.kind == Kind::disjunctive  ? 1
                                                            : 0;
        for (std::size_t i = 0; i < count; ++i)
            post.table.push_back(between(least, 3));
    }

    [[nodiscard]] Value width(std::uint32_t x) const {
        return recipe_.variables[x].max - recipe_.variables[x].min + 1;
    }
    void fill_table(Post& post) {
        switch (post.kind) {
            case Kind::nearest_cost:
                return fill_valley(post);
            case Kind::not_together:
                return fill(post, 4, 0, 1);
            case Kind::binary:
                post.numbers = {width(post.vars[1])};
                return fill(post, width(post.vars[0]) * width(post.vars[1]), 0, 1);
            case Kind::channel:
                return fill(post, width(post.vars[0]), -1, 3);
            case Kind::function:
                post.numbers = {width(post.vars[1])};
                return fill(post, width(post.vars[0]) * width(post.vars[1]), -1, 3);
            case Kind::in_set:
                return fill(post, width(post.vars[0]), 0, 1);
            default:
                return;
        }
    }
    void fill(Post& post, Value count, int low, int high) {
        for (; count > 0; --count)
            post.table.push_back(between(low, high));
    }
    void fill_valley(Post& post) {
        Value cost = between(0, 1);
        post.table = {cost};
        const Value bottom = cost;
        for (int i = between(0, 3); i > 0; --i)
            post.table.insert(post.table.begin(), cost += between(1, 2));
        cost = bottom;
        for (int i = between(0, 3); i > 0; --i)
            post.table.push_back(cost += between(0, 2));
    }

    // ---- Costs and limits
    void add_costs() {
        const int dearth = between(1, 4);  // so that many have one alone, or none
        for (Variable& x : recipe_.variables) {
            if (x.each > 0 || !chance(dearth)) continue;
            const bool is_rising = chance(3);
            Cost cost = 0;
            for (Value v = x.min; v <= x.max; ++v)
                x.costs.push_back(is_rising    ? cost += between(0, 3)
                                  : chance(20) ? solver::infinite_cost
                                               : between(0, 9));
        }
        if (chance(4))
            for (Variable& x : recipe_.variables)
                x.is_first = chance(3);
    }
    void choose_limits() {
        recipe_.seed = static_cast<std::uint64_t>(between(1, 1000));
        if (chance(5)) recipe_.effort = between(1, 60) * between(1, 60);
        if (chance(8)) recipe_.any = true;
        if (chance(10)) recipe_.stop_after = between(1, 4);
    }

    Random& random_;
    Cost most_;
    Recipe recipe_;
};

}  // namespace

Recipe random_recipe(base::Random& random, Cost most_assignments) {
    return Maker{random, most_assignments}.made();
}

}  // namespace rul::fuzz
