#pragma once

#include "engine/model/plan.hpp"

#include <optional>
#include <vector>

namespace rul::referee {

using MeetingIds = std::vector<model::MeetingId>;

/// A brief and a plan for it, as the rules look at them: which meetings are held, and when.
///
/// Keeps references to both.
class Standing {
  public:
    /// @pre plan.placements.size() == brief.meetings.size()
    Standing(const model::Brief& brief, const model::Plan& plan);

    [[nodiscard]] const model::Brief& brief() const { return brief_; }
    [[nodiscard]] const model::Meeting& meeting(model::MeetingId id) const { return brief_.at(id); }
    /// As in the plan, cancelled meetings too; events where they are.
    [[nodiscard]] const std::optional<model::Placement>& placement(model::MeetingId id) const {
        return placements_[id.index];
    }
    [[nodiscard]] bool is_held(model::MeetingId id) const;
    /// Every meeting held, by MeetingId.
    [[nodiscard]] const MeetingIds& held() const { return held_; }
    /// Those of `group` that are held, in its order.
    [[nodiscard]] MeetingIds held(const model::Group& group) const;

    // Of a meeting held:
    [[nodiscard]] const model::Placement& at(model::MeetingId id) const;
    [[nodiscard]] model::Date date_of(model::MeetingId id) const { return at(id).date; }
    [[nodiscard]] model::DateRange days_of(model::MeetingId id) const;
    [[nodiscard]] std::optional<model::MomentRange> span_of(model::MeetingId id) const;
    /// By date, then start (date only: first), then MeetingId.
    [[nodiscard]] bool is_before(model::MeetingId a, model::MeetingId b) const;
    [[nodiscard]] MeetingIds by_date(MeetingIds meetings) const;
    /// Fixed, either-or, or standing as one of the dates its series includes.
    [[nodiscard]] bool stands_by_appointment(model::MeetingId id) const;
    /// One is among the meetings, the other among the seminars of one Inside rule.
    [[nodiscard]] bool is_inside(model::MeetingId a, model::MeetingId b) const;

  private:
    const model::Brief& brief_;
    std::vector<std::optional<model::Placement>> placements_;
    MeetingIds held_;
};

[[nodiscard]] bool contains(const MeetingIds& meetings, model::MeetingId id);

}  // namespace rul::referee
