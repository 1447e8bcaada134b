#include "tests/fuzz/solver/write.hpp"

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
#include "engine/solver/constraints/linear_at_most.hpp"
#include "engine/solver/constraints/nearest_cost.hpp"
#include "engine/solver/constraints/no_overlap.hpp"
#include "engine/solver/constraints/not_together.hpp"
#include "engine/solver/constraints/order.hpp"
#include "engine/solver/constraints/separation.hpp"
#include "tests/support/tables.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace rul::fuzz {

namespace {

using solver::Condition;
using solver::Coordinate;
using solver::IntVar;

/// A value and how it is written.
template <class T>
struct Said {
    T value;
    std::string text;
};

std::string text_of(Value v) {
    return fmt::to_string(v);
}
std::string text_of(Cost c) {
    return c >= solver::infinite_cost ? "infinite_cost" : fmt::to_string(c);
}
std::string text_of(Literal l) {
    constexpr std::array names{"at_least", "at_most", "differs", "equals"};
    return fmt::format("{}(x{}, {})", names.at(static_cast<std::size_t>(l.op)), l.var, l.value);
}
template <class T>
std::string text_of(const Said<T>& said) {
    return said.text;
}
template <class T>
std::string text_of(const std::vector<T>& all) {
    std::string text;
    for (const T& one : all)
        text += (text.empty() ? "" : ", ") + text_of(one);
    return text;
}

template <class T>
std::vector<T> values_of(const std::vector<Said<T>>& all) {
    std::vector<T> values;
    for (const Said<T>& one : all)
        values.push_back(one.value);
    return values;
}
template <class T>
Said<std::vector<T>> list(std::string_view type, const std::vector<Said<T>>& all) {
    return {values_of(all), fmt::format("std::vector<{}>{{{}}}", type, text_of(all))};
}
template <class T>
Said<std::vector<T>> list(std::string_view type, const std::vector<T>& all) {
    return {all, fmt::format("std::vector<{}>{{{}}}", type, text_of(all))};
}

Said<Value> number(Value v) {
    return {v, text_of(v)};
}
Said<Cost> cost(Cost c) {
    return {c, fmt::format("Cost{{{}}}", c)};
}
Said<IntVar> var(std::uint32_t index) {
    return {{index}, fmt::format("x{}", index)};
}
Said<Literal> literal(Literal l) {
    return {l, text_of(l)};
}
Said<std::shared_ptr<const std::vector<Value>>> numbers(const std::vector<Value>& by) {
    return {testing::numbers(by), fmt::format("numbers({{{}}})", text_of(by))};
}
Said<std::shared_ptr<const std::vector<bool>>> flags(const std::vector<Value>& by) {
    std::vector<bool> all;
    std::string text;
    for (const Value v : by) {
        all.push_back(v != 0);
        text += fmt::format("{}{}", text.empty() ? "" : ", ", v != 0);
    }
    return {testing::flags(all), fmt::format("flags({{{}}})", text)};
}

class Writer {
  public:
    explicit Writer(const Recipe& recipe) : recipe_{recipe} {}

    Written written() && {
        for (std::uint32_t i = 0; i < recipe_.variables.size(); ++i)
            write_variable(i);
        for (const Literal l : recipe_.required) {
            problem_.require(l);
            say("p.require({});", text_of(l));
        }
        for (const auto& clause : recipe_.clauses) {
            problem_.add_clause(clause);
            say("p.add_clause({{{}}});", text_of(clause));
        }
        for (const Series& series : recipe_.series)
            write_series(series);
        for (const Post& post : recipe_.posts)
            write_post(post);
        if (recipe_.constant > 0) {
            problem_.add_constant_cost(recipe_.constant);
            say("p.add_constant_cost({});", recipe_.constant);
        }
        return {std::move(problem_), std::move(calls_)};
    }

  private:
    template <class... Args>
    void say(fmt::format_string<Args...> pattern, Args&&... args) {
        calls_ += fmt::format(pattern, std::forward<Args>(args)...) + "\n";
    }

