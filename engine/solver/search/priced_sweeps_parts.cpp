#include "engine/solver/search/priced_sweeps.hpp"

#include <algorithm>
#include <utility>

// What is swept: the parts, which rows are about which part, and who follows whom.
namespace rul::solver {

namespace {

constexpr std::size_t many_rows = 6;

}  // namespace

PricedSweeps::PricedSweeps(const Problem& problem, const Relaxation& relaxation, std::uint64_t seed)
    : problem_{problem},
      relaxation_{relaxation},
      point_{price_scale * problem.unit()},
      random_{seed * 2 + 7},
      sums_{relaxation, problem.store().var_count()},
      constraints_{problem} {
    add_parts();
    const std::size_t rows = relaxation.rows().size();
    follower_.resize(rows);
    add_shares();
    choose_followers();
    couple_series();
    is_active_.assign(rows, false);
    is_noted_.assign(rows, false);
    penalty_.assign(rows, 0);
}

void PricedSweeps::add_part(Part part) {
    const Store& s = problem_.store();
    for (std::size_t k = 0; k < part.members.size(); ++k) {
        const IntVar x = part.members[k];
        part_of_[x.index] = static_cast<std::uint32_t>(parts_.size());
        const auto size = static_cast<std::size_t>(s.initial_max(x) - s.initial_min(x)) + 1;
        own_[x.index].assign(size, 0);
        costs_[x.index].assign(size, 0);
        if (part.series != no_series) series_[part.series].set_costs(k, &costs_[x.index]);
    }
    parts_.push_back(std::move(part));
}

void PricedSweeps::add_parts() {
    const Store& s = problem_.store();
    part_of_.assign(s.var_count(), nobody);
    own_.resize(s.var_count());
    costs_.resize(s.var_count());
    for (const SeriesPath& path : problem_.paths()) {
        Part part{.members = {}, .series = series_.size()};
        series_.emplace_back(path, price_scale);
        for (const Coordinate& member : path.members)
            part.members.push_back(member.var());
        add_part(std::move(part));
    }
    for (const Row& row : relaxation_.rows())
        for (const Term& term : row.terms)
            if (part_of_[term.x.index] == nobody)
                add_part({.members = {term.x}, .series = no_series});
    for (const IntVar x : constraints_.variables())
        if (part_of_[x.index] == nobody) add_part({.members = {x}, .series = no_series});
    for (std::uint32_t x = 0; x < problem_.costs().size(); ++x)
        if (part_of_[x] == nobody && !problem_.costs()[x].empty())
            add_part({.members = {{x}}, .series = no_series});
    find_own_costs();
    active_.resize(parts_.size());
    is_stale_.assign(parts_.size(), true);
}

// What is paid by rows is not paid again by the variable that stands for it.
void PricedSweeps::find_own_costs() {
    std::vector<bool> is_covered(own_.size(), false);
    for (const IntVar x : relaxation_.covered())
        is_covered[x.index] = true;
    for (const Part& part : parts_)
        for (const IntVar x : part.members) {
            if (x.index >= problem_.costs().size() || is_covered[x.index]) continue;
            const std::vector<Cost>& own = problem_.costs()[x.index];
            for (std::size_t i = 0; i < own.size(); ++i)
                own_[x.index][i] = own[i] >= infinite_cost ? infinite_cost : own[i] * price_scale;
        }
}

void PricedSweeps::add_shares() {
    const std::vector<Row>& rows = relaxation_.rows();
    shares_.resize(rows.size());
    for (std::uint32_t r = 0; r < rows.size(); ++r) {
        const auto begin = static_cast<std::ptrdiff_t>(terms_.size());
        terms_.insert(terms_.end(), rows[r].terms.begin(), rows[r].terms.end());
        std::stable_sort(terms_.begin() + begin, terms_.end(), [&](const Term& a, const Term& b) {
            return std::pair{part_of_[a.x.index], a.x.index}
                   < std::pair{part_of_[b.x.index], b.x.index};
        });
        for (auto first = static_cast<std::uint32_t>(begin); first < terms_.size();) {
            std::uint32_t beyond = first;
            while (beyond < terms_.size()
                   && part_of_[terms_[beyond].x.index] == part_of_[terms_[first].x.index])
                ++beyond;
            shares_[r].push_back({r, first, beyond});
            first = beyond;
        }
    }
}

// What costs most follows; no two of one row do.
void PricedSweeps::choose_followers() {
    std::vector<std::vector<const Share*>> rows_of(parts_.size());
    for (const auto& shares : shares_)
        for (const Share& share : shares)
            rows_of[part_of_[terms_[share.first].x.index]].push_back(&share);
    std::vector<std::pair<Cost, std::size_t>> dear;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (parts_[i].series != no_series) continue;
        const std::vector<Cost>& own = own_[parts_[i].members.front().index];
        const auto [least, most] = std::minmax_element(own.begin(), own.end());
        if (*least < *most) dear.emplace_back(-*most, i);
    }
    std::sort(dear.begin(), dear.end());
    for (const auto& [cost, number] : dear) {
        const std::vector<const Share*>& rows = rows_of[number];
        parts_[number].follows = std::all_of(rows.begin(), rows.end(), [&](const Share* share) {
            return follower_[share->row].part == nobody;
        });
        if (!parts_[number].follows) continue;
        for (const Share* share : rows)
            add_follower(*share);
    }
    for (std::size_t i = 0; i < parts_.size(); ++i)
        (parts_[i].follows ? followers_ : order_).push_back(i);
    for (const std::size_t i : order_)
        if (parts_[i].series == no_series && rows_of[i].size() >= many_rows) choices_.push_back(i);
}

void PricedSweeps::add_follower(const Share& share) {
    const IntVar x = terms_[share.first].x;
    const Value low = problem_.store().initial_min(x);
    Follower& follower = follower_[share.row];
    follower.part = part_of_[x.index];
    follower.gives.assign(own_[x.index].size(), 0);
    for (std::uint32_t i = share.first; i < share.beyond; ++i)
        for (Value v = terms_[i].first; v <= terms_[i].last; ++v)
            follower.gives[static_cast<std::size_t>(v - low)] += terms_[i].coefficient;
    set_charges(follower, own_[x.index]);
}

void PricedSweeps::set_charges(Follower& follower, const std::vector<Cost>& own) const {
    const auto [least, most] = std::minmax_element(follower.gives.begin(), follower.gives.end());
    const Cost cheapest = *std::min_element(own.begin(), own.end());
    follower.first = -*most;
    for (Cost excess = -*most; excess <= -*least; ++excess) {
        Cost charge = infinite_cost;
        for (std::size_t v = 0; v < own.size(); ++v)
            if (excess + follower.gives[v] <= 0) charge = std::min(charge, own[v] - cheapest);
        follower.charges.push_back(std::min(charge, most_penalty * point_));
    }
}

}  // namespace rul::solver
