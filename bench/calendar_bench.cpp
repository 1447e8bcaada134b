// One reference instance through the solver's public interface: calendar_bench FILE [dates|whole]
// [SECONDS [TICKS]]. Prints what is known, whenever it changes, and at the end the statistics.

#include "base/error.hpp"
#include "bench/reference_calendar.hpp"
#include "engine/solver/solve.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <string_view>

namespace {

using namespace rul;  // NOLINT(google-build-using-namespace): a program of one page

int run(std::string_view file, std::string_view part, double seconds, std::int64_t effort) {
    const auto start = std::chrono::steady_clock::now();
    const auto spent = [start] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    const solver::Problem problem = bench::read_reference_calendar(
        file, part == "dates" ? bench::Part::dates : bench::Part::whole);
    fmt::print("{:7.2f} s  read\n", spent());
    const auto result = solver::solve(
        problem, {.effort = effort, .seconds = seconds},
        [&](std::optional<solver::Cost> best, solver::Cost bound, const solver::Assignment*) {
            fmt::print("{:7.2f} s  best {:>6}  bound {:>6}\n", spent(),
                       best ? std::to_string(*best) : "-", bound);
        });
    fmt::print("{:7.2f} s  {}  cost {}  bound {}\n", spent(),
               result.status == solver::SolveResult::Status::optimal ? "optimal" : "not proved",
               result.cost, result.bound);
    for (const auto& [name, value] : result.statistics)
        fmt::print("           {:<24}{:>14}\n", name, value);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        fmt::print(stderr, "usage: calendar_bench FILE.json [dates|whole] [SECONDS [TICKS]]\n");
        return 2;
    }
    try {
        return run(argv[1], argc > 2 ? argv[2] : "whole", argc > 3 ? std::atof(argv[3]) : 60,
                   argc > 4 ? std::atoll(argv[4]) : 0);
    } catch (const rul::base::Error& e) {
        fmt::print(stderr, "{}\n", e.what());
        return 3;
    }
}