    /// Posts and says so; what is written as nothing (no condition) is left out.
    template <class Constraint, class... T>
    void call(std::string_view name, const Said<T>&... args) {
        problem_.post<Constraint>(args.value...);
        std::string text;
        for (const std::string& one : {args.text...})
            if (!one.empty()) text += (text.empty() ? "" : ", ") + one;
        say("p.post<{}>({});", name, text);
    }

    void write_variable(std::uint32_t i) {
        const Variable& x = recipe_.variables[i];
        const bool is_price = x.each > 0;
        const IntVar made =
            is_price ? problem_.new_price(x.max, x.each) : problem_.new_var(x.min, x.max);
        if (is_price)
            say("const IntVar x{} = p.new_price({}, {});", i, x.max, x.each);
        else
            say("const IntVar x{} = p.new_var({}, {});", i, x.min, x.max);
        if (!x.costs.empty()) {
            problem_.add_cost(made, x.costs);
            say("p.add_cost(x{}, {{{}}});", i, text_of(x.costs));
        }
        if (x.is_first) {
            problem_.decide_first(made);
            say("p.decide_first(x{});", i);
        }
        if (!x.at.empty())
            say("const Coordinate m{}{{x{}, numbers({{{}}})}};", i, i, text_of(x.at));
    }

    void write_series(const Series& series) {
        solver::SeriesPath path;
        path.members = values_of(meetings(series.members, 0));
        path.least_gap = series.least_gap;
        path.gap_cost = series.gap_cost;
        path.must_pass = series.must_pass;
        problem_.add_path(std::move(path));
        say("p.add_path({{{{{}}}, {}, {{{}}}, {{{}}}}});", text_of(meetings(series.members, 0)),
            series.least_gap, text_of(series.gap_cost), text_of(series.must_pass));
    }

    void write_post(const Post& post) {
        switch (post.kind) {
            case Kind::lag:
            case Kind::separation:
            case Kind::deviation:
            case Kind::exists_in_window:
            case Kind::nearest_cost:
                return write_distance(post);
            case Kind::no_overlap:
            case Kind::not_together:
            case Kind::disjunctive:
            case Kind::cumulative:
            case Kind::order:
                return write_tasks(post);
            case Kind::binary:
            case Kind::channel:
            case Kind::function:
            case Kind::in_set:
                return write_table(post);
            default:
                return write_sum(post);
        }
    }

    void write_distance(const Post& post) {
        const auto& n = post.numbers;
        const auto& x = post.vars;
        switch (post.kind) {
            case Kind::lag:
                return call<solver::Lag>("Lag", meeting(x[0]), meeting(x[1]), number(n[0]),
                                         when(post));
            case Kind::separation:
                return call<solver::Separation>("Separation", meeting(x[0]), meeting(x[1]),
                                                number(n[0]), when(post));
            case Kind::deviation:
                return call<solver::Deviation>("Deviation", meeting(x[0]), meeting(x[1]), valley(n),
                                               var(x[2]), when(post));
            case Kind::exists_in_window:
                return call<solver::ExistsInWindow>("ExistsInWindow", meeting(x[0]),
                                                    list("Coordinate", meetings(x, 1)),
                                                    number(n[0]), number(n[1]), when(post));
            default:
                return call<solver::NearestCost>("NearestCost", meeting(x[0]),
                                                 list("Coordinate", meetings(x, 2)), nearness(post),
                                                 var(x[1]), when(post));
        }
    }

