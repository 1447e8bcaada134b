#include "engine/solver/core/coordinate.hpp"

#include <algorithm>

namespace rul::solver {

Value Coordinate::max(const Store& s) const {
    return of(s.max(x_) < count() ? s.max(x_) : s.previous(x_, count() - 1));
}

Value Coordinate::first_from(Value c) const {
    return static_cast<Value>(std::lower_bound(at_->begin(), at_->end(), c) - at_->begin());
}

}  // namespace rul::solver
