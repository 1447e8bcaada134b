// CSPLib problem 46: meetings of one slot; two that share an agent are at least 1 plus the travel
// between them apart. Any solution will do.

#include "bench/field/files.hpp"
#include "bench/field/instance.hpp"
#include "engine/solver/constraints/all_different_except.hpp"
#include "engine/solver/constraints/separation.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <memory>
#include <numeric>
#include <set>

namespace rul::bench {

namespace {

using Json = nlohmann::json;
using solver::Coordinate;
using solver::IntVar;
using solver::Value;
using Pairs = std::set<std::pair<std::size_t, std::size_t>>;

// Pairs of meetings with an agent in common.
Pairs pairs_of(const Json& data) {
    Pairs pairs;
    for (const Json& meetings : data["agentMeetings"])
        for (const std::size_t a : meetings)
            for (const std::size_t b : meetings)
                if (a < b) pairs.insert({a, b});
    return pairs;
}

std::string fault_of(const Json& data, const solver::Assignment& slot) {
    const Value domain = data["domain"];
    for (const Json& meetings : data["agentMeetings"])
        for (const std::size_t a : meetings)
            for (const std::size_t b : meetings) {
                const Value travel = data["dist"][a][b];
                if (a != b && std::abs(slot[a] - slot[b]) < 1 + travel)
                    return fmt::format("meetings {} and {} are too close", a, b);
            }
    for (std::size_t m = 0; m < data["meetings"].get<std::size_t>(); ++m)
        if (slot[m] < 0 || slot[m] >= domain) return fmt::format("meeting {} has no slot", m);
    return {};
}

Instance modelled(const Json& data, const Known& known) {
    Instance instance{.size = fmt::format("{} meetings, {} agents", data["meetings"].get<int>(),
                                          data["agents"].get<int>()),
                      .problem = {},
                      .fault = [data](const solver::Assignment& slot,
                                      solver::Cost) { return fault_of(data, slot); },
                      .known = known};
    auto slots = std::make_shared<std::vector<Value>>(data["domain"].get<std::size_t>());
    std::iota(slots->begin(), slots->end(), 0);
    const auto last = static_cast<Value>(slots->size()) - 1;
    std::vector<Coordinate> meetings;
    for (std::size_t m = 0; m < data["meetings"].get<std::size_t>(); ++m)
        meetings.emplace_back(instance.problem.new_var(0, last), slots);
    for (const auto& [a, b] : pairs_of(data))
        instance.problem.post<solver::Separation>(meetings[a], meetings[b],
                                                  1 + data["dist"][a][b].get<Value>());
    for (const Json& own : data["agentMeetings"]) {
        std::vector<IntVar> of_agent;
        for (const std::size_t m : own)
            of_agent.push_back(meetings[m].var());
        instance.problem.post<solver::AllDifferentExcept>(of_agent, last + 1);
    }
    return instance;
}

}  // namespace

std::vector<Source> agent_meetings(const std::filesystem::path& reference) {
    const auto folder = reference / "csplib-prob046";
    std::vector<Source> sources;
    if (!std::filesystem::exists(folder / "instances.json")) return sources;
    const auto rows = rows_of(folder / "best_known.csv");
    for (const Json& data : Json::parse(text_of(folder / "instances.json"))) {
        const int id = data["id"];
        Known known{.best = 0, .bound = 0};
        for (const auto& row : rows)
            if (row.size() > 5 && row[0] == std::to_string(id) && row[5] == "UNSAT")
                known = {.is_infeasible = true};
        sources.push_back({fmt::format("csplib-prob046/{:02}", id),
                           [data, known] { return modelled(data, known); }});
    }
    return sources;
}

}  // namespace rul::bench
