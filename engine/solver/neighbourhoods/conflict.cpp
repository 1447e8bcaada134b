#include "engine/solver/neighbourhoods/neighbourhood.hpp"

#include <algorithm>

namespace rul::solver {

namespace {

constexpr std::size_t enough_members = 8;
constexpr std::size_t large_scope = 60;  // what is about so many is no surroundings of one

class Conflict final : public Neighbourhood {
  public:
    explicit Conflict(const Surroundings& of) : of_{of} {}

    void free(const Assignment& best, base::Random& random, std::vector<bool>& is_free) override {
        std::vector<IntVar> paid;
        for (const IntVar x : of_.costly)
            if (of_.problem.cost_of(x, best[x.index]) > 0) paid.push_back(x);
        if (!paid.empty()) free_round(random.pick(paid), is_free);
    }

  private:
    // Step by step outwards, until enough is met.
    void free_round(IntVar paid, std::vector<bool>& is_free) const {
        std::vector<bool> is_met(is_free.size(), false);
        std::vector<IntVar> reached{paid};
        is_met[paid.index] = true;
        std::size_t members = 0;
        for (std::size_t at = 0; at < reached.size() && members < enough_members; ++at)
            for (const std::size_t source : of_.scopes.of_variable[reached[at].index]) {
                const auto& scope = of_.scopes.of_source[source];
                if (scope.size() > large_scope) continue;
                for (const IntVar x : scope) {
                    if (is_met[x.index]) continue;
                    is_met[x.index] = true;
                    reached.push_back(x);
                    if (!of_.is_member(x)) continue;
                    is_free[x.index] = true;
                    ++members;
                }
            }
    }

    const Surroundings& of_;
};

}  // namespace

std::unique_ptr<Neighbourhood> conflict(const Surroundings& of) {
    const bool has_any = !of.costly.empty() && !of.coupled.empty();
    return has_any ? std::make_unique<Conflict>(of) : nullptr;
}

}  // namespace rul::solver
