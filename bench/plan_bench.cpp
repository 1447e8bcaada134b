// One plan file, stage by stage: plan_bench PLAN [--seconds S] [--effort N] [--until bound|plan]
// [--judge CALENDAR] [--threads N] [--sweeps N]. Prints a line of JSON for each stage with the time
// it took, on the clock and of the processor, then one for every change of what is known while
// planning. --until ends at the first bound, or the first plan. --judge has the referee judge a
// calendar kept by `rul plan`; exit code 1 when it is not valid. --sweeps times so many rounds of
// the dual ascent alone, every series solved once in each. Without --seconds and --effort nothing
// is planned.

#include "base/check.hpp"
#include "base/error.hpp"
#include "desk/desk.hpp"
#include "desk/saved_calendar.hpp"
#include "engine/planner/encoding.hpp"
#include "engine/planner/planner.hpp"
#include "engine/solver/bounds/dual_ascent.hpp"
#include "engine/solver/bounds/relaxation_of.hpp"
#include "store/files.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace {

using namespace rul;  // NOLINT(google-build-using-namespace): a program of one page

using Clock = std::chrono::steady_clock;

struct Options {
    std::string plan;
    int sweeps = 0;
    std::string calendar;
    planner::Limits limits;
    bool plans = false;
    std::string until;
};

double processor_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto of = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

long peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/// Says how long it lived.
class Stage {
  public:
    explicit Stage(const char* name) : name_{name} {}
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;
    Stage(Stage&&) = delete;
    Stage& operator=(Stage&&) = delete;
    ~Stage() {
        const std::chrono::duration<double> wall = Clock::now() - begun_at_;
        fmt::print(R"({{"stage": "{}", "wall_s": {:.3f}, "cpu_s": {:.3f}, "peak_mb": {}}})"
                   "\n",
                   name_, wall.count(), processor_seconds() - begun_, peak_megabytes());
    }

  private:
    const char* name_;
    double begun_ = processor_seconds();
    Clock::time_point begun_at_ = Clock::now();
};

std::optional<Options> options_of(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const bool has_value = i + 1 < argc;
        if (word == "--seconds" && has_value) {
            options.limits.seconds = std::atof(argv[++i]);
            options.plans = true;
        } else if (word == "--effort" && has_value) {
            options.limits.effort = std::atoll(argv[++i]);
            options.plans = true;
        } else if (word == "--threads" && has_value) {
            options.limits.threads = std::atoi(argv[++i]);
        } else if (word == "--sweeps" && has_value) {
            options.sweeps = std::atoi(argv[++i]);
        } else if (word == "--until" && has_value) {
            options.until = argv[++i];
        } else if (word == "--judge" && has_value) {
            options.calendar = argv[++i];
        } else if (options.plan.empty()) {
            options.plan = word;
        } else {
            return std::nullopt;
        }
    }
    return options.plan.empty() ? std::nullopt : std::optional{options};
}

void complain(const base::Diagnostics& diagnostics) {
    for (const auto& diagnostic : diagnostics.all())
        if (diagnostic.severity == base::Diagnostic::Severity::error)
            render(std::cerr, diagnostic, base::Language::english);
}

bool judge(const desk::PlanFile& plan, const std::string& file, base::Diagnostics& diagnostics) {
    const auto saved =
        desk::read_saved_calendar(store::read_file(file), plan.brief, file, diagnostics);
    if (!saved) return false;
    referee::Verdict verdict;
    {
        const Stage stage{"judge"};
        verdict = referee::judge(plan.brief, saved->plan);
    }
    fmt::print(R"({{"judged": "{}", "cost": {}, "violations": {}}})"
               "\n",
               verdict.is_valid() ? "valid" : "not valid", verdict.cost, verdict.violations.size());
    for (const auto& finding : verdict.violations)
        fmt::print(stderr, "{}: {}\n", plan.brief.at(finding.rule).key, finding.text.english);
    return verdict.is_valid();
}

const char* word_of(planner::Status status) {
    switch (status) {
        case planner::Status::optimal:
            return "optimal";
        case planner::Status::feasible:
            return "feasible";
        case planner::Status::infeasible:
            return "infeasible";
        case planner::Status::unknown:
            break;
    }
    return "unknown";
}

