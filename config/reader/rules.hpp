#pragma once

#include "config/reader/draft.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace rul::config {

/// What is said of every rule, and its table.
struct SaidRule {
    Fields& fields;
    model::Rule rule;                         ///< Without kind, and strength where none was said.
    std::optional<model::Strength> strength;  ///< As said.
    const Node& value;                        ///< Of the key that says which rule it is.

    [[nodiscard]] const Place& place() const { return fields.place(); }
};

// The rules, each by the key that names it. A reader returns the kinds of rule the table makes
// (several for a chain), none after a mistake.
using RuleKinds = std::vector<model::RuleKind>;

[[nodiscard]] RuleKinds read_needs_rule(Draft& draft, SaidRule& said);
[[nodiscard]] RuleKinds read_chain_rule(Draft& draft, SaidRule& said);
[[nodiscard]] RuleKinds read_distance_rule(Draft& draft, SaidRule& said);
[[nodiscard]] RuleKinds read_same_day_rule(Draft& draft, SaidRule& said);
[[nodiscard]] RuleKinds read_inside_rule(Draft& draft, SaidRule& said);
[[nodiscard]] RuleKinds read_spread_rule(Draft& draft, SaidRule& said);
[[nodiscard]] RuleKinds read_mix_rule(Draft& draft, SaidRule& said);
[[nodiscard]] RuleKinds read_rotation_rule(Draft& draft, SaidRule& said);
[[nodiscard]] RuleKinds read_apart_rule(Draft& draft, SaidRule& said);
[[nodiscard]] RuleKinds read_gather_rule(Draft& draft, SaidRule& said);
[[nodiscard]] RuleKinds read_load_rule(Draft& draft, SaidRule& said);
[[nodiscard]] RuleKinds read_deadline_rule(Draft& draft, SaidRule& said);
[[nodiscard]] RuleKinds read_notice_rule(Draft& draft, SaidRule& said);
[[nodiscard]] RuleKinds read_regular_rule(Draft& draft, SaidRule& said);
[[nodiscard]] RuleKinds read_keep_rule(Draft& draft, SaidRule& said);
[[nodiscard]] RuleKinds read_before_rule(Draft& draft, SaidRule& said);
[[nodiscard]] RuleKinds read_within_rule(Draft& draft, SaidRule& said);
[[nodiscard]] RuleKinds read_after_rule(Draft& draft, SaidRule& said);

/// The group of `for`, which every rule that uses it must have.
[[nodiscard]] std::optional<model::Group> read_for(Draft& draft, SaidRule& said);
/// Exactly two groups.
[[nodiscard]] std::optional<std::pair<model::Group, model::Group>> read_two_groups(
    Draft& draft, const Node& node);
/// The dates of a phase or a whole process, or days.
[[nodiscard]] std::optional<model::DateRange> read_phase_or_days(Draft& draft, const Node& node);

}  // namespace rul::config
