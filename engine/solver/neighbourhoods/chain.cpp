#include "engine/solver/neighbourhoods/neighbourhood.hpp"

#include <algorithm>

namespace rul::solver {

namespace {

constexpr std::size_t most_links = 4;

class Chain final : public Neighbourhood {
  public:
    explicit Chain(const Surroundings& of) : of_{of} {}

    void free(const Assignment& /*best*/, base::Random& random,
              std::vector<bool>& is_free) override {
        std::vector<std::size_t> links{turn_++ % of_.coupled.size()};
        while (links.size() < most_links) {
            std::vector<std::size_t> next = of_.coupled[links.back()];
            std::erase_if(next, [&links](std::size_t series) {
                return std::find(links.begin(), links.end(), series) != links.end();
            });
            if (next.empty()) break;
            links.push_back(random.pick(next));
        }
        for (const std::size_t series : links)
            of_.free_series(series, is_free);
    }

  private:
    const Surroundings& of_;
    std::size_t turn_ = 0;
};

}  // namespace

// Of two series there is no chain that is not a pair.
std::unique_ptr<Neighbourhood> chain(const Surroundings& of) {
    const bool has_any = std::any_of(of.coupled.begin(), of.coupled.end(),
                                     [](const auto& others) { return others.size() > 1; });
    return has_any ? std::make_unique<Chain>(of) : nullptr;
}

}  // namespace rul::solver
