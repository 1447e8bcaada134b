// The smallest cascade after one move: cascade_bench PLAN [--seconds S] [--moves N] [--limit L].
// Plans for S seconds (20), then N times (20) takes one meeting that must not be on its day, and
// asks for the fewest meetings that must move with it, L seconds (10) at most. Prints a line a
// move: when the first proposal came, when the fewest were proved, how many that are, and what they
// cost more.

#include "base/error.hpp"
#include "base/random.hpp"
#include "desk/desk.hpp"
#include "engine/planner/encoding.hpp"
#include "engine/solver/cascades.hpp"
#include "engine/solver/solve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace rul;  // NOLINT(google-build-using-namespace): a program of one page
using Clock = std::chrono::steady_clock;

struct Options {
    std::string plan;
    double seconds = 20;
    double limit = 10;
    int moves = 20;
};

std::optional<Options> options_of(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const bool has_value = i + 1 < argc;
        if (word == "--seconds" && has_value)
            options.seconds = std::atof(argv[++i]);
        else if (word == "--limit" && has_value)
            options.limit = std::atof(argv[++i]);
        else if (word == "--moves" && has_value)
            options.moves = std::atoi(argv[++i]);
        else if (options.plan.empty())
            options.plan = word;
        else
            return std::nullopt;
    }
    return options.plan.empty() ? std::nullopt : std::optional{options};
}

double milliseconds_since(Clock::time_point begun) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
}

std::vector<model::MeetingId> planned(const planner::Encoding& encoding) {
    std::vector<model::MeetingId> ids;
    for (std::size_t i = 0; i < encoding.brief().meetings.size(); ++i)
        if (encoding.is_planned(model::MeetingId{i})) ids.emplace_back(i);
    return ids;
}

// Not on its day: on a later one, or on an earlier one if there is no later.
std::optional<solver::Literal> off_its_day(const planner::Encoding& encoding, model::MeetingId id,
                                           solver::Value value) {
    const auto& starts = encoding.starts(id).all();
    const auto count = static_cast<solver::Value>(starts.size());
    if (value >= count) return std::nullopt;  // it is left out
    const auto day = [&](solver::Value v) { return starts[static_cast<std::size_t>(v)].day; };
    solver::Value later = value;
    while (later < count && day(later) == day(value))
        ++later;
    if (later < count) return solver::at_least(encoding.start(id), later);
    solver::Value earlier = value;
    while (earlier >= 0 && day(earlier) == day(value))
        --earlier;
    if (earlier < 0) return std::nullopt;
    return solver::at_most(encoding.start(id), earlier);
}

struct Times {
    std::vector<double> first;
    std::vector<double> proved;
    int unproved = 0;
};

void print_summary(const char* what, std::vector<double> times) {
    if (times.empty()) return;
    std::sort(times.begin(), times.end());
    fmt::print("{:<16} median {:>7.0f} ms   worst {:>7.0f} ms   of {}\n", what,
               times[times.size() / 2], times.back(), times.size());
}

void move_one(const planner::Encoding& encoding, const solver::Cascades& cascades,
              const solver::Assignment& calendar, model::MeetingId id, const Options& options,
              Times& times) {
    const auto literal = off_its_day(encoding, id, calendar[encoding.start(id).index]);
    if (!literal) return;
    const auto begun = Clock::now();
    std::optional<double> first;
    std::optional<double> proved;
    solver::SolveLimits limits;
    limits.seconds = options.limit;
    const auto result = cascades.smallest(calendar, {*literal}, limits, [&](const auto& cascade) {
        if (!first) first = milliseconds_since(begun);
        if (cascade.is_smallest && !proved) proved = milliseconds_since(begun);
    });
    const double all = milliseconds_since(begun);
    const std::string& name = encoding.brief().meetings[id.index].key;
    if (!result.best) {
        fmt::print("{:<28} {}   {:>7.0f} ms\n", name,
                   result.is_proved_none ? "cannot be moved" : "nothing found", all);
        if (result.is_proved_none)
            times.proved.push_back(all);
        else
            ++times.unproved;
        return;
    }
    times.first.push_back(*first);
    if (result.best->is_smallest)
        times.proved.push_back(proved.value_or(all));
    else
        ++times.unproved;
    fmt::print("{:<28} first {:>6.0f} ms   {:>3} moved   {} {:>6.0f} ms   {:+} points{}\n", name,
               *first, result.best->changed, result.best->is_smallest ? "proved" : "     -",
               proved.value_or(all), result.best->cost - encoding.problem().cost(calendar),
               result.best->is_cheapest ? fmt::format(" (least, {:.0f} ms)", all) : "");
}

int run(const Options& options) {
    base::Diagnostics diagnostics;
    const auto plan = desk::load(options.plan, std::nullopt, diagnostics);
    if (!plan) {
        for (const auto& diagnostic : diagnostics.all())
            render(std::cerr, diagnostic, base::Language::english);
        return 2;
    }
    const planner::Encoding encoding{plan->brief};
    solver::SolveLimits limits;
    limits.seconds = options.seconds;
    const auto found = solver::solve(encoding.problem(), limits);
    if (!found.best) {
        fmt::print(stderr, "no calendar within {} s\n", options.seconds);
        return 1;
    }
    const auto meetings = planned(encoding);
    std::vector<solver::IntVar> starts;
    starts.reserve(meetings.size());
    for (const auto id : meetings)
        starts.push_back(encoding.start(id));
    const auto begun = Clock::now();
    const solver::Cascades cascades{encoding.problem(), starts};
    fmt::print("{} meetings, cost {}, bound {}; made ready in {:.0f} ms\n", meetings.size(),
               found.cost, found.bound, milliseconds_since(begun));
    base::Random random{1};
    Times times;
    for (int i = 0; i < options.moves; ++i) {
        const int one = random.between(0, static_cast<int>(meetings.size()) - 1);
        move_one(encoding, cascades, *found.best, meetings[static_cast<std::size_t>(one)], options,
                 times);
    }
    print_summary("first proposal", times.first);
    print_summary("fewest proved", times.proved);
    if (times.unproved > 0) fmt::print("not proved       {}\n", times.unproved);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const auto options = options_of(argc, argv);
    if (!options) {
        fmt::print(stderr, "usage: cascade_bench PLAN [--seconds S] [--moves N] [--limit L]\n");
        return 2;
    }
    try {
        return run(*options);
    } catch (const base::Error& e) {
        fmt::print(stderr, "{}\n", e.what());
        return 3;
    }
}
