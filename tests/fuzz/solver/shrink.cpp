#include "tests/fuzz/solver/shrink.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace rul::fuzz {

namespace {

using Fails = std::function<bool(const Recipe&)>;

// What is said of a variable by its number, in every place.
template <class F>
void for_each_literal(Recipe& r, F visit) {
    const auto visit_all = [&](std::vector<Literal>& literals) {
        for (Literal& l : literals)
            visit(l);
    };
    visit_all(r.required);
    for (auto& clause : r.clauses)
        visit_all(clause);
    for (Post& post : r.posts) {
        visit_all(post.literals);
        visit_all(post.when);
    }
}
template <class F>
void for_each_name(Recipe& r, F visit) {
    for_each_literal(r, [&](Literal& l) { visit(l.var); });
    for (Post& post : r.posts)
        for (std::uint32_t& x : post.vars)
            visit(x);
    for (Series& series : r.series)
        for (std::uint32_t& x : series.members)
            visit(x);
}

class Shrinker {
  public:
    Shrinker(Recipe recipe, const Fails& fails) : recipe_{std::move(recipe)}, fails_{fails} {}

    Recipe smallest() && {
        do {
            is_smaller_ = false;
            drop_limits();
            drop_parts();
            drop_variables();
            drop_values();
            lower_numbers();
        } while (is_smaller_);
        return std::move(recipe_);
    }

  private:
    /// Keeps what `change` makes of the recipe, if that fails as well.
    template <class F>
    bool attempt(F change) {
        Recipe next = recipe_;
        change(next);
        if (next == recipe_ || !is_valid(next) || !fails_(next)) return false;
        recipe_ = std::move(next);
        is_smaller_ = true;
        return true;
    }
    /// Tries without each element of the list that `of` finds in a recipe, the last one first.
    template <class F>
    void drop_each(F of) {
        for (std::size_t i = of(recipe_).size(); i-- > 0;)
            attempt([&](Recipe& r) {
                auto& list = of(r);
                list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
            });
    }
    /// Tries 0, then the half, then one less in size; of what stands for infinity small numbers.
    template <class F>
    void lower(F of) {
        const auto few = of(recipe_) * 0 + 100;
        for (bool is_lower = true; is_lower && of(recipe_) != 0;) {
            const auto now = of(recipe_);
            is_lower = false;
            const auto nearest = now > 0 ? now - 1 : now + 1;
            for (const auto less : {now - now, std::min(now / 2, few), std::min(nearest, few)})
                if (!is_lower) is_lower = attempt([&](Recipe& r) { of(r) = less; });
        }
    }
    template <class F>
    void lower_each(F of) {
        for (std::size_t i = 0; i < of(recipe_).size(); ++i)
            lower([&](Recipe & r) -> auto& { return of(r)[i]; });
    }

    void drop_limits() {
        if (recipe_.any) attempt([](Recipe& r) { r.any = false; });
        if (recipe_.effort != 0) attempt([](Recipe& r) { r.effort = 0; });
        if (recipe_.stop_after != 0) attempt([](Recipe& r) { r.stop_after = 0; });
        if (recipe_.seed != 1) attempt([](Recipe& r) { r.seed = 1; });
        lower([](Recipe& r) -> Cost& { return r.constant; });
    }

    void drop_parts() {
        drop_each([](Recipe & r) -> auto& { return r.posts; });
        drop_each([](Recipe & r) -> auto& { return r.series; });
        drop_each([](Recipe & r) -> auto& { return r.clauses; });
        drop_each([](Recipe & r) -> auto& { return r.required; });
        for (std::size_t c = 0; c < recipe_.clauses.size(); ++c)
            drop_each([c](Recipe & r) -> auto& { return r.clauses[c]; });
        for (std::size_t s = 0; s < recipe_.series.size(); ++s) {
            drop_each([s](Recipe & r) -> auto& { return r.series[s].members; });
            drop_each([s](Recipe & r) -> auto& { return r.series[s].must_pass; });
            drop_each([s](Recipe & r) -> auto& { return r.series[s].gap_cost; });
        }
        for (std::size_t p = 0; p < recipe_.posts.size(); ++p) {
            drop_each([p](Recipe & r) -> auto& { return r.posts[p].when; });
            drop_each([p](Recipe & r) -> auto& { return r.posts[p].literals; });
            drop_each([p](Recipe & r) -> auto& { return r.posts[p].table; });
            drop_listed(p);
        }
    }

