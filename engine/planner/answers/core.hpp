#pragma once

#include "engine/planner/answers/asking.hpp"
#include "engine/planner/answers/demands.hpp"

namespace rul::planner {

/// Demands that cannot be met together.
struct Core {
    Demands demands;             ///< In the order of the file.
    bool is_proved = false;      ///< There is no calendar that meets these alone.
    bool is_irreducible = true;  ///< And there is one as soon as any of them is let go.
};

/// An irreducible set of `demands` that cannot be met together, by letting go of the others: larger
/// pieces first, since most have nothing to do with it.
///
/// What `asking` does not settle is kept. All questions are about `brief` with `extra`; what is in
/// `given_up` is let go from the beginning.
///
/// Source: Bakker, Dikker, Tempelman, Wognum, Diagnosing and solving over-determined constraint
/// satisfaction problems (IJCAI 1993): the deletion filter.
[[nodiscard]] Core find_core(const model::Brief& brief, const Demands& demands,
                             const Demands& given_up, const Asking& asking,
                             const Extra& extra = {});

/// Of the persons at some meeting, a set of which every member is needed for the core: with the
/// others everywhere at once, and never busy, there would be no calendar either. Empty when the
/// core is not about persons.
[[nodiscard]] std::vector<model::PersonId> persons_of(const model::Brief& brief, const Core& core,
                                                      const Demands& all, const Asking& asking,
                                                      const Extra& extra = {});

}  // namespace rul::planner
