#include "tests/fuzz/solver/judge.hpp"

#include "engine/solver/check/brute_force.hpp"
#include "engine/solver/check/nogood_checker.hpp"
#include "engine/solver/solve.hpp"
#include "tests/fuzz/solver/write.hpp"
#include "tests/support/search_alone.hpp"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <optional>

namespace rul::fuzz {

namespace {

using solver::Assignment;
using solver::Problem;
using solver::SolveResult;
using Status = SolveResult::Status;

constexpr unsigned most_seconds = 20;

struct Report {
    std::optional<Cost> best;
    Cost bound;
    std::optional<Assignment> incumbent;

    friend bool operator==(const Report&, const Report&) = default;
};

/// One solve: all it said, and what was found wrong while it ran.
struct Run {
    SolveResult result;
    std::vector<Report> reports;
    std::string fault;
};

Run run(const Recipe& recipe, const Problem& problem) {
    Run run;
    std::atomic<bool> stop = false;
    solver::check::NogoodChecker checker{problem};
    const auto hear = [&](std::optional<Cost> best, Cost bound, const Assignment* incumbent) {
        if (best) checker.set_limit(*best);
        run.reports.push_back(
            {best, bound, incumbent != nullptr ? std::optional{*incumbent} : std::nullopt});
        if (static_cast<int>(run.reports.size()) == recipe.stop_after) stop = true;
    };
    run.result = solver::solve(problem,
                               {.seed = recipe.seed,
                                .effort = recipe.effort,
                                .stop = &stop,
                                .any = recipe.any,
                                .onlooker = &checker},
                               hear);
    run.fault = checker.fault();
    return run;
}

/// Looks at one run, with all that brute force knows.
class Judge {
  public:
    Judge(const Recipe& recipe, const Problem& problem)
        : recipe_{recipe}, problem_{problem}, truth_{solver::check::brute_force(problem)} {}

    [[nodiscard]] std::optional<Cost> least() const {
        return truth_.best ? std::optional{truth_.best->cost} : std::nullopt;
    }

    [[nodiscard]] std::string fault_of(const Run& run) const {
        if (!run.fault.empty()) return run.fault;
        std::optional<Cost> best;
        Cost bound = 0;
        for (const Report& report : run.reports) {
            if (std::string fault = fault_of(report, best, bound); !fault.empty()) return fault;
            best = report.best;
            bound = report.bound;
        }
        return fault_of(run.result, best, bound);
    }

  private:
    [[nodiscard]] std::string fault_of(const Report& report, std::optional<Cost> best,
                                       Cost bound) const {
        if (best && !report.best) return "the best known is forgotten";
        if (report.incumbent) {
            if (!problem_.holds(*report.incumbent)) return "an incumbent breaks a constraint";
            if (problem_.cost(*report.incumbent) != report.best)
                return fmt::format("an incumbent costs {}, not what was said",
                                   problem_.cost(*report.incumbent));
            if (best && *report.best >= *best)
                return fmt::format("incumbent {} after {}", *report.best, *best);
        } else if (best != report.best) {
            return "a new best without an incumbent";
        }
        if (report.bound < bound) return fmt::format("bound {} after {}", report.bound, bound);
        return fault_of_bound(report.bound, report.best);
    }

    [[nodiscard]] std::string fault_of_bound(Cost bound, std::optional<Cost> best) const {
        if (best && bound > *best) return fmt::format("bound {} above cost {}", bound, *best);
        if (truth_.best && bound > truth_.best->cost)
            return fmt::format("bound {} above the optimum {}", bound, truth_.best->cost);
        return {};
    }

