#include "engine/solver/core/relaxation.hpp"

namespace rul::solver {

namespace {

// Never both true.
bool exclude_each_other(Literal a, Literal b) {
    if (a.var != b.var) return false;
    if (a == !b) return true;
    return a.op == Literal::Op::eq && b.op == Literal::Op::eq && a.value != b.value;
}

bool exclude_each_other(const std::vector<Literal>& all, const std::vector<Literal>& others) {
    return std::any_of(all.begin(), all.end(), [&](Literal a) {
        return std::any_of(others.begin(), others.end(),
                           [a](Literal b) { return exclude_each_other(a, b); });
    });
}

}  // namespace

bool Relaxation::costs_a_unit(IntVar x) const {
    if (costs_ == nullptr) return true;
    if (x.index >= costs_->size()) return false;
    const std::vector<Cost>& table = (*costs_)[x.index];
    for (std::size_t i = 1; i < table.size(); ++i)
        if (table[i] < table[i - 1] + unit_) return false;
    return !table.empty();
}

bool Relaxation::pays(IntVar x, const std::vector<Literal>& when) {
    if (!costs_a_unit(x)) return false;
    std::vector<std::vector<Literal>>& others = paid_when_[x];
    if (!std::all_of(others.begin(), others.end(),
                     [&](const auto& other) { return exclude_each_other(other, when); }))
        return false;
    if (others.empty()) covered_.push_back(x);
    others.push_back(when);
    paid_ = x;
    return true;
}

}  // namespace rul::solver
