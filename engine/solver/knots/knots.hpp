#pragma once

#include "engine/solver/knots/open_parts.hpp"
#include "engine/solver/knots/ties.hpp"
#include "engine/solver/part.hpp"
#include "engine/solver/problem.hpp"
#include "engine/solver/scopes.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace rul::solver {

/// Series that are coupled so closely that prices alone say little about them, with all that hangs
/// on them and on no other series. Small enough to be solved together.
struct Knot {
    std::vector<std::size_t> series;
    /// Members of its series, and variables that hang on them alone; each in one knot at most.
    std::vector<IntVar> variables;
    /// Constraints and clauses about its own series alone: numbers as of Row::source, ascending.
    std::vector<std::size_t> sources;
};

/// All series in knots, and what hangs on them.
class Knots {
  public:
    using Numbers = std::vector<std::size_t>;  ///< ascending, each once
    using Pair = std::pair<std::size_t, std::size_t>;

    /// @pre `problem` outlives it
    Knots(const Problem& problem, const Ties& ties);

    /// The second as part of the first; its number is gone. All other knots have the variables and
    /// sources they had, so that what is known of them under the same prices stays true. @pre first
    /// < second
    [[nodiscard]] Knots with_tied(std::size_t first, std::size_t second) const;

    [[nodiscard]] const std::vector<Knot>& all() const { return knots_; }
    [[nodiscard]] Ties ties() const;
    /// By variable: the knot of a member of a series.
    [[nodiscard]] std::vector<std::size_t> of_members() const;
    /// The series of some knots.
    [[nodiscard]] Numbers series_of(const Numbers& some) const;
    /// The variables of a constraint or clause, by source.
    [[nodiscard]] const std::vector<IntVar>& scope(std::size_t source) const {
        return scopes_->of_source[source];
    }
    /// Some knots as one, with the rest of `solution` as it is, but for what may follow from them.
    /// Costs count in full. @pre `solution` is one, and `domains` at level 0 allow it
    [[nodiscard]] Part part_within(const Numbers& some, const Assignment& solution,
                                   const Store& domains) const;
    /// What `domains` leave open (open_parts.hpp).
    [[nodiscard]] OpenParts open_in(const Store& domains) const;
    /// Variables in no series that hang on some series, but not on these knots.
    [[nodiscard]] std::vector<IntVar> apart_from(const Numbers& some) const;
    /// Knots between which `values` break some constraint or clause that is about variables at home
    /// in these two and nothing else, but for such as have one value only.
    [[nodiscard]] std::vector<Pair> at_odds(const Assignment& values) const;
    /// Two members in different knots, and a constraint or clause about them and what hangs on
    /// them, but about no other member.
    struct Meeting {
        IntVar a;
        IntVar b;
        std::size_t source;
    };
    /// Each two of which `values` break one, with the first of these.
    [[nodiscard]] std::vector<Meeting> meetings_broken(const Assignment& values) const;

  private:
    void take_members(const Ties& ties);
    void note_sources_of_members();
    void ask_members();
    void ask_neighbours();
    void meet(const std::vector<IntVar>& scope, IntVar x,
              std::map<std::uint32_t, Numbers>& found) const;
    void sort_in();
    [[nodiscard]] std::optional<std::size_t> home_of(IntVar x) const;
    [[nodiscard]] Numbers knots_of(const std::vector<IntVar>& scope) const;
    void add_following(Numbers& open, std::vector<bool>& is_open) const;
    [[nodiscard]] Numbers open_around(const Numbers& some) const;
    [[nodiscard]] Numbers sources_around(const Numbers& open) const;
    [[nodiscard]] bool is_kept(std::size_t source, const Assignment& values) const;

    const Problem* problem_;
    std::vector<Knot> knots_;
    std::vector<bool> is_member_;  ///< by variable
    std::vector<Numbers> near_;    ///< by variable: knots
    std::shared_ptr<const Scopes> scopes_;
    std::vector<bool> has_member_;  ///< by source
};

}  // namespace rul::solver
