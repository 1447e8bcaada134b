#include "engine/solver/knots/open_parts.hpp"

#include "engine/solver/knots/numbers.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

namespace rul::solver {

namespace {

/// Open variables that share a constraint or a series are in one group.
class Groups {
  public:
    static constexpr std::uint32_t stands = 0;  ///< of what is not open
    static constexpr std::uint32_t loose = 1;   ///< of all that hangs on no series

    Groups(const Problem& problem, const Scopes& scopes, const Store& domains)
        : domains_{domains}, above_(domains.var_count() + first), of_(domains.var_count(), stands) {
        std::iota(above_.begin(), above_.end(), 0U);
        for (const std::vector<IntVar>& scope : scopes.of_source)
            meet(scope);
        std::vector<bool> has_series(above_.size(), false);
        for (const SeriesPath& path : problem.paths())
            meet(members_of(path));
        for (const SeriesPath& path : problem.paths())
            for (const Coordinate& member : path.members)
                has_series[root(member.var())] = true;
        for (std::uint32_t x = 0; x < of_.size(); ++x)
            if (is_open({x})) of_[x] = has_series[root({x})] ? root({x}) : loose;
    }

    [[nodiscard]] std::uint32_t of(IntVar x) const { return of_[x.index]; }
    /// All but what stands, each once.
    [[nodiscard]] std::vector<std::uint32_t> all() const {
        std::vector<std::uint32_t> all = of_;
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        std::erase(all, stands);
        return all;
    }
    [[nodiscard]] static std::vector<IntVar> members_of(const SeriesPath& path) {
        std::vector<IntVar> members;
        for (const Coordinate& member : path.members)
            members.push_back(member.var());
        return members;
    }

  private:
    static constexpr std::uint32_t first = 2;  // of those that are named after a variable

    [[nodiscard]] bool is_open(IntVar x) const { return !domains_.is_fixed(x); }
    [[nodiscard]] std::uint32_t root(IntVar var) {
        std::uint32_t x = var.index + first;
        while (above_[x] != x)
            x = above_[x] = above_[above_[x]];
        return x;
    }
    void meet(const std::vector<IntVar>& some) {
        std::uint32_t met = stands;
        for (const IntVar x : some) {
            if (!is_open(x)) continue;
            const std::uint32_t own = root(x);
            if (met == stands) met = own;
            const auto [less, greater] = std::minmax(own, met);
            above_[greater] = less;
            met = less;
        }
    }

    const Store& domains_;
    std::vector<std::uint32_t> above_;
    std::vector<std::uint32_t> of_;  // by variable
};

Part part_of(const Problem& problem, const Scopes& scopes, const Store& domains,
             const Groups& groups, std::uint32_t group) {
    const auto is_one = [&](IntVar x) { return groups.of(x) == group; };
    std::vector<bool> is_in(domains.var_count(), false);
    std::vector<std::size_t> sources;
    for (std::uint32_t x = 0; x < is_in.size(); ++x) {
        if (!is_one({x})) continue;
        is_in[x] = true;
        const std::vector<std::size_t>& about = scopes.of_variable[x];
        sources.insert(sources.end(), about.begin(), about.end());
    }
    settle(sources);
    std::vector<const SeriesPath*> paths;
    const auto take = [&](const std::vector<IntVar>& some) {
        for (const IntVar x : some)
            is_in[x.index] = true;
    };
    for (const std::size_t source : sources)
        take(scopes.of_source[source]);
    for (const SeriesPath& path : problem.paths()) {
        const std::vector<IntVar> members = Groups::members_of(path);
        if (std::none_of(members.begin(), members.end(), is_one)) continue;
        take(members);
        paths.push_back(&path);
    }
    Part part{problem, domains, is_in};
    for (const IntVar x : part.variables())
        if (is_one(x) && problem.has_costs(x))
            part.problem().add_cost(part.of(x), problem.costs()[x.index]);
    for (const SeriesPath* const path : paths)
        part.add_path(*path);
    for (const std::size_t source : sources)
        part.take(source);
    return part;
}

// Of what stands.
Cost cost_of_rest(const Problem& problem, const Groups& groups, const Assignment& values) {
    Cost sum = problem.constant_cost();
    const auto stands = [&](IntVar x) { return groups.of(x) == Groups::stands; };
    for (std::uint32_t x = 0; x < problem.costs().size(); ++x)
        if (stands({x})) sum += problem.cost_of({x}, values[x]);
    for (const SeriesPath& path : problem.paths()) {
        const std::vector<IntVar> members = Groups::members_of(path);
        if (std::all_of(members.begin(), members.end(), stands)) sum += cost_of_gaps(path, values);
    }
    return sum;
}

}  // namespace

OpenParts open_parts(const Problem& problem, const Scopes& scopes, const Store& domains) {
    const Groups groups{problem, scopes, domains};
    OpenParts open;
    for (std::uint32_t x = 0; x < domains.var_count(); ++x)
        open.values.push_back(domains.min({x}));
    open.offset = cost_of_rest(problem, groups, open.values);
    for (const std::uint32_t group : groups.all())
        open.parts.push_back(part_of(problem, scopes, domains, groups, group));
    return open;
}

}  // namespace rul::solver
