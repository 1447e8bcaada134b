#include "engine/solver/constraints/function.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/absence.hpp"
#include "engine/solver/constraints/condition.hpp"

#include <algorithm>
#include <utility>

namespace rul::solver {

Function::Function(IntVar a, IntVar b, IntVar z, std::shared_ptr<const std::vector<Value>> table,
                   Value b_count)
    : a_{a},
      b_{b},
      z_{z},
      table_{std::move(table)},
      b_count_{b_count},
      a_count_{static_cast<Value>(table_->size()) / b_count},
      groups_{*table_},
      scope_{a, b, z} {
    RUL_CHECK(b_count > 0 && !table_->empty());
    RUL_CHECK(table_->size() % static_cast<std::size_t>(b_count) == 0);
    RUL_CHECK(scope_of({a, b, z}).size() == 3);
    support_of_a_.resize(static_cast<std::size_t>(a_count_), 0);
    support_of_b_.resize(static_cast<std::size_t>(b_count_), 0);
    support_of_z_.resize(groups_.values().size(), 0);
}

bool Function::propagate(Store& s) {
    return keep_supported(s, a_, id(), 0, [&](Value v) { return a_is_supported(s, v); })
           && keep_supported(s, b_, id(), 0, [&](Value v) { return b_is_supported(s, v); })
           && groups_.keep_supported(s, z_, id(),
                                     [&](std::size_t i) { return z_is_supported(s, i); });
}

bool Function::fits(const Store& s, Value a, Value b) const {
    return has(a, b) && s.contains(a_, a) && s.contains(b_, b) && s.contains(z_, value_at(a, b));
}

bool Function::a_is_supported(const Store& s, Value a) {
    if (!has(a, 0)) return false;
    Value& support = support_of_a_[static_cast<std::size_t>(a)];
    if (fits(s, a, support)) return true;
    const Value last = std::min(s.max(b_), b_count_ - 1);
    for (Value b = s.next(b_, 0); b <= last; b = s.next(b_, b + 1)) {
        support = b;
        if (s.contains(z_, value_at(a, b))) return true;
    }
    return false;
}

bool Function::b_is_supported(const Store& s, Value b) {
    if (!has(0, b)) return false;
    Value& support = support_of_b_[static_cast<std::size_t>(b)];
    if (fits(s, support, b)) return true;
    const Value last = std::min(s.max(a_), a_count_ - 1);
    for (Value a = s.next(a_, 0); a <= last; a = s.next(a_, a + 1)) {
        support = a;
        if (s.contains(z_, value_at(a, b))) return true;
    }
    return false;
}

bool Function::z_is_supported(const Store& s, std::size_t i) {
    const auto places = groups_.places(i);
    const auto is_open = [&](std::uint32_t place) {
        return s.contains(a_, a_of(place)) && s.contains(b_, b_of(place));
    };
    std::uint32_t& support = support_of_z_[i];
    if (is_open(places[support])) return true;
    const auto found = std::find_if(places.begin(), places.end(), is_open);
    if (found == places.end()) return false;
    support = static_cast<std::uint32_t>(found - places.begin());
    return true;
}

// ---- Reasons ------------------------------------------------------------------------------------

namespace {

// Of two values that cannot both be had: why one of them was missing. What is said already costs
// nothing, and a bound covers more than a hole.
void cover_one(Absence& x, Value v, Absence& y, Value w) {
    if (x.is_noted(v) || y.is_noted(w)) return;
    if (y.before().is_outside(w) || x.before().contains(v))
        y.cover(w);
    else
        x.cover(v);
}

}  // namespace

void Function::explain(const Store& s, Literal fact, std::uint64_t /*data*/, Position at,
                       std::vector<Literal>& out) const {
    const std::size_t from = out.size();
    const IntVar x{fact.var};
    const Run run = run_of(s, fact, at, out);
    const Before before{s, x, at};
    Absence a{s, a_, at, out};
    Absence b{s, b_, at, out};
    Absence z{s, z_, at, out};
    const auto& values = groups_.values();
    for (Value v = run.first; x != z_ && v <= run.last; ++v) {
        if (!before.contains(v))
            out.push_back(differs(x, v));
        else if (x == a_ && has(v, 0))
            for (Value other = 0; other < b_count_; ++other)
                cover_one(b, other, z, value_at(v, other));
        else if (x == b_ && has(0, v))
            for (Value other = 0; other < a_count_; ++other)
                cover_one(a, other, z, value_at(other, v));
    }
    for (std::size_t i = groups_.first_from(run.first);
         x == z_ && i < values.size() && values[i] <= run.last; ++i) {
        if (!before.contains(values[i]))
            out.push_back(differs(z_, values[i]));
        else
            for (const std::uint32_t entry : groups_.places(i))
                cover_one(a, a_of(entry), b, b_of(entry));
    }
    for (Absence* absence : {&a, &b, &z})
        absence->finish();
    without_repeats(out, from);
}

bool Function::holds(const Assignment& values) const {
    const Value a = values[a_.index];
    const Value b = values[b_.index];
    return has(a, b) && values[z_.index] == value_at(a, b);
}

}  // namespace rul::solver
