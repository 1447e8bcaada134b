#pragma once

#include "engine/solver/bounds/priced_bound.hpp"
#include "engine/solver/core/relaxation.hpp"
#include "engine/solver/problem.hpp"

#include <map>
#include <utility>
#include <vector>

namespace rul::solver {

/// Which series are tied together: every series of the problem in one of them.
using Ties = std::vector<std::vector<std::size_t>>;

/// By two series, the first before the second: how often values at random break what both share; a
/// distance most often, a clash hardly ever. None: never.
using Tightness = std::map<std::pair<std::size_t, std::size_t>, int>;
[[nodiscard]] Tightness tightness_between_series(const Problem& problem);

/// Those with the dearest rows between them, as long as that makes no more than `most_members`;
/// then those that are tight, whatever the rows cost: of "some meeting serves this one" the prices
/// know little.
[[nodiscard]] Ties tied_at_first(const Problem& problem, const Relaxation& relaxation,
                                 const Prices& prices, const Tightness& tightness,
                                 std::size_t most_members);

/// Two ties that might be one.
struct TiePair {
    std::size_t first;
    std::size_t second;
    Cost excess;    ///< the greater of both: by how much a tie is dearer than it need be by itself
    int tightness;  ///< between all their series
};
/// Of which one is dear at least (`excess`, by tie); the dearest and tightest first.
[[nodiscard]] std::vector<TiePair> pairs_to_tie(const Tightness& tightness, const Ties& ties,
                                                const std::vector<Cost>& excess);

}  // namespace rul::solver
