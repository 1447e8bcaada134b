#pragma once

#include "base/language.hpp"
#include "engine/model/brief.hpp"

#include <string>

namespace rul::model {

/// What a meeting is called in feeds and documents: "SDFU 3. møde" / "SDFU meeting 3" for one of a
/// series without a title of its own, else its title; without that "SSF seminar", "SSF møde".
[[nodiscard]] std::string meeting_name(const Brief& brief, const Meeting& meeting,
                                       base::Language language);

}  // namespace rul::model
