#include "engine/solver/neighbourhoods/surroundings.hpp"

#include "engine/solver/knots/numbers.hpp"

namespace rul::solver {

namespace {

constexpr std::size_t few_in_group = 4;  // times as many series there are at least

}  // namespace

Surroundings::Surroundings(const Problem& about)
    : problem{about},
      scopes{about},
      series_of(about.store().var_count(), no_series),
      coupled(about.paths().size()) {
    for (std::size_t i = 0; i < about.paths().size(); ++i)
        for (const Coordinate& member : about.paths()[i].members)
            series_of[member.var().index] = i;
    for (std::size_t source = 0; source < about.constraints().size(); ++source)
        note(source);
    for (auto& others : coupled)
        settle(others);
    for (std::uint32_t x = 0; x < series_of.size(); ++x)
        if (!is_member({x}) && about.has_costs({x})) costly.push_back({x});
}

// The series that a constraint is about.
void Surroundings::note(std::size_t constraint) {
    std::vector<std::size_t> met;
    for (const IntVar x : scopes.of_source[constraint])
        if (is_member(x)) met.push_back(series_of[x.index]);
    settle(met);
    if (met.size() > 1 && few_in_group * met.size() <= coupled.size()) groups.push_back(constraint);
    for (const std::size_t a : met)
        for (const std::size_t b : met)
            if (a != b) coupled[a].push_back(b);
}

void Surroundings::free_series(std::size_t path, std::vector<bool>& is_free) const {
    for (const Coordinate& member : problem.paths()[path].members)
        is_free[member.var().index] = true;
}

}  // namespace rul::solver
