#include "engine/solver/constraints/value_groups.hpp"

#include <numeric>

namespace rul::solver {

ValueGroups::ValueGroups(const std::vector<Value>& table) : places_(table.size()) {
    std::iota(places_.begin(), places_.end(), std::uint32_t{0});
    std::stable_sort(places_.begin(), places_.end(),
                     [&](std::uint32_t i, std::uint32_t j) { return table[i] < table[j]; });
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const Value v = table[places_[i]];
        if (!values_.empty() && values_.back() == v) continue;
        values_.push_back(v);
        starts_.push_back(i);
    }
    starts_.push_back(places_.size());
}

}  // namespace rul::solver
