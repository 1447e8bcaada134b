#pragma once

#include "base/random.hpp"
#include "engine/solver/core/types.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// A problem for the solver as plain values, which can be made smaller: a built Problem cannot.
namespace rul::fuzz {

using solver::Cost;
using solver::Literal;
using solver::Value;

/// A variable, and what every constraint that takes it as a meeting or a task goes by.
struct Variable {
    Value min = 0;
    Value max = 0;
    std::vector<Value> at;       ///< Coordinate of values 0, 1, ...; one less when optional.
    std::vector<Value> lengths;  ///< Of the task that starts there; as many.
    std::vector<Cost> costs;     ///< By value from min; empty: none.
    Cost each = 0;               ///< A unit's; then it is a price, and constraints say what is due.
    bool is_first = false;       ///< Decided before others.

    friend bool operator==(const Variable&, const Variable&) = default;
};

/// What a constraint's variables stand for, in the order of Post::vars.
enum class Role : std::uint8_t {
    meeting,  ///< has coordinates
    task,     ///< has coordinates and lengths
    counted,  ///< its values are 0, 1, ...
    flag,     ///< 0 or 1
    price,
    any
};

enum class Kind : std::uint8_t {
    lag,
    separation,
    deviation,
    exists_in_window,
    nearest_cost,
    no_overlap,
    not_together,
    disjunctive,
    cumulative,
    binary,
    channel,
    function,
    in_set,
    count,
    among,
    bucket_excess,
    linear_at_most,
    all_different_except,
    order
};
inline constexpr int kinds = 19;

/// What a Post of one kind is made of.
struct Shape {
    std::string_view name;
    std::vector<Role> roles;
    bool has_list = false;     ///< Any number of variables of the last role, none included.
    bool has_weights = false;  ///< One of `table` for each variable of that list.
    int numbers = 0;           ///< How many of them.
    int literals = 0;          ///< How many; -1: any number.
    bool has_condition = false;
};
[[nodiscard]] const Shape& shape_of(Kind kind);

/// One constraint. What `numbers` and `table` mean stands where it is built (write.cpp).
struct Post {
    Kind kind = Kind::lag;
    std::vector<std::uint32_t> vars;
    std::vector<Value> numbers;
    std::vector<Value> table;
    std::vector<Literal> literals;
    std::vector<Literal> when;

    friend bool operator==(const Post&, const Post&) = default;
};

struct Series {
    std::vector<std::uint32_t> members;
    Value least_gap = 1;
    std::vector<Cost> gap_cost;
    std::vector<Value> must_pass;

    friend bool operator==(const Series&, const Series&) = default;
};

struct Recipe {
    std::vector<Variable> variables;
    std::vector<Literal> required;
    std::vector<std::vector<Literal>> clauses;
    std::vector<Post> posts;
    std::vector<Series> series;
    Cost constant = 0;

    // How it is solved.
    std::uint64_t seed = 1;
    std::int64_t effort = 0;  ///< In ticks; 0: until proved.
    bool any = false;
    int stop_after = 0;  ///< Reports, and then it is told to stop; 0: never.

    friend bool operator==(const Recipe&, const Recipe&) = default;
};

/// Whether every constraint may be posted as it stands: its own @pre, said once more.
[[nodiscard]] bool is_valid(const Recipe& recipe);

/// How many assignments there are, at most about 10^18.
[[nodiscard]] Cost assignments(const Recipe& recipe);

/// A valid one with no more than that many assignments.
[[nodiscard]] Recipe random_recipe(base::Random& random, Cost most_assignments);

}  // namespace rul::fuzz
