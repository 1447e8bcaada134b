#include "engine/solver/search/choices.hpp"

#include <algorithm>

namespace rul::solver {

namespace {

constexpr std::size_t many_rows = 6;
constexpr Value few_values = 16;
constexpr int trial_rounds = 10;
constexpr std::size_t trials_a_node = 8;
constexpr int most_trials = 16;
// A cut that is worth less than this in both halves is worth nothing: rounding, and noise.
constexpr double least_score = 1;

}  // namespace

Choices::Choices(const Problem& problem, const Relaxation& relaxation, Engine& engine)
    : engine_{engine}, dual_{problem, relaxation} {
    find(problem, relaxation);
}

void Choices::find(const Problem& problem, const Relaxation& relaxation) {
    const Store& s = problem.store();
    std::vector<bool> is_member(s.var_count(), false);
    for (const SeriesPath& path : problem.paths())
        for (const Coordinate& member : path.members)
            is_member[member.var().index] = true;
    std::vector<std::size_t> rows(s.var_count(), 0);
    for (const Row& row : relaxation.rows()) {
        auto last = static_cast<std::uint32_t>(s.var_count());
        for (const Term& term : row.terms) {
            if (term.x.index != last) ++rows[term.x.index];
            last = term.x.index;
        }
    }
    for (std::uint32_t x = 0; x < rows.size(); ++x) {
        const Value width = s.initial_max({x}) - s.initial_min({x});
        if (!is_member[x] && rows[x] >= many_rows && 1 < width && width < few_values)
            choices_.push_back({x});
    }
}

// Both halves must rise for the bound to rise; that one of them does is worth a little.
double Choices::Worth::score() const {
    const double a =
        static_cast<double>(low) / static_cast<double>(std::max<std::int64_t>(lows, 1));
    const double b =
        static_cast<double>(high) / static_cast<double>(std::max<std::int64_t>(highs, 1));
    return std::min(a, b) + std::max(a, b) / 8;
}

Cut Choices::middle(IntVar x) const {
    const Store& s = engine_.store();
    Value last = s.min(x);
    for (Value i = s.size(x) / 2; i > 1; --i)
        last = s.next(x, last + 1);
    return {x, last};
}

Cost Choices::gain_of(Literal half, const Node& node, const std::function<bool()>& should_stop) {
    const Cost most = most_gain(node.bound, node.limit);
    const int level = engine_.store().level();
    engine_.store().decide(half);
    Cost gain = most;
    if (engine_.propagate()) {
        dual_.start_from(node.prices);
        dual_.climb(engine_.store(), trial_rounds, node.limit, should_stop);
        if (dual_.best_bound() < node.limit)
            gain = std::clamp<Cost>(dual_.best_scaled() - node.bound, 0, most);
    }
    engine_.backtrack_to(level);
    return gain;
}

void Choices::try_out(IntVar x, const Node& node, const std::function<bool()>& should_stop) {
    const Cut cut = middle(x);
    Worth& worth = worth_[x];
    worth.low += gain_of(at_most(x, cut.last), node, should_stop);
    worth.high += gain_of(at_least(x, cut.last + 1), node, should_stop);
    ++worth.lows;
    ++worth.highs;
    ++worth.trials;
}

// Tries out again what promises most, and what was never tried: what a cut is worth hangs on what
// else is decided.
void Choices::try_out(const Node& node, const std::function<bool()>& should_stop) {
    std::vector<IntVar> open;
    for (const IntVar x : choices_)
        if (!engine_.store().is_fixed(x) && worth_[x].trials < most_trials) open.push_back(x);
    const auto is_first = [this](IntVar a, IntVar b) {
        const Worth& of_a = worth_[a];
        const Worth& of_b = worth_[b];
        if ((of_a.trials == 0) != (of_b.trials == 0)) return of_a.trials == 0;
        return of_a.score() > of_b.score();
    };
    std::stable_sort(open.begin(), open.end(), is_first);
    open.resize(std::min(open.size(), trials_a_node));
    for (const IntVar x : open)
        try_out(x, node, should_stop);
}

std::optional<Cut> Choices::best(const Node& node, const std::function<bool()>& should_stop) {
    try_out(node, should_stop);
    std::optional<IntVar> best;
    double most = least_score;
    for (const IntVar x : choices_) {
        if (engine_.store().is_fixed(x)) continue;
        const double score = worth_[x].score();
        if (score <= most) continue;
        most = score;
        best = x;
    }
    if (!best) return std::nullopt;
    return middle(*best);
}

void Choices::note(Literal decided, Cost gain) {
    const auto found = worth_.find(IntVar{decided.var});
    if (found == worth_.end()) return;
    Worth& worth = found->second;
    (decided.op == Literal::Op::le ? worth.low : worth.high) += gain;
    ++(decided.op == Literal::Op::le ? worth.lows : worth.highs);
}

}  // namespace rul::solver
