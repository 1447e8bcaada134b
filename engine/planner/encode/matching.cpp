#include "engine/planner/encode/matching.hpp"

#include <algorithm>

namespace rul::planner {

namespace {

using solver::Cost;
using Costs = std::vector<std::vector<std::optional<Cost>>>;

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

// A matching that grows by one row at a time.
class Matcher {
  public:
    explicit Matcher(const Costs& costs)
        : costs_{costs},
          columns_{costs.empty() ? 0 : costs.front().size()},
          row_of_(columns_, nobody),
          column_of_(costs.size(), nobody) {}

    bool augment();
    [[nodiscard]] Matching matching() const;

  private:
    bool relax(std::size_t row);

    const Costs& costs_;
    std::size_t columns_;
    std::vector<std::size_t> row_of_;
    std::vector<std::size_t> column_of_;
    // Of the cheapest path so far: to a column, to a row, and the row a column is reached from.
    std::vector<Cost> to_column_, to_row_;
    std::vector<std::size_t> from_;
};

bool Matcher::relax(std::size_t row) {
    if (to_row_[row] == solver::infinite_cost) return false;
    bool changed = false;
    for (std::size_t c = 0; c < columns_; ++c) {
        if (!costs_[row][c] || column_of_[row] == c) continue;
        const Cost cost = to_row_[row] + *costs_[row][c];
        if (cost >= to_column_[c]) continue;
        to_column_[c] = cost;
        from_[c] = row;
        changed = true;
        if (const std::size_t next = row_of_[c]; next != nobody)
            to_row_[next] = cost - *costs_[next][c];
    }
    return changed;
}

bool Matcher::augment() {
    to_column_.assign(columns_, solver::infinite_cost);
    to_row_.assign(costs_.size(), solver::infinite_cost);
    from_.assign(columns_, nobody);
    for (std::size_t r = 0; r < costs_.size(); ++r)
        if (column_of_[r] == nobody) to_row_[r] = 0;
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t r = 0; r < costs_.size(); ++r)
            changed = relax(r) || changed;
    }
    std::size_t best = nobody;
    for (std::size_t c = 0; c < columns_; ++c)
        if (row_of_[c] == nobody && to_column_[c] < solver::infinite_cost
            && (best == nobody || to_column_[c] < to_column_[best]))
            best = c;
    if (best == nobody) return false;
    for (std::size_t c = best; c != nobody;) {
        const std::size_t row = from_[c];
        const std::size_t given_up = column_of_[row];
        column_of_[row] = c;
        row_of_[c] = row;
        c = given_up;
    }
    return true;
}

Matching Matcher::matching() const {
    Matching found;
    for (std::size_t r = 0; r < column_of_.size(); ++r)
        if (column_of_[r] != nobody) {
            ++found.served;
            found.cost += *costs_[r][column_of_[r]];
        }
    return found;
}

}  // namespace

Matching cheapest_matching(const Costs& costs) {
    Matcher matcher{costs};
    while (matcher.augment()) {
    }
    return matcher.matching();
}

}  // namespace rul::planner
