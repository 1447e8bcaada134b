#pragma once

#include "engine/model/brief.hpp"

#include <set>
#include <string>
#include <vector>

namespace rul::documents::minizinc {

/// What the model calls the brief's things, and how it numbers its days: 1 is the first on which
/// anything can stand. Cancelled meetings are no part of it.
///
/// Keeps a reference to the brief.
class World {
  public:
    explicit World(const model::Brief& brief);

    [[nodiscard]] const model::Brief& brief() const { return brief_; }
    [[nodiscard]] const model::Meeting& at(model::MeetingId id) const { return brief_.at(id); }
    /// All but the cancelled ones, in the order of the file.
    [[nodiscard]] const std::vector<model::MeetingId>& meetings() const { return meetings_; }

    /// "'SDFU/3'", "'meeting dialogforum'", "'person dir-aalborg'", "'venue aalborg'".
    [[nodiscard]] const std::string& name(model::MeetingId id) const { return names_[id.index]; }
    [[nodiscard]] const std::string& name(model::PersonId id) const { return persons_[id.index]; }
    [[nodiscard]] const std::string& name(model::VenueId id) const { return venues_[id.index]; }
    [[nodiscard]] std::string group(const std::vector<model::MeetingId>& meetings) const;
    [[nodiscard]] std::string group(const model::Group& group) const {
        return this->group(group.meetings);
    }

    /// Every day on which a meeting can stand or an event does.
    [[nodiscard]] const model::DateRange& days() const { return days_; }
    [[nodiscard]] int day(model::Date date) const;
    /// "3..9"
    [[nodiscard]] std::string days(const model::DateRange& range) const;
    /// "3..9"; where nothing outside can stand, "DAY".
    [[nodiscard]] std::string valid(const model::DateRange& range) const;
    /// Minutes since midnight before day 0.
    [[nodiscard]] int moment(model::Moment moment) const;

  private:
    std::string unused(std::string_view kind, std::string_view key);

    const model::Brief& brief_;
    std::vector<model::MeetingId> meetings_;
    model::DateRange days_{};
    std::set<std::string> used_;
    std::vector<std::string> names_;
    std::vector<std::string> persons_;
    std::vector<std::string> venues_;
};

[[nodiscard]] inline bool is_event(const model::Meeting& meeting) {
    return meeting.kind == model::Meeting::Kind::event;
}
[[nodiscard]] inline bool is_seminar(const model::Meeting& meeting) {
    return meeting.kind == model::Meeting::Kind::seminar;
}

/// The first and the last day an event touches.
[[nodiscard]] model::DateRange days_of_event(const model::Meeting& event);

}  // namespace rul::documents::minizinc
