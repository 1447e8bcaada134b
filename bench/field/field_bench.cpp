// Published benchmarks through the solver's public interface: field_bench FOLDER [--seconds S]
// [PART...] runs those whose name contains a part (all, if none is given), each for S seconds of
// the processor at most. Prints a table of processor seconds; each solution has been judged by a
// checker that knows nothing of the model.

#include "base/error.hpp"
#include "bench/field/instance.hpp"
#include "engine/solver/solve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using namespace rul;  // NOLINT(google-build-using-namespace): a program of one page
using solver::Cost;
using Status = solver::SolveResult::Status;

struct Arguments {
    std::filesystem::path folder;
    double seconds = 60;
    bool is_verbose = false;
    std::vector<std::string> parts;
};

struct Totals {
    int instances = 0;
    int proved = 0;
    int reached = 0;  // the best known, or found infeasible what is
    int close = 0;    // within 3 %
    int compared = 0;
    int wrong = 0;
};

// Seconds that the processor spent on this program: another's work does not count.
class Clock {
  public:
    [[nodiscard]] double seconds() const {
        return static_cast<double>(std::clock() - start_) / CLOCKS_PER_SEC;
    }

  private:
    std::clock_t start_ = std::clock();
};

// Says stop after some seconds of the clock.
class Alarm {
  public:
    Alarm(const Clock& clock, double seconds)
        : watch_{[this, &clock, seconds] {
              while (!is_over_ && clock.seconds() < seconds)
                  std::this_thread::sleep_for(std::chrono::milliseconds{5});
              stop_ = true;
          }} {}
    ~Alarm() {
        is_over_ = true;
        watch_.join();
    }
    Alarm(const Alarm&) = delete;
    Alarm& operator=(const Alarm&) = delete;
    Alarm(Alarm&&) = delete;
    Alarm& operator=(Alarm&&) = delete;

    [[nodiscard]] const std::atomic<bool>* stop() const { return &stop_; }

  private:
    std::atomic<bool> is_over_ = false;
    std::atomic<bool> stop_ = false;
    std::thread watch_;
};

std::string in_words(const std::optional<Cost>& cost) {
    return cost ? std::to_string(*cost) : "-";
}

// What cannot be true, of the answer or of what is known. `bound`: the greatest ever said.
std::string fault_of(const bench::Instance& instance, const solver::SolveResult& result,
                     Cost bound) {
    if (result.best && bound > result.cost) return "a bound above the best";
    if (result.best) {
        std::string fault = instance.fault(*result.best, result.cost);
        if (!fault.empty()) return fault;
        if (instance.known.is_infeasible) return "known to be infeasible";
        if (instance.known.bound && result.cost < *instance.known.bound)
            return "better than a proved bound";
    }
    if (result.status == Status::infeasible && instance.known.best) return "a solution is known";
    if (instance.known.best && bound > *instance.known.best)
        return "the bound is above a known solution";
    return {};
}

std::string gap_in_words(const bench::Known& known, const solver::SolveResult& result) {
    if (!known.best || !result.best) return "-";
    if (*known.best == result.cost) return "0";
    const auto best = static_cast<double>(std::max<Cost>(*known.best, 1));
    return fmt::format("{:+.2f} %", 100.0 * static_cast<double>(result.cost - *known.best) / best);
}

void count(Totals& totals, const bench::Known& known, const solver::SolveResult& result) {
    ++totals.instances;
    const bool is_infeasible = result.status == Status::infeasible;
    if (is_infeasible || result.status == Status::optimal) ++totals.proved;
    if (!known.best && !known.is_infeasible) return;
    ++totals.compared;
    const bool is_reached =
        known.is_infeasible ? is_infeasible : result.best && result.cost <= *known.best;
    if (is_reached) ++totals.reached;
    if (is_reached || (result.best && known.best && result.cost * 100 <= *known.best * 103))
        ++totals.close;
}

std::string_view proof_in_words(Status status) {
    switch (status) {
        case Status::optimal:
            return "optimal";
        case Status::infeasible:
            return "infeasible";
        case Status::feasible:
            return "no";
        case Status::unknown:
            break;
    }
    return "nothing found";
}

