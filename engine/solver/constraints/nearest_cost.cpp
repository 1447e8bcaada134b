#include "engine/solver/constraints/nearest_cost.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/row_terms.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace rul::solver {

namespace {

constexpr std::size_t most_levels = 16;  // of rows; finer steps of f are taken together

std::vector<IntVar> vars_of(const Coordinate& subject, const std::vector<Coordinate>& providers,
                            IntVar cost) {
    std::vector<IntVar> vars{subject.var()};
    for (const Coordinate& p : providers)
        vars.push_back(p.var());
    vars.push_back(cost);
    return vars;
}

}  // namespace

NearestCost::NearestCost(Coordinate subject, std::vector<Coordinate> providers,
                         std::shared_ptr<const Nearness> f, IntVar cost, Condition when)
    : subject_{std::move(subject)},
      providers_{std::move(providers)},
      f_{std::move(f)},
      cost_{cost},
      when_{std::move(when)},
      scope_{scope_of(vars_of(subject_, providers_, cost_), when_)},
      nearest_(static_cast<std::size_t>(subject_.count()), 0),
      fixed_(providers_.size()) {
    RUL_CHECK(0 <= f_->beyond && f_->beyond <= max_value);
    for (const Coordinate& p : providers_)
        RUL_CHECK(p.var() != subject_.var());
    const auto least = std::min_element(f_->of.begin(), f_->of.end());
    RUL_CHECK(std::is_sorted(f_->of.begin(), least, std::greater<>{}));
    RUL_CHECK(std::is_sorted(least, f_->of.end()));
    bottom_ = f_->first + static_cast<Value>(least - f_->of.begin());
    for (const Cost one : f_->of) {
        clipped_.push_back(std::min(one, f_->beyond));
        is_clipped_ = is_clipped_ || one > f_->beyond;
    }
}

NearestCost::Window NearestCost::window(Cost level) const {
    if (level >= f_->beyond) return {-max_value, max_value};
    const auto bottom = clipped_.begin() + (bottom_ - f_->first);
    if (clipped_.empty() || *bottom > level) return {1, 0};
    const auto from =
        std::partition_point(clipped_.begin(), bottom, [level](Cost cost) { return cost > level; });
    const auto to =
        std::partition_point(bottom, clipped_.end(), [level](Cost cost) { return cost <= level; });
    return {f_->first + static_cast<Value>(from - clipped_.begin()),
            f_->first + static_cast<Value>(to - clipped_.begin()) - 1};
}

Cost NearestCost::clipped_at(Value difference) const {
    if (!f_->contains(difference)) return f_->beyond;
    return clipped_[static_cast<std::size_t>(difference - f_->first)];
}

Cost NearestCost::exact(Value subject, const std::vector<Value>& providers) const {
    Cost least = infinite_cost;
    for (std::size_t i = 0; i < providers_.size(); ++i) {
        if (!providers_[i].is_held_at(providers[i])) continue;
        const Value difference = subject_.of(subject) - providers_[i].of(providers[i]);
        if (f_->contains(difference)) least = std::min(least, f_->at(difference));
    }
    return least < infinite_cost ? least : f_->beyond;
}

// The least cost of a subject at `coordinate`, over what providers can still be.
Cost NearestCost::nearest(const Store& s, Value coordinate) const {
    Cost least = f_->beyond;
    for (const Coordinate& p : providers_) {
        const Value after = s.next(p.var(), p.first_from(coordinate - bottom_));
        if (after <= s.max(p.var()) && p.is_held_at(after))
            least = std::min(least, clipped_at(coordinate - p.of(after)));
        const Value before = s.previous(p.var(), p.last_until(coordinate - bottom_));
        if (before >= s.min(p.var()))
            least = std::min(least, clipped_at(coordinate - p.of(before)));
    }
    return least;
}

bool NearestCost::propagate(Store& s) {
    const auto is_open = [&s](Literal l) { return !s.is_true(l); };
    if (std::any_of(when_.literals.begin(), when_.literals.end(), is_open)) return true;
    if (subject_.is_left_out(s)) return true;
    const IntVar x = subject_.var();
    Value looked_at = -1;
    for (Value v = s.min(x); v <= s.max(x) && subject_.is_held_at(v); v = s.next(x, v + 1)) {
        const bool is_known = looked_at >= 0 && subject_.of(v) == subject_.of(looked_at);
        nearest_[static_cast<std::size_t>(v)] =
            is_known ? nearest_[static_cast<std::size_t>(looked_at)] : nearest(s, subject_.of(v));
        looked_at = v;
    }
    return raise_cost(s) && keep_near(s) && (!is_clipped_ || charge_exactly(s));
}

