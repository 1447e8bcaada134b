#pragma once

#include "base/random.hpp"
#include "engine/solver/constraints/levels.hpp"
#include "engine/solver/constraints/no_overlap.hpp"
#include "engine/solver/constraints/not_together.hpp"
#include "engine/solver/constraints/overlap.hpp"
#include "engine/solver/problem.hpp"

#include <memory>
#include <utility>
#include <vector>

// Problems whose constraints all give advice: meetings with rooms, small enough for brute force.
namespace rul::testing {

class RandomMeetings {
  public:
    RandomMeetings(base::Random& random, int count) : random_{random} {
        for (int i = 0; i < count; ++i) {
            tasks.push_back(task());
            rooms.push_back(problem.new_var(0, 1));
            problem.add_cost(rooms.back(), {0, random_.between(0, 3)});
        }
        for (std::size_t a = 0; a < tasks.size(); ++a)
            for (std::size_t b = a + 1; b < tasks.size(); ++b)
                couple(a, b);
        if (random_.between(0, 1) == 0)
            problem.post<solver::NoOverlap>(tasks, random_.between(0, 1));
        if (random_.between(0, 2) > 0) add_levels();
    }

    solver::Problem problem;
    std::vector<solver::Task> tasks;
    std::vector<solver::IntVar> rooms;

  private:
    // May be left out, at a cost; a later value may end earlier.
    solver::Task task() {
        std::vector<solver::Value> start{random_.between(0, 1)};
        const int count = random_.between(1, 4);
        for (int i = 1; i < count; ++i)
            start.push_back(start.back() + random_.between(0, 2));
        std::vector<solver::Value> end;
        for (const solver::Value s : start)
            end.push_back(s + random_.between(1, 3));
        const solver::Value last = count - random_.between(0, 1);
        const solver::IntVar x = problem.new_var(0, last);
        std::vector<solver::Cost> cost;
        for (solver::Value v = 0; v <= last; ++v)
            cost.push_back(random_.between(0, 9));
        problem.add_cost(x, cost);
        const auto starts = std::make_shared<const std::vector<solver::Value>>(std::move(start));
        problem.add_path(
            {.members = {{x, starts}}, .least_gap = 1, .gap_cost = {}, .must_pass = {}});
        return {x, starts, std::make_shared<const std::vector<solver::Value>>(std::move(end))};
    }
    void couple(std::size_t a, std::size_t b) {
        problem.post<solver::NotTogether>(tasks[a], tasks[b], rooms[a], rooms[b],
                                          std::make_shared<const std::vector<bool>>(
                                              std::vector<bool>{true, random_.between(0, 1) == 0}));
        if (random_.between(0, 1) == 0) return;
        const solver::IntVar overlap =
            problem.new_var(random_.between(0, 1), random_.between(1, 3));
        problem.add_linear_cost(overlap, random_.between(0, 5));
        problem.post<solver::Overlap>(tasks[a], tasks[b], overlap);
    }
    void add_levels() {
        std::vector<solver::Demand> demands;
        for (const solver::Task& task : tasks)
            demands.push_back({task, random_.between(0, 2)});
        std::vector<solver::IntVar> levels;
        for (int time = 0; time < 3; ++time) {
            levels.push_back(problem.new_var(random_.between(0, 1), random_.between(1, 3)));
            problem.add_linear_cost(levels.back(), random_.between(0, 5));
        }
        problem.post<solver::Levels>(std::move(demands), std::move(levels));
    }

    base::Random& random_;
};

}  // namespace rul::testing
