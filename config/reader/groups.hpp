#pragma once

#include "config/reader/draft.hpp"

#include <optional>
#include <string_view>

namespace rul::config {

/// The meetings a name stands for: a meeting, an event, a series, a body's, or "alle"; nothing if
/// there is no such name.
[[nodiscard]] std::optional<model::Group> find_group(const Draft& draft, std::string_view name);
/// The same of a name or a list of names; an error if one is unknown or stands for no meeting.
[[nodiscard]] std::optional<model::Group> read_group(Draft& draft, const Node& node);
/// The same of a part of a text.
[[nodiscard]] std::optional<model::Group> read_group(Draft& draft, std::string_view name,
                                                     const Place& where);
/// All meetings of a body that are not cancelled.
[[nodiscard]] model::Group group_of(const Draft& draft, model::BodyId body);

/// Every name a group may go by, for suggestions.
[[nodiscard]] std::vector<std::string> group_names(const Draft& draft);

void report_unknown_meeting(Draft& draft, std::string_view name, const Place& where);

}  // namespace rul::config
