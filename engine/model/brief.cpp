#include "engine/model/brief.hpp"

#include <algorithm>

namespace rul::model {

namespace {

template <class Id, class Things>
std::optional<Id> find(const Things& things, std::string_view key) {
    const auto at = std::find_if(things.begin(), things.end(),
                                 [key](const auto& thing) { return thing.key == key; });
    if (at == things.end()) return std::nullopt;
    return Id{static_cast<std::size_t>(at - things.begin())};
}

}  // namespace

std::optional<BodyId> Brief::find_body(std::string_view key) const {
    return find<BodyId>(bodies, key);
}
std::optional<PersonId> Brief::find_person(std::string_view key) const {
    return find<PersonId>(persons, key);
}
std::optional<VenueId> Brief::find_venue(std::string_view key) const {
    return find<VenueId>(venues, key);
}
std::optional<SeriesId> Brief::find_series(std::string_view key) const {
    return find<SeriesId>(series, key);
}
std::optional<MeetingId> Brief::find_meeting(std::string_view key) const {
    return find<MeetingId>(meetings, key);
}

}  // namespace rul::model
