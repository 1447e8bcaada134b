#include "engine/solver/check/nogood_checker.hpp"

#include "engine/solver/check/brute_force.hpp"

#include <algorithm>
#include <sstream>

namespace rul::solver::check {

NogoodChecker::NogoodChecker(const Problem& problem) {
    for_each_solution(problem, [&](const Assignment& values) {
        solutions_.push_back({values, problem.cost(values)});
    });
}

void NogoodChecker::explained(std::string_view who, std::span<const Literal> reason, Literal fact) {
    together_.assign(reason.begin(), reason.end());
    together_.push_back(!fact);
    std::ostringstream what;
    what << "a reason of \"" << who << "\" does not imply its fact (last: negated)";
    look_at(what.str(), together_);
}

void NogoodChecker::conflicting(std::span<const Literal> together) {
    look_at("a conflict is none", together);
}

void NogoodChecker::learned(const Store& s, std::span<const Literal> nogood) {
    look_at("a nogood forbids a solution", nogood);
    const Position root_end = s.level() == 0 ? s.trail_size() : s.level_start(1);
    for (Position at = 0; at < root_end; ++at) {
        const Literal refuted = !s.change(at).fact;
        look_at("the root has lost a solution", {&refuted, 1});
    }
}

void NogoodChecker::look_at(std::string_view what, std::span<const Literal> together) {
    ++looked_at_;
    if (!fault_.empty()) return;
    const auto is_lost = [&](const Solution& solution) {
        return solution.cost < limit_
               && std::all_of(together.begin(), together.end(),
                              [&](Literal l) { return holds(l, solution.values[l.var]); });
    };
    const auto lost = std::find_if(solutions_.begin(), solutions_.end(), is_lost);
    if (lost == solutions_.end()) return;
    std::ostringstream out;
    out << what << ':';
    for (const Literal l : together)
        out << ' ' << l << ';';
    out << " a solution of cost " << lost->cost << " has";
    for (const Value v : lost->values)
        out << ' ' << v;
    fault_ = out.str();
}

}  // namespace rul::solver::check