    [[nodiscard]] std::string fault_of(const SolveResult& result, std::optional<Cost> best,
                                       Cost bound) const {
        const bool is_found = result.best.has_value();
        const bool is_free = recipe_.effort == 0 && recipe_.stop_after == 0 && !recipe_.any;
        if (is_found != best.has_value()) return "the result and the reports differ";
        if (is_found
            && (result.cost != *best || !problem_.holds(*result.best)
                || problem_.cost(*result.best) != result.cost))
            return "the best is not what was reported";
        switch (result.status) {
            case Status::optimal:
                if (!is_found || result.bound != result.cost) return "optimal without a proof";
                break;
            case Status::feasible:
                if (!is_found || is_free) return "stopped at \"feasible\" without a limit";
                break;
            case Status::infeasible:
                if (truth_.best) return "infeasible, and there is a solution";
                return {};
            case Status::unknown:
                if (is_found
                    || (is_free || (recipe_.any && recipe_.effort == 0 && recipe_.stop_after == 0)))
                    return "stopped at \"unknown\" without a limit";
                break;
        }
        if (result.bound < bound) return "the last bound is below one reported";
        if (is_free && !truth_.best) return "no solution, and that is not said";
        return fault_of_bound(result.bound, best);
    }

    const Recipe& recipe_;
    const Problem& problem_;
    solver::check::BruteForce truth_;
};

std::string difference(const Run& a, const Run& b) {
    const SolveResult& x = a.result;
    const SolveResult& y = b.result;
    if (x.status != y.status || x.cost != y.cost || x.bound != y.bound || x.best != y.best)
        return "another answer";
    if (a.reports != b.reports) return "other reports";
    if (x.statistics == y.statistics) return {};
    for (std::size_t i = 0; i < x.statistics.size(); ++i)
        if (x.statistics[i] != y.statistics[i])
            return fmt::format("other statistics: {} {}, {}", x.statistics[i].first,
                               x.statistics[i].second, y.statistics[i].second);
    return "other statistics";
}

// A solve of something tiny is over before it has learned much: so the search is asked by itself.
std::string fault_of_search(const Recipe& recipe, const Problem& problem,
                            std::optional<Cost> least) {
    testing::SearchAlone search{problem, recipe.seed};
    const auto found = search.least_cost();
    if (!search.fault().empty()) return "the search alone: " + search.fault();
    return found == least ? "" : "the search alone proves another least cost";
}

std::string read_all(int from) {
    std::string text;
    std::array<char, 4096> part{};
    for (;;) {
        const ssize_t count = ::read(from, part.data(), part.size());
        if (count <= 0) return text;
        text.append(part.data(), static_cast<std::size_t>(count));
    }
}

}  // namespace

std::string fault_of(const Recipe& recipe) {
    const Written written = write(recipe);
    const Judge judge{recipe, written.problem};
    const Run first = run(recipe, written.problem);
    if (std::string fault = judge.fault_of(first); !fault.empty()) return fault;
    if (std::string what = difference(first, run(recipe, written.problem)); !what.empty())
        return what + " when solved again";
    if (std::string fault = fault_of_search(recipe, written.problem, judge.least()); !fault.empty())
        return fault;
    const Written anew = write(recipe);
    if (std::string what = difference(first, run(recipe, anew.problem)); !what.empty())
        return what + " when built and solved again";
    return {};
}

std::string fault_apart(const Recipe& recipe) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) return "no pipe";
    const pid_t child = ::fork();
    if (child == 0) {
        ::alarm(most_seconds);
        ::dup2(ends[1], STDERR_FILENO);  // what an assertion says is the fault
        const std::string fault = fault_of(recipe);
        const bool is_said = ::write(ends[1], fault.data(), fault.size()) >= 0;
        ::_exit(is_said ? 0 : 1);
    }
    ::close(ends[1]);
    std::string fault = read_all(ends[0]);
    ::close(ends[0]);
    int how = 0;
    ::waitpid(child, &how, 0);
    if (WIFSIGNALED(how))
        fault += fmt::format("{}ended by signal {}", fault.empty() ? "" : " ", WTERMSIG(how));
    else if (fault.empty() && WEXITSTATUS(how) != 0)
        fault = fmt::format("exit code {}", WEXITSTATUS(how));
    while (!fault.empty() && fault.back() == '\n')
        fault.pop_back();
    return fault;
}

}  // namespace rul::fuzz
