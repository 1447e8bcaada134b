#pragma once

#include "engine/solver/constraints/task.hpp"
#include "tests/support/world.hpp"

// Tasks for the tests of the constraints on them.
namespace rul::testing {

inline solver::Task task_of(IntVar x, Values start, Values end) {
    return {x, std::make_shared<const Values>(std::move(start)),
            std::make_shared<const Values>(std::move(end))};
}

/// All values of one length, from 0 on.
inline solver::Task even_task(World& w, Value count, Value length) {
    Values start, end;
    for (Value v = 0; v < count; ++v) {
        start.push_back(v);
        end.push_back(v + length);
    }
    return task_of(w.var(0, count - 1), start, end);
}

/// Of one length or of any, perhaps left out: a later value may end earlier.
inline solver::Task random_task(World& w, base::Random& random, bool is_even) {
    Values start{random.between(0, 4)}, end;
    const int count = random.between(1, 6);
    for (int i = 1; i < count; ++i)
        start.push_back(start.back() + random.between(0, 2));
    const Value length = random.between(1, 4);
    for (const Value s : start)
        end.push_back(s + (is_even ? length : random.between(1, 4)));
    const Value last = count - (random.between(0, 2) == 0 ? 0 : 1);
    return task_of(w.var(0, last, random_holes(random, 0, last)), start, end);
}

}  // namespace rul::testing
