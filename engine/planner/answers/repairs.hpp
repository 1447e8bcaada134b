#pragma once

#include "engine/planner/answers/changes.hpp"
#include "engine/planner/answers/core.hpp"

#include <functional>

namespace rul::planner {

/// A conflict, and how the changes that may resolve it are tried.
struct Quarrel {
    const model::Brief& brief;
    const Core& core;
    std::vector<model::PersonId> persons;  ///< persons_of() the core.
    Demands all;                           ///< Demands of the whole brief.
};

/// A change, and how much it is one: of a softened rule, what it then costs at least.
struct Priced {
    Change change;
    model::Points size = 0;
};

/// The smallest changes to single members of the core after which `exists` says yes of the brief,
/// the least first. Each was asked for; a number is moved no further than it must be.
[[nodiscard]] std::vector<Priced> find_changes(
    const Quarrel& quarrel, const Asking& asking,
    const std::function<Existence(const model::Brief&)>& exists);

}  // namespace rul::planner
