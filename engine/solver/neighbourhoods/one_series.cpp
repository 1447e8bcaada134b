#include "engine/solver/neighbourhoods/neighbourhood.hpp"

namespace rul::solver {

namespace {

class OneSeries final : public Neighbourhood {
  public:
    explicit OneSeries(const Surroundings& of) : of_{of} {}

    void free(const Assignment& /*best*/, base::Random& /*random*/,
              std::vector<bool>& is_free) override {
        of_.free_series(turn_++ % of_.coupled.size(), is_free);
    }

  private:
    const Surroundings& of_;
    std::size_t turn_ = 0;
};

}  // namespace

std::unique_ptr<Neighbourhood> one_series(const Surroundings& of) {
    return of.coupled.empty() ? nullptr : std::make_unique<OneSeries>(of);
}

}  // namespace rul::solver
