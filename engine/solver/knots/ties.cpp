#include "engine/solver/knots/ties.hpp"

#include "base/random.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace rul::solver {

namespace {

constexpr std::size_t most_paired = 8;  // of one row or constraint that are all paired
constexpr int samples = 16;
constexpr int tight = samples / 2;  // broken that often, all that two series share taken together

using Pair = std::pair<std::size_t, std::size_t>;

// Of many, each with the first.
template <class Visit>
void for_pairs(std::vector<std::size_t>& met, const Visit& visit) {
    std::sort(met.begin(), met.end());
    met.erase(std::unique(met.begin(), met.end()), met.end());
    const std::size_t firsts = met.size() <= most_paired ? met.size() : 1;
    for (std::size_t i = 0; i < std::min(firsts, met.size()); ++i)
        for (std::size_t j = i + 1; j < met.size(); ++j)
            visit(Pair{met[i], met[j]});
}

// Series, and variables in none: what is tied to what.
class Tying {
  public:
    explicit Tying(const Problem& problem) : node_(problem.store().var_count()) {
        std::iota(node_.begin(), node_.end(), problem.paths().size());
        for (std::size_t i = 0; i < problem.paths().size(); ++i)
            for (const Coordinate& member : problem.paths()[i].members)
                node_[member.var().index] = i;
        size_.assign(problem.paths().size() + node_.size(), 0);
        for (std::size_t i = 0; i < problem.paths().size(); ++i)
            size_[i] = problem.paths()[i].members.size();
        above_.resize(size_.size());
        std::iota(above_.begin(), above_.end(), std::size_t{0});
    }

    [[nodiscard]] std::size_t node(IntVar x) const { return node_[x.index]; }

    /// False: they are already, or would be too many.
    bool tie(std::size_t a, std::size_t b, std::size_t most_members) {
        a = root(a);
        b = root(b);
        if (a == b || size_[a] + size_[b] > most_members) return false;
        above_[b] = a;
        size_[a] += size_[b];
        return true;
    }

    [[nodiscard]] Ties ties(std::size_t series) {
        Ties ties;
        std::map<std::size_t, std::size_t> number_of;
        for (std::size_t i = 0; i < series; ++i) {
            const auto [at, is_new] = number_of.try_emplace(root(i), ties.size());
            if (is_new) ties.emplace_back();
            ties[at->second].push_back(i);
        }
        return ties;
    }

  private:
    [[nodiscard]] std::size_t root(std::size_t x) {
        while (above_[x] != x)
            x = above_[x] = above_[above_[x]];
        return x;
    }

    std::vector<std::size_t> node_;   // by variable: its series; beyond them, its own
    std::vector<std::size_t> above_;  // by node
    std::vector<std::size_t> size_;   // members, by root
};

}  // namespace

Ties tied_at_first(const Problem& problem, const Relaxation& relaxation, const Prices& prices,
                   const Tightness& tightness, std::size_t most_members) {
    Tying tying{problem};
    std::map<Pair, Cost> prices_between;
    std::vector<std::size_t> met;
    for (std::size_t r = 0; r < prices.size(); ++r) {
        if (prices[r] == 0) continue;
        met.clear();
        for (const Term& term : relaxation.rows()[r].terms)
            met.push_back(tying.node(term.x));
        for_pairs(met, [&](const Pair& pair) { prices_between[pair] += prices[r]; });
    }
    std::vector<std::pair<Cost, Pair>> dearest;
    dearest.reserve(prices_between.size());
    for (const auto& [pair, price] : prices_between)
        dearest.emplace_back(-price, pair);
    std::sort(dearest.begin(), dearest.end());
    for (const auto& [price, pair] : dearest)
        tying.tie(pair.first, pair.second, most_members);
    std::vector<std::pair<int, Pair>> tightest;
    for (const auto& [pair, times] : tightness)
        if (times >= tight) tightest.emplace_back(-times, pair);
    std::sort(tightest.begin(), tightest.end());
    for (const auto& [times, pair] : tightest)
        tying.tie(pair.first, pair.second, most_members);
    return tying.ties(problem.paths().size());
}

Tightness tightness_between_series(const Problem& problem) {
    const Tying tying{problem};
    base::Random random{1};
    const Store& s = problem.store();
    Assignment values(s.var_count());
    Tightness tightness;
    std::vector<std::size_t> met;
    for (int i = 0; i < samples; ++i) {
        for (std::uint32_t x = 0; x < values.size(); ++x)
            values[x] = random.between(s.initial_min({x}), s.initial_max({x}));
        for (const auto& constraint : problem.constraints()) {
            met.clear();
            for (const IntVar x : constraint->scope())
                if (tying.node(x) < problem.paths().size()) met.push_back(tying.node(x));
            if (met.size() > 1 && !constraint->holds(values))
                for_pairs(met, [&](const Pair& pair) { ++tightness[pair]; });
        }
    }
    return tightness;
}

std::vector<TiePair> pairs_to_tie(const Tightness& tightness, const Ties& ties,
                                  const std::vector<Cost>& excess) {
    std::map<std::size_t, std::size_t> tie_of;
    for (std::size_t k = 0; k < ties.size(); ++k)
        for (const std::size_t series : ties[k])
            tie_of[series] = k;
    std::map<Pair, int> between;
    for (const auto& [series, times] : tightness) {
        const auto [a, b] = std::minmax(tie_of.at(series.first), tie_of.at(series.second));
        if (a != b && std::max(excess[a], excess[b]) > 0) between[{a, b}] += times;
    }
    std::vector<TiePair> pairs;
    pairs.reserve(between.size());
    for (const auto& [pair, times] : between)
        pairs.push_back(
            {pair.first, pair.second, std::max(excess[pair.first], excess[pair.second]), times});
    std::stable_sort(pairs.begin(), pairs.end(), [](const TiePair& a, const TiePair& b) {
        return a.excess * a.tightness > b.excess * b.tightness;
    });
    return pairs;
}

}  // namespace rul::solver
