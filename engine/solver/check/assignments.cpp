#include "engine/solver/check/assignments.hpp"

#include <algorithm>

namespace rul::solver::check {

bool for_each_assignment(const Store& s, std::span<const IntVar> over,
                         const std::function<bool(const Assignment&)>& visit) {
    Assignment values(s.var_count());
    for (std::uint32_t i = 0; i < values.size(); ++i)
        values[i] = s.initial_min({i});
    for (;;) {
        if (!visit(values)) return false;
        auto x = over.end();
        while (x != over.begin()) {  // the last variable turns fastest
            --x;
            if (values[x->index] < s.initial_max(*x)) break;
            values[x->index] = s.initial_min(*x);
            if (x == over.begin()) return true;
        }
        if (over.empty()) return true;
        ++values[x->index];
    }
}

Cost assignment_count(const Store& s, std::span<const IntVar> over) {
    Cost count = 1;
    for (const IntVar x : over) {
        const Cost width = Cost{s.initial_max(x)} - s.initial_min(x) + 1;
        if (count > infinite_cost / width) return infinite_cost;
        count *= width;
    }
    return count;
}

}  // namespace rul::solver::check
