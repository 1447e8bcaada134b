#include "engine/planner/places.hpp"

namespace rul::planner {

Places::Places(const model::Brief& brief) : all_{Place{}} {
    for (std::size_t i = 0; i < brief.venues.size(); ++i) {
        const model::VenueId venue{i};
        first_.push_back(count());
        const int rooms = static_cast<int>(brief.at(venue).rooms.size());
        if (rooms == 0) all_.push_back({venue, std::nullopt});
        for (int room = 0; room < rooms; ++room)
            all_.push_back({venue, room});
    }
    first_.push_back(count());
}

}  // namespace rul::planner
