#include "engine/referee/matching.hpp"

namespace rul::referee {

using model::Points;

namespace {

using Match = std::vector<std::optional<std::size_t>>;

// One search for a cheapest augmenting path: from rows not served, over pairs not used to columns,
// and back over used pairs to their rows.
class Augmenter {
  public:
    Augmenter(const CostTable& costs, Match& column_of)
        : costs_{costs},
          column_of_{column_of},
          row_of_(costs.front().size()),
          reached_(costs.front().size()),
          from_(costs.front().size()) {
        for (std::size_t row = 0; row < column_of.size(); ++row)
            if (column_of[row]) row_of_[*column_of[row]] = row;
    }

    // Serves one row more, as cheaply as can be; false when no more can be served.
    bool augment() {
        while (relax_all()) {
        }
        std::optional<std::size_t> end;
        for (std::size_t column = 0; column < reached_.size(); ++column) {
            if (!reached_[column] || row_of_[column]) continue;
            if (!end || *reached_[column] < *reached_[*end]) end = column;
        }
        if (!end) return false;
        switch_path(*end);
        return true;
    }

  private:
    // What it costs to stand at `row`: nothing when it is not served, else to take it from its
    // column.
    [[nodiscard]] std::optional<Points> at_row(std::size_t row) const {
        if (!column_of_[row]) return 0;
        const std::size_t column = *column_of_[row];
        if (!reached_[column]) return std::nullopt;
        return *reached_[column] - *costs_[row][column];
    }

    bool relax_all() {
        bool is_changed = false;
        for (std::size_t row = 0; row < column_of_.size(); ++row) {
            const auto here = at_row(row);
            for (std::size_t column = 0; here && column < reached_.size(); ++column)
                is_changed = relax(row, column, *here) || is_changed;
        }
        return is_changed;
    }

    bool relax(std::size_t row, std::size_t column, Points here) {
        const auto& cost = costs_[row][column];
        if (!cost || column_of_[row] == column) return false;
        if (reached_[column] && *reached_[column] <= here + *cost) return false;
        reached_[column] = here + *cost;
        from_[column] = row;
        return true;
    }

    void switch_path(std::size_t column) {
        for (std::optional<std::size_t> next = column; next;) {
            const std::size_t row = from_[*next];
            const auto before = column_of_[row];
            column_of_[row] = next;
            next = before;
        }
    }

    const CostTable& costs_;
    Match& column_of_;
    Match row_of_;
    std::vector<std::optional<Points>> reached_;
    std::vector<std::size_t> from_;
};

}  // namespace

Match cheapest_matching(const CostTable& costs) {
    Match column_of(costs.size());
    if (costs.empty()) return column_of;
    while (Augmenter{costs, column_of}.augment()) {
    }
    return column_of;
}

}  // namespace rul::referee
