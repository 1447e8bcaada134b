#pragma once

#include "engine/model/brief.hpp"
#include "engine/solver/core/types.hpp"

#include <optional>
#include <vector>

namespace rul::planner {

using solver::Value;

/// Where a meeting can be held: nowhere (Teams, or no venue needed), or in a room of a venue.
struct Place {
    std::optional<model::VenueId> venue;
    std::optional<int> room;  ///< Of a venue with rooms.
};

/// All places of a brief, numbered: 0 is nowhere, the rooms of one venue are consecutive.
class Places {
  public:
    explicit Places(const model::Brief& brief);

    [[nodiscard]] Value count() const { return static_cast<Value>(all_.size()); }
    [[nodiscard]] const Place& at(Value place) const {
        return all_[static_cast<std::size_t>(place)];
    }
    /// The first place of a venue; it has as many as rooms, at least one.
    [[nodiscard]] Value first_of(model::VenueId venue) const { return first_[venue.index]; }
    [[nodiscard]] Value last_of(model::VenueId venue) const { return first_[venue.index + 1] - 1; }

  private:
    std::vector<Place> all_;
    std::vector<Value> first_;  // by venue, and one more
};

}  // namespace rul::planner
