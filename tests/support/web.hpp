#pragma once

#include "engine/solver/bounds/relaxation_of.hpp"
#include "engine/solver/knots/knot_bound.hpp"
#include "tests/support/random_constraints.hpp"
#include "tests/support/random_problem.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace rul::testing {

using solver::infinite_cost;
using solver::KnotBound;
using solver::price_scale;
using solver::Prices;
using solver::Relaxation;
using solver::relaxation_of;
using solver::Row;
using solver::Ties;

/// Short series, and bools that hang on several of them: who belongs where changes with the ties.
struct Web {
    explicit Web(Random& random) : p{made(random)}, rows{relaxation_of(p)} {
        for (const Row& row : rows.rows()) {
            const Cost most = std::min<Cost>(row.price, 3);
            prices.push_back(random.between(0, static_cast<int>(most)) * price_scale);
        }
        for (std::size_t i = 0; i < p.paths().size(); ++i)
            ties.push_back({i});
    }

    static Problem made(Random& random) {
        Problem p;
        const auto days = std::make_shared<std::vector<Value>>(std::vector<Value>{0, 2, 3});
        for (int i = random.between(3, 4); i > 0; --i) {
            SeriesPath path;
            path.members.emplace_back(p.new_var(0, 2), days);
            p.add_path(path);
        }
        for (int i = random.between(2, 4); i > 0; --i)
            p.new_bool();
        for (std::uint32_t x = 0; x < p.store().var_count(); ++x) {
            std::vector<Cost> costs;
            for (Value v = p.store().initial_min({x}); v <= p.store().initial_max({x}); ++v)
                costs.push_back(random.between(0, 5));
            p.add_cost({x}, costs);
        }
        for (int i = random.between(4, 10); i > 0; --i)
            p.add_clause({random_literal(random, p), random_literal(random, p)});
        RandomConstraints constraints{random, p};
        for (int i = random.between(0, 1); i > 0; --i)
            constraints.post_one();
        return p;
    }

    Problem p;
    Relaxation rows;
    Prices prices;
    Ties ties;
};

/// Every knot is solved, and counts for what it costs.
inline void prove_all(KnotBound& bound) {
    for (std::size_t k = 0; k < bound.count(); ++k) {
        const auto [part, offset] = bound.part_of(k);
        const auto cost = least_cost_by_brute_force(part.problem());
        bound.raise(k, cost ? *cost + offset : infinite_cost);
    }
}

}  // namespace rul::testing