void make_plan(const desk::PlanFile& plan, planner::Limits limits, const std::string& until) {
    planner::Answer answer;
    std::atomic<bool> is_enough = false;
    limits.stop = &is_enough;
    {
        const Stage stage{"plan"};
        const double begun = processor_seconds();
        std::optional<planner::Progress> last;
        answer = planner::plan(plan.brief, limits, [&](const planner::Progress& now) {
            if (last && now.best == last->best && now.bound == last->bound) return;
            last = now;
            if (until == "bound" || (until == "plan" && now.best)) is_enough = true;
            fmt::print(R"({{"cpu_s": {:.3f}, "wall_s": {:.3f}, "best": {}, "bound": {}}})"
                       "\n",
                       processor_seconds() - begun, now.seconds,
                       now.best ? fmt::to_string(*now.best) : "null", now.bound);
        });
    }
    model::Points cost = 0;
    if (answer.plan) {
        const Stage stage{"referee"};
        const auto verdict = referee::judge(plan.brief, *answer.plan);
        RUL_CHECK(verdict.is_valid());
        cost = verdict.cost;
    }
    fmt::print(R"({{"status": "{}", "cost": {}, "bound": {}, "statistics": {{)",
               word_of(answer.status), cost, answer.bound);
    const char* separator = "";
    for (const auto& [name, value] : answer.statistics) {
        fmt::print(R"({}"{}": {})", separator, name, value);
        separator = ", ";
    }
    fmt::print("}}}}\n");
    if (answer.conflict) {
        for (const auto rule : answer.conflict->rules)
            fmt::print(R"({{"conflict": "{}"}})"
                       "\n",
                       plan.brief.at(rule).key);
    }
}

// How many of each kind, and how many rows they offer.
void print_constraints(const solver::Problem& problem) {
    std::map<std::string_view, std::pair<std::size_t, std::size_t>> counts;
    for (const auto& constraint : problem.constraints()) {
        auto& [number, rows] = counts[constraint->name()];
        solver::Relaxation its{problem.store(), &problem.costs()};
        constraint->relax(its);
        ++number;
        rows += its.rows().size();
    }
    for (const auto& [name, count] : counts)
        fmt::print(R"({{"constraint": "{}", "number": {}, "rows": {}}})"
                   "\n",
                   name, count.first, count.second);
    fmt::print(R"({{"constraint": "clause", "number": {}}})"
               "\n",
               problem.clauses().size());
}

void time_sweeps(const solver::Problem& problem, int rounds) {
    const solver::Relaxation rows = solver::relaxation_of(problem);
    solver::DualAscent dual{problem, rows};
    const Stage stage{"sweeps"};
    dual.climb(problem.store(), rounds, solver::infinite_cost, [] { return false; });
}

int run(const Options& options) {
    base::Diagnostics diagnostics;
    std::optional<desk::PlanFile> plan;
    {
        const Stage stage{"read"};
        plan = desk::load(options.plan, std::nullopt, diagnostics);
    }
    if (!plan) {
        complain(diagnostics);
        return 2;
    }
    fmt::print(R"({{"meetings": {}, "persons": {}, "bodies": {}, "rules": {}}})"
               "\n",
               plan->brief.meetings.size(), plan->brief.persons.size(), plan->brief.bodies.size(),
               plan->brief.rules.size());
    if (!options.calendar.empty() && !judge(*plan, options.calendar, diagnostics)) {
        complain(diagnostics);
        return 1;
    }
    {
        const Stage stage{"encode"};
        const planner::Encoding encoding{plan->brief};
        print_constraints(encoding.problem());
    }
    if (options.sweeps > 0) time_sweeps(planner::Encoding{plan->brief}.problem(), options.sweeps);
    if (options.plans) make_plan(*plan, options.limits, options.until);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const auto options = options_of(argc, argv);
    if (!options) {
        fmt::print(stderr,
                   "usage: plan_bench PLAN [--seconds S] [--effort N] "
                   "[--until bound|plan] [--judge FILE] [--threads N] [--sweeps N]\n");
        return 2;
    }
    try {
        return run(*options);
    } catch (const rul::base::Error& e) {
        fmt::print(stderr, "{}\n", e.what());
        return 3;
    }
}
