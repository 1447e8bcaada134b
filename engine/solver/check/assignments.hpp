#pragma once

#include "engine/solver/core/store.hpp"
#include "engine/solver/core/types.hpp"

#include <functional>
#include <span>

namespace rul::solver::check {

/// Visits every assignment of `over` within the bounds their variables were created with, holes
/// included; all other variables have their least value. The slow, obvious way: small cases only.
/// @return whether all were visited: `visit` stops by returning false
bool for_each_assignment(const Store& s, std::span<const IntVar> over,
                         const std::function<bool(const Assignment&)>& visit);

/// How many that would be; infinite_cost when more.
[[nodiscard]] Cost assignment_count(const Store& s, std::span<const IntVar> over);

}  // namespace rul::solver::check
