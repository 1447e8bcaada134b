#pragma once

#include "engine/solver/check/brute_force.hpp"
#include "engine/solver/constraints/all_different_except.hpp"
#include "engine/solver/constraints/among.hpp"
#include "engine/solver/constraints/binary.hpp"
#include "engine/solver/constraints/bucket_excess.hpp"
#include "engine/solver/constraints/channel.hpp"
#include "engine/solver/constraints/count.hpp"
#include "engine/solver/constraints/cumulative.hpp"
#include "engine/solver/constraints/deviation.hpp"
#include "engine/solver/constraints/disjunctive.hpp"
#include "engine/solver/constraints/exists_in_window.hpp"
#include "engine/solver/constraints/function.hpp"
#include "engine/solver/constraints/in_set.hpp"
#include "engine/solver/constraints/lag.hpp"
#include "engine/solver/constraints/linear_at_most.hpp"
#include "engine/solver/constraints/nearest_cost.hpp"
#include "engine/solver/constraints/no_overlap.hpp"
#include "engine/solver/constraints/not_together.hpp"
#include "engine/solver/constraints/order.hpp"
#include "engine/solver/constraints/separation.hpp"
#include "engine/solver/problem.hpp"
#include "tests/support/tables.hpp"

#include <cstdint>

// What a problem printed by fuzz_solver needs where it is pasted.
using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only

/// Whether it has so many solutions, the cheapest of this cost; -1: none.
inline bool has(const Problem& p, std::int64_t solutions, Cost least) {
    const check::BruteForce truth = check::brute_force(p);
    return truth.solutions == solutions && (truth.best ? truth.best->cost : -1) == least;
}
