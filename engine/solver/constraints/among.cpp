#include "engine/solver/constraints/among.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/absence.hpp"
#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/constraints/row_terms.hpp"

#include <algorithm>

namespace rul::solver {

namespace {

// What a lazy reason's data says: which inference, and about which member.
enum class Why : std::uint8_t { at_least_those_in, at_most_those_not_out, full, all_needed };

std::uint64_t data_of(Why why, std::size_t member = 0) {
    return std::uint64_t{member} << 2U | static_cast<std::uint64_t>(why);
}

}  // namespace

Among::Among(const std::vector<Coordinate>& members, Value first, Value last, IntVar count)
    : count_{count} {
    for (const Coordinate& m : members) {
        members_.push_back({m.var(), m.first_from(first), m.last_until(last)});
        scope_.push_back(m.var());
    }
    scope_.push_back(count);
    RUL_CHECK(first <= last && scope_of(scope_).size() == scope_.size());
}

bool Among::Member::is_in(const Store& s, Position at) const {
    return first <= s.min_before(x, at) && s.max_before(x, at) <= last;
}

bool Among::Member::is_out(const Store& s, Position at) const {
    const Before before{s, x, at};
    const Value end = std::min(last, before.max());
    Value v = std::max(first, before.min());
    while (v <= end && !before.contains(v))
        ++v;
    return v > end;
}

Among::Place Among::place_of(const Store& s, const Member& m) {
    if (m.first <= s.min(m.x) && s.max(m.x) <= m.last) return Place::in;
    return s.next(m.x, m.first) > std::min(m.last, s.max(m.x)) ? Place::out : Place::open;
}

bool Among::propagate(Store& s) {
    Value in = 0;
    Value open = 0;
    for (const Member& m : members_) {
        const Place place = place_of(s, m);
        if (place == Place::in) ++in;
        if (place == Place::open) ++open;
    }
    if (!s.infer_lazily(at_least(count_, in), id(), data_of(Why::at_least_those_in))) return false;
    if (!s.infer_lazily(at_most(count_, in + open), id(), data_of(Why::at_most_those_not_out)))
        return false;
    if (open == 0) return true;
    if (s.max(count_) == in) return keep_open_out(s);
    if (s.min(count_) == in + open) return take_open_in(s);
    return true;
}

bool Among::keep_open_out(Store& s) const {
    for (std::size_t i = 0; i < members_.size(); ++i) {
        const Member& m = members_[i];
        if (place_of(s, m) == Place::open
            && !exclude_lazily(s, m.x, m.first, m.last, id(), data_of(Why::full, i)))
            return false;
    }
    return true;
}

bool Among::take_open_in(Store& s) const {
    for (const Member& m : members_) {
        if (place_of(s, m) != Place::open) continue;
        if (!s.infer_lazily(at_least(m.x, m.first), id(), data_of(Why::all_needed))) return false;
        if (!s.infer_lazily(at_most(m.x, m.last), id(), data_of(Why::all_needed))) return false;
    }
    return true;
}

// ---- Reasons ------------------------------------------------------------------------------------

void Among::explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                    std::vector<Literal>& out) const {
    const auto all = static_cast<Value>(members_.size());
    switch (static_cast<Why>(data & 3U)) {
        case Why::at_least_those_in:
            explain_in(s, at, fact.value, out);
            break;
        case Why::at_most_those_not_out:
            explain_out(s, at, all - fact.value, out);
            break;
        case Why::full: {
            const Member& member = members_[data >> 2U];
            if (fact.op == Literal::Op::ge) append_cause(s, at_least(member.x, member.first), out);
            if (fact.op == Literal::Op::le) append_cause(s, at_most(member.x, member.last), out);
            const Value most = s.max_before(count_, at);
            append_cause(s, at_most(count_, most), out);
            explain_in(s, at, most, out);
            break;
        }
        case Why::all_needed: {
            const Value least = s.min_before(count_, at);
            append_cause(s, at_least(count_, least), out);
            explain_out(s, at, all - least, out);
            break;
        }
    }
}

// Why `needed` members were in: the first so many.
void Among::explain_in(const Store& s, Position at, Value needed, std::vector<Literal>& out) const {
    for (const Member& m : members_) {
        if (needed <= 0 || !m.is_in(s, at)) continue;
        append_cause(s, at_least(m.x, m.first), out);
        append_cause(s, at_most(m.x, m.last), out);
        --needed;
    }
}

// Why `needed` members were not in: the first so many.
void Among::explain_out(const Store& s, Position at, Value needed,
                        std::vector<Literal>& out) const {
    for (const Member& m : members_) {
        if (needed <= 0 || !m.is_out(s, at)) continue;
        Absence absence{s, m.x, at, out};
        absence.cover(m.first, m.last);
        absence.finish();
        --needed;
    }
}

// ---- Definition and rows ------------------------------------------------------------------------

bool Among::holds(const Assignment& values) const {
    const auto is_in = [&](const Member& m) {
        return m.first <= values[m.x.index] && values[m.x.index] <= m.last;
    };
    return values[count_.index] == std::count_if(members_.begin(), members_.end(), is_in);
}

void Among::relax(Relaxation& rows) const {
    for (const int sign : {1, -1}) {
        Row row;
        for (const Member& m : members_)
            row.terms.push_back({m.x, m.first, m.last, sign});
        add_steps(row, rows.root(), count_, static_cast<Value>(members_.size()), -sign);
        rows.add(std::move(row));
    }
}

}  // namespace rul::solver
