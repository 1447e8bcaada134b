#include "engine/planner/encoding.hpp"

#include "base/check.hpp"
#include "engine/planner/encode/encode.hpp"
#include "engine/planner/unary.hpp"
#include "engine/solver/constraints/binary.hpp"
#include "engine/solver/constraints/channel.hpp"
#include "engine/solver/constraints/count.hpp"
#include "engine/solver/constraints/deviation.hpp"
#include "engine/solver/constraints/linear_at_most.hpp"

#include <algorithm>
#include <tuple>

namespace rul::planner {

namespace {

using model::MeetingId;
using solver::Coordinate;

// Up to here a cost is a variable in points; above, in multiples of the points.
constexpr Cost widest_cost = 1 << 14;

std::vector<bool> marks(const StartTable& starts, const std::function<bool(const Start&)>& is_in) {
    std::vector<bool> set;
    set.reserve(starts.all().size());
    for (const Start& start : starts.all())
        set.push_back(is_in(start));
    return set;
}

}  // namespace

bool stands_before(const Sitting& a, const Sitting& b) {
    return std::tuple{a.start->day, a.start->has_span, a.start->begin, a.meeting}
           < std::tuple{b.start->day, b.start->has_span, b.start->begin, b.meeting};
}

Encoding::Encoding(const model::Brief& brief, Without without)
    : brief_{brief},
      without_{std::move(without)},
      grid_{brief.period.first},
      places_{brief},
      finder_{brief_, grid_, places_, without_},
      constant_{problem_.new_var(1, 1)},
      candidates_(brief.meetings.size()),
      sitting_(brief.meetings.size()),
      unary_{unary_rules(brief)},
      is_uncounted_(brief.series.size()) {
    note_uncounted_series();
    find_candidates();
    if (!unplaceable_.empty()) return;
    for (std::size_t i = 0; i < brief.meetings.size(); ++i)
        if (!candidates_[i].starts.empty()) make_variables(MeetingId{i});
    encode_series(*this);
    for (std::size_t i = 0; i < brief.meetings.size(); ++i)
        if (brief.meetings[i].state != model::Meeting::State::cancelled)
            add_unary_costs(MeetingId{i});
    encode_rules(*this);
}

// ---- Rules ------------------------------------------------------------------------------------

bool Encoding::is_ignored(model::RuleId rule) const {
    return without_.passes_over(rule) || (without_.soft_rules && !brief_.at(rule).strength.must);
}

// ---- Meetings ---------------------------------------------------------------------------------

bool Encoding::is_optional(MeetingId id) const {
    const model::Meeting& meeting = brief_.at(id);
    if (meeting.may_be_left_out || without_.excuses(id)) return true;
    return meeting.series && meeting.state == model::Meeting::State::free
           && is_uncounted_[meeting.series->index];
}

void Encoding::note_uncounted_series() {
    for (std::size_t i = 0; i < brief_.rules.size(); ++i)
        if (const auto* count = std::get_if<model::Count>(&brief_.rules[i].kind))
            if (without_.passes_over(model::RuleId{i})) is_uncounted_[count->series.index] = true;
}

void Encoding::find_candidates() {
    for (std::size_t i = 0; i < brief_.meetings.size(); ++i) {
        const MeetingId id{i};
        if (brief_.at(id).state == model::Meeting::State::cancelled) continue;
        candidates_[i] = finder_.find(id);
        if (candidates_[i].starts.empty() && !is_optional(id)) unplaceable_.push_back(id);
    }
}

void Encoding::make_variables(MeetingId id) {
    const std::vector<Start>& starts = candidates_[id.index].starts;
    std::shared_ptr<const StartTable>& table = tables_[starts];
    if (!table) table = std::make_shared<const StartTable>(starts, grid_, brief_.calendar);
    Variables& made = sitting_[id.index];
    made.starts = table;
    made.may_be_left_out = is_optional(id);
    made.start = problem_.new_var(0, value_count(id) - 1);
    make_place(id);
}

// The place follows from the start (Channel), or is chosen among those the start leaves (Binary).
void Encoding::make_place(MeetingId id) {
    const StartTable& table = starts(id);
    std::vector<Value> possible = table.places();
    if (may_be_left_out(id) && possible.front() != 0) possible.insert(possible.begin(), 0);
    const IntVar place = problem_.new_var(possible.front(), possible.back());
    sitting_[id.index].place = place;
    if (possible.size() == 1) return;

    for (Value v = possible.front(); v <= possible.back(); ++v)
        if (!std::binary_search(possible.begin(), possible.end(), v))
            problem_.require(solver::differs(place, v));
    const bool is_given = std::all_of(table.all().begin(), table.all().end(),
                                      [](const Start& s) { return s.places.size() == 1; });
    if (is_given) {
        std::vector<Value> by_start;
        for (const Start& s : table.all())
            by_start.push_back(s.places.front());
        if (may_be_left_out(id)) by_start.push_back(0);
        problem_.post<solver::Channel>(
            start(id), place, std::make_shared<const std::vector<Value>>(std::move(by_start)));
        return;
    }
    const PairTable& pairs = places_by_start(id);
    problem_.post<solver::Binary>(start(id), place, pairs.b_of_a, pairs.a_of_b);
}

// Once for all meetings with the same starts.
const PairTable& Encoding::places_by_start(MeetingId id) {
    const auto [at, is_new] =
        places_by_start_.try_emplace({sitting_[id.index].starts.get(), may_be_left_out(id)});
    if (!is_new) return at->second;
    std::vector<std::vector<Value>> by_start;
    for (const Start& s : starts(id).all())
        by_start.push_back(s.places);
    if (may_be_left_out(id)) by_start.push_back({0});
    return at->second = pairs_of_lists(by_start, places_.count());
}

void Encoding::add_unary_costs(MeetingId id) {
    if (!is_planned(id)) leave_out(id);
    for (const model::RuleId rule_id : unary_[id.index]) {
        const model::Rule& rule = brief_.at(rule_id);
        const bool own = has_own_prices(rule);
        if (without_.soft_rules || is_ignored(rule_id) || (rule.strength.must && !own)) continue;
        const Cost points = own ? 1 : rule.strength.points;
        const Cost left_out = keep_cost_of_leaving_out(brief_, rule, id);
        if (!is_planned(id)) {
            problem_.add_constant_cost(left_out);
            continue;
        }
        std::vector<Cost> costs;
        for (const Start& s : starts(id).all())
            costs.push_back(points * unary_breaks(brief_, grid_, rule, id, s));
        if (may_be_left_out(id)) costs.push_back(left_out);
        if (std::any_of(costs.begin(), costs.end(), [](Cost c) { return c > 0; }))
            problem_.add_cost(start(id), costs);
    }
}

// What falls with a meeting that has no possible start.
void Encoding::leave_out(MeetingId id) {
    const model::Meeting& meeting = brief_.at(id);
    if (!meeting.series) return;
    for (const MeetingId other : brief_.at(*meeting.series).meetings)
        if (other != id && is_planned(other) && falls_with(other, id))
            problem_.require(may_be_left_out(other) ? day(other).left_out() : no());
}

std::vector<MeetingId> Encoding::planned(const model::Group& group) const {
    std::vector<MeetingId> found;
    for (const MeetingId id : group.meetings)
        if (is_planned(id) && std::find(found.begin(), found.end(), id) == found.end())
            found.push_back(id);
    return found;
}

std::optional<Sitting> Encoding::sitting(MeetingId id, Value start, Value place) const {
    if (start >= starts(id).count()) return std::nullopt;
    return Sitting{id, &starts(id).at(start), place};
}

Coordinate Encoding::day(MeetingId id) const {
    return {start(id), starts(id).days()};
}

Coordinate Encoding::week(MeetingId id) const {
    return {start(id), starts(id).weeks()};
}

Coordinate Encoding::by(MeetingId id, model::Unit unit) const {
    return {start(id),
            unit == model::Unit::working_day ? starts(id).working_days() : starts(id).days()};
}

Coordinate Encoding::begin(MeetingId id) const {
    RUL_CHECK(starts(id).is_timed());
    return {start(id), starts(id).begins()};
}

Coordinate Encoding::end(MeetingId id) const {
    RUL_CHECK(starts(id).is_timed() && starts(id).ends_in_order());
    return {start(id), starts(id).ends()};
}

bool Encoding::falls_with(MeetingId later, MeetingId earlier) const {
    const model::Meeting& a = brief_.at(earlier);
    const model::Meeting& b = brief_.at(later);
    if (!a.series || a.series != b.series) return false;
    if (is_uncounted_[a.series->index]) return false;
    if (without_.excuses(earlier) || without_.excuses(later)) return false;
    const model::Series& series = brief_.at(*a.series);
    const auto position = [&series](MeetingId id) {
        return static_cast<int>(std::find(series.meetings.begin(), series.meetings.end(), id)
                                - series.meetings.begin());
    };
    const int first = position(earlier);
    const int second = position(later);
    const auto has_both = [&](const model::Quota& quota) {
        return quota.first <= first && first < second && second < quota.first + quota.most;
    };
    return std::any_of(series.quotas.begin(), series.quotas.end(), has_both);
}

std::optional<std::vector<MeetingId>> Encoding::in_date_order(
    const std::vector<MeetingId>& group) const {
    std::vector<MeetingId> ordered = group;
    const auto first_day = [this](MeetingId id) { return starts(id).days()->front(); };
    const auto last_day = [this](MeetingId id) { return starts(id).days()->back(); };
    const auto ordinal = [this](MeetingId id) { return brief_.at(id).ordinal; };
    std::stable_sort(ordered.begin(), ordered.end(), [&](MeetingId a, MeetingId b) {
        return std::tuple{first_day(a), last_day(a), ordinal(a)}
               < std::tuple{first_day(b), last_day(b), ordinal(b)};
    });
    for (std::size_t i = 1; i < ordered.size(); ++i) {
        const MeetingId a = ordered[i - 1];
        const MeetingId b = ordered[i];
        const bool is_one_series = brief_.at(a).series && brief_.at(a).series == brief_.at(b).series
                                   && ordinal(a) < ordinal(b);
        if (!is_one_series && last_day(a) >= first_day(b)) return std::nullopt;
    }
    return ordered;
}

// ---- Literals and conditions ------------------------------------------------------------------

Literal Encoding::interval(IntVar x, Value first, Value last) {
    const Value low = problem_.store().initial_min(x);
    const Value high = problem_.store().initial_max(x);
    Literals bounds;
    if (first > low) bounds.push_back(solver::at_least(x, first));
    if (last < high) bounds.push_back(solver::at_most(x, last));
    return all_of(bounds);
}

Literal Encoding::all_of(Literals literals) {
    std::sort(literals.begin(), literals.end());
    literals.erase(std::unique(literals.begin(), literals.end()), literals.end());
    literals.erase(std::remove(literals.begin(), literals.end(), yes()), literals.end());
    if (literals.empty()) return yes();
    if (std::find(literals.begin(), literals.end(), no()) != literals.end()) return no();
    if (literals.size() == 1) return literals.front();
    const auto known = conjunctions_.find(literals);
    if (known != conjunctions_.end()) return known->second;

    const Literal all = solver::is_true(problem_.new_bool());
    for (const Literal l : literals)
        problem_.add_clause({!all, l});
    conjunctions_.emplace(literals, all);
    imply(std::move(literals), all);
    return all;
}

// x's values in `set`, which begins at the variable's least value; beyond it: not.
Literal Encoding::member(IntVar x, const std::vector<bool>& set) {
    const auto first = std::find(set.begin(), set.end(), true);
    if (first == set.end()) return no();
    const auto end = std::find(first, set.end(), false);
    const Value low = problem_.store().initial_min(x);
    if (std::find(end, set.end(), true) == set.end())
        return interval(x, low + static_cast<Value>(first - set.begin()),
                        low + static_cast<Value>(end - set.begin()) - 1);
    const auto known = members_.find({x, set});
    if (known != members_.end()) return known->second;

    const IntVar is_in = problem_.new_bool();
    std::vector<Value> table(static_cast<std::size_t>(low), 0);
    for (const bool b : set)
        table.push_back(b ? 1 : 0);
    table.resize(static_cast<std::size_t>(problem_.store().initial_max(x)) + 1, 0);
    problem_.post<solver::Channel>(x, is_in,
                                   std::make_shared<const std::vector<Value>>(std::move(table)));
    return members_.emplace(std::pair{x, set}, solver::is_true(is_in)).first->second;
}

Literal Encoding::held_where(MeetingId id, const std::function<bool(const Start&)>& is_in) {
    return member(start(id), marks(starts(id), is_in));
}

Literal Encoding::held(MeetingId id) const {
    return may_be_left_out(id) ? day(id).held() : yes();
}

Literal Encoding::at_place(MeetingId id, const std::function<bool(Value)>& is_in) {
    const IntVar at = place(id);
    const Value low = problem_.store().initial_min(at);
    std::vector<bool> set(static_cast<std::size_t>(problem_.store().initial_max(at) - low) + 1);
    for (const Value v : starts(id).places())
        if (v != 0) set[static_cast<std::size_t>(v - low)] = is_in(v);
    return member(at, set);
}

When Encoding::dated(MeetingId id, const model::DateRange& range) const {
    const Coordinate days = day(id);
    const std::vector<Value>& table = *starts(id).days();
    // The validity of a rule without one reaches far beyond any period.
    const Value first = grid_.day_of(range.first);
    const Value last = grid_.day_of(range.last);
    if (last < first || last < table.front() || first > table.back()) return std::nullopt;
    Literals literals;
    if (first > table.front()) literals.push_back(days.from(first));
    if (last < table.back()) literals.push_back(days.until(last));
    if (days.first_from(first) > days.last_until(last)) return std::nullopt;
    return literals;
}

When Encoding::both(When a, const When& b) {
    if (!a || !b) return std::nullopt;
    a->insert(a->end(), b->begin(), b->end());
    return a;
}

void Encoding::forbid(Literals literals) {
    for (Literal& l : literals)
        l = !l;
    problem_.add_clause(std::move(literals));
}

void Encoding::imply(Literals when, Literal then) {
    when.push_back(!then);
    forbid(std::move(when));
}

// ---- What is broken, and what it costs --------------------------------------------------------

Literal Encoding::broken(const model::Rule& rule, Cost times) {
    if (rule.strength.must) return no();
    return solver::is_true(costly(1, rule.strength.points * times));
}

Literals Encoding::unless(Literals when, Literal broken) const {
    if (!is_no(broken)) when.push_back(!broken);
    return when;
}

IntVar Encoding::excess(const model::Rule& rule, Value most, Cost times) {
    if (rule.strength.must) return problem_.new_var(0, 0);
    return costly(most, rule.strength.points * times);
}

IntVar Encoding::costly(Value most, Cost each) {
    // What is broken or not is a choice of its own; how much is not.
    if (each > 0 && most > 1) return problem_.new_price(most, each);
    const IntVar x = problem_.new_var(0, most);
    if (each > 0 && most > 0) problem_.add_linear_cost(x, each);
    return x;
}

void Encoding::charge(const Coordinate& a, const Coordinate& b, const std::function<Cost(Value)>& f,
                      Cost points, const Literals& when) {
    if (points == 0 || ignores_costs()) return;
    const auto first = b.of(0) - a.of(a.count() - 1);
    const auto last = b.of(b.count() - 1) - a.of(0);
    auto cost = std::make_shared<solver::ConvexCost>();
    cost->first = first;
    Cost greatest = 0;
    for (Value d = first; d <= last; ++d) {
        cost->of.push_back(f(d));
        greatest = std::max(greatest, cost->of.back());
    }
    if (greatest == 0) return;
    const bool in_points = greatest * points <= widest_cost;
    if (in_points)
        for (Cost& c : cost->of)
            c *= points;
    const IntVar paid = costly(static_cast<Value>(in_points ? greatest * points : greatest),
                               in_points ? 1 : points);
    problem_.post<solver::Deviation>(a, b, std::shared_ptr<const solver::ConvexCost>{cost}, paid,
                                     solver::Condition{when});
}

void Encoding::bound(const model::Rule& rule, IntVar count, Value least, Value most) {
    const Value n = problem_.store().initial_max(count);
    if (most < n)
        problem_.post<solver::LinearAtMost>(
            std::vector<std::pair<Value, IntVar>>{{1, count}, {-1, excess(rule, n)}}, Cost{most});
    if (least > 0)
        problem_.post<solver::LinearAtMost>(
            std::vector<std::pair<Value, IntVar>>{{-1, count}, {-1, excess(rule, least)}},
            -Cost{least});
}

void Encoding::bound_count(const model::Rule& rule, const Literals& counted,
                           std::optional<int> least, std::optional<int> most) {
    const auto n = static_cast<Value>(counted.size());
    if (least.value_or(0) <= 0 && most.value_or(n) >= n) return;
    const IntVar count = problem_.new_var(0, n);
    problem_.post<solver::Count>(counted, count);
    bound(rule, count, least.value_or(0), most.value_or(n));
}

void Encoding::allow(MeetingId a, MeetingId b, const PairTable& table, const Literals& when) {
    problem_.post<solver::Binary>(start(a), start(b), table.b_of_a, table.a_of_b,
                                  solver::Condition{when});
}

void Encoding::judge(const std::vector<MeetingId>& meetings, const Literals& when, Value most,
                     Cost each, const std::function<Cost(const std::vector<Sitting>& held)>& f) {
    judge_into(each > 0 ? costly(most, each) : problem_.new_var(0, 0), meetings, when, f);
}

void Encoding::judge_into(IntVar cost, const std::vector<MeetingId>& meetings, const Literals& when,
                          const std::function<Cost(const std::vector<Sitting>& held)>& f) {
    std::vector<IntVar> seen;
    for (const MeetingId id : meetings) {
        seen.push_back(start(id));
        seen.push_back(place(id));
    }
    const auto judge = [this, meetings, f](std::span<const Value> values) {
        std::vector<Sitting> held;
        for (std::size_t i = 0; i < meetings.size(); ++i)
            if (const auto at = sitting(meetings[i], values[2 * i], values[2 * i + 1]))
                held.push_back(*at);
        return f(held);
    };
    problem_.post<Judgement>(std::move(seen), when, cost, judge);
}

}  // namespace rul::planner
