// RCPSP/max: projects with least and greatest lags, the last activity as early as possible. Format:
// ProGen/max. Line 1: activities, resources. Then a line for each activity, 0 and the last
// included: number, 1, successors, the successors, and the lag to each in brackets. Then a line for
// each: number, 1, length, needs. Last line: capacities.

#include "bench/field/files.hpp"
#include "bench/field/project.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rul::bench {

namespace {

using solver::Cost;
using solver::Value;

class Numbers {
  public:
    explicit Numbers(const std::string& text) : numbers_{numbers_in(text)} {}
    [[nodiscard]] int next() { return numbers_.at(at_++); }
    [[nodiscard]] std::size_t next_index() { return static_cast<std::size_t>(next()); }

  private:
    std::vector<int> numbers_;
    std::size_t at_ = 0;
};

Project project_in(const std::filesystem::path& file) {
    Numbers numbers{text_of(file)};
    const std::size_t count = numbers.next_index() + 2;
    const std::size_t resources = numbers.next_index();
    for (int unused = 0; unused < 2; ++unused)
        static_cast<void>(numbers.next());
    Project project;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t from = numbers.next_index();
        static_cast<void>(numbers.next());
        std::vector<std::size_t> successors(numbers.next_index());
        for (std::size_t& to : successors)
            to = numbers.next_index();
        for (const std::size_t to : successors)
            project.lags.push_back({from, to, numbers.next()});
    }
    for (std::size_t i = 0; i < count; ++i) {
        static_cast<void>(numbers.next());
        static_cast<void>(numbers.next());
        project.length.push_back(numbers.next());
        project.need.emplace_back();
        for (std::size_t r = 0; r < resources; ++r)
            project.need.back().push_back(numbers.next());
    }
    for (std::size_t r = 0; r < resources; ++r)
        project.capacity.push_back(numbers.next());
    return project;
}

// If there is a plan there is one that ends by then: each activity, in order of start, holds up the
// rest by its length or by its longest lag.
Value horizon_of(const Project& project) {
    std::vector<Value> most = project.length;
    for (const auto& lag : project.lags)
        most[lag.from] = std::max(most[lag.from], lag.least);
    Value sum = 0;
    for (const Value value : most)
        sum += value;
    return sum;
}

Instance read(const std::filesystem::path& file, const Known& known) {
    const Project project = project_in(file);
    Instance instance{.size = fmt::format("{} activities, {} resources", project.length.size() - 2,
                                          project.capacity.size()),
                      .problem = {},
                      .fault = {},
                      .known = known};
    const auto starts = post_project(instance.problem, project, horizon_of(project));
    instance.problem.require(solver::at_most(starts.front(), 0));
    instance.problem.add_linear_cost(starts.back(), 1);
    instance.fault = [project](const solver::Assignment& start, Cost cost) {
        if (start.front() != 0) return std::string{"the project does not start at 0"};
        const Value end = start[project.length.size() - 1];
        return end == cost ? fault_of(project, start)
                           : fmt::format("the project ends at {}, not {}", end, cost);
    };
    return instance;
}

Known known_of(const std::vector<std::vector<std::string>>& rows, const std::string& set,
               const std::string& file) {
    for (const auto& row : rows) {
        if (row.size() < 5 || row[0] != set || row[1] != file) continue;
        if (row[4] == "infeasible") return {.is_infeasible = true};
        if (row.size() > 6) return {.best = std::stoll(row[6]), .bound = std::stoll(row[5])};
    }
    return {};
}

}  // namespace

std::vector<Source> projects(const std::filesystem::path& reference) {
    const auto folder = reference / "rcpsp-max";
    const auto rows = rows_of(folder / "best_known.csv");
    std::vector<Source> sources;
    for (const char* const set : {"sm_j10", "ubo10", "sm_j20", "ubo20", "ubo50", "ubo100"})
        for (const auto& file : files_in(folder / set, ".SCH")) {
            const Known known = known_of(rows, set, file.filename().string());
            sources.push_back({fmt::format("rcpsp-max/{}/{}", set, file.stem().string()),
                               [file, known] { return read(file, known); }});
        }
    return sources;
}

}  // namespace rul::bench
