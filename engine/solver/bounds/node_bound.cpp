#include "engine/solver/bounds/node_bound.hpp"

#include <algorithm>
#include <cstdint>

namespace rul::solver {

NodeBound::NodeBound(const Problem& problem, const Relaxation& relaxation)
    : bound_{problem, relaxation, Prices(relaxation.rows().size(), 0)} {}

void NodeBound::arm(const std::vector<Literal>& decisions, const Prices& prices, Cost limit) {
    decisions_ = decisions;
    bound_.set_prices(prices);
    set_limit(limit);
    is_armed_ = true;
}

void NodeBound::set_limit(Cost limit) {
    limit_ = limit;
    bound_.set_limit(limit);
}

// All decisions stand, and one of them only since the present level began.
bool NodeBound::is_on_its_level(const Store& s) const {
    const auto is_true = [&](Literal l) { return s.is_true(l); };
    if (!std::all_of(decisions_.begin(), decisions_.end(), is_true)) return false;
    if (s.level() == 0) return true;
    const Position start = s.level_start(s.level());
    const auto is_new = [&](Literal l) { return s.position_of(l) >= start; };
    return std::any_of(decisions_.begin(), decisions_.end(), is_new);
}

bool NodeBound::propagate(Store& s) {
    if (!is_armed_ || !is_on_its_level(s)) return true;
    if (bound_.bound(s) >= limit_) return s.fail(decisions_);
    std::int64_t deleted = 0;
    return bound_.delete_dear_values(s, deleted, id());
}

void NodeBound::explain(const Store& /*s*/, Literal /*fact*/, std::uint64_t /*data*/,
                        Position /*at*/, std::vector<Literal>& out) const {
    out.insert(out.end(), decisions_.begin(), decisions_.end());
}

bool NodeBound::holds(const Assignment& values) const {
    return !is_armed_ || bound_.holds(values);
}

}  // namespace rul::solver
