#pragma once

#include "base/random.hpp"
#include "engine/solver/problem.hpp"

#include <cstdint>
#include <vector>

namespace rul::solver {

/// Large neighbourhood search: which members of series stay as they are while the rest is searched.
///
/// Kinds: one series free; two coupled series free; a window of time free. Each kind is chosen the
/// more often the more it has gained lately.
/// Sources: Shaw (CP 1998); Ropke, Pisinger, adaptive large neighbourhood search (2006).
class Neighbourhoods {
  public:
    Neighbourhoods(const Problem& problem, std::uint64_t seed);

    /// How many different ones there are, about.
    [[nodiscard]] std::size_t count() const { return problem_.paths().size() * 3 + 4; }
    /// The members to be frozen for the next try.
    [[nodiscard]] std::vector<IntVar> frozen(const Assignment& best, const Store& s);
    /// Whether the last try found something better.
    void reward(bool gained);
    [[nodiscard]] std::int64_t tries() const { return tries_; }

  private:
    enum Kind : std::size_t { one_series, two_series, window, kinds };

    void free_series(std::size_t path, std::vector<bool>& is_free) const;
    void free_window(const Assignment& best, std::vector<bool>& is_free);
    [[nodiscard]] std::size_t pick(std::size_t count);

    const Problem& problem_;
    base::Random random_;
    std::vector<std::vector<std::size_t>> coupled_;  // by series: those it shares a constraint with
    std::size_t last_ = one_series;
    std::size_t turn_ = 0;
    std::vector<int> weight_;
    std::int64_t tries_ = 0;
};

}  // namespace rul::solver
