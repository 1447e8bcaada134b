#include "engine/solver/constraints/exists_in_window.hpp"

#include "base/check.hpp"
#include "engine/solver/constraints/absence.hpp"
#include "engine/solver/constraints/row_terms.hpp"

#include <algorithm>

namespace rul::solver {

namespace {

std::vector<IntVar> vars_of(const Coordinate& subject, const std::vector<Coordinate>& providers) {
    std::vector<IntVar> vars{subject.var()};
    for (const Coordinate& p : providers)
        vars.push_back(p.var());
    return vars;
}

}  // namespace

ExistsInWindow::ExistsInWindow(Coordinate subject, std::vector<Coordinate> providers, Value least,
                               Value most, Condition when)
    : subject_{std::move(subject)},
      providers_{std::move(providers)},
      least_{least},
      most_{most},
      when_{std::move(when)},
      scope_{scope_of(vars_of(subject_, providers_), when_)} {
    RUL_CHECK(-max_value <= least && least <= most && most <= max_value);
    for (const Coordinate& p : providers_)
        RUL_CHECK(p.var() != subject_.var());
    supports_.resize(static_cast<std::size_t>(subject_.count()));
}

bool ExistsInWindow::propagate(Store& s) {
    if (subject_.is_left_out(s)) return true;
    Guard guard{s, when_, why_};
    if (guard.is_idle()) return true;
    if (!guard.is_on()) return fail_if_unserved(guard);
    return remove_unserved(s) && narrow_only_provider(s);
}

// Whether a provider can stand in the window of value v; first looks where one stood last.
bool ExistsInWindow::is_served(const Store& s, Value v) {
    Support& last = supports_[static_cast<std::size_t>(v)];
    if (last.value >= 0 && s.contains(providers_[last.provider].var(), last.value)) return true;
    const Value c = subject_.of(v);
    for (std::uint32_t i = 0; i < providers_.size(); ++i) {
        const Coordinate& p = providers_[i];
        const Value found = s.next(p.var(), p.first_from(c - most_));
        if (found > std::min(p.last_until(c - least_), s.max(p.var()))) continue;
        last = {i, found};
        return true;
    }
    return false;
}

bool ExistsInWindow::remove_unserved(Store& s) {
    // Values of one coordinate share their fate.
    Value looked_at = -1;
    bool served = false;
    return keep_supported(s, subject_.var(), id(), 0, [&](Value v) {
        if (!subject_.is_held_at(v)) return true;
        if (looked_at < 0 || subject_.of(v) != subject_.of(looked_at)) served = is_served(s, v);
        looked_at = v;
        return served;
    });
}

bool ExistsInWindow::fail_if_unserved(Guard& guard) {
    const Store& s = guard.store();
    const IntVar x = subject_.var();
    for (Value v = s.min(x); v <= s.max(x); v = s.next(x, v + 1))
        if (!subject_.is_held_at(v) || is_served(s, v)) return true;
    absences_.clear();
    explain_run(s, s.min(x), s.max(x), s.trail_size(), absences_);
    guard.because(at_least(x, s.min(x))).because(at_most(x, s.max(x)));
    for (const Literal l : absences_)
        guard.because(l);
    return guard.fail();
}

// Subject held, and all but one provider absent from the outermost windows: that one is there.
bool ExistsInWindow::narrow_only_provider(Store& s) const {
    if (!subject_.is_held(s)) return true;
    const Value first = subject_.min(s) - most_;
    const Value last = subject_.max(s) - least_;
    const auto can_serve = [&](const Coordinate& p) {
        return s.next(p.var(), p.first_from(first)) <= std::min(p.last_until(last), s.max(p.var()));
    };
    const auto only = std::find_if(providers_.begin(), providers_.end(), can_serve);
    if (only == providers_.end() || std::any_of(only + 1, providers_.end(), can_serve)) return true;
    const auto data = static_cast<std::uint64_t>(only - providers_.begin()) + 1;
    return s.infer_lazily(only->from(first), id(), data)
           && s.infer_lazily(only->until(last), id(), data);
}

// ---- Reasons ------------------------------------------------------------------------------------

void ExistsInWindow::explain(const Store& s, Literal fact, std::uint64_t data, Position at,
                             std::vector<Literal>& out) const {
    const std::size_t from = out.size();
    if (data > 0) {
        explain_only_provider(s, data - 1, at, out);
    } else {
        const Run run = run_of(s, fact, at, out);
        explain_run(s, run.first, run.last, at, out);
    }
    for (const Literal l : when_.literals)
        append_cause(s, l, out);
    without_repeats(out, from);
}

// Why no value first..last of the subject was served before `at`, those missing then left aside.
void ExistsInWindow::explain_run(const Store& s, Value first, Value last, Position at,
                                 std::vector<Literal>& out) const {
    const Before subject{s, subject_.var(), at};
    for (Value v = first; v <= last; ++v)
        if (!subject.contains(v)) out.push_back(differs(subject_.var(), v));
    for (const Coordinate& p : providers_) {
        Absence absence{s, p.var(), at, out};
        for (Value v = first; v <= last; ++v) {
            if (v > first && subject_.of(v) == subject_.of(v - 1) && subject.contains(v - 1))
                continue;
            if (subject.contains(v))
                absence.cover(p.first_from(subject_.of(v) - most_),
                              p.last_until(subject_.of(v) - least_));
        }
        absence.finish();
    }
}

void ExistsInWindow::explain_only_provider(const Store& s, std::size_t only, Position at,
                                           std::vector<Literal>& out) const {
    const Value first = subject_.of(s.min_before(subject_.var(), at));
    const Value last = subject_.of(s.max_before(subject_.var(), at));
    append_cause(s, subject_.from(first), out);
    append_cause(s, subject_.until(last), out);
    for (std::size_t i = 0; i < providers_.size(); ++i) {
        if (i == only) continue;
        const Coordinate& p = providers_[i];
        Absence absence{s, p.var(), at, out};
        absence.cover(p.first_from(first - most_), p.last_until(last - least_));
        absence.finish();
    }
}

// ---- Definition and rows ------------------------------------------------------------------------

bool ExistsInWindow::holds(const Assignment& values) const {
    const Value subject = values[subject_.var().index];
    if (!subject_.is_held_at(subject) || !when_.holds(values)) return true;
    return std::any_of(providers_.begin(), providers_.end(), [&](const Coordinate& p) {
        const Value provider = values[p.var().index];
        if (!p.is_held_at(provider)) return false;
        const Value distance = subject_.of(subject) - p.of(provider);
        return least_ <= distance && distance <= most_;
    });
}

void ExistsInWindow::relax(Relaxation& rows) const {
    for (Value v = 0; v < subject_.count();) {
        const Value c = subject_.of(v);
        const Value last = subject_.last_until(c);
        Row row{.terms = {{subject_.var(), v, last, 1}}};
        for (const Coordinate& p : providers_)
            row.terms.push_back({p.var(), p.first_from(c - most_), p.last_until(c - least_), -1});
        add_condition(row, rows.root(), when_);
        rows.add(std::move(row));
        v = last + 1;
    }
}

}  // namespace rul::solver
