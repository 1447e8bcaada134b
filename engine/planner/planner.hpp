#pragma once

#include "engine/model/plan.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rul::planner {

/// How long to look. The same brief, seed and effort give the same answer on any machine, unless
/// `seconds` or `stop` cuts it short.
struct Limits {
    std::uint64_t seed = 1;
    std::int64_t effort = 0;        ///< In ticks (about a microsecond each); 0: until proved.
    std::optional<double> seconds;  ///< Wall-clock convenience.
    const std::atomic<bool>* stop = nullptr;  ///< Set from outside (Ctrl-C): ends within 0.2 s.
    bool any = false;                         ///< Any calendar will do, whatever it costs.
    int threads = 0;  ///< What comes out does not hang on it; 0: as many as run at once.
};

/// What has been found so far; passed on whenever it changes and a few times a second.
struct Progress {
    double seconds = 0;
    std::optional<model::Points> best;  ///< Cost of the best plan so far (the incumbent).
    model::Points bound = 0;            ///< No plan is cheaper.
    base::Text doing;                   ///< "søger", "beviser", ...
};

enum class Status {
    optimal,     ///< No calendar is better: bound == cost.
    feasible,    ///< A valid calendar; effort ran out before the proof.
    infeasible,  ///< No calendar exists: `conflict` says why.
    unknown      ///< Effort ran out before any calendar was found.
};

/// A few changes to what the plan file says, with which there is a calendar: that was tried.
struct Repair {
    struct Step {
        std::string kind;  ///< Stable name: "soften", "bound", "move", ... (docs/command-line.md).
        base::Text text;   ///< "flyt SDFU/1 til man 23-01-2023 fra man 16-01-2023 (rul.toml:12)"
        model::Points size;  ///< How much it changes, in points.
    };

    std::vector<Step> steps;
    model::Points size = 0;  ///< Of all steps.
};

/// A date that one meeting of a series must have (Series::includes).
struct Include {
    model::SeriesId series;
    model::Date date{};
};

/// An irreducible set of rules and dates that cannot hold together; re-proved by solving with it
/// alone.
struct Conflict {
    std::vector<model::RuleId> rules;        ///< In the order of the file.
    std::vector<model::MeetingId> meetings;  ///< Those whose fixed dates take part.
    std::vector<Include> includes;           ///< Dates of series that take part.
    /// Of those who must be in one place at a time, the ones it is about.
    std::vector<model::PersonId> persons;
    std::vector<model::MeetingId> unplaceable;  ///< Without any possible date.
    bool is_proved = false;                     ///< There is no calendar with these alone.
    bool is_irreducible = false;  ///< And there is one as soon as any of them is let go.
    std::vector<Repair> repairs;  ///< The least change first.
    /// No single change is enough: the other conflicts that the one repair resolves, told alike.
    std::vector<base::Text> others;
    base::Text text;  ///< The whole explanation but for these and the repairs, several lines.
};

/// What each part of the solver did; printed by --stats.
struct Statistic {
    std::string name;
    std::int64_t value = 0;
};

struct Answer {
    Status status = Status::unknown;
    /// What the solver proposes. Nobody is shown it before the referee has passed it (desk/).
    std::optional<model::Plan> plan;
    model::Points cost = 0;  ///< Of `plan`, as the solver counts it; the referee says the same, or
                             ///< less where it is not proved.
    model::Points bound = 0;
    std::optional<Conflict> conflict;
    std::vector<Statistic> statistics;
};

/// The best calendar for `brief`.
/// @pre `brief` came through config::load_plan without errors.
[[nodiscard]] Answer plan(const model::Brief& brief, const Limits& limits = {},
                          const std::function<void(const Progress&)>& progress = {});

}  // namespace rul::planner
