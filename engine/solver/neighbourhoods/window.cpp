#include "engine/solver/neighbourhoods/neighbourhood.hpp"

#include <algorithm>

namespace rul::solver {

namespace {

class Window final : public Neighbourhood {
  public:
    explicit Window(const Surroundings& of) : of_{of} {
        // Days are coordinates of series; all series of a problem count them alike.
        for (const SeriesPath& path : of.problem.paths())
            for (const Coordinate& member : path.members)
                last_ = std::max(last_, member.of(member.count() - 1));
    }

    void free(const Assignment& best, base::Random& random, std::vector<bool>& is_free) override {
        const Value width = std::max<Value>(last_ / random.between(3, 8), 1);
        const Value from = random.between(-width / 2, last_ - width / 2);
        for (const SeriesPath& path : of_.problem.paths())
            for (const Coordinate& member : path.members) {
                const Value value = best[member.var().index];
                const bool is_outside =
                    member.is_held_at(value)
                    && (member.of(value) < from || from + width < member.of(value));
                if (!is_outside) is_free[member.var().index] = true;
            }
    }

  private:
    const Surroundings& of_;
    Value last_ = 0;
};

}  // namespace

std::unique_ptr<Neighbourhood> window(const Surroundings& of) {
    return of.coupled.empty() ? nullptr : std::make_unique<Window>(of);
}

}  // namespace rul::solver