void run(const bench::Source& source, const Arguments& arguments, Totals& totals) {
    const bench::Instance instance = source.read();
    const Clock clock;
    double first = -1;
    double best = -1;
    Cost greatest = 0;
    const auto progress = [&](std::optional<Cost> cost, Cost bound,
                              const solver::Assignment* news) {
        greatest = std::max(greatest, bound);
        if (arguments.is_verbose)
            fmt::print("    {:7.2f} s  best {}  bound {}\n", clock.seconds(), in_words(cost),
                       bound);
        if (news == nullptr) return;
        best = clock.seconds();
        if (first < 0) first = best;
    };
    const Alarm alarm{clock, arguments.seconds};
    const auto result = solve(instance.problem, {.stop = alarm.stop()}, progress);
    const double spent = clock.seconds();
    const auto time = [](double seconds) {
        return seconds < 0 ? std::string{"-"} : fmt::format("{:.2f}", seconds);
    };
    const bench::Known& known = instance.known;
    fmt::print("{:<28} {:<26} {:>7} {:>7} {:>9} {:>9} {:>9} {:>9} {:<13} {:>7.2f}\n", source.name,
               instance.size, time(first), time(best),
               in_words(result.best ? std::optional{result.cost} : std::nullopt),
               result.status == Status::infeasible ? "-" : std::to_string(result.bound),
               known.is_infeasible ? "none" : in_words(known.best), gap_in_words(known, result),
               proof_in_words(result.status), spent);
    count(totals, known, result);
    if (const std::string fault = fault_of(instance, result, std::max(greatest, result.bound));
        !fault.empty()) {
        fmt::print("    WRONG: {}\n", fault);
        ++totals.wrong;
    }
    if (arguments.is_verbose)
        for (const auto& [name, value] : result.statistics)
            fmt::print("    {:<24}{:>14}\n", name, value);
    std::fflush(stdout);
}

std::vector<bench::Source> chosen(const Arguments& arguments) {
    std::vector<bench::Source> all;
    for (const auto family : {bench::agent_meetings, bench::job_shops, bench::open_shops,
                              bench::projects, bench::room_meetings}) {
        std::vector<bench::Source> some = family(arguments.folder);
        std::move(some.begin(), some.end(), std::back_inserter(all));
    }
    if (arguments.parts.empty()) return all;
    std::erase_if(all, [&](const bench::Source& source) {
        return std::none_of(
            arguments.parts.begin(), arguments.parts.end(),
            [&](const std::string& part) { return source.name.find(part) != std::string::npos; });
    });
    return all;
}

Arguments arguments_of(int argc, char** argv) {
    Arguments arguments{.folder = argv[1]};
    for (int i = 2; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--seconds" && i + 1 < argc)
            arguments.seconds = std::atof(argv[++i]);
        else if (word == "--verbose")
            arguments.is_verbose = true;
        else
            arguments.parts.emplace_back(word);
    }
    return arguments;
}

int run_all(const Arguments& arguments) {
    const auto sources = chosen(arguments);
    if (sources.empty()) {
        fmt::print(stderr, "no instances there: {}\n", arguments.folder.string());
        return 2;
    }
    fmt::print("{:<28} {:<26} {:>7} {:>7} {:>9} {:>9} {:>9} {:>9} {:<13} {:>7}\n", "instance",
               "size", "first s", "best s", "best", "bound", "known", "gap", "proved", "s");
    Totals totals;
    for (const auto& source : sources)
        run(source, arguments, totals);
    fmt::print(
        "{} instances: {} proved; of {} with a known best {} reach it, {} come within 3 %; "
        "{} wrong\n",
        totals.instances, totals.proved, totals.compared, totals.reached, totals.close,
        totals.wrong);
    return totals.wrong == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        fmt::print(stderr, "usage: field_bench FOLDER [--seconds S] [--verbose] [PART...]\n");
        return 2;
    }
    try {
        return run_all(arguments_of(argc, argv));
    } catch (const rul::base::Error& e) {
        fmt::print(stderr, "{}\n", e.what());
        return 3;
    }
}
