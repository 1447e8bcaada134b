#include "engine/solver/neighbourhoods/neighbourhood.hpp"

namespace rul::solver {

namespace {

class Group final : public Neighbourhood {
  public:
    explicit Group(const Surroundings& of) : of_{of} {}

    void free(const Assignment& /*best*/, base::Random& random,
              std::vector<bool>& is_free) override {
        for (const IntVar x : of_.scopes.of_source[random.pick(of_.groups)])
            is_free[x.index] = true;
    }

  private:
    const Surroundings& of_;
};

}  // namespace

std::unique_ptr<Neighbourhood> group(const Surroundings& of) {
    return of.groups.empty() ? nullptr : std::make_unique<Group>(of);
}

}  // namespace rul::solver
