#pragma once

#include "engine/model/brief.hpp"
#include "engine/planner/grid.hpp"
#include "engine/planner/places.hpp"
#include "engine/planner/starts.hpp"
#include "engine/planner/without.hpp"

#include <utility>
#include <vector>

namespace rul::planner {

/// The starts a meeting can have as far as it alone decides, and what took the others away.
struct Candidates {
    struct Removal {
        model::RuleId rule;
        int starts = 0;  ///< How many it took of those the rules before it had left.
    };

    std::vector<Start> starts;      ///< Ascending.
    int considered = 0;             ///< How many there were before any removal.
    std::vector<Removal> removals;  ///< In the order they were made.
};

/// Finds the candidates of one meeting after another.
///
/// First what the user said of it: its appointment, or else every slot within its dates. Then each
/// `must` that looks at one meeting at a time takes away what it forbids, in the order of the file;
/// then rooms (size, busy times), then busy persons whom nobody can replace.
class CandidateFinder {
  public:
    CandidateFinder(const model::Brief& brief, const Grid& grid, const Places& places,
                    const Without& without);

    /// @pre the meeting is not cancelled
    [[nodiscard]] Candidates find(model::MeetingId meeting) const;

    /// When a person cannot come: their own busy times and the blocks for them.
    [[nodiscard]] bool is_busy(model::PersonId person, const Start& start) const;

  private:
    static void drop(Candidates& candidates, model::RuleId rule,
                     const std::vector<bool>& is_dropped);
    void drop_by_unary_rules(Candidates& candidates, model::MeetingId meeting) const;
    void drop_by_rooms(Candidates& candidates, model::MeetingId meeting) const;
    void drop_by_busy_persons(Candidates& candidates, model::MeetingId id) const;

    const model::Brief& brief_;
    const Grid& grid_;
    const Places& places_;
    const Without& without_;
    std::vector<std::vector<model::RuleId>> unary_;  // by meeting
    std::vector<std::vector<model::Busy>> busy_;     // by person
    std::optional<model::RuleId> rooms_, attendance_;
};

/// Members of `attendees` who can stand in for `person`.
[[nodiscard]] std::vector<model::PersonId> substitutes_of(
    const std::vector<model::Member>& attendees, model::PersonId person);

/// The one rule of this kind, if the brief has it and it is not passed over.
template <class Kind>
[[nodiscard]] std::optional<model::RuleId> find_rule(const model::Brief& brief,
                                                     const Without& without) {
    for (std::size_t i = 0; i < brief.rules.size(); ++i)
        if (std::holds_alternative<Kind>(brief.rules[i].kind)
            && !without.passes_over(model::RuleId{i}))
            return model::RuleId{i};
    return std::nullopt;
}

}  // namespace rul::planner
