#include "engine/solver/bounds/row_sums.hpp"

#include <algorithm>

namespace rul::solver {

RowSums::RowSums(const Relaxation& relaxation, std::size_t var_count) : lines_(var_count) {
    const std::vector<Row>& rows = relaxation.rows();
    is_broken_.assign(rows.size(), false);
    for (std::uint32_t r = 0; r < rows.size(); ++r) {
        excess_.push_back(-rows[r].bound);
        if (excess_[r] > 0) {
            is_broken_[r] = true;
            broken_.push_back(r);
        }
        for (const Term& term : rows[r].terms) {
            std::vector<End>& ends = lines_[term.x.index].ends;
            ends.push_back({term.first, r, term.coefficient});
            if (term.last < relaxation.root().initial_max(term.x))
                ends.push_back({term.last + 1, r, -term.coefficient});
        }
    }
    for (std::uint32_t x = 0; x < lines_.size(); ++x) {
        std::vector<End>& ends = lines_[x].ends;
        std::stable_sort(ends.begin(), ends.end(),
                         [](const End& a, const End& b) { return a.value < b.value; });
        if (!ends.empty()) with_terms_.push_back({x});
    }
}

void RowSums::add(const End& end, std::int32_t delta) {
    Cost& excess = excess_[end.row];
    excess += delta;
    if (excess <= 0 || is_broken_[end.row]) return;
    is_broken_[end.row] = true;
    broken_.push_back(end.row);
}

void RowSums::move(IntVar x, Value to) {
    Line& line = lines_[x.index];
    const std::size_t before = line.passed;
    while (line.passed < line.ends.size() && line.ends[line.passed].value <= to) {
        const End& end = line.ends[line.passed++];
        add(end, end.delta);
    }
    while (line.passed > 0 && line.ends[line.passed - 1].value > to) {
        const End& end = line.ends[--line.passed];
        add(end, -end.delta);
    }
    work_ +=
        static_cast<std::int64_t>(std::max(before, line.passed) - std::min(before, line.passed));
}

void RowSums::move_all(const Assignment& values) {
    for (const IntVar x : with_terms_)
        move(x, values[x.index]);
}

void RowSums::clear_broken() {
    for (const std::uint32_t row : broken_)
        is_broken_[row] = false;
    broken_.clear();
}

}  // namespace rul::solver
