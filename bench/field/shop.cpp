#include "bench/field/shop.hpp"

#include "engine/solver/constraints/disjunctive.hpp"
#include "engine/solver/constraints/linear_at_most.hpp"
#include "engine/solver/constraints/order.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

namespace rul::bench {

namespace {

using solver::Cost;
using solver::IntVar;
using solver::Value;

// The operations are the first variables of the problem, in order; the last end follows them.
std::string fault_of(const Shop& shop, const solver::Assignment& start, Cost cost) {
    const auto end = [&](std::size_t op) { return start[op] + shop.length[op]; };
    Cost last = 0;
    for (std::size_t op = 0; op < shop.length.size(); ++op) {
        if (start[op] < 0) return fmt::format("operation {} starts before 0", op);
        last = std::max<Cost>(last, end(op));
    }
    for (const auto& [before, after] : shop.chains)
        if (start[after] < end(before))
            return fmt::format("operation {} does not wait for {}", after, before);
    for (const auto& group : shop.groups)
        for (const std::size_t a : group)
            for (const std::size_t b : group)
                if (a < b && start[a] < end(b) && start[b] < end(a))
                    return fmt::format("operations {} and {} run at once", a, b);
    return last == cost ? "" : fmt::format("the last ends at {}, not {}", last, cost);
}

// a + least <= b
void post_lag(solver::Problem& problem, IntVar a, IntVar b, Value least) {
    problem.post<solver::LinearAtMost>(std::vector<std::pair<Value, IntVar>>{{1, a}, {-1, b}},
                                       -Cost{least});
}

void post_groups(solver::Problem& problem, const Shop& shop, const std::vector<IntVar>& starts) {
    for (const auto& group : shop.groups) {
        std::vector<IntVar> of_group;
        std::vector<Value> lengths;
        for (const std::size_t op : group) {
            if (shop.length[op] == 0) continue;
            for (std::size_t i = 0; i < of_group.size(); ++i) {
                const IntVar is_before = problem.new_bool();
                problem.decide_first(is_before);
                problem.post<solver::Order>(of_group[i], starts[op], lengths[i], shop.length[op],
                                            is_before);
            }
            of_group.push_back(starts[op]);
            lengths.push_back(shop.length[op]);
        }
        problem.post<solver::Disjunctive>(of_group, lengths);
    }
}

}  // namespace

Instance modelled(const Shop& shop, std::string size, const Known& known) {
    Instance instance{.size = std::move(size), .problem = {}, .fault = {}, .known = known};
    solver::Problem& problem = instance.problem;
    // One operation after another is a plan.
    const Value horizon = std::accumulate(shop.length.begin(), shop.length.end(), 0);
    std::vector<IntVar> starts;
    for (const int length : shop.length)
        starts.push_back(problem.new_var(0, horizon - length));
    const IntVar last = problem.new_var(0, horizon);
    problem.add_linear_cost(last, 1);
    for (const auto& [before, after] : shop.chains)
        post_lag(problem, starts[before], starts[after], shop.length[before]);
    std::vector<bool> is_followed(starts.size(), false);
    for (const auto& [before, after] : shop.chains)
        is_followed[before] = true;
    for (std::size_t op = 0; op < starts.size(); ++op)
        if (!is_followed[op]) post_lag(problem, starts[op], last, shop.length[op]);
    post_groups(problem, shop, starts);
    instance.fault = [shop](const solver::Assignment& values, Cost cost) {
        return fault_of(shop, values, cost);
    };
    return instance;
}

}  // namespace rul::bench
