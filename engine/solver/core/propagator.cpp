#include "engine/solver/core/propagator.hpp"

#include "base/check.hpp"
#include "engine/solver/core/relaxation.hpp"

#include <array>
#include <ostream>

namespace rul::solver {

void Propagator::explain(const Store& /*s*/, Literal /*fact*/, std::uint64_t /*data*/,
                         Position /*at*/, std::vector<Literal>& /*out*/) const {
    RUL_CHECK(false && "this propagator never infers lazily");
}

void Propagator::relax(Relaxation& /*rows*/) const {}

void Propagator::breaking_values(IntVar /*x*/, const Assignment& /*values*/,
                                 std::vector<ValueRun>& /*out*/) const {}

void Propagator::advise(const Problem& /*problem*/, const Assignment& /*given*/, IntVar /*x*/,
                        std::span<Cost> /*by_value*/) const {}

std::ostream& operator<<(std::ostream& out, Literal l) {
    constexpr std::array<const char*, 4> names{" >= ", " <= ", " != ", " == "};
    return out << 'x' << l.var << names.at(static_cast<std::size_t>(l.op)) << l.value;
}

}  // namespace rul::solver
