#pragma once

#include "base/random.hpp"
#include "engine/solver/neighbourhoods/neighbourhood.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace rul::solver {

/// Large neighbourhood search: what of a solution stays as it is while the rest is searched. Of
/// the kinds (neighbourhood.hpp) each is chosen the more often the more it has gained lately.
///
/// Sources: Shaw (CP 1998); Ropke, Pisinger, adaptive large neighbourhood search (2006).
class Neighbourhoods {
  public:
    Neighbourhoods(const Problem& problem, std::uint64_t seed);

    /// How many different ones there are, about.
    [[nodiscard]] std::size_t count() const { return problem_.paths().size() * 3 + 4; }
    /// Whether there is nothing that could stay.
    [[nodiscard]] bool is_idle();
    /// What is to be frozen for the next try: of the members of series, or where there are none, of
    /// the choices that are decided first. Nothing where there is neither.
    [[nodiscard]] std::vector<IntVar> frozen(const Assignment& best, const Store& s);
    /// Whether the last try found something better.
    void reward(bool gained);
    [[nodiscard]] std::int64_t tries() const { return tries_; }

  private:
    struct Kind {
        std::unique_ptr<Neighbourhood> of;
        int weight;
    };

    void begin();
    [[nodiscard]] Kind& choose();

    const Problem& problem_;
    base::Random random_;
    std::optional<Surroundings> surroundings_;  // from the first try on: most parts need none
    std::vector<Kind> kinds_;
    std::vector<IntVar> may_freeze_;
    std::size_t last_ = 0;  // of kinds_
    std::int64_t tries_ = 0;
};

}  // namespace rul::solver