    // A variable of a constraint's list, with its weight.
    void drop_listed(std::size_t p) {
        const Shape& shape = shape_of(recipe_.posts[p].kind);
        if (!shape.has_list) return;
        const std::size_t alone = shape.roles.size() - 1;
        for (std::size_t i = recipe_.posts[p].vars.size(); i-- > alone;)
            attempt([&](Recipe& r) {
                Post& post = r.posts[p];
                post.vars.erase(post.vars.begin() + static_cast<std::ptrdiff_t>(i));
                if (shape.has_weights)
                    post.table.erase(post.table.begin() + static_cast<std::ptrdiff_t>(i - alone));
            });
    }

    void drop_variables() {
        for (std::uint32_t x = static_cast<std::uint32_t>(recipe_.variables.size()); x-- > 0;) {
            Recipe copy = recipe_;
            bool is_named = false;
            for_each_name(copy, [&](std::uint32_t name) { is_named = is_named || name == x; });
            if (!is_named && attempt([x](Recipe& r) { erase_variable(r, x); })) continue;
            attempt([x](Recipe& r) { r.variables[x].costs.clear(); });
            attempt([x](Recipe& r) { r.variables[x].is_first = false; });
            for (std::uint32_t y = 0; y < x && y < recipe_.variables.size(); ++y)
                if (x < recipe_.variables.size() && attempt([&](Recipe& r) { merge(r, x, y); }))
                    break;
        }
    }
    static void erase_variable(Recipe& r, std::uint32_t x) {
        r.variables.erase(r.variables.begin() + x);
        for_each_name(r, [x](std::uint32_t& name) { name -= name > x ? 1 : 0; });
    }
    // All that is said of x is said of y.
    static void merge(Recipe& r, std::uint32_t x, std::uint32_t y) {
        for_each_name(r, [&](std::uint32_t& name) { name = name == x ? y : name; });
        erase_variable(r, x);
    }

    void drop_values() {
        for (std::uint32_t x = 0; x < recipe_.variables.size(); ++x) {
            for (Value i = recipe_.variables[x].max - recipe_.variables[x].min; i >= 0; --i)
                attempt([&](Recipe& r) { erase_value(r, x, i); });
            attempt([x](Recipe& r) {
                r.variables[x].at.clear();
                r.variables[x].lengths.clear();
            });
        }
    }
    // The i-th value: what is said of greater ones is said of one less.
    static void erase_value(Recipe& r, std::uint32_t x, Value i) {
        Variable& v = r.variables[x];
        const auto erase = [i](auto& list) {
            if (i < static_cast<Value>(list.size())) list.erase(list.begin() + i);
        };
        const Value value = v.min + i;
        erase(v.at);
        erase(v.lengths);
        erase(v.costs);
        --v.max;
        for_each_literal(r, [&](Literal& l) {
            if (l.var == x && l.value > value) --l.value;
        });
    }

    void lower_numbers() {
        for (std::size_t x = 0; x < recipe_.variables.size(); ++x) {
            lower_each([x](Recipe & r) -> auto& { return r.variables[x].costs; });
            lower([x](Recipe& r) -> Cost& { return r.variables[x].each; });
            pull_together(x);
            for (std::size_t i = 0; i < recipe_.variables[x].lengths.size(); ++i)
                lower([=](Recipe& r) -> Value& { return r.variables[x].lengths[i]; });
        }
        for (std::size_t s = 0; s < recipe_.series.size(); ++s)
            lower_each([s](Recipe & r) -> auto& { return r.series[s].gap_cost; });
        for (std::size_t p = 0; p < recipe_.posts.size(); ++p) {
            lower_each([p](Recipe & r) -> auto& { return r.posts[p].numbers; });
            lower_each([p](Recipe & r) -> auto& { return r.posts[p].table; });
        }
    }
    // Coordinates: all from one on come nearer.
    void pull_together(std::size_t x) {
        for (std::size_t i = 0; i < recipe_.variables[x].at.size(); ++i)
            while (recipe_.variables[x].at[i] > 0 && attempt([&](Recipe& r) {
                       for (std::size_t k = i; k < r.variables[x].at.size(); ++k)
                           --r.variables[x].at[k];
                   })) {
            }
    }

    Recipe recipe_;
    const Fails& fails_;
    bool is_smaller_ = false;
};

}  // namespace

Recipe shrunk(Recipe recipe, const Fails& fails) {
    return Shrinker{std::move(recipe), fails}.smallest();
}

}  // namespace rul::fuzz
