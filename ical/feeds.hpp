#pragma once

#include "engine/model/brief.hpp"
#include "engine/model/identity.hpp"
#include "engine/model/plan.hpp"
#include "ical/feed.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rul::ical {

struct FeedOptions {
    /// Leave cancelled meetings out, for programs that show them as if they were held.
    bool hide_cancelled = false;
    /// Cancelled meetings of more than 30 days before this are left out. Absent: Brief::today; that
    /// absent too: none is.
    std::optional<model::Date> today;
    /// Where the calendar can be read, a URI; may be empty.
    std::string address;
    /// The link of each Teams meeting that has one, by Meeting::key.
    std::map<std::string, std::string> teams_links;
    /// Keys of bodies that have not yet approved their dates: theirs are tentative.
    std::set<std::string> tentative_bodies;
};

/// A feed, and whose it is.
struct NamedFeed {
    enum class Scope { all, body, person, municipality };

    Scope scope = Scope::all;
    std::string key;        ///< Of the body or person; the municipality's name; of all: empty.
    std::string file_name;  ///< "organ-sdfu.ics": a to z, 0 to 9 and hyphens, unique.
    Feed feed;
};

/// The feeds of a published plan: one of all meetings, one for each body whose feed is not hidden,
/// one for each person (the meetings they are expected at, standby left out) and one for each
/// municipality (its body's meetings, and those its people are expected at), in that order.
///
/// A meeting has one UID in all of them. A cancelled one stays, free time and marked as such, even
/// when it is gone from the plan file. What bodies for members only meet about is not told in the
/// feeds of all and of municipalities; hidden bodies are in the feeds of their people alone.
/// Those two kinds show an overview, and so take nobody's time.
///
/// @pre plan.placements.size() == brief.meetings.size()
/// @throws base::Error when a meeting that is held has no identity (store::refresh gives it one).
[[nodiscard]] std::vector<NamedFeed> feeds_of(const model::Brief& brief, const model::Plan& plan,
                                              const model::Identities& identities,
                                              const FeedOptions& options = {});

/// `text` in small letters a to z, digits and single hyphens: "Ærø Kommune" is "aeroe-kommune".
[[nodiscard]] std::string file_name_part(std::string_view text);

}  // namespace rul::ical
