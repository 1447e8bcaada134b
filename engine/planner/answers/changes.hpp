#pragma once

#include "base/language.hpp"
#include "engine/model/brief.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace rul::planner {

// Each lets go of a little of what the user asked for, as they could write it in the plan file.

/// A `must` becomes a `should`.
struct SoftenRule {
    model::RuleId rule;
    model::Points points = model::should_points;
};

/// A number in a rule becomes smaller (a least) or larger (a most).
struct MoveBound {
    model::RuleId rule;
    std::size_t bound = 0;  ///< Place in bounds_of().
    int from = 0;
    int to = 0;
};

/// A fixed or either-or meeting is fixed on another date.
struct MoveDate {
    model::MeetingId meeting;
    model::Appointment to;
};

/// A fixed or either-or meeting may lie wherever its slots allow.
struct FreeDate {
    model::MeetingId meeting;
};

/// A series need not have a meeting on a date.
struct DropInclude {
    model::SeriesId series;
    model::Date date{};
};

/// Days of a block become free.
struct OpenDays {
    model::BlockId block;
    model::DateRange days{};
};

/// Meetings may also lie on this weekday, at the times of their slots.
struct AddWeekday {
    model::RuleId rule;  ///< A SlotChoice.
    std::chrono::weekday day;
};

/// A free meeting is agreed for a date that its rules do not give: a closed day.
struct AgreeOn {
    model::MeetingId meeting;
    model::Appointment to;
};

/// A part of the period needs fewer meetings of a series.
struct HoldFewer {
    model::SeriesId series;
    std::size_t quota = 0;
    int from = 0;
    int to = 0;
};

/// A meeting is not held.
struct LeaveOut {
    model::MeetingId meeting;
};

/// A required member need not come to the meetings of a body.
struct Excuse {
    model::PersonId person;
    model::BodyId body;
};

using Change = std::variant<SoftenRule, MoveBound, MoveDate, FreeDate, DropInclude, OpenDays,
                            AddWeekday, AgreeOn, HoldFewer, LeaveOut, Excuse>;
using Changes = std::vector<Change>;

/// The brief as it would be with these changes, made one after another. Every id keeps its meaning.
[[nodiscard]] model::Brief changed(const model::Brief& brief, const Changes& changes);

/// The brief without anything that costs but its soft rules: they are left to be passed over.
[[nodiscard]] model::Brief without_wishes(const model::Brief& brief);

/// The brief with every price in it `factor` times as high.
[[nodiscard]] model::Brief with_prices_times(const model::Brief& brief, model::Points factor);

/// How much is changed, in points, so that changes can be compared (docs/command-line.md has the
/// table). What a softened rule then costs is not known here: its points once.
[[nodiscard]] model::Points size_of(const model::Brief& brief, const Change& change);

/// "lad SDFU/3 ligge fre 20-01-2023 i stedet for man 16-01-2023 (rul.toml:12)".
[[nodiscard]] base::Text words_of(const model::Brief& brief, const Change& change);

/// Stable name of the kind of change: "soften", "bound", "move", ...
[[nodiscard]] std::string_view name_of(const Change& change);

/// A number in a rule that says how little or how much.
struct Bound {
    int value = 0;
    bool is_least = true;             ///< Smaller asks less; else larger does.
    int furthest = 0;                 ///< Beyond this nothing more is asked less.
    std::optional<model::Unit> unit;  ///< Absent: a count.
};

/// The bounds that are set in a rule, in the order of its members.
[[nodiscard]] std::vector<Bound> bounds_of(const model::RuleKind& kind);

}  // namespace rul::planner