    void write_tasks(const Post& post) {
        const auto& n = post.numbers;
        const auto& x = post.vars;
        switch (post.kind) {
            case Kind::no_overlap:
                return call<solver::NoOverlap>("NoOverlap", list("Task", tasks(x)), number(n[0]));
            case Kind::not_together:
                return call<solver::NotTogether>("NotTogether", task(x[0]), task(x[1]), var(x[2]),
                                                 var(x[3]), flags(post.table));
            case Kind::disjunctive:
                return call<solver::Disjunctive>("Disjunctive", list("IntVar", vars(x, 0)),
                                                 list("Value", post.table));
            case Kind::cumulative: {
                std::vector<Said<solver::Demand>> demands;
                for (std::size_t i = 0; i < x.size(); ++i) {
                    const Said<solver::Task> one = task(x[i]);
                    demands.push_back({{one.value, post.table[i]},
                                       fmt::format("Demand{{{}, {}}}", one.text, post.table[i])});
                }
                return call<solver::Cumulative>("Cumulative", list("Demand", demands),
                                                number(n[0]));
            }
            default:
                return call<solver::Order>("Order", var(x[0]), var(x[1]), number(n[0]),
                                           number(n[1]), var(x[2]));
        }
    }

    void write_table(const Post& post) {
        const auto& x = post.vars;
        switch (post.kind) {
            case Kind::binary: {
                const auto table = intervals(post);
                const Said<std::shared_ptr<const solver::IntervalTable>> back{
                    testing::mirrored(table.value, post.numbers[0]),
                    fmt::format("mirrored({}, {})", table.text, post.numbers[0])};
                return call<solver::Binary>("Binary", var(x[0]), var(x[1]), table, back,
                                            when(post));
            }
            case Kind::channel:
                return call<solver::Channel>("Channel", var(x[0]), var(x[1]), numbers(post.table));
            case Kind::function:
                return call<solver::Function>("Function", var(x[0]), var(x[1]), var(x[2]),
                                              numbers(post.table), number(post.numbers[0]));
            default:
                return call<solver::InSet>("InSet", var(x[0]), flags(post.table),
                                           literal(post.literals[0]));
        }
    }

    void write_sum(const Post& post) {
        const auto& n = post.numbers;
        const auto& x = post.vars;
        switch (post.kind) {
            case Kind::count:
                return call<solver::Count>("Count", list("Literal", post.literals), var(x[0]));
            case Kind::among:
                return call<solver::Among>("Among", list("Coordinate", meetings(x, 1)),
                                           number(n[0]), number(n[1]), var(x[0]));
            case Kind::bucket_excess:
                return call<solver::BucketExcess>("BucketExcess",
                                                  list("Coordinate", meetings(x, 1)),
                                                  list("int", post.table), number(n[0]), var(x[0]));
            case Kind::linear_at_most: {
                std::vector<Said<std::pair<Value, IntVar>>> terms;
                for (std::size_t i = 0; i < x.size(); ++i)
                    terms.push_back(
                        {{post.table[i], {x[i]}}, fmt::format("{{{}, x{}}}", post.table[i], x[i])});
                return call<solver::LinearAtMost>("LinearAtMost",
                                                  list("std::pair<Value, IntVar>", terms),
                                                  cost(n[0]), when(post));
            }
            default:
                return call<solver::AllDifferentExcept>("AllDifferentExcept",
                                                        list("IntVar", vars(x, 0)), number(n[0]));
        }
    }

