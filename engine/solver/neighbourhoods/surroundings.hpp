#pragma once

#include "engine/solver/scopes.hpp"

#include <cstddef>
#include <limits>
#include <vector>

namespace rul::solver {

/// What the kinds of neighbourhoods ask about a problem.
struct Surroundings {
    static constexpr std::size_t no_series = std::numeric_limits<std::size_t>::max();

    explicit Surroundings(const Problem& about);

    void free_series(std::size_t path, std::vector<bool>& is_free) const;
    [[nodiscard]] bool is_member(IntVar x) const { return series_of[x.index] != no_series; }

    const Problem& problem;
    Scopes scopes;
    std::vector<std::size_t> series_of;  ///< by variable
    /// By series: those it shares a constraint with.
    std::vector<std::vector<std::size_t>> coupled;
    std::vector<std::size_t> groups;  ///< constraints about several series, but not most of them
    std::vector<IntVar> costly;       ///< beside the members of series

  private:
    void note(std::size_t constraint);
};

}  // namespace rul::solver