// With all fixed: what the provider in the window costs, though it be more than none would.
bool NearestCost::charge_exactly(Store& s) {
    if (!s.is_fixed(subject_.var()) || !subject_.is_held(s)) return true;
    why_.clear();
    append_cause(s, equals(subject_.var(), s.min(subject_.var())), why_);
    for (std::size_t i = 0; i < providers_.size(); ++i) {
        const IntVar x = providers_[i].var();
        if (!s.is_fixed(x)) return true;
        fixed_[i] = s.min(x);
        append_cause(s, equals(x, s.min(x)), why_);
    }
    for (const Literal l : when_.literals)
        append_cause(s, l, why_);
    const Cost cost = exact(s.min(subject_.var()), fixed_);
    return cost <= s.min(cost_) || s.infer(at_least(cost_, static_cast<Value>(cost)), why_);
}

bool NearestCost::raise_cost(Store& s) {
    const IntVar x = subject_.var();
    Cost least = infinite_cost;
    for (Value v = s.min(x); v <= s.max(x); v = s.next(x, v + 1))
        least = std::min(least,
                         subject_.is_held_at(v) ? nearest_[static_cast<std::size_t>(v)] : Cost{0});
    return least <= s.min(cost_)
           || s.infer_lazily(at_least(cost_, static_cast<Value>(least)), id(), 0);
}

bool NearestCost::keep_near(Store& s) {
    const Value most = s.max(cost_);
    if (most >= f_->beyond) return true;
    return keep_supported(
        s, subject_.var(), id(), static_cast<std::uint64_t>(most) + 1, [&](Value v) {
            return !subject_.is_held_at(v) || nearest_[static_cast<std::size_t>(v)] <= most;
        });
}

// ---- Reasons ------------------------------------------------------------------------------------

void NearestCost::explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                          std::vector<Literal>& out) const {
    const std::size_t from = out.size();
    if (data == 0) {
        const Run run{s.min_before(subject_.var(), at), s.max_before(subject_.var(), at)};
        append_cause(s, at_least(subject_.var(), run.first), out);
        append_cause(s, at_most(subject_.var(), run.last), out);
        explain_run(s, run, Cost{fact.value} - 1, at, out);
    } else {
        const auto level = static_cast<Value>(data - 1);
        append_cause(s, at_most(cost_, level), out);
        explain_run(s, run_of(s, fact, at, out), level, at, out);
    }
    for (const Literal l : when_.literals)
        append_cause(s, l, out);
    without_repeats(out, from);
}

// Why no value of the run costs `level` or less, those missing before `at` left aside.
void NearestCost::explain_run(const Store& s, Run run, Cost level, Position at,
                              std::vector<Literal>& out) const {
    const IntVar x = subject_.var();
    for (Value v = run.first; v <= run.last; ++v)
        if (!s.contained(x, v, at)) out.push_back(differs(x, v));
    const Window near = window(level);
    if (near.least > near.most) return;
    for (const Coordinate& p : providers_) {
        Absence absence{s, p.var(), at, out};
        for (Value v = run.first; v <= run.last && subject_.is_held_at(v); ++v)
            if (s.contained(x, v, at))
                absence.cover(p.first_from(subject_.of(v) - near.most),
                              p.last_until(subject_.of(v) - near.least));
        absence.finish();
    }
}

// ---- Definition and rows ------------------------------------------------------------------------

bool NearestCost::holds(const Assignment& values) const {
    const Value subject = values[subject_.var().index];
    if (!subject_.is_held_at(subject) || !when_.holds(values)) return true;
    std::vector<Value> providers;
    for (const Coordinate& p : providers_)
        providers.push_back(values[p.var().index]);
    return values[cost_.index] >= exact(subject, providers);
}

// For each coordinate of the subject: a provider within `level`, or `price` is paid.
void NearestCost::add_level(Relaxation& rows, Cost level, Cost price) const {
    const Window near = window(level);
    for (Value v = 0; v < subject_.count();) {
        const Value c = subject_.of(v);
        const Value last = subject_.last_until(c);
        Row row{.terms = {{subject_.var(), v, last, 1}}, .price = price};
        if (near.least <= near.most)
            for (const Coordinate& p : providers_)
                row.terms.push_back(
                    {p.var(), p.first_from(c - near.most), p.last_until(c - near.least), -1});
        add_condition(row, rows.root(), when_);
        rows.add(std::move(row));
        v = last + 1;
    }
}

void NearestCost::relax(Relaxation& rows) const {
    if (!rows.pays(cost_, when_.literals)) return;
    std::vector<Cost> levels = clipped_;
    levels.push_back(0);
    levels.push_back(f_->beyond);
    std::sort(levels.begin(), levels.end());
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    // cost >= sum over levels of (next level - level) * [none is within level]; steps taken
    // together are priced at the widest of their windows, which none is within least often.
    const std::size_t stride = levels.size() / most_levels + 1;
    for (std::size_t i = 0; i + 1 < levels.size(); i += stride) {
        const std::size_t next = std::min(i + stride, levels.size() - 1);
        add_level(rows, levels[next - 1], levels[next] - levels[i]);
    }
}

}  // namespace rul::solver
