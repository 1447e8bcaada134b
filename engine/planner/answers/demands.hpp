#pragma once

#include "engine/model/brief.hpp"
#include "engine/planner/without.hpp"

#include <compare>
#include <cstddef>
#include <vector>

namespace rul::planner {

/// One thing the user asked for that could be let go of.
struct Demand {
    enum class Kind {
        rule,         ///< `index` is its RuleId.
        appointment,  ///< That a meeting stands by its fixed or either-or date; MeetingId.
        include,      ///< That a series has a meeting on `date`; SeriesId.
        held          ///< That a meeting is held at all; MeetingId.
    };

    Kind kind = Kind::rule;
    std::size_t index = 0;
    model::Date date{};  ///< Of `include`.

    friend auto operator<=>(const Demand&, const Demand&) = default;
};

using Demands = std::vector<Demand>;

/// Every `must` rule, every appointed date. That meetings are held is here what the rule Count of
/// their series says. In the order of the file.
[[nodiscard]] Demands demands_of(const model::Brief& brief);

/// What can be given up and yet leave a calendar that people could keep: a rule that could have
/// been written soft, an appointed date, a meeting. What the world itself asks (Attendance, Rooms,
/// ClosedDays, SlotChoice) never is: then it is a meeting that must go. Giving up all of it always
/// leaves a calendar.
[[nodiscard]] Demands dispensable_of(const model::Brief& brief);

/// Lets go of `all`, but not of `kept`; nothing costs anything.
[[nodiscard]] Without letting_go_of(const model::Brief& brief, const Demands& all,
                                    const Demands& kept);

/// Whether the rule could have been written with a soft strength.
[[nodiscard]] bool can_be_soft(const model::RuleKind& kind);

}  // namespace rul::planner
