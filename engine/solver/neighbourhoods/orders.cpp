#include "engine/solver/neighbourhoods/neighbourhood.hpp"

#include <algorithm>

namespace rul::solver {

namespace {

class Orders final : public Neighbourhood {
  public:
    explicit Orders(const Surroundings& of) {
        for (const IntVar choice : of.problem.decided_first())
            for (const std::size_t source : of.scopes.of_variable[choice.index])
                add(choice, of.scopes.of_source[source]);
    }

    [[nodiscard]] bool is_empty() const { return pairs_.empty(); }

    void free(const Assignment& best, base::Random& random, std::vector<bool>& is_free) override {
        Value first = max_value;
        Value last = 0;
        for (const Pair& pair : pairs_)
            for (const IntVar x : {pair.a, pair.b}) {
                first = std::min(first, best[x.index]);
                last = std::max(last, best[x.index]);
            }
        const Value width = std::max<Value>((last - first) / random.between(2, 8), 1);
        const Value from = first + random.between(-width / 2, last - first - width / 2);
        const auto is_inside = [&best, from, width](IntVar x) {
            return from <= best[x.index] && best[x.index] <= from + width;
        };
        const int least = random.between(1, 2);
        for (const Pair& pair : pairs_)
            if ((is_inside(pair.a) ? 1 : 0) + (is_inside(pair.b) ? 1 : 0) >= least)
                is_free[pair.choice.index] = true;
    }

  private:
    struct Pair {
        IntVar choice;
        IntVar a;
        IntVar b;
    };

    // Of two and the choice between them.
    void add(IntVar choice, const std::vector<IntVar>& scope) {
        std::vector<IntVar> others = scope;
        std::erase(others, choice);
        if (others.size() == 2) pairs_.push_back({choice, others[0], others[1]});
    }

    std::vector<Pair> pairs_;
};

}  // namespace

std::unique_ptr<Neighbourhood> orders(const Surroundings& of) {
    if (!of.coupled.empty()) return nullptr;
    auto kind = std::make_unique<Orders>(of);
    return kind->is_empty() ? nullptr : std::move(kind);
}

}  // namespace rul::solver
