#include "tests/fuzz/solver/recipe.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace rul::fuzz {

namespace {

constexpr Value farthest = 1000;  // tables of differences reach so far; sums stay small
constexpr Role meeting = Role::meeting;

// In the order of Kind.
const std::array<Shape, kinds> shapes{{
    {.name = "Lag", .roles = {meeting, meeting}, .numbers = 1, .has_condition = true},
    {.name = "Separation", .roles = {meeting, meeting}, .numbers = 1, .has_condition = true},
    {.name = "Deviation",
     .roles = {meeting, meeting, Role::price},
     .numbers = 4,
     .has_condition = true},
    {.name = "ExistsInWindow",
     .roles = {meeting, meeting},
     .has_list = true,
     .numbers = 2,
     .has_condition = true},
    {.name = "NearestCost",
     .roles = {meeting, Role::price, meeting},
     .has_list = true,
     .numbers = 2,
     .has_condition = true},
    {.name = "NoOverlap", .roles = {Role::task}, .has_list = true, .numbers = 1},
    {.name = "NotTogether", .roles = {Role::task, Role::task, Role::counted, Role::counted}},
    {.name = "Disjunctive", .roles = {Role::any}, .has_list = true, .has_weights = true},
    {.name = "Cumulative",
     .roles = {Role::task},
     .has_list = true,
     .has_weights = true,
     .numbers = 1},
    {.name = "Binary",
     .roles = {Role::counted, Role::counted},
     .numbers = 1,
     .has_condition = true},
    {.name = "Channel", .roles = {Role::counted, Role::any}},
    {.name = "Function", .roles = {Role::counted, Role::counted, Role::any}, .numbers = 1},
    {.name = "InSet", .roles = {Role::counted}, .literals = 1},
    {.name = "Count", .roles = {Role::any}, .literals = -1},
    {.name = "Among", .roles = {Role::any, meeting}, .has_list = true, .numbers = 2},
    {.name = "BucketExcess",
     .roles = {Role::any, meeting},
     .has_list = true,
     .has_weights = true,
     .numbers = 1},
    {.name = "LinearAtMost",
     .roles = {Role::any},
     .has_list = true,
     .has_weights = true,
     .numbers = 1,
     .has_condition = true},
    {.name = "AllDifferentExcept", .roles = {Role::any}, .has_list = true, .numbers = 1},
    {.name = "Order", .roles = {Role::any, Role::any, Role::flag}, .numbers = 2},
}};

bool plays(const Variable& x, Role role) {
    switch (role) {
        case Role::meeting:
            return !x.at.empty();
        case Role::task:
            return !x.at.empty() && x.lengths.size() == x.at.size();
        case Role::counted:
            return x.min == 0;
        case Role::flag:
            return x.min == 0 && x.max == 1;
        case Role::price:
            return x.each > 0;
        case Role::any:
            break;
    }
    return true;
}

bool is_valid(const Variable& x) {
    const auto width = static_cast<std::size_t>(x.max - x.min) + 1;
    const auto is_negative = [](auto v) { return v < 0; };
    return x.min <= x.max && (x.at.empty() || (x.min == 0 && width <= x.at.size() + 1))
           && (x.at.empty() || x.at.size() <= width) && std::is_sorted(x.at.begin(), x.at.end())
           && (x.lengths.empty() || x.lengths.size() == x.at.size())
           && std::all_of(x.lengths.begin(), x.lengths.end(), [](Value v) { return v > 0; })
           && (x.costs.empty() || x.costs.size() == width)
           && std::none_of(x.costs.begin(), x.costs.end(), is_negative)
           && (x.each == 0 || (x.each > 0 && x.min == 0 && x.at.empty() && x.costs.empty()));
}

bool has_roles(const Recipe& recipe, const Post& post, const Shape& shape) {
    const std::size_t alone = shape.roles.size() - (shape.has_list ? 1 : 0);
    if (post.vars.size() < alone || (!shape.has_list && post.vars.size() > alone)) return false;
    for (std::size_t i = 0; i < post.vars.size(); ++i) {
        if (post.vars[i] >= recipe.variables.size()) return false;
        const Role role = shape.roles[std::min(i, shape.roles.size() - 1)];
        if (!plays(recipe.variables[post.vars[i]], role)) return false;
    }
    return std::set(post.vars.begin(), post.vars.end()).size() == post.vars.size()
           && (!shape.has_weights || post.table.size() == post.vars.size() - alone);
}

bool are_within(const Recipe& recipe, const std::vector<Literal>& literals) {
    return std::all_of(literals.begin(), literals.end(),
                       [&](Literal l) { return l.var < recipe.variables.size(); });
}

bool is_grid(const Post& post) {
    const Value columns = post.numbers[0];
    return columns > 0 && !post.table.empty()
           && post.table.size() % static_cast<std::size_t>(columns) == 0;
}

bool is_all_from(Value least, const std::vector<Value>& values) {
    return std::all_of(values.begin(), values.end(), [least](Value v) { return v >= least; });
}

bool is_valley(const std::vector<Value>& of) {
    const auto bottom = std::min_element(of.begin(), of.end());
    return is_all_from(0, of) && std::is_sorted(of.begin(), bottom, std::greater<>{})
           && std::is_sorted(bottom, of.end());
}

bool names_itself(const Post& post) {
    return std::any_of(post.literals.begin(), post.literals.end(),
                       [&](Literal l) { return l.var == post.vars[0]; });
}

// What the constraint asks of its numbers and its table.
bool is_well_numbered(const Post& post) {
    switch (post.kind) {
        case Kind::separation:
            return post.numbers[0] > 0;
        case Kind::deviation:
            return post.numbers[1] >= 0 && post.numbers[2] >= 0 && post.numbers[3] >= 0;
        case Kind::exists_in_window:
        case Kind::among:
            return post.numbers[0] <= post.numbers[1];
        case Kind::nearest_cost:
            return post.numbers[1] >= 0 && is_valley(post.table);
        case Kind::no_overlap:
            return post.numbers[0] >= 0;
        case Kind::disjunctive:
            return is_all_from(1, post.table);
        case Kind::cumulative:
        case Kind::bucket_excess:
            return post.numbers[0] >= 0 && is_all_from(0, post.table);
        case Kind::binary:
        case Kind::function:
            return is_grid(post);
        case Kind::channel:
            return !post.table.empty();
        case Kind::in_set:
        case Kind::count:
            return !names_itself(post);
        case Kind::order:
            return is_all_from(0, post.numbers);
        default:
            return true;
    }
}

bool is_valid(const Recipe& recipe, const Post& post) {
    const Shape& shape = shape_of(post.kind);
    return has_roles(recipe, post, shape)
           && post.numbers.size() == static_cast<std::size_t>(shape.numbers)
           && (shape.literals < 0
               || post.literals.size() == static_cast<std::size_t>(shape.literals))
           && are_within(recipe, post.literals) && are_within(recipe, post.when)
           && (shape.has_condition || post.when.empty()) && is_well_numbered(post)
           && std::all_of(post.numbers.begin(), post.numbers.end(),
                          [](Value v) { return std::abs(v) <= farthest; });
}

// A price pays for one constraint, and a member is in one series.
bool is_nothing_paid_twice(const Recipe& recipe) {
    std::multiset<std::uint32_t> prices;
    for (const Post& post : recipe.posts)
        for (std::size_t i = 0; i < post.vars.size(); ++i) {
            const Shape& shape = shape_of(post.kind);
            if (shape.roles[std::min(i, shape.roles.size() - 1)] == Role::price)
                prices.insert(post.vars[i]);
        }
    std::multiset<std::uint32_t> members;
    for (const Series& series : recipe.series)
        members.insert(series.members.begin(), series.members.end());
    const auto is_once = [](const std::multiset<std::uint32_t>& all) {
        return std::set(all.begin(), all.end()).size() == all.size();
    };
    return is_once(prices) && is_once(members);
}

bool is_valid(const Recipe& recipe, const Series& series) {
    return series.least_gap >= 1
           && std::all_of(series.members.begin(), series.members.end(),
                          [&](std::uint32_t x) {
                              return x < recipe.variables.size()
                                     && plays(recipe.variables[x], Role::meeting);
                          })
           && std::all_of(series.gap_cost.begin(), series.gap_cost.end(),
                          [](Cost c) { return c >= 0; });
}

}  // namespace

const Shape& shape_of(Kind kind) {
    return shapes[static_cast<std::size_t>(kind)];
}

bool is_valid(const Recipe& recipe) {
    return !recipe.variables.empty()
           && std::all_of(recipe.variables.begin(), recipe.variables.end(),
                          [](const Variable& x) { return is_valid(x); })
           && are_within(recipe, recipe.required)
           && std::all_of(recipe.clauses.begin(), recipe.clauses.end(),
                          [&](const auto& clause) { return are_within(recipe, clause); })
           && std::all_of(recipe.posts.begin(), recipe.posts.end(),
                          [&](const Post& post) { return is_valid(recipe, post); })
           && std::all_of(recipe.series.begin(), recipe.series.end(),
                          [&](const Series& series) { return is_valid(recipe, series); })
           && is_nothing_paid_twice(recipe);
}

Cost assignments(const Recipe& recipe) {
    Cost count = 1;
    for (const Variable& x : recipe.variables)
        count = std::min<Cost>(count, 1'000'000'000) * (Cost{x.max} - x.min + 1);
    return count;
}

}  // namespace rul::fuzz
