#pragma once

#include "ical/feed.hpp"

#include <string>

namespace rul::ical {

/// The bytes of `feed` (RFC 5545, METHOD:PUBLISH) by the rules of docs/feeds.md: events in order of
/// start and UID, and nothing in them but what `feed` says. The same feed gives the same bytes.
///
/// @throws base::Error when a URI, an address or a UID cannot be written (line ends or control
/// characters in it, or not UTF-8), two events share a UID, an event ends before it starts, or two
/// yearly rules cannot say what the zone does in the years of the events.
[[nodiscard]] std::string write(const Feed& feed);

}  // namespace rul::ical