    // ---- Arguments
    [[nodiscard]] Said<Coordinate> meeting(std::uint32_t x) const {
        return {{{x}, testing::numbers(recipe_.variables[x].at)}, fmt::format("m{}", x)};
    }
    [[nodiscard]] std::vector<Said<Coordinate>> meetings(const std::vector<std::uint32_t>& xs,
                                                         std::size_t from) const {
        std::vector<Said<Coordinate>> all;
        for (std::size_t i = from; i < xs.size(); ++i)
            all.push_back(meeting(xs[i]));
        return all;
    }
    [[nodiscard]] static std::vector<Said<IntVar>> vars(const std::vector<std::uint32_t>& xs,
                                                        std::size_t from) {
        std::vector<Said<IntVar>> all;
        for (std::size_t i = from; i < xs.size(); ++i)
            all.push_back(var(xs[i]));
        return all;
    }
    [[nodiscard]] Said<solver::Task> task(std::uint32_t x) const {
        const Variable& v = recipe_.variables[x];
        std::vector<Value> ends;
        for (std::size_t i = 0; i < v.at.size(); ++i)
            ends.push_back(v.at[i] + v.lengths[i]);
        const auto start = numbers(v.at);
        const auto end = numbers(ends);
        return {{{x}, start.value, end.value},
                fmt::format("Task{{x{}, {}, {}}}", x, start.text, end.text)};
    }
    [[nodiscard]] std::vector<Said<solver::Task>> tasks(
        const std::vector<std::uint32_t>& xs) const {
        std::vector<Said<solver::Task>> all;
        for (const std::uint32_t x : xs)
            all.push_back(task(x));
        return all;
    }
    [[nodiscard]] static Said<Condition> when(const Post& post) {
        if (post.when.empty()) return {};
        return {{post.when}, fmt::format("Condition{{{{{}}}}}", text_of(post.when))};
    }
    /// numbers: the ideal, a unit before it, a unit after it, at it.
    [[nodiscard]] static Said<std::shared_ptr<const solver::ConvexCost>> valley(
        const std::vector<Value>& n) {
        constexpr Value reach = 100;
        return {testing::convex(reach, {n[0], n[1], n[2], n[3]}),
                fmt::format("convex({}, {{{}}})", reach, text_of(n))};
    }
    /// numbers: the first difference, and what none costs; the table: what each difference costs.
    [[nodiscard]] static Said<std::shared_ptr<const solver::Nearness>> nearness(const Post& post) {
        const std::vector<Cost> of(post.table.begin(), post.table.end());
        return {
            testing::nearness(post.numbers[0], of, post.numbers[1]),
            fmt::format("nearness({}, {{{}}}, {})", post.numbers[0], text_of(of), post.numbers[1])};
    }
    /// The table row by row, numbers[0] to a row: whether the pair is allowed.
    [[nodiscard]] static Said<std::shared_ptr<const solver::IntervalTable>> intervals(
        const Post& post) {
        using Interval = solver::IntervalTable::Interval;
        const auto columns = static_cast<std::size_t>(post.numbers[0]);
        std::vector<std::vector<Interval>> rows(post.table.size() / columns);
        std::string text;
        for (std::size_t i = 0; i < post.table.size(); ++i) {
            auto& row = rows[i / columns];
            const auto b = static_cast<Value>(i % columns);
            if (post.table[i] == 0) continue;
            if (!row.empty() && row.back().last == b - 1)
                row.back().last = b;
            else
                row.push_back({b, b});
        }
        for (const auto& row : rows) {
            std::string said;
            for (const Interval& one : row)
                said += fmt::format("{}{{{}, {}}}", said.empty() ? "" : ", ", one.first, one.last);
            text += fmt::format("{}{{{}}}", text.empty() ? "" : ", ", said);
        }
        return {testing::intervals(rows), fmt::format("intervals({{{}}})", text)};
    }

    const Recipe& recipe_;
    solver::Problem problem_;
    std::string calls_;
};

}  // namespace

Written write(const Recipe& recipe) {
    return Writer{recipe}.written();
}

std::string as_test(const Recipe& recipe, std::string_view fault) {
    std::string limits = recipe.seed == 1 ? "" : fmt::format(".seed = {}", recipe.seed);
    const auto add = [&](const std::string& text) {
        limits += (limits.empty() ? "" : ", ") + text;
    };
    if (recipe.effort > 0) add(fmt::format(".effort = {}", recipe.effort));
    if (recipe.any) add(".any = true");
    std::string text = fmt::format("// {}\n", fault);
    if (recipe.stop_after > 0)
        text += fmt::format("// Told to stop at report {}.\n", recipe.stop_after);
    return text + "Problem p;\n" + write(recipe).calls
           + fmt::format("const SolveResult found = solve(p, {{{}}});\n", limits);
}

}  // namespace rul::fuzz
