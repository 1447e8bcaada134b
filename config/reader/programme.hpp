#pragma once

#include "config/reader/draft.hpp"

namespace rul::config {

/// The programme of a [[meeting]], when all meetings are known: its entries, and for each entry
/// that is a meeting the rule that puts it there. A meeting that has no slots of its own gets the
/// entry's time, and the seminar's venues.
void read_programme(Draft& draft, const Node& table);

}  // namespace rul::config
