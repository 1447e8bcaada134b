#pragma once

#include "ical/feeds.hpp"

#include <optional>
#include <vector>

namespace rul::ical {

/// An event and who may see what of it.
struct FeedEntry {
    FeedEvent event;
    std::optional<model::BodyId> body;      ///< Nothing: a body gone from the plan file.
    std::vector<model::PersonId> expected;  ///< Required, counted or optional.
};

/// Every meeting held, then every cancelled one that is still told of. @throws as feeds_of.
[[nodiscard]] std::vector<FeedEntry> feed_entries(const model::Brief& brief,
                                                  const model::Plan& plan,
                                                  const model::Identities& identities,
                                                  const FeedOptions& options);

}  // namespace rul::ical
