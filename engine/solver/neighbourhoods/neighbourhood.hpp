#pragma once

#include "base/random.hpp"
#include "engine/solver/neighbourhoods/surroundings.hpp"

#include <memory>
#include <vector>

namespace rul::solver {

/// One kind of what is searched anew while the rest of a solution stays.
class Neighbourhood {
  public:
    Neighbourhood() = default;
    Neighbourhood(const Neighbourhood&) = delete;
    Neighbourhood& operator=(const Neighbourhood&) = delete;
    Neighbourhood(Neighbourhood&&) = delete;
    Neighbourhood& operator=(Neighbourhood&&) = delete;
    virtual ~Neighbourhood() = default;

    /// Marks, by variable, what is to be free; another choice each time.
    virtual void free(const Assignment& best, base::Random& random, std::vector<bool>& is_free) = 0;
};

/// Each in a file of its name; none where the problem has nothing of the kind.
/// @pre the surroundings outlive it
using NeighbourhoodOf = std::unique_ptr<Neighbourhood> (*)(const Surroundings&);

/// All of one series: one body's year.
[[nodiscard]] std::unique_ptr<Neighbourhood> one_series(const Surroundings& of);
/// All of two that share a constraint: papers travel from one to the other, or members sit in both.
[[nodiscard]] std::unique_ptr<Neighbourhood> coupled_series(const Surroundings& of);
/// All of some series, each coupled with the one before: a rul.
[[nodiscard]] std::unique_ptr<Neighbourhood> chain(const Surroundings& of);
/// What lies in a stretch of days, and what is left out.
[[nodiscard]] std::unique_ptr<Neighbourhood> window(const Surroundings& of);
/// Whatever one constraint on several series is about: a person's meetings, a room's.
[[nodiscard]] std::unique_ptr<Neighbourhood> group(const Surroundings& of);
/// What lies nearest to something that is paid for.
[[nodiscard]] std::unique_ptr<Neighbourhood> conflict(const Surroundings& of);
/// Of a problem without series: who comes first, where both begin in a stretch of time.
[[nodiscard]] std::unique_ptr<Neighbourhood> orders(const Surroundings& of);

}  // namespace rul::solver
