#include "engine/solver/constraints/channel.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/absence.hpp"

#include <utility>

namespace rul::solver {

Channel::Channel(IntVar x, IntVar y, std::shared_ptr<const std::vector<Value>> table)
    : x_{x}, y_{y}, table_{std::move(table)}, groups_{*table_}, scope_{x, y} {
    RUL_CHECK(x != y && !table_->empty());
    supports_.resize(groups_.values().size(), 0);
}

bool Channel::propagate(Store& s) {
    const auto x_is_supported = [&](Value v) { return has(v) && s.contains(y_, of(v)); };
    const auto y_is_supported = [&](std::size_t i) { return stands_somewhere(s, i); };
    return keep_supported(s, x_, id(), 0, x_is_supported)
           && groups_.keep_supported(s, y_, id(), y_is_supported);
}

// Whether x can be where the i-th value of the table stands; looks first where it stood last.
bool Channel::stands_somewhere(const Store& s, std::size_t i) {
    const auto places = groups_.places(i);
    std::uint32_t& support = supports_[i];
    if (support < places.size() && s.contains(x_, static_cast<Value>(places[support]))) return true;
    for (support = 0; support < places.size(); ++support)
        if (s.contains(x_, static_cast<Value>(places[support]))) return true;
    return false;
}

void Channel::explain(const Store& s, Literal fact, std::uint64_t /*data*/, Position at,
                      std::vector<Literal>& out) const {
    const std::size_t from = out.size();
    const IntVar x{fact.var};
    const Run run = run_of(s, fact, at, out);
    const Before before{s, x, at};
    Absence absence{s, x == x_ ? y_ : x_, at, out};
    if (x == x_) {
        for (Value v = run.first; v <= run.last; ++v)
            if (!before.contains(v))
                out.push_back(differs(x_, v));
            else if (has(v))
                absence.cover(of(v));
    } else {
        const auto& values = groups_.values();
        for (std::size_t i = groups_.first_from(run.first);
             i < values.size() && values[i] <= run.last; ++i)
            if (!before.contains(values[i]))
                out.push_back(differs(y_, values[i]));
            else
                for (const std::uint32_t place : groups_.places(i))
                    absence.cover(static_cast<Value>(place));
    }
    absence.finish();
    without_repeats(out, from);
}

void Channel::breaking_values(IntVar x, const Assignment& values,
                              std::vector<ValueRun>& out) const {
    if (x == y_) {
        const Value v = values[x_.index];
        const Value y = has(v) ? of(v) : -max_value;
        out.push_back({-max_value, has(v) ? y - 1 : y});
        out.push_back({y + 1, max_value});
        return;
    }
    const Value y = values[y_.index];
    Value next = 0;
    const std::size_t i = groups_.first_from(y);
    if (i < groups_.values().size() && groups_.values()[i] == y)
        for (const std::uint32_t place : groups_.places(i)) {
            const auto v = static_cast<Value>(place);
            if (next < v) out.push_back({next, v - 1});
            next = v + 1;
        }
    out.push_back({next, max_value});
}

bool Channel::holds(const Assignment& values) const {
    const Value x = values[x_.index];
    return has(x) && values[y_.index] == of(x);
}

}  // namespace rul::solver
