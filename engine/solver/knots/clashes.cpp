#include "engine/solver/knots/clashes.hpp"

#include "engine/solver/knots/knot_bound.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace rul::solver {

namespace {

constexpr int most_grown = 24;  // values, either way
constexpr Cost price_step = price_scale / KnotBound::knot_unit;
constexpr Cost first_price = price_scale / 4;  // most can be helped at next to no cost

Cost rounded(Cost price) {
    return price / price_step * price_step;
}

bool is_in(const Term& term, Value v) {
    return term.first <= v && v <= term.last;
}

// Above 0: it is broken; below: some of it is unused.
Cost excess_of(const Row& row, const Assignment& values) {
    Cost sum = -row.bound;
    for (const Term& term : row.terms)
        if (is_in(term, values[term.x.index])) sum += term.coefficient;
    return sum;
}

std::set<std::pair<IntVar, IntVar>> pairs_known(const std::vector<Clash>& clashes,
                                                const Assignment& wishes) {
    std::set<std::pair<IntVar, IntVar>> pairs;
    for (const Clash& clash : clashes) {
        const Term& a = clash.row.terms[0];
        const Term& b = clash.row.terms[1];
        if (is_in(a, wishes[a.x.index]) && is_in(b, wishes[b.x.index])) pairs.emplace(a.x, b.x);
    }
    return pairs;
}

}  // namespace

ClashFinder::ClashFinder(const Problem& problem, Engine& engine)
    : problem_{problem}, engine_{engine} {
    std::vector<bool> is_member(problem.store().var_count(), false);
    for (const SeriesPath& path : problem.paths())
        for (const Coordinate& member : path.members)
            is_member[member.var().index] = true;
    for (std::uint32_t x = 0; x < is_member.size(); ++x)
        if (!is_member[x] && problem.has_costs({x})) costly_.push_back({x});
}

void ClashFinder::find(const Knots& knots, const Assignment& wishes, Cost most,
                       std::vector<Clash>& clashes, const std::function<bool()>& should_stop) {
    const auto known = pairs_known(clashes, wishes);
    for (const Knots::Meeting& meeting : knots.meetings_broken(wishes)) {
        if (should_stop()) break;
        if (!known.contains({meeting.a, meeting.b})) note(meeting, wishes, most, clashes);
    }
    engine_.backtrack_to(0);
}

void ClashFinder::note(const Knots::Meeting& meeting, const Assignment& wishes, Cost most,
                       std::vector<Clash>& clashes) {
    engine_.backtrack_to(0);
    const Value at_a = wishes[meeting.a.index];
    const Value at_b = wishes[meeting.b.index];
    const Store& s = engine_.store();
    if (!s.contains(meeting.a, at_a) || !s.contains(meeting.b, at_b)) return;
    Range a{.x = meeting.a, .first = at_a, .last = at_a};
    Range b{.x = meeting.b, .first = at_b, .last = at_b};
    const bool is_possible = narrow(a) && narrow(b);
    const std::vector<Forced> forced = is_possible ? forced_beside(wishes) : std::vector<Forced>{};
    if (is_possible && forced.empty()) return;
    grow(a, b, forced);
    Row row{.terms = {{a.x, a.first, a.last, 1}, {b.x, b.first, b.last, 1}}, .bound = 1};
    row.source = meeting.source;
    const auto add = [&clashes](const Row& about, Cost highest) {
        Clash clash{.row = about, .most = rounded(highest)};
        clash.price = std::min(clash.most, first_price);
        clashes.push_back(std::move(clash));
    };
    if (!is_possible) return add(row, most);
    for (const Forced& one : forced) {
        Row with_cost = row;
        with_cost.terms.push_back(term_of(one.literal));
        add(with_cost, one.cost * price_scale);
    }
}

// False: nothing is possible there.
bool ClashFinder::narrow(const Range& range) {
    Store& s = engine_.store();
    if (s.max(range.x) < range.first || range.last < s.min(range.x)) return false;
    if (range.last < s.max(range.x)) s.decide(at_most(range.x, range.last));
    if (s.max(range.x) < range.first) return false;  // all of the range was a gap in the domain
    if (s.min(range.x) < range.first) s.decide(at_least(range.x, range.first));
    return engine_.propagate();
}

// What costs more now than was wished.
std::vector<ClashFinder::Forced> ClashFinder::forced_beside(const Assignment& wishes) const {
    const Store& s = engine_.store();
    std::vector<Forced> forced;
    for (const IntVar x : costly_) {
        const Value wish = wishes[x.index];
        const bool is_more = s.min(x) > wish;
        if (!is_more && s.max(x) >= wish) continue;
        Cost least = infinite_cost;
        for (Value v = s.min(x); v <= s.max(x); v = s.next(x, v + 1))
            least = std::min(least, problem_.cost_of(x, v));
        const Cost cost = least - problem_.cost_of(x, wish);
        if (cost > 0 && least < infinite_cost)
            forced.push_back({is_more ? at_least(x, s.min(x)) : at_most(x, s.max(x)), cost});
    }
    return forced;
}

// Whether both members there force all of that; nothing: whether they cannot both be there.
bool ClashFinder::force(const Range& a, const Range& b, const std::vector<Forced>& all) {
    engine_.backtrack_to(0);
    if (!narrow(a) || !narrow(b)) return true;
    const Store& s = engine_.store();
    return !all.empty() && std::all_of(all.begin(), all.end(), [&s](const Forced& one) {
        return s.is_true(one.literal);
    });
}

// By turns at each end, so that neither has all of it.
void ClashFinder::grow(Range& a, Range& b, const std::vector<Forced>& all) {
    struct End {
        Range& range;
        Value Range::*end;
        Value by;
        bool is_open = true;
    };
    std::array<End, 4> ends{{{a, &Range::last, 1},
                             {b, &Range::last, 1},
                             {a, &Range::first, -1},
                             {b, &Range::first, -1}}};
    const Store& s = engine_.store();
    for (int i = 0; i < most_grown; ++i)
        for (End& end : ends) {
            if (!end.is_open) continue;
            Value& value = end.range.*end.end;
            value += end.by;
            end.is_open = s.initial_min(end.range.x) <= value && value <= s.initial_max(end.range.x)
                          && force(a, b, all);
            if (!end.is_open) value -= end.by;
        }
}

Term ClashFinder::term_of(Literal literal) const {
    const IntVar x{literal.var};
    const Store& s = problem_.store();
    return literal.op == Literal::Op::ge ? Term{x, literal.value, s.initial_max(x), -1}
                                         : Term{x, s.initial_min(x), literal.value, -1};
}

bool move_prices(std::vector<Clash>& clashes, const Assignment& wishes) {
    bool has_moved = false;
    for (Clash& clash : clashes) {
        const Cost excess = excess_of(clash.row, wishes);
        if (excess == 0) continue;
        if (excess > 0)
            clash.low = std::max(clash.low, clash.price);
        else
            clash.high = std::min(clash.high, clash.price);
        const bool was_too_much = clash.high < clash.most;
        const Cost price = rounded(was_too_much ? (clash.low + clash.high) / 2
                                                : std::min(2 * clash.price, clash.most));
        has_moved = has_moved || price != clash.price;
        clash.price = price;
    }
    return has_moved;
}

}  // namespace rul::solver
