#include "engine/solver/neighbourhoods/neighbourhood.hpp"

#include <algorithm>

namespace rul::solver {

namespace {

class CoupledSeries final : public Neighbourhood {
  public:
    explicit CoupledSeries(const Surroundings& of) : of_{of} {}

    void free(const Assignment& /*best*/, base::Random& random,
              std::vector<bool>& is_free) override {
        const std::size_t first = turn_++ % of_.coupled.size();
        of_.free_series(first, is_free);
        const auto& others = of_.coupled[first];
        if (!others.empty()) of_.free_series(random.pick(others), is_free);
    }

  private:
    const Surroundings& of_;
    std::size_t turn_ = 0;
};

}  // namespace

std::unique_ptr<Neighbourhood> coupled_series(const Surroundings& of) {
    const bool has_any = std::any_of(of.coupled.begin(), of.coupled.end(),
                                     [](const auto& others) { return !others.empty(); });
    return has_any ? std::make_unique<CoupledSeries>(of) : nullptr;
}

}  // namespace rul::solver
